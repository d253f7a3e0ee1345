import { joined, type Run } from './cells.ts';
import type { Rect } from './rect.ts';

/** Side of a cell in pixels: what is painted at once. */
export const CELL = 64;

/**
 * Which parts of an endless picture are there on a texture of limited size, of which each pixel stands for all that lie a whole
 * number of its sides apart. What is asked for and not there is painted anew.
 */
export class StillPlan {
  readonly width: number;
  readonly height: number;
  readonly #columns: number;
  readonly #rows: number;
  /** By slot on the texture: which cell is there, or null. */
  readonly #cells: (string | null)[];

  /** Sides in pixels: powers of two, not less than a cell. */
  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    this.#columns = width / CELL;
    this.#rows = height / CELL;
    this.#cells = new Array<string | null>(this.#columns * this.#rows).fill(null);
  }

  /** Texture sides for a view: with room for cells that it cuts. */
  static sideFor(view: number): number {
    return 2 ** Math.ceil(Math.log2(view + 2 * CELL));
  }

  /** Takes as painted what a part lacks, and says which rectangles of cells that is. */
  take(part: Rect): Rect[] {
    const lacking: Run[] = [];
    for (let row = Math.floor(part.top / CELL); row * CELL < part.bottom; row++) {
      for (let column = Math.floor(part.left / CELL); column * CELL < part.right; column++) {
        const slot = this.#slotOf(column, row);
        const cell = `${column}/${row}`;
        if (this.#cells[slot] === cell) continue;
        this.#cells[slot] = cell;
        const last = lacking.at(-1);
        if (last !== undefined && last.row === row && last.to === column) last.to++;
        else lacking.push({ row, from: column, to: column + 1 });
      }
    }
    return joined(lacking, CELL);
  }

  /** What is painted of a part is no longer right. */
  spoil(part: Rect): void {
    for (let row = Math.floor(part.top / CELL); row * CELL < part.bottom; row++) {
      for (let column = Math.floor(part.left / CELL); column * CELL < part.right; column++) {
        const slot = this.#slotOf(column, row);
        if (this.#cells[slot] === `${column}/${row}`) this.#cells[slot] = null;
      }
    }
  }

  spoilAll(): void {
    this.#cells.fill(null);
  }

  #slotOf(column: number, row: number): number {
    return modulo(row, this.#rows) * this.#columns + modulo(column, this.#columns);
  }

  /** Where a rectangle lies on the texture: pieces, each with how far it is shifted from the endless picture. */
  *piecesOf(part: Rect): Generator<{ readonly x: number; readonly y: number; readonly part: Rect }> {
    for (let top = part.top; top < part.bottom; ) {
      const bottom = Math.min(part.bottom, (Math.floor(top / this.height) + 1) * this.height);
      for (let left = part.left; left < part.right; ) {
        const right = Math.min(part.right, (Math.floor(left / this.width) + 1) * this.width);
        yield {
          x: modulo(left, this.width),
          y: modulo(top, this.height),
          part: { left, top, right, bottom },
        };
        left = right;
      }
      top = bottom;
    }
  }
}

function modulo(n: number, by: number): number {
  return ((n % by) + by) % by;
}
