import { type Component, type Kind, World } from '@gommog/core';
import { openStore } from '@gommog/store';

/** Larger than any facet: what is saved is looked at without its land. */
const EVERYWHERE = Array.from({ length: 256 }, (_, facet) => ({ facet, width: 8192, height: 8192 }));

/** What a data folder holds, and what the core itself finds wrong with it. */
export interface SavedWorld {
  readonly world: World;
  readonly problems: readonly string[];
}

/** What a game's worlds are made of. */
export interface WorldSchema {
  readonly kinds: readonly Kind[];
  readonly components: readonly Component[];
}

/** Reads the world of a shard that is not running. */
export async function readSavedWorld(dir: string, { components, kinds }: WorldSchema): Promise<SavedWorld> {
  const world = new World({ planes: EVERYWHERE, kinds, components, seed: 0 });
  const store = await openStore({
    dir,
    load: (serial, component, version, bytes) => world.load(serial, component, version, bytes),
  });
  await store.queue.close();
  const problems = world.finishLoading().map(({ serial, problem }) => `entity ${serial}: ${problem}`);
  return { world, problems };
}
