import type { WorldSchema } from '@gommog/core';
import type { ImageSource } from './image.ts';
import type { KafkaSettings } from './kafka-partition.ts';
import { LmdbImage } from './lmdb-image.ts';
import { StoreError } from './store-error.ts';

/** An image as a setting: plain data, so that it reaches the persistence thread. */
export type ImageSettings =
  /** In the data folder, with no server. */
  | { readonly kind: 'lmdb' }
  | {
      readonly kind: 'redis';
      readonly url: string;
      readonly prefix?: string;
      readonly durability?: 'everysec' | 'always';
    }
  | { readonly kind: 'mongodb'; readonly url: string; readonly database?: string };

/** The commit log as a setting. */
export type LogSettings =
  /** Segments in the data folder. */
  | { readonly kind: 'file' }
  /** A partition. The data folder still has the checkpoints, and says where the log is. */
  | ({ readonly kind: 'kafka' } & KafkaSettings);

export const DEFAULT_LOG: LogSettings = { kind: 'file' };

export const DEFAULT_IMAGES: readonly ImageSettings[] = [{ kind: 'lmdb' }];

/** Where an image is opened, as plain data, so that it reaches its thread. */
export interface ImagePlace {
  readonly settings: ImageSettings;
  /** Folder for an image without a server. */
  readonly path: string;
  /** What the states are made of, for images that people read. */
  readonly schema: WorldSchema | null;
}

/** The image of a place, in this thread. What a client library weighs is only loaded when it is used. */
export function imageSource({ path, schema, settings }: ImagePlace): ImageSource {
  const { kind } = settings;
  switch (settings.kind) {
    case 'lmdb':
      return { name: kind, isRemote: false, isBase: true, open: () => LmdbImage.open({ path }) };
    case 'redis':
      return {
        name: kind,
        isRemote: true,
        isBase: false,
        open: async () => (await import('./redis-image.ts')).RedisImage.open(settings),
      };
    case 'mongodb':
      return {
        name: kind,
        isRemote: true,
        isBase: true,
        open: async () => (await import('./mongodb-image.ts')).MongodbImage.open({ ...settings, schema }),
      };
  }
}

/** @throws GMG_STORE_SETUP for a list of images that cannot work. */
export function checkImages(images: readonly ImageSettings[]): void {
  if (images.length === 0) throw new StoreError('GMG_STORE_SETUP', 'a store needs an image');
  const kinds = images.map(({ kind }) => kind);
  const twice = kinds.find((kind, i) => kinds.indexOf(kind) !== i);
  if (twice !== undefined) throw new StoreError('GMG_STORE_SETUP', `the image ${twice} is named twice`);
}
