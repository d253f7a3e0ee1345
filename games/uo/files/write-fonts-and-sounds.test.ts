import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Reader } from '@gommog/wire';
import type { Glyph } from '../art/art-source.ts';
import {
  readAsciiFont,
  readIndexEntry,
  readSoundEntry,
  readUnicodeGlyph,
} from '../protocol/generated/data.ts';
import { encodeFonts, encodeUnicodeFont, indexLights, indexSounds } from './write-fonts-and-sounds.ts';

const WHITE = 0xffff;
const entryOf = (index: Uint8Array, number: number): { offset: number; len: number; extra: number } =>
  readIndexEntry(new Reader(index, number * 12));

describe('fonts, lights and sounds in files', () => {
  it('letters of the old fonts come back with their pixels', () => {
    const glyph: Glyph = {
      width: 2,
      height: 3,
      pixels: Uint16Array.from([0, WHITE, WHITE, 0, 0, WHITE]),
      left: 0,
      top: 0,
    };
    const font = Array.from({ length: 224 }, () => glyph);
    const { characters } = readAsciiFont(new Reader(encodeFonts([font, null])));
    assert.equal(characters.length, 224);
    assert.deepEqual([characters[33]!.width, characters[33]!.height], [2, 3]);
    assert.deepEqual([...characters[33]!.pixels], [0, 0x7fff, 0x7fff, 0, 0, 0x7fff]);
  });

  it('letters of Unicode fonts come back by their number, with their place in the line', () => {
    const pixels = Uint16Array.from({ length: 10 * 2 }, (_, i) => (i % 3 === 0 ? WHITE : 0));
    const bytes = encodeUnicodeFont(new Map([[0x416, { width: 10, height: 2, pixels, left: 1, top: 4 }]]));
    const offset = new Reader(bytes, 0x416 * 4).u4le();
    const { height, rows, width, x, y } = readUnicodeGlyph(new Reader(bytes, offset));
    assert.deepEqual([x, y, width, height], [1, 4, 10, 2]);
    const back = Array.from(
      { length: 20 },
      (_, i) => (rows[Math.floor(i / 10) * 2 + ((i % 10) >> 3)]! >> (7 - ((i % 10) & 7))) & 1,
    );
    assert.deepEqual(
      back,
      [...pixels].map((pixel) => (pixel === 0 ? 0 : 1)),
    );
    assert.equal(new Reader(bytes, 0x417 * 4).u4le(), 0);
  });

  it('lights have their size in the index', () => {
    const levels = Int8Array.from({ length: 12 }, (_, i) => i);
    const file = indexLights([[3, { width: 4, height: 3, levels }]]);
    const { extra, len, offset } = entryOf(file.index(), 3);
    assert.equal(extra, (4 << 16) | 3);
    assert.deepEqual([...file.records().subarray(offset, offset + len)], [...levels]);
    assert.equal(entryOf(file.index(), 2).offset, 0xffffffff);
  });

  it('sounds have a name and their samples', () => {
    const samples = Int16Array.from([0, 1, -1, 32_000, -32_000]);
    const file = indexSounds([[7, { name: 'drip', samples }]]);
    const { len, offset } = entryOf(file.index(), 7);
    const record = file.records().slice(offset, offset + len);
    const { name, samples: bytes } = readSoundEntry(new Reader(record));
    assert.equal(name, 'drip');
    assert.deepEqual(new Int16Array(Uint8Array.from(bytes).buffer), samples);
  });
});
