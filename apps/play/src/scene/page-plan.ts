/** Side of a page in pixels: what every graphics card takes. */
export const PAGE_SIDE = 2_048;
/** Between what lies on a page, in pixels. */
const GAP = 1;

/** Where a sheet lies: its upper left pixel. */
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

/** Says where sheets go on pages: on shelves from the top down, each as high as the first sheet on it. */
export class PagePlan {
  readonly #pages: Shelf[][] = [];

  /** The place of a sheet on the first page that has room for it. Throws RangeError for one that is larger than a page. */
  place(width: number, height: number): Spot {
    if (width > PAGE_SIDE || height > PAGE_SIDE)
      throw new RangeError(`a sheet of ${width} x ${height} pixels`);
    for (let page = 0; ; page++) {
      const spot = this.#placeOn(page, width, height);
      if (spot !== null) return spot;
    }
  }

  #placeOn(page: number, width: number, height: number): Spot | null {
    this.#pages[page] ??= [];
    const shelves = this.#pages[page];
    const fitting = shelves.find((shelf) => shelf.height >= height && shelf.used + width <= PAGE_SIDE);
    if (fitting !== undefined) {
      const spot = { page, x: fitting.used, y: fitting.y };
      fitting.used += width + GAP;
      return spot;
    }
    const last = shelves.at(-1);
    const y = last === undefined ? 0 : last.y + last.height + GAP;
    if (y + height > PAGE_SIDE) return null;
    shelves.push({ y, height, used: width + GAP });
    return { page, x: 0, y };
  }
}
