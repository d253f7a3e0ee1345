import { type Change, type CommitRecord, decodeCommit } from '@gommog/core';
import type { Position } from './image.ts';
import { StoreError } from './store-error.ts';

/** What a run of records comes to: the last change of each component, and where it ends. */
export interface ImageBatch {
  readonly position: Position;
  /** The records that the image did not have. */
  readonly records: readonly CommitRecord[];
  readonly changes: Iterable<Change>;
}

/** One number for a component of an entity, ordered by serial, then by component: 48 bits, exact in a double. */
export function componentKey(serial: number, component: number): number {
  return serial * 0x10000 + component;
}

/**
 * Folds encoded records into one batch for an image that stands at `position`. A component that changed many times is written once.
 * Null when the image has them all. Throws GMG_STORE_GAP and GMG_STORE_EPOCH as `Image.apply` says.
 */
export function foldRecords(position: Position, encoded: readonly Uint8Array[]): ImageBatch | null {
  const last = new Map<number, Change>();
  const records: CommitRecord[] = [];
  let { epoch, sequence } = position;
  for (const bytes of encoded) {
    const record = decodeCommit(bytes);
    if (record.sequence <= sequence) continue;
    if (record.sequence !== sequence + 1) {
      throw new StoreError('GMG_STORE_GAP', `record ${record.sequence} does not follow record ${sequence}`);
    }
    if (record.epoch < epoch) {
      throw new StoreError(
        'GMG_STORE_EPOCH',
        `record ${record.sequence} is of epoch ${record.epoch}, older than ${epoch}`,
      );
    }
    for (const change of record.changes) last.set(componentKey(change.serial, change.component), change);
    ({ epoch, sequence } = record);
    records.push(record);
  }
  const newest = records.at(-1);
  if (newest === undefined) return null;
  const { tick, timeMs } = newest;
  return { position: { epoch, sequence, tick, timeMs }, records, changes: last.values() };
}
