import { stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CommitLog, DatedEntry } from '../commit-log.ts';
import { logPath } from '../data-folder.ts';
import { openKafkaLog } from '../kafka-log.ts';
import type { KafkaSettings } from '../kafka-partition.ts';
import { NodeDisk } from '../log-disk.ts';
import { logPlaceOf } from '../log-place.ts';
import { readSegments, type Survey, surveyLog } from '../log-survey.ts';
import { StoreError } from '../store-error.ts';

/** The log of a folder, as of when it was looked at. */
export interface LogReading {
  /** Sequences of the records it holds; `last` is `first - 1` when it holds none. */
  readonly first: number;
  readonly last: number;
  /** When its first record was taken, in milliseconds since 1970; null when it holds none. */
  readonly firstWallMs: number | null;
  /** Records from `from` on, oldest first. Throws GMG_STORE_CORRUPT with file and offset. */
  read(from: number): AsyncGenerator<DatedEntry>;
  close(): Promise<void>;
}

/**
 * Looks at the log of a data or backup folder, wherever it is, without changing anything; a shard may be writing to it. The caller
 * closes it.
 * @throws GMG_STORE_CORRUPT with file and offset, GMG_STORE_IO when there is none or no broker answers.
 */
export async function logOf(dir: string): Promise<LogReading> {
  const place = await logPlaceOf(dir);
  return place.kind === 'kafka' ? partitionOf(place) : filesOf(dir);
}

async function filesOf(dir: string): Promise<LogReading> {
  const path = logPath(dir);
  await stat(path).catch((error: unknown) => {
    throw new StoreError('GMG_STORE_IO', `${path} is not there`, { cause: error });
  });
  const disk = new NodeDisk(path);
  const { last, segments } = await surveyLive(disk);
  const first = segments[0]?.first ?? 1;
  return {
    first,
    last,
    firstWallMs: segments[0]?.createdMs ?? null,
    read: (from) => readSegments(disk, segments, from, last),
    close: async () => {},
  };
}

async function partitionOf(settings: KafkaSettings): Promise<LogReading> {
  const log = await openKafkaLog(settings, { readOnly: true });
  return readingOf(log, () => log.close());
}

/** What an opened log holds, as of now. */
export async function readingOf(log: CommitLog, close: () => Promise<void>): Promise<LogReading> {
  const { first, last } = log.range ?? { first: 1, last: 0 };
  let firstWallMs: number | null = null;
  for await (const { wallMs } of log.read(first)) {
    firstWallMs = wallMs ?? null;
    break;
  }
  async function* read(from: number): AsyncGenerator<DatedEntry> {
    for await (const entry of log.read(from)) {
      if (entry.sequence > last) return;
      yield { ...entry, wallMs: entry.wallMs ?? 0 };
    }
  }
  return { first, last, firstWallMs, read, close };
}

/** When a record was taken; now, when the log does not have it. */
export async function wallOf(log: LogReading, sequence: number): Promise<number> {
  if (sequence < log.first || sequence > log.last) return Date.now();
  for await (const { wallMs } of log.read(sequence)) return wallMs;
  return Date.now();
}

/** A file that grows while it is read can look damaged for a moment, and one can be removed between looking and reading. */
export async function surveyLive(disk: NodeDisk): Promise<Survey> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await surveyLog(disk);
    } catch (error) {
      if (attempt === 3) throw error;
      await sleep(50);
    }
  }
}
