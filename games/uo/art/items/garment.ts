import { Canvas, type Point } from '../canvas.ts';
import { CLEAR, type Ramp, shade } from '../palette.ts';
import { lying } from './axis.ts';
import type { Stuff } from './stuffs.ts';

/** Fills mirror-symmetric outlines about x = 22 with light from the upper left. */
export class Garment {
  readonly canvas = new Canvas(44, 60);
  readonly #stuff: Stuff;

  constructor(stuff: Stuff) {
    this.#stuff = stuff;
  }

  shape(points: readonly Point[], bias = 0, ramp = this.#stuff.ramp, weave = this.#stuff.weave): this {
    const xs = points.map(([x]) => x);
    const [left, right] = [Math.min(...xs), Math.max(...xs)];
    const middle = (left + right) / 2;
    const half = Math.max(1, (right - left) / 2);
    this.canvas.polygon(points, (x, y) => {
      const u = (x + 0.5 - middle) / half;
      return shade(ramp, 3.5 - u * 1.3 - u * u * 0.5 - (y - 24) * 0.012 + bias + weave(x, y));
    });
    return this;
  }

  /** The given half, on the left, and its mirror image. */
  both(points: readonly Point[], bias = 0, ramp?: Ramp): this {
    this.shape(points, bias + 0.2, ramp);
    return this.shape(
      points.map(([x, y]) => [44 - x, y]),
      bias - 0.5,
      ramp,
    );
  }

  line(x0: number, y0: number, x1: number, y1: number, bias = -1.4, ramp = this.#stuff.ramp): this {
    this.canvas.line(x0, y0, x1, y1, (x, y) =>
      this.canvas.get(x, y) === CLEAR ? CLEAR : shade(ramp, 3 + bias),
    );
    return this;
  }

  trim(x: number, y: number, width: number, height: number): this {
    const { trim } = this.#stuff;
    if (trim !== undefined)
      this.canvas.rect(x, y, width, height, (i, j) =>
        this.canvas.get(i, j) === CLEAR ? CLEAR : shade(trim, 4.2 - (i - x) / width),
      );
    return this;
  }

  done(): Canvas {
    return lying(this.canvas.outline());
  }
}

/** Draws a garment of one cut from any material. */
export type Cut = (stuff: Stuff) => Canvas;
