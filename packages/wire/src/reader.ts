import { WireError } from './error.ts';
import { capLength, decodeText, type Encoding, findTerminator, NOT_FOUND, terminatorLength } from './text.ts';

/** No length limit: the frame is limit enough. */
const NO_LIMIT = 0x7fffffff;
const MAX_DEPTH = 64;

const scratch = new DataView(new ArrayBuffer(8));

/**
 * Reads what hostile bytes claim to be. Every read is checked against the end; what is not there throws WireError and nothing
 * else. Numbers are named as in Kaitai: u2be is an unsigned 2-byte big-endian one.
 */
export class Reader {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
  #at: number;
  #bits = 0;
  #bitCount = 0;
  #depth = 0;

  constructor(bytes: Uint8Array, start = 0, end = bytes.length) {
    this.bytes = bytes;
    this.start = start;
    this.#at = start;
    this.end = end;
  }

  /** Counted from where this reader began. */
  get position(): number {
    return this.#at - this.start;
  }

  get size(): number {
    return this.end - this.start;
  }

  get remaining(): number {
    return this.end - this.#at;
  }

  get eof(): boolean {
    return this.#at >= this.end && this.#bitCount === 0;
  }

  /** Claims `count` bytes and returns where in `bytes` they begin. Bits that were left of the last byte are skipped. */
  take(count: number): number {
    const at = this.#at;
    this.#bitCount = 0;
    // Written so that NaN is refused too.
    if (!(count >= 0 && count <= this.end - at)) {
      throw new WireError('GMG_WIRE_TRUNCATED', `needs ${count} bytes, ${this.end - at} are left`);
    }
    this.#at = at + count;
    return at;
  }

  /** Goes to a position within this reader. */
  seek(position: number): void {
    if (!(position >= 0 && position <= this.size)) {
      throw new WireError('GMG_WIRE_TRUNCATED', `position ${position} of ${this.size} bytes`);
    }
    this.#bitCount = 0;
    this.#at = this.start + position;
  }

  /** Skips what is left of a byte that bits have begun. */
  align(): void {
    this.#bitCount = 0;
  }

  /** Before a type that may contain itself: a short packet must not nest until the stack is full. */
  enter(): void {
    if (++this.#depth > MAX_DEPTH) {
      throw new WireError('GMG_WIRE_TOO_LONG', `nested more than ${MAX_DEPTH} deep`);
    }
  }

  leave(): void {
    this.#depth--;
  }

  u1(): number {
    return this.bytes[this.take(1)]!;
  }

  s1(): number {
    return (this.bytes[this.take(1)]! << 24) >> 24;
  }

  u2be(): number {
    const at = this.take(2);
    return (this.bytes[at]! << 8) | this.bytes[at + 1]!;
  }

  u2le(): number {
    const at = this.take(2);
    return this.bytes[at]! | (this.bytes[at + 1]! << 8);
  }

  s2be(): number {
    return (this.u2be() << 16) >> 16;
  }

  s2le(): number {
    return (this.u2le() << 16) >> 16;
  }

  s4be(): number {
    const at = this.take(4);
    const b = this.bytes;
    return (b[at]! << 24) | (b[at + 1]! << 16) | (b[at + 2]! << 8) | b[at + 3]!;
  }

  s4le(): number {
    const at = this.take(4);
    const b = this.bytes;
    return b[at]! | (b[at + 1]! << 8) | (b[at + 2]! << 16) | (b[at + 3]! << 24);
  }

  u4be(): number {
    return this.s4be() >>> 0;
  }

  u4le(): number {
    return this.s4le() >>> 0;
  }

  f4be(): number {
    scratch.setInt32(0, this.s4be());
    return scratch.getFloat32(0);
  }

  f4le(): number {
    scratch.setInt32(0, this.s4le());
    return scratch.getFloat32(0);
  }

  f8be(): number {
    scratch.setBigUint64(0, this.u8be());
    return scratch.getFloat64(0);
  }

  f8le(): number {
    scratch.setBigUint64(0, this.u8le());
    return scratch.getFloat64(0);
  }

  u8be(): bigint {
    const high = BigInt(this.u4be());
    return (high << 32n) | BigInt(this.u4be());
  }

  u8le(): bigint {
    const low = BigInt(this.u4le());
    return (BigInt(this.u4le()) << 32n) | low;
  }

  s8be(): bigint {
    return BigInt.asIntN(64, this.u8be());
  }

  s8le(): bigint {
    return BigInt.asIntN(64, this.u8le());
  }

  /** `count` bits, most significant first, 1 to 32. The next whole-byte read skips what is left of a byte. */
  bits(count: number): number {
    if (count <= this.#bitCount) {
      this.#bitCount -= count;
      return (this.#bits >> this.#bitCount) & ((1 << count) - 1);
    }
    let value = 0;
    for (let left = count; left > 0; ) {
      if (this.#bitCount === 0) {
        this.#bits = this.bytes[this.take(1)]!;
        this.#bitCount = 8;
      }
      const taken = Math.min(left, this.#bitCount);
      this.#bitCount -= taken;
      const chunk = (this.#bits >> this.#bitCount) & ((1 << taken) - 1);
      value = value * 2 ** taken + chunk;
      left -= taken;
    }
    return value;
  }

  flag(): boolean {
    return this.bits(1) === 1;
  }

  /** A view of the next `count` bytes, not a copy. */
  raw(count: number, most = NO_LIMIT): Uint8Array {
    capLength(count, most);
    const at = this.take(count);
    return this.bytes.subarray(at, at + count);
  }

  rest(most = NO_LIMIT): Uint8Array {
    return this.raw(this.remaining, most);
  }

  /** Checks bytes that are always the same. */
  expect(contents: readonly number[]): void {
    const at = this.take(contents.length);
    for (let i = 0; i < contents.length; i++) {
      if (this.bytes[at + i] !== contents[i]) {
        throw new WireError(
          'GMG_WIRE_BAD_VALUE',
          `byte ${at + i} is ${this.bytes[at + i]}, not ${contents[i]}`,
        );
      }
    }
  }

  /** All of `count` bytes as text. */
  text(count: number, encoding: Encoding, most = NO_LIMIT): string {
    capLength(count, most);
    const at = this.take(count);
    return decodeText(this.bytes, at, at + count, encoding);
  }

  /** Text in a field of `count` bytes, up to its first terminator. */
  paddedText(count: number, encoding: Encoding, most = NO_LIMIT): string {
    capLength(count, most);
    const at = this.take(count);
    const stop = findTerminator(this.bytes, at, at + count, encoding);
    return decodeText(this.bytes, at, stop === NOT_FOUND ? at + count : stop, encoding);
  }

  /** Text up to its terminator; without one, to the end if `lenient`, else it is an error. */
  terminatedText(encoding: Encoding, lenient: boolean, most = NO_LIMIT): string {
    this.#bitCount = 0;
    const at = this.#at;
    const stop = findTerminator(this.bytes, at, this.end, encoding);
    if (stop === NOT_FOUND) {
      if (!lenient) throw new WireError('GMG_WIRE_TRUNCATED', 'text without an end');
      return this.text(this.remaining, encoding, most);
    }
    capLength(stop - at, most);
    this.#at = stop + terminatorLength(encoding);
    return decodeText(this.bytes, at, stop, encoding);
  }

  /** A field of `count` bytes without the `pad` bytes at its end and without what follows the first `terminator`. */
  trimmed(count: number, terminator: number, include: boolean, pad: number, most = NO_LIMIT): Uint8Array {
    const field = this.raw(count, most);
    let stop = field.length;
    if (pad >= 0) while (stop > 0 && field[stop - 1] === pad) stop--;
    const found = terminator < 0 ? -1 : field.indexOf(terminator);
    return field.subarray(0, found < 0 || found >= stop ? stop : include ? found + 1 : found);
  }

  /** Bytes up to `terminator`, which is part of them if `include` and skipped if `consume`; without one as for text. */
  until(
    terminator: number,
    include: boolean,
    consume: boolean,
    lenient: boolean,
    most = NO_LIMIT,
  ): Uint8Array {
    this.#bitCount = 0;
    const at = this.#at;
    const stop = this.bytes.indexOf(terminator, at);
    if (stop < 0 || stop >= this.end) {
      if (!lenient) throw new WireError('GMG_WIRE_TRUNCATED', 'bytes without an end');
      return this.rest(most);
    }
    capLength(stop - at, most);
    this.#at = consume ? stop + 1 : stop;
    return this.bytes.subarray(at, include ? stop + 1 : stop);
  }

  /** A reader of the next `count` bytes alone. */
  sub(count: number): Reader {
    const at = this.take(count);
    return this.#child(this.bytes, at, at + count);
  }

  /** A reader of other bytes, such as unpacked ones, for a type inside the present one. */
  over(bytes: Uint8Array): Reader {
    return this.#child(bytes, 0, bytes.length);
  }

  #child(bytes: Uint8Array, start: number, end: number): Reader {
    const child = new Reader(bytes, start, end);
    child.#depth = this.#depth;
    return child;
  }

  /** Before a loop: can `count` elements of at least `least` bytes be there, and are they no more than `most`? */
  checkCount(count: number, least: number, most = NO_LIMIT): void {
    if (!(count <= most)) {
      throw new WireError('GMG_WIRE_TOO_LONG', `${count} elements where at most ${most} may be`);
    }
    if (!(count * least <= this.remaining)) {
      throw new WireError(
        'GMG_WIRE_TRUNCATED',
        `${count} elements of ${least} bytes, ${this.remaining} bytes are left`,
      );
    }
  }

  /** After a whole packet: nothing may be left. */
  finish(): void {
    if (this.#at < this.end)
      throw new WireError('GMG_WIRE_LEFTOVER', `${this.end - this.#at} bytes are left over`);
  }
}
