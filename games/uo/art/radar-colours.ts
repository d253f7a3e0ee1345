import type { Bitmap } from './art-source.ts';

const OPAQUE = 0x8000;

/** The mean colour of what is drawn, in 15 bits, as radars show it; 0 of a picture without pixels. */
export function meanColour({ pixels }: Bitmap): number {
  let [red, green, blue, count] = [0, 0, 0, 0];
  for (const pixel of pixels) {
    if ((pixel & OPAQUE) === 0) continue;
    red += (pixel >> 10) & 31;
    green += (pixel >> 5) & 31;
    blue += pixel & 31;
    count++;
  }
  if (count === 0) return 0;
  return (Math.round(red / count) << 10) | (Math.round(green / count) << 5) | Math.round(blue / count);
}
