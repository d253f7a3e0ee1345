import { crc32 } from 'node:zlib';
import type { DatedEntry } from './commit-log.ts';

/**
 * The bytes of a log segment, little-endian.
 *
 *   header  u32 'GMSG' · u32 format · u32 epoch · u32 salt · f64 sequence of the first record · f64 wall time of creation in ms · u32 CRC
 *   frame   u32 'GMRC' · u32 CRC, started with the salt, of the rest · u32 length · u32 epoch · f64 sequence · f64 durable
 *           · f64 wall time in ms at which the log took the record (not in format 1) · the record
 *
 * `durable` is what the writer knew to be durable when it wrote the frame. It tells a torn tail from damage: a bad record is damage
 * when some later frame says that it was durable once.
 *
 * The salt is chance: without it, a frame of a deleted log whose places on the disk come up again after a loss of power, or one that a player
 * wrote into a book, would pass for a record.
 *
 * The CRC is CRC-32 (zlib's, polynomial 0x04C11DB7), not CRC-32C: Node has it in native code, some ten times faster than a table in
 * JavaScript, and both find every burst of up to 32 bits; CRC-32C's better distance matters only for short frames with a few
 * scattered flips.
 */
const SEGMENT_MARK = 0x47534d47;
const FRAME_MARK = 0x43524d47;
const FRAME_MARK_BYTES = Buffer.from([0x47, 0x4d, 0x52, 0x43]);
/** What is written. Format 1, without wall times, is still read. */
export const FORMAT = 2;

export const HEADER_BYTES = 36;
/** Length of a frame's head, in the format that is written. */
export const FRAME_BYTES = 40;
const FRAME_BYTES_1 = 32;
/** Offset of the world time within a commit record, which is all that a log knows of one. */
const RECORD_TIME = 20;
/** Lengths of what stands before the changes of a record, and before the bytes of a change: only to guess at damaged ones. */
const RECORD_HEAD = 32;
const CHANGE_HEAD = 12;

export interface SegmentHeader {
  readonly format: number;
  readonly epoch: number;
  readonly first: number;
  /** Start value of the CRC of each frame, 32 bits. */
  readonly salt: number;
  /** Wall time in milliseconds since 1970: where world time stands in the calendar. */
  readonly createdMs: number;
}

export function encodeHeader({ epoch, first, salt, createdMs }: Omit<SegmentHeader, 'format'>): Buffer {
  const bytes = Buffer.alloc(HEADER_BYTES);
  bytes.writeUInt32LE(SEGMENT_MARK, 0);
  bytes.writeUInt32LE(FORMAT, 4);
  bytes.writeUInt32LE(epoch, 8);
  bytes.writeUInt32LE(salt, 12);
  bytes.writeDoubleLE(first, 16);
  bytes.writeDoubleLE(createdMs, 24);
  bytes.writeUInt32LE(crc32(bytes.subarray(0, 32)), 32);
  return bytes;
}

/** Null when the bytes are no whole header; `{ unknownFormat }` when a newer program wrote it. */
export function decodeHeader(bytes: Buffer): SegmentHeader | { readonly unknownFormat: number } | null {
  if (bytes.length < HEADER_BYTES || bytes.readUInt32LE(0) !== SEGMENT_MARK) return null;
  if (bytes.readUInt32LE(32) !== crc32(bytes.subarray(0, 32))) return null;
  const format = bytes.readUInt32LE(4);
  if (format !== 1 && format !== FORMAT) return { unknownFormat: format };
  return {
    format,
    epoch: bytes.readUInt32LE(8),
    salt: bytes.readUInt32LE(12),
    first: bytes.readDoubleLE(16),
    createdMs: bytes.readDoubleLE(24),
  };
}

/** Writes a frame into `target` at `at`, which has room for it, and returns where it ends. */
export function writeFrame(
  target: Buffer,
  at: number,
  entry: DatedEntry,
  durable: number,
  salt: number,
): number {
  const end = at + FRAME_BYTES + entry.encoded.length;
  target.writeUInt32LE(FRAME_MARK, at);
  target.writeUInt32LE(entry.encoded.length, at + 8);
  target.writeUInt32LE(entry.epoch, at + 12);
  target.writeDoubleLE(entry.sequence, at + 16);
  target.writeDoubleLE(durable, at + 24);
  target.writeDoubleLE(entry.wallMs, at + 32);
  target.set(entry.encoded, at + FRAME_BYTES);
  target.writeUInt32LE(crc32(target.subarray(at + 8, end), salt), at + 4);
  return end;
}

export interface Frame extends DatedEntry {
  readonly durable: number;
  /** Offset of the byte after the frame. */
  readonly end: number;
}

/** The frame that begins at `at`, or null when there is no whole and sound one. `encoded` is a view into `bytes`. */
export function frameAt(bytes: Buffer, at: number, { createdMs, format, salt }: SegmentHeader): Frame | null {
  const head = format === 1 ? FRAME_BYTES_1 : FRAME_BYTES;
  if (at + head > bytes.length || bytes.readUInt32LE(at) !== FRAME_MARK) return null;
  const end = at + head + bytes.readUInt32LE(at + 8);
  if (end > bytes.length || bytes.readUInt32LE(at + 4) !== crc32(bytes.subarray(at + 8, end), salt))
    return null;
  return {
    epoch: bytes.readUInt32LE(at + 12),
    sequence: bytes.readDoubleLE(at + 16),
    durable: bytes.readDoubleLE(at + 24),
    wallMs: format === 1 ? createdMs : bytes.readDoubleLE(at + 32),
    encoded: bytes.subarray(at + head, end),
    end,
  };
}

/** The first sound frame at or after `at` with a sequence of at least `least`, and where it begins. */
export function nextFrame(
  bytes: Buffer,
  at: number,
  header: SegmentHeader,
  least: number,
): { readonly at: number; readonly frame: Frame } | null {
  for (
    let mark = bytes.indexOf(FRAME_MARK_BYTES, at);
    mark >= 0;
    mark = bytes.indexOf(FRAME_MARK_BYTES, mark + 1)
  ) {
    const frame = frameAt(bytes, mark, header);
    if (frame !== null && frame.sequence >= least) return { at: mark, frame };
  }
  return null;
}

/** Serials that the damaged bytes of a frame seem to speak of: read as a commit record for as long as they look like one. */
export function suspectedSerials(bytes: Buffer): number[] {
  const serials = new Set<number>();
  let at = FRAME_BYTES + RECORD_HEAD;
  while (at + CHANGE_HEAD <= bytes.length && serials.size < 100) {
    const op = bytes[at + 7]!;
    const length = bytes.readUInt32LE(at + 8);
    if (op > 1 || at + CHANGE_HEAD + length > bytes.length) break;
    serials.add(bytes.readUInt32LE(at));
    at += CHANGE_HEAD + length;
  }
  return [...serials];
}

/** Whether some sound frame at or after `at` says that record `sequence` was durable. */
export function wasDurable(bytes: Buffer, at: number, header: SegmentHeader, sequence: number): boolean {
  let mark = bytes.indexOf(FRAME_MARK_BYTES, at);
  while (mark >= 0) {
    const frame = frameAt(bytes, mark, header);
    if (frame !== null && frame.durable >= sequence) return true;
    mark = bytes.indexOf(FRAME_MARK_BYTES, mark + 1);
  }
  return false;
}

/** World time of an encoded commit record, in milliseconds; null when it is too short to be one. */
export function worldTimeOf(encoded: Uint8Array): number | null {
  if (encoded.length < RECORD_TIME + 8) return null;
  return new DataView(encoded.buffer, encoded.byteOffset).getFloat64(RECORD_TIME, true);
}
