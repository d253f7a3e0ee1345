import type { Rng } from '@gommog/core';
import { GARDEN, GROWTHS, type Growth, LONE_TREES, REEDS } from './data/plants.ts';
import { type FacetDraft, Ground } from './facet-draft.ts';
import type { Noise } from './noise.ts';
import type { Town } from './towns.ts';

/** Chance that a tile bears anything, by ground. */
const DENSITY: Readonly<Record<number, number>> = {
  [Ground.grass]: 0.018,
  [Ground.forest]: 0.15,
  [Ground.sand]: 0.014,
};
const LONE_TREE = 0.003;
const REED = 0.05;
const GARDEN_PLANT = 0.07;

/** Lets things grow wherever nothing else is. Woods have thick and thin places, and clearings. */
export function growPlants(draft: FacetDraft, rng: Rng, noise: Noise): void {
  const { width, landWidth, height, ground, taken, toWater } = draft;
  for (let y = 2; y < height - 2; y++) {
    for (let x = 2; x < landWidth - 2; x++) {
      const index = y * width + x;
      const kind = ground[index]!;
      const density = DENSITY[kind];
      if (density === undefined || taken[index] === 1 || toWater[index]! <= 1) continue;
      if (toWater[index]! === 2 && kind !== Ground.sand && rng.chance(REED)) {
        grow(draft, rng, REEDS, x, y);
        continue;
      }
      const lush = kind === Ground.sand ? 1 : Math.max(0.15, 1 + 1.3 * noise.at(x / 13, y / 13));
      if (rng.chance(density * lush)) grow(draft, rng, GROWTHS[kind]!, x, y);
      else if (kind === Ground.grass && rng.chance(LONE_TREE * lush)) grow(draft, rng, LONE_TREES, x, y);
    }
  }
}

/** Plants the gardens of a town: all that is neither house nor street. */
export function plantGardens(draft: FacetDraft, rng: Rng, town: Town): void {
  const houses = town.houses.map(({ plan }) => plan.rect);
  draft.each(town.rect, -1, (index, x, y) => {
    if (draft.ground[index] !== Ground.grass || !rng.chance(GARDEN_PLANT)) return;
    const near = houses.some(
      (rect) => x >= rect.x - 1 && y >= rect.y - 1 && x <= rect.x + rect.width && y <= rect.y + rect.height,
    );
    if (!near) grow(draft, rng, GARDEN, x, y);
  });
}

function grow(draft: FacetDraft, rng: Rng, growths: readonly Growth[], x: number, y: number): void {
  let total = 0;
  for (const { weight } of growths) total += weight;
  let drawn = rng.between(1, total);
  for (const { weight, parts } of growths) {
    drawn -= weight;
    if (drawn > 0) continue;
    if (parts.some(([, dx, dy]) => isOccupied(draft, x + dx, y + dy))) return;
    for (const [graphic, dx, dy] of parts) {
      draft.put(x + dx, y + dy, standingZ(draft, x + dx, y + dy), graphic);
      draft.taken[draft.index(x + dx, y + dy)] = 1;
    }
    return;
  }
}

function isOccupied(draft: FacetDraft, x: number, y: number): boolean {
  const index = draft.index(x, y);
  const kind = draft.ground[index]!;
  if (kind === Ground.dirt || kind === Ground.cobble) return true;
  return draft.taken[index] === 1 && kind !== Ground.grass;
}

/** Height of a tile's middle, as feet find it. */
export function standingZ(draft: FacetDraft, x: number, y: number): number {
  const top = draft.zAt(x, y);
  const right = draft.zAt(x + 1, y);
  const left = draft.zAt(x, y + 1);
  const bottom = draft.zAt(x + 1, y + 1);
  return Math.abs(top - bottom) > Math.abs(left - right) ? (left + right) >> 1 : (top + bottom) >> 1;
}
