import { codeBits, codes, END_OF_PACKET, LONGEST_CODE_BITS, SYMBOLS } from './huffman-table.ts';

/** For each symbol `code << 4 | bits`: one lookup for both. */
const entries = Int32Array.from(
  { length: SYMBOLS },
  (_, symbol) => (codes[symbol]! << 4) | codeBits[symbol]!,
);
const endEntry = entries[END_OF_PACKET]!;

/** Bytes that `length` uncompressed bytes and their end marker need at most. */
export function maxCompressedLength(length: number): number {
  return (length * LONGEST_CODE_BITS + (endEntry & 15) + 7) >>> 3;
}

/**
 * Compresses `src[srcStart..srcEnd)` as one packet (codes, end marker, zero bits up to a whole byte) to `dst` from `dstPos`
 * and returns the position after it. Compressed packets may be put one behind the other. Throws RangeError if `dst` has less
 * than `maxCompressedLength` bytes left. Source: the protocol's compression of everything a game server sends.
 */
export function compressInto(
  src: Uint8Array,
  srcStart: number,
  srcEnd: number,
  dst: Uint8Array,
  dstPos: number,
): number {
  if (dst.length - dstPos < maxCompressedLength(srcEnd - srcStart)) {
    throw new RangeError(`no room to compress ${srcEnd - srcStart} bytes at ${dstPos} of ${dst.length}`);
  }
  let at = dstPos;
  let pending = 0;
  let count = 0;
  for (let i = srcStart; i < srcEnd; i++) {
    const entry = entries[src[i]!]!;
    const bits = entry & 15;
    // At most 15 + 11 bits wait; what has been sent falls off at the top.
    pending = (pending << bits) | (entry >>> 4);
    count += bits;
    if (count >= 16) {
      count -= 16;
      const pair = pending >>> count;
      dst[at] = pair >>> 8;
      dst[at + 1] = pair;
      at += 2;
    }
  }
  pending = (pending << (endEntry & 15)) | (endEntry >>> 4);
  count += endEntry & 15;
  while (count >= 8) {
    count -= 8;
    dst[at++] = pending >>> count;
  }
  if (count > 0) dst[at++] = pending << (8 - count);
  return at;
}

/** The same into a buffer of its own, for where speed does not matter. */
export function compress(packet: Uint8Array): Uint8Array {
  const out = new Uint8Array(maxCompressedLength(packet.length));
  return out.subarray(0, compressInto(packet, 0, packet.length, out, 0));
}

// What a nibble does in a state of the decoder, packed: next state, number of bytes that come out (0 to 2), whether the end
// marker was met, and the bytes.
const NEXT_MASK = 0xff;
const COUNT_SHIFT = 8;
const ENDS = 1 << 10;
const FIRST_SHIFT = 11;
const SECOND_SHIFT = 19;
const ROOT = 0;

const transitions = buildTransitions();

/** The states are the inner nodes of the code tree: 256, since the code is complete and has 257 leaves. */
function buildTransitions(): Int32Array {
  // Child of node n for bit b at 2n + b: a node as it is, a leaf as -1 - symbol, 0 when not there yet.
  const children = new Int32Array(2 * (SYMBOLS - 1));
  let nodes = 1;
  for (let symbol = 0; symbol < SYMBOLS; symbol++) {
    let node = ROOT;
    for (let bit = codeBits[symbol]! - 1; bit > 0; bit--) {
      const slot = 2 * node + ((codes[symbol]! >>> bit) & 1);
      if (children[slot] === 0) children[slot] = nodes++;
      node = children[slot]!;
    }
    children[2 * node + (codes[symbol]! & 1)] = -1 - symbol;
  }
  return Int32Array.from({ length: nodes * 16 }, (_, index) => transition(children, index >>> 4, index & 15));
}

function transition(children: Int32Array, state: number, nibble: number): number {
  let node = state;
  let result = 0;
  let count = 0;
  for (let bit = 3; bit >= 0; bit--) {
    const child = children[2 * node + ((nibble >>> bit) & 1)]!;
    node = child;
    if (child >= 0) continue;
    const symbol = -1 - child;
    node = ROOT;
    // The rest of the byte after the end marker is filling.
    if (symbol === END_OF_PACKET) return result | ENDS | (count << COUNT_SHIFT);
    result |= symbol << (count === 0 ? FIRST_SHIFT : SECOND_SHIFT);
    count++;
  }
  return result | (count << COUNT_SHIFT) | node;
}

const FIRST_CAPACITY = 512;

/** Undoes the compression, for clients of ours. Bytes may come cut anywhere. */
export class Decompressor {
  readonly #limit: number;
  #out = new Uint8Array(FIRST_CAPACITY);
  #length = 0;
  #state = ROOT;

  /** `limit`: bytes that may come before an end marker; more is a RangeError. */
  constructor(limit = 1 << 20) {
    this.#limit = limit;
  }

  /**
   * Calls `onPacket` for each end marker with the bytes since the last one, mostly one packet, possibly several or none. They
   * are valid until it returns.
   */
  feed(bytes: Uint8Array, onPacket: (packet: Uint8Array) => void): void {
    let state = this.#state;
    for (let i = 0; i < bytes.length; i++) {
      // A byte yields four at most.
      if (this.#length + 4 > this.#out.length) this.#grow();
      const byte = bytes[i]!;
      let step = transitions[(state << 4) | (byte >>> 4)]!;
      this.#put(step);
      if ((step & ENDS) === 0) {
        step = transitions[((step & NEXT_MASK) << 4) | (byte & 15)]!;
        this.#put(step);
      }
      state = step & NEXT_MASK;
      if ((step & ENDS) !== 0) {
        const length = this.#length;
        this.#length = 0;
        onPacket(this.#out.subarray(0, length));
      }
    }
    this.#state = state;
  }

  #put(step: number): void {
    const count = (step >>> COUNT_SHIFT) & 3;
    if (count === 0) return;
    // The second byte is overwritten by the next step if this one has only one.
    this.#out[this.#length] = step >>> FIRST_SHIFT;
    this.#out[this.#length + 1] = step >>> SECOND_SHIFT;
    this.#length += count;
  }

  #grow(): void {
    if (this.#length >= this.#limit) throw new RangeError(`no end of packet within ${this.#limit} bytes`);
    const larger = new Uint8Array(this.#out.length * 2);
    larger.set(this.#out);
    this.#out = larger;
  }
}
