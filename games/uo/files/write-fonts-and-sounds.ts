import { Writer } from '@gommog/wire';
import type { Glyph, LightShape, Sound } from '../art/art-source.ts';
import {
  writeAsciiFont,
  writeSoundEntry,
  writeSpeech,
  writeUnicodeGlyph,
} from '../protocol/generated/data.ts';
import { IndexedFile } from './indexed-file.ts';

const CHARACTERS = 224;
const UNICODE_OFFSETS = 0x10000;
const LIGHT_ENTRIES = 100;
const SOUND_ENTRIES = 0x1000;

/** The bytes of fonts.mul: ten fonts of 224 characters from 0x20 on. What a font lacks is one clear pixel. */
export function encodeFonts(fonts: readonly (readonly Glyph[] | null)[]): Uint8Array {
  const w = new Writer(1 << 18);
  for (const font of fonts) {
    const characters = Array.from({ length: CHARACTERS }, (_, i) => {
      const glyph = font?.[i];
      if (glyph === undefined) return { width: 1, height: 1, pixels: [0] };
      return {
        width: glyph.width,
        height: glyph.height,
        pixels: Array.from(glyph.pixels, (pixel) => (pixel === 0 ? 0 : pixel & 0x7fff || 1)),
      };
    });
    writeAsciiFont(w, { characters });
  }
  return w.bytes();
}

/** The bytes of a unifont file: places of 65,536 glyphs, 0 for what it lacks, and the glyphs. */
export function encodeUnicodeFont(glyphs: ReadonlyMap<number, Glyph>): Uint8Array {
  const w = new Writer(UNICODE_OFFSETS * 4 + (1 << 16));
  w.zeros(UNICODE_OFFSETS * 4);
  for (const [character, { height, left, pixels, top, width }] of glyphs) {
    w.patchU4le(character * 4, w.length);
    const stride = Math.ceil(width / 8);
    const rows = new Uint8Array(stride * height);
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        if (pixels[y * width + x] !== 0) rows[y * stride + (x >> 3)]! |= 0x80 >> (x & 7);
      }
    }
    writeUnicodeGlyph(w, { x: left, y: top, width, height, rows });
  }
  return w.bytes();
}

/** light.mul; the index holds each light's size. */
export function indexLights(lights: Iterable<readonly [id: number, light: LightShape]>): IndexedFile {
  const file = new IndexedFile(LIGHT_ENTRIES);
  for (const [id, { height, levels, width }] of lights) {
    file.put(id, new Uint8Array(levels.buffer, levels.byteOffset, levels.length), (width << 16) | height);
  }
  return file;
}

/** sound.mul; the index numbers the sounds, too. */
export function indexSounds(sounds: Iterable<readonly [id: number, sound: Sound]>): IndexedFile {
  const file = new IndexedFile(SOUND_ENTRIES);
  for (const [id, { name, samples }] of sounds) {
    const w = new Writer(40 + samples.length * 2);
    const bytes = new Writer(samples.length * 2);
    for (const sample of samples) bytes.u2le(sample & 0xffff);
    writeSoundEntry(w, { name, samples: bytes.bytes() });
    file.put(id, w.bytes(), id);
  }
  return file;
}

/** The bytes of speech.mul: words by which clients tell the server that a keyword was said. */
export function encodeSpeech(keywords: readonly (readonly [id: number, pattern: string])[]): Uint8Array {
  const w = new Writer(1024);
  writeSpeech(w, { entries: keywords.map(([id, pattern]) => ({ id, pattern })) });
  return w.bytes();
}
