import { NameIndex, type World } from '@gommog/core';
import { Player, Presence } from '../components.ts';

/** Ids that a level has for those in it: clients know 0 to 127, and themselves as -1. */
export const SLOTS = 128;

/** Who is known by name, and who is here: in which level, under which id. It follows from the world and is not saved. */
export class People {
  readonly byName: NameIndex;
  /** For each level the player in each slot, 0 for nobody. */
  readonly #slots = new Map<number, number[]>();

  constructor(world: World) {
    this.byName = new NameIndex(world, Player);
    const left: number[] = [];
    world.each(Presence, (serial) => left.push(serial));
    for (const serial of left) world.remove(serial, Presence);
  }

  /** Everybody who is here. */
  get here(): number {
    let sum = 0;
    for (const slots of this.#slots.values()) for (const player of slots) if (player !== 0) sum++;
    return sum;
  }

  /** Gives a player the lowest free id of a level, or -1 when there is none. */
  enter(level: number, player: number): number {
    let slots = this.#slots.get(level);
    if (slots === undefined) {
      slots = [];
      this.#slots.set(level, slots);
    }
    for (let slot = 0; slot < SLOTS; slot++) {
      if ((slots[slot] ?? 0) !== 0) continue;
      slots[slot] = player;
      return slot;
    }
    return -1;
  }

  leave(level: number, slot: number): void {
    const slots = this.#slots.get(level);
    if (slots !== undefined) slots[slot] = 0;
  }

  /** Visits those in a level, by id. */
  each(level: number, visit: (player: number, slot: number) => void): void {
    const slots = this.#slots.get(level) ?? [];
    for (let slot = 0; slot < slots.length; slot++) if (slots[slot] !== 0) visit(slots[slot]!, slot);
  }

  /** Visits everybody who is here. */
  eachHere(visit: (player: number) => void): void {
    for (const level of this.#slots.keys()) this.each(level, visit);
  }
}
