import { mkdir, readdir } from 'node:fs/promises';
import { CommitEncoder } from '@gommog/core';
import { logPath, openFolder } from '../data-folder.ts';
import { FileLog } from '../file-log.ts';
import type { ComponentBatches } from '../image.ts';
import { NodeDisk } from '../log-disk.ts';
import { closeImages, openImages } from '../open-images.ts';
import { recover } from '../recovery.ts';
import { StoreError } from '../store-error.ts';
import { DEFAULT_IMAGES, DEFAULT_LOG } from '../store-settings.ts';

const RECORD_BYTES = 512 * 1024;
/** Records that may wait for the disk: a world is larger than memory should be. */
const AHEAD = 16;

/** World time and tick with which a folder begins. */
export interface Beginning {
  readonly tick: number;
  /** World time in milliseconds. */
  readonly timeMs: number;
}

/**
 * Makes a data folder whose history begins with a given world: its first records hold all of it, so any image can be made from
 * the log alone; the embedded one is made at once.
 * @throws GMG_STORE_IO when the folder holds something already, or cannot be written.
 */
export async function writeNewFolder(
  dir: string,
  { tick, timeMs }: Beginning,
  components: ComponentBatches,
  onLogWritten: () => void = () => {},
): Promise<{ readonly components: number }> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  if ((await readdir(dir)).length > 0)
    throw new StoreError('GMG_STORE_IO', `${dir} is not empty: choose a new folder`);
  const log = await FileLog.open({ disk: new NodeDisk(logPath(dir)) });
  await log.begin(1, 1);
  const encoder = new CommitEncoder();
  let sequence = 1;
  let bytes = 0;
  let count = 0;
  const append = async () => {
    log.append(encoder.finish(), 1, sequence);
    if (log.durable < sequence - AHEAD) await durable(log, sequence - AHEAD);
    sequence++;
  };
  encoder.begin(1, sequence, tick, timeMs);
  for await (const batch of components) {
    for (const { serial, component, version, data } of batch) {
      encoder.set(serial, component, version, (sink) => sink.raw(data));
      bytes += data.length + 12;
    }
    count += batch.length;
    if (bytes < RECORD_BYTES) continue;
    await append();
    encoder.begin(1, sequence, tick, timeMs);
    bytes = 0;
  }
  await append();
  await log.close();
  onLogWritten();
  await makeImage(dir);
  return { components: count };
}

async function durable(log: FileLog, sequence: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    log.onDurable = (reached) => {
      if (reached >= sequence) resolve();
    };
    log.onFailure = (failure) => {
      if (failure !== null) reject(failure);
    };
  });
}

async function makeImage(dir: string): Promise<void> {
  const { images: sources, log } = await openFolder({
    dir,
    log: DEFAULT_LOG,
    images: DEFAULT_IMAGES,
    schema: null,
    segmentBytes: 32 * 1024 * 1024,
    imageDelayMs: 0,
    keepBytes: 0,
    backlogBytes: 0,
    imageLagBytes: 0,
    followerLagBytes: null,
    imagesInThreads: false,
    isBlocking: false,
    faults: null,
  });
  const images = await openImages(log, sources);
  try {
    await recover(log, images.base);
  } finally {
    await closeImages(images.all);
    await log.close();
  }
}
