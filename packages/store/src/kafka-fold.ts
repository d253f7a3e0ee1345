import type { LogEntry } from './commit-log.ts';
import { FRAME_HEAD_BYTES, type Frame } from './kafka-frame.ts';
import { StoreError } from './store-error.ts';

/**
 * Which of the messages in a partition are the log: the one place where that is decided, for readers and the writer alike.
 *
 * - A message of an older epoch than the newest begun before it was written by a start that had been replaced: passed over.
 * - A record that was there before is a repetition, by a writer who did not hear whether it had arrived: passed over.
 * - A record of which a part is missing was not durable: it is given up when a newer epoch begins.
 */
export class FrameFold {
  readonly #file: string;
  #isKnown: boolean;
  #epoch = 0;
  #writer = '';
  #last: number | null = null;
  #bytes = 0;
  #parts: Uint8Array[] = [];

  /** `fromStart`: the first message to come is the first there ever was. */
  constructor(file: string, fromStart: boolean) {
    this.#file = file;
    this.#isKnown = fromStart;
  }

  /** Newest epoch begun; 0 when none is known. */
  get epoch(): number {
    return this.#epoch;
  }

  /** Who began it, if its begin was seen. */
  get writer(): string {
    return this.#writer;
  }

  /** Sequence of the last whole record, or the one before the first to come; null when none was seen. */
  get last(): number | null {
    return this.#last;
  }

  /** How many parts of the record after `last` are there. */
  get partsOfNext(): number {
    return this.#parts.length;
  }

  /** Bytes of the log up to here. */
  get bytes(): number {
    return this.#bytes;
  }

  /**
   * Takes the message at `offset`; gives a record when this message makes it whole.
   * @throws GMG_STORE_CORRUPT when something is missing.
   */
  take(offset: number, frame: Frame): LogEntry | null {
    if (!this.#isKnown && !this.#startsFrom(offset, frame)) return null;
    const isValid = frame.kind === 'begin' ? this.#begin(frame) : this.#isNext(offset, frame);
    if (!isValid) return null;
    this.#bytes = Math.max(this.#bytes, frame.before + FRAME_HEAD_BYTES + frame.data.length);
    return frame.kind === 'begin' ? null : this.#add(frame);
  }

  #startsFrom(offset: number, frame: Frame): boolean {
    if (!isCertainHead(offset, frame)) return false;
    this.#isKnown = true;
    this.#last = frame.sequence - 1;
    // A begin brings its epoch itself.
    if (frame.kind === 'part') this.#epoch = frame.epoch;
    return true;
  }

  #begin({ epoch, sequence, data }: Frame): boolean {
    if (epoch <= this.#epoch) return false;
    this.#epoch = epoch;
    this.#writer = Buffer.from(data).toString('hex');
    this.#last ??= sequence - 1;
    this.#parts = [];
    return true;
  }

  #isNext(offset: number, { epoch, sequence, part, parts }: Frame): boolean {
    if (epoch < this.#epoch) return false;
    const last = this.#last ?? 0;
    if (epoch > this.#epoch)
      this.#damaged(offset, `record ${sequence} is of epoch ${epoch}, which nobody began`);
    if (sequence <= last) return false;
    if (sequence !== last + 1) this.#damaged(offset, `record ${sequence} follows record ${last}`);
    if (part < this.#parts.length) return false;
    if (part !== this.#parts.length || part >= parts) {
      this.#damaged(offset, `part ${part} of record ${sequence} follows ${this.#parts.length} parts`);
    }
    return true;
  }

  #add({ epoch, sequence, parts, data }: Frame): LogEntry | null {
    this.#parts.push(data);
    if (this.#parts.length < parts) return null;
    const encoded = parts === 1 ? data : Buffer.concat(this.#parts);
    this.#parts = [];
    this.#last = sequence;
    return { epoch, sequence, encoded };
  }

  #damaged(offset: number, what: string): never {
    throw new StoreError('GMG_STORE_CORRUPT', `${this.#file}: at message ${offset}, ${what}`, {
      file: this.#file,
      offset,
    });
  }
}

/** Does the log certainly hold this message, and does a record begin with it? */
export function isCertainHead(offset: number, { at, part }: Frame): boolean {
  return at === offset && part === 0;
}
