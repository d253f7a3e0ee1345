import { stat } from 'node:fs/promises';
import { type CommitRecord, decodeCommit } from '@gommog/core';
import { imagePath, logPath } from './data-folder.ts';
import type { ComponentBatches, Position } from './image.ts';
import { LmdbImage } from './lmdb-image.ts';
import { NodeDisk } from './log-disk.ts';
import { readSegments, surveyLog } from './log-survey.ts';
import { StoreError } from './store-error.ts';

export interface LogWindow {
  /** First and last sequence wanted; default: all that the log holds. */
  readonly from?: number;
  readonly to?: number;
}

/**
 * The commit records of a data folder, oldest first, without changing anything; a running shard may have it open. Ends at a torn tail.
 * @throws GMG_STORE_CORRUPT with file and offset, GMG_STORE_IO when there is no such folder.
 */
export async function* readLog(dir: string, { from, to }: LogWindow = {}): AsyncGenerator<CommitRecord> {
  const path = logPath(dir);
  await checkThere(path);
  const disk = new NodeDisk(path);
  const { segments, last } = await surveyLog(disk);
  const first = Math.max(from ?? 0, segments[0]?.first ?? 0);
  for await (const { encoded } of readSegments(disk, segments, first, Math.min(to ?? last, last))) {
    yield decodeCommit(encoded);
  }
}

export interface ImageReading {
  readonly position: Position;
  components(): ComponentBatches;
  close(): Promise<void>;
}

/**
 * The LMDB image of a data folder, to read only; a running shard may have it open. It may be some records behind the log: the rest is
 * `readLog(dir, { from: position.sequence + 1 })`.
 */
export async function readImage(dir: string): Promise<ImageReading> {
  const path = imagePath(dir);
  await checkThere(path);
  return LmdbImage.open({ path, readOnly: true });
}

async function checkThere(path: string): Promise<void> {
  await stat(path).catch((error: unknown) => {
    throw new StoreError('GMG_STORE_IO', `${path} is not there`, { cause: error });
  });
}
