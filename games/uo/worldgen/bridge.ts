import { BRIDGE } from './data/pieces.ts';
import { type FacetDraft, WATER_Z } from './facet-draft.ts';
import type { Point } from './geometry.ts';
import { paveTile, WET } from './paving.ts';

/** The deck is one stair above the water. */
const DECK_Z = WATER_Z + 5;
/** The deck reaches this far to either side of the middle; the rail stands on one tile more. */
const REACH = 1;

/**
 * Bridges the water between two dry points on one row or one column: a stair at either bank, a level deck between, and
 * rails. The bank's tiles and the road up to it are paved.
 */
export function buildBridge(draft: FacetDraft, from: Point, to: Point): void {
  const alongX = from.y === to.y;
  const first = alongX ? Math.min(from.x, to.x) : Math.min(from.y, to.y);
  const last = alongX ? Math.max(from.x, to.x) : Math.max(from.y, to.y);
  const middle = alongX ? from.y : from.x;
  const tile = (along: number, aside: number): [number, number] =>
    alongX ? [along, middle + aside] : [middle + aside, along];
  const isWet = (along: number): boolean => {
    for (let aside = -REACH - 1; aside <= REACH + 1; aside++) {
      if (draft.toWater[draft.index(...tile(along, aside))]! <= WET) return true;
    }
    return false;
  };
  let start = first;
  while (!isWet(start)) start++;
  let end = last;
  while (!isWet(end)) end--;
  for (let along = first; along <= last; along++) {
    for (let aside = -REACH; aside <= REACH; aside++) {
      const [x, y] = tile(along, aside);
      if (along < start || along > end) paveTile(draft, x, y);
      else layDeck(draft, x, y, alongX, along === start, along === end);
    }
    if (along < start || along > end) continue;
    const rail = alongX ? BRIDGE.railEastWest : BRIDGE.railNorthSouth;
    for (const aside of [-REACH - 1, REACH + 1]) {
      const [x, y] = tile(along, aside);
      draft.put(x, y, along === start || along === end ? WATER_Z : DECK_Z, rail);
      if (aside > 0 && along !== start && along !== end) draft.put(x, y, DECK_Z, deckPiece(x, y));
      draft.taken[draft.index(x, y)] = 1;
    }
  }
}

function layDeck(
  draft: FacetDraft,
  x: number,
  y: number,
  alongX: boolean,
  atStart: boolean,
  atEnd: boolean,
): void {
  const index = draft.index(x, y);
  draft.taken[index] = 1;
  draft.bridges[index] = alongX ? 1 : 2;
  if (atStart) draft.put(x, y, WATER_Z, alongX ? BRIDGE.stair.east : BRIDGE.stair.south);
  else if (atEnd) draft.put(x, y, WATER_Z, alongX ? BRIDGE.stair.west : BRIDGE.stair.north);
  else draft.put(x, y, DECK_Z, deckPiece(x, y));
}

function deckPiece(x: number, y: number): number {
  return BRIDGE.deck[(x * 7 + y * 3) % BRIDGE.deck.length]!;
}
