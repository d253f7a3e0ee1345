import { SECTOR_SIZE } from '@gommog/core';
import type { Session } from './session.ts';

/** Sectors of one facet never come near this many in a row. */
const ROW = 1 << 12;

/**
 * Where the people who look are: sessions by sector, with their own tile beside them. A step in a crowd asks for everybody
 * near, and that must cost a few loads for each, not a search of the world.
 */
export class Watchers {
  readonly #sectors = new Map<number, Session[]>();

  /** The person of a session is at a tile now. */
  move(session: Session, facet: number, x: number, y: number): void {
    const key = keyOf(facet, Math.floor(x / SECTOR_SIZE), Math.floor(y / SECTOR_SIZE));
    session.facet = facet;
    session.x = x;
    session.y = y;
    if (session.watchKey === key) return;
    this.leave(session);
    let list = this.#sectors.get(key);
    if (list === undefined) {
      list = [];
      this.#sectors.set(key, list);
    }
    session.watchKey = key;
    session.watchIndex = list.length;
    list.push(session);
  }

  /** The session looks at nothing any more. */
  leave(session: Session): void {
    if (session.watchKey < 0) return;
    const list = this.#sectors.get(session.watchKey)!;
    const last = list.pop()!;
    if (last !== session) {
      list[session.watchIndex] = last;
      last.watchIndex = session.watchIndex;
    }
    if (list.length === 0) this.#sectors.delete(session.watchKey);
    session.watchKey = -1;
  }

  /** Visits the sessions whose person is within `range` tiles. The visitor must not move any. */
  each(facet: number, x: number, y: number, range: number, visit: (session: Session) => void): void {
    const left = Math.floor((x - range) / SECTOR_SIZE);
    const right = Math.floor((x + range) / SECTOR_SIZE);
    const bottom = Math.floor((y + range) / SECTOR_SIZE);
    for (let row = Math.floor((y - range) / SECTOR_SIZE); row <= bottom; row++) {
      for (let column = left; column <= right; column++) {
        const list = this.#sectors.get(keyOf(facet, column, row));
        if (list === undefined) continue;
        for (let i = 0; i < list.length; i++) {
          const session = list[i]!;
          if (Math.abs(session.x - x) <= range && Math.abs(session.y - y) <= range) visit(session);
        }
      }
    }
  }
}

function keyOf(facet: number, column: number, row: number): number {
  return (facet * ROW + row) * ROW + column;
}
