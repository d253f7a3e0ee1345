import { crc32 } from 'node:zlib';
import type { LogEntry } from './commit-log.ts';

/**
 * The bytes of a log segment, little-endian.
 *
 *   header  u32 'GMSG' · u32 format · u32 epoch · u32 salt · f64 sequence of the first record · f64 wall time of creation in ms · u32 CRC
 *   frame   u32 'GMRC' · u32 CRC, started with the salt, of the rest · u32 length · u32 epoch · f64 sequence · f64 durable · the record
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
const FORMAT = 1;

export const HEADER_BYTES = 36;
export const FRAME_BYTES = 32;

export interface SegmentHeader {
  readonly epoch: number;
  readonly first: number;
  /** Start value of the CRC of each frame, 32 bits. */
  readonly salt: number;
  /** Wall time in milliseconds since 1970: where world time stands in the calendar. */
  readonly createdMs: number;
}

export function encodeHeader({ epoch, first, salt, createdMs }: SegmentHeader): Buffer {
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

/** Null when the bytes are no whole header; `{ format }` alone when a newer program wrote it. */
export function decodeHeader(bytes: Buffer): SegmentHeader | { readonly format: number } | null {
  if (bytes.length < HEADER_BYTES || bytes.readUInt32LE(0) !== SEGMENT_MARK) return null;
  if (bytes.readUInt32LE(32) !== crc32(bytes.subarray(0, 32))) return null;
  const format = bytes.readUInt32LE(4);
  if (format !== FORMAT) return { format };
  return {
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
  entry: LogEntry,
  durable: number,
  salt: number,
): number {
  const end = at + FRAME_BYTES + entry.encoded.length;
  target.writeUInt32LE(FRAME_MARK, at);
  target.writeUInt32LE(entry.encoded.length, at + 8);
  target.writeUInt32LE(entry.epoch, at + 12);
  target.writeDoubleLE(entry.sequence, at + 16);
  target.writeDoubleLE(durable, at + 24);
  target.set(entry.encoded, at + FRAME_BYTES);
  target.writeUInt32LE(crc32(target.subarray(at + 8, end), salt), at + 4);
  return end;
}

export interface Frame extends LogEntry {
  readonly durable: number;
  /** Offset of the byte after the frame. */
  readonly end: number;
}

/** The frame that begins at `at`, or null when there is no whole and sound one. `encoded` is a view into `bytes`. */
export function frameAt(bytes: Buffer, at: number, salt: number): Frame | null {
  if (at + FRAME_BYTES > bytes.length || bytes.readUInt32LE(at) !== FRAME_MARK) return null;
  const end = at + FRAME_BYTES + bytes.readUInt32LE(at + 8);
  if (end > bytes.length || bytes.readUInt32LE(at + 4) !== crc32(bytes.subarray(at + 8, end), salt))
    return null;
  return {
    epoch: bytes.readUInt32LE(at + 12),
    sequence: bytes.readDoubleLE(at + 16),
    durable: bytes.readDoubleLE(at + 24),
    encoded: bytes.subarray(at + FRAME_BYTES, end),
    end,
  };
}

/** Whether some sound frame at or after `at` says that record `sequence` was durable. */
export function wasDurable(bytes: Buffer, at: number, salt: number, sequence: number): boolean {
  let mark = bytes.indexOf(FRAME_MARK_BYTES, at);
  while (mark >= 0) {
    const frame = frameAt(bytes, mark, salt);
    if (frame !== null && frame.durable >= sequence) return true;
    mark = bytes.indexOf(FRAME_MARK_BYTES, mark + 1);
  }
  return false;
}
