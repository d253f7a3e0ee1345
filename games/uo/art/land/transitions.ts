import type { Canvas } from '../canvas.ts';
import { chance, valueNoise } from '../noise.ts';
import { shift } from '../palette.ts';
import { fillDiamond, tilePlace } from './diamond.ts';

/** How far the other ground reaches in where a border leaves the tile: the same for all shapes, so that they meet. */
const REACH = 0.42;

/**
 * A tile of one ground into which another reaches. The border wavers within the tile and is in the same place where it leaves it,
 * so that any two shapes that can lie side by side fit. `shape` counts as an `EdgeSet` of the world's land tables does.
 */
export function blend(ground: Canvas, other: Canvas, shape: number, seed: number): Canvas {
  const isOther = (x: number, y: number): boolean => {
    const [east, south] = tilePlace(x, y);
    return depth(east, south, shape, seed) + (chance(x, y, seed) - 0.5) * 0.035 < 0;
  };
  return fillDiamond((x, y) => {
    if (isOther(x, y)) {
      // What lies higher throws a thin shadow.
      return shift(other.get(x, y), isOther(x, y - 1) && isOther(x - 1, y - 1) ? 0 : -1);
    }
    const lowEdge = isOther(x, y + 1) || isOther(x + 1, y + 1);
    const highEdge = isOther(x, y - 1) || isOther(x - 1, y - 1);
    return shift(ground.get(x, y), lowEdge ? -1 : highEdge ? 1 : 0);
  });
}

/** Tiles from the border: above 0 in the tile's own ground, below in the other. */
function depth(east: number, south: number, shape: number, seed: number): number {
  const turns = shape % 4;
  // Seen so that the other ground lies to the north, or to the north and west.
  const [e, s] = turned(east, south, turns);
  const kind = Math.floor(shape / 4);
  const waver = (t: number): number =>
    (valueNoise(t * 4, 0.5, 64, seed) - 0.5) * 0.34 * Math.min(1, 4 * t, 4 * (1 - t));
  if (kind === 0) return s - REACH - waver(Math.max(0, Math.min(1, e)));
  if (kind === 1)
    return Math.hypot(e, s) - REACH - waver(Math.max(0, Math.min(1, Math.atan2(s, e) / (Math.PI / 2))));
  // The inner side of a bend is round too.
  const [a, b] = [Math.max(0, 0.8 - e), Math.max(0, 0.8 - s)];
  return 0.8 - REACH - Math.hypot(a, b) - waver(Math.max(0, Math.min(1, (e - s + 1) / 2)));
}

function turned(east: number, south: number, turns: number): [number, number] {
  if (turns === 0) return [east, south];
  if (turns === 1) return [south, 1 - east];
  if (turns === 2) return [1 - east, 1 - south];
  return [1 - south, east];
}
