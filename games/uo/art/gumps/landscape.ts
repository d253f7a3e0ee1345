import { Canvas } from '../canvas.ts';
import { writeText } from '../fonts/fonts.ts';
import { chance } from '../noise.ts';
import { RAMPS, type Ramp, shade } from '../palette.ts';
import { drawFrame, FRAMES } from './frames.ts';
import { heading } from './heading.ts';

const WOOD = FRAMES.get(0x1400)!;

/** From the top of an evening sky down. */
const DUSK: readonly number[] = [
  ...[0, 1, 2].map((level) => shade(RAMPS.slate, level)),
  ...[1, 2].map((level) => shade(RAMPS.violet, level)),
  ...[3, 4, 5].map((level) => shade(RAMPS.brick, level)),
];
/** In which order the pixels of a square of four go over to the next colour. */
const SIEVE = [0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5];

/** A picture for the beginning: hills, a castle and a moon, framed. */
function landscape(width: number, height: number): Canvas {
  const canvas = new Canvas(width, height);
  const horizon = Math.round(height * 0.62);
  canvas.rect(0, 0, width, height, (x, y) => {
    const at = (y / horizon) * (DUSK.length - 1);
    const step = Math.floor(at + (SIEVE[(y % 4) * 4 + (x % 4)]! + 0.5) / 16);
    return DUSK[Math.min(step, DUSK.length - 1)]!;
  });
  for (let i = 0; i < 90; i++)
    canvas.set(
      Math.floor(chance(i, 1, 31) * width),
      Math.floor(chance(i, 2, 31) * horizon * 0.55),
      shade(RAMPS.snow, chance(i, 3, 31) > 0.7 ? 5 : 3),
    );
  canvas.ellipse(width * 0.78, height * 0.18, 26, 26, (x, y) =>
    Math.hypot(x - width * 0.78 - 9, y - height * 0.18 + 6) < 22 ? 0 : shade(RAMPS.plaster, 5),
  );
  const hills = (base: number, high: number, seed: number, ramp: Ramp, level: number): void => {
    for (let x = 0; x < width; x++) {
      const top =
        base - high * (0.5 + 0.5 * Math.sin(x / 61 + seed)) - high * 0.5 * Math.sin(x / 29 + seed * 2.3);
      canvas.rect(x, Math.round(top), 1, height - Math.round(top), (_i, y) =>
        shade(ramp, level + (y - top < 2 ? 1.4 : 0)),
      );
    }
  };
  const keep = (x: number, y: number, w: number, h: number): void => {
    canvas.rect(x, y, w, h, (i) => shade(RAMPS.ink, i - x < 3 ? 3 : 1));
    for (let i = 0; i < w; i += 6) canvas.rect(x + i, y - 4, 3, 4, shade(RAMPS.ink, 2));
    canvas.rect(x + (w >> 1) - 1, y + 10, 3, 5, shade(RAMPS.fire, 4));
  };
  // Behind the first hills, where they are highest.
  const cx = Math.round(width * 0.47);
  keep(cx, horizon - 124, 26, 124);
  keep(cx + 30, horizon - 98, 44, 98);
  keep(cx + 78, horizon - 140, 22, 140);
  canvas.polygon(
    [
      [cx + 76, horizon - 144],
      [cx + 102, horizon - 144],
      [cx + 89, horizon - 174],
    ],
    shade(RAMPS.red, 1),
  );
  hills(horizon, 34, 1, RAMPS.slate, 1);
  hills(horizon + 40, 26, 4, RAMPS.pine, 1);
  hills(horizon + 100, 30, 7, RAMPS.pine, 0);
  for (let i = 0; i < 34; i++) {
    const x = Math.floor(chance(i, 5, 41) * width);
    const y = horizon + 60 + Math.floor(chance(i, 6, 41) * (height - horizon - 60));
    const h = 16 + Math.floor(chance(i, 7, 41) * 22);
    canvas.polygon(
      [
        [x - h * 0.3, y],
        [x + h * 0.3, y],
        [x, y - h],
      ],
      (px) => shade(RAMPS.pine, px < x ? 2 : 1),
    );
  }
  return canvas;
}

function login(): Canvas {
  const canvas = landscape(640, 480);
  frameOver(canvas);
  const panel = drawFrame(420, 172, WOOD);
  canvas.blit(panel, 110, 260);
  writeText(canvas, 140, 290, 'Account', shade(RAMPS.plaster, 5));
  writeText(canvas, 140, 330, 'Password', shade(RAMPS.plaster, 5));
  return canvas;
}

function frameOver(canvas: Canvas): void {
  const frame = drawFrame(canvas.width, canvas.height, { ...WOOD, border: 14 });
  canvas.rect(0, 0, canvas.width, canvas.height, (x, y) =>
    Math.min(x, y, canvas.width - 1 - x, canvas.height - 1 - y) < 14 || isCorner(x, y, canvas, 14)
      ? frame.get(x, y)
      : 0,
  );
}
const isCorner = (x: number, y: number, { height, width }: Canvas, size: number): boolean =>
  (x < size || x >= width - size) && (y < size || y >= height - size);

function banner(): Canvas {
  const canvas = drawFrame(240, 40, { ...WOOD, border: 7 });
  heading(canvas, 'A SHARD OF YOUR OWN', 16, shade(RAMPS.gold, 4), shade(RAMPS.ink, 1));
  return canvas;
}

function frameAlone(): Canvas {
  const canvas = new Canvas(640, 480);
  frameOver(canvas);
  return canvas;
}

/** Pictures that clients show before a world, by gump. */
export const LANDSCAPES: ReadonlyMap<number, () => Canvas> = new Map<number, () => Canvas>([
  [0x014e, login],
  [0x0150, () => landscape(640, 480)],
  [0x0151, banner],
  [0x0500, () => landscape(640, 480)],
  [0x058a, banner],
  [0x157c, frameAlone],
  [0x15a0, banner],
  [0x2329, () => landscape(640, 480)],
]);
