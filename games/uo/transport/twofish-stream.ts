import { createHash } from 'node:crypto';
import { BLOCK_BYTES, Twofish } from './twofish.ts';

const TABLE_BYTES = 256;

/**
 * The game cipher of clients from 2.0.4: the bytes 0 to 255, encrypted again and again under the connection's key, are the key
 * stream. Encrypting and decrypting are the same.
 */
export class TwofishStream {
  readonly #cipher: Twofish;
  readonly #table = Uint8Array.from({ length: TABLE_BYTES }, (_, i) => i);
  #at = 0;

  /** `key`: the 32-bit key that the server handed out for the game connection. */
  constructor(key: number) {
    const bytes = new Uint8Array(16);
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < bytes.length; at += 4) view.setUint32(at, key);
    this.#cipher = new Twofish(bytes);
    this.#refresh();
  }

  apply(bytes: Uint8Array): void {
    for (let i = 0; i < bytes.length; i++) {
      if (this.#at === TABLE_BYTES) {
        this.#refresh();
        this.#at = 0;
      }
      bytes[i] = bytes[i]! ^ this.#table[this.#at++]!;
    }
  }

  /** The pad of the other direction: MD5 of the first table, so it can be had only before `apply`. */
  pad(): RepeatedPad {
    if (this.#at !== 0) throw new Error('the pad is made from the unused cipher');
    return new RepeatedPad(createHash('md5').update(this.#table).digest());
  }

  #refresh(): void {
    for (let at = 0; at < TABLE_BYTES; at += BLOCK_BYTES) this.#cipher.encryptBlock(this.#table, at);
  }
}

/** 16 bytes that are XORed over a stream again and again: what a server sends to a Twofish client, after compression. */
export class RepeatedPad {
  readonly #pad: Uint8Array;
  #at = 0;

  constructor(pad: Uint8Array) {
    this.#pad = pad;
  }

  apply(bytes: Uint8Array): void {
    const pad = this.#pad;
    let at = this.#at;
    for (let i = 0; i < bytes.length; i++) {
      bytes[i] = bytes[i]! ^ pad[at]!;
      at = (at + 1) & 15;
    }
    this.#at = at;
  }
}
