import { setTimeout as sleep } from 'node:timers/promises';
import { type CommitRecord, decodeCommit, encodeCommit } from '@gommog/core';
import type { ImageSource, RecordBatches } from './image.ts';
import type { LogDisk, LogFile } from './log-disk.ts';
import type { LogPartition } from './log-partition.ts';

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
  /** Bytes reach the file only when they are synced: killing the process is then like cutting the power of a machine. */
  readonly losesUnsynced?: boolean;
  /** Syncs take this much longer, in milliseconds. */
  readonly slowSyncMs?: number;
  /**
   * From this sync on, counted from 1, syncs are claimed but not made: another planted bug. In a partition: from this append on, it is
   * said to be kept before the brokers have answered, as a producer with acks=0 does.
   */
  readonly skipSyncsFrom?: number;
  /**
   * What is done to the records before they are written, as planted bugs: `tear` puts a half of each into the next one, so that
   * what belongs together is not durable together; `repeat` applies old records once more.
   */
  readonly records?: 'tear' | 'repeat';
  /** Images apply old records once more, as if they did not look at what they have; the log has them once. Another planted bug. */
  readonly images?: 'repeat';
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

/** A disk that tells `reach` of each step, writes in two halves, and fails as it is told to. */
export function faultyDisk(disk: LogDisk, reach: Reach, faults: StoreFaults = {}): LogDisk {
  const counts = { writes: 0, syncs: 0 };
  const wrap = (file: LogFile): LogFile => {
    let unsynced: { readonly bytes: Uint8Array; readonly position: number }[] = [];
    const write = async (bytes: Uint8Array, position: number): Promise<void> => {
      const half = bytes.length >> 1;
      await file.write(bytes.subarray(0, half), position);
      reach('log.half-written');
      await file.write(bytes.subarray(half), position + half);
    };
    return {
      write: async (bytes, position) => {
        reach('log.write');
        if (++counts.writes >= (faults.loseWritesFrom ?? Number.POSITIVE_INFINITY)) return;
        if (faults.losesUnsynced) unsynced.push({ bytes: bytes.slice(), position });
        else await write(bytes, position);
        reach('log.written');
      },
      sync: async () => {
        if (faults.slowSyncMs !== undefined) await sleep(faults.slowSyncMs);
        if (++counts.syncs >= (faults.skipSyncsFrom ?? Number.POSITIVE_INFINITY)) return;
        for (const { bytes, position } of unsynced) await write(bytes, position);
        unsynced = [];
        await file.sync();
        reach('log.synced');
      },
      close: () => file.close(),
    };
  };
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

/** A partition that answers before the brokers do, from the append on that the faults say. What they refuse is then lost. */
export function faultyPartition(partition: LogPartition, { skipSyncsFrom }: StoreFaults): LogPartition {
  let appends = 0;
  /** Where the next messages should stand. */
  let end = 0;
  let sending: Promise<unknown> = Promise.resolve();
  return {
    bounds: () => partition.bounds(),
    append: async (values) => {
      if (++appends < (skipSyncsFrom ?? Number.POSITIVE_INFINITY)) {
        const offset = await partition.append(values);
        end = offset + values.length;
        return offset;
      }
      sending = sending.then(() => partition.append(values)).catch(() => {});
      end += values.length;
      return end - values.length;
    },
    read: (from, bytes) => partition.read(from, bytes),
    release: (before) => partition.release(before),
    close: () => partition.close(),
  };
}

/** Images that do to the records what `faults.images` says. */
export function faultySource(source: ImageSource, { images }: StoreFaults): ImageSource {
  if (images === undefined) return source;
  return {
    ...source,
    open: async () => {
      const image = await source.open();
      const alter = recordFault({ records: images })!;
      const apply = image.apply.bind(image);
      const catchUp = image.catchUp.bind(image);
      const altered = async function* (batches: RecordBatches): RecordBatches {
        for await (const batch of batches) yield batch.map(alter);
      };
      image.apply = (records) => apply(records.map(alter));
      image.catchUp = (batches) => catchUp(altered(batches));
      return image;
    },
  };
}

/** Records between the first and the second time that one is applied. */
const REPEAT_AFTER = 40;

/** Does to each record what `faults.records` says; null when it says nothing. */
export function recordFault({ records }: StoreFaults): ((encoded: Uint8Array) => Uint8Array) | null {
  if (records === undefined) return null;
  let held: CommitRecord['changes'] = [];
  const old: CommitRecord['changes'][] = [];
  return (encoded) => {
    const { changes, ...head } = decodeCommit(encoded);
    const copies = changes.map((change) => ({ ...change, data: change.data?.slice() ?? null }));
    if (records === 'tear') {
      const half = copies.length >> 1;
      const now = [...held, ...copies.slice(0, half)];
      held = copies.slice(half);
      return encodeCommit({ ...head, changes: now });
    }
    old.push(copies);
    const again = old.length > REPEAT_AFTER ? old.shift()! : [];
    return encodeCommit({ ...head, changes: [...copies, ...again] });
  };
}
