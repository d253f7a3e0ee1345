/**
 * Client versions as one number, `major << 24 | minor << 16 | revision << 8 | patch`, so that they compare as numbers.
 * Before 5.0.0 the patch was a letter: a is 1, b is 2 and so on.
 */

const LETTER_A = 97;
const VERSION_TEXT = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?:\.(\d{1,3})|([a-z]))?$/;
const BYTE_MAX = 255;

/** Each part from 0 to 255; throws RangeError otherwise. */
export function versionNumber(major: number, minor: number, revision: number, patch: number): number {
  for (const part of [major, minor, revision, patch]) {
    if (!Number.isInteger(part) || part < 0 || part > BYTE_MAX) {
      throw new RangeError(`part of a client version out of range: ${part}`);
    }
  }
  return ((major << 24) | (minor << 16) | (revision << 8) | patch) >>> 0;
}

/**
 * Reads `7.0.102.3`, `7.0.102` or the old `4.0.11c`; spaces around and what follows a space (such as a patch note) are
 * ignored. `null` when the text is no version.
 */
export function parseVersion(text: string): number | null {
  const word = text.trim().split(' ', 1)[0]!.toLowerCase();
  const match = VERSION_TEXT.exec(word);
  if (match === null) return null;
  const [, major, minor, revision, patch, letter] = match;
  const last = letter === undefined ? Number(patch ?? 0) : letter.charCodeAt(0) - LETTER_A + 1;
  const parts = [Number(major), Number(minor), Number(revision), last] as const;
  return parts.some((part) => part > BYTE_MAX) ? null : versionNumber(...parts);
}

/** `7.0.102.3`; versions before 5.0.0 in the old form `4.0.11c`, or `4.0.11` without a letter. */
export function formatVersion(version: number): string {
  const major = version >>> 24;
  const minor = (version >>> 16) & BYTE_MAX;
  const revision = (version >>> 8) & BYTE_MAX;
  const patch = version & BYTE_MAX;
  const stem = `${major}.${minor}.${revision}`;
  if (major >= 5) return `${stem}.${patch}`;
  if (patch === 0) return stem;
  return patch <= 26 ? `${stem}${String.fromCharCode(LETTER_A + patch - 1)}` : `${stem}.${patch}`;
}

/** The oldest client that the protocol describes. */
export const OLDEST_VERSION = versionNumber(5, 0, 0, 0);
/** The newest client that the protocol describes; later ones are served in its layouts. */
export const NEWEST_VERSION = versionNumber(7, 0, 114, 0);

/** True for a client that the server can talk to. */
export function isSupported(version: number): boolean {
  return version >= OLDEST_VERSION && version >>> 24 <= 7;
}

/** The first version of each change that the protocol, or a rule of the session, depends on. */
export const versions = {
  /** 0x0B has 7 bytes, 0x16 and 0x31 are variable, 0xDD exists. */
  compressedGumps: versionNumber(5, 0, 0, 1),
  /** 0xDF shows buff icons. */
  buffs: versionNumber(5, 0, 2, 2),
  /** 0xE1 is variable, properties are asked for by 0xD6. */
  batchedProperties: versionNumber(5, 0, 9, 0),
  /** 0xE3 is variable, 0xE6 to 0xEA have fixed lengths. */
  enhancedInterface: versionNumber(6, 0, 1, 3),
  /** Items in containers have a grid cell. */
  containerGrid: versionNumber(6, 0, 1, 7),
  /** 0xEF opens the login connection. */
  loginSeed: versionNumber(6, 0, 5, 0),
  /** 0xF1 has 9 bytes. */
  timeSync: versionNumber(6, 0, 6, 0),
  /** 0xB9 has 32 bits; spells are cast by 0xBF.1C. */
  wideFeatures: versionNumber(6, 0, 14, 2),
  /** 0xF3 replaces 0x1A; mobile flag 0x04 means flying. */
  stygianAbyss: versionNumber(7, 0, 0, 0),
  /** Wider 0x24, 0x99, 0xBA, 0xF3; boats; 16-bit graphics; new tiledata and multi records. */
  highSeas: versionNumber(7, 0, 9, 0),
  /** Starting cities carry places. */
  cityPlaces: versionNumber(7, 0, 13, 0),
  /** 0xF8 creates a character with four skills. */
  fourSkills: versionNumber(7, 0, 16, 0),
  /** 0x00 has 106 bytes. */
  wideCreation: versionNumber(7, 0, 18, 0),
  /** The status of type 6 is accepted. */
  extendedStatus: versionNumber(7, 0, 30, 0),
  /** Worn items in 0x78 always carry a hue. */
  wornHues: versionNumber(7, 0, 33, 1),
  /** Trades of gold and platinum. */
  tradeGold: versionNumber(7, 0, 45, 65),
  /** 0xFA has 1 byte, 0xFB has 2. */
  shortStore: versionNumber(7, 0, 64, 0),
  /** 0xD5 and 0xFD have fixed lengths. */
  loginDelay: versionNumber(7, 0, 104, 0),
} as const;
