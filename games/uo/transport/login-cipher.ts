import { versionOf } from './client-version.ts';

/** The constants of a client version's login cipher. */
export interface LoginKeys {
  readonly high: number;
  readonly low: number;
}

/** The cipher became what it is now after two older forms. */
const POLYNOMIAL = versionOf(1, 25, 36);
const TWO_STEPS = versionOf(1, 25, 37);

/**
 * Keys of a client version (`major << 24 | minor << 16 | revision << 8 | patch`); the patch does not matter. The Enhanced
 * Client's keys come from the version as it reports it (67.0.x for 4.0.x).
 * Source: formula that reproduces the published key table of the classic client from 1.25.34 to 7.0.115.
 */
export function loginKeys(version: number): LoginKeys {
  const a = version >>> 24;
  const b = (version >>> 16) & 255;
  const c = (version >>> 8) & 255;
  const high =
    (a << 23) ^
    (b << 14) ^
    (c << 4) ^
    ((c * c) << 9) ^
    (b * b) ^
    ((b * 11) << 24) ^
    ((c * 7) << 19) ^
    0x2c13a5fd;
  const low =
    (a << 22) ^
    (c << 13) ^
    (b << 3) ^
    ((c * c * 3) << 10) ^
    (b * b) ^
    ((b * 13) << 23) ^
    ((c * 7) << 18) ^
    0xa31d527f;
  return { high: high >>> 0, low: low >>> 0 };
}

/** First byte of the key stream: it depends on the seed alone, so it tells plain from encrypted for every version. */
export function firstLoginKeyByte(seed: number): number {
  return (seed ^ 0xaa) & 0xff;
}

/**
 * The cipher of everything that a client sends on the login connection after the seed. Encrypting and decrypting are the same:
 * the key stream does not depend on the data.
 */
export class LoginCipher {
  readonly #step: (low: number, high: number) => void;
  readonly #keys: LoginKeys;
  #low: number;
  #high: number;

  constructor(seed: number, version: number) {
    this.#keys = loginKeys(version);
    this.#low = ((~seed ^ 0x1357) << 16) | ((seed ^ 0xaaaa) & 0xffff);
    this.#high = ((seed >>> 16) ^ 0x4321) | ((~seed ^ 0xabcd0000) & 0xffff0000);
    const release = version - (version & 0xff);
    this.#step =
      release >= TWO_STEPS ? this.#twoSteps : release === POLYNOMIAL ? this.#polynomial : this.#oneStep;
  }

  /** The next byte of the key stream. */
  next(): number {
    const byte = this.#low & 0xff;
    this.#step(this.#low, this.#high);
    return byte;
  }

  apply(bytes: Uint8Array): void {
    for (let i = 0; i < bytes.length; i++) bytes[i] = bytes[i]! ^ this.next();
  }

  #twoSteps(low: number, high: number): void {
    const once = ((high >>> 1) | (low << 31)) ^ this.#keys.high;
    this.#high = ((once >>> 1) | (low << 31)) ^ this.#keys.high;
    this.#low = ((low >>> 1) | (high << 31)) ^ this.#keys.low;
  }

  #oneStep(low: number, high: number): void {
    this.#high = ((high >>> 1) | (low << 31)) ^ this.#keys.high;
    this.#low = ((low >>> 1) | (high << 31)) ^ this.#keys.low;
  }

  /** Client 1.25.36 alone. Shift counts are taken modulo 32, as the processor does. */
  #polynomial(low: number, high: number): void {
    const { imul } = Math;
    const { high: keyHigh, low: keyLow } = this.#keys;
    const lowSquared = imul(low, low);
    const nextHigh =
      (keyHigh >>> (imul(5, imul(high, high)) & 31)) +
      imul(high, keyHigh) +
      imul(lowSquared, 0x35ce9581) +
      0x07afcc37;
    this.#high = nextHigh | 0;
    this.#low =
      ((keyLow >>> (imul(3, lowSquared) & 31)) +
        imul(low, keyLow) -
        imul(imul(this.#high, this.#high), 0x4c3a1353) +
        0x16ef783f) |
      0;
  }
}
