import { ByteSource, decodeState } from '@gommog/core';
import { loadContent } from '../content/index.ts';
import { Item } from '../rules/things/item.ts';
import { behaviours } from '../rules/things/use/behaviours.ts';
import { GOLD } from './chronicler.ts';

/** One state of a saved world, as its image or its log has it. */
export interface SavedState {
  readonly component: number;
  readonly version: number;
  readonly data: Uint8Array;
}

/** Counts all gold and all items of a saved world, from its states alone: no rule and no event has a say in it. */
export class GoodsCount {
  readonly #goldTemplate: number;
  gold = 0;
  items = 0;

  constructor() {
    const content = loadContent({ behaviours: new Set(Object.keys(behaviours)) });
    this.#goldTemplate = content.items.byId(GOLD)?.number ?? 0;
  }

  /** @throws RangeError when a state is damaged, or of a version that this program does not know. */
  add({ component, data, version }: SavedState): void {
    if (component !== Item.id) return;
    const { amount, template } = decodeState(Item, version, new ByteSource(data));
    this.items++;
    if (template === this.#goldTemplate) this.gold += amount as number;
  }
}
