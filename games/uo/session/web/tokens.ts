import { createHmac, timingSafeEqual } from 'node:crypto';

export interface TokenOptions {
  /** 32 random bytes that the shard keeps: who has them can log in as anybody. */
  readonly secret: Uint8Array;
  /** Seconds since 1970, on a clock that goes on while the shard is down. */
  readonly unixSeconds: () => number;
  /** How long a token is good. */
  readonly validSeconds: number;
}

/** First byte of a token: which form it has. */
const FORM = 1;
/** Form, account, end of validity. */
const HEAD_BYTES = 9;
/** 128 bits of the signature. */
const MAC_BYTES = 16;

/**
 * Signed statements that their bearer has logged in to an account. Nothing is kept for them: they outlive a restart. A new
 * password of the account makes them void, since the signature is over its hash as well.
 */
export class Tokens {
  readonly #options: TokenOptions;

  constructor(options: TokenOptions) {
    this.#options = options;
  }

  get validSeconds(): number {
    return this.#options.validSeconds;
  }

  issue(account: number, passwordHash: string): Uint8Array {
    const { unixSeconds, validSeconds } = this.#options;
    const token = new Uint8Array(HEAD_BYTES + MAC_BYTES);
    const view = new DataView(token.buffer);
    view.setUint8(0, FORM);
    view.setUint32(1, account, true);
    view.setUint32(5, Math.floor(unixSeconds()) + validSeconds, true);
    token.set(this.#sign(token.subarray(0, HEAD_BYTES), passwordHash), HEAD_BYTES);
    return token;
  }

  /** The account that a token is good for; null when it is forged, expired or void. */
  accountOf(token: Uint8Array, passwordHashOf: (account: number) => string | undefined): number | null {
    if (token.length !== HEAD_BYTES + MAC_BYTES || token[0] !== FORM) return null;
    const view = new DataView(token.buffer, token.byteOffset, token.length);
    const account = view.getUint32(1, true);
    const passwordHash = passwordHashOf(account);
    // Signed even for an account that there is not: the time tells nobody.
    const expected = this.#sign(token.subarray(0, HEAD_BYTES), passwordHash ?? '');
    if (!timingSafeEqual(expected, token.subarray(HEAD_BYTES)) || passwordHash === undefined) return null;
    return view.getUint32(5, true) > this.#options.unixSeconds() ? account : null;
  }

  #sign(head: Uint8Array, passwordHash: string): Uint8Array {
    return createHmac('sha256', this.#options.secret)
      .update(head)
      .update(passwordHash)
      .digest()
      .subarray(0, MAC_BYTES);
  }
}
