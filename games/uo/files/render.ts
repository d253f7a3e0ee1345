import { LAND_COLOURS } from './radar-colours.ts';
import type { Terrain } from './terrain.ts';
import type { TileData } from './tile-data.ts';

/** Which part of a facet to draw, and how. */
export interface RenderArea {
  /** North-west corner, in tiles. */
  readonly x: number;
  readonly y: number;
  /** Size in tiles. What lies outside the facet is left out. */
  readonly width: number;
  readonly height: number;
  /** Pixels for each tile: a whole number, or one divided by a whole number. */
  readonly scale: number;
  /** Shade slopes of the land as if the light came from the north-west. */
  readonly hillshade: boolean;
  /** Statics at this height or above are left out, to look into buildings. */
  readonly ceiling?: number;
}

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Three bytes a pixel, row by row. */
  readonly rgb: Uint8Array;
}

/**
 * Draws part of a facet as the radar of a client does: each tile in the colour of what lies on top. Throws RangeError for an
 * area outside the facet, or a scale that is none.
 */
export function renderFacet(
  terrain: Terrain,
  tileData: TileData,
  radarColours: Uint16Array,
  area: RenderArea,
): Picture {
  const { scale } = area;
  const tilesPerPixel = Math.max(1, Math.round(1 / scale));
  const pixelsPerTile = Math.max(1, scale);
  if (
    !(scale > 0) ||
    !Number.isInteger(pixelsPerTile) ||
    (scale < 1 && !isNearly(1 / scale, tilesPerPixel))
  ) {
    throw new RangeError(`a scale of ${scale} is neither a whole number nor one divided by a whole number`);
  }
  const left = Math.max(0, area.x);
  const top = Math.max(0, area.y);
  const across = Math.floor((Math.min(terrain.width, area.x + area.width) - left) / tilesPerPixel);
  const down = Math.floor((Math.min(terrain.height, area.y + area.height) - top) / tilesPerPixel);
  if (across < 1 || down < 1) throw new RangeError('nothing of the area lies within the facet');

  const width = across * pixelsPerTile;
  const height = down * pixelsPerTile;
  const rgb = new Uint8Array(width * height * 3);
  const painter = new Painter(terrain, tileData, radarColours, area);
  const row = new Uint8Array(width * 3);
  for (let j = 0; j < down; j++) {
    for (let i = 0; i < across; i++) {
      painter.blend(left + i * tilesPerPixel, top + j * tilesPerPixel, tilesPerPixel);
      for (let k = 0; k < pixelsPerTile; k++) row.set(painter.colour, (i * pixelsPerTile + k) * 3);
    }
    for (let k = 0; k < pixelsPerTile; k++) rgb.set(row, (j * pixelsPerTile + k) * row.length);
  }
  return { width, height, rgb };
}

/** Change of brightness for each z unit that the land rises over two tiles, and its limit. */
const SHADE_PER_Z = 0.03;
const MOST_SHADE = 0.45;

class Painter {
  /** Red, green and blue of the last blend. */
  readonly colour = new Uint8Array(3);
  readonly #terrain: Terrain;
  readonly #tileData: TileData;
  readonly #radarColours: Uint16Array;
  readonly #ceiling: number;
  readonly #hillshade: boolean;

  constructor(terrain: Terrain, tileData: TileData, radarColours: Uint16Array, area: RenderArea) {
    this.#terrain = terrain;
    this.#tileData = tileData;
    this.#radarColours = radarColours;
    this.#ceiling = area.ceiling ?? Number.POSITIVE_INFINITY;
    this.#hillshade = area.hillshade;
  }

  /** The mean colour of a square of tiles. */
  blend(x: number, y: number, size: number): void {
    let red = 0;
    let green = 0;
    let blue = 0;
    for (let ty = y; ty < y + size; ty++) {
      for (let tx = x; tx < x + size; tx++) {
        const item = this.#topItem(tx, ty);
        const index = item < 0 ? this.#terrain.land(tx, ty) : LAND_COLOURS + item;
        const colour = this.#radarColours[index] ?? 0;
        const light = item < 0 && this.#hillshade ? this.#lightAt(tx, ty) : 1;
        red += wide((colour >> 10) & 31) * light;
        green += wide((colour >> 5) & 31) * light;
        blue += wide(colour & 31) * light;
      }
    }
    const count = size * size;
    this.colour[0] = Math.min(255, Math.round(red / count));
    this.colour[1] = Math.min(255, Math.round(green / count));
    this.colour[2] = Math.min(255, Math.round(blue / count));
  }

  /** Graphic of the static on top of a tile; -1 where that is the land. */
  #topItem(x: number, y: number): number {
    let graphic = -1;
    let top = this.#terrain.landZ(x, y);
    for (const tile of this.#terrain.statics(x, y)) {
      const reach = tile.z + this.#tileData.itemHeight(tile.graphic);
      // Black stands for items that radars do not show.
      if (tile.z >= this.#ceiling || reach < top || !this.#radarColours[LAND_COLOURS + tile.graphic])
        continue;
      graphic = tile.graphic;
      top = reach;
    }
    return graphic;
  }

  /** Land that rises to the south-east faces the light. */
  #lightAt(x: number, y: number): number {
    const { width, height } = this.#terrain;
    const east = this.#terrain.landZ(Math.min(width - 1, x + 1), y);
    const west = this.#terrain.landZ(Math.max(0, x - 1), y);
    const south = this.#terrain.landZ(x, Math.min(height - 1, y + 1));
    const north = this.#terrain.landZ(x, Math.max(0, y - 1));
    const rise = (east - west + south - north) * SHADE_PER_Z;
    return 1 + Math.max(-MOST_SHADE, Math.min(MOST_SHADE, rise));
  }
}

/** Fractions such as 1/3 are not exact. */
function isNearly(a: number, b: number): boolean {
  return Math.abs(a - b) < 1e-6 * b;
}

/** 5 bits to 8. */
function wide(bits: number): number {
  return (bits << 3) | (bits >> 2);
}
