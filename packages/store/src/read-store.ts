import { stat } from 'node:fs/promises';
import { type CommitRecord, decodeCommit } from '@gommog/core';
import type { LogEntry } from './commit-log.ts';
import { imagePath, logPath } from './data-folder.ts';
import { isHeld } from './folder-lock.ts';
import type { ComponentBatches, Position } from './image.ts';
import { openKafkaLog } from './kafka-log.ts';
import { damageOfImage, LmdbImage } from './lmdb-image.ts';
import { NodeDisk } from './log-disk.ts';
import { checkHeld } from './log-rules.ts';
import { readSegments, surveyLog } from './log-survey.ts';
import { StoreError } from './store-error.ts';
import type { LogSettings } from './store-settings.ts';

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

/**
 * The commit records of a log from sequence `from` on, or from its first one when it no longer has that, wherever it is, without
 * changing anything.
 * @throws as `readLog`, and for a partition as `openKafkaLog`.
 */
export async function* readLogOf(log: LogSettings, dir: string, from: number): AsyncGenerator<CommitRecord> {
  if (log.kind === 'file') {
    yield* readLog(dir, { from });
    return;
  }
  const partition = await openKafkaLog(log, { readOnly: true });
  try {
    const { range } = partition;
    if (range === null || from > range.last) return;
    for await (const { encoded } of partition.read(Math.max(from, range.first))) yield decodeCommit(encoded);
  } finally {
    await partition.close();
  }
}

/**
 * The records of a log in files, from sequence `from` on, unread; whoever writes it may have it open. Nothing when there is no log.
 * Ends at a torn tail; what comes last may not be durable yet.
 * @throws GMG_STORE_CORRUPT, GMG_STORE_FORMAT; GMG_STORE_GAP when `from` is no longer held.
 */
export async function* readLogFiles(dir: string, from: number): AsyncGenerator<LogEntry> {
  const disk = new NodeDisk(dir);
  const { segments, last } = await surveyLog(disk);
  const first = segments[0]?.first ?? 0;
  if (segments.length === 0 || from > last) return;
  checkHeld({ first, last }, from);
  yield* readSegments(disk, segments, from, last);
}

export interface ImageReading {
  readonly position: Position;
  /** Why what it holds is not a whole world; null when it is. */
  readonly damage: string | null;
  /** How many components it holds. */
  readonly count: number;
  components(): ComponentBatches;
  close(): Promise<void>;
}

/**
 * The LMDB image of a data folder, to read only; a running shard may have it open. It may be some records behind the log: the rest is
 * `readLog(dir, { from: position.sequence + 1 })`.
 * @throws GMG_STORE_CORRUPT with file and offset, GMG_STORE_IO when there is no such folder.
 */
export async function readImage(dir: string): Promise<ImageReading> {
  const path = imagePath(dir);
  await checkThere(path);
  // While a shard runs the file changes; and it was looked through when that began.
  const damage = (await isHeld(dir)) ? null : damageOfImage(path);
  if (damage !== null) throw damage;
  return LmdbImage.open({ path, readOnly: true });
}

async function checkThere(path: string): Promise<void> {
  await stat(path).catch((error: unknown) => {
    throw new StoreError('GMG_STORE_IO', `${path} is not there`, { cause: error });
  });
}
