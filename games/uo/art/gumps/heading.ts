import { Canvas } from '../canvas.ts';
import { textWidth, writeText } from '../fonts/fonts.ts';
import { RAMPS, shade } from '../palette.ts';

/** Writes a heading around `cx`; with `light`, an edge of that colour below it. */
export function heading(
  canvas: Canvas,
  text: string,
  y: number,
  colour: number,
  light?: number,
  cx = canvas.width / 2,
): void {
  const x = Math.round(cx - textWidth(text) / 2);
  if (light !== undefined) writeText(canvas, x, y + 1, text, light);
  writeText(canvas, x, y, text, colour);
}

/** A heading alone, as a picture. */
export function headingPlate(text: string): Canvas {
  const canvas = new Canvas(textWidth(text) * 2 + 20, 16);
  heading(canvas, text, 4, shade(RAMPS.red, 1), shade(RAMPS.sand, 3));
  return canvas;
}
