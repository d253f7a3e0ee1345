import type { CommitLog, LogEntry, LogRange } from './commit-log.ts';
import { checkAppend, checkBegin, checkHeld, checkNothingLost } from './log-rules.ts';
import { StoreError } from './store-error.ts';

/** What survives a `MemoryLog`. Its switches are the faults a test plays with. */
export class LogMedium {
  readonly entries: LogEntry[] = [];
  range: LogRange | null = null;
  lastEpoch = 0;
  /** While true nothing becomes durable, and nobody is told: a disk that takes its time. */
  stalled = false;
  /** While set, the medium refuses. */
  fault: Error | null = null;
}

/** How often a refusing or stalled medium is tried again, in milliseconds. */
const RETRY_MS = 2;

/**
 * A commit log without a disk, for tests. Records are durable one turn of the event loop after they were appended. When another one
 * has begun on the same medium, this one is over, as one in Kafka would be.
 */
export class MemoryLog implements CommitLog {
  readonly #medium: LogMedium;
  readonly #pending: LogEntry[] = [];
  #epoch = 0;
  #last = 0;
  #failure: StoreError | null = null;
  #closed = false;
  #flushing: Promise<void> | null = null;
  bytesWritten = 0;
  readonly lastSyncMs = 0;
  onDurable: ((sequence: number) => void) | null = null;
  onFailure: ((failure: StoreError | null) => void) | null = null;

  constructor(medium: LogMedium = new LogMedium()) {
    this.#medium = medium;
  }

  get range(): LogRange | null {
    return this.#medium.range;
  }

  get lastEpoch(): number {
    return this.#medium.lastEpoch;
  }

  get durable(): number {
    return this.#medium.range?.last ?? 0;
  }

  get failure(): StoreError | null {
    return this.#failure;
  }

  async begin(epoch: number, next: number): Promise<void> {
    const medium = this.#medium;
    checkBegin(this, epoch, next);
    medium.lastEpoch = epoch;
    medium.range ??= { first: next, last: next - 1 };
    this.#epoch = epoch;
    this.#last = next - 1;
  }

  append(encoded: Uint8Array, epoch: number, sequence: number): void {
    checkAppend(this.#closed, this.#epoch, this.#last, epoch, sequence);
    this.#last = sequence;
    this.#pending.push({ epoch, sequence, encoded });
    this.#flushing ??= this.#flush();
  }

  async #flush(): Promise<void> {
    await new Promise(setImmediate);
    const medium = this.#medium;
    while (this.#pending.length > 0) {
      if (medium.lastEpoch !== this.#epoch) {
        const what = `epoch ${medium.lastEpoch} has begun: this one, ${this.#epoch}, is over`;
        this.#fail(new StoreError('GMG_STORE_EPOCH', what));
        break;
      }
      if (medium.fault !== null) this.#fail(medium.fault);
      if (medium.stalled || medium.fault !== null) {
        if (this.#closed) break;
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
        continue;
      }
      const batch = this.#pending.splice(0);
      medium.entries.push(...batch);
      medium.range = { first: medium.range!.first, last: batch.at(-1)!.sequence };
      for (const { encoded } of batch) this.bytesWritten += encoded.length;
      if (this.#failure !== null) {
        this.#failure = null;
        this.onFailure?.(null);
      }
      this.onDurable?.(this.durable);
    }
    this.#flushing = null;
  }

  #fail(fault: Error): void {
    if (this.#failure !== null) return;
    this.#failure =
      fault instanceof StoreError ? fault : new StoreError('GMG_STORE_IO', fault.message, { cause: fault });
    this.onFailure?.(this.#failure);
  }

  async *read(from: number): AsyncGenerator<LogEntry> {
    const { range, entries } = this.#medium;
    if (range === null || from > range.last) return;
    checkHeld(range, from);
    yield* entries.slice(from - range.first);
  }

  async release(through: number, keepBytes: number): Promise<void> {
    const { range, entries } = this.#medium;
    if (range === null) return;
    let kept = 0;
    let first = range.last + 1;
    while (first > range.first && (first > through + 1 || kept < keepBytes)) {
      first--;
      kept += entries[first - range.first]!.encoded.length;
    }
    entries.splice(0, first - range.first);
    this.#medium.range = { first, last: range.last };
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#flushing;
    checkNothingLost(this.#pending.length, this.#failure);
  }
}
