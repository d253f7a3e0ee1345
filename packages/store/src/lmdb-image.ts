import { mkdir } from 'node:fs/promises';
import type { CommitRecord } from '@gommog/core';
import { type Database, open, type RootDatabase, type Transaction } from 'lmdb';
import { type ComponentBatches, type Image, type Position, START, type StoredComponent } from './image.ts';
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

  async apply(records: readonly CommitRecord[]): Promise<void> {
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
    const transaction = this.#frozen ?? this.#components.useReadTransaction();
    try {
      let batch: StoredComponent[] = [];
      for (const { key, value } of this.#components.getRange({ transaction })) {
        batch.push({
          serial: Math.floor(key / 0x10000),
          component: key % 0x10000,
          version: value.version,
          data: value.data,
        });
        if (batch.length < BATCH) continue;
        yield batch;
        batch = [];
      }
      if (batch.length > 0) yield batch;
    } finally {
      if (transaction !== this.#frozen) transaction.done();
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

  meta(name: string): string | null {
    return (this.#get(`meta:${name}`) as string | undefined) ?? null;
  }

  async setMeta(name: string, value: string): Promise<void> {
    this.#write(() => this.#meta.putSync(`meta:${name}`, value));
  }

  async close(): Promise<void> {
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
