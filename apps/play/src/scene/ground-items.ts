import type { GroundItem } from '@gommog/uo/web';
import type { WorldModel } from '../model/world-model.ts';

/** Finds out which items on the ground have come, gone or changed since it last looked. */
export class GroundItems {
  readonly #known = new Map<number, GroundItem>();
  readonly #onChange: (item: GroundItem) => void;

  /** `onChange` is told of an item as it was, and as it is. */
  constructor(onChange: (item: GroundItem) => void) {
    this.#onChange = onChange;
  }

  look({ ground }: WorldModel): void {
    for (const [serial, item] of ground) {
      const before = this.#known.get(serial);
      if (before === item) continue;
      if (before !== undefined) this.#onChange(before);
      this.#onChange(item);
      this.#known.set(serial, item);
    }
    if (this.#known.size === ground.size) return;
    for (const [serial, item] of this.#known) {
      if (ground.has(serial)) continue;
      this.#onChange(item);
      this.#known.delete(serial);
    }
  }
}
