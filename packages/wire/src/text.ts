import { WireError } from './error.ts';

/** Encodings of text on the wire. `ASCII` is Latin-1, as clients take it. */
export type Encoding = 'ASCII' | 'UTF-8' | 'UTF-16BE' | 'UTF-16LE' | 'windows-1252';

/** Decodes bytes `start` to `end`. Broken sequences become U+FFFD: text is never a reason to end a session. */
export function decodeText(bytes: Uint8Array, start: number, end: number, encoding: Encoding): string {
  switch (encoding) {
    case 'ASCII':
      return decodeLatin1(bytes, start, end);
    case 'UTF-8':
      return decodeUtf8(bytes, start, end);
    case 'UTF-16BE':
      return decodeUtf16(bytes, start, end, 0, 1);
    case 'UTF-16LE':
      return decodeUtf16(bytes, start, end, 1, 0);
    case 'windows-1252':
      return decodeWindows1252(bytes, start, end);
  }
}

/** All of `bytes` as text. */
export function textOf(bytes: Uint8Array, encoding: Encoding): string {
  return decodeText(bytes, 0, bytes.length, encoding);
}

/** Letters of windows-1252 at 0x80 to 0x9F; the five that it leaves free stay control letters. */
const WINDOWS_1252 =
  '\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f' +
  '\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178';

function decodeWindows1252(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let i = start; i < end; i++) {
    const byte = bytes[i]!;
    text += byte >= 0x80 && byte < 0xa0 ? WINDOWS_1252[byte - 0x80]! : String.fromCharCode(byte);
  }
  return text;
}

function windows1252Byte(code: number): number {
  if (code < 0x80 || (code >= 0xa0 && code <= 0xff)) return code;
  const found = WINDOWS_1252.indexOf(String.fromCharCode(code));
  return found < 0 ? 0x3f : 0x80 + found;
}

function decodeLatin1(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let i = start; i < end; i++) text += String.fromCharCode(bytes[i]!);
  return text;
}

function decodeUtf16(bytes: Uint8Array, start: number, end: number, high: number, low: number): string {
  let text = '';
  for (let i = start; i + 1 < end; i += 2)
    text += String.fromCharCode((bytes[i + high]! << 8) | bytes[i + low]!);
  return text;
}

const REPLACEMENT = 0xfffd;

function decodeUtf8(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let i = start; i < end; ) {
    const lead = bytes[i++]!;
    if (lead < 0x80) {
      text += String.fromCharCode(lead);
      continue;
    }
    const more = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : 1;
    let point = lead >= 0xc2 && lead <= 0xf4 ? lead & (0x3f >> more) : -1;
    for (let k = 0; k < more && point >= 0; k++) {
      const next = i < end ? bytes[i]! : 0;
      if ((next & 0xc0) !== 0x80) point = -1;
      else {
        point = (point << 6) | (next & 0x3f);
        i++;
      }
    }
    const least = more === 1 ? 0x80 : more === 2 ? 0x800 : 0x10000;
    const good = point >= least && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
    text += String.fromCodePoint(good ? point : REPLACEMENT);
  }
  return text;
}

/** Bytes that `text` takes, without a terminator. */
export function encodedLength(text: string, encoding: Encoding): number {
  if (encoding === 'ASCII' || encoding === 'windows-1252') return text.length;
  if (encoding !== 'UTF-8') return text.length * 2;
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const point = text.codePointAt(i)!;
    if (point > 0xffff) i++;
    length += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return length;
}

/** Writes `text` at `at` and returns the position after it. The caller has made room. A letter that ASCII lacks becomes '?'. */
export function encodeText(text: string, encoding: Encoding, bytes: Uint8Array, at: number): number {
  switch (encoding) {
    case 'ASCII':
      for (let i = 0; i < text.length; i++) {
        const code = text.charCodeAt(i);
        bytes[at++] = code > 0xff ? 0x3f : code;
      }
      return at;
    case 'UTF-16BE':
      for (let i = 0; i < text.length; i++) {
        const code = text.charCodeAt(i);
        bytes[at++] = code >> 8;
        bytes[at++] = code;
      }
      return at;
    case 'UTF-16LE':
      for (let i = 0; i < text.length; i++) {
        const code = text.charCodeAt(i);
        bytes[at++] = code;
        bytes[at++] = code >> 8;
      }
      return at;
    case 'UTF-8':
      return encodeUtf8(text, bytes, at);
    case 'windows-1252':
      for (let i = 0; i < text.length; i++) bytes[at++] = windows1252Byte(text.charCodeAt(i));
      return at;
  }
}

function encodeUtf8(text: string, bytes: Uint8Array, at: number): number {
  for (let i = 0; i < text.length; i++) {
    let point = text.codePointAt(i)!;
    if (point > 0xffff) i++;
    else if (point >= 0xd800 && point <= 0xdfff) point = REPLACEMENT;
    if (point < 0x80) bytes[at++] = point;
    else if (point < 0x800) {
      bytes[at++] = 0xc0 | (point >> 6);
      bytes[at++] = 0x80 | (point & 63);
    } else if (point < 0x10000) {
      bytes[at++] = 0xe0 | (point >> 12);
      bytes[at++] = 0x80 | ((point >> 6) & 63);
      bytes[at++] = 0x80 | (point & 63);
    } else {
      bytes[at++] = 0xf0 | (point >> 18);
      bytes[at++] = 0x80 | ((point >> 12) & 63);
      bytes[at++] = 0x80 | ((point >> 6) & 63);
      bytes[at++] = 0x80 | (point & 63);
    }
  }
  return at;
}

/** No terminator. */
export const NOT_FOUND = -1;

/** Position of the terminator (one or two zero bytes, aligned to the unit) between `start` and `end`, or NOT_FOUND. */
export function findTerminator(bytes: Uint8Array, start: number, end: number, encoding: Encoding): number {
  if (encoding === 'UTF-16BE' || encoding === 'UTF-16LE') {
    for (let i = start; i + 1 < end; i += 2) if (bytes[i] === 0 && bytes[i + 1] === 0) return i;
    return NOT_FOUND;
  }
  const found = bytes.indexOf(0, start);
  return found >= end ? NOT_FOUND : found;
}

/** What of `text` a terminated field can hold: all before the first zero letter. */
export function beforeZero(text: string): string {
  const end = text.indexOf('\0');
  return end < 0 ? text : text.slice(0, end);
}

/** Bytes of a terminator. */
export function terminatorLength(encoding: Encoding): number {
  return encoding === 'UTF-16BE' || encoding === 'UTF-16LE' ? 2 : 1;
}

/** Throws when a text or a run of bytes is longer than its description allows. */
export function capLength(length: number, most: number): void {
  if (length > most) throw new WireError('GMG_WIRE_TOO_LONG', `${length} bytes where at most ${most} may be`);
}
