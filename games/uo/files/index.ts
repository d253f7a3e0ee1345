export { BlockTerrain, type TerrainBytes } from './block-terrain.ts';
export { ClientFileError, type ClientFileProblem } from './client-file-error.ts';
export type { Cliloc } from './cliloc.ts';
export {
  BRITANNIA_FILE,
  type FacetDefinition,
  loadDefinitions,
  type StartCityDefinition,
  type WorldDefinitions,
} from './definitions.ts';
export type { Hue } from './hues.ts';
export { type ClientFiles, type LoadOptions, loadClientFiles } from './load.ts';
export type { MultiPart, Multis } from './multis.ts';
export { type Picture, type RenderArea, renderFacet } from './render.ts';
export type { Skill } from './skills.ts';
export type { StaticTile, Terrain } from './terrain.ts';
export { type TileData, TileFlag } from './tile-data.ts';
export {
  type FacetRecord,
  type FormatOptions,
  type ItemTile,
  type LandTile,
  type StaticRecord,
  type TileRecords,
  writeCliloc,
  writeFacet,
  writeHues,
  writeMultis,
  writeRadarColours,
  writeSkills,
  writeTileData,
} from './write.ts';
