import type { ParapetKit, RoofKit, WallKit } from './data/pieces.ts';
import { FLOORS } from './data/pieces.ts';
import type { FacetDraft, Rect } from './facet-draft.ts';
import { putParapet } from './walls.ts';

/** How much a roof rises from one tile to the next. */
const RISE = 3;

/** A roof with two slopes over a house whose walls end at `top`; eaves reach one tile further and hang a step lower. */
export function putGableRoof(
  draft: FacetDraft,
  rect: Rect,
  top: number,
  roof: RoofKit,
  walls: WallKit,
): void {
  const alongX = rect.width >= rect.height;
  const span = (alongX ? rect.height : rect.width) + 1;
  const length = (alongX ? rect.width : rect.height) + 1;
  for (let across = 0; across < span; across++) {
    const step = Math.min(across, span - 1 - across);
    const z = top + RISE * (step - 1);
    const piece = roofPiece(roof, alongX, across, span);
    for (let along = 0; along < length; along++) {
      const x = rect.x + (alongX ? along : across);
      const y = rect.y + (alongX ? across : along);
      draft.put(x, y, z, piece);
    }
    if (across === 0 || across === span - 1) continue;
    for (let filled = top; filled < z; filled += RISE) {
      putGable(draft, rect, alongX, across, filled, walls);
    }
  }
}

function roofPiece(roof: RoofKit, alongX: boolean, across: number, span: number): number {
  if (across * 2 + 1 === span) return alongX ? roof.ridgeEw : roof.ridgeNs;
  const firstHalf = across * 2 + 1 < span;
  if (alongX) return firstHalf ? roof.south : roof.north;
  return firstHalf ? roof.east : roof.west;
}

function putGable(
  draft: FacetDraft,
  rect: Rect,
  alongX: boolean,
  across: number,
  z: number,
  walls: WallKit,
): void {
  if (alongX) {
    draft.put(rect.x, rect.y + across, z, walls.gableNs);
    draft.put(rect.x + rect.width - 1, rect.y + across, z, walls.gableNs);
  } else {
    draft.put(rect.x + across, rect.y, z, walls.gableEw);
    draft.put(rect.x + across, rect.y + rect.height - 1, z, walls.gableEw);
  }
}

/** A flat roof with a parapet. */
export function putFlatRoof(draft: FacetDraft, rect: Rect, top: number, parapet: ParapetKit): void {
  for (let y = rect.y + 1; y < rect.y + rect.height; y++) {
    for (let x = rect.x + 1; x < rect.x + rect.width; x++) {
      draft.put(x, y, top, FLOORS.flatRoof[(x + y) % FLOORS.flatRoof.length]!);
    }
  }
  putParapet(draft, rect, top, parapet);
}
