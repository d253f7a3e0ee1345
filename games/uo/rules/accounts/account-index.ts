import type { World } from '@gommog/core';
import { Account } from './account.ts';

/** Account name → serial. Derived from the world; names are compared without case. */
export class AccountIndex {
  readonly #byName = new Map<string, number>();

  constructor(world: World) {
    world.each(Account, (serial, account) => {
      this.#byName.set(account.name.toLowerCase(), serial);
    });
  }

  find(name: string): number | undefined {
    return this.#byName.get(name.toLowerCase());
  }

  add(name: string, serial: number): void {
    this.#byName.set(name.toLowerCase(), serial);
  }

  get size(): number {
    return this.#byName.size;
  }
}
