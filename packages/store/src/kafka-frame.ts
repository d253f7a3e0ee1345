import { crc32 } from 'node:zlib';
import { StoreError } from './store-error.ts';

/**
 * The bytes of a message of the commit log, little-endian:
 *
 *   u32 CRC of the rest · u8 format · u8 kind · u16 part · u16 parts · u32 epoch · f64 sequence · f64 at · f64 before · data
 *
 * A record is cut into parts, since brokers limit the size of a message; they follow each other and carry the same sequence. At the
 * begin of an epoch stands a message of kind `begin`, whose sequence is that of the record to come and whose data is the writer's
 * name: a random number, so that it knows its own begin from another's.
 *
 * `at` is the offset at which the writer expected its message to be. It knew everything before that offset, and no newer epoch was
 * in it: so a message that stands where it was expected is certainly valid, and a reader may start from it anywhere in the log.
 * `before` counts the bytes of the log before this message, over all its life.
 */
const FORMAT = 1;
export const FRAME_HEAD_BYTES = 38;

const BEGIN = 1;
const PART = 2;

export interface FrameHead {
  readonly kind: 'begin' | 'part';
  readonly part: number;
  readonly parts: number;
  readonly epoch: number;
  readonly sequence: number;
  readonly at: number;
  readonly before: number;
}

export interface Frame extends FrameHead {
  readonly data: Uint8Array;
}

export function encodeFrame(head: FrameHead, data: Uint8Array): Buffer {
  const bytes = Buffer.allocUnsafe(FRAME_HEAD_BYTES + data.length);
  bytes.writeUInt8(FORMAT, 4);
  bytes.writeUInt8(head.kind === 'begin' ? BEGIN : PART, 5);
  bytes.writeUInt16LE(head.part, 6);
  bytes.writeUInt16LE(head.parts, 8);
  bytes.writeUInt32LE(head.epoch, 10);
  bytes.writeDoubleLE(head.sequence, 14);
  bytes.writeDoubleLE(head.at, 22);
  bytes.writeDoubleLE(head.before, 30);
  bytes.set(data, FRAME_HEAD_BYTES);
  bytes.writeUInt32LE(crc32(bytes.subarray(4)), 0);
  return bytes;
}

/** `place` says where the message stands, for the error. @throws GMG_STORE_CORRUPT, GMG_STORE_FORMAT. */
export function decodeFrame(value: Uint8Array, place: { file: string; offset: number }): Frame {
  const bytes = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  if (bytes.length < FRAME_HEAD_BYTES || bytes.readUInt32LE(0) !== crc32(bytes.subarray(4))) {
    throw new StoreError('GMG_STORE_CORRUPT', `${place.file}: message ${place.offset} is damaged`, place);
  }
  const format = bytes.readUInt8(4);
  const kind = bytes.readUInt8(5);
  if (format !== FORMAT || (kind !== BEGIN && kind !== PART)) {
    const what = `format ${format}, kind ${kind}`;
    throw new StoreError('GMG_STORE_FORMAT', `${place.file}: message ${place.offset} has ${what}`, place);
  }
  return {
    kind: kind === BEGIN ? 'begin' : 'part',
    part: bytes.readUInt16LE(6),
    parts: bytes.readUInt16LE(8),
    epoch: bytes.readUInt32LE(10),
    sequence: bytes.readDoubleLE(14),
    at: bytes.readDoubleLE(22),
    before: bytes.readDoubleLE(30),
    data: bytes.subarray(FRAME_HEAD_BYTES),
  };
}
