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

/** Sides of the squares: in spell books, upon buttons of one's own, of what works upon somebody. */
const SIDE = { book: 44, small: 22, effect: 28 } as const;
const DEVOTION = [RAMPS.plaster, RAMPS.red] as const;
const FOREST = [RAMPS.leaf, RAMPS.gold] as const;

/** What works upon somebody comes in rows of every colour. */
const effects = (first: number, count: number): [number, () => Canvas][] =>
  range(first, count, (i) => sigil(first + i, SIDE.effect, CIRCLES[(first + i) % 8]!, RAMPS.snow));
const inBook = (
  first: number,
  count: number,
  seed: number,
  [ground, ink]: readonly [Ramp, Ramp],
): [number, () => Canvas][] => range(first, count, (i) => sigil(i + seed, SIDE.book, ground, ink));

/**
 * Small pictures by gump: of spells in their schools, of abilities, of what works upon somebody. Source of the numbers: classic
 * client rule.
 */
export const SIGNS: ReadonlyMap<number, () => Canvas> = new Map<number, () => Canvas>([
  // What works upon somebody. Some are those of spells, which come after and stay.
  ...effects(0x094b, 7),
  ...effects(0x5011, 1),
  ...effects(0x5d51, 1),
  ...effects(0x5ddf, 8),
  ...effects(0x753a, 75),
  ...effects(0x758a, 30),
  ...effects(0x75c0, 6),
  ...effects(0x75f2, 42),
  ...effects(0x9bb5, 43),
  ...effects(0x9cde, 1),
  ...effects(0xc343, 12),
  // The circles of common magic: small, for books, and for buttons.
  ...range(0x08c0, 64, (i) => sigil(i + 1, SIDE.book, CIRCLES[i >> 3]!, RAMPS.gold)),
  ...range(0x1b58, 64, (i) => sigil(i + 1, SIDE.small, CIRCLES[i >> 3]!, RAMPS.gold)),
  // Schools.
  ...inBook(0x5000, 17, 101, [RAMPS.ink, RAMPS.red]),
  ...inBook(0x5100, 10, 201, DEVOTION),
  ...inBook(0x5300, 8, 401, [RAMPS.slate, RAMPS.snow]),
  ...inBook(0x5320, 8, 401, [RAMPS.slate, RAMPS.snow]),
  ...inBook(0x5400, 6, 501, [RAMPS.brick, RAMPS.gold]),
  ...inBook(0x5420, 6, 501, [RAMPS.brick, RAMPS.gold]),
  ...inBook(0x59d8, 16, 601, FOREST),
  ...inBook(0x5dc0, 16, 701, [RAMPS.violet, RAMPS.jade]),
  ...inBook(0x0945, 6, 901, [RAMPS.wood, RAMPS.gold]),
  ...inBook(0x9b8b, 39, 907, [RAMPS.wood, RAMPS.gold]),
  // Abilities of weapons, and those that one is born with.
  ...inBook(0x5200, 32, 301, [RAMPS.iron, RAMPS.fire]),
  ...inBook(0x5dd0, 4, 1001, [RAMPS.oak, RAMPS.plaster]),
  ...inBook(0x5dd4, 6, 1005, FOREST),
  ...inBook(0x5dda, 5, 1011, [RAMPS.brick, RAMPS.plaster]),
]);
