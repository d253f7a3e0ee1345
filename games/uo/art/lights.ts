import type { LightShape } from './art-source.ts';

/** Radii of the light shapes in pixels, by number: candle, torch, lamp, hearth, and larger ones. */
const RADII = [48, 72, 96, 128, 160] as const;
const BRIGHTEST = 31;
/** Numbers that items name. */
export const LIGHT_COUNT = 30;

/** A round light that fades towards its edge in even steps. */
export function drawLight(id: number): LightShape {
  const radius = RADII[id % RADII.length]!;
  const side = radius * 2;
  const levels = new Int8Array(side * side);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const away = Math.hypot(x + 0.5 - radius, y + 0.5 - radius) / radius;
      levels[y * side + x] = Math.round(Math.max(0, 1 - away) ** 1.2 * BRIGHTEST);
    }
  }
  return { width: side, height: side, levels };
}
