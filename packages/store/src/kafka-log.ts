import { randomBytes } from 'node:crypto';
import type { CommitLog, LogEntry, LogRange } from './commit-log.ts';
import { FrameFold, isCertainHead } from './kafka-fold.ts';
import { decodeFrame, encodeFrame, FRAME_HEAD_BYTES, type Frame } from './kafka-frame.ts';
import { type KafkaSettings, type OpenOptions, openKafkaPartition } from './kafka-partition.ts';
import type { LogPartition } from './log-partition.ts';
import { checkAppend, checkBegin, checkHeld, checkNothingLost } from './log-rules.ts';
import { asStoreError, StoreError } from './store-error.ts';

export interface KafkaLogOptions {
  readonly partition: LogPartition;
  /** How errors name the partition. */
  readonly name: string;
  /** Old records are given up when they are so many bytes together; default 16 MiB. */
  readonly pieceBytes?: number;
  /** The most that goes to the brokers at once; default 900 kB, which their default limit of 1 MiB lets through. */
  readonly batchBytes?: number;
  /** First and longest wait before a refused write is tried again, in milliseconds. */
  readonly retryMs?: readonly [first: number, longest: number];
}

/** What a message costs in a batch besides its bytes, at most. */
const MESSAGE_BYTES = 24;
const READ_BYTES = 4 * 1024 * 1024;
/** A search goes on by reading when so few messages are left. */
const NEAR = 32;

/** Positions between which so many bytes lie are remembered. */
const MARK_BYTES = 1024 * 1024;

interface HeadAt extends Frame {
  readonly offset: number;
  readonly wallMs: number | undefined;
}

interface Mark {
  readonly sequence: number;
  /** Bytes of the log up to and with this record. */
  readonly bytes: number;
}

/**
 * A commit log in a partition of Kafka, without transactions. One batch is under way at a time, and what arrives meanwhile shares
 * the next: so order needs nothing else, and a batch tells by its offset whether anybody else wrote since the last one.
 *
 * That is the fence. Only when the batch stands right behind the last one, or when all that stands between was read and no newer
 * epoch began in it, is it durable; otherwise a newer start has taken over, readers pass the batch over, and the log fails with
 * GMG_STORE_EPOCH for ever. After a refusal nobody knows whether the batch arrived: the writer reads the end and goes on from there.
 */
export class KafkaLog implements CommitLog {
  readonly #partition: LogPartition;
  readonly #name: string;
  readonly #pieceBytes: number;
  readonly #batchBytes: number;
  readonly #retryMs: readonly [number, number];
  readonly #writer = randomBytes(16);
  /** State of the log up to `#end`. */
  #fold: FrameFold;
  #end: number;
  #start: number;
  #first: number | null = null;
  #firstBytes = 0;
  #marks: Mark[] = [];
  /** What was in the log before another start took over, if one did. */
  #durable = 0;
  #epoch = 0;
  /** Sequence of the record given last. */
  #given = 0;
  #pending: LogEntry[] = [];
  #failure: StoreError | null = null;
  #isOver = false;
  #flushing: Promise<void> | null = null;
  #closed = false;
  #wake: (() => void) | null = null;
  bytesWritten = 0;
  lastSyncMs = 0;
  onDurable: ((sequence: number) => void) | null = null;
  onFailure: ((failure: StoreError | null) => void) | null = null;

  /**
   * Opens the log that is in the partition; reads only its ends.
   * @throws GMG_STORE_CORRUPT when there are messages but no log, GMG_STORE_FORMAT, GMG_STORE_IO.
   */
  static async open(options: KafkaLogOptions): Promise<KafkaLog> {
    const { start, end } = await options.partition.bounds();
    const log = new KafkaLog(options, start, end);
    await log.#survey();
    return log;
  }

  private constructor(options: KafkaLogOptions, start: number, end: number) {
    this.#partition = options.partition;
    this.#name = options.name;
    this.#pieceBytes = options.pieceBytes ?? 16 * 1024 * 1024;
    this.#batchBytes = options.batchBytes ?? 900_000;
    this.#retryMs = options.retryMs ?? [20, 1000];
    this.#start = start;
    this.#end = end;
    this.#fold = new FrameFold(this.#name, true);
  }

  get range(): LogRange | null {
    return this.#first === null ? null : { first: this.#first, last: this.#durable };
  }

  get lastEpoch(): number {
    return this.#fold.epoch;
  }

  get durable(): number {
    return this.#durable;
  }

  get failure(): StoreError | null {
    return this.#failure;
  }

  /**
   * As the contract says. When an older start wrote after this log was opened, it is stopped now but its records count: then this
   * throws GMG_STORE_GAP, `range` says how far they go, and `begin` can be tried again with a newer epoch behind them.
   */
  async begin(epoch: number, next: number): Promise<void> {
    checkBegin(this, epoch, next);
    const place = { at: this.#end, before: this.#fold.bytes };
    const begin: Frame = {
      kind: 'begin',
      part: 0,
      parts: 1,
      epoch,
      sequence: next,
      ...place,
      data: this.#writer,
    };
    try {
      await this.#append([begin]);
    } catch (error) {
      throw asStoreError(error);
    }
    if (this.#fold.epoch !== epoch || this.#fold.writer !== this.#writer.toString('hex')) {
      throw new StoreError('GMG_STORE_EPOCH', `another start has begun epoch ${this.#fold.epoch}`);
    }
    checkFollows(this.#durable, next);
    this.#given = next - 1;
    this.#epoch = epoch;
  }

  /** For those who only read: takes in what others have appended meanwhile. */
  async refresh(): Promise<void> {
    await this.#findAgain();
  }

  append(encoded: Uint8Array, epoch: number, sequence: number): void {
    checkAppend(this.#closed, this.#epoch, this.#given, epoch, sequence);
    this.#given = sequence;
    this.#pending.push({ epoch, sequence, encoded });
    if (!this.#isOver) this.#flushing ??= this.#flush();
  }

  async *read(from: number): AsyncGenerator<LogEntry> {
    const { range } = this;
    if (range === null || from > range.last) return;
    checkHeld(range, from);
    const end = this.#end;
    const nearest = await this.#newest(end, ({ sequence }) => sequence <= from);
    const fold = new FrameFold(this.#name, false);
    for await (const frame of this.#frames(nearest?.offset ?? this.#start, end)) {
      const entry = fold.take(frame.offset, frame);
      if (entry === null || entry.sequence < from) continue;
      yield frame.wallMs === undefined ? entry : { ...entry, wallMs: frame.wallMs };
      if (entry.sequence >= range.last) return;
    }
    throw new StoreError('GMG_STORE_CORRUPT', `${this.#name}: record ${range.last} is missing`);
  }

  async release(through: number, keepBytes: number): Promise<void> {
    const limit = this.#fold.bytes - keepBytes;
    const isEnough = (before: number) => before - this.#firstBytes >= this.#pieceBytes;
    if (this.#first === null || this.#first > through || !isEnough(limit)) return;
    // The newest certain message always stays: the next start finds epoch and sequence in it.
    const cut = await this.#newest(
      this.#end,
      ({ sequence, before }) => sequence <= through + 1 && before <= limit,
    );
    if (cut === null || !isEnough(cut.before)) return;
    await this.#partition.release(cut.offset);
    this.#start = cut.offset;
    this.#first = cut.sequence;
    this.#firstBytes = cut.before;
    this.#marks = this.#marks.filter(({ bytes }) => bytes >= cut.before);
  }

  /**
   * Bytes of the records above `sequence`, to about a megabyte. Of what was there when the log was opened only what was asked for with
   * `locate` is known; for others it is the size of the whole log.
   */
  bytesAfter(sequence: number): number {
    const known = this.#marks.findLast((mark) => mark.sequence <= sequence);
    return this.#fold.bytes - (known?.bytes ?? this.#firstBytes);
  }

  /** Finds out how many bytes lie behind a record, for `bytesAfter`. @throws GMG_STORE_IO. */
  async locate(sequence: number): Promise<void> {
    const head = await this.#newest(this.#end, (each) => each.sequence <= sequence + 1);
    if (head === null) return;
    this.#marks.push({ sequence: head.sequence - 1, bytes: head.before });
    this.#marks.sort((a, b) => a.sequence - b.sequence);
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#wake?.();
    await this.#flushing;
    await this.#partition.close();
    checkNothingLost(this.#pending.length, this.#failure);
  }

  async #flush(): Promise<void> {
    let [waitMs] = this.#retryMs;
    let isLost = false;
    while (this.#pending.length > 0) {
      try {
        // Nothing may be sent by a writer that has read of a newer epoch: it could stand where it was expected, and count.
        if (isLost) await this.#findAgain();
        else await this.#append(this.#nextBatch());
        isLost = false;
        [waitMs] = this.#retryMs;
        this.#settle();
      } catch (error) {
        const failure = asStoreError(error);
        this.#isOver = failure.code !== 'GMG_STORE_IO';
        this.#report(failure);
        if (this.#isOver || this.#closed) break;
        isLost = true;
        await this.#wait(waitMs);
        waitMs = Math.min(waitMs * 2, this.#retryMs[1]);
      }
    }
    this.#flushing = null;
  }

  /** As many parts of waiting records as one batch takes. */
  #nextBatch(): Frame[] {
    const most = this.#batchBytes - FRAME_HEAD_BYTES - MESSAGE_BYTES;
    const batch: Frame[] = [];
    let left = this.#batchBytes;
    let at = this.#end;
    let before = this.#fold.bytes;
    let part = this.#fold.partsOfNext;
    for (const { epoch, sequence, encoded } of this.#pending) {
      const parts = Math.max(1, Math.ceil(encoded.length / most));
      for (; part < parts; part++) {
        const data = encoded.subarray(part * most, (part + 1) * most);
        left -= FRAME_HEAD_BYTES + MESSAGE_BYTES + data.length;
        if (left < 0) return batch;
        batch.push({ kind: 'part', part, parts, epoch, sequence, at, before, data });
        at++;
        before += FRAME_HEAD_BYTES + data.length;
      }
      part = 0;
    }
    return batch;
  }

  /**
   * Appends frames, and takes into account whatever others appended before them.
   * @throws GMG_STORE_IO when nobody knows whether they are there.
   */
  async #append(frames: readonly Frame[]): Promise<void> {
    const values = frames.map((frame) => encodeFrame(frame, frame.data));
    const startedAt = performance.now();
    const offset = await this.#partition.append(values);
    this.lastSyncMs = performance.now() - startedAt;
    if (offset < this.#end) {
      const what = `messages from ${offset} to ${this.#end - 1}, which they had promised to keep`;
      throw new StoreError('GMG_STORE_CORRUPT', `${this.#name}: the brokers have lost ${what}`);
    }
    await this.#catchUp(offset);
    frames.forEach((frame, i) => {
      this.#take(offset + i, frame);
      this.bytesWritten += values[i]!.length;
    });
    this.#end = offset + frames.length;
  }

  /** What is in the log by now? Asked after a refusal. */
  async #findAgain(): Promise<void> {
    const { end } = await this.#partition.bounds();
    await this.#catchUp(end);
  }

  async #catchUp(end: number): Promise<void> {
    if (end <= this.#end) return;
    for await (const frame of this.#frames(this.#end, end)) {
      this.#take(frame.offset, frame);
      this.#end = frame.offset + 1;
    }
  }

  #take(offset: number, frame: Frame): void {
    this.#fold.take(offset, frame);
    const { epoch, last } = this.#fold;
    if (last === null) return;
    this.#first ??= frame.sequence;
    const { bytes } = this.#fold;
    if (bytes - (this.#marks.at(-1)?.bytes ?? this.#firstBytes) >= MARK_BYTES)
      this.#marks.push({ sequence: last, bytes });
    if (this.#epoch === 0 || epoch === this.#epoch) this.#durable = last;
  }

  /** What is in the log is durable, also when another epoch has begun behind it. */
  #settle(): void {
    const { epoch } = this.#fold;
    const waiting = this.#pending.findIndex(({ sequence }) => sequence > this.#durable);
    const settled = this.#pending.splice(0, waiting === -1 ? this.#pending.length : waiting);
    if (epoch === this.#epoch) this.#report(null);
    if (settled.length > 0) this.onDurable?.(this.#durable);
    if (epoch === this.#epoch) return;
    throw new StoreError('GMG_STORE_EPOCH', `epoch ${epoch} has begun: this one, ${this.#epoch}, is over`);
  }

  /** Finds out what the log holds from its first messages and its last ones. */
  async #survey(): Promise<void> {
    if (this.#end === this.#start) return;
    for await (const frame of this.#frames(this.#start, this.#end)) {
      if (!isCertainHead(frame.offset, frame)) continue;
      this.#first = frame.sequence;
      this.#firstBytes = frame.before;
      break;
    }
    for (let back = NEAR; this.#first !== null; back *= 4) {
      const from = Math.max(this.#start, this.#end - back);
      this.#fold = new FrameFold(this.#name, false);
      for await (const frame of this.#frames(from, this.#end)) this.#fold.take(frame.offset, frame);
      this.#durable = this.#fold.last ?? 0;
      if (this.#fold.last !== null) return;
      if (from === this.#start) break;
    }
    throw new StoreError('GMG_STORE_CORRUPT', `${this.#name} holds messages, but no commit log`);
  }

  /** The newest certain head before offset `end` for which `isBefore` holds; it must hold for all heads up to some, and none after. */
  async #newest(end: number, isBefore: (head: HeadAt) => boolean): Promise<HeadAt | null> {
    let found: HeadAt | null = null;
    let low = this.#start;
    let high = end;
    while (high - low > NEAR) {
      const middle = Math.floor((low + high) / 2);
      const head = await this.#firstHead(middle, high);
      if (head === null || !isBefore(head)) {
        high = middle;
        continue;
      }
      found = head;
      low = head.offset;
    }
    for await (const frame of this.#frames(low, end, NEAR * 1024)) {
      if (!isCertainHead(frame.offset, frame)) continue;
      if (!isBefore(frame)) break;
      found = frame;
    }
    return found;
  }

  async #firstHead(from: number, end: number): Promise<HeadAt | null> {
    for await (const frame of this.#frames(from, end, 1)) {
      if (isCertainHead(frame.offset, frame)) return frame;
    }
    return null;
  }

  async *#frames(from: number, end: number, bytes = READ_BYTES): AsyncGenerator<HeadAt> {
    let next = from;
    while (next < end) {
      const asked = next;
      const messages = await this.#partition.read(asked, bytes);
      for (const { offset, value, wallMs } of messages) {
        if (offset < next) continue;
        if (offset >= end) return;
        next = offset + 1;
        yield { ...decodeFrame(value, { file: this.#name, offset }), offset, wallMs };
      }
      if (next === asked) throw new StoreError('GMG_STORE_IO', `${this.#name} did not give message ${asked}`);
    }
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

function checkFollows(last: number, next: number): void {
  if (next === last + 1) return;
  throw new StoreError(
    'GMG_STORE_GAP',
    `an older start has written up to record ${last} meanwhile; it is stopped now, and these records count`,
  );
}

/**
 * The commit log of a partition in a cluster.
 * @throws as `KafkaLog.open` does; GMG_STORE_FORMAT too when the topic would forget messages by itself, GMG_STORE_SETUP when there
 * is none to read. `through` is for tests: what stands between the log and its partition.
 */
export async function openKafkaLog(
  settings: KafkaSettings,
  options: OpenOptions = {},
  through = (partition: LogPartition) => partition,
): Promise<KafkaLog> {
  const partition = through(await openKafkaPartition(settings, options));
  try {
    return await KafkaLog.open({ partition, name: `${settings.topic}/${settings.partition ?? 0}` });
  } catch (error) {
    await partition.close();
    throw error;
  }
}
