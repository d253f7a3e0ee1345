import { mkdir } from 'node:fs/promises';
import type { CommitRecord } from '@gommog/core';
import { type Database, open, type RootDatabase } from 'lmdb';
import { type ComponentBatches, type Image, type Position, START, type StoredComponent } from './image.ts';
import { foldRecords } from './image-batch.ts';
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
  readonly #components: Database<Uint8Array, Uint8Array>;
  readonly #meta: Database<unknown, string>;
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
    this.#components = this.#root.openDB({ name: 'components', keyEncoding: 'binary', encoding: 'binary' });
    this.#meta = this.#root.openDB({ name: 'meta', encoding: 'json' });
    const format = this.#meta.get('format') ?? FORMAT;
    if (format !== FORMAT) throw new StoreError('GMG_STORE_FORMAT', `${path} has image format ${format}`);
    this.#position = (this.#meta.get('position') as Position | undefined) ?? START;
    this.#damage = this.#meta.get('filling') === true ? UNFINISHED : null;
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
    const transaction = this.#components.useReadTransaction();
    try {
      let batch: StoredComponent[] = [];
      for (const { key, value } of this.#components.getRange({ transaction })) {
        batch.push({
          serial: ((key[0]! << 24) | (key[1]! << 16) | (key[2]! << 8) | key[3]!) >>> 0,
          component: (key[4]! << 8) | key[5]!,
          version: value[0]!,
          data: value.subarray(1),
        });
        if (batch.length < BATCH) continue;
        yield batch;
        batch = [];
      }
      if (batch.length > 0) yield batch;
    } finally {
      transaction.done();
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
    return (this.#meta.get(`meta:${name}`) as string | undefined) ?? null;
  }

  async setMeta(name: string, value: string): Promise<void> {
    this.#write(() => this.#meta.putSync(`meta:${name}`, value));
  }

  async close(): Promise<void> {
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

function encodeKey(serial: number, component: number): Uint8Array {
  const key = new Uint8Array(KEY_BYTES);
  key[0] = serial >>> 24;
  key[1] = serial >>> 16;
  key[2] = serial >>> 8;
  key[3] = serial;
  key[4] = component >>> 8;
  key[5] = component;
  return key;
}

function encodeValue(version: number, data: Uint8Array): Uint8Array {
  const value = new Uint8Array(data.length + 1);
  value[0] = version;
  value.set(data, 1);
  return value;
}
