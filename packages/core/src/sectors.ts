/** Tiles along a sector's side: the unit of interest. */
export const SECTOR_SIZE = 16;
const SECTOR_BITS = 4;

/** One facet's plane, in tiles. */
export interface Plane {
  readonly facet: number;
  readonly width: number;
  readonly height: number;
}

/** What stands in one sector, a list for each kind of entity. */
export interface Sector {
  readonly kinds: readonly number[][];
  /** Grows whenever something enters, leaves or moves within: a cache can compare it. */
  version: number;
}

interface Grid {
  readonly width: number;
  readonly height: number;
  readonly columns: number;
  readonly rows: number;
  /** None until something stands on the facet: a world that is only looked at has hundreds of them. */
  sectors: (Sector | undefined)[] | null;
}

/** Buckets of 16 × 16 tiles over every facet; a sector exists from its first visitor on. */
export class Sectors {
  readonly #grids = new Map<number, Grid>();
  readonly #kindCount: number;

  constructor(planes: readonly Plane[], kindCount: number) {
    this.#kindCount = kindCount;
    for (const { facet, width, height } of planes) {
      const columns = Math.ceil(width / SECTOR_SIZE);
      const rows = Math.ceil(height / SECTOR_SIZE);
      this.#grids.set(facet, { width, height, columns, rows, sectors: null });
    }
  }

  contains(facet: number, x: number, y: number): boolean {
    const grid = this.#grids.get(facet);
    return grid !== undefined && x >= 0 && y >= 0 && x < grid.width && y < grid.height;
  }

  plane(facet: number): Plane | undefined {
    const grid = this.#grids.get(facet);
    return grid && { facet, width: grid.width, height: grid.height };
  }

  /** The sector of a tile. Throws for a place outside every facet: the caller has to check before it moves anything. */
  at(facet: number, x: number, y: number): Sector {
    const grid = this.#grids.get(facet);
    if (grid === undefined || x < 0 || y < 0 || x >= grid.width || y >= grid.height) {
      throw new RangeError(`no place ${x},${y} on facet ${facet}`);
    }
    const index = (y >> SECTOR_BITS) * grid.columns + (x >> SECTOR_BITS);
    grid.sectors ??= new Array<Sector | undefined>(grid.columns * grid.rows);
    let sector = grid.sectors[index];
    if (sector === undefined) {
      sector = { kinds: Array.from({ length: this.#kindCount }, () => []), version: 0 };
      grid.sectors[index] = sector;
    }
    return sector;
  }

  /** Visits the sectors that a square of `range` tiles around a tile touches, row by row. */
  eachAround(facet: number, x: number, y: number, range: number, visit: (sector: Sector) => void): void {
    const grid = this.#grids.get(facet);
    const sectors = grid?.sectors;
    if (grid === undefined || sectors === undefined || sectors === null) return;
    const left = Math.max(0, (x - range) >> SECTOR_BITS);
    const right = Math.min(grid.columns - 1, (x + range) >> SECTOR_BITS);
    const top = Math.max(0, (y - range) >> SECTOR_BITS);
    const bottom = Math.min(grid.rows - 1, (y + range) >> SECTOR_BITS);
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++) {
        const sector = sectors[row * grid.columns + column];
        if (sector !== undefined) visit(sector);
      }
    }
  }
}
