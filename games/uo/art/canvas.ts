import type { Bitmap } from './art-source.ts';
import { CLEAR, INK, PALETTE, rampOf, shift } from './palette.ts';

export type Point = readonly [x: number, y: number];

/** A palette index for the pixel at x, y, or CLEAR to leave it as it is. */
export type Paint = number | ((x: number, y: number) => number);

/** A picture of palette indices, row by row. Drawing outside it is cut off. */
export class Canvas {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    this.pixels = new Uint8Array(width * height);
  }

  /** CLEAR outside the picture. */
  get(x: number, y: number): number {
    return x < 0 || y < 0 || x >= this.width || y >= this.height ? CLEAR : this.pixels[y * this.width + x]!;
  }

  set(x: number, y: number, index: number): void {
    if (x >= 0 && y >= 0 && x < this.width && y < this.height) this.pixels[y * this.width + x] = index;
  }

  /** Sets the pixel that the point lies in, unless the paint is CLEAR there. */
  dot(x: number, y: number, paint: Paint): void {
    const i = Math.floor(x);
    const j = Math.floor(y);
    const index = typeof paint === 'number' ? paint : paint(i, j);
    if (index !== CLEAR) this.set(i, j, index);
  }

  rect(x: number, y: number, width: number, height: number, paint: Paint): void {
    for (let j = y; j < y + height; j++) for (let i = x; i < x + width; i++) this.dot(i, j, paint);
  }

  /** A line one pixel wide, both ends included. */
  line(x0: number, y0: number, x1: number, y1: number, paint: Paint): void {
    const steps = Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0), 1);
    for (let i = 0; i <= steps; i++) {
      this.dot(Math.round(x0 + ((x1 - x0) * i) / steps), Math.round(y0 + ((y1 - y0) * i) / steps), paint);
    }
  }

  /** A line of any thickness with round ends. */
  stroke(x0: number, y0: number, x1: number, y1: number, thickness: number, paint: Paint): void {
    const r = thickness / 2;
    const dx = x1 - x0;
    const dy = y1 - y0;
    const length = dx * dx + dy * dy || 1;
    for (let j = Math.floor(Math.min(y0, y1) - r); j <= Math.max(y0, y1) + r; j++) {
      for (let i = Math.floor(Math.min(x0, x1) - r); i <= Math.max(x0, x1) + r; i++) {
        const t = Math.max(0, Math.min(1, ((i + 0.5 - x0) * dx + (j + 0.5 - y0) * dy) / length));
        const ax = i + 0.5 - x0 - t * dx;
        const ay = j + 0.5 - y0 - t * dy;
        if (ax * ax + ay * ay <= r * r) this.dot(i, j, paint);
      }
    }
  }

  /** Fills a polygon: a pixel belongs to it when its centre does, so that neighbours neither overlap nor leave gaps. */
  polygon(points: readonly Point[], paint: Paint): void {
    let top = Infinity;
    let bottom = -Infinity;
    for (const [, y] of points) {
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
    for (let j = Math.max(0, Math.floor(top)); j < Math.min(this.height, Math.ceil(bottom)); j++) {
      const crossings: number[] = [];
      const y = j + 0.5;
      for (let k = 0; k < points.length; k++) {
        const [ax, ay] = points[k]!;
        const [bx, by] = points[(k + 1) % points.length]!;
        if (ay <= y !== by <= y) crossings.push(ax + ((y - ay) * (bx - ax)) / (by - ay));
      }
      crossings.sort((a, b) => a - b);
      for (let k = 0; k + 1 < crossings.length; k += 2) {
        for (let i = Math.ceil(crossings[k]! - 0.5); i + 0.5 < crossings[k + 1]!; i++) this.dot(i, j, paint);
      }
    }
  }

  ellipse(cx: number, cy: number, rx: number, ry: number, paint: Paint): void {
    for (let j = Math.floor(cy - ry); j <= cy + ry; j++) {
      for (let i = Math.floor(cx - rx); i <= cx + rx; i++) {
        const dx = (i + 0.5 - cx) / rx;
        const dy = (j + 0.5 - cy) / ry;
        if (dx * dx + dy * dy <= 1) this.dot(i, j, paint);
      }
    }
  }

  /** Draws another picture over this one, its clear pixels left out. */
  blit(other: Canvas, x: number, y: number): void {
    for (let j = 0; j < other.height; j++) {
      for (let i = 0; i < other.width; i++) this.dot(x + i, y + j, other.pixels[j * other.width + i]!);
    }
  }

  /** Each pixel anew, from its index and place; CLEAR ones included. Reads the picture as it was. */
  map(change: (index: number, x: number, y: number) => number): Canvas {
    const result = new Canvas(this.width, this.height);
    for (let j = 0; j < this.height; j++) {
      for (let i = 0; i < this.width; i++) {
        result.pixels[j * this.width + i] = change(this.pixels[j * this.width + i]!, i, j);
      }
    }
    return result;
  }

  /**
   * Darkens the pixels along the silhouette: the rule of all things that stand alone. Edges towards the light (upper left)
   * keep more of their colour than those away from it. What is only two pixels thin stays as it is.
   */
  rim(): Canvas {
    return this.map((index, x, y) => {
      if (index === CLEAR) return CLEAR;
      const right = this.get(x + 1, y) === CLEAR;
      const below = this.get(x, y + 1) === CLEAR;
      const left = this.get(x - 1, y) === CLEAR;
      const above = this.get(x, y - 1) === CLEAR;
      if ((right && left) || (above && below)) return index;
      if (right || below) return shift(index, -2);
      if (left || above) return shift(index, -1);
      return index;
    });
  }

  /** Draws a dark line around the silhouette, one pixel outside it, in the darkest shade of what it borders. */
  outline(colour?: number): Canvas {
    return this.map((index, x, y) => {
      if (index !== CLEAR) return index;
      const next = this.get(x - 1, y) || this.get(x, y - 1) || this.get(x + 1, y) || this.get(x, y + 1);
      if (next === CLEAR) return CLEAR;
      return colour ?? darkest(next);
    });
  }

  mirrored(): Canvas {
    return this.map((_, x, y) => this.get(this.width - 1 - x, y));
  }

  isEmpty(): boolean {
    return this.pixels.every((index) => index === CLEAR);
  }

  /** The smallest box around what is drawn; all 0 when nothing is. */
  bounds(): { left: number; top: number; right: number; bottom: number } {
    let [left, top, right, bottom] = [this.width, this.height, 0, 0];
    for (let j = 0; j < this.height; j++) {
      for (let i = 0; i < this.width; i++) {
        if (this.pixels[j * this.width + i] === CLEAR) continue;
        left = Math.min(left, i);
        right = Math.max(right, i + 1);
        top = Math.min(top, j);
        bottom = j + 1;
      }
    }
    return right === 0 ? { left: 0, top: 0, right: 0, bottom: 0 } : { left, top, right, bottom };
  }

  /** Part of the picture; beyond its edges it is clear. */
  crop(left: number, top: number, width: number, height: number): Canvas {
    const result = new Canvas(width, height);
    for (let j = 0; j < height; j++) {
      for (let i = 0; i < width; i++) result.pixels[j * width + i] = this.get(left + i, top + j);
    }
    return result;
  }

  /** In the 16-bit colours of client files. */
  toBitmap(): Bitmap {
    const { height, pixels: indices, width } = this;
    const pixels = new Uint16Array(indices.length);
    for (let i = 0; i < indices.length; i++) pixels[i] = PALETTE[indices[i]!]!;
    return { width, height, pixels };
  }
}

/** Very dark ramps have no line of their own that would show: they get ink. */
function darkest(index: number): number {
  const of = rampOf(index);
  return index - of <= 1 ? INK : of;
}
