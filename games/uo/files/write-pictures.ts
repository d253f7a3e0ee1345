import { Writer } from '@gommog/wire';
import type { Bitmap } from '../art/art-source.ts';
import { writeArtItem, writeArtLand, writeGumpPicture, writeTexture } from '../protocol/generated/data.ts';
import { IndexedFile } from './indexed-file.ts';

/** Land tiles and, from here on, items share the index of art. */
const ITEMS_FROM = 0x4000;
const ART_ENTRIES = 0x14000;
const TEXTURE_ENTRIES = 0x4000;
const GUMP_ENTRIES = 0x10000;
const TILE = 44;
/** Offsets of an item's rows are 16 bits, in units of 2 bytes. */
const MOST_WORDS = 0xffff;

/** Pictures by their number. */
export type Pictures = Iterable<readonly [id: number, picture: Bitmap]>;

/** Files know no opaque bit; their 0 is transparent, so that an opaque black becomes the darkest blue. */
function inFile(pixel: number): number {
  return pixel === 0 ? 0 : pixel & 0x7fff || 1;
}

/** The bytes of a land tile: the diamond of a 44 x 44 picture. Throws RangeError for another size. */
export function encodeLandArt({ height, pixels, width }: Bitmap): Uint8Array {
  if (width !== TILE || height !== TILE) throw new RangeError(`a land tile of ${width} x ${height} pixels`);
  const diamond: number[] = [];
  for (let y = 0; y < TILE; y++) {
    const length = y < TILE / 2 ? (y + 1) * 2 : (TILE - y) * 2;
    const start = y * TILE + (TILE - length) / 2;
    for (let i = start; i < start + length; i++) diamond.push(inFile(pixels[i]!));
  }
  const w = new Writer(2048);
  writeArtLand(w, { pixels: diamond });
  return w.bytes();
}

/** Runs of drawn pixels in a row, with the number of clear ones before each. */
function* runsOf(pixels: Uint16Array): Generator<{ skip: number; pixels: number[] }> {
  for (let x = 0; x < pixels.length; ) {
    const from = x;
    while (x < pixels.length && pixels[x] === 0) x++;
    if (x === pixels.length) return;
    const start = x;
    while (x < pixels.length && pixels[x] !== 0) x++;
    yield { skip: start - from, pixels: Array.from(pixels.subarray(start, x), inFile) };
  }
}

/** The bytes of a static or an item. Throws RangeError when it has more pixels than the format holds. */
export function encodeItemArt({ height, pixels, width }: Bitmap): Uint8Array {
  const rowOffsets: number[] = [];
  const rows: { runs: { skip: number; pixels: number[] }[] }[] = [];
  let words = 0;
  for (let y = 0; y < height; y++) {
    const runs = [...runsOf(pixels.subarray(y * width, (y + 1) * width))];
    rowOffsets.push(words);
    rows.push({ runs });
    for (const run of runs) words += 2 + run.pixels.length;
    words += 2;
  }
  if (words > MOST_WORDS) throw new RangeError(`a picture of ${width} x ${height} pixels is too large`);
  const w = new Writer(words * 2 + height * 2 + 8);
  writeArtItem(w, { width, rowOffsets, rows });
  return w.bytes();
}

/** art.mul: land tiles and items. */
export function indexArt(land: Pictures, items: Pictures): IndexedFile {
  const file = new IndexedFile(ART_ENTRIES);
  for (const [id, picture] of land) file.put(id, encodeLandArt(picture));
  for (const [id, picture] of items) file.put(ITEMS_FROM + id, encodeItemArt(picture));
  return file;
}

/** texmaps.mul: squares of 64 or 128 pixels, which the index tells apart by 0 and 1. */
export function indexTextures(textures: Pictures): IndexedFile {
  const file = new IndexedFile(TEXTURE_ENTRIES);
  for (const [id, { height, pixels, width }] of textures) {
    if (width !== height || (width !== 64 && width !== 128)) {
      throw new RangeError(`a texture of ${width} x ${height} pixels`);
    }
    const w = new Writer(pixels.length * 2);
    writeTexture(w, { pixels: Array.from(pixels, inFile) }, pixels.length);
    file.put(id, w.bytes(), width === 128 ? 1 : 0);
  }
  return file;
}

/** The bytes of a gump's picture: rows of runs of equal pixels. */
export function encodeGump({ height, pixels, width }: Bitmap): Uint8Array {
  const rowOffsets: number[] = [];
  const runs: { color: number; numPixels: number }[] = [];
  for (let y = 0; y < height; y++) {
    rowOffsets.push(height + runs.length);
    for (let x = 0; x < width; ) {
      const color = inFile(pixels[y * width + x]!);
      let numPixels = 1;
      while (x + numPixels < width && inFile(pixels[y * width + x + numPixels]!) === color) numPixels++;
      runs.push({ color, numPixels });
      x += numPixels;
    }
  }
  const w = new Writer((height + runs.length) * 4);
  writeGumpPicture(w, { rowOffsets, runs }, height);
  return w.bytes();
}

/** gumpart.mul; the index holds each gump's size. */
export function indexGumps(gumps: Pictures): IndexedFile {
  const file = new IndexedFile(GUMP_ENTRIES);
  for (const [id, picture] of gumps) {
    file.put(id, encodeGump(picture), ((picture.width << 16) | picture.height) >>> 0);
  }
  return file;
}
