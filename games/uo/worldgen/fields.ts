import type { Rng } from '@gommog/core';
import { CROPS } from './data/plants.ts';
import { type FacetDraft, Ground, type Rect } from './facet-draft.ts';
import type { Town } from './towns.ts';
import { standingZ } from './vegetation.ts';

const FIELDS = 5;

/** Ploughs fields outside a town's wall, each with one crop. */
export function ploughFields(draft: FacetDraft, rng: Rng, town: Town): void {
  let ploughed = 0;
  for (let attempt = 0; attempt < 200 && ploughed < FIELDS; attempt++) {
    const width = rng.between(9, 15);
    const height = rng.between(8, 13);
    const x = rng.between(town.rect.x - 26, town.rect.x + town.rect.width + 12);
    const y = rng.between(town.rect.y - 26, town.rect.y + town.rect.height + 12);
    const rect = { x, y, width, height };
    if (!isFree(draft, rect)) continue;
    plough(draft, rng, rect);
    ploughed++;
  }
}

function isFree(draft: FacetDraft, rect: Rect): boolean {
  if (rect.x < 4 || rect.y < 4 || rect.x + rect.width > draft.landWidth - 4) return false;
  if (rect.y + rect.height > draft.height - 4) return false;
  let free = true;
  draft.each(rect, 2, (index) => {
    const ground = draft.ground[index]!;
    if (draft.taken[index] === 1 || draft.toWater[index]! < 4) free = false;
    if (ground !== Ground.grass && ground !== Ground.forest) free = false;
  });
  return free;
}

function plough(draft: FacetDraft, rng: Rng, rect: Rect): void {
  draft.each(rect, 2, (index) => {
    draft.ground[index] = Ground.grass;
  });
  draft.pave(rect, Ground.furrow);
  draft.take(rect, 1);
  const crop = rng.pick(CROPS);
  draft.each(rect, -1, (_index, x, y) => {
    if (rng.chance(0.7)) draft.put(x, y, standingZ(draft, x, y), rng.pick(crop));
  });
}
