import { type Component, World } from '@gommog/core';
import { openStore, type Store } from '@gommog/store';
import { components, ITEM, kinds, MOBILE } from '@gommog/uo';

/** Larger than any land: nothing here looks at it. */
const SIDE = 8192;
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

/** A world without anything, on one facet of so many tiles on each side. */
export function emptyWorld(side = SIDE): World {
  return new World({ planes: [{ facet: 0, width: side, height: side }], kinds, components, seed: 1 });
}

export interface LargeWorldSize {
  readonly characters: number;
  readonly items: number;
  /** Beings without an account, who stand about, each with a bag that is one of the items; default 0. */
  readonly npcs?: number;
  /** They lie about on so many tiles on each side; default 8192. */
  readonly side?: number;
}

/**
 * Fills a world: characters with all that they are saved with, and items, most of them in the characters' bags, a tenth lying about.
 * Yields whenever a commit record's worth of them is made.
 */
export function* fill(
  world: World,
  { characters, items, npcs = 0, side = SIDE }: LargeWorldSize,
): Generator<void> {
  const bags = characters === 0 ? [] : yield* makeCharacters(world, characters);
  if (npcs > 0) bags.push(...(yield* makeNpcs(world, npcs, side)));
  for (let i = 0; i < items - bags.length; i++) {
    const serial = world.newSerial(ITEM);
    world.set(serial, Item, { template: 1 + (i % 200), graphic: i & 0x3fff, hue: 0, amount: 1 });
    if (bags.length === 0 || i % 10 === 0) {
      world.place(serial, 0, (i * 7919) % side, (i * 104_729) % side, 0);
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

function* makeNpcs(world: World, count: number, side: number): Generator<void, number[]> {
  const Mobile = componentNamed<{ name: string; body: number }>('mobile');
  const Stats = componentNamed<{ str: number; hits: number }>('stats');
  const bags: number[] = [];
  for (let i = 0; i < count; i++) {
    const serial = world.newSerial(MOBILE);
    world.set(serial, Mobile, { name: `a being ${i}`, body: 400 });
    world.set(serial, Stats, { str: 60, hits: 60 });
    world.place(serial, 0, (i * 6007) % side, (i * 3001) % side, 0);
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

/** Tiles on each side of the land that a shard makes for itself. */
const MADE_SIDE = 1024;

/** Adds so much to the data folder of a shard that is not running. */
export async function enlarge(dir: string, size: LargeWorldSize): Promise<void> {
  const world = emptyWorld(MADE_SIDE);
  const store = await openStore({
    dir,
    load: (serial, component, version, data) => world.load(serial, component, version, data),
  });
  world.finishLoading();
  world.nowMs = store.recovered.timeMs;
  await save(world, store, { ...size, side: MADE_SIDE });
  await store.queue.close();
}
