import { deflateSync } from 'node:zlib';

/** Bytes that a client or server is known to send for a value; the bytes are derived by hand from layout tables. */
export interface Golden {
  readonly side: 'client' | 'server';
  readonly kind: string;
  readonly version: string;
  /** See `bytesOf`. */
  readonly bytes: string;
  /** What it says; fields that are left out have their defaults. */
  readonly value: object;
  /** Other bytes may mean the same (packed data), so that only reading is compared. */
  readonly readOnly?: true;
}

export const NEW = '7.0.102.3';
export const SA = '7.0.0.0';
export const OLD = '5.0.9.1';

export function client(kind: string, version: string, bytes: string, value: object): Golden {
  return { side: 'client', kind, version, bytes, value };
}

export function server(kind: string, version: string, bytes: string, value: object): Golden {
  return { side: 'server', kind, version, bytes, value };
}

const TOKEN = /\s*(?:([bl]?)"([^"]*)"(?::(\d+))?|0\*(\d+)|zip\(([^)]*)\)|((?:[0-9a-fA-F]{2})+))/y;

/**
 * Reads the notation of the tables: hex digits in pairs; `"text"` one byte a letter, `"text":30` padded with zeros to 30 bytes;
 * `b"text"` and `l"text"` two bytes a letter, big- or little-endian; `0*12` twelve zeros; `zip(...)` the same notation, packed.
 */
export function bytesOf(notation: string): Uint8Array {
  const bytes: number[] = [];
  // Each call has its own place in its text: packed parts are read by calls within calls.
  const token = new RegExp(TOKEN);
  while (token.lastIndex < notation.trimEnd().length) {
    const at = token.lastIndex;
    const match = token.exec(notation);
    if (match === null) throw new Error(`cannot read the notation at "${notation.slice(at, at + 20)}"`);
    const [, order, text, width, zeros, packed, hex] = match;
    if (text !== undefined) pushText(bytes, text, order ?? '', width === undefined ? 0 : Number(width));
    else if (zeros !== undefined) for (let i = 0; i < Number(zeros); i++) bytes.push(0);
    else if (packed !== undefined) bytes.push(...deflateSync(bytesOf(packed)));
    else bytes.push(...Buffer.from(hex!, 'hex'));
  }
  return Uint8Array.from(bytes);
}

function pushText(bytes: number[], text: string, order: string, width: number): void {
  const start = bytes.length;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (order === 'b') bytes.push(unit >> 8, unit & 0xff);
    else if (order === 'l') bytes.push(unit & 0xff, unit >> 8);
    else bytes.push(unit);
  }
  while (bytes.length < start + width) bytes.push(0);
}
