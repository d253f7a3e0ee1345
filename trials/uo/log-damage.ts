import { existsSync } from 'node:fs';
import { appendFile, copyFile, open, readdir, readFile, rename, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Rng } from '@gommog/core';

// As packages/store/src/segment.ts writes them.
const HEADER_BYTES = 36;
const FRAME_BYTES = 40;

async function newestSegment(data: string): Promise<string> {
  const names = (await readdir(join(data, 'log'))).sort();
  return join(data, 'log', names.at(-1)!);
}

/** Bytes of a frame that was being written come after the last whole one. */
export async function tearTail(data: string, rng: Rng): Promise<void> {
  const junk = Uint8Array.from({ length: rng.between(1, 500) }, () => rng.between(0, 255));
  await appendFile(await newestSegment(data), junk);
}

/**
 * Turns one bit of a record that the newest segment itself says was durable. Gives how to turn it back, or null when it says so of
 * none: what comes last may be a torn tail.
 */
export async function flipBit(
  data: string,
  rng: Rng,
): Promise<{ file: string; undo: () => Promise<void> } | null> {
  const file = await newestSegment(data);
  const end = endOfDurable(await readFile(file));
  if (end === HEADER_BYTES) return null;
  const copy = `${data}/flipped-from`;
  await copyFile(file, copy);
  const at = rng.between(HEADER_BYTES, end - 1);
  const handle = await open(file, 'r+');
  const byte = Buffer.alloc(1);
  await handle.read(byte, 0, 1, at);
  byte[0]! ^= 1 << rng.between(0, 7);
  await handle.write(byte, 0, 1, at);
  await handle.close();
  return { file, undo: () => rename(copy, file) };
}

/** Where the last record ends of which a later one says that it was durable. */
function endOfDurable(bytes: Buffer): number {
  const ends = new Map<number, number>();
  let durable = 0;
  for (let at = HEADER_BYTES; at + FRAME_BYTES < bytes.length; ) {
    const end = at + FRAME_BYTES + bytes.readUInt32LE(at + 8);
    const sequence = bytes.readDoubleLE(at + 16);
    if (end > bytes.length || !(sequence > 0)) break;
    ends.set(sequence, end);
    durable = Math.max(durable, bytes.readDoubleLE(at + 24));
    at = end;
  }
  return ends.get(durable) ?? HEADER_BYTES;
}

/** Bits of an LMDB image turn over, wherever they are, or its file is cut short. Nothing when there is none yet. */
export async function damageImage(data: string, rng: Rng): Promise<void> {
  const file = join(data, 'image', 'data.mdb');
  if (!existsSync(file)) return;
  const bytes = await readFile(file);
  if (rng.chance(0.3)) return truncate(file, rng.between(0, bytes.length - 1));
  for (let i = rng.between(1, 20); i > 0; i--)
    bytes[rng.between(0, bytes.length - 1)]! ^= 1 << rng.between(0, 7);
  await writeFile(file, bytes);
}
