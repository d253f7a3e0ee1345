import { type Component, type Kind, World } from '@gommog/core';
import { openStore, type StoredComponent, type StorePlace, worldNow } from '@gommog/store';

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

/** Reads the world of a shard that is not running: opens its data folder as a start does. */
export async function readSavedWorld(dir: string, schema: WorldSchema): Promise<SavedWorld> {
  const world = emptyWorld(schema);
  const store = await openStore({
    dir,
    load: (serial, component, version, bytes) => world.load(serial, component, version, bytes),
  });
  await store.queue.close();
  return judged(world);
}

/** Opens the store of a shard that is not running, lets `change` work at its world, and saves that. */
export async function changeSavedWorld(
  place: StorePlace,
  schema: WorldSchema,
  change: (world: World) => void,
): Promise<void> {
  const world = emptyWorld(schema);
  const { queue, recovered } = await openStore({
    ...place,
    load: (serial, component, version, bytes) => world.load(serial, component, version, bytes),
  });
  world.finishLoading();
  change(world);
  const sequence = recovered.sequence + 1;
  const record = world.takeCommit(recovered.epoch, sequence, recovered.tick);
  if (record !== null) queue.push(record, sequence);
  await queue.drain();
  await queue.close();
}

/** Reads the newest durable world of a data folder and changes nothing, so that the next start finds what the last one left. */
export async function peekSavedWorld(dir: string, schema: WorldSchema): Promise<SavedWorld> {
  const now = await worldNow(dir);
  try {
    return await worldOf(now.components(), schema);
  } finally {
    await now.close();
  }
}

/** The world that is made of all these components. */
export async function worldOf(
  components: AsyncIterable<readonly StoredComponent[]> | Iterable<readonly StoredComponent[]>,
  schema: WorldSchema,
): Promise<SavedWorld> {
  const world = emptyWorld(schema);
  for await (const batch of components) {
    for (const { component, data, serial, version } of batch) world.load(serial, component, version, data);
  }
  return judged(world);
}

function emptyWorld({ components, kinds }: WorldSchema): World {
  return new World({ planes: EVERYWHERE, kinds, components, seed: 0 });
}

function judged(world: World): SavedWorld {
  const problems = world.finishLoading().map(({ serial, problem }) => `entity ${serial}: ${problem}`);
  return { world, problems };
}
