/** Chance that depends on nothing but its arguments: the same picture on every machine, in any order of drawing. */

/** 32 bits from three whole numbers. */
export function hash(x: number, y = 0, seed = 0): number {
  let h = Math.imul(x | 0, 0x27d4eb2d) ^ Math.imul(y | 0, 0x165667b1) ^ Math.imul(seed | 0, 0x9e3779b1);
  h = Math.imul(h ^ (h >>> 15), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** From 0 up to, but not including, 1. */
export function chance(x: number, y = 0, seed = 0): number {
  return hash(x, y, seed) / 0x1_0000_0000;
}

const smooth = (t: number): number => t * t * (3 - 2 * t);
const wrap = (i: number, period: number): number => ((i % period) + period) % period;

/**
 * Smooth noise, 0 to 1, that repeats after `period` whole steps in both directions. Coordinates are in steps: between whole
 * ones it is interpolated.
 */
export function valueNoise(x: number, y: number, period: number, seed: number): number {
  const x0 = Math.floor(x);
  const y0 = Math.floor(y);
  const fx = smooth(x - x0);
  const fy = smooth(y - y0);
  const at = (i: number, j: number): number => chance(wrap(i, period), wrap(j, period), seed);
  const top = at(x0, y0) * (1 - fx) + at(x0 + 1, y0) * fx;
  const bottom = at(x0, y0 + 1) * (1 - fx) + at(x0 + 1, y0 + 1) * fx;
  return top * (1 - fy) + bottom * fy;
}

/** Chance in order: each call of `next` gives another number. */
export class Dice {
  #count = 0;
  readonly #seed: number;

  constructor(seed: number) {
    this.#seed = seed;
  }

  /** From 0 up to, but not including, 1. */
  next(): number {
    return chance(this.#count++, 7, this.#seed);
  }

  /** From `least` up to, but not including, `most`. */
  between(least: number, most: number): number {
    return least + (most - least) * this.next();
  }

  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number {
    return Math.floor(this.between(least, most + 1));
  }

  pick<T>(of: readonly T[]): T {
    return of[Math.floor(this.next() * of.length)]!;
  }
}
