import type { Rng } from '@gommog/core';
import { BRIDGE, TOWN_PIECES } from './data/pieces.ts';
import { type FacetDraft, Ground, WATER_Z } from './facet-draft.ts';
import { distance, type Point } from './geometry.ts';
import { paveTile, WET } from './paving.ts';
import type { RoadEnd } from './roads.ts';
import type { Town } from './towns.ts';

/** Dry tiles between the end of the road and the shore. */
const APPROACH = 8;
/** Length of the pier, and of the open sea that it needs before it. */
const PIER = 14;
const SEA = 22;
/** Half of the pier beside its middle row. */
const REACH = 1;
const DECK_Z = WATER_Z + 5;
/** How far from the town a harbour may lie. */
const FARTHEST = 90;

const WAYS: readonly Point[] = [
  { x: 0, y: -1 },
  { x: 1, y: 0 },
  { x: 0, y: 1 },
  { x: -1, y: 0 },
];

/** A place for a pier: where its road ends, and where it goes out. */
export interface HarbourSite {
  readonly road: RoadEnd;
  readonly out: Point;
}

/** The place nearest to a town where a straight pier fits; null when the coast has none. */
export function findHarbour(draft: FacetDraft, town: Town): HarbourSite | null {
  let best: HarbourSite | null = null;
  let nearest = FARTHEST;
  const { middle } = town;
  for (
    let y = Math.max(SEA, middle.y - FARTHEST);
    y < Math.min(draft.height - SEA, middle.y + FARTHEST);
    y += 2
  ) {
    const right = Math.min(draft.landWidth - SEA, middle.x + FARTHEST);
    for (let x = Math.max(SEA, middle.x - FARTHEST); x < right; x += 2) {
      if (draft.groundAt(x, y) === Ground.water || draft.toWater[draft.index(x, y)]! !== APPROACH) continue;
      const away = distance(middle, { x, y });
      if (away >= nearest) continue;
      const out = WAYS.find((way) => fits(draft, x, y, way));
      if (out === undefined) continue;
      best = { road: { x, y, outX: -out.x, outY: -out.y }, out };
      nearest = away;
    }
  }
  return best;
}

/** Free dry land up to the shore, then nothing but sea. */
function fits(draft: FacetDraft, x: number, y: number, out: Point): boolean {
  for (let along = -APPROACH; along <= APPROACH + SEA; along++) {
    for (let aside = -REACH - 2; aside <= REACH + 2; aside++) {
      const index = draft.index(x + out.x * along + out.y * aside, y + out.y * along + out.x * aside);
      const isWater = draft.ground[index] === Ground.water;
      if (along < APPROACH - 2 && (isWater || draft.taken[index] === 1)) return false;
      if (along > APPROACH + 2 && !isWater) return false;
    }
  }
  return true;
}

/** Builds the pier: stairs up from the beach, a deck out over the sea, cargo on its last part. */
export function buildPier(draft: FacetDraft, rng: Rng, { road, out }: HarbourSite): void {
  const tile = (along: number, aside: number): Point => ({
    x: road.x + out.x * along + out.y * aside,
    y: road.y + out.y * along + out.x * aside,
  });
  let start = 0;
  while (!isWet(draft, tile, start)) start++;
  const end = start + PIER;
  for (let along = 0; along <= end; along++) {
    for (let aside = -REACH; aside <= REACH; aside++) {
      const { x, y } = tile(along, aside);
      if (along < start) paveTile(draft, x, y);
      else if (along === start) draft.put(x, y, WATER_Z, stairTowards(out));
      else draft.put(x, y, DECK_Z, BRIDGE.deck[(x + y) % BRIDGE.deck.length]!);
      draft.taken[draft.index(x, y)] = 1;
    }
  }
  const cargo = [...TOWN_PIECES.crates, ...TOWN_PIECES.barrels];
  for (const along of [end, end - 2, end - 5]) {
    const { x, y } = tile(along, rng.chance(0.5) ? REACH : -REACH);
    draft.place({ kind: 'container', graphic: rng.pick(cargo), x, y, z: DECK_Z });
  }
}

function isWet(draft: FacetDraft, tile: (along: number, aside: number) => Point, along: number): boolean {
  for (let aside = -REACH; aside <= REACH; aside++) {
    const { x, y } = tile(along, aside);
    if (draft.toWater[draft.index(x, y)]! <= WET) return true;
  }
  return false;
}

function stairTowards({ x, y }: Point): number {
  const { stair } = BRIDGE;
  if (x !== 0) return x > 0 ? stair.east : stair.west;
  return y > 0 ? stair.south : stair.north;
}
