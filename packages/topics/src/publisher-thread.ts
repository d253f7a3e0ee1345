import { Worker } from 'node:worker_threads';
import { asStoreError, fromPortable, StoreError } from '@gommog/store';
import { RecordCollector } from './durable-records.ts';
import type { Answer, Order, Report } from './publisher-port.ts';
import type { PublisherSettings } from './publisher-worker.ts';

/** Bytes of records that may be under way to the thread; beyond that it reads them from the log. */
const UNDER_WAY_BYTES = 16 * 1024 * 1024;

/** A publisher in a thread of its own, as the simulation's thread sees it: takes records, never waits, and knows how far it is. */
export class PublisherThread {
  readonly #worker: Worker;
  readonly #collector: RecordCollector;
  readonly #ended: Promise<void>;
  #durable: number;
  #report: Report;
  #failure: StoreError | null = null;
  #closed: StoreError | null = null;
  /** Records that were sent and not reported yet. */
  readonly #underWay: { readonly through: number; readonly bytes: number }[] = [];
  #underWayBytes = 0;
  #isClosing = false;
  /** The trouble has begun, or (null) ended. */
  onFailure: ((failure: StoreError | null) => void) | null = null;
  /** The events of these records are lost to the topic: the log did not have them any more when it was within reach again. */
  onMissing: ((missing: { readonly from: number; readonly to: number }) => void) | null = null;
  /** Records up to here are not needed from the log any more. */
  onSettled: ((through: number) => void) | null = null;

  constructor(settings: PublisherSettings) {
    this.#durable = settings.durable;
    this.#collector = new RecordCollector(settings.durable);
    this.#report = { done: 0, settled: 0, failure: null, lost: 0 };
    this.#worker = new Worker(new URL('./publisher-worker.ts', import.meta.url), {
      workerData: settings,
      name: 'publisher',
    });
    // A start that fails does not wait for it.
    this.#worker.unref();
    this.#worker.on('message', (answer: Answer) => this.#hear(answer));
    this.#worker.on('error', (error) => {
      this.#closed = asStoreError(error);
    });
    this.#ended = new Promise((resolve) => {
      this.#worker.once('exit', () => resolve());
    });
    void this.#ended.then(() => {
      this.#closed ??= new StoreError('GMG_STORE_CLOSED', 'the publisher has ended');
      if (!this.#isClosing) this.#tell(this.#closed);
    });
  }

  /** Durable records whose events are not published yet. */
  get lag(): number {
    return Math.max(0, this.#durable - this.#report.done);
  }

  /** Records whose events are lost to the topic, since the start. */
  get lost(): number {
    return this.#report.lost;
  }

  get failure(): StoreError | null {
    return this.#failure;
  }

  /** Takes the record of a step, before it is durable. The bytes must not change afterwards. */
  push(record: Uint8Array, sequence: number): void {
    this.#collector.push(record, sequence);
  }

  /** The log is durable up to this sequence. */
  onDurable(through: number): void {
    this.#durable = Math.max(this.#durable, through);
    const durable = this.#collector.take(through);
    const bytes = durable.records?.reduce((sum, { length }) => sum + length, 0) ?? 0;
    if (this.#underWayBytes + bytes > UNDER_WAY_BYTES) {
      this.#order({ type: 'durable', durable: { ...durable, records: null } });
      return;
    }
    if (bytes > 0) this.#underWay.push({ through, bytes });
    this.#underWayBytes += bytes;
    this.#order({ type: 'durable', durable });
  }

  /** Publishes what is durable, if it can, and ends the thread. @throws StoreError when the topic does not take it. */
  async close(): Promise<void> {
    this.#isClosing = true;
    if (this.#closed !== null) throw this.#closed;
    this.#worker.ref();
    const closed = new Promise<StoreError | null>((resolve) => {
      this.#worker.on('message', (answer: Answer) => {
        if (answer.type === 'closed') resolve(answer.error === null ? null : fromPortable(answer.error));
      });
      void this.#ended.then(() => resolve(this.#closed));
    });
    this.#order({ type: 'close' });
    const error = await closed;
    await this.#ended;
    if (error !== null) throw error;
  }

  #order(order: Order): void {
    this.#worker.postMessage(order);
  }

  #hear(answer: Answer): void {
    if (answer.type === 'missing') this.onMissing?.({ from: answer.from, to: answer.to });
    if (answer.type !== 'report') return;
    const before = this.#report;
    this.#report = answer.report;
    const { done, failure, settled } = answer.report;
    while (this.#underWay.length > 0 && this.#underWay[0]!.through <= done) {
      this.#underWayBytes -= this.#underWay.shift()!.bytes;
    }
    if (failure?.message !== before.failure?.message)
      this.#tell(failure === null ? null : fromPortable(failure));
    if (settled > before.settled) this.onSettled?.(settled);
  }

  #tell(failure: StoreError | null): void {
    this.#failure = failure;
    this.onFailure?.(failure);
  }
}
