import { BLOCK_BYTES, Blowfish } from './blowfish.ts';

/** After so many bytes the stream goes on with another schedule. */
const SCHEDULE_BYTES = 21_036;
const FIRST_SCHEDULE = 1;
const SCHEDULE_STEP = 3;

/** Keys of the schedules. The client knows 25, of which these are in use. Source: constants of client 2.0.3. */
const keys = [
  '913c2b0f44c6',
  '0c96d2409321',
  'f212a5aadae9',
  '9ad4f71497d0',
  'fcc9c7d6a8a3',
  '7b67369b0b1a',
  '03acf902ae2d',
  '0177796b0c67',
  'a4b41ed7aa51',
  'd6e1bc271525',
  '17174765408b',
] as const;

/** The block that the stream begins with, and those it goes on with, by schedule. Source: constants of client 2.0.3. */
const firstSeed = 'f8c4d87254fcf9de';
const laterSeeds = [
  'd2b7f69ccf06e8c1',
  'e88c2a97d1d2a676',
  '2462400b21c60789',
  'df2b56c9b372358d',
  '1c876cb1d41ba2b2',
  '17831c68b3d6652d',
  'ce91b98a6120b1f9',
  '5bd24afd44b7df1f',
  '356cbdff62537744',
  'b5270dd223be40b3',
  'b3b4b6d5b6a7666e',
] as const;

const schedules: (Blowfish | undefined)[] = [];

function schedule(index: number): Blowfish {
  schedules[index] ??= new Blowfish(fromHex(keys[index]!));
  return schedules[index];
}

function fromHex(text: string): Uint8Array {
  return Uint8Array.from({ length: text.length / 2 }, (_, i) =>
    Number.parseInt(text.slice(2 * i, 2 * i + 2), 16),
  );
}

/**
 * The game cipher of clients from 1.26.0 to 2.0.3: Blowfish in ciphertext feedback. It has no key of its own: every connection's
 * stream begins alike. An instance either encrypts or decrypts.
 */
export class BlowfishStream {
  readonly #block = fromHex(firstSeed);
  #schedule = FIRST_SCHEDULE;
  #blockAt = 0;
  #scheduleAt = 0;

  encrypt(bytes: Uint8Array): void {
    for (let i = 0; i < bytes.length; i++) {
      this.#advance();
      const cipher = bytes[i]! ^ this.#block[this.#blockAt]!;
      this.#feedBack(cipher);
      bytes[i] = cipher;
    }
  }

  decrypt(bytes: Uint8Array): void {
    for (let i = 0; i < bytes.length; i++) {
      this.#advance();
      const cipher = bytes[i]!;
      bytes[i] = cipher ^ this.#block[this.#blockAt]!;
      this.#feedBack(cipher);
    }
  }

  #feedBack(cipher: number): void {
    this.#block[this.#blockAt] = cipher;
    this.#blockAt = (this.#blockAt + 1) % BLOCK_BYTES;
    this.#scheduleAt++;
  }

  #advance(): void {
    if (this.#scheduleAt === SCHEDULE_BYTES) {
      this.#schedule = (this.#schedule + SCHEDULE_STEP) % keys.length;
      this.#block.set(fromHex(laterSeeds[this.#schedule]!));
      this.#blockAt = 0;
      this.#scheduleAt = 0;
    }
    if (this.#blockAt === 0) schedule(this.#schedule).encryptBlock(this.#block, 0);
  }
}
