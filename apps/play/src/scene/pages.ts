/** Side of a page in pixels: what every graphics card takes. */
const SIDE = 2_048;
/** Between what lies on a page, in pixels. */
const GAP = 1;

export interface Spot {
  readonly page: number;
  readonly x: number;
  readonly y: number;
}

interface Shelf {
  readonly y: number;
  readonly height: number;
  used: number;
}

/** Few large pages that many sheets are laid out on, so that one draw call can use them all. */
export class Pages {
  readonly canvases: OffscreenCanvas[] = [];
  readonly #shelves: Shelf[][] = [];

  /** Puts a sheet on the first page that has room for it. */
  add(sheet: ImageBitmap): Spot {
    const { height, width } = sheet;
    if (width > SIDE || height > SIDE) throw new RangeError(`a sheet of ${width} x ${height} pixels`);
    for (let page = 0; ; page++) {
      if (page === this.canvases.length) {
        this.canvases.push(new OffscreenCanvas(SIDE, SIDE));
        this.#shelves.push([]);
      }
      const spot = this.#place(page, width, height);
      if (spot === null) continue;
      this.canvases[page]!.getContext('2d', { willReadFrequently: true })!.drawImage(sheet, spot.x, spot.y);
      return spot;
    }
  }

  #place(page: number, width: number, height: number): Spot | null {
    const shelves = this.#shelves[page]!;
    const fitting = shelves.find((shelf) => shelf.height >= height && shelf.used + width <= SIDE);
    if (fitting !== undefined) {
      const spot = { page, x: fitting.used, y: fitting.y };
      fitting.used += width + GAP;
      return spot;
    }
    const last = shelves.at(-1);
    const y = last === undefined ? 0 : last.y + last.height + GAP;
    if (y + height > SIDE) return null;
    shelves.push({ y, height, used: width + GAP });
    return { page, x: 0, y };
  }
}
