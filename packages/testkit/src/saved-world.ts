import { type Component, World } from '@gommog/core';
import { openStore } from '@gommog/store';
import { components, kinds } from '@gommog/uo';
import { goldIn, problemsOf } from './invariants.ts';

/** Larger than any facet: what is saved is looked at without its land. */
const EVERYWHERE = Array.from({ length: 256 }, (_, facet) => ({ facet, width: 8192, height: 8192 }));

/** What a data folder holds, as far as nobody may break it. */
export interface SavedWorld {
  readonly world: World;
  readonly problems: readonly string[];
  readonly gold: number;
}

/** Reads the world of a shard that is not running, and looks whether it is whole. */
export async function readSavedWorld(dir: string): Promise<SavedWorld> {
  const world = new World({ planes: EVERYWHERE, kinds, components, seed: 0 });
  const store = await openStore({
    dir,
    load: (serial, component, version, bytes) => world.load(serial, component, version, bytes),
  });
  await store.queue.close();
  const violations = world.finishLoading().map(({ serial, problem }) => `entity ${serial}: ${problem}`);
  return { world, problems: [...violations, ...problemsOf(world)], gold: goldIn(world) };
}

/** What a person carries, as text to compare: every thing with all its state, but not where the person is. */
export function belongingsOf(world: World, name: string): string {
  const Mobile = components.find((component) => component.name === 'mobile') as Component<{ name: string }>;
  let owner = 0;
  world.each(Mobile, (serial, mobile) => {
    if (mobile.name === name) owner = serial;
  });
  if (owner === 0) throw new Error(`there is nobody called ${name}`);
  const [, ...things] = world.closureOf(owner);
  return JSON.stringify(things.sort((a, b) => a - b).map((thing) => [thing, world.inspect(thing)]));
}
