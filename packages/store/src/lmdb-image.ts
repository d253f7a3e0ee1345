import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Database, open, type RootDatabase, type Transaction } from 'lmdb';
import { catchUp } from './catch-up.ts';
import { chunksOf } from './component-chunks.ts';
import {
  type ComponentBatches,
  type Image,
  type Position,
  type RecordBatches,
  type Snapshot,
  START,
  type StoredComponent,
} from './image.ts';
import { componentKey, foldRecords, type ImageBatch } from './image-batch.ts';
import {
  CHECKED_COMPONENTS,
  isAsWritten,
  keys,
  META,
  PLAIN_COMPONENTS,
  type StoredPosition,
  serialOf,
  type Value,
  ValueCodec,
  withCheck,
} from './lmdb-codec.ts';
import { damageOfLmdb } from './lmdb-file.ts';
import { asStoreError, StoreError } from './store-error.ts';

/** Format 1 has no checks of its values; an image of that time keeps it. */
const FORMATS = [1, 2];
const NEWEST = 2;
/** LMDB's own name of the file in the folder. */
const FILE = 'data.mdb';
/** Components in one piece of a reading, and in one transaction while the image is made anew. */
const BATCH = 2048;

const UNFINISHED = 'it was being made anew, and that was cut off';

export interface LmdbImageOptions {
  /** Directory of the database; it is made when missing. */
  readonly path: string;
  readonly readOnly?: boolean;
}

/**
 * An image in LMDB. The key is serial and component, so that the components of an entity lie side by side; the position lies in the
 * same transaction as the components. LMDB ends the process when it meets a damaged page, and hands out damaged values as they are:
 * so the whole file is looked through before it is opened.
 */
export class LmdbImage implements Image {
  readonly #root: RootDatabase;
  readonly #components: Database<Value, number>;
  readonly #format: number;
  readonly #meta: Database<unknown, string>;
  /** While it only reads, everything is as of one moment, though another process may write. */
  readonly #frozen: Transaction | null;
  readonly #readings = new Set<Reading>();
  #position: Position;
  #damage: string | null;

  /**
   * A file that is damaged is set aside, and an empty image opened that says so in `damage`.
   * @throws GMG_STORE_FORMAT when a newer program wrote it, GMG_STORE_IO when it cannot be opened.
   */
  static async open({ path, readOnly = false }: LmdbImageOptions): Promise<LmdbImage> {
    try {
      if (readOnly) return new LmdbImage(path, true);
      await mkdir(path, { recursive: true });
      const damage = await setAsideDamaged(path);
      const image = new LmdbImage(path, false);
      if (damage !== null) image.#noteDamage(damage);
      return image;
    } catch (error) {
      throw asStoreError(error);
    }
  }

  private constructor(path: string, readOnly: boolean) {
    // Each commit is on the disk, and then what points to it: a cut of power never leaves one without the other.
    this.#root = open({ path, noSubdir: false, maxDbs: 4, readOnly, overlappingSync: false });
    this.#meta = this.#root.openDB({ name: META, encoding: 'json' });
    this.#format = (this.#meta.get('format') as number | undefined) ?? NEWEST;
    if (!FORMATS.includes(this.#format))
      throw new StoreError('GMG_STORE_FORMAT', `${path} has image format ${this.#format}`);
    const hasChecks = this.#format > 1;
    const name = hasChecks ? CHECKED_COMPONENTS : PLAIN_COMPONENTS;
    // The library's types do not know that it takes a `keyEncoder` here.
    this.#components = this.#root.openDB({
      name,
      keyEncoder: keys,
      encoder: new ValueCodec(hasChecks),
    } as { name: string });
    this.#frozen = readOnly ? this.#root.useReadTransaction() : null;
    const { epoch, sequence, tick, timeMs } = (this.#get('position') as StoredPosition | undefined) ?? START;
    this.#position = { epoch, sequence, tick, timeMs };
    const filling = this.#get('filling') ?? null;
    this.#damage = filling === true ? UNFINISHED : (filling as string | null);
  }

  #noteDamage(damage: string): void {
    this.#write(() => this.#meta.putSync('filling', damage));
    this.#damage = damage;
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
    if (batch !== null) this.#apply(batch);
  }

  catchUp(records: RecordBatches): Promise<void> {
    return catchUp({ image: this, write: async (batch) => this.#apply(batch) }, records);
  }

  #apply(batch: ImageBatch): void {
    const components = this.#components;
    this.#write(() => {
      for (const { serial, component, version, data } of batch.changes) {
        const key = componentKey(serial, component);
        if (data === null) components.removeSync(key);
        else components.putSync(key, { key, version, data });
      }
      this.#meta.putSync('format', this.#format);
      this.#meta.putSync('position', withCheck(batch.position));
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
      this.#meta.putSync('position', withCheck(START));
      this.#components.clearSync();
    });
    this.#position = START;
    this.#damage = UNFINISHED;
    for await (const batch of components) {
      for (let at = 0; at < batch.length; at += BATCH) {
        this.#write(() => {
          for (const { serial, component, version, data } of batch.slice(at, at + BATCH)) {
            const key = componentKey(serial, component);
            this.#components.putSync(key, { key, version, data });
          }
        });
      }
    }
    this.#write(() => {
      this.#meta.putSync('format', this.#format);
      this.#meta.putSync('position', withCheck(position));
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

/** What is wrong with the file of an image, which nobody has open; null when it is sound, or not there. */
export function damageOfImage(path: string): StoreError | null {
  const file = join(path, FILE);
  const damage = damageOfLmdb(file, isAsWritten);
  if (damage === null) return null;
  const { key, offset, problem } = damage;
  const serial = serialOf(key);
  const whose = serial === null ? '' : ` (of 0x${serial.toString(16)})`;
  return new StoreError('GMG_STORE_CORRUPT', `${file} at byte ${offset}: ${problem}${whose}`, {
    file,
    offset,
  });
}

/** Returns what was wrong, and where the file is now; null when nothing was. */
async function setAsideDamaged(path: string): Promise<string | null> {
  const damage = damageOfImage(path);
  if (damage === null) return null;
  const aside = `${FILE}.damaged`;
  await rename(join(path, FILE), join(path, aside));
  await rm(join(path, 'lock.mdb'), { force: true });
  return `${damage.message}; it is set aside as ${aside}`;
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
