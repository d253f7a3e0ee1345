import type { CommitLog } from './commit-log.ts';
import type { Image } from './image.ts';
import { StoreError } from './store-error.ts';

/** What was found at a start. */
export interface Recovered {
  /** Epoch of this start: newer than any before. */
  readonly epoch: number;
  /** Sequence, tick and world time of the last record; 0 in a new world. */
  readonly sequence: number;
  readonly tick: number;
  readonly timeMs: number;
  /** Records of the log that the image did not have yet. */
  readonly records: number;
  /** Name of the image that was read. */
  readonly image: string;
  /** Why it had to be made anew, from the log and perhaps a checkpoint; null when it had not. */
  readonly remade: string | null;
  /** Components that were loaded. */
  readonly components: number;
  /** How long it took, in milliseconds. */
  readonly ms: number;
}

/**
 * A batch for an image ends when it holds so much. Large ones cost an image far less: what changes often is written once, and so is
 * a page of a database that many changes fall on.
 */
export const BATCH_RECORDS = 512;
export const BATCH_BYTES = 1024 * 1024;

/**
 * Brings the image, which fits the log, up to its end and begins a new epoch. Returns how many records the image was behind.
 * @throws GMG_STORE_EPOCH when `epoch` is not newer than all before,
 * GMG_STORE_CORRUPT when the log is damaged.
 */
export async function recover(log: CommitLog, image: Image, epoch?: number): Promise<number> {
  const before = image.position.sequence;
  await image.catchUp(recordBatches(log, before + 1));
  const newest = Math.max(log.lastEpoch, image.position.epoch);
  if (epoch !== undefined && epoch <= newest) {
    throw new StoreError('GMG_STORE_EPOCH', `epoch ${epoch} is not newer than ${newest}`);
  }
  await log.begin(epoch ?? newest + 1, image.position.sequence + 1);
  return image.position.sequence - before;
}

/** Encoded records of the log from `from` to `until`, in pieces that an image can apply at once. */
export async function* recordBatches(
  log: CommitLog,
  from: number,
  until = Number.POSITIVE_INFINITY,
): AsyncGenerator<Uint8Array[]> {
  let batch: Uint8Array[] = [];
  let bytes = 0;
  for await (const { encoded, sequence } of log.read(from)) {
    if (sequence > until) break;
    batch.push(encoded);
    bytes += encoded.length;
    if (batch.length < BATCH_RECORDS && bytes < BATCH_BYTES) continue;
    yield batch;
    batch = [];
    bytes = 0;
  }
  if (batch.length > 0) yield batch;
}
