export interface Point {
  readonly x: number;
  readonly y: number;
}
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Pixels for a tile, at the nearest: somebody who stands in a crowd is apart from all others. */
export const NEAREST = 32;
/** So much of what would just fit the canvas is the furthest: a little water around the land. */
const ROOM = 0.9;
/** What is left of the way to where the zoom goes to, after each millisecond. */
const LEFT_PER_MS = 0.985;
/** When so little is left it is there: part of the scale. */
const THERE = 0.002;

/** From where a facet is looked at. Places on the land are in tiles, on the canvas in pixels. */
export class Viewpoint {
  readonly #facet: Size;
  /** Of the canvas. */
  readonly #size: () => Size;
  /** Tile in the middle of the canvas. */
  x: number;
  y: number;
  /** Pixels for each tile. */
  scale = 1;
  /** Where the zoom goes to, and what stays where it is meanwhile. */
  #goal: { readonly scale: number; readonly tile: Point; readonly pixel: Point } | null = null;

  constructor(facet: Size, size: () => Size) {
    this.#facet = facet;
    this.#size = size;
    this.x = facet.width / 2;
    this.y = facet.height / 2;
    this.showAll();
  }

  /** The whole facet. */
  showAll(): void {
    this.#goal = null;
    this.scale = this.#furthest();
    this.x = this.#facet.width / 2;
    this.y = this.#facet.height / 2;
  }

  /** Moves the land by pixels; its edge stops in the middle of the canvas. */
  pan(dx: number, dy: number): void {
    this.#goal = null;
    this.x = moved(this.x, -dx / this.scale, this.#facet.width);
    this.y = moved(this.y, -dy / this.scale, this.#facet.height);
  }

  /** Nearer by a factor, at once, around a pixel: the tile under it stays there. */
  zoom(factor: number, at: Point): void {
    this.#goal = null;
    const { pixel, tile } = this.#held(at);
    this.#scaleTo(this.#within(this.scale * factor), tile, pixel);
  }

  /** The same, but `step` goes there little by little. More of it while it goes on adds up. */
  glide(factor: number, at: Point): void {
    const scale = this.#within((this.#goal?.scale ?? this.scale) * factor);
    this.#goal = { scale, ...this.#held(at) };
  }

  /** Puts a tile into the middle, at least so near. */
  lookAt(x: number, y: number, least: number): void {
    this.#goal = null;
    this.x = x;
    this.y = y;
    this.scale = this.#within(Math.max(this.scale, least));
  }

  /** Goes on with a glide for so many milliseconds. False: there is none, or no more. */
  step(ms: number): boolean {
    if (this.#goal === null) return false;
    const { pixel, scale, tile } = this.#goal;
    const left = Math.log(scale / this.scale) * LEFT_PER_MS ** ms;
    const isThere = Math.abs(left) < THERE;
    this.#scaleTo(isThere ? scale : scale / Math.exp(left), tile, pixel);
    if (isThere) this.#goal = null;
    return !isThere;
  }

  tileAt({ x, y }: Point): Point {
    const { height, width } = this.#size();
    return { x: this.x + (x - width / 2) / this.scale, y: this.y + (y - height / 2) / this.scale };
  }

  pixelOf(x: number, y: number): Point {
    const { height, width } = this.#size();
    return { x: (x - this.x) * this.scale + width / 2, y: (y - this.y) * this.scale + height / 2 };
  }

  /** What a zoom around a pixel leaves in its place: what is there, or beside the land its nearest tile, or the land would be lost. */
  #held(at: Point): { readonly tile: Point; readonly pixel: Point } {
    const { x, y } = this.tileAt(at);
    const tile = {
      x: Math.min(this.#facet.width, Math.max(0, x)),
      y: Math.min(this.#facet.height, Math.max(0, y)),
    };
    return { tile, pixel: this.pixelOf(tile.x, tile.y) };
  }

  /** Puts a tile under a pixel. */
  #scaleTo(scale: number, tile: Point, pixel: Point): void {
    const { height, width } = this.#size();
    this.scale = scale;
    this.x = tile.x - (pixel.x - width / 2) / scale;
    this.y = tile.y - (pixel.y - height / 2) / scale;
  }

  #within(scale: number): number {
    return Math.min(NEAREST, Math.max(this.#furthest(), scale));
  }

  #furthest(): number {
    const { height, width } = this.#size();
    const fits = Math.min(width / this.#facet.width, height / this.#facet.height) * ROOM;
    // A canvas that is not laid out yet has no size.
    return Math.min(NEAREST, fits > 0 ? fits : 1 / 8);
  }
}

/** From where it is, by so much, but not further beside the land than it is. */
function moved(from: number, by: number, size: number): number {
  return Math.min(Math.max(size, from), Math.max(Math.min(0, from), from + by));
}
