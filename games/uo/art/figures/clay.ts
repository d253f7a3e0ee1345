import { Canvas } from '../canvas.ts';
import { CLEAR, RAMP_LENGTH, type Ramp, shift } from '../palette.ts';
import { sunOnRound } from '../scene.ts';
import { cross, minus, type Turn, type Vec } from './vector.ts';

/** What a solid is made of. */
export interface Matter {
  readonly ramp: Ramp;
  /** Steps lighter or darker than the light has it. */
  readonly bias?: number;
  /** How much light and shade differ; 1 is as round as it is, 0 flat. */
  readonly contrast?: number;
  /** Steps lighter or darker, by pixel of the picture: rings of mail, studs, stripes. */
  readonly grain?: (x: number, y: number) => number;
}

/** How a figure is looked at. */
export interface View {
  /** The way it faces, in eighths of a turn: 0 towards us, 2 to our left, 4 away from us. */
  readonly facing: number;
  /** How far from above, in radians. */
  readonly elevation?: number;
  /** Size, 1 being that of the world. */
  readonly scale?: number;
}

/** Sizes of the picture and where in it the figure's own ground lies. */
export interface Table {
  readonly width: number;
  readonly height: number;
  readonly middle: number;
  readonly ground: number;
}

/** Of the classics' people: a little from above. */
export const ELEVATION = 0.5;
/** Rings of so many points are of cloth; those of fewer have edges. */
const CLOTH_POINTS = 12;
/** Depth of where nothing is. */
const FAR = -1e9;
/** Light that contrast leaves as it is. */
const MIDDLE_LIGHT = 2.6;

/**
 * A heap of lit solids, each hiding what is behind it, from which a figure's picture is taken. One heap serves for many
 * pictures: `begin` clears it.
 */
export class Clay {
  readonly width: number;
  readonly height: number;
  readonly middle: number;
  readonly ground: number;
  readonly pixels: Uint8Array;
  readonly depths: Float32Array;
  readonly #parts: Uint8Array;
  /** The pixels as they were before the lines. */
  readonly #before: Uint8Array;
  #occluder: Float32Array | null = null;
  #part = 1;
  #scale = 1;
  #ramp = 0;
  #bias = 0;
  #contrast = 1;
  #grain: Matter['grain'];
  // Rows of the camera: screen right, screen down, towards us.
  #sx: Vec = [1, 0, 0];
  #sy: Vec = [0, 0, -1];
  #sz: Vec = [0, 1, 0];
  #left = 0;
  #top = 0;
  #right = 0;
  #bottom = 0;

  constructor({ width, height, middle, ground }: Table) {
    this.width = width;
    this.height = height;
    this.middle = middle;
    this.ground = ground;
    this.pixels = new Uint8Array(width * height);
    this.depths = new Float32Array(width * height);
    this.#parts = new Uint8Array(width * height);
    this.#before = new Uint8Array(width * height);
    this.depths.fill(FAR);
    this.begin({ facing: 0 });
  }

  /** An empty table. What lies clearly behind the occluder, depths of an earlier picture, will not be seen. */
  begin({ facing, elevation = ELEVATION, scale = 1 }: View, occluder: Float32Array | null = null): this {
    // Only what was drawn upon is wiped.
    for (let y = this.#top; y < this.#bottom; y++) {
      const [from, to] = [y * this.width + this.#left, y * this.width + this.#right];
      this.pixels.fill(CLEAR, from, to);
      this.depths.fill(FAR, from, to);
      this.#parts.fill(0, from, to);
    }
    this.#occluder = occluder;
    this.#part = 1;
    this.#scale = scale;
    const angle = (facing * Math.PI) / 4;
    const [s, c] = [Math.sin(angle), Math.cos(angle)];
    const [se, ce] = [Math.sin(elevation), Math.cos(elevation)];
    // Of a figure: right is (-c, -s) and forward (-s, c) on the ground as we see it, to our right and towards us.
    this.#sx = [-c, -s, 0];
    this.#sy = [-s * se, c * se, -ce];
    this.#sz = [-s * ce, c * ce, se];
    this.#left = this.width;
    this.#top = this.height;
    this.#right = 0;
    this.#bottom = 0;
    return this;
  }

  /** Size of what is drawn, 1 being that of the world. Near by, more is seen. */
  get scale(): number {
    return this.#scale;
  }

  /** What comes now is another part than what came before. */
  part(): this {
    this.#part = (this.#part % 255) + 1;
    return this;
  }

  #x(a: Vec): number {
    return this.middle + this.#scale * (a[0] * this.#sx[0] + a[1] * this.#sx[1] + a[2] * this.#sx[2]);
  }
  #y(a: Vec): number {
    return this.ground + this.#scale * (a[0] * this.#sy[0] + a[1] * this.#sy[1] + a[2] * this.#sy[2]);
  }
  #z(a: Vec): number {
    return this.#scale * (a[0] * this.#sz[0] + a[1] * this.#sz[1] + a[2] * this.#sz[2]);
  }

  /** Whether something nearer is there already. */
  #hidden(at: number, depth: number): boolean {
    if (depth < this.depths[at]!) return true;
    return this.#occluder !== null && depth < this.#occluder[at]! - 0.75 * this.#scale;
  }

  #plot(at: number, x: number, y: number, depth: number, level: number): void {
    let shade = Math.round(MIDDLE_LIGHT + this.#bias + (level - MIDDLE_LIGHT) * this.#contrast);
    if (this.#grain !== undefined) shade += this.#grain(x - this.middle, y - this.ground);
    shade = shade < 0 ? 0 : shade >= RAMP_LENGTH ? RAMP_LENGTH - 1 : shade;
    this.depths[at] = depth;
    this.#parts[at] = this.#part;
    this.pixels[at] = this.#ramp + shade;
  }

  /** What is plotted from now on is of this matter, within a box that is seen. */
  #use(
    { bias = 0, contrast = 1, grain, ramp }: Matter,
    x0: number,
    y0: number,
    x1: number,
    y1: number,
  ): void {
    this.#ramp = ramp;
    this.#bias = bias;
    this.#contrast = contrast;
    this.#grain = grain;
    if (x0 < this.#left) this.#left = x0;
    if (x1 >= this.#right) this.#right = x1 + 1;
    if (y0 < this.#top) this.#top = y0;
    if (y1 >= this.#bottom) this.#bottom = y1 + 1;
  }

  /** A rod with round ends, whose radius may change along it. */
  rod(from: Vec, to: Vec, radius: number, matter: Matter, radiusTo = radius): this {
    const [ax, ay, az] = [this.#x(from), this.#y(from), this.#z(from)];
    const [bx, by, bz] = [this.#x(to), this.#y(to), this.#z(to)];
    const ra = Math.max(0.55, radius * this.#scale);
    const rb = Math.max(0.55, radiusTo * this.#scale);
    const dx = bx - ax;
    const dy = by - ay;
    const length2 = dx * dx + dy * dy || 1e-6;
    const x0 = Math.max(0, Math.floor(Math.min(ax - ra, bx - rb)));
    const x1 = Math.min(this.width - 1, Math.ceil(Math.max(ax + ra, bx + rb)));
    const y0 = Math.max(0, Math.floor(Math.min(ay - ra, by - rb)));
    const y1 = Math.min(this.height - 1, Math.ceil(Math.max(ay + ra, by + rb)));
    if (x1 < x0 || y1 < y0) return this;
    this.#use(matter, x0, y0, x1, y1);
    for (let y = y0; y <= y1; y++) {
      for (let x = x0; x <= x1; x++) {
        const px = x + 0.5 - ax;
        const py = y + 0.5 - ay;
        let t = (px * dx + py * dy) / length2;
        if (t < 0) t = 0;
        else if (t > 1) t = 1;
        const r = ra + (rb - ra) * t;
        const ex = (px - t * dx) / r;
        const ey = (py - t * dy) / r;
        const rest = 1 - ex * ex - ey * ey;
        if (rest < 0) continue;
        const out = Math.sqrt(rest);
        const at = y * this.width + x;
        const depth = az + (bz - az) * t + out * r;
        if (!this.#hidden(at, depth)) this.#plot(at, x, y, depth, sunOnRound(ex, ey, out));
      }
    }
    return this;
  }

  ball(at: Vec, radius: number, matter: Matter): this {
    return this.rod(at, at, radius, matter);
  }

  /** An ellipsoid with radii along the three directions of a turn. */
  egg(at: Vec, [rx, ry, rz]: Vec, turn: Turn, matter: Matter): this {
    const scale = this.#scale;
    const [cx, cy, cz] = [this.#x(at), this.#y(at), this.#z(at)];
    // The quadratic form q = sum over axes of (axis . p / r)^2, in screen space.
    const axes = [turn.right, turn.forward, turn.up] as const;
    const radii = [rx * scale, ry * scale, rz * scale] as const;
    let [xx, yy, zz, xy, xz, yz] = [0, 0, 0, 0, 0, 0];
    let wide = 0;
    let high = 0;
    for (let i = 0; i < 3; i++) {
      const a = axes[i]!;
      const r = radii[i]!;
      const u = a[0] * this.#sx[0] + a[1] * this.#sx[1] + a[2] * this.#sx[2];
      const v = a[0] * this.#sy[0] + a[1] * this.#sy[1] + a[2] * this.#sy[2];
      const w = a[0] * this.#sz[0] + a[1] * this.#sz[1] + a[2] * this.#sz[2];
      const q = 1 / (r * r);
      xx += u * u * q;
      yy += v * v * q;
      zz += w * w * q;
      xy += u * v * q;
      xz += u * w * q;
      yz += v * w * q;
      wide += u * u * r * r;
      high += v * v * r * r;
    }
    wide = Math.sqrt(wide);
    high = Math.sqrt(high);
    const x0 = Math.max(0, Math.floor(cx - wide));
    const x1 = Math.min(this.width - 1, Math.ceil(cx + wide));
    const y0 = Math.max(0, Math.floor(cy - high));
    const y1 = Math.min(this.height - 1, Math.ceil(cy + high));
    if (x1 < x0 || y1 < y0) return this;
    this.#use(matter, x0, y0, x1, y1);
    for (let y = y0; y <= y1; y++) {
      for (let x = x0; x <= x1; x++) {
        const px = x + 0.5 - cx;
        const py = y + 0.5 - cy;
        const b = px * xz + py * yz;
        const rest = b * b - zz * (xx * px * px + yy * py * py + 2 * xy * px * py - 1);
        if (rest < 0) continue;
        const pz = (-b + Math.sqrt(rest)) / zz;
        const at = y * this.width + x;
        if (this.#hidden(at, cz + pz)) continue;
        const nx = xx * px + xy * py + xz * pz;
        const ny = xy * px + yy * py + yz * pz;
        const nz = xz * px + yz * py + zz * pz;
        const n = Math.sqrt(nx * nx + ny * ny + nz * nz);
        this.#plot(at, x, y, cz + pz, sunOnRound(nx / n, ny / n, nz / n));
      }
    }
    return this;
  }

  /**
   * A skin over rings of as many points each, one ring after the other: skirts, cloaks, brims, blades. Its light runs on from ring to ring,
   * so that folds hang down; where there are many points, it also runs on around, softly.
   */
  skin(rings: readonly (readonly Vec[])[], matter: Matter, closed = true): this {
    const points = rings[0]!.length;
    const count = closed ? points : points - 1;
    const soft = points < CLOTH_POINTS ? 0 : 0.4;
    const strips = Array.from({ length: count }, (_, j) => this.#lightsDown(rings, j, (j + 1) % points));
    const beside = (j: number): readonly number[] =>
      strips[closed ? (j + count) % count : Math.max(0, Math.min(count - 1, j))]!;
    for (let j = 0; j < count; j++) {
      const [own, left, right] = [strips[j]!, beside(j - 1), beside(j + 1)];
      const k = (j + 1) % points;
      for (let i = 0; i + 1 < rings.length; i++) {
        const [upper, lower] = [rings[i]!, rings[i + 1]!];
        const at = (ring: number, neighbour: readonly number[]): number =>
          own[ring]! + (neighbour[ring]! - own[ring]!) * soft;
        const [a, b, c, d] = [at(i, left), at(i, right), at(i + 1, right), at(i + 1, left)];
        this.#triangle(upper[j]!, upper[k]!, lower[k]!, [a, b, c], matter);
        this.#triangle(upper[j]!, lower[k]!, lower[j]!, [a, c, d], matter);
      }
    }
    return this;
  }

  /** Light on the strip between two points of each ring, at every ring: the mean of the faces above and below it. */
  #lightsDown(rings: readonly (readonly Vec[])[], j: number, k: number): readonly number[] {
    const faces = rings.slice(1).map((lower, i) => {
      const upper = rings[i]!;
      return this.#lightOf(cross(minus(lower[k]!, upper[j]!), minus(lower[j]!, upper[k]!)));
    });
    return rings.map((_, i) => ((faces[i - 1] ?? faces[i]!) + (faces[i] ?? faces[i - 1]!)) / 2);
  }

  /** A flat piece by its edge, which bulges nowhere inwards. */
  plate(edge: readonly Vec[], matter: Matter): this {
    const normal = cross(minus(edge[1]!, edge[0]!), minus(edge[2]!, edge[0]!));
    const light = this.#lightOf(normal);
    for (let i = 1; i + 1 < edge.length; i++)
      this.#triangle(edge[0]!, edge[i]!, edge[i + 1]!, [light, light, light], matter);
    return this;
  }

  /** Light on a thin face, whichever of its sides we see. */
  #lightOf(normal: Vec): number {
    const [a, b, c] = normal;
    let x = a * this.#sx[0] + b * this.#sx[1] + c * this.#sx[2];
    let y = a * this.#sy[0] + b * this.#sy[1] + c * this.#sy[2];
    let z = a * this.#sz[0] + b * this.#sz[1] + c * this.#sz[2];
    const n = Math.hypot(x, y, z) || 1;
    if (z < 0) [x, y, z] = [-x, -y, -z];
    return sunOnRound(x / n, y / n, z / n);
  }

  /** `lights`: at each of its corners. */
  #triangle(a: Vec, b: Vec, c: Vec, [atA, atB, atC]: Vec, matter: Matter): void {
    const [ax, ay, az] = [this.#x(a), this.#y(a), this.#z(a)];
    const [bx, by, bz] = [this.#x(b), this.#y(b), this.#z(b)];
    const [cx, cy, cz] = [this.#x(c), this.#y(c), this.#z(c)];
    const area = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay);
    if (Math.abs(area) < 1e-6) return;
    const x0 = Math.max(0, Math.floor(Math.min(ax, bx, cx)));
    const x1 = Math.min(this.width - 1, Math.ceil(Math.max(ax, bx, cx)));
    const y0 = Math.max(0, Math.floor(Math.min(ay, by, cy)));
    const y1 = Math.min(this.height - 1, Math.ceil(Math.max(ay, by, cy)));
    if (x1 < x0 || y1 < y0) return;
    this.#use(matter, x0, y0, x1, y1);
    const ux = (cy - ay) / area;
    const uy = -(cx - ax) / area;
    const vx = -(by - ay) / area;
    const vy = (bx - ax) / area;
    for (let y = y0; y <= y1; y++) {
      const py = y + 0.5 - ay;
      for (let x = x0; x <= x1; x++) {
        const px = x + 0.5 - ax;
        const u = px * ux + py * uy;
        const v = px * vx + py * vy;
        if (u < -1e-4 || v < -1e-4 || u + v > 1 + 1e-4) continue;
        const at = y * this.width + x;
        const depth = az + u * (bz - az) + v * (cz - az);
        if (this.#hidden(at, depth)) continue;
        this.#plot(at, x, y, depth, atA + u * (atB - atA) + v * (atC - atA));
      }
    }
  }

  /** A dot of one palette index on what is there, if nothing hides it: eyes, buckles. */
  mark(at: Vec, index: number, size = 1): this {
    const x0 = Math.floor(this.#x(at) - size / 2 + 0.5);
    const y0 = Math.floor(this.#y(at) - size / 2 + 0.5);
    const depth = this.#z(at);
    for (let y = y0; y < y0 + size; y++) {
      for (let x = x0; x < x0 + size; x++) {
        if (x < 0 || y < 0 || x >= this.width || y >= this.height) continue;
        const i = y * this.width + x;
        if (this.pixels[i] !== CLEAR && depth >= this.depths[i]! - 0.3 * this.#scale) this.pixels[i] = index;
      }
    }
    return this;
  }

  /**
   * Draws the lines: dark along the silhouette, less so towards the light, and where one part lies before another. `fold` is
   * how far before it has to be.
   */
  lines(fold = 1.2): this {
    const { depths, pixels, width } = this;
    const before = this.#before;
    const step = fold * this.#scale;
    const last = before.length;
    // The rows above and below are looked at, too.
    const from = Math.max(0, (this.#top - 1) * width);
    before.set(pixels.subarray(from, Math.min(last, (this.#bottom + 1) * width)), from);
    for (let y = this.#top; y < this.#bottom; y++) {
      for (let x = this.#left; x < this.#right; x++) {
        const at = y * width + x;
        const index = before[at]!;
        if (index === CLEAR) continue;
        const right = x + 1 >= width || before[at + 1] === CLEAR;
        const left = x === 0 || before[at - 1] === CLEAR;
        const below = at + width >= last || before[at + width] === CLEAR;
        const above = at < width || before[at - width] === CLEAR;
        const thin = (right && left) || (above && below);
        if (thin) continue;
        if (right || below) pixels[at] = shift(index, -2);
        else if (left || above) pixels[at] = shift(index, -1);
        else {
          const depth = depths[at]!;
          const part = this.#parts[at]!;
          for (const next of [at - 1, at + 1, at - width, at + width]) {
            if (this.#parts[next] !== part && depths[next]! - depth > step) {
              pixels[at] = shift(index, -2);
              break;
            }
          }
        }
      }
    }
    return this;
  }

  /** Copies the depths, as an occluder for what is worn or sat upon. */
  shape(): Float32Array {
    return this.depths.slice();
  }

  /** The picture, cut to what is on it, and where its figure stands in it. Nothing gives one clear pixel. */
  picture(): { canvas: Canvas; centreX: number; centreY: number } {
    const { height, left, top, width } = this.#box();
    const canvas = new Canvas(width, height);
    for (let y = 0; y < height; y++) {
      const from = (top + y) * this.width + left;
      canvas.pixels.set(this.pixels.subarray(from, from + width), y * width);
    }
    return { canvas, centreX: this.middle - left, centreY: this.ground - top - height };
  }

  /** The whole table as a picture. */
  whole(): Canvas {
    const canvas = new Canvas(this.width, this.height);
    canvas.pixels.set(this.pixels);
    return canvas;
  }

  /** The smallest box around what is drawn. */
  #box(): { left: number; top: number; width: number; height: number } {
    let [left, top, right, bottom] = [this.#right, this.#bottom, 0, 0];
    for (let y = this.#top; y < this.#bottom; y++) {
      const row = y * this.width;
      let x = this.#left;
      while (x < this.#right && this.pixels[row + x] === CLEAR) x++;
      if (x === this.#right) continue;
      if (x < left) left = x;
      if (y < top) top = y;
      bottom = y + 1;
      let last = this.#right - 1;
      while (this.pixels[row + last] === CLEAR) last--;
      if (last >= right) right = last + 1;
    }
    if (right === 0) return { left: this.middle, top: this.ground - 1, width: 1, height: 1 };
    return { left, top, width: right - left, height: bottom - top };
  }
}
