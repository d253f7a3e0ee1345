import { crc32, deflateSync } from 'node:zlib';
import type { Bitmap } from './art-source.ts';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/**
 * A PNG of a picture, as a palette where it has at most 256 colours (a quarter of the bytes), else in full colour. The same
 * picture gives the same bytes. Written here because libraries that write palettes bring far more than this.
 */
export function encodePng({ width, height, pixels }: Bitmap): Uint8Array {
  const colours = new Map<number, number>([[0, 0]]);
  for (const pixel of pixels) if (!colours.has(pixel)) colours.set(pixel, colours.size);
  const indexed = colours.size <= 256;
  const bytesEach = indexed ? 1 : 4;
  const raw = Buffer.alloc((width * bytesEach + 1) * height);
  for (let y = 0, at = 0; y < height; y++) {
    raw[at++] = 0;
    for (let x = 0; x < width; x++) {
      const pixel = pixels[y * width + x]!;
      if (indexed) raw[at++] = colours.get(pixel)!;
      else for (const channel of [...rgb(pixel), pixel === 0 ? 0 : 255]) raw[at++] = channel;
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, indexed ? 3 : 6, 0, 0, 0], 8);
  const palette = indexed
    ? [chunk('PLTE', Buffer.from([...colours.keys()].flatMap(rgb))), chunk('tRNS', Buffer.from([0]))]
    : [];
  const data = deflateSync(raw, { level: 9 });
  return Buffer.concat([
    Buffer.from(SIGNATURE),
    chunk('IHDR', head),
    ...palette,
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function rgb(pixel: number): [number, number, number] {
  const eight = (five: number): number => (five << 3) | (five >> 2);
  return [eight((pixel >> 10) & 31), eight((pixel >> 5) & 31), eight(pixel & 31)];
}

function chunk(type: string, data: Buffer): Buffer {
  const result = Buffer.alloc(data.length + 12);
  result.writeUInt32BE(data.length, 0);
  result.write(type, 4, 'latin1');
  data.copy(result, 8);
  result.writeUInt32BE(crc32(result.subarray(4, data.length + 8)), data.length + 8);
  return result;
}
