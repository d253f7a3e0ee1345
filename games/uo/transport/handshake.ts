import { versionOf } from './client-version.ts';
import { type GameEncryption, gameEncryptionOf, serverGameCipher } from './game-cipher.ts';
import { firstLoginKeyByte, LoginCipher } from './login-cipher.ts';
import { findLoginVersion, isPlainLogin, LOGIN_PACKET_BYTES, LOGIN_PACKET_ID } from './login-packet.ts';
import type { StreamCipher } from './stream-cipher.ts';

/** Why a connection's first bytes are refused. */
export type HandshakeRefusal =
  | 'GMG_UO_SEED_ZERO'
  | 'GMG_UO_LOGIN_UNREADABLE'
  | 'GMG_UO_KEY_UNKNOWN'
  | 'GMG_UO_GAME_LOGIN_UNREADABLE';

/** A client of this protocol, and how to read it. */
export interface Opening {
  readonly kind: 'open';
  readonly phase: 'login' | 'game';
  /** Seed of the login connection, or the key that the game connection begins with. */
  readonly seed: number;
  /**
   * `major << 24 | minor << 16 | revision << 8 | patch`, as the client said or as the key was handed out for. Of an encrypted
   * client that does not say it, the first three parts are known from its cipher. `null` if nothing tells it.
   */
  readonly version: number | null;
  readonly encryption: GameEncryption;
  /** For all bytes that come after `rest`; `null` if they come as they are. */
  readonly decrypt: StreamCipher | null;
  /** For all bytes to the client, after compression; `null` if they go as they are. */
  readonly encrypt: StreamCipher | null;
  /** Bytes of the first packets that came already, decrypted. */
  readonly rest: Uint8Array;
  /** The 149 bytes that a browser's proxy sent before everything else. */
  readonly webIdentity: Uint8Array | null;
}

export type HandshakeResult =
  | { readonly kind: 'more' }
  | Opening
  /** A question for the shard's status, to be answered with a text and a close; `extended` asks for more of it. */
  | { readonly kind: 'status'; readonly extended: boolean }
  /** The Enhanced Client's old opening: it waits for an exchange of keys. */
  | { readonly kind: 'enhanced' }
  /** Another protocol. */
  | { readonly kind: 'foreign'; readonly protocol: 'http' | 'tls' }
  | { readonly kind: 'reject'; readonly code: HandshakeRefusal };

/** What was remembered when a key was handed out; `version` is 0 if it is not known. */
export interface KnownKey {
  readonly version: number;
}

const SEED_PACKET_ID = 0xef;
const SEED_PACKET_BYTES = 21;
const BARE_SEED_BYTES = 4;
const STATUS_ID = 0xf1;
const STATUS_COMPACT = 0xfe;
const STATUS_EXTENDED = 0xff;
const STATUS_MAX_BYTES = 256;
const WEB_IDENTITY_ID = 0xa4;
const WEB_IDENTITY_BYTES = 149;
const GAME_LOGIN_ID = 0x91;
/** Its id and the key again. */
const GAME_LOGIN_PROOF_BYTES = 5;
const ENHANCED_SEED = 0xffff_ffff;
const FIRST_TWOFISH_ONLY = versionOf(2, 0, 4);
const httpMethods = ['GET ', 'HEAD', 'POST', 'PUT ', 'DELE', 'OPTI', 'CONN', 'TRAC', 'PATC', 'PRI '];
const more: HandshakeResult = { kind: 'more' };

/**
 * Tells from the first bytes of a connection what has connected, and which cipher it speaks. Bytes may come cut anywhere: the
 * result is the same, and comes with the first byte that decides. It holds less than 300 bytes more than the last chunk.
 */
export class Handshake {
  readonly #knownKey: (key: number) => KnownKey | null;
  #held: Uint8Array = new Uint8Array(0);
  #isOver = false;

  /** `knownKey` looks up a key that a login connection was sent away with, without using it up. */
  constructor(knownKey: (key: number) => KnownKey | null) {
    this.#knownKey = knownKey;
  }

  /** Takes the next bytes, which it copies. After another result than `more` it must not be called again. */
  feed(bytes: Uint8Array): HandshakeResult {
    if (this.#isOver) throw new Error('the handshake is over');
    const held = new Uint8Array(this.#held.length + bytes.length);
    held.set(this.#held);
    held.set(bytes, this.#held.length);
    this.#held = held;
    const result = this.#judge(held, null);
    this.#isOver = result.kind !== 'more';
    return result;
  }

  #judge(bytes: Uint8Array, webIdentity: Uint8Array | null): HandshakeResult {
    if (bytes.length < BARE_SEED_BYTES) return more;
    const seed = readU32(bytes, 0);
    const known = this.#knownKey(seed);
    if (known !== null) return judgeGame(bytes, seed, known, webIdentity);

    switch (bytes[0]) {
      case SEED_PACKET_ID: {
        if (bytes.length < SEED_PACKET_BYTES) return more;
        const version = seedPacketVersion(bytes);
        if (version !== null) {
          return judgeLogin(bytes, SEED_PACKET_BYTES, readU32(bytes, 1), version, webIdentity);
        }
        break;
      }
      case WEB_IDENTITY_ID:
        if (webIdentity !== null || isBareLogin(bytes, seed)) break;
        if (bytes.length < WEB_IDENTITY_BYTES) return more;
        return this.#judge(bytes.subarray(WEB_IDENTITY_BYTES), bytes.slice(0, WEB_IDENTITY_BYTES));
      case STATUS_ID: {
        const length = readU16(bytes, 1);
        const sub = bytes[3];
        if ((sub !== STATUS_COMPACT && sub !== STATUS_EXTENDED) || length < 4 || length > STATUS_MAX_BYTES)
          break;
        return bytes.length < length ? more : { kind: 'status', extended: sub === STATUS_EXTENDED };
      }
    }
    if (seed === ENHANCED_SEED) return { kind: 'enhanced' };
    if (seed === 0) return { kind: 'reject', code: 'GMG_UO_SEED_ZERO' };
    const protocol = foreignProtocol(bytes);
    if (protocol !== null) return { kind: 'foreign', protocol };
    return judgeLogin(bytes, BARE_SEED_BYTES, seed, null, webIdentity);
  }
}

function readU16(bytes: Uint8Array, at: number): number {
  return (bytes[at]! << 8) | bytes[at + 1]!;
}

function readU32(bytes: Uint8Array, at: number): number {
  return ((readU16(bytes, at) << 16) | readU16(bytes, at + 2)) >>> 0;
}

/** The version in a 0xEF packet; `null` if its numbers are none, so that the 0xEF is the first byte of a bare seed. */
function seedPacketVersion(bytes: Uint8Array): number | null {
  const [major, minor, revision, patch] = [5, 9, 13, 17].map((at) => readU32(bytes, at)) as [
    number,
    number,
    number,
    number,
  ];
  if (major === 0 || [major, minor, revision, patch].some((part) => part > 255)) return null;
  return versionOf(major, minor, revision, patch);
}

/** `bytes` has four at least. A client's seed may look like these too, but its address would have to be a strange one. */
function foreignProtocol(bytes: Uint8Array): 'http' | 'tls' | null {
  if (bytes[0] === 0x16 && bytes[1] === 0x03 && bytes[2]! <= 4) return 'tls';
  return httpMethods.includes(String.fromCharCode(...bytes.subarray(0, 4))) ? 'http' : null;
}

/** Whether a whole login follows four bytes of seed, beyond doubt: to tell a seed that begins like something else. */
function isBareLogin(bytes: Uint8Array, seed: number): boolean {
  if (bytes.length < BARE_SEED_BYTES + LOGIN_PACKET_BYTES) return false;
  const packet = bytes.subarray(BARE_SEED_BYTES, BARE_SEED_BYTES + LOGIN_PACKET_BYTES);
  if (isPlainLogin(packet, null)) return true;
  return (
    (packet[0]! ^ firstLoginKeyByte(seed)) === LOGIN_PACKET_ID &&
    findLoginVersion(packet, seed, null) !== null
  );
}

/** What follows the seed of a login connection must be a login, plain or encrypted. */
function judgeLogin(
  bytes: Uint8Array,
  at: number,
  seed: number,
  version: number | null,
  webIdentity: Uint8Array | null,
): HandshakeResult {
  if (bytes.length <= at) return more;
  const first = bytes[at]!;
  const keyByte = firstLoginKeyByte(seed);
  const opening = { kind: 'open', phase: 'login', seed, encrypt: null, webIdentity } as const;
  const plain: Opening = { ...opening, version, encryption: 'none', decrypt: null, rest: bytes.slice(at) };
  if (first === LOGIN_PACKET_ID && keyByte !== 0) return plain;
  if (first === GAME_LOGIN_ID && version === null) {
    if (bytes.length < at + GAME_LOGIN_PROOF_BYTES) return more;
    if (readU32(bytes, at + 1) === seed) return { kind: 'reject', code: 'GMG_UO_KEY_UNKNOWN' };
  }
  if ((first ^ keyByte) !== LOGIN_PACKET_ID) return { kind: 'reject', code: 'GMG_UO_LOGIN_UNREADABLE' };

  if (bytes.length < at + LOGIN_PACKET_BYTES) return more;
  const packet = bytes.subarray(at, at + LOGIN_PACKET_BYTES);
  if (isPlainLogin(packet, null)) return plain;
  const found = findLoginVersion(packet, seed, version);
  if (found === null) return { kind: 'reject', code: 'GMG_UO_LOGIN_UNREADABLE' };
  const cipher = new LoginCipher(seed, found);
  const rest = bytes.slice(at);
  cipher.apply(rest);
  const decrypt = (chunk: Uint8Array): void => cipher.apply(chunk);
  return { ...opening, version: version ?? found, encryption: 'login', decrypt, rest };
}

/** What follows the key of a game connection must be 0x91 and the key again, plain or encrypted. */
function judgeGame(
  bytes: Uint8Array,
  key: number,
  { version }: KnownKey,
  webIdentity: Uint8Array | null,
): HandshakeResult {
  if (bytes.length < BARE_SEED_BYTES + GAME_LOGIN_PROOF_BYTES) return more;
  for (const encryption of encryptionsToTry(version)) {
    const { encrypt, decrypt } = serverGameCipher(encryption, key, version);
    const rest = bytes.slice(BARE_SEED_BYTES);
    decrypt?.(rest);
    if (rest[0] !== GAME_LOGIN_ID || readU32(rest, 1) !== key) continue;
    const known = version === 0 ? null : version;
    return {
      kind: 'open',
      phase: 'game',
      seed: key,
      version: known,
      encryption,
      decrypt,
      encrypt,
      rest,
      webIdentity,
    };
  }
  return { kind: 'reject', code: 'GMG_UO_GAME_LOGIN_UNREADABLE' };
}

/** The likeliest first. `version` is 0 if it is not known. */
function encryptionsToTry(version: number): readonly GameEncryption[] {
  if (version >= FIRST_TWOFISH_ONLY) return ['none', 'twofish'];
  if (version === 0) return ['none', 'twofish', 'blowfish-twofish', 'blowfish'];
  const usual = gameEncryptionOf(version);
  const others = (['twofish', 'blowfish-twofish', 'blowfish', 'login'] as const).filter(
    (one) => one !== usual,
  );
  return ['none', usual, ...others];
}
