import { type Change, type CommitRecord, decodeCommit } from '@gommog/core';
import type { ComponentBatches, Position, StoredComponent } from './image.ts';
import { StoreError } from './store-error.ts';

/** Which record something is as of. */
export type Version = Pick<Position, 'epoch' | 'sequence'>;

/** What a run of records comes to: the last change of each component, and where it ends. */
export interface ImageBatch {
  readonly position: Position;
  readonly changes: Iterable<Change>;
  /** The newest record that changed this entity, which one of the changes is of. */
  versionOf(serial: number): Version;
}

/** Memory that a change takes besides its data, about: objects, and their places in two maps. */
const CHANGE_BYTES = 200;
/** Components in one piece of a reading. */
const PIECE = 2048;

/** One number for a component of an entity, ordered by serial, then by component: 48 bits, exact in a double. */
export function componentKey(serial: number, component: number): number {
  return serial * 0x10000 + component;
}

export interface FoldUse {
  /** It outlives the bytes of its records, and so copies what it needs of them. */
  readonly isKept?: boolean;
  /** Nothing is before it: what is removed need not be remembered. */
  readonly isWhole?: boolean;
}

/** Records that follow a position, folded into what they come to: a component that changed many times is there once. */
export class RecordFold implements ImageBatch {
  readonly #last = new Map<number, Change>();
  readonly #versions = new Map<number, Version>();
  readonly #isKept: boolean;
  readonly isWhole: boolean;
  #position: Position;
  #records = 0;
  #bytes = 0;

  constructor(position: Position, { isKept = false, isWhole = false }: FoldUse = {}) {
    this.#position = position;
    this.#isKept = isKept;
    this.isWhole = isWhole;
  }

  get position(): Position {
    return this.#position;
  }

  /** How many records were folded. */
  get records(): number {
    return this.#records;
  }

  /** Memory that it takes, about. */
  get bytes(): number {
    return this.#bytes;
  }

  get changes(): Iterable<Change> {
    return this.#last.values();
  }

  versionOf(serial: number): Version {
    return this.#versions.get(serial)!;
  }

  /**
   * Folds in the next record; one that it has already is passed over.
   * @throws GMG_STORE_GAP when it does not follow the last one, GMG_STORE_EPOCH when its epoch is older.
   */
  add(encoded: Uint8Array): void {
    const record = decodeCommit(encoded);
    const { epoch, sequence, tick, timeMs } = record;
    const last = this.#position;
    if (sequence <= last.sequence) return;
    checkNext(last, record);
    const version = { epoch, sequence };
    for (const change of record.changes) this.#take(change, version);
    this.#position = { epoch, sequence, tick, timeMs };
    this.#records++;
  }

  #take(change: Change, version: Version): void {
    const { component, data, serial } = change;
    const key = componentKey(serial, component);
    const before = this.#last.get(key);
    if (before !== undefined) this.#bytes -= sizeOf(before);
    if (data === null && this.isWhole) {
      this.#last.delete(key);
      return;
    }
    // A view would keep the record's whole batch in memory.
    const kept = this.#isKept && data !== null ? { ...change, data: data.slice() } : change;
    this.#last.set(key, kept);
    this.#versions.set(serial, version);
    this.#bytes += sizeOf(kept);
  }

  /** The states that the records leave behind, by serial, then by component. */
  async *components(): ComponentBatches {
    const keys = Float64Array.from(this.#last.keys()).sort();
    for (let at = 0; at < keys.length; at += PIECE) {
      const piece: StoredComponent[] = [];
      for (const key of keys.subarray(at, at + PIECE)) {
        const { component, data, serial, version } = this.#last.get(key)!;
        if (data !== null) piece.push({ serial, component, version, data });
      }
      if (piece.length > 0) yield piece;
    }
  }
}

function checkNext(last: Position, { epoch, sequence }: CommitRecord): void {
  if (sequence !== last.sequence + 1) {
    throw new StoreError('GMG_STORE_GAP', `record ${sequence} does not follow record ${last.sequence}`);
  }
  if (epoch < last.epoch) {
    throw new StoreError(
      'GMG_STORE_EPOCH',
      `record ${sequence} is of epoch ${epoch}, older than ${last.epoch}`,
    );
  }
}

function sizeOf({ data }: Change): number {
  return CHANGE_BYTES + (data?.length ?? 0);
}

/**
 * Folds encoded records into one batch for an image that stands at `position`; it is of use as long as their bytes are. Null when the
 * image has them all. Throws GMG_STORE_GAP and GMG_STORE_EPOCH as `Image.apply` says.
 */
export function foldRecords(position: Position, encoded: readonly Uint8Array[]): ImageBatch | null {
  const fold = new RecordFold(position);
  for (const bytes of encoded) fold.add(bytes);
  return fold.records === 0 ? null : fold;
}
