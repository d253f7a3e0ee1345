import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Writer } from '@gommog/wire';
import { writeIndexEntry } from '../protocol/generated/data.ts';

const NO_RECORD = 0xffffffff;

interface Place {
  readonly offset: number;
  readonly length: number;
  readonly extra: number;
}

/** An index file and the file of records that it points into. Equal records are kept once. */
export class IndexedFile {
  readonly #records = new Writer(1 << 20);
  readonly #places = new Map<number, Place>();
  readonly #known = new Map<string, Place>();
  readonly #count: number;

  /** `count` is the least number of entries; numbers above it make the index longer. */
  constructor(count: number) {
    this.#count = count;
  }

  /** Records with the same bytes share their place. `extra` means something of its own in each kind of file. */
  put(number: number, bytes: Uint8Array, extra = 0): void {
    const key = `${extra} ${createHash('sha1').update(bytes).digest('base64')}`;
    let place = this.#known.get(key);
    if (place === undefined) {
      place = { offset: this.#records.length, length: bytes.length, extra };
      this.#records.raw(bytes);
      this.#known.set(key, place);
    }
    this.#places.set(number, place);
  }

  /** Number of different records. */
  get size(): number {
    return this.#known.size;
  }

  /** Number, bytes and extra of every entry, by number. */
  *entries(): Generator<readonly [number: number, bytes: Uint8Array, extra: number]> {
    const records = this.#records.bytes();
    for (const [number, { extra, length, offset }] of [...this.#places].sort(([a], [b]) => a - b)) {
      yield [number, records.subarray(offset, offset + length), extra];
    }
  }

  index(): Uint8Array {
    const count = Math.max(this.#count, ...[...this.#places.keys()].map((number) => number + 1));
    const w = new Writer(count * 12);
    for (let number = 0; number < count; number++) {
      const place = this.#places.get(number);
      writeIndexEntry(
        w,
        place === undefined
          ? { offset: NO_RECORD, len: -1, extra: 0 }
          : { offset: place.offset, len: place.length, extra: place.extra },
      );
    }
    return w.bytes();
  }

  /** At least one byte: clients refuse empty files. */
  records(): Uint8Array {
    return this.#records.length === 0 ? new Uint8Array(1) : this.#records.bytes();
  }

  /** Writes both into `dir`. */
  async save(dir: string, indexName: string, recordsName: string): Promise<void> {
    await mkdir(dir, { recursive: true });
    await writeFile(join(dir, indexName), this.index());
    await writeFile(join(dir, recordsName), this.records());
  }
}
