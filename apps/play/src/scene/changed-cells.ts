import { joined, type Run } from './cells.ts';
import type { Rect } from './rect.ts';

/** Side of a cell in pixels of the canvas: small enough for a body, and a crowd is not too many of them. */
const SIDE = 32;

/** Which parts of the canvas have to be drawn anew, in cells. */
export class ChangedCells {
  #columns = 0;
  #rows = 0;
  #marks = new Uint8Array(0);
  #count = 0;

  /** Of a canvas of so many pixels; nothing of it is marked. */
  fit(width: number, height: number): void {
    this.#columns = Math.ceil(width / SIDE);
    this.#rows = Math.ceil(height / SIDE);
    this.#marks = new Uint8Array(this.#columns * this.#rows);
    this.#count = 0;
  }

  get isEmpty(): boolean {
    return this.#count === 0;
  }

  clear(): void {
    this.#marks.fill(0);
    this.#count = 0;
  }

  markAll(): void {
    this.#marks.fill(1);
    this.#count = this.#marks.length;
  }

  /** Marks the cells of a part of the canvas; what is outside of it is passed over. True if one was not marked before. */
  mark(part: Rect): boolean {
    const before = this.#count;
    const { bottom, left, right, top } = this.#cellsOf(part);
    for (let row = top; row < bottom; row++) {
      for (let at = row * this.#columns + left; at < row * this.#columns + right; at++) {
        if (this.#marks[at] === 1) continue;
        this.#marks[at] = 1;
        this.#count++;
      }
    }
    return this.#count > before;
  }

  /** Is one of the cells of a part of the canvas marked? */
  touch(part: Rect): boolean {
    const { bottom, left, right, top } = this.#cellsOf(part);
    for (let row = top; row < bottom; row++) {
      for (let at = row * this.#columns + left; at < row * this.#columns + right; at++)
        if (this.#marks[at] === 1) return true;
    }
    return false;
  }

  /** All that is marked, in pixels, each once; the cells at the right and at the bottom may reach over the canvas. */
  rects(): Rect[] {
    const runs: Run[] = [];
    for (let row = 0; row < this.#rows; row++) {
      let run: Run | null = null;
      for (let column = 0; column < this.#columns; column++) {
        if (this.#marks[row * this.#columns + column] === 0) run = null;
        else if (run !== null) run.to = column + 1;
        else {
          run = { row, from: column, to: column + 1 };
          runs.push(run);
        }
      }
    }
    return joined(runs, SIDE);
  }

  #cellsOf({ bottom, left, right, top }: Rect): Rect {
    return {
      left: Math.max(0, Math.floor(left / SIDE)),
      top: Math.max(0, Math.floor(top / SIDE)),
      right: Math.min(this.#columns, Math.ceil(right / SIDE)),
      bottom: Math.min(this.#rows, Math.ceil(bottom / SIDE)),
    };
  }
}
