import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { crc32, zstdCompress, zstdDecompress } from 'node:zlib';
import { type ComponentChunks, componentsIn } from '../component-chunks.ts';
import type { Position, StoredComponent } from '../image.ts';
import { syncDirectory } from '../log-disk.ts';
import { StoreError } from '../store-error.ts';

/**
 * The whole state of a world as of one commit record, in a file of its own: where a restore begins. Little-endian:
 *
 *   header  u32 'GMCP' · u32 format · u32 epoch · f64 sequence · f64 tick · f64 world time in ms · f64 wall time in ms · u32 CRC-32
 *   frame   u32 length · u32 CRC-32 of the rest · components as a commit record, compressed with Zstandard
 *   end     u32 0 · u32 CRC-32 of the rest · f64 number of components: a file without it was cut off
 */
const MARK = 0x50434d47;
const FORMAT = 1;
const HEADER_BYTES = 48;
const END_BYTES = 16;
const NAME = /^(\d{16})\.checkpoint$/;

const compress = promisify(zstdCompress);
const decompress = promisify(zstdDecompress);

/** Which moment a checkpoint holds. */
export interface Moment extends Position {
  /** When the log took the record of `sequence`, in milliseconds since 1970. */
  readonly wallMs: number;
}

export interface Checkpoint extends Moment {
  readonly path: string;
}

export function checkpointsPath(dir: string): string {
  return join(dir, 'checkpoints');
}

/** The checkpoints of a data or backup folder, oldest first. Files that are no whole checkpoint's beginning are passed over. */
export async function listCheckpoints(dir: string): Promise<Checkpoint[]> {
  const folder = checkpointsPath(dir);
  const names = await readdir(folder).catch(() => []);
  const found: Checkpoint[] = [];
  for (const name of names.filter((each) => NAME.test(each)).sort()) {
    const path = join(folder, name);
    const moment = await readMoment(path);
    if (moment !== null) found.push({ ...moment, path });
  }
  return found;
}

/**
 * Writes a checkpoint into a folder; it appears under its name only when it is whole and durable. Lets other work of the thread
 * pass between small pieces.
 */
export async function writeCheckpoint(
  dir: string,
  moment: Moment,
  chunks: ComponentChunks,
): Promise<Checkpoint> {
  const folder = checkpointsPath(dir);
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${String(moment.sequence).padStart(16, '0')}.checkpoint`);
  const unfinished = `${path}.new`;
  const handle = await open(unfinished, 'w');
  try {
    await handle.writeFile(encodeHeader(moment));
    let count = 0;
    for await (const chunk of chunks) {
      count += chunk.count;
      await writeFrame(handle, await compress(chunk.bytes));
    }
    await handle.writeFile(endFrame(count));
    await handle.sync();
  } catch (error) {
    await handle.close();
    await rm(unfinished, { force: true });
    throw error;
  }
  await handle.close();
  await rename(unfinished, path);
  await syncDirectory(folder);
  return { ...moment, path };
}

/**
 * The components of a checkpoint.
 * @throws GMG_STORE_CORRUPT with file and offset when it is damaged or cut off; what came before was sound.
 */
export async function* readCheckpoint({ path }: Checkpoint): AsyncGenerator<readonly StoredComponent[]> {
  let pending = Buffer.alloc(0);
  let offset = 0;
  let count = 0;
  const damaged = (problem: string) =>
    new StoreError('GMG_STORE_CORRUPT', `${path} at byte ${offset}: ${problem}`, { file: path, offset });
  let isHeader = true;
  for await (const piece of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
    pending = Buffer.concat([pending, piece as Buffer]);
    let at = 0;
    if (isHeader) {
      if (pending.length < HEADER_BYTES) continue;
      at = HEADER_BYTES;
      offset = HEADER_BYTES;
      isHeader = false;
    }
    for (;;) {
      if (at + 8 > pending.length) break;
      const length = pending.readUInt32LE(at);
      const end = at + 8 + (length === 0 ? 8 : length);
      if (end > pending.length) break;
      const body = pending.subarray(at + 8, end);
      if (crc32(body) !== pending.readUInt32LE(at + 4)) throw damaged('the checkpoint is damaged');
      if (length === 0) {
        if (body.readDoubleLE(0) !== count) throw damaged(`${count} components, but it names another number`);
        return;
      }
      const components = componentsIn(await decompress(body));
      count += components.length;
      yield components;
      offset += end - at;
      at = end;
    }
    pending = pending.subarray(at);
  }
  throw damaged('the checkpoint is cut off');
}

/** How many components a whole checkpoint says that it has; 0 when it was cut off. */
export async function countOf({ path }: Checkpoint): Promise<number> {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    const end = Buffer.alloc(END_BYTES);
    if (size < HEADER_BYTES + END_BYTES) return 0;
    await handle.read(end, 0, END_BYTES, size - END_BYTES);
    return end.readUInt32LE(0) === 0 ? end.readDoubleLE(8) : 0;
  } finally {
    await handle.close();
  }
}

/** Null when it is no whole checkpoint's beginning, or a running shard has given it up meanwhile. */
async function readMoment(path: string): Promise<Moment | null> {
  const handle = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (handle === null) return null;
  try {
    const header = Buffer.alloc(HEADER_BYTES);
    const { bytesRead } = await handle.read(header, 0, HEADER_BYTES, 0);
    if (bytesRead < HEADER_BYTES || header.readUInt32LE(0) !== MARK) return null;
    if (crc32(header.subarray(0, 44)) !== header.readUInt32LE(44)) return null;
    if (header.readUInt32LE(4) !== FORMAT) {
      throw new StoreError('GMG_STORE_FORMAT', `${path} has checkpoint format ${header.readUInt32LE(4)}`);
    }
    return {
      epoch: header.readUInt32LE(8),
      sequence: header.readDoubleLE(12),
      tick: header.readDoubleLE(20),
      timeMs: header.readDoubleLE(28),
      wallMs: header.readDoubleLE(36),
    };
  } finally {
    await handle.close();
  }
}

function encodeHeader({ epoch, sequence, tick, timeMs, wallMs }: Moment): Buffer {
  const bytes = Buffer.alloc(HEADER_BYTES);
  bytes.writeUInt32LE(MARK, 0);
  bytes.writeUInt32LE(FORMAT, 4);
  bytes.writeUInt32LE(epoch, 8);
  bytes.writeDoubleLE(sequence, 12);
  bytes.writeDoubleLE(tick, 20);
  bytes.writeDoubleLE(timeMs, 28);
  bytes.writeDoubleLE(wallMs, 36);
  bytes.writeUInt32LE(crc32(bytes.subarray(0, 44)), 44);
  return bytes;
}

async function writeFrame(handle: FileHandle, body: Uint8Array): Promise<void> {
  const head = Buffer.alloc(8);
  head.writeUInt32LE(body.length, 0);
  head.writeUInt32LE(crc32(body), 4);
  await handle.writeFile(head);
  await handle.writeFile(body);
}

function endFrame(count: number): Buffer {
  const bytes = Buffer.alloc(END_BYTES);
  bytes.writeDoubleLE(count, 8);
  bytes.writeUInt32LE(crc32(bytes.subarray(8)), 4);
  return bytes;
}
