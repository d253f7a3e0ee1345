import { CommitEncoder, type CommitRecord, decodeCommit } from '@gommog/core';
import type { CommitLog, LogEntry } from './commit-log.ts';
import type { Reach } from './faults.ts';
import type { Image } from './image.ts';
import { APPLY_BYTES, APPLY_RECORDS } from './recovery.ts';
import { asStoreError, type StoreError } from './store-error.ts';

export interface PersistenceSettings {
  /** The image follows the log after this many milliseconds: what changes often is then written once. */
  readonly imageDelayMs: number;
  /** Bytes of log to keep as history, besides what the image does not have yet. */
  readonly keepBytes: number;
  /** Bytes of records to keep in memory for the image; beyond that it reads them from the log again. */
  readonly backlogBytes: number;
}

const IMAGE_RETRY_MS = 1000;
const CHUNK_BYTES = 512 * 1024;

interface Drain {
  readonly sequence: number;
  readonly resolve: () => void;
}

/**
 * What runs behind the save queue, in whichever thread: records go into the log, and what is durable there goes into the image;
 * then the log may forget it. The image is never ahead of the durable log.
 */
export class Persistence {
  readonly #log: CommitLog;
  readonly #image: Image;
  readonly #settings: PersistenceSettings;
  readonly #epoch: number;
  readonly #reach: Reach;
  #backlog: LogEntry[] = [];
  #backlogBytes = 0;
  #last: number;
  #timer: NodeJS.Timeout | null = null;
  #applying: Promise<void> | null = null;
  #closed = false;
  #drains: Drain[] = [];
  #imageFailure: StoreError | null = null;
  /** Called when something became durable, was applied, failed, or works again. */
  onChange: (() => void) | null = null;

  /** `log` and `image` have been through `recover`. */
  constructor(log: CommitLog, image: Image, settings: PersistenceSettings, reach: Reach = () => {}) {
    this.#log = log;
    this.#image = image;
    this.#settings = settings;
    this.#epoch = log.lastEpoch;
    this.#reach = reach;
    this.#last = image.position.sequence;
    log.onDurable = () => {
      this.#applyLater(this.#drains.length > 0 ? 0 : settings.imageDelayMs);
      this.onChange?.();
    };
    log.onFailure = () => this.onChange?.();
  }

  get durable(): number {
    return this.#log.durable;
  }

  get applied(): number {
    return this.#image.position.sequence;
  }

  get bytesWritten(): number {
    return this.#log.bytesWritten;
  }

  get lastSyncMs(): number {
    return this.#log.lastSyncMs;
  }

  /** Why records do not become durable, if they do not. */
  get failure(): StoreError | null {
    return this.#log.failure;
  }

  /** Why the image does not follow, if it does not. Nothing is lost by that: the log keeps what the image lacks. */
  get imageFailure(): StoreError | null {
    return this.#imageFailure;
  }

  /** Takes the next record; the bytes belong to it from then on. */
  append(encoded: Uint8Array): void {
    const sequence = this.#last + 1;
    this.#log.append(encoded, this.#epoch, sequence);
    this.#last = sequence;
    this.#backlog.push({ epoch: this.#epoch, sequence, encoded });
    this.#backlogBytes += encoded.length;
    this.#limitBacklog();
  }

  /** Resolves when everything appended so far is durable and in the image; not while either of them fails. */
  drain(): Promise<void> {
    return new Promise((resolve) => {
      this.#drains.push({ sequence: this.#last, resolve });
      this.#settleDrains();
      this.#applyLater(0);
    });
  }

  /** Components as of now, in commit records of about half a megabyte that stand for nothing but themselves. */
  *components(): Generator<Uint8Array<ArrayBuffer>> {
    const encoder = new CommitEncoder();
    encoder.begin(0, 0, 0, 0);
    let bytes = 0;
    for (const { serial, component, version, data } of this.#image.components()) {
      encoder.set(serial, component, version, (sink) => sink.raw(data));
      bytes += data.length + 12;
      if (bytes < CHUNK_BYTES) continue;
      yield encoder.finish();
      encoder.begin(0, 0, 0, 0);
      bytes = 0;
    }
    if (encoder.count > 0) yield encoder.finish();
  }

  /**
   * Saves what it can and closes both.
   * @throws GMG_STORE_IO when the log cannot take what was appended.
   */
  async close(): Promise<void> {
    this.#closed = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    await this.#applying;
    try {
      await this.#log.close();
    } finally {
      await this.#applyDurable();
      this.#settleDrains();
      await this.#image.close();
    }
  }

  #limitBacklog(): void {
    const { backlogBytes } = this.#settings;
    if (this.#backlogBytes <= backlogBytes) return;
    let dropped = 0;
    // Only what the log can give back, and down to half, so that this does not happen for every record.
    for (const { sequence, encoded } of this.#backlog) {
      if (this.#backlogBytes <= backlogBytes / 2 || sequence > this.#log.durable) break;
      this.#backlogBytes -= encoded.length;
      dropped++;
    }
    this.#backlog.splice(0, dropped);
  }

  #applyLater(delayMs: number): void {
    if (this.#closed || this.#applying !== null) return;
    if (this.#timer !== null) {
      if (delayMs > 0) return;
      clearTimeout(this.#timer);
    }
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#applying = this.#applyDurable().finally(() => {
        this.#applying = null;
        this.#settleDrains();
        if (this.applied < this.#log.durable) this.#applyLater(this.#nextDelay());
        this.onChange?.();
      });
    }, delayMs);
  }

  #nextDelay(): number {
    if (this.#imageFailure !== null) return IMAGE_RETRY_MS;
    return this.#drains.length > 0 ? 0 : this.#settings.imageDelayMs;
  }

  async #applyDurable(): Promise<void> {
    const until = this.#log.durable;
    try {
      while (this.applied < until) {
        const batch = await this.#nextBatch(until);
        this.#reach('image.apply');
        await this.#image.apply(batch);
        this.#reach('image.applied');
        this.#forget(this.applied);
        // Records that came meanwhile go to the log first.
        await new Promise(setImmediate);
      }
      await this.#log.release(this.applied, this.#settings.keepBytes);
      this.#imageFailure = null;
    } catch (error) {
      this.#imageFailure = asStoreError(error);
    }
  }

  async #nextBatch(until: number): Promise<CommitRecord[]> {
    const next = this.applied + 1;
    const batch: CommitRecord[] = [];
    let bytes = 0;
    const isFull = (entry: LogEntry) => {
      batch.push(decodeCommit(entry.encoded));
      bytes += entry.encoded.length;
      return batch.length >= APPLY_RECORDS || bytes >= APPLY_BYTES || entry.sequence >= until;
    };
    if (this.#backlog[0]?.sequence === next) {
      for (const entry of this.#backlog) if (isFull(entry)) break;
    } else {
      for await (const entry of this.#log.read(next)) if (isFull(entry)) break;
    }
    return batch;
  }

  #forget(through: number): void {
    let count = 0;
    for (const { sequence, encoded } of this.#backlog) {
      if (sequence > through) break;
      this.#backlogBytes -= encoded.length;
      count++;
    }
    this.#backlog.splice(0, count);
  }

  #settleDrains(): void {
    const applied = this.applied;
    this.#drains = this.#drains.filter(({ sequence, resolve }) => {
      if (sequence > applied) return true;
      resolve();
      return false;
    });
  }
}
