import type { Terrain } from '../files/terrain.ts';
import { type TileData, TileFlag } from '../files/tile-data.ts';
import type { ArtSource, Bitmap } from './art-source.ts';
import { TILE } from './land/diamond.ts';
import { RISE } from './scene.ts';

const HALF = TILE / 2;
/** Pixels above the picture's lower edge at which things may still stand that reach into it. */
const MARGIN = 400;

/** A thing that stands somewhere besides the statics: an item of the world. */
export interface Standing {
  readonly graphic: number;
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

export interface ViewOptions {
  readonly terrain: Terrain;
  readonly tileData: TileData;
  readonly art: ArtSource;
  /** The tile in the middle of the picture. */
  readonly x: number;
  readonly y: number;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly items?: readonly Standing[];
  /** Statics and items at this height above the middle tile or more are left out, to look into buildings. */
  readonly ceiling?: number;
}

/** Draws a part of a facet as a client shows it, in daylight. Throws RangeError when the middle lies outside of the facet. */
export function drawView(options: ViewOptions): Bitmap {
  return new View(options).draw();
}

class View {
  readonly #options: ViewOptions;
  readonly #pixels: Uint16Array;
  readonly #z: number;
  readonly #items = new Map<string, Standing[]>();
  readonly #pictures = new Map<number, Bitmap | null>();
  readonly #land = new Map<number, Bitmap | null>();

  constructor(options: ViewOptions) {
    const { height, terrain, width, x, y } = options;
    if (x < 0 || y < 0 || x >= terrain.width || y >= terrain.height) {
      throw new RangeError(`${x}, ${y} lies outside of the facet`);
    }
    this.#options = options;
    this.#pixels = new Uint16Array(width * height);
    this.#z = terrain.landZ(x, y);
    for (const item of options.items ?? []) {
      const key = `${item.x},${item.y}`;
      this.#items.set(key, [...(this.#items.get(key) ?? []), item]);
    }
  }

  draw(): Bitmap {
    const { height, terrain, width, x, y } = this.#options;
    const rows = Math.ceil((height + MARGIN * 2) / HALF);
    const columns = Math.ceil(width / TILE) + 4;
    // Tiles on one line across the picture are equally far away; the nearest line comes last.
    for (let row = -rows; row <= rows; row++) {
      for (let column = -columns; column <= columns; column++) {
        const east = x + Math.floor((row + column) / 2);
        const south = y + row - Math.floor((row + column) / 2);
        if (east < 0 || south < 0 || east >= terrain.width || south >= terrain.height) continue;
        this.#drawLand(east, south);
        this.#drawThings(east, south);
      }
    }
    return { width, height, pixels: this.#pixels };
  }

  /** Where the upper corner of a tile's diamond is. */
  #place(east: number, south: number, z: number): [x: number, y: number] {
    const { height, width, x, y } = this.#options;
    const [dx, dy] = [east - x, south - y];
    return [(width >> 1) + (dx - dy) * HALF, (height >> 1) + (dx + dy) * HALF - (z - this.#z) * RISE];
  }

  #drawLand(east: number, south: number): void {
    const { art, terrain } = this.#options;
    const id = terrain.land(east, south);
    let picture = this.#land.get(id);
    if (picture === undefined) {
      picture = art.land(id);
      this.#land.set(id, picture);
    }
    if (picture === null) return;
    const z = (dx: number, dy: number): number =>
      terrain.landZ(Math.min(east + dx, terrain.width - 1), Math.min(south + dy, terrain.height - 1));
    const corners = [z(0, 0), z(1, 0), z(1, 1), z(0, 1)] as const;
    if (corners.every((each) => each === corners[0])) {
      const [x, y] = this.#place(east, south, corners[0]);
      this.#blit(picture, x - HALF, y);
    } else this.#drawSlope(picture, east, south, corners);
  }

  /** Stretches a diamond over a slope, column by column; those that face the sun are lighter. */
  #drawSlope(
    picture: Bitmap,
    east: number,
    south: number,
    [top, right, bottom, left]: readonly [number, number, number, number],
  ): void {
    const [x, y] = this.#place(east, south, 0);
    const at = (down: number, z: number): number => y + down - z * RISE;
    const [topY, rightY, bottomY, leftY] = [at(0, top), at(HALF, right), at(TILE, bottom), at(HALF, left)];
    const light = Math.max(-0.35, Math.min(0.3, (right - left + (bottom - top)) * 0.03));
    for (let column = 0; column < TILE; column++) {
      const t = (column + 0.5) / HALF;
      const upper = t < 1 ? leftY + (topY - leftY) * t : topY + (rightY - topY) * (t - 1);
      const lower = t < 1 ? leftY + (bottomY - leftY) * t : bottomY + (rightY - bottomY) * (t - 1);
      const half = t < 1 ? column : TILE - 1 - column;
      const from = Math.floor(upper);
      const length = Math.max(1, Math.ceil(lower) - from + 1);
      for (let i = 0; i < length; i++) {
        const row = Math.min(TILE - 1, HALF - half + Math.floor(((i + 0.5) / length) * half * 2));
        const pixel = picture.pixels[Math.max(0, row) * TILE + column]!;
        if (pixel !== 0) this.#set(x - HALF + column, from + i, lit(pixel, light));
      }
    }
  }

  #drawThings(east: number, south: number): void {
    const { art, ceiling = 128, terrain, tileData } = this.#options;
    const things = [...terrain.statics(east, south), ...(this.#items.get(`${east},${south}`) ?? [])]
      .filter(({ z }) => z < this.#z + ceiling)
      .map(({ graphic, z }) => {
        const flat =
          (tileData.itemFlags(graphic) & TileFlag.background) !== 0 || tileData.itemHeight(graphic) === 0;
        return { graphic, z, order: z * 2 + (flat ? 0 : 1) };
      });
    for (const { graphic, z } of things.sort((a, b) => a.order - b.order)) {
      let picture = this.#pictures.get(graphic);
      if (picture === undefined) {
        picture = art.static(graphic);
        this.#pictures.set(graphic, picture);
      }
      if (picture === null) continue;
      const [x, y] = this.#place(east, south, z);
      this.#blit(picture, x - (picture.width >> 1), y + TILE - picture.height);
    }
  }

  #blit({ height, pixels, width }: Bitmap, left: number, top: number): void {
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const pixel = pixels[y * width + x]!;
        if (pixel !== 0) this.#set(left + x, top + y, pixel);
      }
    }
  }

  #set(x: number, y: number, pixel: number): void {
    const { height, width } = this.#options;
    if (x >= 0 && y >= 0 && x < width && y < height) this.#pixels[y * width + x] = pixel;
  }
}

/** A colour lighter or darker by a part of itself. */
function lit(pixel: number, by: number): number {
  const channel = (value: number): number => Math.max(0, Math.min(31, Math.round(value * (1 + by))));
  return (
    0x8000 | (channel((pixel >> 10) & 31) << 10) | (channel((pixel >> 5) & 31) << 5) | channel(pixel & 31)
  );
}
