import { Canvas } from '../canvas.ts';
import { chance, valueNoise } from '../noise.ts';
import { RAMPS, shade } from '../palette.ts';

/** Width and height of a chart in pixels. Source: classic client rule. */
export const CHART = 383;

/** What a chart shows of each of its pixels; coordinates may lie outside. */
export interface ChartedLand {
  readonly seed: number;
  isLand(x: number, y: number): boolean;
  /** What stands there, to be drawn as a sign; null for nothing. */
  sign(x: number, y: number): 'hill' | 'tree' | null;
}

/** An island that is nowhere: for charts of lands that are not known. */
export function dreamtIsland(seed: number): ChartedLand {
  const heightAt = (x: number, y: number): number => {
    const away = Math.hypot((x - CHART / 2) / CHART, (y - CHART / 2) / CHART) * 2;
    return (
      1.05 -
      away * 1.25 +
      0.55 * (valueNoise(x / 60, y / 60, 64, seed) - 0.5) +
      0.3 * (valueNoise(x / 24, y / 24, 64, seed + 7) - 0.5)
    );
  };
  return {
    seed,
    isLand: (x, y) => heightAt(x, y) > 0.3,
    sign(x, y) {
      const high = heightAt(x, y);
      if (high > 0.78) return 'hill';
      return high > 0.42 && valueNoise(x / 40, y / 40, 64, seed + 3) > 0.5 ? 'tree' : null;
    },
  };
}

/** A land drawn with a pen on parchment: shores, woods and hills. */
export function drawChart(land: ChartedLand): Canvas {
  const { seed } = land;
  const isLand = (x: number, y: number): boolean => land.isLand(x, y);
  const canvas = new Canvas(CHART, CHART);
  canvas.rect(0, 0, CHART, CHART, (x, y) => {
    if (isLand(x, y)) {
      const shore = !(isLand(x - 2, y) && isLand(x + 2, y) && isLand(x, y - 2) && isLand(x, y + 2));
      return shore ? shade(RAMPS.wood, 1) : shade(RAMPS.sand, 4.4);
    }
    // Lines of the sea, closer near the shore.
    const near = isLand(x + 8, y) || isLand(x - 8, y) || isLand(x, y + 8) || isLand(x, y - 8);
    return shade(RAMPS.sand, y % (near ? 4 : 9) === 0 ? 2.4 : 3.4);
  });
  for (let i = 0; i < 700; i++) {
    const x = Math.floor(chance(i, 1, seed) * CHART);
    const y = Math.floor(chance(i, 2, seed) * CHART);
    const sign = isLand(x, y) ? land.sign(x, y) : null;
    if (sign === 'hill') {
      canvas.line(x - 5, y + 4, x, y - 4, shade(RAMPS.wood, 1));
      canvas.line(x, y - 4, x + 5, y + 4, shade(RAMPS.wood, 2));
      canvas.line(x + 1, y - 1, x + 3, y + 3, shade(RAMPS.wood, 2));
    } else if (sign === 'tree') {
      canvas.ellipse(x, y, 2.4, 2.4, shade(RAMPS.moss, 2));
      canvas.rect(x, y + 2, 1, 3, shade(RAMPS.wood, 1));
    }
  }
  compassRose(canvas, CHART - 42, CHART - 42);
  return canvas;
}

function compassRose(canvas: Canvas, cx: number, cy: number): void {
  for (const [dx, dy] of [
    [0, -26],
    [0, 26],
    [-20, 0],
    [20, 0],
  ] as const) {
    const side = dx === 0 ? ([4, 0] as const) : ([0, 4] as const);
    canvas.polygon(
      [
        [cx + dx, cy + dy],
        [cx + side[0], cy + side[1]],
        [cx - side[0], cy - side[1]],
      ],
      shade(dy < 0 ? RAMPS.red : RAMPS.wood, 1.6),
    );
  }
  canvas.ellipse(cx, cy, 4, 4, shade(RAMPS.gold, 3));
}
