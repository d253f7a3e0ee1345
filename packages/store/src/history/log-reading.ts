import { stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DatedEntry } from '../commit-log.ts';
import { logPath } from '../data-folder.ts';
import { NodeDisk } from '../log-disk.ts';
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
}

/**
 * Looks at the log of a data or backup folder without changing anything; a shard may be writing to it.
 * @throws GMG_STORE_CORRUPT with file and offset, GMG_STORE_IO when there is none.
 */
export async function logOf(dir: string): Promise<LogReading> {
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
  };
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
