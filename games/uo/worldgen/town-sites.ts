import { type FacetDraft, Ground, type Rect } from './facet-draft.ts';
import { distance } from './geometry.ts';
import { TOWN_HEIGHT, TOWN_WIDTH, type TownStyle } from './town-plan.ts';

/** No water and no facet's edge this near to a town's wall, in tiles. */
const CLEAR = 11;

interface Candidate {
  readonly rect: Rect;
  readonly coast: number;
  readonly hills: number;
  readonly woods: number;
  readonly roughness: number;
}

/**
 * Chooses where the towns are founded, one for each style: on dry and rather level land that suits the style, as far apart
 * as may be. Throws when the land has no room.
 */
export function chooseTownSites(draft: FacetDraft, toSea: Uint8Array, styles: readonly TownStyle[]): Rect[] {
  const candidates = findCandidates(draft, toSea);
  const chosen: Rect[] = [];
  for (const style of styles) {
    let best: Candidate | undefined;
    let bestScore = Number.NEGATIVE_INFINITY;
    for (const candidate of candidates) {
      const score = suits(candidate, style, chosen, draft.height);
      if (score > bestScore) {
        best = candidate;
        bestScore = score;
      }
    }
    if (best === undefined) throw new Error(`no site for ${style.name}: the land is too small or too wet`);
    chosen.push(best.rect);
  }
  return chosen;
}

function suits(candidate: Candidate, style: TownStyle, chosen: readonly Rect[], size: number): number {
  let score = candidate[style.likes] * 2 - candidate.roughness * 0.06;
  for (const other of chosen) {
    const away = distance(other, candidate.rect);
    if (away < TOWN_WIDTH * 1.5) return Number.NEGATIVE_INFINITY;
    score += Math.min(1, (away / size) * 2) * 1.5;
  }
  return score;
}

function findCandidates(draft: FacetDraft, toSea: Uint8Array): Candidate[] {
  const found: Candidate[] = [];
  for (let y = CLEAR; y + TOWN_HEIGHT + CLEAR < draft.height; y += 8) {
    for (let x = CLEAR; x + TOWN_WIDTH + CLEAR < draft.landWidth; x += 8) {
      const candidate = survey(draft, toSea, { x, y, width: TOWN_WIDTH, height: TOWN_HEIGHT });
      if (candidate !== null) found.push(candidate);
    }
  }
  return found;
}

function survey(draft: FacetDraft, toSea: Uint8Array, rect: Rect): Candidate | null {
  let low = 127;
  let high = -128;
  let woods = 0;
  let count = 0;
  let nearest = 255;
  for (let y = rect.y; y < rect.y + rect.height; y += 4) {
    for (let x = rect.x; x < rect.x + rect.width; x += 4) {
      const index = draft.index(x, y);
      if (draft.toWater[index]! < CLEAR) return null;
      low = Math.min(low, draft.z[index]!);
      high = Math.max(high, draft.z[index]!);
      if (draft.ground[index] === Ground.forest) woods++;
      nearest = Math.min(nearest, toSea[index]!);
      count++;
    }
  }
  return {
    rect,
    coast: Math.max(0, 1 - nearest / 45),
    hills: Math.max(0, Math.min(1, (low + high) / 60)),
    woods: woods / count,
    roughness: high - low,
  };
}
