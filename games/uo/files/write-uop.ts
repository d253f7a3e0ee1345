import { writeFile } from 'node:fs/promises';
import { Writer } from '@gommog/wire';
import { type UopEntryIn, writeUopBlock, writeUopHeader } from '../protocol/generated/data.ts';
import { hashPath } from './uop-hash.ts';

const VERSION = 5;
const SIGNATURE = 0xfd23ec43;
const FIRST_BLOCK = 0x200;
const BLOCK_CAPACITY = 1000;
const BLOCK_HEAD = 12;
const ENTRY_BYTES = 34;

/** The bytes of a UOP archive with its files stored as they are. */
export function encodeUop(files: Iterable<readonly [path: string, contents: Uint8Array]>): Uint8Array {
  const all = [...files];
  const w = new Writer(all.reduce((sum, [, { length }]) => sum + length + ENTRY_BYTES, FIRST_BLOCK * 2));
  writeUopHeader(w, {
    version: VERSION,
    signature: SIGNATURE,
    firstBlock: BigInt(FIRST_BLOCK),
    blockCapacity: BLOCK_CAPACITY,
    numFiles: all.length,
  });
  w.zeros(FIRST_BLOCK - w.length);
  for (let from = 0; from < Math.max(1, all.length); from += BLOCK_CAPACITY) {
    const part = all.slice(from, from + BLOCK_CAPACITY);
    let offset = w.length + BLOCK_HEAD + part.length * ENTRY_BYTES;
    const entries: UopEntryIn[] = [];
    for (const [path, { length }] of part) {
      entries.push({
        offset: BigInt(offset),
        lenHeader: 0,
        lenStored: length,
        lenUnpacked: length,
        pathHash: hashPath(path),
        checksum: 0,
        method: 0,
      });
      offset += length;
    }
    const isLast = from + BLOCK_CAPACITY >= all.length;
    writeUopBlock(w, { nextBlock: isLast ? 0n : BigInt(offset), entries });
    for (const [, contents] of part) w.raw(contents);
  }
  return w.bytes();
}

/** Writes a UOP archive. */
export async function writeUop(
  path: string,
  files: Iterable<readonly [path: string, contents: Uint8Array]>,
): Promise<void> {
  await writeFile(path, encodeUop(files));
}

/** Path of a numbered file within the archive that replaces a pair of mul files. */
export function legacyPath(archive: string, number: number, ending: string): string {
  return `build/${archive}/${String(number).padStart(8, '0')}.${ending}`;
}
