import type { StaticTile, Terrain } from '../files/terrain.ts';
import type { TileData } from '../files/tile-data.ts';

const NOTHING: readonly StaticTile[] = [];
/** Plain grass. */
const GRASS = 3;

/** A facet without a hill, a wall or a tree. */
export function flatLand(width: number, height: number): Terrain {
  return { width, height, land: () => GRASS, landZ: () => 0, statics: () => NOTHING };
}

/** Tile data of a world in which nothing stops anybody. */
export const plainTileData: TileData = {
  landFlags: () => 0,
  landName: () => 'grass',
  itemFlags: () => 0,
  itemHeight: () => 0,
  itemWeight: () => 1,
  itemLayer: () => 0,
  itemName: (graphic) => `thing ${graphic}`,
  itemAnimation: () => 0,
};
