import { Canvas } from '../canvas.ts';

/** Side of the square around a land tile's diamond, in pixels. */
export const TILE = 44;

/** First pixel and number of pixels of a row of the diamond, as client files have them: 2, 4 ... 44, 44 ... 4, 2. */
export function diamondRow(y: number): { start: number; length: number } {
  const length = y < TILE / 2 ? (y + 1) * 2 : (TILE - y) * 2;
  return { start: (TILE - length) / 2, length };
}

/**
 * How far east and south a pixel of the diamond is in its tile, 0 to 1. Diamonds overlap by a pixel at two sides, where it is a
 * little more.
 */
export function tilePlace(x: number, y: number): [east: number, south: number] {
  const right = x + 0.5 - TILE / 2;
  const down = y + 0.5;
  return [(right + down) / TILE, (down - right) / TILE];
}

/** The pixel of the diamond that shows the same place of endless ground as this one, which may lie outside of it. */
export function wrapped(x: number, y: number): [x: number, y: number] {
  let [east, south] = tilePlace(x, y);
  let [i, j] = [x, y];
  for (; east < 0; east++) [i, j] = [i + TILE / 2, j + TILE / 2];
  for (; east >= 1; east--) [i, j] = [i - TILE / 2, j - TILE / 2];
  for (; south < 0; south++) [i, j] = [i - TILE / 2, j + TILE / 2];
  for (; south >= 1; south--) [i, j] = [i + TILE / 2, j - TILE / 2];
  return [i, j];
}

/** A whole diamond, each pixel by its place. */
export function fillDiamond(paint: (x: number, y: number) => number): Canvas {
  const canvas = new Canvas(TILE, TILE);
  for (let y = 0; y < TILE; y++) {
    const { length, start } = diamondRow(y);
    for (let x = start; x < start + length; x++) canvas.set(x, y, paint(x, y));
  }
  return canvas;
}

/**
 * A square seen from above, `size` pixels wide, that looks on a level slope as the diamond does: east is to the right, south
 * below.
 */
export function unfold(diamond: Canvas, size: number): Canvas {
  const square = new Canvas(size, size);
  return square.map((_, i, j) => {
    const east = (i + 0.5) / size;
    const south = (j + 0.5) / size;
    const [x, y] = wrapped(
      Math.floor(TILE / 2 + (east - south) * (TILE / 2)),
      Math.floor((east + south) * (TILE / 2)),
    );
    return diamond.get(x, y);
  });
}
