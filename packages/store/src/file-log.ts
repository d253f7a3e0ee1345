import { randomInt } from 'node:crypto';
import type { CommitLog, DatedEntry, LogRange } from './commit-log.ts';
import type { LogDisk, LogFile } from './log-disk.ts';
import { checkAppend, checkBegin, checkHeld, checkNothingLost } from './log-rules.ts';
import { readSegments, type Segment, type Survey, segmentName, surveyLog } from './log-survey.ts';
import { encodeHeader, FORMAT, FRAME_BYTES, HEADER_BYTES, writeFrame } from './segment.ts';
import { asStoreError, type StoreError } from './store-error.ts';

export interface FileLogOptions {
  readonly disk: LogDisk;
  /** A segment that has grown past this many bytes is followed by a new one. */
  readonly segmentBytes?: number;
  /** Wall time in milliseconds, for the segments' headers and the records. */
  readonly wallClock?: () => number;
  /** A new number of 32 bits for each segment that nobody can foresee. */
  readonly salt?: () => number;
  /** First and longest wait before a refused write is tried again, in milliseconds. */
  readonly retryMs?: readonly [first: number, longest: number];
}

/** The most that one flush writes: bounds both its memory and how long the first record of the flush waits. */
const FLUSH_BYTES = 8 * 1024 * 1024;

/**
 * A commit log in segment files. Records that arrive while a flush is under way share the next one: one write and one fdatasync
 * for all of them.
 *
 * After a refused write or sync nobody knows what of it is on the disk (a failed fsync may drop the pages, and the next one then
 * succeeds): so that segment is given up, and what was not durable is written again from memory into a new one.
 */
export class FileLog implements CommitLog {
  readonly #disk: LogDisk;
  readonly #segmentBytes: number;
  readonly #wallClock: () => number;
  readonly #salt: () => number;
  readonly #retryMs: readonly [number, number];
  readonly #segments: Segment[];
  #nextOrdinal: number;
  #file: LogFile | null = null;
  #epoch = 0;
  #durable: number;
  #last: number;
  #pending: DatedEntry[] = [];
  #failure: StoreError | null = null;
  #flushing: Promise<void> | null = null;
  #closed = false;
  #wake: (() => void) | null = null;
  #buffer = Buffer.alloc(0);
  bytesWritten = 0;
  lastSyncMs = 0;
  onDurable: ((sequence: number) => void) | null = null;
  onFailure: ((failure: StoreError | null) => void) | null = null;

  /**
   * Opens a log; a torn tail is cut off, and what is left is made durable before anybody builds on it.
   * @throws GMG_STORE_CORRUPT when something that was durable is damaged.
   */
  static async open(options: FileLogOptions): Promise<FileLog> {
    const { disk } = options;
    const survey = await surveyLog(disk);
    for (const name of survey.unfinished) await disk.remove(name);
    const newest = survey.segments.at(-1);
    if (newest !== undefined) {
      await disk.settle(newest.name, survey.end);
      newest.size = survey.end;
    }
    return new FileLog(options, survey);
  }

  private constructor(options: FileLogOptions, survey: Survey) {
    this.#disk = options.disk;
    this.#segmentBytes = options.segmentBytes ?? 32 * 1024 * 1024;
    this.#wallClock = options.wallClock ?? Date.now;
    this.#salt = options.salt ?? (() => randomInt(2 ** 32));
    this.#retryMs = options.retryMs ?? [20, 1000];
    this.#segments = survey.segments;
    this.#nextOrdinal = survey.nextOrdinal;
    this.#durable = survey.last;
    this.#last = survey.last;
  }

  get range(): LogRange | null {
    const oldest = this.#segments[0];
    return oldest === undefined ? null : { first: oldest.first, last: this.#durable };
  }

  get lastEpoch(): number {
    return this.#segments.at(-1)?.epoch ?? 0;
  }

  get durable(): number {
    return this.#durable;
  }

  get failure(): StoreError | null {
    return this.#failure;
  }

  /** Is everything durable that was appended? */
  get isIdle(): boolean {
    return this.#durable === this.#last;
  }

  async begin(epoch: number, next: number): Promise<void> {
    checkBegin(this, epoch, next);
    this.#durable = next - 1;
    this.#last = next - 1;
    await this.#startSegment(epoch).catch((error: unknown) => {
      throw asStoreError(error);
    });
    this.#epoch = epoch;
  }

  /** Goes on in the newest epoch, after the last record: only for a copy of a log, in which nobody else ever writes. */
  async resume(): Promise<void> {
    const epoch = this.lastEpoch;
    await this.#startSegment(epoch).catch((error: unknown) => {
      throw asStoreError(error);
    });
    this.#epoch = epoch;
  }

  append(encoded: Uint8Array, epoch: number, sequence: number): void {
    checkAppend(this.#closed, this.#epoch, this.#last, epoch, sequence);
    this.#last = sequence;
    this.#pending.push({ epoch, sequence, encoded, wallMs: this.#wallClock() });
    this.#flushing ??= this.#flush();
  }

  async *read(from: number): AsyncGenerator<DatedEntry> {
    const { range } = this;
    if (range === null || from > range.last) return;
    checkHeld(range, from);
    yield* readSegments(this.#disk, [...this.#segments], from, range.last);
  }

  async release(through: number, keepBytes: number): Promise<void> {
    const segments = this.#segments;
    let bytes = 0;
    for (const { size } of segments) bytes += size;
    for (;;) {
      const [oldest, next] = segments;
      if (oldest === undefined || next === undefined || next.first > through + 1) return;
      const isEmpty = next.first === oldest.first;
      if (!isEmpty && bytes - oldest.size < keepBytes) return;
      await this.#disk.remove(oldest.name);
      segments.shift();
      bytes -= oldest.size;
    }
  }

  /** Bytes of the segments that hold records above `sequence`. */
  bytesAfter(sequence: number): number {
    const segments = this.#segments;
    let bytes = 0;
    for (let i = segments.length - 1; i >= 0; i--) {
      bytes += segments[i]!.size;
      if (segments[i]!.first <= sequence + 1) break;
    }
    return bytes;
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#wake?.();
    await this.#flushing;
    await this.#file?.close();
    this.#file = null;
    checkNothingLost(this.#pending.length, this.#failure);
  }

  async #flush(): Promise<void> {
    let [waitMs] = this.#retryMs;
    while (this.#pending.length > 0) {
      try {
        await this.#flushOnce();
        [waitMs] = this.#retryMs;
      } catch (error) {
        await this.#abandonSegment();
        this.#report(asStoreError(error));
        if (this.#closed) break;
        await this.#wait(waitMs);
        waitMs = Math.min(waitMs * 2, this.#retryMs[1]);
      }
    }
    this.#flushing = null;
  }

  async #flushOnce(): Promise<void> {
    const newest = this.#segments.at(-1);
    if (this.#file === null || newest === undefined || newest.size >= this.#segmentBytes) {
      await this.#startSegment(this.#epoch);
    }
    const segment = this.#segments.at(-1)!;
    const [count, bytes] = this.#encodePending();
    const startedAt = performance.now();
    await this.#file!.write(bytes, segment.size);
    await this.#file!.sync();
    this.lastSyncMs = performance.now() - startedAt;
    segment.size += bytes.length;
    this.bytesWritten += bytes.length;
    this.#durable += count;
    this.#pending.splice(0, count);
    this.#report(null);
    this.onDurable?.(this.#durable);
  }

  /** Frames of as many waiting records as one flush takes. The buffer is used again by the next flush. */
  #encodePending(): [count: number, bytes: Buffer] {
    let count = 0;
    let length = 0;
    for (const { encoded } of this.#pending) {
      const withNext = length + FRAME_BYTES + encoded.length;
      if (count > 0 && withNext > FLUSH_BYTES) break;
      length = withNext;
      count++;
    }
    if (this.#buffer.length < length) this.#buffer = Buffer.allocUnsafeSlow(Math.max(length, 64 * 1024));
    const { salt } = this.#segments.at(-1)!;
    let at = 0;
    for (let i = 0; i < count; i++) at = writeFrame(this.#buffer, at, this.#pending[i]!, this.#durable, salt);
    return [count, this.#buffer.subarray(0, at)];
  }

  /** A new segment for the record after the durable ones. */
  async #startSegment(epoch: number): Promise<void> {
    await this.#file?.close();
    this.#file = null;
    const createdMs = this.#wallClock();
    const header = { epoch, first: this.#durable + 1, salt: this.#salt(), createdMs };
    const ordinal = this.#nextOrdinal++;
    const name = segmentName(ordinal);
    const file = await this.#disk.create(name, encodeHeader(header));
    this.#file = file;
    this.#segments.push({ ...header, format: FORMAT, name, ordinal, size: HEADER_BYTES });
  }

  async #abandonSegment(): Promise<void> {
    const file = this.#file;
    const segment = this.#segments.at(-1);
    if (file === null || segment === undefined) return;
    this.#file = null;
    // Only for tidiness, and to give a full disk its bytes back: readers stop where the next segment begins.
    await file.close().catch(() => {});
    await this.#disk.settle(segment.name, segment.size).catch(() => {});
  }

  #report(failure: StoreError | null): void {
    if (failure === null && this.#failure === null) return;
    const isNews = failure?.message !== this.#failure?.message;
    this.#failure = failure;
    if (isNews) this.onFailure?.(failure);
  }

  #wait(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
