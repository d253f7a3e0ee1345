import type { LogEntry } from '@gommog/store';
import { decodeBatch, type TopicBatch } from './topic-event.ts';

/** How far somebody has read a topic; kept with what was made of the events, in one transaction. */
export interface Cursor {
  /** Batch of the topic that was read last. */
  readonly batch: number;
  /** Commit record up to which events were read. */
  readonly through: number;
}

export const BEGINNING: Cursor = { batch: 0, through: 0 };

/** Reads stored batches from a number on. */
export type Read = (from: number) => AsyncIterable<LogEntry>;

export interface Reading extends TopicBatch {
  /** Where to go on after this batch. */
  readonly cursor: Cursor;
}

/** Reads a topic from anywhere, as often as one likes. */
export class TopicReader {
  readonly #read: Read;
  readonly #close: () => Promise<void>;

  constructor(read: Read, close: () => Promise<void> = async () => {}) {
    this.#read = read;
    this.#close = close;
  }

  /**
   * What comes after a cursor, up to now; again and again with the newest cursor, it misses nothing and repeats nothing.
   *
   * The batch of the cursor is looked at again: one that was read before it was durable may have been lost with the power, and
   * written anew with more in it.
   * @throws GMG_STORE_GAP when the topic no longer has that batch.
   */
  async *read(after: Cursor): AsyncGenerator<Reading> {
    let { through } = after;
    for await (const { sequence, encoded } of this.#read(Math.max(1, after.batch))) {
      const batch = decodeBatch(encoded);
      if (batch.through <= through) continue;
      const seen = through;
      const events = batch.events.filter((event) => event.sequence > seen);
      through = batch.through;
      yield { ...batch, events, cursor: { batch: sequence, through } };
    }
  }

  close(): Promise<void> {
    return this.#close();
  }
}
