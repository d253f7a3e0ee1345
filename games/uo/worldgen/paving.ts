import { type FacetDraft, Ground } from './facet-draft.ts';

/** Tiles this near to the water, and the water: nobody walks there without a bridge. */
export const WET = 1;

/** Turns a dry tile into a piece of road. */
export function paveTile(draft: FacetDraft, x: number, y: number): void {
  const index = draft.index(x, y);
  const ground = draft.ground[index]!;
  if (ground === Ground.water || ground === Ground.cobble || ground === Ground.cave) return;
  if (draft.toWater[index]! <= WET) return;
  draft.ground[index] = Ground.dirt;
  draft.taken[index] = 1;
}
