import { chance } from '../noise.ts';

export interface Cell {
  /** Of its own, 0 to 1. */
  readonly chance: number;
  /** From the edge towards the middle, in widths of a cell; 0 on the edge. */
  readonly toEdge: number;
  /** From the cell's middle, in widths of a cell. */
  readonly dx: number;
  readonly dy: number;
}

/**
 * The cell around a place of endless ground that is laid out in uneven cells, `count` in a row of a tile. The layout is that of
 * every tile; a variant only changes the chance of cells that do not touch the tile's edge.
 */
export function cellAt(east: number, south: number, count: number, seed: number, variant: number): Cell {
  const x = east * count;
  const y = south * count;
  let [best, second] = [Infinity, Infinity];
  let found = { dx: 0, dy: 0, i: 0, j: 0 };
  for (let j = Math.floor(y) - 1; j <= Math.floor(y) + 1; j++) {
    for (let i = Math.floor(x) - 1; i <= Math.floor(x) + 1; i++) {
      const a = ((i % count) + count) % count;
      const b = ((j % count) + count) % count;
      const cx = i + 0.5 + (chance(a, b, seed) - 0.5) * 0.7;
      const cy = j + 0.5 + (chance(a, b, seed + 1) - 0.5) * 0.7;
      const away = Math.hypot(x - cx, y - cy);
      if (away < best) {
        second = best;
        best = away;
        found = { dx: x - cx, dy: y - cy, i: a, j: b };
      } else second = Math.min(second, away);
    }
  }
  const inner = found.i > 0 && found.j > 0 && found.i < count - 1 && found.j < count - 1;
  return {
    chance: chance(found.i, found.j, seed + 2 + (inner ? 17 * (variant + 1) : 0)),
    toEdge: (second - best) / 2,
    dx: found.dx,
    dy: found.dy,
  };
}
