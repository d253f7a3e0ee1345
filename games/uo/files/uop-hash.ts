const SEED = 0xdeadbeef;
const GROUP_BYTES = 12;

function rotate(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits));
}

/**
 * 64-bit hash by which a UOP archive knows a path: Bob Jenkins' public-domain lookup3 with two results, over the lower-case
 * letters; the second result is the high half.
 */
export function hashPath(path: string): bigint {
  const text = path.toLowerCase();
  const { length } = text;
  const byteAt = (i: number): number => (i < length ? text.charCodeAt(i) & 0xff : 0);
  const wordAt = (i: number): number =>
    byteAt(i) | (byteAt(i + 1) << 8) | (byteAt(i + 2) << 16) | (byteAt(i + 3) << 24);

  let a = (length + SEED) | 0;
  let b = a;
  let c = a;
  let at = 0;
  for (; length - at > GROUP_BYTES; at += GROUP_BYTES) {
    a = (a + wordAt(at)) | 0;
    b = (b + wordAt(at + 4)) | 0;
    c = (c + wordAt(at + 8)) | 0;
    a = (a - c) ^ rotate(c, 4);
    c = (c + b) | 0;
    b = (b - a) ^ rotate(a, 6);
    a = (a + c) | 0;
    c = (c - b) ^ rotate(b, 8);
    b = (b + a) | 0;
    a = (a - c) ^ rotate(c, 16);
    c = (c + b) | 0;
    b = (b - a) ^ rotate(a, 19);
    a = (a + c) | 0;
    c = (c - b) ^ rotate(b, 4);
    b = (b + a) | 0;
  }
  if (length > at) {
    a = (a + wordAt(at)) | 0;
    b = (b + wordAt(at + 4)) | 0;
    c = (c + wordAt(at + 8)) | 0;
    c = ((c ^ b) - rotate(b, 14)) | 0;
    a = ((a ^ c) - rotate(c, 11)) | 0;
    b = ((b ^ a) - rotate(a, 25)) | 0;
    c = ((c ^ b) - rotate(b, 16)) | 0;
    a = ((a ^ c) - rotate(c, 4)) | 0;
    b = ((b ^ a) - rotate(a, 14)) | 0;
    c = ((c ^ b) - rotate(b, 24)) | 0;
  }
  return (BigInt(b >>> 0) << 32n) | BigInt(c >>> 0);
}
