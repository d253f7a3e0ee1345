import type { Component } from './component.ts';
import type { World } from './world.ts';

/** Name → serial, for entities that have a name of their own. Derived from the world; names are compared without case. */
export class NameIndex {
  readonly #byName = new Map<string, number>();

  /** Begins with all entities that have the component. */
  constructor(world: World, component: Component<{ name: string }>) {
    world.each(component, (serial, { name }) => this.add(name, serial));
  }

  find(name: string): number | undefined {
    return this.#byName.get(name.toLowerCase());
  }

  add(name: string, serial: number): void {
    this.#byName.set(name.toLowerCase(), serial);
  }

  serials(): IterableIterator<number> {
    return this.#byName.values();
  }

  get size(): number {
    return this.#byName.size;
  }
}
