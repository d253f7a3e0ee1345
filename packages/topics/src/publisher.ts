import { type CommitRecord, decodeCommitEvents } from '@gommog/core';
import { asStoreError, type StoreError } from '@gommog/store';
import type { DurableRecords } from './durable-records.ts';
import type { Topic } from './topic.ts';
import type { TopicEvent } from './topic-event.ts';

export interface PublisherOptions {
  /** Opens the topic; tried again when it fails. */
  readonly open: () => Promise<Topic>;
  /** Reads the commit log from a sequence on; begins later when the log no longer has it. */
  readonly source: (from: number) => AsyncIterable<CommitRecord>;
  /** Everything up to this record is durable. */
  readonly durable: number;
  /** Batches that may wait for the topic; beyond that they are read from the log again when it works. */
  readonly waitingLimit?: number;
  readonly retryMs?: number;
}

/** Without events, only every so many records the topic is told how far it is. */
const MARK_RECORDS = 4096;
/** So many events of records read from the log go into one batch. */
const BATCH_EVENTS = 512;

/**
 * Follows the commit log as an image does: what is durable there is published, once and in order. What is published is a function
 * of the log alone, so after a crash, or after a topic that was out of reach, the publisher goes on from what the topic says it has.
 *
 * While all goes well, records come from memory (`take`); otherwise they are read from the log.
 */
export class Publisher {
  readonly #open: PublisherOptions['open'];
  #topic: Topic | null = null;
  readonly #source: PublisherOptions['source'];
  readonly #waitingLimit: number;
  readonly #retryMs: number;
  #durable: number;
  /** Records up to here are accounted for: published, or without events. */
  #done = 0;
  /** Set while records are read from the log. */
  #catchingUp: Promise<void> | null = null;
  #retry: NodeJS.Timeout | null = null;
  #isBehind = false;
  #closed = false;
  #failure: StoreError | null = null;
  /** The trouble has begun, or (null) ended. */
  onFailure: ((failure: StoreError | null) => void) | null = null;
  /** The log no longer had these records when their turn came: their events are lost to the topic. */
  onMissing: ((missing: { readonly from: number; readonly to: number }) => void) | null = null;

  constructor(options: PublisherOptions) {
    this.#open = options.open;
    this.#source = options.source;
    this.#waitingLimit = options.waitingLimit ?? 1000;
    this.#retryMs = options.retryMs ?? 5000;
    this.#durable = options.durable;
    this.#fallBehind();
  }

  /** Durable records whose events are not published yet. */
  get lag(): number {
    return Math.max(0, this.#durable - this.#done) + (this.#topic?.waiting ?? 0);
  }

  get failure(): StoreError | null {
    return this.#failure ?? this.#topic?.failure ?? null;
  }

  /** Records up to here are accounted for: published, or without events. */
  get done(): number {
    return this.#done;
  }

  /** Records up to here are not needed from the log any more; 0 while nobody knows. */
  get settled(): number {
    const topic = this.#topic;
    if (topic === null) return 0;
    return topic.waiting === 0 && !this.#isBehind ? this.#done : topic.settled;
  }

  /** Takes what has become durable. */
  take({ from, records, through }: DurableRecords): void {
    this.#durable = Math.max(this.#durable, through);
    if (through <= this.#done) return;
    const topic = this.#topic;
    const isWhole = records !== null && from <= this.#done + 1;
    if (topic === null || this.#isBehind || !isWhole || topic.waiting >= this.#waitingLimit) {
      this.#fallBehind();
      return;
    }
    const done = this.#done;
    this.#done = through;
    const events = records
      .map((record) => decodeCommitEvents(record))
      .filter(({ sequence }) => sequence > done)
      .flatMap(eventsOf);
    if (events.length > 0 || through - topic.through >= MARK_RECORDS) topic.publish({ through, events });
  }

  /** Publishes what is durable, if it can, and closes the topic. @throws GMG_STORE_IO when the topic does not take it. */
  async close(): Promise<void> {
    this.#closed = true;
    if (this.#retry !== null) clearTimeout(this.#retry);
    await this.#catchingUp;
    if (this.#isBehind) await this.#catchUp();
    await this.#topic?.close();
  }

  #fallBehind(): void {
    this.#isBehind = true;
    if (this.#closed || this.#catchingUp !== null || this.#retry !== null) return;
    this.#catchingUp = this.#catchUp().finally(() => {
      this.#catchingUp = null;
      if (!this.#isBehind || this.#closed) return;
      this.#retry = setTimeout(() => {
        this.#retry = null;
        this.#fallBehind();
      }, this.#retryMs).unref();
    });
  }

  /** Reads from the log until there is no more that is durable. Never throws. */
  async #catchUp(): Promise<void> {
    try {
      this.#topic ??= await this.#open();
      const topic = this.#topic;
      while (topic.through < this.#durable) {
        if (topic.waiting >= this.#waitingLimit) return;
        const before = topic.through;
        await this.#publishFrom(topic, before + 1, this.#durable);
        this.#done = topic.through;
        if (topic.through === before) return;
      }
      this.#done = this.#durable;
      this.#isBehind = false;
      this.#report(null);
    } catch (error) {
      this.#report(asStoreError(error));
    }
  }

  async #publishFrom(topic: Topic, from: number, until: number): Promise<void> {
    let events: TopicEvent[] = [];
    let next = from;
    for await (const record of this.#source(from)) {
      if (record.sequence > until) break;
      if (record.sequence > next && !topic.isEmpty) {
        const missing = { from: next, to: record.sequence - 1 };
        topic.publish({ through: record.sequence - 1, events, missing });
        this.onMissing?.(missing);
        events = [];
      }
      next = record.sequence + 1;
      events.push(...eventsOf(record));
      if (events.length < BATCH_EVENTS) continue;
      topic.publish({ through: record.sequence, events });
      events = [];
      if (topic.waiting >= this.#waitingLimit) return;
    }
    if (next > from) topic.publish({ through: next - 1, events });
  }

  #report(failure: StoreError | null): void {
    const isNews = failure?.message !== this.#failure?.message;
    this.#failure = failure;
    if (isNews) this.onFailure?.(failure);
  }
}

function eventsOf({ sequence, tick, timeMs, events = [] }: Omit<CommitRecord, 'changes'>): TopicEvent[] {
  return events.map(({ kind, key, body }, index) => ({
    sequence,
    index,
    tick,
    timeMs,
    kind,
    key,
    body: JSON.parse(body) as Record<string, unknown>,
  }));
}
