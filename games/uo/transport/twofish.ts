/**
 * The Twofish block cipher, encryption with 128-bit keys. The UO game cipher needs no more of it.
 * Source: "Twofish: A 128-Bit Block Cipher", Schneier, Kelsey, Whiting, Wagner, Hall, Ferguson, 1998.
 */

export const BLOCK_BYTES = 16;
const ROUNDS = 16;
/** Polynomials of the two fields GF(2^8): of the MDS matrix and of the key's Reed-Solomon code. */
const MDS_POLYNOMIAL = 0x169;
const RS_POLYNOMIAL = 0x14d;
const RHO = 0x01010101;

const q0 = permutation('817d6f320b59eca4', 'ecb81235f4a6709d', 'ba5e6d90c8f32471', 'd7f4126e9b3085ca');
const q1 = permutation('28bdf76e31940ac5', '1e2b4c376da5f908', '4c75169a0ed82b3f', 'b951c3de647f208a');

const rsRows = [
  [0x01, 0xa4, 0x55, 0x87, 0x5a, 0x58, 0xdb, 0x9e],
  [0xa4, 0x56, 0x82, 0xf3, 0x1e, 0xc6, 0x68, 0xe5],
  [0x02, 0xa1, 0xfc, 0xc1, 0x47, 0xae, 0x3d, 0x19],
  [0xa4, 0x55, 0x87, 0x5a, 0x58, 0xdb, 0x9e, 0x03],
] as const;

/** Columns of the MDS matrix times every byte, as little-endian words. */
const mds = [
  mdsColumn(0x01, 0x5b, 0xef, 0xef),
  mdsColumn(0xef, 0xef, 0x5b, 0x01),
  mdsColumn(0x5b, 0xef, 0x01, 0xef),
  mdsColumn(0x5b, 0x01, 0xef, 0x5b),
] as const;

/** One of the two fixed byte permutations, from its four tables of 4-bit values. */
function permutation(...tables: readonly [string, string, string, string]): Uint8Array {
  const [t0, t1, t2, t3] = tables.map((text) => Array.from(text, (digit) => Number.parseInt(digit, 16))) as [
    number[],
    number[],
    number[],
    number[],
  ];
  const mixed = (a: number, b: number): number => (a ^ ((b >> 1) | (b << 3)) ^ (a << 3)) & 15;
  return Uint8Array.from({ length: 256 }, (_, x) => {
    const a0 = x >> 4;
    const b0 = x & 15;
    const a2 = t0[a0 ^ b0]!;
    const b2 = t1[mixed(a0, b0)]!;
    return (t3[mixed(a2, b2)]! << 4) | t2[a2 ^ b2]!;
  });
}

function multiply(a: number, b: number, polynomial: number): number {
  let product = 0;
  let factor = a;
  for (let rest = b; rest > 0; rest >>= 1) {
    if ((rest & 1) !== 0) product ^= factor;
    factor <<= 1;
    if ((factor & 0x100) !== 0) factor ^= polynomial;
  }
  return product;
}

function mdsColumn(...column: readonly [number, number, number, number]): Int32Array {
  return Int32Array.from({ length: 256 }, (_, x) =>
    column.reduce((word, factor, row) => word | (multiply(x, factor, MDS_POLYNOMIAL) << (8 * row)), 0),
  );
}

function rotateLeft(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}

function readWord(bytes: Uint8Array, at: number): number {
  return bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
}

function writeWord(bytes: Uint8Array, at: number, word: number): void {
  bytes[at] = word;
  bytes[at + 1] = word >>> 8;
  bytes[at + 2] = word >>> 16;
  bytes[at + 3] = word >>> 24;
}

/** Contribution of byte `x` at place 0 to 3 to the paper's function h with the key words `l0`, `l1`. */
function keyed(place: number, x: number, l0: number, l1: number): number {
  const k0 = (l0 >>> (8 * place)) & 255;
  const k1 = (l1 >>> (8 * place)) & 255;
  const inner = place === 0 || place === 2 ? q0[x]! : q1[x]!;
  const middle = (place < 2 ? q0 : q1)[inner ^ k1]!;
  const outer = (place === 0 || place === 2 ? q1 : q0)[middle ^ k0]!;
  return mds[place]![outer]!;
}

function h(word: number, l0: number, l1: number): number {
  return (
    keyed(0, word & 255, l0, l1) ^
    keyed(1, (word >>> 8) & 255, l0, l1) ^
    keyed(2, (word >>> 16) & 255, l0, l1) ^
    keyed(3, word >>> 24, l0, l1)
  );
}

/** Reed-Solomon word of eight key bytes. */
function keyCode(key: Uint8Array, at: number): number {
  return rsRows.reduce((word, row, place) => {
    const byte = row.reduce((sum, factor, i) => sum ^ multiply(key[at + i]!, factor, RS_POLYNOMIAL), 0);
    return word | (byte << (8 * place));
  }, 0);
}

export class Twofish {
  readonly #roundKeys = new Int32Array(8 + 2 * ROUNDS);
  /** The four key-dependent tables of function g, one after the other. */
  readonly #tables = new Int32Array(4 * 256);

  /** `key` has 16 bytes; throws RangeError otherwise. */
  constructor(key: Uint8Array) {
    if (key.length !== 16) throw new RangeError(`Twofish key of ${key.length} bytes; 16 expected`);
    const [m0, m1, m2, m3] = [readWord(key, 0), readWord(key, 4), readWord(key, 8), readWord(key, 12)];
    for (let i = 0; i < this.#roundKeys.length; i += 2) {
      const a = h(Math.imul(i, RHO), m0, m2);
      const b = rotateLeft(h(Math.imul(i + 1, RHO), m1, m3), 8);
      this.#roundKeys[i] = a + b;
      this.#roundKeys[i + 1] = rotateLeft(a + 2 * b, 9);
    }
    const s0 = keyCode(key, 0);
    const s1 = keyCode(key, 8);
    for (let place = 0; place < 4; place++) {
      for (let x = 0; x < 256; x++) this.#tables[(place << 8) | x] = keyed(place, x, s1, s0);
    }
  }

  #g(word: number): number {
    const tables = this.#tables;
    return (
      tables[word & 255]! ^
      tables[256 | ((word >>> 8) & 255)]! ^
      tables[512 | ((word >>> 16) & 255)]! ^
      tables[768 | (word >>> 24)]!
    );
  }

  /** Encrypts 16 bytes from `at`, in place. */
  encryptBlock(bytes: Uint8Array, at: number): void {
    const keys = this.#roundKeys;
    let a = readWord(bytes, at) ^ keys[0]!;
    let b = readWord(bytes, at + 4) ^ keys[1]!;
    let c = readWord(bytes, at + 8) ^ keys[2]!;
    let d = readWord(bytes, at + 12) ^ keys[3]!;
    for (let k = 8; k < keys.length; k += 2) {
      const t0 = this.#g(a);
      const t1 = this.#g(rotateLeft(b, 8));
      const mixed = c ^ (t0 + t1 + keys[k]!);
      const nextB = rotateLeft(d, 1) ^ (t0 + 2 * t1 + keys[k + 1]!);
      c = a;
      d = b;
      a = rotateLeft(mixed, 31);
      b = nextB;
    }
    // The last round's swap is undone by the order of writing.
    writeWord(bytes, at, c ^ keys[4]!);
    writeWord(bytes, at + 4, d ^ keys[5]!);
    writeWord(bytes, at + 8, a ^ keys[6]!);
    writeWord(bytes, at + 12, b ^ keys[7]!);
  }
}
