import { existsSync } from 'node:fs';
import { World } from '@gommog/core';
import { openStore, type Store } from '@gommog/store';
import type { Config } from './config/load.ts';
import { gameOfDataFolder } from './data-folder.ts';
import type { GameModule } from './games/game-module.ts';
import { Refusal } from './refusal.ts';
import { storePlaceOf } from './store-place.ts';

/** Larger than any facet: what is saved is looked at without its land. */
const EVERYWHERE = Array.from({ length: 256 }, (_, facet) => ({ facet, width: 8192, height: 8192 }));

export interface SavedWorld {
  readonly module: GameModule;
  readonly world: World;
  readonly store: Store;
}

/**
 * Opens the saved world of a shard that is not running, without its land. The caller closes the store. Throws Refusal when
 * there is none, or when the shard runs.
 */
export async function openSavedWorld(config: Config): Promise<SavedWorld> {
  const { data } = config;
  if (!existsSync(data)) throw new Refusal(`${data}: there is no such folder`);
  const module = await gameOfDataFolder(data);
  const { components, kinds } = module;
  const world = new World({ planes: EVERYWHERE, kinds, components, seed: 0 });
  const store = await openStore({
    ...storePlaceOf(config, module.name, data),
    schema: world.schema(),
    load: (serial, component, version, bytes) => world.load(serial, component, version, bytes),
  }).catch((error: Error) => {
    throw new Refusal(error.message);
  });
  world.finishLoading();
  return { module, world, store };
}

/** Saves what a command changed, and closes. */
export async function saveAndClose({ world, store }: SavedWorld): Promise<void> {
  const { epoch, sequence, tick } = store.recovered;
  const record = world.takeCommit(epoch, sequence + 1, tick);
  if (record !== null) store.queue.push(record, sequence + 1);
  await store.queue.drain();
  await store.queue.close();
}
