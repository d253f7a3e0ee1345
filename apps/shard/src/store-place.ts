import type { World, WorldSchema } from '@gommog/core';
import type { ImageSettings, LogSettings, StorePlace } from '@gommog/store';
import type { Config } from './config/load.ts';
import type { GameModule } from './games/game-module.ts';

/** The commit log of a game. */
export function logOf({ store }: Config, game: string): LogSettings {
  if (store.log === 'file') return { kind: 'file' };
  return { kind: 'kafka', brokers: store.kafka.brokers, topic: `${store.kafka.topic}.${game}` };
}

/** The folder, the log and the images of a game's store. Games that share a server have places of their own on it. */
export function storePlaceOf(
  config: Config,
  game: string,
  dir: string,
): StorePlace & { readonly imageLagBytes: number } {
  const { store } = config;
  const settings: Record<ImageSettings['kind'], ImageSettings> = {
    lmdb: { kind: 'lmdb' },
    redis: { kind: 'redis', ...store.redis, prefix: `${store.redis.prefix}-${game}` },
    mongodb: { kind: 'mongodb', ...store.mongodb, database: `${store.mongodb.database}-${game}` },
  };
  const images = store.images.map((kind) => settings[kind]);
  return { dir, log: logOf(config, game), images, imageLagBytes: store.imageLagMiB * 1024 * 1024 };
}

/** Images whose documents people read. Only for these it is worth reading a game's content once more. */
const FOR_PEOPLE: ReadonlySet<ImageSettings['kind']> = new Set(['mongodb']);

/** What the states of a game's worlds are made of and, for images that people read, what their numbers stand for. Throws Refusal. */
export function schemaFor(module: GameModule, world: World, config: Config): WorldSchema {
  const isForPeople = config.store.images.some((kind) => FOR_PEOPLE.has(kind));
  const words = isForPeople ? module.words?.(config) : undefined;
  return { ...world.schema(), ...(words === undefined ? {} : { words }) };
}
