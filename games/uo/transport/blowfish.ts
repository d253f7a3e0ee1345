/** The Blowfish block cipher, encryption only. Source: "Description of a New Variable-Length Key, 64-Bit Block Cipher", Schneier, 1993. */

export const BLOCK_BYTES = 8;
const SUBKEYS = 18;
const TABLE_WORDS = 4 * 256;
const INITIAL_WORDS = SUBKEYS + TABLE_WORDS;

let initialWords: Uint32Array | null = null;

/** The cipher starts from the fraction of pi in binary: computed at first use, since old clients are rare. */
function initial(): Uint32Array {
  initialWords ??= piFraction(INITIAL_WORDS);
  return initialWords;
}

/** First `words` words of 32 bits of the fraction of pi, by Machin's formula. */
function piFraction(words: number): Uint32Array {
  const guardBits = 32n;
  const bits = BigInt(words * 32);
  const one = 1n << (bits + guardBits);
  const arctanOfInverse = (x: bigint): bigint => {
    let sum = 0n;
    let power = one / x;
    for (let odd = 1n; power !== 0n; odd += 2n) {
      sum += (odd & 2n) === 0n ? power / odd : -(power / odd);
      power /= x * x;
    }
    return sum;
  };
  const pi = 16n * arctanOfInverse(5n) - 4n * arctanOfInverse(239n);
  const digits = ((pi - 3n * one) >> guardBits).toString(16).padStart(words * 8, '0');
  return Uint32Array.from({ length: words }, (_, i) => Number.parseInt(digits.slice(i * 8, i * 8 + 8), 16));
}

export class Blowfish {
  readonly #subkeys: Int32Array;
  readonly #tables: Int32Array;
  /** Halves of the block being encrypted. */
  #left = 0;
  #right = 0;

  /** `key` has 1 to 56 bytes; throws RangeError otherwise. */
  constructor(key: Uint8Array) {
    if (key.length === 0 || key.length > 56)
      throw new RangeError(`Blowfish key of ${key.length} bytes; 1 to 56 expected`);
    const words = Int32Array.from(initial());
    this.#subkeys = words.subarray(0, SUBKEYS);
    this.#tables = words.subarray(SUBKEYS);
    for (let i = 0; i < SUBKEYS; i++) {
      let word = 0;
      for (let k = 0; k < 4; k++) word = (word << 8) | key[(4 * i + k) % key.length]!;
      words[i] = words[i]! ^ word;
    }
    for (let i = 0; i < INITIAL_WORDS; i += 2) {
      this.#encrypt();
      words[i] = this.#left;
      words[i + 1] = this.#right;
    }
  }

  /** Encrypts 8 bytes from `at`, in place. */
  encryptBlock(bytes: Uint8Array, at: number): void {
    const view = new DataView(bytes.buffer, bytes.byteOffset + at, BLOCK_BYTES);
    this.#left = view.getInt32(0);
    this.#right = view.getInt32(4);
    this.#encrypt();
    view.setInt32(0, this.#left);
    view.setInt32(4, this.#right);
  }

  #encrypt(): void {
    const subkeys = this.#subkeys;
    let left = this.#left;
    let right = this.#right;
    for (let round = 0; round < SUBKEYS - 2; round += 2) {
      left ^= subkeys[round]!;
      right ^= this.#f(left) ^ subkeys[round + 1]!;
      left ^= this.#f(right);
    }
    this.#left = right ^ subkeys[SUBKEYS - 1]!;
    this.#right = left ^ subkeys[SUBKEYS - 2]!;
  }

  #f(word: number): number {
    const tables = this.#tables;
    const sum = tables[word >>> 24]! + tables[256 | ((word >>> 16) & 255)]!;
    return ((sum ^ tables[512 | ((word >>> 8) & 255)]!) + tables[768 | (word & 255)]!) | 0;
  }
}
