/**
 * Little-endian bytes for what the world keeps: component states and commit records.
 * (Packets have their own reader and writer in `@gommog/wire`: they are big-endian, generated, and face hostile input.)
 */

const scratch = new DataView(new ArrayBuffer(8));

/** A larger buffer is given up when it is used anew: one large record must not cost memory for ever. */
const KEPT_CAPACITY = 1 << 20;

/** A growing buffer. `bytes()` is a view that the next write may invalidate; `take()` hands over a copy. */
export class ByteSink {
  #buffer: Uint8Array<ArrayBuffer>;
  #length = 0;

  constructor(capacity = 256) {
    this.#buffer = new Uint8Array(capacity);
  }

  get length(): number {
    return this.#length;
  }

  reset(): void {
    if (this.#buffer.length > KEPT_CAPACITY) this.#buffer = new Uint8Array(KEPT_CAPACITY);
    this.#length = 0;
  }

  /** Makes room for `count` more bytes and returns the position where they begin. */
  #claim(count: number): number {
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

  u8(value: number): void {
    const at = this.#claim(1);
    this.#buffer[at] = value;
  }

  u16(value: number): void {
    const at = this.#claim(2);
    this.#buffer[at] = value;
    this.#buffer[at + 1] = value >>> 8;
  }

  u32(value: number): void {
    const at = this.#claim(4);
    this.#buffer[at] = value;
    this.#buffer[at + 1] = value >>> 8;
    this.#buffer[at + 2] = value >>> 16;
    this.#buffer[at + 3] = value >>> 24;
  }

  /** Overwrites four bytes at `at`: for a count or length known only afterwards. */
  patchU32(at: number, value: number): void {
    this.#buffer[at] = value;
    this.#buffer[at + 1] = value >>> 8;
    this.#buffer[at + 2] = value >>> 16;
    this.#buffer[at + 3] = value >>> 24;
  }

  f64(value: number): void {
    scratch.setFloat64(0, value, true);
    const at = this.#claim(8);
    for (let i = 0; i < 8; i++) this.#buffer[at + i] = scratch.getUint8(i);
  }

  raw(bytes: Uint8Array): void {
    const at = this.#claim(bytes.length);
    this.#buffer.set(bytes, at);
  }

  /** UTF-8 with a u32 length in front. A lone surrogate is stored as U+FFFD. */
  text(value: string): void {
    const lengthAt = this.#claim(4);
    const start = this.#length;
    for (let i = 0; i < value.length; i++) {
      const point = value.codePointAt(i)!;
      if (point > 0xffff) i++;
      this.#codePoint(point >= 0xd800 && point <= 0xdfff ? 0xfffd : point);
    }
    this.patchU32(lengthAt, this.#length - start);
  }

  #codePoint(point: number): void {
    if (point < 0x80) {
      this.u8(point);
    } else if (point < 0x800) {
      this.u8(0xc0 | (point >> 6));
      this.u8(0x80 | (point & 63));
    } else if (point < 0x10000) {
      this.u8(0xe0 | (point >> 12));
      this.u8(0x80 | ((point >> 6) & 63));
      this.u8(0x80 | (point & 63));
    } else {
      this.u8(0xf0 | (point >> 18));
      this.u8(0x80 | ((point >> 12) & 63));
      this.u8(0x80 | ((point >> 6) & 63));
      this.u8(0x80 | (point & 63));
    }
  }

  bytes(): Uint8Array {
    return this.#buffer.subarray(0, this.#length);
  }

  take(): Uint8Array<ArrayBuffer> {
    return this.#buffer.slice(0, this.#length);
  }
}

/** Reads what a `ByteSink` wrote. Reading past the end throws RangeError. */
export class ByteSource {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get remaining(): number {
    return this.#bytes.length - this.#at;
  }

  #advance(count: number): number {
    const at = this.#at;
    if (at + count > this.#bytes.length) {
      throw new RangeError(`needs ${count} bytes at ${at}, has ${this.#bytes.length - at}`);
    }
    this.#at = at + count;
    return at;
  }

  u8(): number {
    return this.#bytes[this.#advance(1)]!;
  }

  u16(): number {
    const at = this.#advance(2);
    return this.#bytes[at]! | (this.#bytes[at + 1]! << 8);
  }

  u32(): number {
    const at = this.#advance(4);
    const b = this.#bytes;
    return (b[at]! | (b[at + 1]! << 8) | (b[at + 2]! << 16) | (b[at + 3]! << 24)) >>> 0;
  }

  f64(): number {
    const at = this.#advance(8);
    for (let i = 0; i < 8; i++) scratch.setUint8(i, this.#bytes[at + i]!);
    return scratch.getFloat64(0, true);
  }

  skip(length: number): void {
    this.#advance(length);
  }

  raw(length: number): Uint8Array {
    const at = this.#advance(length);
    return this.#bytes.subarray(at, at + length);
  }

  text(): string {
    const bytes = this.raw(this.u32());
    let value = '';
    for (let i = 0; i < bytes.length; ) {
      const lead = bytes[i]!;
      const size = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
      let point = size === 1 ? lead : lead & (0x7f >> size);
      for (let k = 1; k < size; k++) point = (point << 6) | (bytes[i + k]! & 63);
      value += String.fromCodePoint(point);
      i += size;
    }
    return value;
  }
}
