import { writeFile } from 'node:fs/promises';
import { Writer } from '@gommog/wire';
import { deflate } from '@gommog/wire/zlib';
import { writeUopBlock, writeUopHeader } from '../../protocol/generated/data.ts';
import { hashPath } from '../uop-hash.ts';
import { packMythic } from './mythic-packing.ts';

/** A file of an archive, and how it is packed: 0 stored, 1 zlib, 3 as by clients from 7.0.104 on; anything else only says so. */
export interface UopFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly method: number;
}

const FIRST_BLOCK = 0x200;
const BLOCK_HEAD_BYTES = 12;
const ENTRY_BYTES = 34;
const LEN_HEADER = 6;

/** Writes a UOP archive with chained blocks of `perBlock` entries each. */
export async function writeUop(path: string, files: readonly UopFile[], perBlock = 3): Promise<void> {
  const w = new Writer();
  const head = { version: 5, signature: 0xfd23ec43, firstBlock: BigInt(FIRST_BLOCK) };
  writeUopHeader(w, { ...head, blockCapacity: perBlock, numFiles: files.length });
  w.padded(undefined, FIRST_BLOCK - w.length);
  for (let start = 0; start < files.length; start += perBlock) {
    const group = files.slice(start, start + perBlock);
    const packed = group.map(({ bytes, method }) => (method === 3 ? packMythic(bytes, 9) : bytes));
    const stored = group.map(({ method }, i) =>
      method === 1 || method === 3 ? deflate(packed[i]!) : packed[i]!,
    );
    let offset = w.length + BLOCK_HEAD_BYTES + perBlock * ENTRY_BYTES;
    const entries = group.map(({ path: name, method }, i) => {
      const entry = {
        offset: BigInt(offset),
        lenHeader: LEN_HEADER,
        lenStored: stored[i]!.length,
        lenUnpacked: packed[i]!.length,
        pathHash: hashPath(name),
        checksum: 0,
        method,
      };
      offset += LEN_HEADER + stored[i]!.length;
      return entry;
    });
    const empty = {
      offset: 0n,
      lenHeader: 0,
      lenStored: 0,
      lenUnpacked: 0,
      pathHash: 0n,
      checksum: 0,
      method: 0,
    };
    while (entries.length < perBlock) entries.push(empty);
    const isLast = start + perBlock >= files.length;
    writeUopBlock(w, { entries, nextBlock: isLast ? 0n : BigInt(offset) });
    for (const bytes of stored) {
      w.padded(undefined, LEN_HEADER);
      w.raw(bytes);
    }
  }
  await writeFile(path, w.bytes());
}
