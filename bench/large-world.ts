import { type Component, World } from '@gommog/core';
import type { Store } from '@gommog/store';
import { components, ITEM, kinds, MOBILE } from '@gommog/uo';

/** Larger than any land: nothing here looks at it. */
const PLANES = [{ facet: 0, width: 8192, height: 8192 }];
/** Items of one commit record while the world is made. */
const RECORD_ITEMS = 5_000;

/** A component of the game by its name. */
export function componentNamed<V extends object>(name: string): Component<V> {
  const found = components.find((component) => component.name === name);
  if (found === undefined) throw new Error(`no component is called ${name}`);
  return found as Component<V>;
}

export const Item = componentNamed<{ template: number; graphic: number; hue: number; amount: number }>(
  'item',
);

export function emptyWorld(): World {
  return new World({ planes: PLANES, kinds, components, seed: 1 });
}

export interface LargeWorldSize {
  readonly characters: number;
  readonly items: number;
}

/**
 * Fills a world: characters with all that they are saved with, and items, most of them in the characters' bags, a tenth lying about.
 * Yields whenever a commit record's worth of them is made.
 */
export function* fill(world: World, { characters, items }: LargeWorldSize): Generator<void> {
  const bags = characters === 0 ? [] : yield* makeCharacters(world, characters);
  for (let i = 0; i < items - bags.length; i++) {
    const serial = world.newSerial(ITEM);
    world.set(serial, Item, { template: 1 + (i % 200), graphic: i & 0x3fff, hue: 0, amount: 1 });
    if (bags.length === 0 || i % 10 === 0) {
      world.place(serial, 0, (i * 7919) % 8192, (i * 104_729) % 8192, 0);
    } else world.contain(serial, bags[i % bags.length]!, i & 127, (i >> 7) & 127, 0);
    if (i % RECORD_ITEMS === RECORD_ITEMS - 1) yield;
  }
  yield;
}

function* makeCharacters(world: World, count: number): Generator<void, number[]> {
  const Mobile = componentNamed<{ name: string; body: number }>('mobile');
  const Stats = componentNamed<{ str: number; hits: number }>('stats');
  const Skills = componentNamed<{ values: readonly number[]; locks: readonly number[] }>('skills');
  const Character = componentNamed<{ account: number; profile: string; logoutX: number }>('character');
  const bags: number[] = [];
  for (let i = 0; i < count; i++) {
    const serial = world.newSerial(MOBILE);
    world.set(serial, Mobile, { name: `Person ${i}`, body: 400 });
    world.set(serial, Stats, { str: 60, hits: 60 });
    world.set(serial, Skills, {
      values: Array.from({ length: 58 }, (_, skill) => (skill * 37 + i) % 1000),
      locks: new Array(58).fill(0) as number[],
    });
    world.set(serial, Character, { account: 0, profile: 'Nothing is known.', logoutX: 100 });
    const bag = world.newSerial(ITEM);
    world.set(bag, Item, { template: 7, graphic: 0xe75, hue: 0, amount: 1 });
    world.contain(bag, serial, 0, 0, 0x15);
    bags.push(bag);
    if (i % 1000 === 999) yield;
  }
  return bags;
}

/** Commits what has changed in a world, as the loop does after a step. Returns the sequence of the record. */
export function commit(world: World, { queue, recovered }: Store): number {
  const sequence = queue.sequence + 1;
  const record = world.takeCommit(queue.epoch, sequence, recovered.tick + sequence);
  if (record !== null) queue.push(record, sequence);
  return queue.sequence;
}

/** Makes a large world in a data folder, through the path of every change. */
export async function save(world: World, store: Store, size: LargeWorldSize): Promise<void> {
  for (const _ of fill(world, size)) {
    await store.queue.whenDurable(commit(world, store));
  }
  await store.queue.drain();
}
