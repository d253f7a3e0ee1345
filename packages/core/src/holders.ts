import type { ColumnStore } from './column-store.ts';
import { resized } from './component-store.ts';
import { RowIndex } from './row-index.ts';

/**
 * Who holds what: for each holder a doubly linked list through the placement rows, and for each entity on a facet its
 * position in its sector's list. Derived from the placements and never saved.
 */
export class Holders {
  readonly #placements: ColumnStore;
  /** Row of the next and the previous entity in the same holder, or -1. */
  #next: Int32Array = new Int32Array(64);
  #previous: Int32Array = new Int32Array(64);
  /** Index in the sector's list, for an entity on a facet. */
  #position: Int32Array = new Int32Array(64);
  /** Holder's serial → row of the entity put in last. */
  readonly #first = new RowIndex();

  constructor(placements: ColumnStore) {
    this.#placements = placements;
  }

  #reach(row: number): void {
    if (row < this.#next.length) return;
    const capacity = Math.max(row + 1, this.#next.length * 2);
    this.#next = resized(this.#next, capacity);
    this.#previous = resized(this.#previous, capacity);
    this.#position = resized(this.#position, capacity);
  }

  enter(row: number, parent: number): void {
    this.#reach(row);
    const first = this.#first.get(parent);
    this.#next[row] = first;
    this.#previous[row] = -1;
    if (first >= 0) this.#previous[first] = row;
    this.#first.set(parent, row);
  }

  leave(row: number, parent: number): void {
    const next = this.#next[row]!;
    const previous = this.#previous[row]!;
    if (next >= 0) this.#previous[next] = previous;
    if (previous >= 0) this.#next[previous] = next;
    else this.#first.set(parent, next);
  }

  enterSector(row: number, serial: number, list: number[]): void {
    this.#reach(row);
    this.#position[row] = list.length;
    list.push(serial);
  }

  leaveSector(row: number, list: number[]): void {
    const last = list.pop()!;
    const position = this.#position[row]!;
    if (position === list.length) return;
    list[position] = last;
    this.#position[this.#placements.rows.get(last)] = position;
  }

  /** Visits what an entity holds, the newest first. The visitor may take out the entity it is shown, and no other. */
  each(parent: number, visit: (serial: number) => void): void {
    for (let row = this.#first.get(parent); row >= 0; ) {
      const next = this.#next[row]!;
      visit(this.#placements.serialAt(row));
      row = next;
    }
  }

  isEmpty(parent: number): boolean {
    return this.#first.get(parent) < 0;
  }

  count(parent: number): number {
    let count = 0;
    for (let row = this.#first.get(parent); row >= 0; row = this.#next[row]!) count++;
    return count;
  }
}
