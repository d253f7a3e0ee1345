import { Writer } from '@gommog/wire';

const LONGEST_MARKED_RUN = 127;
const LONGEST_COLOUR_RUN = 255;
const MARKED = 0x80;

/** Asks for a value at each place of a chart. */
type At<T> = (x: number, y: number) => T;

/**
 * The bytes of multimap.rle, from which clients draw maps that people hold: marked places are lines of ink. A pixel is two tiles
 * wide and high. Sizes are in pixels. Source: classic client rule.
 */
export function encodeInkChart(width: number, height: number, isMarked: At<boolean>): Uint8Array {
  const w = new Writer(1 << 16);
  w.u4le(width);
  w.u4le(height);
  for (let y = 0; y < height; y++) {
    for (const [value, length] of runs(width, LONGEST_MARKED_RUN, (x) => isMarked(x, y))) {
      w.u1(value ? MARKED | length : length);
    }
  }
  return w.bytes();
}

/**
 * The bytes of facet0{n}.mul, the maps in colour that clients from 7.0.13 draw: 15-bit colours, a pixel for each tile.
 * Source: classic client rule.
 */
export function encodeColourChart(width: number, height: number, colour: At<number>): Uint8Array {
  const w = new Writer(1 << 20);
  w.u2le(width);
  w.u2le(height);
  for (let y = 0; y < height; y++) {
    const row = [...runs(width, LONGEST_COLOUR_RUN, (x) => colour(x, y))];
    w.u4le(row.length * 3);
    for (const [value, length] of row) {
      w.u1(length);
      w.u2le(value);
    }
  }
  return w.bytes();
}

function* runs<T>(width: number, longest: number, at: (x: number) => T): Generator<readonly [T, number]> {
  for (let x = 0; x < width; ) {
    const value = at(x);
    const start = x;
    while (x < width && x - start < longest && at(x) === value) x++;
    yield [value, x - start] as const;
  }
}
