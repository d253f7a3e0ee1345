import type { LightShape } from '../art-source.ts';

/** Brightest level of a light's file. */
const BRIGHTEST = 31;

interface Shape {
  /** Pixels from the middle to the edge. */
  readonly radius: number;
  /** Where it shines, in radians clockwise from the right as the screen shows it; none shines all around. */
  readonly way?: number;
  /** Half of the angle of a beam. */
  readonly wide?: number;
  /** Not brighter than this. */
  readonly most?: number;
  /** Bars across it, of a window. */
  readonly bars?: boolean;
}

const EAST = Math.PI / 4;
const SOUTH = (Math.PI * 3) / 4;
const WEST = (Math.PI * 5) / 4;
const NORTH = (Math.PI * 7) / 4;

/** Shapes by number. Items of ours name 0, 1, 2, 5, 8, 13 and 29; 5 and 8 hang on walls that face east and south. */
const SHAPES: readonly Shape[] = [
  { radius: 90, way: EAST, wide: 0.6, bars: true },
  { radius: 112 },
  { radius: 75 },
  { radius: 100, way: SOUTH, wide: 0.5 },
  { radius: 100, way: EAST, wide: 0.5 },
  { radius: 96, way: EAST, wide: 1.4 },
  { radius: 96, way: NORTH, wide: 1.4 },
  { radius: 96, way: WEST, wide: 1.4 },
  { radius: 96, way: SOUTH, wide: 1.4 },
  { radius: 60, way: SOUTH, wide: 1.2 },
  { radius: 60, way: EAST, wide: 1.2 },
  { radius: 60, way: NORTH, wide: 1.2 },
  { radius: 60, way: WEST, wide: 1.2 },
  { radius: 90, way: SOUTH, wide: 0.6, bars: true },
  { radius: 130, way: SOUTH, wide: 0.8, bars: true },
  { radius: 130, way: EAST, wide: 0.8, bars: true },
  { radius: 36 },
  { radius: 48 },
  { radius: 60 },
  { radius: 84 },
  { radius: 96 },
  { radius: 120 },
  { radius: 136 },
  { radius: 40, most: 18 },
  { radius: 64, most: 18 },
  { radius: 88, most: 18 },
  { radius: 24, most: 24 },
  { radius: 24, most: 14 },
  { radius: 160, most: 24 },
  { radius: 150 },
  { radius: 180, way: NORTH, wide: 1.5 },
  { radius: 180, way: EAST, wide: 1.5 },
  { radius: 180, way: SOUTH, wide: 1.5 },
  { radius: 180, way: WEST, wide: 1.5 },
  { radius: 200 },
];

/** Numbers of all light shapes, rising. */
export const LIGHT_IDS: readonly number[] = SHAPES.map((_, id) => id);

/** A pool of light that fades evenly towards its edge; null when there is none of that number. */
export function lightShape(id: number): LightShape | null {
  const shape = SHAPES[id];
  if (shape === undefined) return null;
  const { bars = false, most = BRIGHTEST, radius, way, wide = 1 } = shape;
  const side = radius * 2;
  const levels = new Int8Array(side * side);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const dx = x + 0.5 - radius;
      const dy = y + 0.5 - radius;
      const away = Math.hypot(dx, dy) / radius;
      let light = Math.max(0, 1 - away) ** 1.35;
      if (way !== undefined) {
        const off = Math.abs(((Math.atan2(dy, dx) - way + Math.PI * 5) % (Math.PI * 2)) - Math.PI);
        // Near the lamp itself it shines all around.
        light *= Math.max(Math.max(0, 1 - away * 6), Math.max(0, Math.min(1, (wide - off) * 3 + 0.5)));
        if (bars && away > 0.25 && Math.abs(off) < 0.05) light *= 0.45;
      }
      levels[y * side + x] = Math.round(light * most);
    }
  }
  return { width: side, height: side, levels };
}
