export type {
  ArtSource,
  Bitmap,
  Frame,
  Glyph,
  LightShape,
  Sound,
  StaticAnimation,
} from './art-source.ts';
export type { Atlas, AtlasIndex, Sprite } from './atlas/pack.ts';
export { type ArtFrom, type AtlasFile, AtlasStore } from './atlas/store.ts';
export { drawContactSheets } from './contact-sheets.ts';
export { DrawnArt } from './drawn-art.ts';
export { type ExportOptions, type ExportSummary, exportClient } from './export-client.ts';
export { encodePng, PngColour, pngFile } from './png.ts';
export { drawView, type Standing, type ViewOptions } from './view.ts';
