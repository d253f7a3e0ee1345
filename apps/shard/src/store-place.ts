import type { ImageSettings, StorePlace } from '@gommog/store';
import type { Config } from './config/load.ts';

/** The folder and the images of a game's store. Games that share a server have places of their own on it. */
export function storePlaceOf(
  { store }: Config,
  game: string,
  dir: string,
): StorePlace & { readonly imageLagBytes: number } {
  const settings: Record<ImageSettings['kind'], ImageSettings> = {
    lmdb: { kind: 'lmdb' },
    redis: { kind: 'redis', ...store.redis, prefix: `${store.redis.prefix}-${game}` },
    mongodb: { kind: 'mongodb', ...store.mongodb, database: `${store.mongodb.database}-${game}` },
  };
  const images = store.images.map((kind) => settings[kind]);
  return { dir, images, imageLagBytes: store.imageLagMiB * 1024 * 1024 };
}
