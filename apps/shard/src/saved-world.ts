import { existsSync } from 'node:fs';
import { type Violation, World } from '@gommog/core';
import { type Moment, openStore, type Store, StoreError, type WorldAt, worldNow } from '@gommog/store';
import type { Config } from './config/load.ts';
import { gameOfDataFolder } from './data-folder.ts';
import type { GameModule } from './games/game-module.ts';
import { Refusal } from './refusal.ts';
import { schemaFor, storePlaceOf } from './store-place.ts';

/** Larger than any facet: what is saved is looked at without its land. */
const EVERYWHERE = Array.from({ length: 256 }, (_, facet) => ({ facet, width: 8192, height: 8192 }));

export interface SavedWorld {
  readonly module: GameModule;
  readonly world: World;
  readonly store: Store;
  /** What is wrong with it. */
  readonly violations: readonly Violation[];
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
    schema: schemaFor(module, world, config),
    load: (serial, component, version, bytes) => world.load(serial, component, version, bytes),
  }).catch(refuse);
  return { module, world, store, violations: world.finishLoading() };
}

/** A saved world that is only looked at. */
export interface ReadWorld {
  readonly module: GameModule;
  readonly world: World;
  readonly moment: Moment;
}

/**
 * Reads the newest durable world of a data folder without its land; a shard may be running over it. Throws Refusal when there
 * is none.
 */
export async function readSavedWorld(data: string): Promise<ReadWorld> {
  if (!existsSync(data)) throw new Refusal(`${data}: there is no such folder`);
  const module = await gameOfDataFolder(data);
  const now = await worldNow(data).catch(refuse);
  try {
    return { module, world: await worldOf(module, now).catch(refuse), moment: now.moment };
  } finally {
    await now.close();
  }
}

/** A world of a game over what was read, without its land and without judging it. */
export async function worldOf(
  { components, kinds }: Pick<GameModule, 'components' | 'kinds'>,
  read: WorldAt,
): Promise<World> {
  const world = new World({ planes: EVERYWHERE, kinds, components, seed: 0 });
  for await (const batch of read.components()) {
    for (const { component, data, serial, version } of batch) world.load(serial, component, version, data);
  }
  world.finishLoading();
  world.nowMs = Math.max(world.nowMs, read.moment.timeMs);
  return world;
}

/** What an operator can mend: an error of the store, or a state that cannot be read. */
export function refuse(error: unknown): never {
  if (error instanceof RangeError) throw new Refusal(`the saved world is damaged: ${error.message}`);
  if (!(error instanceof StoreError)) throw error;
  const isDamage = error.code === 'GMG_STORE_CORRUPT' || error.code === 'GMG_STORE_GAP';
  throw new Refusal(isDamage ? `${error.message}\n  'gommog store check' tells more` : error.message);
}

/** Saves what a command changed, and closes. */
export async function saveAndClose({ world, store }: SavedWorld): Promise<void> {
  const { epoch, sequence, tick } = store.recovered;
  const record = world.takeCommit(epoch, sequence + 1, tick);
  if (record !== null) store.queue.push(record, sequence + 1);
  await store.queue.drain();
  await store.queue.close();
}
