import type { Bitmap } from '../art-source.ts';

/** Pixels along the side of a sheet at most; every graphics card of the last ten years takes as many. */
const MOST_SIDE = 2048;
/** Sides are multiples of it. */
const SIDE_STEP = 64;
/** How much larger than its pictures a sheet is, since they never fit exactly. */
const SLACK = 1.15;
/** Clear pixels between pictures, so that none bleeds into the next. */
const GAP = 1;

export interface Placed {
  readonly sheet: number;
  readonly x: number;
  readonly y: number;
}

/** A picture without its clear borders, and how many pixels were cut off at the left and the top. */
export interface Trimmed {
  readonly picture: Bitmap;
  readonly left: number;
  readonly top: number;
}

/** Cuts clear borders off. A picture without a pixel becomes a single clear one. */
export function trimmed({ height, pixels, width }: Bitmap): Trimmed {
  let [left, top, right, bottom] = [width, height, 0, 0];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (pixels[y * width + x] === 0) continue;
      left = Math.min(left, x);
      right = Math.max(right, x + 1);
      top = Math.min(top, y);
      bottom = y + 1;
    }
  }
  if (right === 0) return { picture: { width: 1, height: 1, pixels: new Uint16Array(1) }, left: 0, top: 0 };
  const [w, h] = [right - left, bottom - top];
  const cut = new Uint16Array(w * h);
  for (let y = 0; y < h; y++) {
    const from = (top + y) * width + left;
    cut.set(pixels.subarray(from, from + w), y * w);
  }
  return { picture: { width: w, height: h, pixels: cut }, left, top };
}

/** Is there room for a picture on a sheet? Those of other people's files may be of any size. */
export function fitsSheet({ height, width }: Bitmap): boolean {
  return width <= MOST_SIDE && height <= MOST_SIDE;
}

/**
 * Lays pictures out on sheets in shelves, the highest first. The same pictures in the same order always lie the same way. Throws
 * RangeError for one that is larger than a sheet.
 */
export function layOut(pictures: readonly Bitmap[]): { places: Placed[]; sheets: Bitmap[] } {
  const order = pictures.map((_, i) => i);
  order.sort((a, b) => pictures[b]!.height - pictures[a]!.height || a - b);
  const side = sideFor(pictures);
  const places = new Array<Placed>(pictures.length);
  const heights: number[] = [0];
  let [x, y, shelf] = [0, 0, 0];
  for (const i of order) {
    const { height, width } = pictures[i]!;
    if (width > MOST_SIDE || height > MOST_SIDE) throw new RangeError(`a picture of ${width} x ${height}`);
    if (x + width > side) {
      y += shelf + GAP;
      [x, shelf] = [0, 0];
    }
    if (y + height > MOST_SIDE) {
      heights.push(0);
      [x, y, shelf] = [0, 0, 0];
    }
    places[i] = { sheet: heights.length - 1, x, y };
    shelf = Math.max(shelf, height);
    heights[heights.length - 1] = Math.max(heights.at(-1)!, y + height);
    x += width + GAP;
  }
  const sheets = heights.map((height) => ({
    width: side,
    height: Math.max(1, height),
    pixels: new Uint16Array(side * Math.max(1, height)),
  }));
  for (const [i, { sheet, x: left, y: top }] of places.entries()) {
    const { height, pixels, width } = pictures[i]!;
    for (let row = 0; row < height; row++) {
      sheets[sheet]!.pixels.set(pixels.subarray(row * width, (row + 1) * width), (top + row) * side + left);
    }
  }
  return { places, sheets };
}

/** As wide as a square that holds the pictures: small sheets share a page of the graphics card with others. */
function sideFor(pictures: readonly Bitmap[]): number {
  const area = pictures.reduce((sum, { height, width }) => sum + (width + GAP) * (height + GAP), 0);
  const widest = pictures.reduce((most, { width }) => Math.max(most, width), 1);
  const side = Math.max(widest, Math.sqrt(area) * SLACK);
  return Math.min(MOST_SIDE, Math.ceil(side / SIDE_STEP) * SIDE_STEP);
}
