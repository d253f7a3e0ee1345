import { mkdir } from 'node:fs/promises';
import { type Database, open, type RootDatabase, type Transaction } from 'lmdb';
import { chunksOf } from './component-chunks.ts';
import {
  type ComponentBatches,
  type Image,
  type Position,
  type Snapshot,
  START,
  type StoredComponent,
} from './image.ts';
import { componentKey, foldRecords } from './image-batch.ts';
import { asStoreError, StoreError } from './store-error.ts';

const FORMAT = 1;
const KEY_BYTES = 6;
/** Components in one piece of a reading, and in one transaction while the image is made anew. */
const BATCH = 2048;

const UNFINISHED = 'it was being made anew, and that was cut off';

export interface LmdbImageOptions {
  /** Directory of the database; it is made when missing. */
  readonly path: string;
  readonly readOnly?: boolean;
}

/**
 * An image in LMDB. The key is serial and component, big-endian, so that the components of an entity lie side by side; the value is
 * one byte of schema version and the state. The position lies in the same transaction as the components.
 */
export class LmdbImage implements Image {
  readonly #root: RootDatabase;
  readonly #components: Database<Value, number>;
  readonly #meta: Database<unknown, string>;
  /** While it only reads, everything is as of one moment, though another process may write. */
  readonly #frozen: Transaction | null;
  readonly #readings = new Set<Reading>();
  #position: Position;
  #damage: string | null;

  /** @throws GMG_STORE_FORMAT when a newer program wrote it, GMG_STORE_IO when it cannot be opened. */
  static async open({ path, readOnly = false }: LmdbImageOptions): Promise<LmdbImage> {
    if (!readOnly) await mkdir(path, { recursive: true });
    try {
      return new LmdbImage(path, readOnly);
    } catch (error) {
      throw asStoreError(error);
    }
  }

  private constructor(path: string, readOnly: boolean) {
    this.#root = open({ path, noSubdir: false, maxDbs: 4, readOnly });
    this.#components = this.#root.openDB(componentsDatabase);
    this.#meta = this.#root.openDB({ name: 'meta', encoding: 'json' });
    this.#frozen = readOnly ? this.#root.useReadTransaction() : null;
    const format = this.#get('format') ?? FORMAT;
    if (format !== FORMAT) throw new StoreError('GMG_STORE_FORMAT', `${path} has image format ${format}`);
    this.#position = (this.#get('position') as Position | undefined) ?? START;
    this.#damage = this.#get('filling') === true ? UNFINISHED : null;
  }

  #get(name: string): unknown {
    return this.#frozen === null ? this.#meta.get(name) : this.#meta.get(name, { transaction: this.#frozen });
  }

  get position(): Position {
    return this.#position;
  }

  get reach(): number {
    return this.#position.sequence;
  }

  get settled(): number {
    return this.#position.sequence;
  }

  /** How many components it holds. */
  get count(): number {
    return Number((this.#components.getStats() as { readonly entryCount: number }).entryCount);
  }

  get damage(): string | null {
    return this.#damage;
  }

  async apply(records: readonly Uint8Array[]): Promise<void> {
    const batch = foldRecords(this.#position, records);
    if (batch === null) return;
    const components = this.#components;
    this.#write(() => {
      for (const { serial, component, version, data } of batch.changes) {
        const key = encodeKey(serial, component);
        if (data === null) components.removeSync(key);
        else components.putSync(key, encodeValue(version, data));
      }
      this.#meta.putSync('format', FORMAT);
      this.#meta.putSync('position', batch.position);
    });
    this.#position = batch.position;
  }

  async *components(): AsyncGenerator<readonly StoredComponent[]> {
    const reading = this.#beginReading();
    try {
      yield* this.#piecesOf(reading);
    } finally {
      this.#endReading(reading);
    }
  }

  async snapshot(): Promise<Snapshot> {
    // Nothing may come between the two.
    const reading = this.#beginReading();
    const position = this.#position;
    return {
      position,
      chunks: chunksOf(this.#piecesOf(reading)),
      close: async () => this.#endReading(reading),
    };
  }

  #beginReading(): Reading {
    const transaction = this.#frozen ?? this.#components.useReadTransaction();
    const entries = this.#components.getRange({ transaction })[Symbol.iterator]() as Iterator<Entry>;
    const reading = { transaction, entries };
    this.#readings.add(reading);
    return reading;
  }

  #endReading(reading: Reading): void {
    if (!this.#readings.delete(reading)) return;
    reading.entries.return?.();
    if (reading.transaction !== this.#frozen) reading.transaction.done();
  }

  async *#piecesOf(reading: Reading): AsyncGenerator<readonly StoredComponent[]> {
    for (let isLast = false; !isLast; ) {
      // Whoever reads a closed database ends the process.
      if (!this.#readings.has(reading)) throw new StoreError('GMG_STORE_CLOSED', 'the image was closed');
      const piece: StoredComponent[] = [];
      while (!isLast && piece.length < BATCH) {
        const { done, value } = reading.entries.next();
        isLast = done === true;
        if (!isLast) piece.push(componentOf(value as Entry));
      }
      if (piece.length > 0) yield piece;
    }
  }

  async replace(position: Position, components: ComponentBatches): Promise<void> {
    this.#write(() => {
      this.#meta.putSync('filling', true);
      this.#meta.putSync('position', START);
      this.#components.clearSync();
    });
    this.#position = START;
    this.#damage = UNFINISHED;
    for await (const batch of components) {
      for (let at = 0; at < batch.length; at += BATCH) {
        this.#write(() => {
          for (const { serial, component, version, data } of batch.slice(at, at + BATCH)) {
            this.#components.putSync(encodeKey(serial, component), encodeValue(version, data));
          }
        });
      }
    }
    this.#write(() => {
      this.#meta.putSync('format', FORMAT);
      this.#meta.putSync('position', position);
      this.#meta.removeSync('filling');
    });
    this.#position = position;
    this.#damage = null;
  }

  async meta(name: string): Promise<string | null> {
    return (this.#get(`meta:${name}`) as string | undefined) ?? null;
  }

  async setMeta(name: string, value: string): Promise<void> {
    this.#write(() => this.#meta.putSync(`meta:${name}`, value));
  }

  async close(): Promise<void> {
    for (const reading of this.#readings) this.#endReading(reading);
    this.#frozen?.done();
    await this.#root.close();
  }

  /**
   * One transaction. Synchronous, because after a failed commit the library's asynchronous writes reject promises that nobody can
   * reach. Flushed to the disk when it returns; an error in between leaves nothing of it.
   */
  #write(work: () => void): void {
    try {
      this.#root.transactionSync(() => work());
    } catch (error) {
      throw asStoreError(error);
    }
  }
}

function encodeKey(serial: number, component: number): number {
  return componentKey(serial, component);
}

function encodeValue(version: number, data: Uint8Array): Value {
  return { version, data };
}

function componentOf({ key, value: { data, version } }: Entry): StoredComponent {
  return { serial: Math.floor(key / 0x10000), component: key % 0x10000, version, data };
}

/** Somebody reads: the database has to be open until it ends, and keeps what it was. */
interface Reading {
  readonly transaction: Transaction;
  readonly entries: Iterator<Entry>;
}

interface Entry {
  readonly key: number;
  readonly value: Value;
}

interface Value {
  readonly version: number;
  readonly data: Uint8Array;
}

/** Keys as they are in the database; as a number they cost a reading of millions nothing. */
const keys = {
  writeKey(key: number, target: Uint8Array, start: number): number {
    const high = Math.floor(key / 0x10000);
    target[start] = high >>> 24;
    target[start + 1] = high >>> 16;
    target[start + 2] = high >>> 8;
    target[start + 3] = high;
    target[start + 4] = key >>> 8;
    target[start + 5] = key;
    return start + KEY_BYTES;
  },
  readKey(source: Uint8Array, at: number): number {
    const serial =
      ((source[at]! << 24) | (source[at + 1]! << 16) | (source[at + 2]! << 8) | source[at + 3]!) >>> 0;
    return serial * 0x10000 + ((source[at + 4]! << 8) | source[at + 5]!);
  },
};

/** Small copies are quicker byte by byte than as views of a buffer. */
const SMALL = 64;

const values = {
  encode({ data, version }: Value): Buffer {
    const bytes = Buffer.allocUnsafe(data.length + 1);
    bytes[0] = version;
    bytes.set(data, 1);
    return bytes;
  },
  decode(bytes: Buffer, length: number | { readonly end: number }): Value {
    const end = typeof length === 'number' ? length : bytes.length;
    const data = new Uint8Array(end - 1);
    if (end <= SMALL) for (let i = 1; i < end; i++) data[i - 1] = bytes[i]!;
    else data.set(new Uint8Array(bytes.buffer, bytes.byteOffset + 1, end - 1));
    return { version: bytes[0]!, data };
  },
};

/** The library's types do not know that it takes a `keyEncoder` here. */
const componentsDatabase = { name: 'components', keyEncoder: keys, encoder: values };
