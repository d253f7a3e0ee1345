import type { ComponentChunks } from './component-chunks.ts';

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

/** Components in pieces of some hundreds or thousands: one promise for each component would cost more than reading it. */
export type ComponentBatches = AsyncIterable<readonly StoredComponent[]>;

/** Encoded commit records in order, in pieces that can be taken at once. Whoever keeps something of a piece copies it. */
export type RecordBatches = AsyncIterable<readonly Uint8Array[]>;

/** A whole image as it was at a position, to be read once and then closed. */
export interface Snapshot {
  readonly position: Position;
  readonly chunks: ComponentChunks;
  close(): Promise<void>;
}

/** The state of the world as of one commit record: a view of the log that can always be made anew from it. */
export interface Image {
  readonly position: Position;
  /**
   * Newest sequence of which parts may be in the image already; not below the position. While it is above, a batch was cut off in
   * a medium that knows no transactions: the image is whole again when the position has come so far.
   */
  readonly reach: number;
  /** No crash of the medium takes the image back behind this sequence: up to here the log may forget. */
  readonly settled: number;
  /** What is wrong with the data that was found, or null. A damaged image can only be replaced. */
  readonly damage: string | null;

  /**
   * Applies encoded commit records in order; when the promise resolves they are in the image together with the position. After a crash in
   * between it holds all of them or none, or says through `reach` that it holds some. Records at or below the position are passed
   * over, so applying again is harmless.
   * @throws GMG_STORE_GAP when a record is missing between the position and the first new one, or among the records;
   * GMG_STORE_EPOCH when an epoch goes back, or when another process has written to the image. Then nothing was applied.
   */
  apply(records: readonly Uint8Array[]): Promise<void>;

  /**
   * Applies a long run of records, and ends with the position of the last one: what changes often is written once, as far as memory
   * allows, and an image that has nothing yet is filled with what they come to. When it rejects, as `apply` or `replace` do, or
   * because the records end with an error, the image stands at one of them or before, or is damaged as a replacing that was cut
   * off leaves it.
   */
  catchUp(records: RecordBatches): Promise<void>;

  /**
   * Every component by serial, then by component id. Applying may go on meanwhile: a component that changes is then seen as it
   * was at some moment since the reading began, and the records applied since then make one state of it.
   * @throws GMG_STORE_CORRUPT when something is missing.
   */
  components(): ComponentBatches;

  /** Only of a medium that stands still while it is read: the whole image as of one record, though applying goes on. */
  snapshot?(): Promise<Snapshot>;

  /** `components` in chunks, of an image that has them so anyway. */
  chunks?(): ComponentChunks;

  /**
   * Throws away what the image has and takes these components, by serial, as the state at `position`. Until it resolves, whoever
   * opens the image finds it damaged or empty.
   */
  replace(position: Position, components: ComponentBatches): Promise<void>;

  /** A named text that belongs to the store as a whole, not to the world. `replace` leaves it. */
  meta(name: string): Promise<string | null>;
  /** Resolves when it is durable. */
  setMeta(name: string, value: string): Promise<void>;

  close(): Promise<void>;

  /** Ends at once whatever is under way, as a crash would. Of an image that can be ended so; others are waited for. */
  abandon?(): Promise<void>;
}

/** Where an image comes from. It may be opened many times, one after the other. */
export interface ImageSource {
  /** Unique among the images of a store; it stands in messages and metrics. */
  readonly name: string;
  /** After a failure the image is closed and opened again: the other end of a connection may have changed. */
  readonly isRemote: boolean;
  /** May the log forget what this image has? Not for a medium that one command can empty. */
  readonly isBase: boolean;
  /** @throws GMG_STORE_IO when it cannot be reached. */
  open(): Promise<Image>;
}

/** No components. */
export async function* noComponents(): AsyncGenerator<readonly StoredComponent[]> {}
