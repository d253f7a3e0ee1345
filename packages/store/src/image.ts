import type { CommitRecord } from '@gommog/core';

/** The newest commit record that an image contains. All zero: none yet. */
export interface Position {
  readonly epoch: number;
  readonly sequence: number;
  readonly tick: number;
  /** World time in milliseconds. */
  readonly timeMs: number;
}

export const START: Position = { epoch: 0, sequence: 0, tick: 0, timeMs: 0 };

/** The state of one component of one entity. */
export interface StoredComponent {
  readonly serial: number;
  readonly component: number;
  readonly version: number;
  readonly data: Uint8Array;
}

/** The state of the world as of one commit record: a view of the log that can always be made anew from it. */
export interface Image {
  readonly position: Position;

  /**
   * Applies records in order; when the promise resolves they are durable together with the position. After a crash in between
   * the image holds all of them or none. Records at or below the position are passed over, so applying again is harmless.
   * @throws GMG_STORE_GAP when a record is missing between the position and the first new one, or among the records;
   * GMG_STORE_EPOCH when an epoch goes back. Then nothing was applied.
   */
  apply(records: readonly CommitRecord[]): Promise<void>;

  /** Every component by serial, then by component id, as of the first one taken. Applying may go on meanwhile. */
  components(): Iterable<StoredComponent>;

  /** A named text that belongs to the data folder as a whole, not to the world. */
  meta(name: string): string | null;
  /** Resolves when it is durable. */
  setMeta(name: string, value: string): Promise<void>;

  close(): Promise<void>;
}
