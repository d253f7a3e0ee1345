import { fits } from './check.ts';
import { beforeZero, type Encoding, encodedLength, encodeText, terminatorLength } from './text.ts';

const scratch = new DataView(new ArrayBuffer(8));

/**
 * Writes packets one after another into one growing buffer. Numbers wrap to their width. `bytes()` is a view that the next
 * write may move away from: copy what has to last.
 */
export class Writer {
  #buffer: Uint8Array;
  #length = 0;
  #bits = 0;
  #bitCount = 0;

  constructor(capacity = 256) {
    this.#buffer = new Uint8Array(capacity);
  }

  /** Bytes so far; a byte that bits have begun is completed. */
  get length(): number {
    if (this.#bitCount > 0) this.align();
    return this.#length;
  }

  reset(): void {
    this.#length = 0;
    this.#bits = 0;
    this.#bitCount = 0;
  }

  bytes(): Uint8Array {
    this.align();
    return this.#buffer.subarray(0, this.#length);
  }

  #claim(count: number): number {
    if (this.#bitCount > 0) this.align();
    const at = this.#length;
    const end = at + count;
    if (end > this.#buffer.length) {
      const grown = new Uint8Array(Math.max(end, this.#buffer.length * 2));
      grown.set(this.#buffer.subarray(0, at));
      this.#buffer = grown;
    }
    this.#length = end;
    return at;
  }

  u1(value: number): void {
    const at = this.#claim(1);
    this.#buffer[at] = value;
  }

  s1(value: number): void {
    this.u1(value);
  }

  u2be(value: number): void {
    const at = this.#claim(2);
    this.#buffer[at] = value >> 8;
    this.#buffer[at + 1] = value;
  }

  u2le(value: number): void {
    const at = this.#claim(2);
    this.#buffer[at] = value;
    this.#buffer[at + 1] = value >> 8;
  }

  s2be(value: number): void {
    this.u2be(value);
  }

  s2le(value: number): void {
    this.u2le(value);
  }

  u4be(value: number): void {
    const at = this.#claim(4);
    const b = this.#buffer;
    b[at] = value >>> 24;
    b[at + 1] = value >>> 16;
    b[at + 2] = value >>> 8;
    b[at + 3] = value;
  }

  u4le(value: number): void {
    const at = this.#claim(4);
    const b = this.#buffer;
    b[at] = value;
    b[at + 1] = value >>> 8;
    b[at + 2] = value >>> 16;
    b[at + 3] = value >>> 24;
  }

  s4be(value: number): void {
    this.u4be(value);
  }

  s4le(value: number): void {
    this.u4le(value);
  }

  f4be(value: number): void {
    scratch.setFloat32(0, value);
    this.u4be(scratch.getUint32(0));
  }

  f4le(value: number): void {
    scratch.setFloat32(0, value);
    this.u4le(scratch.getUint32(0));
  }

  f8be(value: number): void {
    scratch.setFloat64(0, value);
    this.u8be(scratch.getBigUint64(0));
  }

  f8le(value: number): void {
    scratch.setFloat64(0, value);
    this.u8le(scratch.getBigUint64(0));
  }

  u8be(value: bigint): void {
    this.u4be(Number((value >> 32n) & 0xffffffffn));
    this.u4be(Number(value & 0xffffffffn));
  }

  u8le(value: bigint): void {
    this.u4le(Number(value & 0xffffffffn));
    this.u4le(Number((value >> 32n) & 0xffffffffn));
  }

  s8be(value: bigint): void {
    this.u8be(value);
  }

  s8le(value: bigint): void {
    this.u8le(value);
  }

  /** The lowest `count` bits of `value`, most significant first. Whole bytes after them begin at the next byte. */
  bits(count: number, value: number): void {
    for (let left = count; left > 0; ) {
      const taken = Math.min(left, 8 - this.#bitCount);
      left -= taken;
      const chunk = Math.floor(value / 2 ** left) & ((1 << taken) - 1);
      this.#bits = (this.#bits << taken) | chunk;
      this.#bitCount += taken;
      if (this.#bitCount === 8) {
        const bits = this.#bits;
        this.#bits = 0;
        this.#bitCount = 0;
        this.u1(bits);
      }
    }
  }

  flag(value: boolean): void {
    this.bits(1, value ? 1 : 0);
  }

  /** Fills a byte that bits have begun with zeros. */
  align(): void {
    if (this.#bitCount === 0) return;
    const bits = this.#bits << (8 - this.#bitCount);
    this.#bits = 0;
    this.#bitCount = 0;
    this.u1(bits);
  }

  raw(bytes: ArrayLike<number>): void {
    const at = this.#claim(bytes.length);
    this.#buffer.set(bytes, at);
  }

  /** Exactly `count` bytes: what `bytes` lacks is filled with `pad`; more than that is an error. */
  padded(bytes: ArrayLike<number> | undefined, count: number, pad = 0): void {
    const given = bytes?.length ?? 0;
    if (given > count) throw new RangeError(`${given} bytes where ${count} belong`);
    const at = this.#claim(count);
    this.#buffer.fill(pad, at + given, at + count);
    if (bytes !== undefined) this.#buffer.set(bytes, at);
  }

  /** Fills what was written from `start` on with zeros to `count` bytes; more than that is an error. */
  fill(start: number, count: number): void {
    this.padded(undefined, fits(count - (this.length - start), count));
  }

  zeros(count: number): void {
    const at = this.#claim(count);
    this.#buffer.fill(0, at, at + count);
  }

  text(text: string, encoding: Encoding): void {
    const at = this.#claim(encodedLength(text, encoding));
    encodeText(text, encoding, this.#buffer, at);
  }

  terminatedText(text: string, encoding: Encoding): void {
    this.text(beforeZero(text), encoding);
    this.zeros(terminatorLength(encoding));
  }

  /** Text in a field of `count` bytes: cut at a whole letter, filled with `pad`. */
  paddedText(text: string, count: number, encoding: Encoding, pad = 0): void {
    let cut = text;
    while (encodedLength(cut, encoding) > count) cut = cut.slice(0, -1);
    const at = this.#claim(count);
    this.#buffer.fill(pad, at, at + count);
    encodeText(cut, encoding, this.#buffer, at);
  }

  patchU1(at: number, value: number): void {
    this.#buffer[at] = value;
  }

  patchU2be(at: number, value: number): void {
    this.#buffer[at] = value >> 8;
    this.#buffer[at + 1] = value;
  }

  patchU2le(at: number, value: number): void {
    this.#buffer[at] = value;
    this.#buffer[at + 1] = value >> 8;
  }

  patchU4be(at: number, value: number): void {
    this.patchU2be(at, value >>> 16);
    this.patchU2be(at + 2, value);
  }

  patchU4le(at: number, value: number): void {
    this.patchU2le(at, value);
    this.patchU2le(at + 2, value >>> 16);
  }

  /** A copy of what was written from `start` on. */
  copyFrom(start: number): Uint8Array {
    this.align();
    return this.#buffer.slice(start, this.#length);
  }

  /** Takes back what was written after `length`. */
  truncate(length: number): void {
    this.align();
    this.#length = length;
  }
}
