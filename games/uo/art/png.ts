import { crc32, deflateSync } from 'node:zlib';
import type { Bitmap } from './art-source.ts';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const BITS_PER_SAMPLE = 8;

/** What the bytes of a pixel are. */
export const PngColour = { rgb: 2, palette: 3, rgba: 6 } as const;

/** What a PNG says of itself before its pixels. */
export interface PngHead {
  readonly width: number;
  readonly height: number;
  readonly colour: (typeof PngColour)[keyof typeof PngColour];
  /** Red, green and blue of each colour of a palette, of which the first is seen through. */
  readonly palette?: Uint8Array;
}

/**
 * A PNG around compressed rows, each of which begins with the number of its filter. Source: Portable Network Graphics
 * Specification, W3C, section 5.
 */
export function pngFile({ colour, height, palette, width }: PngHead, rows: Uint8Array): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([BITS_PER_SAMPLE, colour], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    ...(palette === undefined ? [] : [chunk('PLTE', palette), chunk('tRNS', Buffer.from([0]))]),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

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
  const rows = deflateSync(raw, { level: 9 });
  if (!indexed) return pngFile({ width, height, colour: PngColour.rgba }, rows);
  const palette = Uint8Array.from([...colours.keys()].flatMap(rgb));
  return pngFile({ width, height, colour: PngColour.palette, palette }, rows);
}

function rgb(pixel: number): [number, number, number] {
  const eight = (five: number): number => (five << 3) | (five >> 2);
  return [eight((pixel >> 10) & 31), eight((pixel >> 5) & 31), eight(pixel & 31)];
}

function chunk(type: string, data: Uint8Array): Buffer {
  const result = Buffer.alloc(data.length + 12);
  result.writeUInt32BE(data.length, 0);
  result.write(type, 4, 'latin1');
  result.set(data, 8);
  result.writeUInt32BE(crc32(result.subarray(4, data.length + 8)), data.length + 8);
  return result;
}
