import { WireError } from './error.ts';

/** Total length of a frame by the id in its first byte: fixed, 0 for two bytes after the id that hold it, -1 for none. */
export type FrameLength = (id: number, ver: number) => number;

const HEADER = 3;

/**
 * Cuts a stream of bytes into frames. A frame is a view of the cutter's buffer, good until the next `push`. Holds at most one
 * frame that is not complete and the chunk it came with.
 */
export class FrameCutter {
  readonly #lengthOf: FrameLength;
  readonly #longest: number;
  readonly #littleEndian: boolean;
  #buffer: Uint8Array = new Uint8Array(0);
  #at = 0;

  /** `longest`: a frame of more bytes is an error before it is complete. `order`: of the two bytes that hold a length. */
  constructor(lengthOf: FrameLength, longest: number, order: 'be' | 'le' = 'be') {
    this.#lengthOf = lengthOf;
    this.#longest = longest;
    this.#littleEndian = order === 'le';
  }

  /** Bytes that no frame has taken yet. */
  get pending(): number {
    return this.#buffer.length - this.#at;
  }

  /** Adds bytes; the caller does not change them afterwards. */
  push(chunk: Uint8Array): void {
    const left = this.pending;
    if (left === 0) {
      this.#buffer = chunk;
    } else {
      const joined = new Uint8Array(left + chunk.length);
      joined.set(this.#buffer.subarray(this.#at));
      joined.set(chunk, left);
      this.#buffer = joined;
    }
    this.#at = 0;
  }

  /** The next whole frame, or null until more bytes come. An id without a length and a bad length throw WireError. */
  next(ver: number): Uint8Array | null {
    const at = this.#at;
    const left = this.#buffer.length - at;
    if (left === 0) return null;
    const id = this.#buffer[at]!;
    let length = this.#lengthOf(id, ver);
    if (length < 0) {
      throw new WireError(
        'GMG_WIRE_UNKNOWN_PACKET',
        `no packet has the id 0x${id.toString(16).padStart(2, '0')}`,
      );
    }
    if (length === 0) {
      if (left < HEADER) return null;
      const first = this.#buffer[at + 1]!;
      const second = this.#buffer[at + 2]!;
      length = this.#littleEndian ? (second << 8) | first : (first << 8) | second;
      if (length < HEADER) throw new WireError('GMG_WIRE_BAD_VALUE', `a frame of ${length} bytes`);
    }
    if (length > this.#longest) {
      throw new WireError(
        'GMG_WIRE_TOO_LONG',
        `a frame of ${length} bytes where at most ${this.#longest} may be`,
      );
    }
    if (left < length) return null;
    this.#at = at + length;
    return this.#buffer.subarray(at, at + length);
  }
}
