import { mkdir } from 'node:fs/promises';
import type { WorldSchema } from '@gommog/core';
import { type Copied, type CopyOptions, copyStore } from './copy-store.ts';
import { openFolder } from './data-folder.ts';
import { FolderLock } from './folder-lock.ts';
import type { Medium } from './persistence-port.ts';
import { DEFAULT_IMAGES, DEFAULT_LOG, type ImageSettings, type LogSettings } from './store-settings.ts';

/** A store as it is configured: its data folder, and where its images are. */
export interface StorePlace {
  readonly dir: string;
  readonly log?: LogSettings;
  readonly images?: readonly ImageSettings[];
  readonly schema?: WorldSchema;
}

export interface FolderCopyOptions extends Pick<CopyOptions, 'overwrite' | 'onProgress'> {
  readonly from: StorePlace;
  readonly to: StorePlace;
}

/**
 * `copyStore` between two data folders, neither of which may be in use: from any combination of log and images to any other. Files
 * beside the store, such as the land, are not copied.
 * @throws GMG_STORE_LOCKED, and what `copyStore` throws.
 */
export async function copyFolder({ from, to, ...options }: FolderCopyOptions): Promise<Copied> {
  await mkdir(to.dir, { recursive: true });
  const locks = [await FolderLock.acquire(from.dir)];
  const media: Medium[] = [];
  try {
    locks.push(await FolderLock.acquire(to.dir));
    for (const place of [from, to]) media.push(await openPlace(place));
    return await copyStore({ from: media[0]!, to: media[1]!, ...options });
  } finally {
    // Whatever a log says when it is closed, nobody holds the folders any more.
    try {
      for (const { log } of media) await log.close();
    } finally {
      for (const lock of locks) await lock.release();
    }
  }
}

function openPlace({ dir, images = DEFAULT_IMAGES, log = DEFAULT_LOG, schema }: StorePlace): Promise<Medium> {
  return openFolder({
    dir,
    log,
    images,
    schema: schema ?? null,
    segmentBytes: 32 * 1024 * 1024,
    imagesInThreads: false,
    isBlocking: true,
    faults: null,
    imageDelayMs: 0,
    keepBytes: 0,
    backlogBytes: 0,
    imageLagBytes: 0,
    followerLagBytes: null,
  });
}
