import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Reader } from '@gommog/wire';
import type { Bitmap } from '../art/art-source.ts';
import { readArtItem, readArtLand, readGumpPicture, readIndexEntry } from '../protocol/generated/data.ts';
import { encodeGump, encodeItemArt, encodeLandArt, indexArt, indexTextures } from './write-pictures.ts';

const bitmap = (width: number, ...pixels: number[]): Bitmap => ({
  width,
  height: pixels.length / width,
  pixels: Uint16Array.from(pixels),
});
const [A, B] = [0x8421, 0xfc00];
const [a, b] = [A & 0x7fff, B & 0x7fff];
const picture = bitmap(4, 0, A, B, 0, 0, 0, 0, 0, A, 0, 0, B);

test('an item comes out as it went in', () => {
  const { height, rowOffsets, rows, width } = readArtItem(new Reader(encodeItemArt(picture)));
  assert.deepEqual([width, height], [4, 3]);
  const drawn = rows.map(({ runs }) => {
    const row = new Array<number>(width).fill(0);
    let x = 0;
    for (const { pixels = [], skip } of runs) {
      x += skip;
      for (const pixel of pixels) row[x++] = pixel;
    }
    return row;
  });
  assert.deepEqual(drawn, [
    [0, a, b, 0],
    [0, 0, 0, 0],
    [a, 0, 0, b],
  ]);
  // Offsets count 2 bytes: a run has two words and its pixels, a row ends with two.
  assert.deepEqual(rowOffsets, [0, 6, 8]);
});

test('an opaque black is not taken for a clear pixel', () => {
  const { rows } = readArtItem(new Reader(encodeItemArt(bitmap(1, 0x8000))));
  assert.deepEqual(rows[0]!.runs[0]!.pixels, [1]);
});

test('a picture that the format cannot hold is refused', () => {
  const large = bitmap(300, ...new Array<number>(300 * 300).fill(A));
  assert.throws(() => encodeItemArt(large), RangeError);
  assert.throws(() => encodeLandArt(picture), RangeError);
  assert.throws(() => indexTextures([[1, picture]]), RangeError);
});

test('of a land tile the diamond is written', () => {
  const pixels = Array.from({ length: 44 * 44 }, (_, i) => 0x8000 + i);
  const { pixels: diamond } = readArtLand(new Reader(encodeLandArt(bitmap(44, ...pixels))));
  assert.equal(diamond.length, 1012);
  assert.deepEqual(diamond.slice(0, 3), [21, 22, 44 + 20]);
  assert.equal(diamond.at(-1), 43 * 44 + 22);
});

test('a gump comes out as it went in, row by row', () => {
  const { rowOffsets, runs } = readGumpPicture(new Reader(encodeGump(picture)), 3);
  assert.deepEqual(rowOffsets, [3, 7, 8]);
  assert.deepEqual(
    runs.flatMap(({ color, numPixels }) => new Array<number>(numPixels).fill(color)),
    [0, a, b, 0, 0, 0, 0, 0, a, 0, 0, b],
  );
});

test('equal pictures are kept once, and what is missing has no place', () => {
  const file = indexArt(
    [],
    [
      [1, picture],
      [2, picture],
    ],
  );
  const index = new Reader(file.index());
  index.raw(0x4000 * 12);
  const [none, first, second] = [readIndexEntry(index), readIndexEntry(index), readIndexEntry(index)];
  assert.equal(none!.len, -1);
  assert.deepEqual(first, second);
  assert.equal(file.size, 1);
  assert.equal(file.records().length, first!.len);
});
