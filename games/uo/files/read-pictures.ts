import type { Bitmap } from '../art/art-source.ts';

const TILE = 44;
const DIAMOND = 1012;
const OPAQUE = 0x8000;
/** A picture that claims more pixels a side is damaged: none of a client comes near. */
const MOST_SIDE = 2_048;

/** Numbers of 16 bits of a record, of which some may be missing at its end. */
function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** A land tile: the diamond of a 44 x 44 picture, all of it opaque. Null when the record is too short. */
export function decodeLandArt(bytes: Uint8Array): Bitmap | null {
  if (bytes.length < DIAMOND * 2) return null;
  const view = viewOf(bytes);
  const pixels = new Uint16Array(TILE * TILE);
  let at = 0;
  for (let y = 0; y < TILE; y++) {
    const length = y < TILE / 2 ? (y + 1) * 2 : (TILE - y) * 2;
    const start = y * TILE + (TILE - length) / 2;
    for (let i = start; i < start + length; i++, at += 2) pixels[i] = view.getUint16(at, true) | OPAQUE;
  }
  return { width: TILE, height: TILE, pixels };
}

/**
 * A static or an item. Rows are found by their offsets, as clients find them: files have rows in any order, and shared ones. Null
 * when the record is damaged.
 */
export function decodeItemArt(bytes: Uint8Array): Bitmap | null {
  if (bytes.length < 8) return null;
  const view = viewOf(bytes);
  const [width, height] = [view.getUint16(4, true), view.getUint16(6, true)];
  const table = 8;
  const rows = table + height * 2;
  if (width === 0 || height === 0 || width > MOST_SIDE || height > MOST_SIDE || rows > bytes.length)
    return null;
  const pixels = new Uint16Array(width * height);
  for (let y = 0; y < height; y++) {
    let at = rows + view.getUint16(table + y * 2, true) * 2;
    for (let x = 0; ; ) {
      if (at + 4 > bytes.length) return null;
      const [skip, count] = [view.getUint16(at, true), view.getUint16(at + 2, true)];
      at += 4;
      if (skip === 0 && count === 0) break;
      x += skip;
      if (x + count > width || at + count * 2 > bytes.length) return null;
      for (let i = 0; i < count; i++, at += 2) pixels[y * width + x + i] = view.getUint16(at, true) | OPAQUE;
      x += count;
    }
  }
  return { width, height, pixels };
}

/** A texture for slopes: 64 or 128 pixels a side, by its length. Null when it has neither. */
export function decodeTexture(bytes: Uint8Array): Bitmap | null {
  const side = Math.sqrt(bytes.length / 2);
  if (side !== 64 && side !== 128) return null;
  const view = viewOf(bytes);
  const pixels = Uint16Array.from({ length: side * side }, (_, i) => view.getUint16(i * 2, true) | OPAQUE);
  return { width: side, height: side, pixels };
}

/** A gump of a size: rows of runs of equal pixels, found by their offsets. Null when the record is damaged. */
export function decodeGump(bytes: Uint8Array, width: number, height: number): Bitmap | null {
  if (width === 0 || height === 0 || width > MOST_SIDE || height > MOST_SIDE || height * 4 > bytes.length)
    return null;
  const view = viewOf(bytes);
  const pixels = new Uint16Array(width * height);
  for (let y = 0; y < height; y++) {
    let at = view.getUint32(y * 4, true) * 4;
    for (let x = 0; x < width; at += 4) {
      if (at + 4 > bytes.length) return null;
      const [colour, count] = [view.getUint16(at, true), view.getUint16(at + 2, true)];
      if (count === 0) break;
      const end = Math.min(width, x + count);
      if (colour !== 0) pixels.fill(colour | OPAQUE, y * width + x, y * width + end);
      x = end;
    }
  }
  return { width, height, pixels };
}
