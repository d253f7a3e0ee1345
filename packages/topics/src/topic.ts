import type { CommitLog } from '@gommog/store';
import { decodeBatch, encodeBatch, type TopicBatch } from './topic-event.ts';

/** History to keep, in bytes: whoever reads more seldom loses what is older, and is told so. */
const KEEP_BYTES = 4 * 1024 ** 3;
const RELEASE_BATCHES = 1000;

/**
 * An ordered list of events that can be read again from anywhere. It is a commit log whose records are batches of events: so there
 * is one writer at a time, who is stopped when another begins, and what is published is durable wholly or not at all.
 */
export class Topic {
  readonly #log: CommitLog;
  readonly #keepBytes: number;
  #last: number;
  #given: number;
  /** Batches that may not be durable yet, and up to which commit record each goes. */
  #unsettled: { readonly batch: number; readonly through: number }[] = [];
  #settled: number;

  /** `log` as just opened, in which nobody has begun. Reads the last batch, and begins. Keeps about `keepBytes` of history. */
  static async open(log: CommitLog, keepBytes: number = KEEP_BYTES): Promise<Topic> {
    const last = log.range?.last ?? 0;
    let through = 0;
    if (last > 0) for await (const { encoded } of log.read(last)) through = decodeBatch(encoded).through;
    await log.begin(log.lastEpoch + 1, last + 1);
    return new Topic(log, last, through, keepBytes);
  }

  private constructor(log: CommitLog, last: number, through: number, keepBytes: number) {
    this.#keepBytes = keepBytes;
    this.#log = log;
    this.#last = last;
    this.#given = through;
    this.#settled = through;
  }

  /** Newest commit record whose events were given to the topic. */
  get through(): number {
    return this.#given;
  }

  /** Newest commit record whose events are durable in the topic: what comes after may be needed from the commit log again. */
  get settled(): number {
    const { durable } = this.#log;
    while (this.#unsettled.length > 0 && this.#unsettled[0]!.batch <= durable) {
      this.#settled = this.#unsettled.shift()!.through;
    }
    return this.#settled;
  }

  /** True before the first batch of all. */
  get isEmpty(): boolean {
    return this.#last === 0;
  }

  /** Why nothing can be published at the moment, or null. */
  get failure(): CommitLog['failure'] {
    return this.#log.failure;
  }

  /** How many batches wait to be durable. */
  get waiting(): number {
    return this.#last - this.#log.durable;
  }

  /** Publishes a batch, unless it or a later one was published before. Returns at once. */
  publish(batch: TopicBatch): void {
    if (batch.through <= this.#given) return;
    this.#log.append(encodeBatch(batch), this.#log.lastEpoch, this.#last + 1);
    this.#last++;
    this.#given = batch.through;
    this.#unsettled.push({ batch: this.#last, through: batch.through });
    // What could not be given up now is given up another time.
    if (this.#last % RELEASE_BATCHES === 0)
      this.#log.release(this.#log.durable, this.#keepBytes).catch(() => {});
  }

  /** Waits until all is durable. @throws GMG_STORE_IO when it cannot be. */
  close(): Promise<void> {
    return this.#log.close();
  }
}
