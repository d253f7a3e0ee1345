import { Canvas } from '../canvas.ts';
import { chance } from '../noise.ts';
import { RAMPS, type Ramp, shade } from '../palette.ts';

/**
 * A sign of strokes, the same on both sides: each number has its own. Spells and the marks of what works upon somebody are
 * told apart by it and by the colour of its ground.
 */
function sigil(seed: number, size: number, ground: Ramp, ink: Ramp): Canvas {
  const canvas = new Canvas(size, size);
  const c = size / 2;
  canvas.rect(0, 0, size, size, (x, y) => {
    const step = Math.min(x, y, size - 1 - x, size - 1 - y);
    if (step === 0) return shade(RAMPS.ink, 0);
    if (step === 1) return shade(RAMPS.gold, x < size - 2 && y < size - 2 && (x === 1 || y === 1) ? 4 : 1.6);
    const d = Math.hypot(x + 0.5 - c, y + 0.5 - c) / c;
    return shade(ground, 2.4 - d * 1.6 + ((x + y) % 2) * 0.3);
  });
  const unit = size / 44;
  const points = Array.from(
    { length: 5 },
    (_, i) => [2 + Math.floor(chance(i, seed, 1) * 12), -14 + Math.floor(chance(i, seed, 2) * 29)] as const,
  );
  const thick = Math.max(1.4, 2.6 * unit);
  const strokes: (readonly [number, number, number, number])[] = [];
  for (let i = 0; i < 4; i++) {
    const [x0, y0] = i === 0 ? ([0, points[0]![1]] as const) : points[i]!;
    const [x1, y1] = points[i + 1]!;
    strokes.push([x0, y0, x1, y1], [-x0, y0, -x1, y1]);
  }
  if (chance(seed, 3, 3) > 0.45) strokes.push([0, -13, 0, 13]);
  for (const [shift, level] of [
    [1, 0],
    [0, 4],
  ] as const) {
    for (const [x0, y0, x1, y1] of strokes)
      canvas.stroke(
        c + x0 * unit,
        c + y0 * unit + shift,
        c + x1 * unit,
        c + y1 * unit + shift,
        thick,
        shade(level === 0 ? RAMPS.ink : ink, level),
      );
    const r = (3 + Math.floor(chance(seed, 4, 3) * 4)) * unit;
    if (chance(seed, 5, 3) > 0.5)
      canvas.ellipse(c, c + shift, r, r, (x, y) =>
        Math.hypot(x + 0.5 - c, y + 0.5 - c - shift) < r - thick * 0.8
          ? 0
          : shade(level === 0 ? RAMPS.ink : ink, level + 1),
      );
  }
  return canvas;
}

const CIRCLES: readonly Ramp[] = [
  RAMPS.slate,
  RAMPS.blue,
  RAMPS.water,
  RAMPS.jade,
  RAMPS.leaf,
  RAMPS.brick,
  RAMPS.red,
  RAMPS.violet,
];
const range = (first: number, count: number, make: (i: number) => Canvas): [number, () => Canvas][] =>
  Array.from({ length: count }, (_, i) => [first + i, () => make(i)]);

/** Small pictures by gump: of spells in their schools, of abilities, of what works upon somebody. */
export const SIGNS: ReadonlyMap<number, () => Canvas> = new Map<number, () => Canvas>([
  ...range(0x08c0, 64, (i) => sigil(i + 1, 44, CIRCLES[i >> 3]!, RAMPS.gold)),
  ...range(0x1b58, 64, (i) => sigil(i + 1, 22, CIRCLES[i >> 3]!, RAMPS.gold)),
  ...range(0x5000, 17, (i) => sigil(i + 101, 44, RAMPS.ink, RAMPS.red)),
  ...range(0x5100, 10, (i) => sigil(i + 201, 44, RAMPS.plaster, RAMPS.red)),
  ...range(0x5200, 32, (i) => sigil(i + 301, 44, RAMPS.iron, RAMPS.fire)),
  ...range(0x5300, 8, (i) => sigil(i + 401, 44, RAMPS.slate, RAMPS.snow)),
  ...range(0x5400, 6, (i) => sigil(i + 501, 44, RAMPS.brick, RAMPS.gold)),
  ...range(0x59d8, 16, (i) => sigil(i + 601, 44, RAMPS.leaf, RAMPS.gold)),
  ...range(0x5dc0, 16, (i) => sigil(i + 701, 44, RAMPS.violet, RAMPS.jade)),
  ...range(0x7540, 60, (i) => sigil(i + 801, 26, CIRCLES[i % 8]!, RAMPS.snow)),
]);
