import { promisify } from 'node:util';
import { deflate } from 'node:zlib';
import { PngColour, pngFile } from '@gommog/uo/art';

const compress = promisify(deflate);

/**
 * A PNG of red, green and blue bytes, row by row. Compressing is another thread's work: a library that can do so in pieces only
 * filters and sums in this one for milliseconds.
 */
export async function packPng(rgb: Uint8Array, width: number, height: number): Promise<Buffer> {
  // Each row begins with the number of its filter: 0, none.
  const bytes = width * 3;
  const rows = Buffer.alloc((bytes + 1) * height);
  for (let y = 0; y < height; y++) rows.set(rgb.subarray(y * bytes, (y + 1) * bytes), y * (bytes + 1) + 1);
  return pngFile({ width, height, colour: PngColour.rgb }, await compress(rows));
}
