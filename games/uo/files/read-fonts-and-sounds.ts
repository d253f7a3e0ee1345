import { Reader } from '@gommog/wire';
import type { Glyph, LightShape, Sound } from '../art/art-source.ts';
import { readAsciiFont, readSoundEntry, readUnicodeGlyph } from '../protocol/generated/data.ts';

const OPAQUE = 0x8000;
const INK = 0xffff;
const UNICODE_CHARACTERS = 0x10000;

/** The fonts of fonts.mul, each with its characters from 0x20 on. Throws WireError when the file is damaged. */
export function decodeFonts(bytes: Uint8Array): Glyph[][] {
  const r = new Reader(bytes);
  const fonts: Glyph[][] = [];
  while (!r.eof) {
    fonts.push(
      readAsciiFont(r).characters.map(({ height, pixels, width }) => ({
        width,
        height,
        left: 0,
        top: 0,
        pixels: Uint16Array.from(pixels, (pixel) => (pixel === 0 ? 0 : pixel | OPAQUE)),
      })),
    );
  }
  return fonts;
}

/** The glyphs of a unifont file by character. Throws WireError when the file is damaged. */
export function decodeUnicodeFont(bytes: Uint8Array): ReadonlyMap<number, Glyph> {
  const offsets = new Reader(bytes);
  const glyphs = new Map<number, Glyph>();
  for (let character = 0; character < UNICODE_CHARACTERS && offsets.remaining >= 4; character++) {
    const at = offsets.u4le();
    if (at === 0) continue;
    const { height, rows, width, x: left, y: top } = readUnicodeGlyph(new Reader(bytes, at, bytes.length));
    const stride = Math.ceil(width / 8);
    const pixels = new Uint16Array(width * height);
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        if ((rows[y * stride + (x >> 3)]! & (0x80 >> (x & 7))) !== 0) pixels[y * width + x] = INK;
      }
    }
    glyphs.set(character, { width, height, left, top, pixels });
  }
  return glyphs;
}

/** A light of a size. Null when the record is too short for it. */
export function decodeLight(bytes: Uint8Array, width: number, height: number): LightShape | null {
  const size = width * height;
  if (size === 0 || size > bytes.length) return null;
  return { width, height, levels: Int8Array.from(bytes.subarray(0, size), (level) => (level << 24) >> 24) };
}

/** A sound. Throws WireError when the record is damaged. */
export function decodeSound(bytes: Uint8Array): Sound {
  const { name, samples } = readSoundEntry(new Reader(bytes));
  const view = new DataView(samples.buffer, samples.byteOffset, samples.byteLength);
  return {
    name,
    samples: Int16Array.from({ length: samples.length >> 1 }, (_, i) => view.getInt16(i * 2, true)),
  };
}
