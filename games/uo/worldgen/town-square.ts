import type { Rng } from '@gommog/core';
import { MARKET_GOODS } from './data/goods.ts';
import { TOWN_PIECES } from './data/pieces.ts';
import type { FacetDraft } from './facet-draft.ts';
import { HALF_SQUARE, type Town } from './towns.ts';

const TABLE_HEIGHT = 6;

/** The market square: a fountain in the middle, benches, lamps at the corners and stalls with goods. */
export function furnishSquare(draft: FacetDraft, rng: Rng, town: Town): void {
  const { middle, z } = town;
  for (const [graphic, dx, dy] of TOWN_PIECES.fountain) draft.put(middle.x + dx, middle.y + dy, z, graphic);
  for (const dx of [-1, 1]) {
    for (const dy of [-1, 1]) {
      const x = middle.x + dx * HALF_SQUARE.x;
      const y = middle.y + dy * HALF_SQUARE.y;
      draft.put(x, y, z, TOWN_PIECES.lampPost);
      draft.put(x - dx * 2, y, z, TOWN_PIECES.bench);
      putStall(draft, rng, middle.x + dx * 6 - 1, middle.y + dy * 5, z);
    }
  }
}

/** Two tables with things for sale on them, a crate and a barrel behind. */
function putStall(draft: FacetDraft, rng: Rng, x: number, y: number, z: number): void {
  for (const dx of [0, 1]) {
    draft.put(x + dx, y, z, TOWN_PIECES.stallTable);
    const goods = rng.pick(MARKET_GOODS);
    draft.place({ kind: 'item', graphic: goods, x: x + dx, y, z: z + TABLE_HEIGHT, movable: true });
  }
  draft.place({ kind: 'container', graphic: rng.pick(TOWN_PIECES.crates), x: x + 2, y, z });
}
