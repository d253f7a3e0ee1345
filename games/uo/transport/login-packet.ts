import { versionOf } from './client-version.ts';
import { LoginCipher } from './login-cipher.ts';

/** 0x80: id, name in 30 bytes, password in 30 bytes, and one byte more. */
export const LOGIN_PACKET_ID = 0x80;
export const LOGIN_PACKET_BYTES = 62;
const FIELD_BYTES = 30;
const FIRST_PRINTABLE = 0x20;

/** First three parts of the versions of clients that send a bare seed, newest first: their login tells no version. */
const bareSeedVersions: readonly number[] = [
  ...downFrom(7, 0, 127),
  ...downFrom(6, 0, 14),
  ...downFrom(5, 0, 9),
  ...downFrom(4, 0, 11),
  ...downFrom(3, 0, 8),
  ...downFrom(2, 0, 9),
  ...downFrom(1, 26, 4),
  ...downFrom(1, 25, 37),
];

function downFrom(major: number, minor: number, revision: number): number[] {
  return Array.from({ length: revision + 1 }, (_, i) => versionOf(major, minor, revision - i));
}

/**
 * The version under whose login cipher `packet` (62 bytes) is a login: `reported` if the client said one, or one of all, of
 * which only the first three parts are known. `null` if there is none.
 */
export function findLoginVersion(packet: Uint8Array, seed: number, reported: number | null): number | null {
  // A version that was said needs little more proof; one that is guessed among many needs all that there is.
  if (reported !== null && endsFields(packet, seed, reported)) return reported;
  return bareSeedVersions.find((version) => isPlainLogin(packet, new LoginCipher(seed, version))) ?? null;
}

/** Whether both fields of the packet end with a zero under the version's cipher. */
function endsFields(packet: Uint8Array, seed: number, version: number): boolean {
  const plain = packet.slice(0, LOGIN_PACKET_BYTES);
  new LoginCipher(seed, version).apply(plain);
  return plain[0] === LOGIN_PACKET_ID && plain[FIELD_BYTES] === 0 && plain[2 * FIELD_BYTES] === 0;
}

/** Whether the bytes, under `cipher` or as they are, are a login whose fields are text and then nothing but zeros. */
export function isPlainLogin(packet: Uint8Array, cipher: LoginCipher | null): boolean {
  let ended = false;
  for (let i = 0; i <= 2 * FIELD_BYTES; i++) {
    const byte = cipher === null ? packet[i]! : packet[i]! ^ cipher.next();
    if (i === 0) {
      if (byte !== LOGIN_PACKET_ID) return false;
      continue;
    }
    if (ended ? byte !== 0 : byte !== 0 && byte < FIRST_PRINTABLE) return false;
    ended ||= byte === 0;
    if (i % FIELD_BYTES !== 0) continue;
    if (!ended) return false;
    ended = false;
  }
  return true;
}
