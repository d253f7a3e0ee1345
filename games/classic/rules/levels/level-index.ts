import type { World } from '@gommog/core';
import { Level } from '../components.ts';

/** The levels by name. */
export class LevelIndex {
  readonly #world: World;
  readonly #byName = new Map<string, number>();

  constructor(world: World) {
    this.#world = world;
    world.each(Level, (serial, { name }) => this.#byName.set(name.toLowerCase(), serial));
  }

  add(serial: number, name: string): void {
    this.#byName.set(name.toLowerCase(), serial);
  }

  find(name: string): number | undefined {
    return this.#byName.get(name.toLowerCase());
  }

  /** Where those appear who have been nowhere yet: the oldest level. 0 while there is none. */
  get main(): number {
    let oldest = 0;
    for (const serial of this.#byName.values()) if (oldest === 0 || serial < oldest) oldest = serial;
    return oldest;
  }

  /** Can people be in it? It exists, and all of it is made. */
  isOpen(serial: number): boolean {
    const level = this.#world.get(serial, Level);
    return level !== undefined && level.dueMs === 0;
  }

  all(): IterableIterator<number> {
    return this.#byName.values();
  }
}
