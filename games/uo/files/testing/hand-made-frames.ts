import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { packMythic } from './mythic-packing.ts';

/**
 * Files of animations put together byte by byte from what is known of their formats, without our readers and writers. Each frame is one
 * pixel, whose colour tells which it is.
 */

const PALETTE_BYTES = 512;
const COLOUR_NUMBER = 7;

/** A palette with one colour, and a frame of one pixel of it with its anchor at 3, 4. */
function paletteAndFrame(colour: number): [palette: Buffer, frame: Buffer] {
  const palette = Buffer.alloc(PALETTE_BYTES);
  palette.writeUInt16LE(colour, COLOUR_NUMBER * 2);
  const frame = Buffer.alloc(8 + 4 + 1 + 4);
  frame.writeInt16LE(3, 0);
  frame.writeInt16LE(4, 2);
  frame.writeUInt16LE(1, 4);
  frame.writeUInt16LE(1, 6);
  // Places are counted from the anchor: -3, and -4 less the height.
  frame.writeUInt32LE((((-3 & 0x3ff) << 22) | ((-5 & 0x3ff) << 12) | 1) >>> 0, 8);
  frame.writeUInt8(COLOUR_NUMBER, 12);
  frame.writeUInt32LE(0x7fff7fff, 13);
  return [palette, frame];
}

/** A record of anim.mul and its like: one frame. */
export function animationBytes(colour: number): Buffer {
  const [palette, frame] = paletteAndFrame(colour);
  const table = Buffer.alloc(8);
  table.writeUInt32LE(1, 0);
  table.writeUInt32LE(8, 4);
  return Buffer.concat([palette, table, frame]);
}

/** Writes NAME.idx and NAME.mul with some records. */
export async function writeRecords(
  dir: string,
  name: string,
  records: readonly (readonly [number: number, bytes: Buffer])[],
): Promise<void> {
  const index = Buffer.alloc((Math.max(...records.map(([number]) => number)) + 1) * 12, 0xff);
  let offset = 0;
  for (const [number, bytes] of records) {
    index.writeUInt32LE(offset, number * 12);
    index.writeUInt32LE(bytes.length, number * 12 + 4);
    index.writeUInt32LE(0, number * 12 + 8);
    offset += bytes.length;
  }
  await writeFile(join(dir, `${name}.idx`), index);
  await writeFile(join(dir, `${name}.mul`), Buffer.concat(records.map(([, bytes]) => bytes)));
}

/** A file of an AnimationFrame archive: frames of an action, each with its number from 1 on and its colour. */
export function packedActionBytes(
  action: number,
  frames: readonly (readonly [number: number, colour: number])[],
): Buffer {
  const start = 48;
  const head = Buffer.alloc(start);
  head.writeUInt32LE(frames.length, 32);
  head.writeUInt32LE(start, 36);
  const table = Buffer.alloc(frames.length * 16);
  const pictures = frames.map(([, colour]) => Buffer.concat(paletteAndFrame(colour)));
  let at = table.length;
  for (const [i, [number]] of frames.entries()) {
    table.writeUInt16LE(action, i * 16);
    table.writeUInt16LE(number, i * 16 + 2);
    table.writeUInt32LE(at - i * 16, i * 16 + 12);
    at += pictures[i]!.length;
  }
  return Buffer.concat([head, table, ...pictures]);
}

/** A file of an AnimationSequence archive: actions, how many frames they have, and which other one stands in. */
export function actionTableBytes(
  body: number,
  rows: readonly (readonly [action: number, frames: number, standIn: number, points?: number])[],
): Buffer {
  const head = Buffer.alloc(56);
  head.writeUInt32LE(body, 0);
  head.writeUInt32LE(rows.length, 52);
  const parts = rows.map(([action, frames, standIn, points = 0]) => {
    const row = Buffer.alloc(72 + points * 32);
    row.writeUInt32LE(action, 0);
    row.writeUInt32LE(frames, 4);
    row.writeInt32LE(standIn, 8);
    row.writeUInt32LE(points, 64);
    return row;
  });
  return Buffer.concat([head, ...parts, Buffer.alloc(9, 1)]);
}

/** A file of an archive by the hash of its path. */
export interface HashedFile {
  readonly hash: bigint;
  readonly bytes: Buffer;
  /** Stored as it is, or packed by zlib; by default packed. */
  readonly isStored?: boolean;
  /** Packed in the way of clients from 7.0.104 on, and then by zlib. */
  readonly isMythic?: boolean;
}

/** Bytes of an archive with one block of entries. */
export function archiveBytes(files: readonly HashedFile[]): Buffer {
  const head = Buffer.alloc(28);
  head.write('MYP\0', 'latin1');
  head.writeUInt32LE(5, 4);
  head.writeUInt32LE(0xfd23ec43, 8);
  head.writeBigUInt64LE(28n, 12);
  head.writeUInt32LE(100, 20);
  head.writeUInt32LE(files.length, 24);
  const block = Buffer.alloc(12 + files.length * 34);
  block.writeUInt32LE(files.length, 0);
  const packed = files.map(({ bytes, isMythic = false }) => (isMythic ? packMythic(bytes, 77) : bytes));
  const stored = files.map(({ isStored = false }, i) => (isStored ? packed[i]! : deflateSync(packed[i]!)));
  let offset = head.length + block.length;
  for (const [i, { hash, isMythic = false, isStored = false }] of files.entries()) {
    const at = 12 + i * 34;
    block.writeBigUInt64LE(BigInt(offset), at);
    block.writeUInt32LE(stored[i]!.length, at + 12);
    block.writeUInt32LE(packed[i]!.length, at + 16);
    block.writeBigUInt64LE(hash, at + 20);
    block.writeUInt16LE(isStored ? 0 : isMythic ? 3 : 1, at + 32);
    offset += stored[i]!.length;
  }
  return Buffer.concat([head, block, ...stored]);
}
