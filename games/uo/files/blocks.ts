/** Tiles along each side of a block, the unit in which client files hold land and statics. */
export const BLOCK_TILES = 8;
export const CELLS_PER_BLOCK = BLOCK_TILES * BLOCK_TILES;
/** Bytes of a block of land: an unused header, then 64 cells of 3 bytes, row by row. */
export const LAND_BLOCK_BYTES = 196;
export const LAND_HEADER_BYTES = 4;
export const LAND_CELL_BYTES = 3;
/** Bytes of a static: graphic, x and y within the block, z, hue. */
export const STATIC_BYTES = 7;

/** Blocks of a facet; they are numbered column by column: x * high + y. Throws RangeError unless sizes are multiples of 8. */
export function blocksIn(width: number, height: number): { wide: number; high: number; count: number } {
  if (width <= 0 || height <= 0 || width % BLOCK_TILES !== 0 || height % BLOCK_TILES !== 0) {
    throw new RangeError(`a facet of ${width} x ${height} tiles does not consist of blocks of 8 x 8`);
  }
  const wide = width / BLOCK_TILES;
  const high = height / BLOCK_TILES;
  return { wide, high, count: wide * high };
}
