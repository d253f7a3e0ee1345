import type { Land } from './land.ts';
import { noise3 } from './noise.ts';

/** Distance between two points at which the noise is worked out; between them it is interpolated. */
const STEP = 4;
const WIDE = 26;
const NARROW = 13;
const TUNNEL = 0.115;

/** Where it is hollow under one column of 8 × 8 blocks: along the lines at which two fields are both near zero. */
export class Caves {
  readonly #height: number;
  readonly #first: Float32Array;
  readonly #second: Float32Array;

  constructor({ ground: { height, seed } }: Land, baseX: number, baseZ: number) {
    this.#height = height / STEP + 1;
    this.#first = new Float32Array(9 * this.#height);
    this.#second = new Float32Array(9 * this.#height);
    let at = 0;
    for (let y = 0; y < this.#height; y++) {
      for (let z = 0; z < 3; z++) {
        for (let x = 0; x < 3; x++, at++) {
          const px = (baseX + x * STEP) / WIDE;
          const pz = (baseZ + z * STEP) / WIDE;
          const py = (y * STEP) / NARROW;
          this.#first[at] = noise3(seed + 51, px, py, pz);
          this.#second[at] = noise3(seed + 53, px, py, pz);
        }
      }
    }
  }

  /** `x` and `z` count from the column's corner. */
  isHollow(x: number, y: number, z: number): boolean {
    return (
      Math.abs(this.#at(this.#first, x, y, z)) < TUNNEL && Math.abs(this.#at(this.#second, x, y, z)) < TUNNEL
    );
  }

  #at(field: Float32Array, x: number, y: number, z: number): number {
    const left = x >> 2;
    const bottom = y >> 2;
    const top = z >> 2;
    const u = (x & 3) / STEP;
    const w = (z & 3) / STEP;
    const at = bottom * 9 + top * 3 + left;
    const layer = (i: number): number => {
      const near = field[i]! + (field[i + 1]! - field[i]!) * u;
      const far = field[i + 3]! + (field[i + 4]! - field[i + 3]!) * u;
      return near + (far - near) * w;
    };
    const low = layer(at);
    return low + (layer(at + 9) - low) * ((y & 3) / STEP);
  }
}
