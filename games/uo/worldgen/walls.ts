import type { ParapetKit, WallKit } from './data/pieces.ts';
import type { FacetDraft, Rect } from './facet-draft.ts';

/** Height of a wall, and so of a storey. */
export const STOREY = 20;

/** Which walls of its own tile a piece stands on. */
export type Edge = 'ew' | 'ns' | 'se' | 'nw';

/**
 * What stands on a tile when a wall runs around a rectangle: walls stand on the south and the east edge of their tile, so
 * the north and west walls are one tile outside of the room that they close. Null inside and outside.
 */
function ringEdge(rect: Rect, x: number, y: number): Edge | null {
  const right = rect.x + rect.width - 1;
  const bottom = rect.y + rect.height - 1;
  if (x < rect.x || y < rect.y || x > right || y > bottom) return null;
  if (x === right && y === bottom) return 'se';
  if (x === rect.x && y === rect.y) return 'nw';
  if (y === rect.y || (y === bottom && x !== rect.x)) return 'ew';
  if (x === rect.x || x === right) return 'ns';
  return null;
}

/** Visits the tiles of a ring with what stands there. */
export function eachRingTile(rect: Rect, visit: (x: number, y: number, edge: Edge) => void): void {
  for (let y = rect.y; y < rect.y + rect.height; y++) {
    for (let x = rect.x; x < rect.x + rect.width; x++) {
      const edge = ringEdge(rect, x, y);
      if (edge !== null) visit(x, y, edge);
    }
  }
}

/** Where along its run a piece stands. */
export type RunPlace = 'first' | 'middle' | 'last';

const RUN_INDEX = { first: 0, middle: 1, last: 2 } as const;

export function wallPiece(kit: WallKit, edge: Edge, place: RunPlace): number {
  if (edge === 'se') return kit.se;
  if (edge === 'nw') return kit.nw;
  return (edge === 'ew' ? kit.ew : kit.ns)[RUN_INDEX[place]];
}

/** A parapet around a flat roof whose surface lies at `z`. */
export function putParapet(draft: FacetDraft, rect: Rect, z: number, kit: ParapetKit): void {
  eachRingTile(rect, (x, y, edge) => draft.put(x, y, z, kit[edge]));
}

/**
 * Walls around any set of open tiles: an edge between an open tile and a closed one carries a wall. Tiles with a wall on
 * their own south or east edge are blocked by it, so passages have to be at least two tiles wide.
 */
export function putWallsAround(
  draft: FacetDraft,
  area: Rect,
  isOpen: (x: number, y: number) => boolean,
  kit: WallKit,
  heightAt: (x: number, y: number) => number,
): void {
  draft.each(area, 1, (_index, x, y) => {
    const here = isOpen(x, y);
    const south = isOpen(x, y + 1) !== here;
    const east = isOpen(x + 1, y) !== here;
    const edge: Edge | null = south && east ? 'se' : south ? 'ew' : east ? 'ns' : null;
    if (edge !== null) {
      draft.put(x, y, heightAt(x, y), wallPiece(kit, edge, 'middle'));
      return;
    }
    // No wall of its own, but its south-east corner is the north-west corner of a room.
    const corner = isOpen(x + 1, y + 1);
    if (!here && corner && isOpen(x + 1, y) === here && isOpen(x, y + 1) === here) {
      draft.put(x, y, heightAt(x, y), kit.nw);
    }
  });
}
