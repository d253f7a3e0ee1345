import { Canvas } from './canvas.ts';
import { CLEAR, type Ramp, shade, shift } from './palette.ts';

/** A place on or above a tile: east and south in tiles from its north corner, height in the world's units (4 pixels). */
export type Place = readonly [east: number, south: number, height: number];

/**
 * The paint of a surface: the palette index at u, v, or CLEAR for a hole. On a face, u and v are pixels along its two sides.
 * `light` is how brightly the sun falls there, on the scale of ramps, 0 to 5.
 */
export type Surface = (u: number, v: number, light: number) => number;

/** One colour, `bias` steps lighter or darker than the light has it. */
export const plain =
  (ramp: Ramp, bias = 0): Surface =>
  (_u, _v, light) =>
    shade(ramp, light + bias);

/** Half a tile in pixels: one tile to the east is that far right and that far down. */
export const HALF = 22;
/** Pixels of one unit of height. */
export const RISE = 4;

/** The sun stands in the upper left: tops are light, faces to the south less, faces to the east dark. */
const SUN_TOP = 3.9;
const SUN_SOUTH = 3.0;
const SUN_EAST = 1.7;

/**
 * Where in a pixel a face is looked at. Edges of tiles run exactly through the middles of pixels; a little beside it each
 * pixel belongs to one face and never to none.
 */
const SAMPLE_X = 0.5 + 1e-3;
const SAMPLE_Y = 0.5 + 2.3e-3;

export interface SceneOptions {
  /** Pixels to each side of the tile's middle. */
  readonly reach?: number;
  /** Pixels above the tile's lowest corner. */
  readonly rise?: number;
}

/**
 * Draws solid things on one tile, as they are seen from the south-east and above. What is nearer hides what is behind,
 * whatever is drawn first. Place (0, 0, 0) is the upper corner of the tile's diamond, (1, 1, 0) the lowest.
 */
export class Scene {
  readonly canvas: Canvas;
  readonly #depths: Float32Array;
  /** Which part a pixel belongs to, for the lines between parts. */
  readonly #parts: Uint16Array;
  readonly #middle: number;
  readonly #ground: number;
  #part = 0;

  constructor({ reach = 66, rise = 200 }: SceneOptions = {}) {
    this.canvas = new Canvas(reach * 2, rise);
    this.#depths = new Float32Array(reach * 2 * rise).fill(-Infinity);
    this.#parts = new Uint16Array(reach * 2 * rise);
    this.#middle = reach;
    this.#ground = rise - 2 * HALF;
  }

  /** Where a place is on the canvas, in pixels. */
  project([east, south, height]: Place): [x: number, y: number] {
    return [this.#middle + (east - south) * HALF, this.#ground + (east + south) * HALF - height * RISE];
  }

  /** What is drawn from now on is another part: between parts there may be lines. */
  nextPart(): this {
    this.#part++;
    return this;
  }

  /** How near a place is to whoever looks; the nearer, the greater. */
  depthOf([east, south, height]: Place): number {
    return east + south + height / 11;
  }

  #plot(x: number, y: number, depth: number, index: number): void {
    if (index === CLEAR || x < 0 || y < 0 || x >= this.canvas.width || y >= this.canvas.height) return;
    const at = y * this.canvas.width + x;
    // A hair's breadth of tolerance lets the later of two parts in one plane win.
    if (depth < this.#depths[at]! - 1e-4) return;
    this.#depths[at] = depth;
    this.#parts[at] = this.#part;
    this.canvas.pixels[at] = index;
  }

  /**
   * A parallelogram from `origin` along two sides. u runs along the first and v along the second, in pixels as seen on a
   * face upright or flat. `light` 0 to 5; by default that of the way it faces.
   */
  face(origin: Place, along: Place, up: Place, surface: Surface, light = sunOn(along, up)): void {
    const [ox, oy] = this.project(origin);
    const ax = (along[0] - along[1]) * HALF;
    const ay = (along[0] + along[1]) * HALF - along[2] * RISE;
    const bx = (up[0] - up[1]) * HALF;
    const by = (up[0] + up[1]) * HALF - up[2] * RISE;
    const area = ax * by - ay * bx;
    if (Math.abs(area) < 1e-6) return;
    const long = pixelsOf(along);
    const high = pixelsOf(up);
    const near = this.depthOf(origin);
    const nearAlong = this.depthOf(along);
    const nearUp = this.depthOf(up);
    const xs = [ox, ox + ax, ox + bx, ox + ax + bx];
    const ys = [oy, oy + ay, oy + by, oy + ay + by];
    for (let y = Math.floor(Math.min(...ys)); y < Math.max(...ys); y++) {
      for (let x = Math.floor(Math.min(...xs)); x < Math.max(...xs); x++) {
        const px = x + SAMPLE_X - ox;
        const py = y + SAMPLE_Y - oy;
        const s = (px * by - py * bx) / area;
        const t = (ax * py - ay * px) / area;
        if (s < 0 || t < 0 || s >= 1 || t >= 1) continue;
        this.#plot(x, y, near + s * nearAlong + t * nearUp, surface(s * long, t * high, light));
      }
    }
  }

  /** An upright box between two corners. Each side may have its own surface; v runs from the bottom up. */
  box(from: Place, to: Place, sides: Surface, top: Surface = sides, east: Surface = sides): this {
    const [x0, y0, z0] = from;
    const [x1, y1, z1] = to;
    this.face([x0, y1, z0], [x1 - x0, 0, 0], [0, 0, z1 - z0], sides, SUN_SOUTH);
    this.face([x1, y1, z0], [0, y0 - y1, 0], [0, 0, z1 - z0], east, SUN_EAST);
    this.face([x0, y0, z1], [x1 - x0, 0, 0], [0, y1 - y0, 0], top, SUN_TOP);
    return this;
  }

  /** A round thing around a place; radii in pixels. `light` follows the roundness. u, v run from -1 to 1. */
  ball(at: Place, rx: number, ry: number, surface: Surface): this {
    const [cx, cy] = this.project(at);
    const near = this.depthOf(at);
    for (let y = Math.floor(cy - ry); y <= cy + ry; y++) {
      for (let x = Math.floor(cx - rx); x <= cx + rx; x++) {
        const u = (x + 0.5 - cx) / rx;
        const v = (y + 0.5 - cy) / ry;
        const rest = 1 - u * u - v * v;
        if (rest < 0) continue;
        const out = Math.sqrt(rest);
        this.#plot(x, y, near + (out * Math.min(rx, ry)) / 31, surface(u, v, sunOnRound(u, v, out)));
      }
    }
    return this;
  }

  /** A rod with round ends between two places; the radius, in pixels, may change along it. u: -1 to 1 across, v: along. */
  rod(from: Place, to: Place, radius: number, surface: Surface, radiusTo = radius): this {
    const [ax, ay] = this.project(from);
    const [bx, by] = this.project(to);
    const dx = bx - ax;
    const dy = by - ay;
    const length = Math.hypot(dx, dy) || 1e-6;
    const nearFrom = this.depthOf(from);
    const nearTo = this.depthOf(to);
    const most = Math.max(radius, radiusTo);
    for (let y = Math.floor(Math.min(ay, by) - most); y <= Math.max(ay, by) + most; y++) {
      for (let x = Math.floor(Math.min(ax, bx) - most); x <= Math.max(ax, bx) + most; x++) {
        const px = x + 0.5 - ax;
        const py = y + 0.5 - ay;
        const t = Math.max(0, Math.min(1, (px * dx + py * dy) / (length * length)));
        const r = radius + (radiusTo - radius) * t;
        const ex = (px - t * dx) / r;
        const ey = (py - t * dy) / r;
        const rest = 1 - ex * ex - ey * ey;
        if (rest < 0) continue;
        const out = Math.sqrt(rest);
        const across = ((px * dy - py * dx) / length / r) * (dy < 0 ? -1 : 1);
        const near = nearFrom + (nearTo - nearFrom) * t + (out * r) / 31;
        this.#plot(x, y, near, surface(across, t * length, sunOnRound(ex, ey, out)));
      }
    }
    return this;
  }

  /**
   * A thing turned on a wheel, upright on a place. The profile gives radii by height, both in pixels, from the bottom up;
   * between its points they are interpolated. Circles are seen `flatness` times as high as wide. u: -1 to 1 across, v: height.
   */
  turned(
    at: Place,
    profile: readonly (readonly [height: number, radius: number])[],
    side: Surface,
    top: Surface = side,
    flatness = 0.5,
  ): this {
    const [cx, cy] = this.project(at);
    const near = this.depthOf(at);
    const tall = profile.at(-1)![0];
    for (let step = 0; step <= tall * 2; step++) {
      const height = step / 2;
      const r = radiusAt(profile, height);
      if (r <= 0) continue;
      const isTop = step + 1 > tall * 2;
      const ry = Math.max(0.5, r * flatness);
      const y0 = cy - height;
      for (let y = Math.floor(y0 - ry); y <= y0 + ry; y++) {
        for (let x = Math.floor(cx - r); x <= cx + r; x++) {
          const u = (x + 0.5 - cx) / r;
          const v = (y + 0.5 - y0) / ry;
          if (u * u + v * v > 1) continue;
          const depth = near + (v * ry) / HALF / 2 + height / 44 + 0.002 * step;
          if (isTop) this.#plot(x, y, depth, top(u, v, SUN_TOP));
          else if (v >= -0.2) this.#plot(x, y, depth, side(u, height, 3.1 - 2.2 * u - 0.6 * Math.abs(u)));
          else this.#plot(x, y, depth, side(u, height, 3));
        }
      }
    }
    return this;
  }

  /**
   * Darkens pixels where another part, or the same one, lies clearly nearer just left of or above them: the folds of a
   * solid. `step` is how much nearer, in tiles.
   */
  crease(step = 0.12, by = -1): this {
    const { height, pixels, width } = this.canvas;
    const before = pixels.slice();
    for (let y = 1; y < height; y++) {
      for (let x = 1; x < width; x++) {
        const at = y * width + x;
        if (before[at] === CLEAR) continue;
        for (const next of [at - 1, at - width, at + 1, at + width]) {
          if (before[next] === CLEAR || next >= before.length) continue;
          if (this.#depths[next]! - this.#depths[at]! > step) pixels[at] = shift(before[at]!, by);
        }
      }
    }
    return this;
  }

  /** Darkens pixels of a part that borders, to the right or below, on another part. */
  seams(by = -1): this {
    const { height, pixels, width } = this.canvas;
    const before = pixels.slice();
    for (let y = 0; y < height - 1; y++) {
      for (let x = 0; x < width - 1; x++) {
        const at = y * width + x;
        if (before[at] === CLEAR) continue;
        for (const next of [at + 1, at + width]) {
          if (before[next] !== CLEAR && this.#parts[next] !== this.#parts[at])
            pixels[at] = shift(before[at]!, by);
        }
      }
    }
    return this;
  }

  /**
   * The picture for the tile: cut at the top and evenly at both sides; its bottom row is the tile's lowest. At least as wide
   * and high as asked, both even.
   */
  picture(canvas: Canvas = this.canvas): Canvas {
    return standing(canvas, this.#middle);
  }
}

/** Cuts a canvas whose bottom row is the lowest of the tile and whose column `middle` is the tile's middle. */
export function standing(canvas: Canvas, middle = canvas.width / 2): Canvas {
  const { bottom, left, right, top } = canvas.bounds();
  if (bottom === 0) return new Canvas(2, 2);
  const half = Math.max(middle - left, right - middle, 1);
  return canvas.crop(middle - half, top, half * 2, canvas.height - top);
}

function pixelsOf([east, south, height]: Place): number {
  return height === 0
    ? Math.hypot(east, south) * HALF
    : Math.hypot(east, south, (height * RISE) / HALF) * HALF;
}

/** Sunlight on a flat face by its normal. The world's units of height are a fifth or so of a tile's half. */
function sunOn(along: Place, up: Place): number {
  const unit = RISE / 31;
  const a = [along[0], along[1], along[2] * unit] as const;
  const b = [up[0], up[1], up[2] * unit] as const;
  let n = [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
  const length = Math.hypot(n[0]!, n[1]!, n[2]!) || 1;
  // Only faces that look at us are seen: turn the normal towards us.
  if (n[0]! + n[1]! + n[2]! < 0) n = n.map((each) => -each);
  const [x, y, z] = n.map((each) => each / length) as [number, number, number];
  return Math.max(0.4, 2.35 - 0.65 * x + 0.65 * y + 1.55 * z);
}

/** Sunlight on a round surface by its normal on the screen: right, down, towards us. */
export function sunOnRound(right: number, down: number, out: number): number {
  return 2.5 + 2.4 * (-0.5 * right - 0.68 * down + 0.5 * out) - 0.3;
}

function radiusAt(profile: readonly (readonly [number, number])[], height: number): number {
  for (let i = 1; i < profile.length; i++) {
    const [h0, r0] = profile[i - 1]!;
    const [h1, r1] = profile[i]!;
    if (height <= h1) return h1 === h0 ? r1 : r0 + ((r1 - r0) * (height - h0)) / (h1 - h0);
  }
  return profile.at(-1)![1];
}
