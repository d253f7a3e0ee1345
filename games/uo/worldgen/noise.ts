import type { Rng } from '@gommog/core';

const SIZE = 256;
/** Stretches what comes out to about -1 to 1. */
const REACH = Math.SQRT2;

/** Smooth random heights over the plane: the same generator state gives the same field. */
export class Noise {
  /** Slopes at the points of the lattice. */
  readonly #slopeX = new Float32Array(SIZE);
  readonly #slopeY = new Float32Array(SIZE);
  readonly #order = new Uint8Array(SIZE * 2);

  constructor(rng: Rng) {
    for (let i = 0; i < SIZE; i++) {
      const angle = (rng.next() / 0x1_0000_0000) * 2 * Math.PI;
      this.#slopeX[i] = roundSlope(Math.cos(angle));
      this.#slopeY[i] = roundSlope(Math.sin(angle));
      this.#order[i] = i;
    }
    for (let i = SIZE - 1; i > 0; i--) {
      const j = rng.between(0, i);
      const kept = this.#order[i]!;
      this.#order[i] = this.#order[j]!;
      this.#order[j] = kept;
    }
    this.#order.copyWithin(SIZE, 0, SIZE);
  }

  /** One octave, -1 to 1; the lattice has one point per unit. */
  at(x: number, y: number): number {
    const left = Math.floor(x);
    const top = Math.floor(y);
    const dx = x - left;
    const dy = y - top;
    const u = fade(dx);
    const v = fade(dy);
    const north = this.#slope(left, top, dx, dy) * (1 - u) + this.#slope(left + 1, top, dx - 1, dy) * u;
    const south =
      this.#slope(left, top + 1, dx, dy - 1) * (1 - u) + this.#slope(left + 1, top + 1, dx - 1, dy - 1) * u;
    return (north * (1 - v) + south * v) * REACH;
  }

  /** Several octaves, each twice as fine and half as high; about -1 to 1. */
  fractal(x: number, y: number, octaves: number): number {
    let sum = 0;
    let total = 0;
    let amplitude = 1;
    let scale = 1;
    for (let octave = 0; octave < octaves; octave++) {
      // The shift keeps the lattices of the octaves from lining up, which would show as a grid.
      sum += amplitude * this.at(x * scale + octave * 37.7, y * scale + octave * 91.3);
      total += amplitude;
      amplitude *= 0.5;
      scale *= 2;
    }
    return sum / total;
  }

  #slope(x: number, y: number, dx: number, dy: number): number {
    const point = this.#order[(x & 255) + this.#order[y & 255]!]!;
    return this.#slopeX[point]! * dx + this.#slopeY[point]! * dy;
  }
}

/** Machines may differ in the last digits of a sine: fewer digits make the same land everywhere. */
function roundSlope(value: number): number {
  return Math.round(value * 4096) / 4096;
}

function fade(t: number): number {
  return t * t * t * (t * (t * 6 - 15) + 10);
}

/** 0 below `low`, 1 above `high`, a smooth rise between. */
export function smoothStep(low: number, high: number, value: number): number {
  const t = Math.min(1, Math.max(0, (value - low) / (high - low)));
  return t * t * (3 - 2 * t);
}
