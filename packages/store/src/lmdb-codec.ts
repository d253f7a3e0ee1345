/** How an image lies in LMDB: the bytes of its keys and values, and what tells whether they are still those that were written. */
import type { Position } from './image.ts';
import type { Span, ValueCheck } from './lmdb-file.ts';

/** Names of the databases: components of format 1, which have no checks, and those of later formats; and what concerns the whole. */
export const PLAIN_COMPONENTS = 'components';
export const CHECKED_COMPONENTS = 'checked-components';
export const META = 'meta';

const POSITION = 'position';
const KEY_BYTES = 6;
const CHECK_BYTES = 4;

export interface Value {
  /** Of this key, which is a part of the check; not of one that was read. */
  readonly key?: number;
  readonly version: number;
  readonly data: Uint8Array;
}

/** Serial and component, big-endian; as a number they cost a reading of millions nothing. */
export const keys = {
  writeKey(key: number, target: Uint8Array, start: number): number {
    const high = Math.floor(key / 0x10000);
    target[start] = high >>> 24;
    target[start + 1] = high >>> 16;
    target[start + 2] = high >>> 8;
    target[start + 3] = high;
    target[start + 4] = key >>> 8;
    target[start + 5] = key;
    return start + KEY_BYTES;
  },
  readKey(source: Uint8Array, at: number): number {
    const serial =
      ((source[at]! << 24) | (source[at + 1]! << 16) | (source[at + 2]! << 8) | source[at + 3]!) >>> 0;
    return serial * 0x10000 + ((source[at + 4]! << 8) | source[at + 5]!);
  },
};

/** Small copies are quicker byte by byte than as views of a buffer. */
const SMALL = 64;

/** A byte of schema version and the state; from format 2 on, a check of it and of its key. */
export class ValueCodec {
  readonly #tail: number;

  constructor(hasCheck: boolean) {
    this.#tail = hasCheck ? CHECK_BYTES : 0;
  }

  encode({ data, key, version }: Value): Buffer {
    const end = data.length + 1;
    const bytes = Buffer.allocUnsafe(end + this.#tail);
    bytes[0] = version;
    bytes.set(data, 1);
    if (this.#tail > 0) bytes.writeUInt32LE(checkOf(startOfKey(key!), bytes, 0, end), end);
    return bytes;
  }

  decode(bytes: Buffer, length: number | { readonly end: number }): Value {
    const end = (typeof length === 'number' ? length : bytes.length) - this.#tail;
    const data = new Uint8Array(end - 1);
    if (end <= SMALL) for (let i = 1; i < end; i++) data[i - 1] = bytes[i]!;
    else data.set(new Uint8Array(bytes.buffer, bytes.byteOffset + 1, end - 1));
    return { version: bytes[0]!, data };
  }
}

/** FNV-1a: whichever single byte changes, so does the check. */
const FNV_START = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** Over the bytes of a key, the lowest first. */
function startOfKey(key: number): number {
  let hash = FNV_START;
  for (let rest = key, i = 0; i < KEY_BYTES; i++, rest = Math.floor(rest / 256))
    hash = Math.imul(hash ^ (rest & 0xff), FNV_PRIME);
  return hash;
}

function startOfKeyAt(bytes: Uint8Array, at: number): number {
  let hash = FNV_START;
  for (let i = at + KEY_BYTES - 1; i >= at; i--) hash = Math.imul(hash ^ bytes[i]!, FNV_PRIME);
  return hash;
}

function checkOf(start: number, bytes: Uint8Array, at: number, end: number): number {
  let hash = start;
  for (let i = at; i < end; i++) hash = Math.imul(hash ^ bytes[i]!, FNV_PRIME);
  return hash >>> 0;
}

/** The position as it stands in the image, with its check. */
export interface StoredPosition extends Position {
  /** Not of format 1. */
  readonly check?: number;
}

export function withCheck({ epoch, sequence, tick, timeMs }: Position): StoredPosition {
  const bare = { epoch, sequence, tick, timeMs };
  const text = Buffer.from(JSON.stringify(bare));
  return { ...bare, check: checkOf(FNV_START, text, 0, text.length) };
}

/** Finds values that are not what was written, as far as the format of the image tells. */
export const isAsWritten: ValueCheck = (database, key, value) => {
  const isKey = key.end - key.at === KEY_BYTES;
  const end = value.end - CHECK_BYTES;
  if (database === CHECKED_COMPONENTS) {
    if (!isKey || end <= value.at) return false;
    const check = checkOf(startOfKeyAt(key.bytes, key.at), value.bytes, value.at, end);
    return check === value.bytes.readUInt32LE(end);
  }
  if (database === PLAIN_COMPONENTS) return isKey && value.end > value.at;
  return database === META && (textOf(key) !== POSITION || isPosition(textOf(value)));
};

function textOf({ at, bytes, end }: Span): string {
  return bytes.toString('utf8', at, end);
}

function isPosition(text: string): boolean {
  try {
    const position = JSON.parse(text) as StoredPosition;
    return position.check === undefined || withCheck(position).check === position.check;
  } catch {
    return false;
  }
}

/** Serial of the entity that a key speaks of; null when it is not a component's. */
export function serialOf(key: Uint8Array | null): number | null {
  return key?.length === KEY_BYTES ? Math.floor(keys.readKey(key, 0) / 0x10000) : null;
}
