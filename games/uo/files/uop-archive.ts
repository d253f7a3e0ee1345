import { WireError } from '@gommog/wire';
import { inflate } from '@gommog/wire/zlib';
import { readUopBlock, readUopHeader, type UopEntry } from '../protocol/generated/data.ts';
import { ClientFileError, COPY_AGAIN } from './client-file-error.ts';
import type { ClientFile } from './client-folder.ts';
import { readRecord } from './record.ts';
import { hashPath } from './uop-hash.ts';

const HEADER_BYTES = 28;
const BLOCK_HEAD_BYTES = 12;
const ENTRY_BYTES = 34;
/** What one packed file may become; the largest one of a client is far below. */
const MOST_UNPACKED = 64 << 20;
/** Files of one archive; the largest one of a client has some eighty thousand. */
const MOST_ENTRIES = 1 << 20;

const Method = { stored: 0, zlib: 1 } as const;

/** Where a file of an archive lies; `unpacked` is its length when it is unpacked, null for one that is stored as it is. */
export interface UopPlace {
  readonly offset: number;
  readonly length: number;
  readonly unpacked: number | null;
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

  /** Length of a file when unpacked; null if the archive has none of that path. */
  lengthOf(path: string): number | null {
    return this.#entries.get(hashPath(path))?.lenUnpacked ?? null;
  }

  /** Where a file lies; null if there is none of that path, or it is packed in a way that only clients from 7.0.104 know. */
  placeOf(path: string): UopPlace | null {
    const entry = this.#entries.get(hashPath(path));
    if (entry === undefined || (entry.method !== Method.stored && entry.method !== Method.zlib)) return null;
    return {
      offset: Number(entry.offset) + entry.lenHeader,
      length: entry.lenStored,
      unpacked: entry.method === Method.zlib ? entry.lenUnpacked : null,
    };
  }

  /**
   * The contents of a file, unpacked; null if the archive has none of that path. Throws ClientFileError when it is damaged, or
   * packed in a way that only clients from 7.0.104 know.
   */
  async read(path: string): Promise<Uint8Array | null> {
    const entry = this.#entries.get(hashPath(path));
    if (entry === undefined) return null;
    const start = Number(entry.offset) + entry.lenHeader;
    if (entry.method !== Method.stored && entry.method !== Method.zlib)
      throw this.#unknownMethod(path, start, entry.method);
    const stored = await this.#file.read(start, entry.lenStored);
    if (entry.method === Method.stored) return stored;
    return this.#unpack(path, stored, start, entry.lenUnpacked);
  }

  /** Copies a stored file to where it belongs, without another copy in between; unpacks a packed one. */
  async readInto(path: string, target: Uint8Array, onBytes?: (count: number) => void): Promise<void> {
    const entry = this.#entries.get(hashPath(path));
    if (entry?.method === Method.stored && entry.lenStored >= target.length) {
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

  #unpack(path: string, stored: Uint8Array, start: number, length: number): Uint8Array {
    const fails = (problem: string): ClientFileError =>
      new ClientFileError({
        file: this.#file.path,
        offset: start,
        problem: `${path}: ${problem}`,
        expected: `zlib data of ${length} bytes`,
        suggestion: COPY_AGAIN,
      });
    if (length > MOST_UNPACKED) throw fails(`more than ${MOST_UNPACKED} bytes are claimed`);
    try {
      const bytes = inflate(stored, Math.max(length, 1));
      if (bytes.length !== length) throw fails(`it unpacks to ${bytes.length} bytes`);
      return bytes;
    } catch (error) {
      if (!(error instanceof WireError)) throw error;
      throw fails(error.message);
    }
  }

  #unknownMethod(path: string, offset: number, method: number): ClientFileError {
    return new ClientFileError({
      file: this.#file.path,
      offset,
      problem: `${path} is packed by method ${method}`,
      expected: 'method 0 (stored) or 1 (zlib)',
      suggestion: 'use the files of a client before 7.0.104, or the .mul file of the same name',
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
