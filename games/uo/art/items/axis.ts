import { Canvas, type Point } from '../canvas.ts';
import { type Ramp, shade } from '../palette.ts';

/** A place on a long thing: pixels along it from its lower end, and across it; above 0 is the lower right side. */
type Local = readonly [along: number, across: number];

/**
 * Draws long things that lie aslant, from the lower left to the upper right, such as weapons and tools. Shapes are given
 * along and across the thing; the side towards the upper left is lit.
 */
export class Slanted {
  readonly canvas: Canvas;
  readonly #x: number;
  readonly #y: number;
  readonly #cos: number;
  readonly #sin: number;

  /** From the lower end; `angle` in degrees above the horizontal. */
  constructor({ size = 60, x = 8, y = 52, angle = 48 } = {}) {
    this.canvas = new Canvas(size, size);
    this.#x = x;
    this.#y = y;
    this.#cos = Math.cos((angle * Math.PI) / 180);
    this.#sin = Math.sin((angle * Math.PI) / 180);
  }

  place([along, across]: Local): Point {
    return [
      this.#x + along * this.#cos + across * this.#sin,
      this.#y - along * this.#sin + across * this.#cos,
    ];
  }

  #across(x: number, y: number): Local {
    const [dx, dy] = [x + 0.5 - this.#x, y + 0.5 - this.#y];
    return [dx * this.#cos - dy * this.#sin, dx * this.#sin + dy * this.#cos];
  }

  /** A flat shape with two slopes that meet along its middle, such as a blade. `ridge` is where they meet. */
  blade(points: readonly Local[], ramp: Ramp, ridge: (along: number) => number = () => 0): this {
    this.canvas.polygon(
      points.map((point) => this.place(point)),
      (x, y) => {
        const [along, across] = this.#across(x, y);
        const side = across - ridge(along);
        return shade(ramp, side < -0.3 ? 4.6 : side < 0.7 ? 3.4 : 2);
      },
    );
    return this;
  }

  /** A flat shape of one tone that is lighter towards the upper left. */
  plate(points: readonly Local[], ramp: Ramp, bias = 0, fall = 0.12): this {
    const middle = points.reduce((sum, [, across]) => sum + across, 0) / points.length;
    this.canvas.polygon(
      points.map((point) => this.place(point)),
      (x, y) => shade(ramp, 3.4 + bias - (this.#across(x, y)[1] - middle) * fall * 2),
    );
    return this;
  }

  /** A round rod. */
  rod(from: Local, to: Local, thickness: number, ramp: Ramp, wrap = 0): this {
    const [x0, y0] = this.place(from);
    const [x1, y1] = this.place(to);
    this.canvas.stroke(x0, y0, x1, y1, thickness, (x, y) => {
      const [along, across] = this.#across(x, y);
      const turn = wrap > 0 && Math.floor(along + across) % wrap === 0 ? -1.4 : 0;
      const aslant = from[1] === to[1] ? across - from[1] : 0;
      return shade(ramp, 3.1 - (aslant / thickness) * 3 + turn);
    });
    return this;
  }

  /** A ball or knob. */
  knob([along, across]: Local, radius: number, ramp: Ramp, bias = 0): this {
    const [cx, cy] = this.place([along, across]);
    this.canvas.ellipse(cx, cy, radius, radius, (x, y) =>
      shade(ramp, 3.2 + bias - ((x + 0.5 - cx) / radius) * 1.2 - ((y + 0.5 - cy) / radius) * 1.4),
    );
    return this;
  }

  /** Cut to the least square around the middle, with its outline, as it lies on its tile. */
  lying(): Canvas {
    return lying(this.canvas.outline());
  }
}

/** Puts a picture on the middle of its tile: the middle of what is drawn lies on the middle of the diamond. */
export function lying(canvas: Canvas): Canvas {
  const { bottom, left, right, top } = canvas.bounds();
  const width = right - left + ((right - left) % 2);
  // Small things lie on the middle; large ones may hang over the tile's lowest corner by nothing.
  const below = Math.max(0, Math.round(22 - (bottom - top) / 2));
  return canvas.crop(left, top, Math.max(2, width), Math.max(1, bottom - top + below));
}
