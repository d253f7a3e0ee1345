import type { StoreError } from './store-error.ts';

/** One commit record as the log keeps it: where it stands, and its bytes unread. */
export interface LogEntry {
  readonly epoch: number;
  readonly sequence: number;
  readonly encoded: Uint8Array;
  /** When the log took it, in milliseconds since 1970; absent where a log does not know. */
  readonly wallMs?: number;
}

export interface DatedEntry extends LogEntry {
  readonly wallMs: number;
}

/** First and last sequence of the records a log still holds; `last` is `first - 1` when it holds none. */
export interface LogRange {
  readonly first: number;
  readonly last: number;
}

/**
 * The truth of a shard: an append-only list of commit records without gaps. A record is durable wholly or not at all.
 *
 * An opened log can be read; it takes records after `begin`. While the medium refuses (full disk, I/O error) the log is
 * failed: it keeps what it was given, tries again, and says through `onFailure` when the trouble begins and when it ends (null).
 * A failure GMG_STORE_EPOCH does not end: another start has taken over, and nothing more can become durable here.
 */
export interface CommitLog {
  /** Null when nothing was ever written. */
  readonly range: LogRange | null;
  /** Newest epoch that was begun here; 0 when none. */
  readonly lastEpoch: number;
  /** Every record up to this sequence survives a crash. */
  readonly durable: number;
  readonly failure: StoreError | null;
  /** Bytes written to the medium since the log was opened. */
  readonly bytesWritten: number;
  /** How long the newest flush to the medium took, in milliseconds. */
  readonly lastSyncMs: number;
  onDurable: ((sequence: number) => void) | null;
  onFailure: ((failure: StoreError | null) => void) | null;

  /**
   * Makes `epoch` durable as the newest one, so that a record of an older epoch can never follow. `next` is the sequence of the
   * record to come: one more than the last, or any when the log was never written to.
   * @throws GMG_STORE_EPOCH when `epoch` is not newer than `lastEpoch`; GMG_STORE_GAP when `next` does not follow.
   */
  begin(epoch: number, next: number): Promise<void>;

  /**
   * Takes a record and returns at once. The bytes belong to the log from then on.
   * @throws GMG_STORE_GAP when `sequence` does not follow the last one, GMG_STORE_EPOCH when `epoch` is not the begun one,
   * GMG_STORE_CLOSED after `close`.
   */
  append(encoded: Uint8Array, epoch: number, sequence: number): void;

  /**
   * Durable records from sequence `from` on, in order, up to what is durable when the reading starts.
   * @throws GMG_STORE_CORRUPT with file and offset; GMG_STORE_GAP when `from` is no longer held.
   */
  read(from: number): AsyncIterable<LogEntry>;

  /**
   * Gives up old records, all of them at or below sequence `through`, in whole pieces of the log's own size, but keeps
   * `keepBytes` of the newest bytes as history.
   */
  release(through: number, keepBytes: number): Promise<void>;

  /**
   * Waits until what was appended is durable, and closes.
   * @throws GMG_STORE_IO when the medium still refuses: what is not durable is then lost, and the message says how much.
   */
  close(): Promise<void>;
}
