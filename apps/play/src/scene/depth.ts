import { DEPTHS } from './gl/shaders.ts';

/** Rows (x + y) and columns (x - y) that depths tell apart around their middle: more than the largest view has. */
interface Range {
  readonly rows: number;
  readonly columns: number;
}

/** For windows up to 1080p; and beyond, where heights are told apart less finely. */
const RANGES: readonly Range[] = [
  { rows: 256, columns: 256 },
  { rows: 512, columns: 512 },
];
const HEIGHTS = 256;
/** Within a height: the land, what stands, and beings. */
export const Rank = { still: 0, being: 1 } as const;

/**
 * The order in which things are painted as numbers, the nearest highest: by row, then column, then height. They are whole and
 * below 2 to the 24, so that a depth buffer keeps them exactly. They count from a middle; when one goes too far from it, it is moved and all
 * numbers change.
 */
export class Depth {
  #range = RANGES[0]!;
  #row = 0;
  #column = 0;

  /** Makes room for a view of so many rows and columns around a tile. True when all numbers have changed. */
  centre(x: number, y: number, rows: number, columns: number): boolean {
    const range =
      RANGES.find((each) => each.rows >= rows * 1.5 && each.columns >= columns * 1.5) ?? RANGES.at(-1)!;
    const row = x + y - this.#row - range.rows / 2;
    const column = x - y - this.#column - range.columns / 2;
    const isInside =
      Math.abs(row) + rows / 2 < range.rows / 2 && Math.abs(column) + columns / 2 < range.columns / 2;
    if (range === this.#range && isInside) return false;
    this.#range = range;
    this.#row = x + y - range.rows / 2;
    this.#column = x - y - range.columns / 2;
    return true;
  }

  of(x: number, y: number, z: number, rank: number): number {
    const { columns, rows } = this.#range;
    const row = Math.min(rows - 1, Math.max(0, x + y - this.#row));
    // In a row, every second column is a tile.
    const column = Math.min(columns - 1, Math.max(0, x - y - this.#column)) >> 1;
    const slots = DEPTHS / (rows * (columns / 2));
    const height = Math.min(HEIGHTS - 1, Math.max(0, Math.round(z) + 128)) * 2 + rank;
    const slot = Math.floor((height * slots) / (HEIGHTS * 2));
    return (row * (columns / 2) + column) * slots + slot;
  }
}
