import type { MessagePort } from 'node:worker_threads';
import type { Pressure } from '@gommog/core';
import type { ImageState } from './image-follower.ts';
import { type Answer, DURABLE, type Order, type Report } from './persistence-port.ts';
import { joinRecords } from './record-batch.ts';
import { fromPortable, type PortableError, StoreError } from './store-error.ts';

export interface SaveQueueLimits {
  /** Age of the oldest record that is not durable, in milliseconds, from which pressure is high, and critical. */
  readonly lagMs: readonly [high: number, critical: number];
  /** Bytes of records that may wait for durability; a half of it is critical, a quarter is high. */
  readonly pendingBytes: number;
}

/** Numbers for metrics. */
export interface SaveMetrics {
  readonly pendingRecords: number;
  readonly pendingBytes: number;
  /** Age of the oldest record that is not durable, in milliseconds; 0 when all are. */
  readonly lagMs: number;
  /** How long the newest flush of the log took, in milliseconds. */
  readonly lastSyncMs: number;
  /** Durable records that no image has yet: what a start now would have to read from the log. */
  readonly imageLag: number;
  /** Each image by itself, in the order of the settings. */
  readonly images: readonly ImageMetrics[];
  /** Bytes written to the log since the start. */
  readonly bytesWritten: number;
}

/** How one image follows the log. */
export interface ImageMetrics {
  readonly name: string;
  readonly state: ImageState;
  /** Durable records that it does not have yet. */
  readonly lag: number;
  /** Why it does not follow, or null. */
  readonly failure: string | null;
}

interface Pending {
  readonly sequence: number;
  readonly bytes: number;
  readonly at: number;
}

interface Waiter {
  readonly sequence: number;
  readonly resolve: () => void;
  readonly reject: (error: StoreError) => void;
}

/** Wiring of a queue to the persistence behind it. */
export interface SaveQueueWiring {
  readonly port: MessagePort;
  readonly progress: BigInt64Array<SharedArrayBuffer>;
  readonly epoch: number;
  /** Sequence of the last record before the first push. */
  readonly sequence: number;
  readonly limits: SaveQueueLimits;
  /** Milliseconds that never go back. */
  readonly now: () => number;
  /** Resolves when the thread behind the port has ended and the folder is free. */
  readonly ended: () => Promise<void>;
}

/**
 * Records are handed to the persistence at most so often, in milliseconds: waking its thread and flushing the disk cost more
 * than a record does. The first one after a pause goes at once.
 */
const GROUP_MS = 8;

/** While records wait, the pressure is looked at this often, in milliseconds: lag grows without anything happening. */
const PRESSURE_MS = 250;

const IDLE: Report = {
  durable: 0,
  applied: 0,
  bytesWritten: 0,
  lastSyncMs: 0,
  failure: null,
  releaseFailure: null,
  images: [],
};

/**
 * Where the tick leaves its commit record. `push` keeps the bytes and returns: the disk is another thread's business, and records
 * travel to it in groups.
 */
export class SaveQueue {
  readonly #wiring: SaveQueueWiring;
  #sequence: number;
  #postedAt = Number.NEGATIVE_INFINITY;
  #unposted: Uint8Array[] = [];
  #isPlanned = false;
  #pending: Pending[] = [];
  #pendingBytes = 0;
  #report: Report;
  #waiters: Waiter[] = [];
  readonly #drains = new Map<number, Waiter>();
  #drainId = 0;
  #closing: Promise<void> | null = null;
  #onClosed: ((error: StoreError | null) => void) | null = null;
  #lost: StoreError | null = null;
  #toldPressure: Pressure = 'none';
  #isPressureWatched = false;
  /** The log is durable up to this sequence. Called in order, at most once for each flush of the log. */
  onDurable: ((sequence: number) => void) | null = null;
  /** The pressure has changed. */
  onPressure: ((pressure: Pressure) => void) | null = null;
  /** The log cannot write and keeps all it was given in memory; null: it can again. Or, `GMG_STORE_CLOSED`: it has ended. */
  onFailure: ((failure: StoreError | null) => void) | null = null;
  /** An image does not follow, or does again (null). Nothing is lost by that, but the log grows. `log`: it cannot forget. */
  onImageFailure: ((failure: StoreError | null, image: string) => void) | null = null;

  constructor(wiring: SaveQueueWiring) {
    this.#wiring = wiring;
    this.#sequence = wiring.sequence;
    this.#report = { ...IDLE, durable: wiring.sequence, applied: wiring.sequence };
    wiring.port.on('message', (answer: Answer) => this.#hear(answer));
  }

  /** Epoch that every record must carry. */
  get epoch(): number {
    return this.#wiring.epoch;
  }

  /** Sequence of the last record pushed. */
  get sequence(): number {
    return this.#sequence;
  }

  /** Every record up to this one survives a crash. May be ahead of `onDurable`, never behind. */
  get durableSequence(): number {
    return Number(Atomics.load(this.#wiring.progress, DURABLE));
  }

  /** Why records do not become durable at the moment, or null. */
  get failure(): StoreError | null {
    return this.#lost ?? (this.#report.failure === null ? null : fromPortable(this.#report.failure));
  }

  get pressure(): Pressure {
    const { lagMs, pendingBytes } = this.#wiring.limits;
    if (this.#lost !== null || this.#report.failure !== null) return 'critical';
    const lag = this.#lagMs();
    if (lag >= lagMs[1] || this.#pendingBytes >= pendingBytes / 2) return 'critical';
    return lag >= lagMs[0] || this.#pendingBytes >= pendingBytes / 4 ? 'high' : 'none';
  }

  /** Is there room for the record of one more tick, and some to spare? While there is not, the world has to stand still. */
  get hasRoom(): boolean {
    return this.#pendingBytes < (this.#wiring.limits.pendingBytes * 3) / 4;
  }

  get metrics(): SaveMetrics {
    const { durable, applied, bytesWritten, lastSyncMs, images } = this.#report;
    return {
      pendingRecords: this.#pending.length,
      pendingBytes: this.#pendingBytes,
      lagMs: this.#lagMs(),
      lastSyncMs,
      imageLag: durable - applied,
      images: images.map(({ name, state, applied, failure }) => ({
        name,
        state,
        lag: Math.max(0, durable - applied),
        failure: failure?.message ?? null,
      })),
      bytesWritten,
    };
  }

  /**
   * Takes the encoded commit record of a tick. The bytes must not change afterwards.
   * @throws GMG_STORE_GAP or GMG_STORE_EPOCH when it is not the next record of this epoch; GMG_STORE_FULL when more waits than may
   * (`hasRoom` was false long before: the world must stand still, or it would promise what it cannot keep); GMG_STORE_CLOSED.
   */
  push(encoded: Uint8Array, sequence: number): void {
    this.#checkOpen();
    this.#checkNext(encoded, sequence);
    if (this.#pendingBytes + encoded.length > this.#wiring.limits.pendingBytes) {
      throw new StoreError(
        'GMG_STORE_FULL',
        `${this.#pending.length} records wait to be saved: no room for more`,
      );
    }
    this.#sequence = sequence;
    this.#unposted.push(encoded);
    this.#pending.push({ sequence, bytes: encoded.length, at: this.#wiring.now() });
    this.#pendingBytes += encoded.length;
    this.#watchPressure();
    if (this.#isPlanned) return;
    const waitMs = this.#postedAt + GROUP_MS - this.#wiring.now();
    if (waitMs <= 0) {
      this.#post();
      return;
    }
    this.#isPlanned = true;
    setTimeout(() => this.#post(), waitMs);
  }

  /** Resolves when the record is durable; rejects with GMG_STORE_CLOSED when that can no longer happen. */
  whenDurable(sequence: number): Promise<void> {
    if (sequence <= this.durableSequence) return Promise.resolve();
    if (this.#lost !== null) return Promise.reject(this.#lost);
    return new Promise((resolve, reject) => {
      this.#waiters.push({ sequence, resolve, reject });
    });
  }

  /**
   * Resolves when all that was pushed is durable, and in every image that works. Waits as long as the log or all images fail.
   */
  drain(): Promise<void> {
    this.#checkOpen();
    this.#post();
    return this.#ask();
  }

  /** Whoever follows the log besides the images (`StoreOptions.followerLagBytes`) needs nothing up to this record any more. */
  followed(through: number): void {
    if (this.#lost === null && this.#closing === null) this.#order({ type: 'followed', through });
  }

  /**
   * Saves everything and lets go of the data folder. Again gives the same promise.
   * @throws GMG_STORE_IO when the log still refuses: the message says how many records are lost.
   */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  /** The thread behind the queue has ended by itself. */
  lose(error: StoreError): void {
    if (this.#lost !== null) return;
    this.#lost = error;
    for (const { reject } of [...this.#waiters, ...this.#drains.values()]) reject(error);
    this.#waiters = [];
    this.#drains.clear();
    if (this.#onClosed === null) {
      this.onFailure?.(error);
      this.#tellPressure();
    }
    this.#onClosed?.(error);
  }

  async #close(): Promise<void> {
    let error = this.#lost;
    if (error === null) {
      this.#post();
      const closed = new Promise<StoreError | null>((resolve) => {
        this.#onClosed = resolve;
      });
      this.#order({ type: 'close' });
      error = await closed;
    }
    this.lose(new StoreError('GMG_STORE_CLOSED', 'the store is closed'));
    await this.#wiring.ended();
    if (error !== null) throw error;
  }

  #ask(): Promise<void> {
    const id = ++this.#drainId;
    return new Promise((resolve, reject) => {
      this.#drains.set(id, { sequence: this.#sequence, resolve, reject });
      this.#order({ type: 'drain', id });
    });
  }

  #checkOpen(): void {
    if (this.#lost !== null) throw this.#lost;
    if (this.#closing !== null) throw new StoreError('GMG_STORE_CLOSED', 'the store is closing');
  }

  #checkNext(encoded: Uint8Array, sequence: number): void {
    const view = new DataView(encoded.buffer, encoded.byteOffset, encoded.byteLength);
    const epoch = view.getUint32(0, true);
    if (epoch !== this.#wiring.epoch) {
      throw new StoreError('GMG_STORE_EPOCH', `a record of epoch ${epoch}, but this is epoch ${this.epoch}`);
    }
    if (sequence !== this.#sequence + 1 || view.getFloat64(4, true) !== sequence) {
      throw new StoreError('GMG_STORE_GAP', `record ${sequence} does not follow record ${this.#sequence}`);
    }
  }

  #post(): void {
    this.#isPlanned = false;
    if (this.#unposted.length === 0 || this.#lost !== null) return;
    const batch = joinRecords(this.#unposted);
    this.#unposted = [];
    this.#postedAt = this.#wiring.now();
    this.#order({ type: 'records', batch }, [batch.buffer]);
  }

  #order(order: Order, transfer: ArrayBuffer[] = []): void {
    this.#wiring.port.postMessage(order, transfer);
  }

  #hear(answer: Answer): void {
    if (answer.type === 'report') {
      this.#take(answer.report);
    } else if (answer.type === 'drained') {
      this.#drains.get(answer.id)?.resolve();
      this.#drains.delete(answer.id);
    } else if (answer.type === 'closed') {
      this.#onClosed?.(answer.error === null ? null : fromPortable(answer.error));
    }
  }

  #take(report: Report): void {
    const before = this.#report;
    this.#report = report;
    if (report.durable > before.durable) {
      this.#settle(report.durable);
      this.onDurable?.(report.durable);
    }
    if (report.failure?.message !== before.failure?.message) this.onFailure?.(this.failure);
    this.#tellPressure();
    this.#tellImage('log', before.releaseFailure, report.releaseFailure);
    for (const { name, failure } of report.images) {
      const earlier = before.images.find((image) => image.name === name);
      this.#tellImage(name, earlier?.failure ?? null, failure);
    }
  }

  #tellImage(name: string, before: PortableError | null, now: PortableError | null): void {
    if (now?.message === before?.message) return;
    this.onImageFailure?.(now === null ? null : fromPortable(now), name);
  }

  #settle(durable: number): void {
    let count = 0;
    for (const { sequence, bytes } of this.#pending) {
      if (sequence > durable) break;
      this.#pendingBytes -= bytes;
      count++;
    }
    this.#pending.splice(0, count);
    if (this.#waiters.length === 0) return;
    this.#waiters = this.#waiters.filter(({ sequence, resolve }) => {
      if (sequence > durable) return true;
      resolve();
      return false;
    });
  }

  #tellPressure(): void {
    const { pressure } = this;
    if (pressure === this.#toldPressure) return;
    this.#toldPressure = pressure;
    this.onPressure?.(pressure);
  }

  /** Looks at the pressure now and again until nothing waits any more. */
  #watchPressure(): void {
    if (this.#isPressureWatched) return;
    this.#isPressureWatched = true;
    setTimeout(() => {
      this.#isPressureWatched = false;
      this.#tellPressure();
      if (this.#pending.length > 0 && this.#lost === null) this.#watchPressure();
    }, PRESSURE_MS).unref();
  }

  #lagMs(): number {
    const oldest = this.#pending[0];
    if (oldest === undefined || oldest.sequence <= this.durableSequence) return 0;
    return this.#wiring.now() - oldest.at;
  }
}
