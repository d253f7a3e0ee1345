import type { Canvas } from '../canvas.ts';
import { type Ramp, shade } from '../palette.ts';
import { sunOnRound } from '../scene.ts';

/** A round thing, lit; `mark` changes the light. */
export function orb(
  canvas: Canvas,
  cx: number,
  cy: number,
  rx: number,
  ry: number,
  ramp: Ramp,
  mark: (x: number, y: number) => number = () => 0,
): void {
  canvas.ellipse(cx, cy, rx, ry, (x, y) => {
    const [u, v] = [(x + 0.5 - cx) / rx, (y + 0.5 - cy) / ry];
    return shade(ramp, sunOnRound(u, v, Math.sqrt(Math.max(0, 1 - u * u - v * v))) + 0.5 + mark(x, y));
  });
}
