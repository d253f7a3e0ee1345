import { join } from 'node:path';
import type { WorldSchema } from '@gommog/core';
import {
  faultyDisk,
  faultyPartition,
  faultySource,
  type Reach,
  reachOf,
  recordFault,
  type StoreFaults,
} from './faults.ts';
import { FileLog } from './file-log.ts';
import { HistoryKeeper, type Retention } from './history/keeper.ts';
import { threadSource } from './image-thread.ts';
import { openKafkaLog } from './kafka-log.ts';
import { NodeDisk } from './log-disk.ts';
import type { LogPartition } from './log-partition.ts';
import { rememberLogPlace } from './log-place.ts';
import type { PersistenceSettings } from './persistence.ts';
import type { Medium } from './persistence-port.ts';
import { folderMark } from './store-mark.ts';
import { checkImages, type ImageSettings, imageSource, type LogSettings } from './store-settings.ts';

/** What the persistence thread must know of a data folder, as plain data. */
export interface FolderSettings extends PersistenceSettings {
  readonly dir: string;
  readonly segmentBytes: number;
  readonly log: LogSettings;
  readonly images: readonly ImageSettings[];
  /** What the states are made of, for images that people read. */
  readonly schema: WorldSchema | null;
  /** Each image in a thread of its own, so that the log does not wait for it. */
  readonly imagesInThreads: boolean;
  /** Whether the thread may wait for the disk. */
  readonly isBlocking: boolean;
  readonly faults: StoreFaults | null;
  /** How much of the past is kept; without it only `keepBytes` counts, and there are no checkpoints. */
  readonly retention?: Retention;
}

export function logPath(dir: string): string {
  return join(dir, 'log');
}

export function imagePath(dir: string): string {
  return join(dir, 'image');
}

/** The log and the images of a data folder, whose lock the caller holds, wherever they are. */
export async function openFolder(settings: FolderSettings): Promise<Medium> {
  const { dir, faults, images, imagesInThreads, log, retention, schema } = settings;
  checkImages(images);
  await rememberLogPlace(dir, log);
  const open = imagesInThreads ? threadSource : imageSource;
  const sources = images
    .map((image) => open({ settings: image, path: imagePath(dir), schema }))
    .map((source) => (faults === null ? source : faultySource(source, faults)));
  const mark = folderMark(dir);
  if (log.kind === 'file') return { images: sources, mark, ...(await openFileLog(settings)) };
  const through = faults === null ? undefined : (each: LogPartition) => faultyPartition(each, faults);
  const partition = await openKafkaLog(log, {}, through);
  const reach = faults === null ? undefined : reachOf(faults);
  const parts = { images: sources, mark, log: partition, ...faultsOf(faults, reach) };
  if (retention === undefined) return parts;
  return { ...parts, history: await HistoryKeeper.open(dir, partition, retention) };
}

/** What faults there are that do not lie in the disk of a log. */
function faultsOf(faults: StoreFaults | null, reach: Reach | undefined): Pick<Medium, 'alter' | 'reach'> {
  return reach === undefined ? {} : { reach, alter: recordFault(faults!) };
}

async function openFileLog(settings: FolderSettings): Promise<Omit<Medium, 'images' | 'mark'>> {
  const { dir, segmentBytes, isBlocking, faults, retention } = settings;
  const disk = new NodeDisk(logPath(dir), { isBlocking });
  const reach = faults === null ? undefined : reachOf(faults);
  const log = await FileLog.open({
    disk: reach === undefined ? disk : faultyDisk(disk, reach, faults!),
    segmentBytes,
  });
  const history = retention === undefined ? undefined : await HistoryKeeper.open(dir, log, retention);
  return {
    log,
    ...faultsOf(faults, reach),
    ...(history === undefined ? {} : { history }),
  };
}
