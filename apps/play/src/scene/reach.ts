import type { Terrain } from '@gommog/uo/movement';
import { HALF } from './projection.ts';
import type { Rect } from './rect.ts';

/** Rows of tiles below a part of the scene that may reach into it: what is high is drawn far above its tile. */
const ROWS_BELOW = 26;
const ROWS_ABOVE = 3;
const COLUMNS_BESIDE = 3;

/** Rows and columns of tiles whose pictures may lie in a part of the scene of this size. */
export function reachOf(width: number, height: number): { rows: number; columns: number } {
  return {
    rows: Math.ceil(height / HALF) + ROWS_ABOVE + ROWS_BELOW,
    columns: Math.ceil(width / HALF) + COLUMNS_BESIDE * 2,
  };
}

/** Tiles whose pictures may lie in a part of the scene, from the farthest to the nearest. */
export function* tilesInReach(
  { height, width }: Terrain,
  part: Rect,
): Generator<readonly [x: number, y: number]> {
  const firstRow = Math.floor(part.top / HALF) - ROWS_ABOVE;
  const lastRow = Math.ceil(part.bottom / HALF) + ROWS_BELOW;
  const firstColumn = Math.floor(part.left / HALF) - COLUMNS_BESIDE;
  const lastColumn = Math.ceil(part.right / HALF) + COLUMNS_BESIDE;
  // A row is x + y, a column x - y: of the same parity, or there is no such tile.
  for (let row = firstRow; row <= lastRow; row++) {
    for (let column = firstColumn + ((firstColumn + row) & 1); column <= lastColumn; column += 2) {
      const x = (row + column) / 2;
      const y = (row - column) / 2;
      if (x >= 0 && y >= 0 && x < width && y < height) yield [x, y];
    }
  }
}
