import type { Component, World } from '@gommog/core';
import { components } from '@gommog/uo';

const Item = components.find(({ name }) => name === 'item') as Component<object>;
const Mobile = components.find(({ name }) => name === 'mobile') as Component<{ name: string }>;

/** Why a player may count on something. */
type Reason = 'trade' | 'drop';

/** Promises that were found kept after a kill, by what they were about. */
export type Kept = Readonly<Record<Reason | 'deletion', number>>;

interface Whereabouts {
  readonly reason: Reason;
  /** Who has it, or null for a place on the ground. */
  readonly owner: number | null;
  readonly x: number;
  readonly y: number;
  /** When the player was told, in milliseconds. */
  readonly at: number;
}

/**
 * What players were promised of things and of characters. Whoever touches a thing takes the promise back first: what was under
 * way when the shard died may have happened or not.
 */
export class Promises {
  readonly #things = new Map<number, Whereabouts>();
  /** How often each has been touched. */
  readonly #touches = new Map<number, number>();
  readonly #gone = new Set<string>();
  readonly kept = { trade: 0, drop: 0, deletion: 0 };

  has(thing: number, owner: number, reason: Reason): void {
    this.#things.set(thing, { reason, owner, x: 0, y: 0, at: performance.now() });
  }

  /** On the ground, where others may touch it: no promise when somebody has since `touches`. */
  lies(thing: number, touches: number, x: number, y: number): void {
    if (this.#touches.get(thing) !== touches) return;
    this.#things.set(thing, { reason: 'drop', owner: null, x, y, at: performance.now() });
  }

  /** Somebody touches a thing. Gives how often that has happened. */
  doubt(thing: number): number {
    const touches = (this.#touches.get(thing) ?? 0) + 1;
    this.#things.delete(thing);
    this.#touches.set(thing, touches);
    return touches;
  }

  gone(name: string): void {
    this.#gone.add(name);
  }

  /**
   * What a saved world does not keep. A trade was promised when it was told; anything else may be younger than `graceMs` at the
   * kill, and then it is forgotten.
   */
  broken(world: World, killedAt: number, graceMs: number): string[] {
    const problems: string[] = [];
    for (const [thing, promise] of this.#things) {
      if (promise.reason === 'drop' && promise.at > killedAt - graceMs) {
        this.#things.delete(thing);
        continue;
      }
      const problem = problemOf(world, thing, promise);
      if (problem === null) this.kept[promise.reason]++;
      else {
        const age = (killedAt - promise.at).toFixed(0);
        problems.push(`acked-as-final: ${promise.reason} told ${age} ms before the kill: ${problem}`);
        this.#things.delete(thing);
      }
    }
    world.each(Mobile, (serial, { name }) => {
      if (this.#gone.delete(name))
        problems.push(`acked-as-final: ${name} (${serial}) was deleted and is there`);
    });
    this.kept.deletion += this.#gone.size;
    return problems;
  }
}

function problemOf(world: World, thing: number, { owner, x, y }: Whereabouts): string | null {
  if (!world.has(thing, Item)) return `item ${thing} is lost`;
  const root = world.rootOf(thing);
  if (owner !== null) return root === owner ? null : `item ${thing} is with ${root}, not with ${owner}`;
  const at = world.placement(thing)!;
  return root === thing && at.x === x && at.y === y
    ? null
    : `item ${thing} does not lie at ${x},${y} but in ${root} at ${at.x},${at.y}`;
}
