import { Canvas } from '../canvas.ts';
import { chance, valueNoise } from '../noise.ts';
import { RAMPS, shade } from '../palette.ts';
import { drawFrame, FRAMES } from './frames.ts';

const MAP = 383;

/** An island drawn with a pen on parchment: shores, woods, hills, and dots where towns may be. */
function islandMap(seed: number): Canvas {
  const canvas = new Canvas(MAP, MAP);
  const heightAt = (x: number, y: number): number => {
    const away = Math.hypot((x - MAP / 2) / MAP, (y - MAP / 2) / MAP) * 2;
    return (
      1.05 -
      away * 1.25 +
      0.55 * (valueNoise(x / 60, y / 60, 64, seed) - 0.5) +
      0.3 * (valueNoise(x / 24, y / 24, 64, seed + 7) - 0.5)
    );
  };
  const isLand = (x: number, y: number): boolean => heightAt(x, y) > 0.3;
  canvas.rect(0, 0, MAP, MAP, (x, y) => {
    if (isLand(x, y)) {
      const shore = !(isLand(x - 2, y) && isLand(x + 2, y) && isLand(x, y - 2) && isLand(x, y + 2));
      return shore ? shade(RAMPS.wood, 1) : shade(RAMPS.sand, 4.4);
    }
    // Lines of the sea, closer near the shore.
    const near = isLand(x + 8, y) || isLand(x - 8, y) || isLand(x, y + 8) || isLand(x, y - 8);
    return shade(RAMPS.sand, y % (near ? 4 : 9) === 0 ? 2.4 : 3.4);
  });
  for (let i = 0; i < 700; i++) {
    const x = Math.floor(chance(i, 1, seed) * MAP);
    const y = Math.floor(chance(i, 2, seed) * MAP);
    const high = heightAt(x, y);
    if (high > 0.78) {
      canvas.line(x - 5, y + 4, x, y - 4, shade(RAMPS.wood, 1));
      canvas.line(x, y - 4, x + 5, y + 4, shade(RAMPS.wood, 2));
      canvas.line(x + 1, y - 1, x + 3, y + 3, shade(RAMPS.wood, 2));
    } else if (high > 0.42 && valueNoise(x / 40, y / 40, 64, seed + 3) > 0.5) {
      canvas.ellipse(x, y, 2.4, 2.4, shade(RAMPS.moss, 2));
      canvas.rect(x, y + 2, 1, 3, shade(RAMPS.wood, 1));
    }
  }
  const [cx, cy] = [MAP - 42, MAP - 42];
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
  return canvas;
}

/** A frame whose middle is left open. */
function openFrame(width: number, height: number, border: number): Canvas {
  const frame = drawFrame(width, height, { ...FRAMES.get(0x141e)!, border });
  return frame.map((index, x, y) =>
    x >= border && y >= border && x < width - border && y < height - border ? 0 : index,
  );
}

/** What is seen where a character is made and a city chosen, by gump. */
export const PLACES: ReadonlyMap<number, () => Canvas> = new Map<number, () => Canvas>([
  [0x0708, () => drawFrame(240, 262, FRAMES.get(0x0e10)!)],
  [0x0709, () => drawFrame(160, 22, FRAMES.get(0x0a3c)!)],
  [0x070a, () => drawFrame(233, 26, FRAMES.get(0x0bb8)!).crop(0, 0, 8, 26)],
  [0x070b, () => drawFrame(233, 26, FRAMES.get(0x0bb8)!).crop(40, 0, 32, 26)],
  [0x070c, () => drawFrame(233, 26, FRAMES.get(0x0bb8)!).crop(225, 0, 8, 26)],
  [0x0906, () => drawFrame(200, 260, FRAMES.get(0x1400)!)],
  [0x0475, () => drawFrame(400, 30, FRAMES.get(0x0bb8)!)],
  [0x1598, () => islandMap(3)],
  ...[0, 1, 2, 3, 4, 5].map((facet): [number, () => Canvas] => [0x15d9 + facet, () => islandMap(facet + 3)]),
  [0x15df, () => openFrame(MAP + 10, MAP + 10, 5)],
]);
