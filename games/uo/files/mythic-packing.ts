import { WireError } from '@gommog/wire';

/**
 * How clients from 7.0.104 on pack texts, and files of archives before they are packed by zlib: the length, masked; then the rest, which went
 * to the front of a list of 256 bytes. That rest is a count for each byte, and after it one code for each byte that comes out. Source: what
 * public descriptions of the format and current clients agree upon.
 */
const LENGTH_MASK = 0x8e2c9a3d;
const HEAD_BYTES = 4;
const SYMBOLS = 256;
const COUNT_BYTES = SYMBOLS * 4;

/**
 * Unpacks such data that becomes at most `most` bytes. What stands after the last code is filling. Throws WireError when it is too short or
 * contradicts itself.
 */
export function unpackMythic(bytes: Uint8Array, most: number): Uint8Array {
  const head = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = bytes.length < HEAD_BYTES ? -1 : (head.getUint32(0, true) ^ LENGTH_MASK) >>> 0;
  if (length < 0 || length > most) throw bad('length');
  if (bytes.length < HEAD_BYTES + COUNT_BYTES + length) throw bad('end');
  const moved = fromFront(bytes.subarray(HEAD_BYTES, HEAD_BYTES + COUNT_BYTES + length));
  const counts = countsOf(moved, length);
  return expand(counts, moved.subarray(COUNT_BYTES), length);
}

/** Each byte names a place in a list of all bytes; what stands there goes to its front. */
function fromFront(places: Uint8Array): Uint8Array {
  const list = Uint8Array.from({ length: SYMBOLS }, (_, i) => i);
  return places.map((place) => {
    const value = list[place]!;
    list.copyWithin(1, 0, place);
    list[0] = value;
    return value;
  });
}

/** How often each byte comes. */
function countsOf(bytes: Uint8Array, length: number): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, COUNT_BYTES);
  const counts = Uint32Array.from({ length: SYMBOLS }, (_, symbol) => view.getUint32(symbol * 4, true));
  // Numbers of this size stay exact.
  if (counts.reduce((sum, count) => sum + count, 0) !== length) throw bad('counts');
  return counts;
}

/**
 * `waiting` holds the bytes that are still to come, by which comes next. Each has a run of the codes, the most frequent byte's first: where
 * it waits at the beginning, then, after each time that it came, where it waits from then on.
 */
function expand(counts: Uint32Array, codes: Uint8Array, length: number): Uint8Array {
  const order = [...counts.keys()].filter((symbol) => counts[symbol]! > 0);
  order.sort((a, b) => counts[b]! - counts[a]! || a - b);
  const waiting = new Uint8Array(SYMBOLS);
  const isTaken = new Uint8Array(SYMBOLS);
  const next = new Uint32Array(SYMBOLS);
  const end = new Uint32Array(SYMBOLS);
  let at = 0;
  for (const symbol of order) {
    const place = codes[at]!;
    if (place >= order.length || isTaken[place] === 1) throw bad('order');
    isTaken[place] = 1;
    waiting[place] = symbol;
    next[symbol] = at + 1;
    at += counts[symbol]!;
    end[symbol] = at;
  }
  let left = order.length;
  const result = new Uint8Array(length);
  for (let i = 0; i < length; i++) {
    const symbol = waiting[0]!;
    result[i] = symbol;
    const code = next[symbol]!;
    const isLast = code >= end[symbol]!;
    const place = isLast ? --left : codes[code]!;
    if (place >= left && !isLast) throw bad('codes');
    waiting.copyWithin(0, 1, place + 1);
    if (!isLast) {
      waiting[place] = symbol;
      next[symbol] = code + 1;
    }
  }
  return result;
}

function bad(what: string): WireError {
  return new WireError('GMG_WIRE_BAD_DATA', `the ${what} of packed data cannot be`);
}
