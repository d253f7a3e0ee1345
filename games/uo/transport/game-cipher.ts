import { BlowfishStream } from './blowfish-stream.ts';
import { versionOf } from './client-version.ts';
import { LoginCipher } from './login-cipher.ts';
import type { CipherPair } from './stream-cipher.ts';
import { TwofishStream } from './twofish-stream.ts';

/** What a client does to the bytes of its game connection. */
export type GameEncryption = 'none' | 'login' | 'blowfish' | 'blowfish-twofish' | 'twofish';

const FIRST_BLOWFISH = versionOf(1, 26, 0);
/** 2.0.0x: the letter is the 24th. */
const FIRST_BLOWFISH_TWOFISH = versionOf(2, 0, 0, 24);
const FIRST_TWOFISH = versionOf(2, 0, 4);

/** What an unmodified client of the version does; `version` is `major << 24 | minor << 16 | revision << 8 | patch`. */
export function gameEncryptionOf(version: number): GameEncryption {
  if (version >= FIRST_TWOFISH) return 'twofish';
  if (version >= FIRST_BLOWFISH_TWOFISH) return 'blowfish-twofish';
  return version >= FIRST_BLOWFISH ? 'blowfish' : 'login';
}

/** The server's end: `decrypt` what the client sends after the key, `encrypt` what goes to it, after compression. */
export function serverGameCipher(encryption: GameEncryption, key: number, version: number): CipherPair {
  switch (encryption) {
    case 'none':
      return { encrypt: null, decrypt: null };
    case 'login': {
      const cipher = new LoginCipher(key, version);
      return { encrypt: null, decrypt: (bytes) => cipher.apply(bytes) };
    }
    case 'blowfish': {
      const cipher = new BlowfishStream();
      return { encrypt: null, decrypt: (bytes) => cipher.decrypt(bytes) };
    }
    case 'blowfish-twofish': {
      const outer = new TwofishStream(key);
      const inner = new BlowfishStream();
      return {
        encrypt: null,
        decrypt: (bytes) => {
          outer.apply(bytes);
          inner.decrypt(bytes);
        },
      };
    }
    case 'twofish': {
      const cipher = new TwofishStream(key);
      const pad = cipher.pad();
      return { encrypt: (bytes) => pad.apply(bytes), decrypt: (bytes) => cipher.apply(bytes) };
    }
  }
}

/** The client's end: `encrypt` what is sent after the seed of the login connection. */
export function clientLoginCipher(seed: number, version: number): CipherPair {
  const cipher = new LoginCipher(seed, version);
  return { encrypt: (bytes) => cipher.apply(bytes), decrypt: null };
}

/** The client's end: `encrypt` what is sent after the key, `decrypt` what comes, before decompression. */
export function clientGameCipher(encryption: GameEncryption, key: number, version: number): CipherPair {
  switch (encryption) {
    case 'blowfish': {
      const cipher = new BlowfishStream();
      return { encrypt: (bytes) => cipher.encrypt(bytes), decrypt: null };
    }
    case 'blowfish-twofish': {
      const outer = new TwofishStream(key);
      const inner = new BlowfishStream();
      return {
        encrypt: (bytes) => {
          inner.encrypt(bytes);
          outer.apply(bytes);
        },
        decrypt: null,
      };
    }
    default: {
      // These key streams do not depend on the data: the two ends are each other's mirror.
      const { encrypt, decrypt } = serverGameCipher(encryption, key, version);
      return { encrypt: decrypt, decrypt: encrypt };
    }
  }
}
