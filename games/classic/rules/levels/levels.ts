import { NameIndex, type World } from '@gommog/core';
import { Level } from '../components.ts';

/** The levels there are. */
export class Levels {
  readonly byName: NameIndex;
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
    this.byName = new NameIndex(world, Level);
  }

  /** Where those appear who have been nowhere yet: the oldest level. 0 while there is none. */
  get main(): number {
    const [oldest = 0] = [...this.byName.serials()].sort((a, b) => a - b);
    return oldest;
  }

  /** Can people be in it? It exists, and all of it is made. */
  isOpen(serial: number): boolean {
    return this.#world.get(serial, Level)?.dueMs === 0;
  }
}
