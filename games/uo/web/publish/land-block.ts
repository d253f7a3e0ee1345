import { Writer } from '@gommog/wire';
import type { Terrain } from '../../files/terrain.ts';
import { LAND_BLOCK_TILES, type StaticEntryIn, writeLandBlock } from '../index.ts';

/** Blocks of a facet from west to east and from north to south. */
export function blocksOf({ height, width }: Terrain): { wide: number; high: number } {
  return { wide: Math.ceil(width / LAND_BLOCK_TILES), high: Math.ceil(height / LAND_BLOCK_TILES) };
}

/** The bytes of one block; null for one that the facet does not have. */
export function landBlock(terrain: Terrain, blockX: number, blockY: number): Uint8Array | null {
  const { high, wide } = blocksOf(terrain);
  if (!Number.isInteger(blockX) || !Number.isInteger(blockY)) return null;
  if (!(blockX >= 0 && blockY >= 0 && blockX < wide && blockY < high)) return null;
  const left = blockX * LAND_BLOCK_TILES;
  const top = blockY * LAND_BLOCK_TILES;
  const width = Math.min(LAND_BLOCK_TILES, terrain.width - left);
  const height = Math.min(LAND_BLOCK_TILES, terrain.height - top);
  const tiles: number[] = [];
  const heights: number[] = [];
  const statics: StaticEntryIn[] = [];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      tiles.push(terrain.land(left + x, top + y));
      heights.push(terrain.landZ(left + x, top + y));
      for (const { graphic, hue, z } of terrain.statics(left + x, top + y))
        statics.push({ x, y, z, graphic, hue });
    }
  }
  const writer = new Writer(tiles.length * 3 + statics.length * 7 + 16);
  writeLandBlock(writer, { width, height, tiles, heights, statics });
  return writer.bytes().slice();
}
