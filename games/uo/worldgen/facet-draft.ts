import type { Decoration } from './decoration.ts';

/** What a tile of land is made of, before a graphic is chosen for it. */
export const Ground = {
  water: 0,
  sand: 1,
  grass: 2,
  forest: 3,
  dirt: 4,
  cobble: 5,
  rock: 6,
  furrow: 7,
  cave: 8,
  black: 9,
} as const;

/** Height of the sea and of every river. */
export const WATER_Z = -5;

export interface DraftStatic {
  x: number;
  y: number;
  z: number;
  graphic: number;
  hue: number;
}

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A facet while it is being made: flat arrays, row by row, that each stage of the work refines. */
export class FacetDraft {
  readonly id = 0;
  readonly width: number;
  readonly height: number;
  /** Columns from here on are no part of the open land: dungeons lie there. */
  readonly landWidth: number;
  readonly ground: Uint8Array;
  readonly land: Uint16Array;
  /** Of the north-west corner of each tile. */
  readonly z: Int8Array;
  /** Tiles to the nearest water, diagonals counting one, up to 255; water itself is 0. */
  readonly toWater: Uint8Array;
  /** 1 where nothing may grow or be built any more. */
  readonly taken: Uint8Array;
  /** Decks of bridges: 1 where one runs east and west, 2 where it runs north and south. */
  readonly bridges: Uint8Array;
  readonly statics: DraftStatic[] = [];
  readonly decorations: Decoration[] = [];

  constructor(size: number) {
    this.width = size;
    this.height = size;
    this.landWidth = size - size / 8;
    const cells = size * size;
    this.ground = new Uint8Array(cells);
    this.land = new Uint16Array(cells);
    this.z = new Int8Array(cells);
    this.toWater = new Uint8Array(cells);
    this.taken = new Uint8Array(cells);
    this.bridges = new Uint8Array(cells);
  }

  index(x: number, y: number): number {
    return y * this.width + x;
  }

  groundAt(x: number, y: number): number {
    return this.ground[this.index(x, y)]!;
  }

  zAt(x: number, y: number): number {
    return this.z[this.index(x, y)]!;
  }

  put(x: number, y: number, z: number, graphic: number, hue = 0): void {
    this.statics.push({ x, y, z, graphic, hue });
  }

  place(decoration: Omit<Decoration, 'facet'>): void {
    this.decorations.push({ ...decoration, facet: this.id });
  }

  /** Marks a rectangle, grown by `margin` tiles, as taken. */
  take(rect: Rect, margin = 0): void {
    this.each(rect, margin, (index) => {
      this.taken[index] = 1;
    });
  }

  pave(rect: Rect, ground: number): void {
    this.each(rect, 0, (index) => {
      this.ground[index] = ground;
    });
  }

  /** Visits the tiles of a rectangle grown by `margin`, as far as they lie on the facet. */
  each(rect: Rect, margin: number, visit: (index: number, x: number, y: number) => void): void {
    const right = Math.min(this.width, rect.x + rect.width + margin);
    const bottom = Math.min(this.height, rect.y + rect.height + margin);
    for (let y = Math.max(0, rect.y - margin); y < bottom; y++) {
      for (let x = Math.max(0, rect.x - margin); x < right; x++) visit(this.index(x, y), x, y);
    }
  }
}
