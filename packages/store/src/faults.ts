import type { LogDisk, LogFile } from './log-disk.ts';

/** Places on the way of a record where a test can end the process. */
export type CrashPoint =
  | 'log.create'
  | 'log.created'
  | 'log.write'
  | 'log.half-written'
  | 'log.written'
  | 'log.synced'
  | 'log.remove'
  | 'image.apply'
  | 'image.applied';

/** What shall go wrong, as plain data, so that it reaches the persistence thread. Only tests give it. */
export interface StoreFaults {
  /** The process kills itself when it comes to `point` for the `passing`-th time, counted from 1. */
  readonly crash?: { readonly point: CrashPoint; readonly passing: number };
  /** From this write on, counted from 1, writes are claimed but not made: a planted bug, to see that the crash tests notice. */
  readonly loseWritesFrom?: number;
}

/** Called at each crash point; throwing is a refusal of the disk. */
export type Reach = (point: CrashPoint) => void;

export function reachOf({ crash }: StoreFaults): Reach {
  let passings = 0;
  return (point) => {
    if (point !== crash?.point) return;
    passings++;
    if (passings === crash.passing) process.kill(process.pid, 'SIGKILL');
  };
}

/** A disk that tells `reach` of each step, writes in two halves, and loses writes when told to. */
export function faultyDisk(disk: LogDisk, reach: Reach, { loseWritesFrom }: StoreFaults = {}): LogDisk {
  let writes = 0;
  const wrap = (file: LogFile): LogFile => ({
    write: async (bytes, position) => {
      reach('log.write');
      writes++;
      if (loseWritesFrom !== undefined && writes >= loseWritesFrom) return;
      const half = bytes.length >> 1;
      await file.write(bytes.subarray(0, half), position);
      reach('log.half-written');
      await file.write(bytes.subarray(half), position + half);
      reach('log.written');
    },
    sync: async () => {
      await file.sync();
      reach('log.synced');
    },
    close: () => file.close(),
  });
  return {
    path: disk.path,
    list: () => disk.list(),
    read: (name, limit) => disk.read(name, limit),
    create: async (name, header) => {
      reach('log.create');
      const file = await disk.create(name, header);
      reach('log.created');
      return wrap(file);
    },
    settle: (name, size) => disk.settle(name, size),
    remove: (name) => {
      reach('log.remove');
      return disk.remove(name);
    },
  };
}
