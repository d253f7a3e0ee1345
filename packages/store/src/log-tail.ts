import type { CommitLog, LogEntry } from './commit-log.ts';
import { BATCH_BYTES, BATCH_RECORDS, recordBatches } from './recovery.ts';

/** Records between two marks of how many bytes went by. */
const MARK_BYTES = 1024 * 1024;

interface Mark {
  readonly sequence: number;
  /** Bytes of all records up to that one, since the store was opened. */
  readonly bytes: number;
}

/**
 * The newest records, for the images that follow the log: out of memory as far as it reaches, else out of the log. Also knows how
 * many bytes of records lie behind a sequence.
 */
export class LogTail {
  readonly #log: CommitLog;
  readonly #limitBytes: number;
  #entries: LogEntry[] = [];
  #heldBytes = 0;
  #bytes = 0;
  #marks: Mark[] = [];

  /** Keeps up to `limitBytes` of records in memory, and more only while the log does not have them. */
  constructor(log: CommitLog, limitBytes: number) {
    this.#log = log;
    this.#limitBytes = limitBytes;
  }

  push(entry: LogEntry): void {
    this.#entries.push(entry);
    this.#heldBytes += entry.encoded.length;
    this.#bytes += entry.encoded.length;
    if (this.#bytes - (this.#marks.at(-1)?.bytes ?? 0) >= MARK_BYTES) {
      this.#marks.push({ sequence: entry.sequence, bytes: this.#bytes });
    }
    if (this.#heldBytes <= this.#limitBytes) return;
    // Only what the log can give back, and down to half, so that this does not happen for every record.
    this.#drop(({ sequence }) => this.#heldBytes > this.#limitBytes / 2 && sequence <= this.#log.durable);
  }

  /** Gives up the memory of the records up to `through`. */
  forget(through: number): void {
    this.#drop(({ sequence }) => sequence <= through);
  }

  /** Bytes of the records after `sequence`, to about a megabyte; what was there before the store was opened does not count. */
  bytesAfter(sequence: number): number {
    let before = 0;
    for (const mark of this.#marks) {
      if (mark.sequence > sequence) break;
      before = mark.bytes;
    }
    return this.#bytes - before;
  }

  /** Forgets how many bytes lie behind sequences below `floor`: nobody will ask. */
  forgetMarks(floor: number): void {
    const first = this.#marks.findIndex(({ sequence }) => sequence > floor);
    if (first > 1) this.#marks.splice(0, first - 1);
  }

  /**
   * The records `from` to `until`, or as many of them as an image should apply at once.
   * @throws GMG_STORE_GAP when the log no longer has them.
   */
  async batch(from: number, until: number): Promise<Uint8Array[]> {
    const batch: Uint8Array[] = [];
    let bytes = 0;
    const isFull = (entry: LogEntry) => {
      batch.push(entry.encoded);
      bytes += entry.encoded.length;
      return batch.length >= BATCH_RECORDS || bytes >= BATCH_BYTES || entry.sequence >= until;
    };
    const held = this.#firstHeld;
    if (held <= from) {
      for (let i = from - held; i < this.#entries.length; i++) if (isFull(this.#entries[i]!)) break;
    } else {
      for await (const entry of this.#log.read(from)) if (isFull(entry)) break;
    }
    return batch;
  }

  /**
   * The records `from` to `until` in such batches, which lets other work of the thread pass in between. What is not in memory is read
   * from the log in one go.
   * @throws GMG_STORE_GAP when the log no longer has them.
   */
  async *batches(from: number, until: number): AsyncGenerator<Uint8Array[]> {
    let next = from;
    if (this.#firstHeld > from) {
      for await (const batch of recordBatches(this.#log, from, until)) {
        yield batch;
        next += batch.length;
        await new Promise(setImmediate);
      }
    }
    while (next <= until) {
      const batch = await this.batch(next, until);
      yield batch;
      next += batch.length;
      await new Promise(setImmediate);
    }
  }

  get #firstHeld(): number {
    return this.#entries[0]?.sequence ?? Number.POSITIVE_INFINITY;
  }

  #drop(isDone: (entry: LogEntry) => boolean): void {
    let count = 0;
    for (const entry of this.#entries) {
      if (!isDone(entry)) break;
      this.#heldBytes -= entry.encoded.length;
      count++;
    }
    this.#entries.splice(0, count);
  }
}
