import type { Canvas } from '../canvas.ts';
import { type Ramp, shade } from '../palette.ts';

/** Draws a field pressed into a window: dark above and at the left, light at the other edges. */
export function sunken(
  canvas: Canvas,
  x: number,
  y: number,
  width: number,
  height: number,
  ramp: Ramp,
  level: number,
): void {
  canvas.rect(x, y, width, height, (i, j) => {
    if (i === x || j === y) return shade(ramp, Math.max(0, level - 2));
    if (i === x + width - 1 || j === y + height - 1) return shade(ramp, level + 1);
    return shade(ramp, level);
  });
}
