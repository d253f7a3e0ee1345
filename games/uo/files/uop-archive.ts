import { WireError } from '@gommog/wire';
import { readUopBlock, readUopHeader, type UopEntry } from '../protocol/generated/data.ts';
import { ClientFileError, COPY_AGAIN } from './client-file-error.ts';
import type { ClientFile } from './client-folder.ts';
import { type Packing, unpack } from './packing.ts';
import { readRecord } from './record.ts';
import { hashPath } from './uop-hash.ts';

const HEADER_BYTES = 28;
const BLOCK_HEAD_BYTES = 12;
const ENTRY_BYTES = 34;
/** Files of one archive; the largest one of a client has some eighty thousand. */
const MOST_ENTRIES = 1 << 20;

/** By the method that an archive names. Source: reference section 20.7. */
const PACKINGS: ReadonlyMap<number, Packing> = new Map([
  [0, 'stored'],
  [1, 'zlib'],
  [3, 'zlib after mythic'],
]);

/** Where a file of an archive lies, how it is packed, and how long it is when zlib has unpacked it. */
export interface UopPlace {
  readonly offset: number;
  readonly length: number;
  readonly packing: Packing;
  readonly unpacked: number;
}

/** A UOP archive: files found by the hash of their path. */
export class UopArchive {
  readonly #file: ClientFile;
  readonly #entries: ReadonlyMap<bigint, UopEntry>;

  private constructor(file: ClientFile, entries: ReadonlyMap<bigint, UopEntry>) {
    this.#file = file;
    this.#entries = entries;
  }

  /** Reads the tables of an archive. The file has to stay open while the archive is used. */
  static async open(file: ClientFile): Promise<UopArchive> {
    const place = { file: file.path, what: 'head of the archive' };
    const header = readRecord(place, await file.read(0, HEADER_BYTES), 0, HEADER_BYTES, readUopHeader);
    const entries = new Map<bigint, UopEntry>();
    let next = Number(header.firstBlock);
    const seen = new Set<number>();
    let listed = 0;
    while (next !== 0) {
      if (seen.has(next)) throw circle(file.path, next);
      seen.add(next);
      const block = await readBlock(file, next);
      listed += block.entries.length;
      if (listed > MOST_ENTRIES) throw tooMany(file.path, next);
      for (const entry of block.entries) if (entry.offset !== 0n) entries.set(entry.pathHash, entry);
      next = Number(block.nextBlock);
    }
    return new UopArchive(file, entries);
  }

  has(path: string): boolean {
    return this.#entries.has(hashPath(path));
  }

  /** Length of a file when unpacked; null if the archive has none of that path. Throws as `read` does. */
  async lengthOf(path: string): Promise<number | null> {
    const place = this.placeOf(path);
    // Only the packing of newer clients does not tell.
    if (place?.packing === 'zlib after mythic') return (await this.read(path))?.length ?? null;
    return this.#entries.get(hashPath(path))?.lenUnpacked ?? null;
  }

  /** Where a file lies; null if there is none of that path, or it is packed in a way that is not known. */
  placeOf(path: string): UopPlace | null {
    const entry = this.#entries.get(hashPath(path));
    const packing = entry === undefined ? undefined : PACKINGS.get(entry.method);
    if (entry === undefined || packing === undefined) return null;
    const offset = Number(entry.offset) + entry.lenHeader;
    return { offset, length: entry.lenStored, packing, unpacked: entry.lenUnpacked };
  }

  /**
   * The contents of a file, unpacked; null if the archive has none of that path. Throws ClientFileError when it is damaged, or packed in a
   * way that is not known.
   */
  async read(path: string): Promise<Uint8Array | null> {
    const entry = this.#entries.get(hashPath(path));
    if (entry === undefined) return null;
    const start = Number(entry.offset) + entry.lenHeader;
    const packing = PACKINGS.get(entry.method);
    if (packing === undefined) throw this.#unknownMethod(path, start, entry.method);
    const stored = await this.#file.read(start, entry.lenStored);
    try {
      return unpack(stored, packing, entry.lenUnpacked);
    } catch (error) {
      if (!(error instanceof WireError)) throw error;
      throw new ClientFileError({
        file: this.#file.path,
        offset: start,
        problem: `${path}: ${error.message}`,
        expected: 'a file that can be unpacked',
        suggestion: COPY_AGAIN,
      });
    }
  }

  /** Copies a stored file to where it belongs, without another copy in between; unpacks a packed one. */
  async readInto(path: string, target: Uint8Array, onBytes?: (count: number) => void): Promise<void> {
    const entry = this.#entries.get(hashPath(path));
    if (entry !== undefined && PACKINGS.get(entry.method) === 'stored' && entry.lenStored >= target.length) {
      await this.#file.readInto(target, Number(entry.offset) + entry.lenHeader, onBytes);
      return;
    }
    const bytes = await this.read(path);
    if (bytes === null || bytes.length < target.length) {
      throw new ClientFileError({
        file: this.#file.path,
        offset: entry === undefined ? null : Number(entry.offset),
        problem: `${path} has ${bytes?.length ?? 'no'} bytes`,
        expected: `${target.length} bytes`,
        suggestion: COPY_AGAIN,
      });
    }
    target.set(bytes.subarray(0, target.length));
    onBytes?.(target.length);
  }

  #unknownMethod(path: string, offset: number, method: number): ClientFileError {
    return new ClientFileError({
      file: this.#file.path,
      offset,
      problem: `${path} is packed by method ${method}`,
      expected: `method ${[...PACKINGS.keys()].join(', ')}`,
      suggestion: 'use the .mul file of the same name, or the files of an older client',
    });
  }
}

async function readBlock(file: ClientFile, at: number): Promise<{ entries: UopEntry[]; nextBlock: bigint }> {
  const head = await file.read(at, BLOCK_HEAD_BYTES);
  const count = new DataView(head.buffer, head.byteOffset).getUint32(0, true);
  const length = BLOCK_HEAD_BYTES + count * ENTRY_BYTES;
  const bytes = await file.read(at, length);
  const place = { file: file.path, what: 'block of entries', base: at };
  return readRecord(place, bytes, 0, length, readUopBlock);
}

function tooMany(file: string, offset: number): ClientFileError {
  return new ClientFileError({
    file,
    offset,
    problem: `more than ${MOST_ENTRIES} files are listed`,
    expected: 'fewer',
    suggestion: COPY_AGAIN,
  });
}

function circle(file: string, offset: number): ClientFileError {
  return new ClientFileError({
    file,
    offset,
    problem: 'the blocks of entries have no end',
    expected: 'a last block',
    suggestion: COPY_AGAIN,
  });
}
