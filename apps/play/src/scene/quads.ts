import type { Picture } from './art-book.ts';
import { Z_PIXELS } from './projection.ts';
import type { Rect } from './rect.ts';

const FLOATS_PER_VERTEX = 11;
export const FLOATS_PER_QUAD = FLOATS_PER_VERTEX * 4;
/** Sizes of the attributes of `gl/shaders.ts`, in floats. */
const SIZES = [3, 2, 2, 4] as const;
const FIRST_CAPACITY = 2_048;

/** How a quad is coloured. */
export interface Shade {
  /** 0 for the picture's own colours; n for hue n; -n for hue n on grey pixels alone. */
  readonly hue: number;
  /** 1 as drawn; slopes are lighter or darker. */
  readonly tone: number;
  readonly alpha: number;
  /** 0 not at all, 1 white; -1 the light of a window. */
  readonly glow: number;
}

/** A part of a picture, in its pixels. Its upper and lower edges go down by `slope` for each pixel to the right. */
export interface Part {
  readonly left: number;
  /** Of its left edge. */
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly slope: 1 | -1;
}

/** How much light of lamps there is, 0 to 1: at a point of the scene as if it lay at height 0, and at its height. */
export type LampAt = (x: number, y: number, z: number) => number;

/** How much light of lamps there is at the corners of an upright picture. */
export interface CornerLight {
  readonly topLeft: number;
  readonly topRight: number;
  readonly bottomRight: number;
  readonly bottomLeft: number;
}

/** The same light everywhere. */
export function evenLight(light: number): CornerLight {
  return { topLeft: light, topRight: light, bottomRight: light, bottomLeft: light };
}

/** The part of the scene that a quad covers, of those that `Quads.floats` tells. */
export function boundsOfQuad(floats: Float32Array, quad: number): Rect {
  const at = quad * FLOATS_PER_QUAD;
  let [left, top, right, bottom] = [floats[at]!, floats[at + 1]!, floats[at]!, floats[at + 1]!];
  for (let corner = at + FLOATS_PER_VERTEX; corner < at + FLOATS_PER_QUAD; corner += FLOATS_PER_VERTEX) {
    const [x, y] = [floats[corner]!, floats[corner + 1]!];
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return { left, top, right, bottom };
}

/** Depth of a quad, of those that `Quads.floats` tells. */
export function depthOfQuad(floats: Float32Array, quad: number): number {
  return floats[quad * FLOATS_PER_QUAD + 2]!;
}

/** Quads, laid down from the farthest to the nearest, and drawn in one call. */
export class Quads {
  readonly #gl: WebGL2RenderingContext;
  readonly #array: WebGLVertexArrayObject;
  readonly #vertices: WebGLBuffer;
  readonly #order: WebGLBuffer;
  /** The nearest first: then what is hidden costs little, where the depth buffer says so. */
  readonly #nearestFirst: boolean;
  #floats = new Float32Array(0);
  #sent = new Float32Array(0);
  #capacity = 0;
  #count = 0;
  #sentCount = 0;

  constructor(gl: WebGL2RenderingContext, nearestFirst: boolean) {
    this.#gl = gl;
    this.#nearestFirst = nearestFirst;
    this.#array = gl.createVertexArray();
    this.#vertices = gl.createBuffer();
    this.#order = gl.createBuffer();
    gl.bindVertexArray(this.#array);
    gl.bindBuffer(gl.ARRAY_BUFFER, this.#vertices);
    let offset = 0;
    for (const [number, size] of SIZES.entries()) {
      gl.enableVertexAttribArray(number);
      gl.vertexAttribPointer(number, size, gl.FLOAT, false, FLOATS_PER_VERTEX * 4, offset * 4);
      offset += size;
    }
    this.#grow(FIRST_CAPACITY);
  }

  get count(): number {
    return this.#count;
  }

  /** What was laid down, `FLOATS_PER_QUAD` for each, for comparing it with what was before. Good until the next quad. */
  get floats(): Float32Array {
    return this.#floats.subarray(0, this.#count * FLOATS_PER_QUAD);
  }

  clear(): void {
    this.#count = 0;
  }

  /** An upright picture with its upper left corner at a point. */
  picture(
    picture: Picture,
    x: number,
    y: number,
    depth: number,
    mirrored: boolean,
    shade: Shade,
    light: CornerLight,
  ): void {
    const { height, page, width, y: top } = picture;
    const left = mirrored ? picture.x + width : picture.x;
    const right = mirrored ? picture.x : picture.x + width;
    const at = this.#next();
    const corner = (n: number, isRight: boolean, isLow: boolean, lamp: number): void =>
      this.#vertex(
        at + FLOATS_PER_VERTEX * n,
        isRight ? x + width : x,
        isLow ? y + height : y,
        depth,
        isRight ? right : left,
        isLow ? top + height : top,
        page,
        shade,
        lamp,
      );
    corner(0, false, false, light.topLeft);
    corner(1, true, false, light.topRight);
    corner(2, true, true, light.bottomRight);
    corner(3, false, true, light.bottomLeft);
  }

  /** A part of an upright picture whose upper left corner is at a point, as a lamp close by lights it. */
  part(picture: Picture, part: Part, x: number, y: number, depth: number, shade: Shade): void {
    const { height, left, slope, top, width } = part;
    const at = this.#next();
    const corner = (n: number, right: number, down: number): void => {
      const [px, py] = [left + right, top + down + slope * right];
      const offset = at + FLOATS_PER_VERTEX * n;
      this.#vertex(offset, x + px, y + py, depth, picture.x + px, picture.y + py, picture.page, shade, 1);
    };
    corner(0, 0, 0);
    corner(1, width, 0);
    corner(2, width, height);
    corner(3, 0, height);
  }

  /** A tile of land: its diamond, with the height of each corner in pixels that it is lifted. */
  diamond(
    picture: Picture,
    x: number,
    y: number,
    depth: number,
    lift: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number },
    shade: Shade,
    lampAt: LampAt,
  ): void {
    const at = this.#next();
    const { page, x: px, y: py } = picture;
    const half = picture.width / 2;
    const corner = (n: number, cx: number, cy: number, lifted: number, u: number, v: number): void =>
      this.#vertex(
        at + FLOATS_PER_VERTEX * n,
        cx,
        cy - lifted,
        depth,
        u,
        v,
        page,
        shade,
        lampAt(cx, cy, lifted / Z_PIXELS),
      );
    // A pixel more on each side hides the seams that the rounding of neighbours would leave.
    corner(0, x, y - 1, lift.top, px + half, py + 0.5);
    corner(1, x + half + 1, y + half, lift.right, px + picture.width - 0.5, py + half);
    corner(2, x, y + half * 2 + 1, lift.bottom, px + half, py + picture.height - 0.5);
    corner(3, x - half - 1, y + half, lift.left, px + 0.5, py + half);
  }

  /** Hands all to the graphics card, or those whose number is wanted. */
  upload(isWanted?: (quad: number) => boolean): void {
    const gl = this.#gl;
    gl.bindBuffer(gl.ARRAY_BUFFER, this.#vertices);
    this.#sentCount = isWanted === undefined ? this.#count : this.#pick(isWanted);
    const floats = isWanted === undefined ? this.#floats : this.#sent;
    if (this.#sentCount > 0)
      gl.bufferSubData(gl.ARRAY_BUFFER, 0, floats, 0, this.#sentCount * FLOATS_PER_QUAD);
  }

  /** Draws what was uploaded with the program in use. */
  draw(): void {
    const gl = this.#gl;
    if (this.#sentCount === 0) return;
    gl.bindVertexArray(this.#array);
    const first = this.#nearestFirst ? this.#capacity - this.#sentCount : 0;
    gl.drawElements(gl.TRIANGLES, this.#sentCount * 6, gl.UNSIGNED_INT, first * 6 * 4);
  }

  #pick(isWanted: (quad: number) => boolean): number {
    if (this.#sent.length < this.#floats.length) this.#sent = new Float32Array(this.#floats.length);
    let picked = 0;
    for (let quad = 0; quad < this.#count; quad++) {
      if (!isWanted(quad)) continue;
      const at = quad * FLOATS_PER_QUAD;
      this.#sent.set(this.#floats.subarray(at, at + FLOATS_PER_QUAD), picked++ * FLOATS_PER_QUAD);
    }
    return picked;
  }

  #next(): number {
    if (this.#count === this.#capacity) this.#grow(this.#capacity * 2);
    return this.#count++ * FLOATS_PER_QUAD;
  }

  #vertex(
    at: number,
    x: number,
    y: number,
    depth: number,
    u: number,
    v: number,
    page: number,
    shade: Shade,
    lamp: number,
  ): void {
    const floats = this.#floats;
    floats[at] = x;
    floats[at + 1] = y;
    floats[at + 2] = depth;
    floats[at + 3] = u;
    floats[at + 4] = v;
    floats[at + 5] = page;
    floats[at + 6] = shade.hue;
    floats[at + 7] = shade.tone;
    floats[at + 8] = shade.alpha;
    floats[at + 9] = shade.glow;
    floats[at + 10] = lamp;
  }

  #grow(capacity: number): void {
    const gl = this.#gl;
    const floats = new Float32Array(capacity * FLOATS_PER_QUAD);
    floats.set(this.#floats);
    this.#floats = floats;
    this.#capacity = capacity;
    const order = new Uint32Array(capacity * 6);
    for (let i = 0; i < capacity; i++) {
      const corner = (this.#nearestFirst ? capacity - 1 - i : i) * 4;
      order.set([corner, corner + 1, corner + 2, corner, corner + 2, corner + 3], i * 6);
    }
    gl.bindVertexArray(this.#array);
    gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, this.#order);
    gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, order, gl.STATIC_DRAW);
    gl.bindBuffer(gl.ARRAY_BUFFER, this.#vertices);
    gl.bufferData(gl.ARRAY_BUFFER, floats.byteLength, gl.DYNAMIC_DRAW);
  }
}
