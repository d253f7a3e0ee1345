import { Canvas } from '../canvas.ts';
import type { Graphic, Recipe } from '../graphics.ts';
import { Dice } from '../noise.ts';
import { RAMPS, type Ramp, shade } from '../palette.ts';
import { standing } from '../scene.ts';
import { paintCrown } from './foliage.ts';

const {
  blue,
  brick,
  cloth,
  fire,
  gold,
  grass,
  jade,
  leaf,
  moss,
  oak,
  plaster,
  red,
  sand,
  snow,
  violet,
  wood,
} = RAMPS;

/** Canvas around a plant that stands in the middle of its tile. */
const SHEET = { width: 88, height: 110 };
const CX = SHEET.width / 2;
const GROUND = SHEET.height - 18;

const sheet = (): Canvas => new Canvas(SHEET.width, SHEET.height);

/** A stem that bends to one side; returns its tip. */
function stem(
  canvas: Canvas,
  x: number,
  y: number,
  high: number,
  bend: number,
  ramp: Ramp,
  level = 3,
): [number, number] {
  for (let i = 0; i <= high; i++) {
    const t = i / high;
    canvas.set(Math.round(x + bend * t * t), Math.round(y - i), shade(ramp, level - 1 + t * 1.4));
  }
  return [Math.round(x + bend), Math.round(y - high)];
}

function grasses(seed: number, count: number, high: number, ramp: Ramp): Canvas {
  const canvas = sheet();
  const dice = new Dice(seed);
  for (let i = 0; i < count; i++) {
    const x = CX + dice.between(-11, 11);
    const y = GROUND + dice.between(-5, 4);
    const tall = high * dice.between(0.5, 1);
    stem(
      canvas,
      x,
      y,
      tall,
      dice.between(-0.5, 0.5) * tall * 0.9 + (x - CX) * 0.25,
      ramp,
      dice.between(2.2, 3.8),
    );
  }
  return standing(canvas);
}

type Bloom = 'daisy' | 'bell' | 'spike' | 'cup' | 'cluster';

function bloom(canvas: Canvas, x: number, y: number, kind: Bloom, ramp: Ramp, high: number): void {
  if (kind === 'daisy') {
    for (const [dx, dy] of [
      [0, -1],
      [-1, 0],
      [1, 0],
      [0, 1],
    ] as const)
      canvas.set(x + dx, y + dy, shade(ramp, dx + dy < 0 ? 5 : 3));
    canvas.set(x, y, shade(gold, 4));
  } else if (kind === 'cup') {
    canvas.rect(x - 1, y - 1, 3, 3, (i, j) => shade(ramp, 4 - (i - x) * 0.8 - (j - y) * 0.5));
    canvas.set(x - 1, y - 2, shade(ramp, 5));
    canvas.set(x + 1, y - 2, shade(ramp, 3));
  } else if (kind === 'spike') {
    for (let i = 0; i < Math.min(10, high * 0.5); i++) {
      const wide = i < 2 ? 0 : 1;
      for (let w = -wide; w <= wide; w++)
        if ((i + w) % 2 === 0) canvas.set(x + w, y + i, shade(ramp, 4 - w - i * 0.12));
    }
  } else if (kind === 'bell') {
    for (let i = 0; i < 3; i++) {
      const side = i % 2 === 0 ? -1 : 1;
      canvas.rect(x + side * 2 - 1, y + i * 3, 2, 3, (_, j) => shade(ramp, 4.4 - (j - y - i * 3)));
    }
  } else {
    canvas.ellipse(x + 0.5, y + 0.5, 2.6, 2.2, (i, j) => shade(ramp, 3.8 - (i - x) * 0.6 - (j - y) * 0.7));
    canvas.set(x - 1, y - 1, shade(ramp, 5));
  }
}

function flowers(seed: number, kind: Bloom, ramp: Ramp, count = 7, high = 13): Canvas {
  const canvas = sheet();
  const dice = new Dice(seed);
  for (let i = 0; i < 12; i++) {
    stem(
      canvas,
      CX + dice.between(-10, 10),
      GROUND + dice.between(-5, 4),
      dice.between(4, 8),
      dice.between(-3, 3),
      leaf,
    );
  }
  const places = Array.from({ length: count }, () => [dice.between(-11, 11), dice.between(-7, 5)] as const);
  for (const [dx, dy] of places.toSorted((a, b) => a[1] - b[1])) {
    const tall = high * dice.between(0.6, 1.1);
    const [x, y] = stem(canvas, CX + dx, GROUND + dy, tall, dx * 0.2, leaf);
    bloom(canvas, x, y, kind, ramp, tall);
  }
  return standing(canvas);
}

const BLOOMS: readonly (readonly [Bloom, Ramp])[] = [
  ['daisy', snow],
  ['cup', red],
  ['spike', violet],
  ['daisy', gold],
  ['bell', blue],
  ['cup', gold],
  ['cluster', violet],
  ['daisy', plaster],
  ['spike', blue],
  ['cluster', red],
];

const FLOWERS: readonly (readonly [word: string, kind: Bloom, ramp: Ramp])[] = [
  ['foxglove', 'spike', violet],
  ['orfluer', 'cup', gold],
  ['campion', 'daisy', red],
  ['snowdrop', 'bell', snow],
  ['white', 'daisy', snow],
  ['poppies', 'cup', fire],
  ['rose', 'cluster', red],
];

function fern(seed: number, big: boolean): Canvas {
  const canvas = sheet();
  const dice = new Dice(seed);
  const fronds = big ? 13 : 9;
  for (let i = 0; i < fronds; i++) {
    const angle = -Math.PI * (0.04 + (0.92 * (i + dice.next() * 0.4)) / fronds);
    const long = (big ? 24 : 16) * dice.between(0.8, 1.1);
    const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
    for (let j = 0; j < long; j++) {
      const t = j / long;
      const x = CX + dx * j;
      const y = GROUND + dy * j * 0.8 + t * t * long * 0.4;
      const wide = 3.4 * Math.sin(Math.PI * (0.1 + t * 0.9));
      const light = 3.2 - dx * 0.9 + (dy < -0.6 ? 0.5 : 0) - (1 - t) * 1.2;
      for (let w = -wide; w <= wide; w++) {
        if (j % 2 === 0 || Math.abs(w) < 0.9) {
          canvas.set(
            Math.round(x - dy * w * 0.7),
            Math.round(y + dx * w * 0.7 + Math.abs(w) * 0.4),
            shade(leaf, light + (Math.abs(w) < 0.9 ? 1 : 0)),
          );
        }
      }
    }
  }
  return standing(canvas);
}

function mushrooms(seed: number, count: number): Canvas {
  const canvas = sheet();
  const dice = new Dice(seed);
  const ramp = dice.pick([red, oak, plaster, brick, sand]);
  const places = Array.from(
    { length: count },
    () => [dice.between(-9, 9), dice.between(-5, 4), dice.between(2.4, 4.6)] as const,
  );
  for (const [dx, dy, r] of places.toSorted((a, b) => a[1] - b[1])) {
    const x = CX + (count === 1 ? 0 : dx);
    const y = GROUND + dy;
    const high = r * 1.3;
    canvas.rect(Math.round(x - 1), Math.round(y - high), 3, Math.round(high), (i) =>
      shade(plaster, 4.4 - (i - x) * 0.8),
    );
    for (let j = -r; j <= 1; j++) {
      const half = r * Math.sqrt(Math.max(0, 1 - (j / (r + 0.3)) ** 2)) + 0.6;
      for (let i = Math.ceil(-half); i <= half; i++) {
        canvas.set(
          Math.round(x + i),
          Math.round(y - high + j),
          shade(ramp, 3.6 - i * 0.45 - j * 0.25 - (j > 0 ? 1.5 : 0)),
        );
      }
    }
    if (ramp === red) {
      canvas.set(Math.round(x - 1), Math.round(y - high - r * 0.5), shade(snow, 5));
      canvas.set(Math.round(x + 1), Math.round(y - high - 1), shade(snow, 4));
    }
  }
  return standing(canvas.rim());
}

function cattails(seed: number, heads: boolean): Canvas {
  const canvas = sheet();
  const dice = new Dice(seed);
  for (let i = 0; i < 16; i++) {
    const tall = dice.between(18, 36);
    const [x, y] = stem(
      canvas,
      CX + dice.between(-10, 10),
      GROUND + dice.between(-4, 5),
      tall,
      dice.between(-5, 5),
      i % 3 === 0 ? moss : grass,
      dice.between(2, 3.6),
    );
    if (heads && i % 3 === 0) canvas.rect(x - 1, y - 1, 2, 7, (k) => shade(wood, 3.4 - (k - x)));
  }
  return standing(canvas);
}

function cornStalks(seed: number): Canvas {
  const canvas = sheet();
  const dice = new Dice(seed);
  for (const [dx, dy] of [
    [-8, -4],
    [7, -3],
    [-2, 3],
  ] as const) {
    const tall = dice.between(34, 44);
    const [x, y] = [CX + dx, GROUND + dy];
    stem(canvas, x, y, tall, dice.between(-2, 2), grass, 3);
    stem(canvas, x + 1, y, tall, 0, grass, 2);
    for (let i = 0; i < 6; i++) {
      const side = i % 2 === 0 ? -1 : 1;
      const from = y - 6 - i * 5;
      for (let j = 0; j < 11; j++) {
        const py = from - j * 0.8 + (j * j) / 10;
        canvas.set(Math.round(x + side * j), Math.round(py), shade(grass, 4 - (side > 0 ? 1.2 : 0) - j / 12));
        canvas.set(Math.round(x + side * j), Math.round(py) + 1, shade(grass, 2.4 - (side > 0 ? 0.8 : 0)));
      }
    }
    canvas.rect(Math.round(x + 2), Math.round(y - tall * 0.6), 3, 8, (k, j) =>
      shade(gold, 4.2 - (k - x - 2) * 0.8 - (j % 2) * 0.5),
    );
    for (let i = -2; i <= 2; i++) canvas.line(x, y - tall, x + i * 1.5, y - tall - 5, shade(gold, 3));
  }
  return standing(canvas);
}

function wheat(seed: number): Canvas {
  const canvas = sheet();
  const dice = new Dice(seed);
  for (let i = 0; i < 26; i++) {
    const dx = dice.between(-15, 15);
    const dy = dice.between(-11, 8) * (1 - Math.abs(dx) / 24);
    const [x, y] = stem(canvas, CX + dx, GROUND + dy, dice.between(16, 23), dice.between(-3, 3), gold, 2.4);
    for (let j = 0; j < 6; j++) {
      canvas.set(x - 1 + (j % 2), y + j - 2, shade(gold, 4.6 - j * 0.3));
      canvas.set(x + (j % 2), y + j - 2, shade(gold, 3));
    }
  }
  return standing(canvas);
}

function rowCrop(seed: number, ramp: Ramp, root?: Ramp): Canvas {
  const canvas = sheet();
  const dice = new Dice(seed);
  for (const [dx, dy] of [
    [0, -9],
    [-10, 0],
    [10, 0],
    [0, 8],
  ] as const) {
    if (root !== undefined)
      canvas.ellipse(CX + dx, GROUND + dy, 3.5, 2.6, (i, j) =>
        shade(root, 3.5 - (i - CX - dx) * 0.4 - (j - GROUND - dy) * 0.4),
      );
    for (let i = 0; i < 7; i++)
      stem(
        canvas,
        CX + dx + dice.between(-2, 2),
        GROUND + dy,
        dice.between(5, 10),
        dice.between(-5, 5),
        ramp,
        dice.between(2.4, 4),
      );
  }
  return standing(canvas);
}

function bush(seed: number, ramp: Ramp): Canvas {
  const canvas = sheet();
  const puffs = (
    [
      [-9, -8],
      [9, -8],
      [0, -15],
      [-4, -4],
      [5, -3],
    ] as const
  ).map(([dx, dy]) => ({
    x: CX + dx,
    y: GROUND + dy,
    rx: 10,
    ry: 9,
  }));
  paintCrown(
    canvas,
    puffs.toSorted((a, b) => a.y - b.y),
    { ramp, seed, leaf: 1 },
  );
  return standing(canvas.rim());
}

/** A thick bush that nearly fills its tile. */
function hedge(seed: number): Canvas {
  const canvas = sheet();
  const places = [
    [0, -16, 13],
    [-9, -10, 12],
    [9, -10, 12],
    [-5, -5, 11],
    [6, -5, 11],
  ] as const;
  const puffs = places.map(([dx, dy, r]) => ({ x: CX + dx, y: GROUND + dy + 4, rx: r, ry: r * 0.85 }));
  paintCrown(canvas, puffs, { ramp: leaf, seed, leaf: 1, bias: -0.3 });
  return standing(canvas.rim());
}

function pot(plant: Canvas): Canvas {
  const canvas = sheet();
  canvas.blit(plant, CX - plant.width / 2, SHEET.height - plant.height - 9);
  canvas.polygon(
    [
      [CX - 7, GROUND - 9],
      [CX + 7, GROUND - 9],
      [CX + 5, GROUND + 2],
      [CX - 5, GROUND + 2],
    ],
    (x) => shade(brick, 3.6 - (x - CX) / 5),
  );
  canvas.rect(CX - 8, GROUND - 11, 16, 3, (x) => shade(brick, 4.4 - (x - CX) / 6));
  return standing(canvas.rim());
}

function cactus(): Canvas {
  const canvas = sheet();
  const arm = (x: number, y: number, w: number, h: number): void =>
    canvas.rect(x, y, w, h, (i) => shade(leaf, 4.2 - ((i - x) / w) * 3 + (i % 3 === 0 ? 0.6 : 0)));
  arm(CX - 4, GROUND - 30, 8, 34);
  arm(CX - 11, GROUND - 20, 4, 9);
  arm(CX - 10, GROUND - 13, 7, 4);
  arm(CX + 6, GROUND - 25, 4, 9);
  arm(CX + 3, GROUND - 18, 6, 4);
  return standing(canvas.outline());
}

function crops({ id, name }: Graphic): Canvas {
  if (name.includes('wheat')) return wheat(id);
  if (name.includes('corn')) return cornStalks(id);
  if (name.includes('cabbage') || name.includes('lettuce')) return rowCrop(id, grass, jade);
  if (name.includes('turnip')) return rowCrop(id, grass, violet);
  if (name.includes('onion')) return rowCrop(id, jade, plaster);
  if (name.includes('carrot')) return rowCrop(id, leaf, fire);
  if (name.includes('pumpkin')) return rowCrop(id, leaf, fire);
  if (name.includes('cotton')) return flowers(id, 'cluster', snow, 8, 16);
  if (name.includes('flax')) return flowers(id, 'daisy', blue, 9, 20);
  return rowCrop(id, leaf);
}

export const drawPlants: Recipe = (graphic) => {
  const { id, kind, name } = graphic;
  if (kind === 'flower' || kind === 'plant') {
    if (name.includes('pot') && !name.includes('poppies'))
      return pot(name.includes('cactus') ? cactus() : flowers(id, ...BLOOMS[id % BLOOMS.length]!, 6, 16));
    if (name.includes('fern')) return fern(id, name.includes('large'));
    const known = FLOWERS.find(([word]) => name.includes(word));
    if (known !== undefined) return flowers(id, known[1], known[2]);
    if (name.includes('flower')) return flowers(id, ...BLOOMS[id % BLOOMS.length]!);
    return null;
  }
  if (kind === 'grass') {
    if (name.includes('cattail')) return cattails(id, true);
    if (name.includes('reed')) return cattails(id, false);
    return grasses(id, 16, 13, id % 2 === 0 ? grass : moss);
  }
  if (kind === 'mushroom') return mushrooms(id, name.includes('mushrooms') ? 6 : 1);
  if (kind === 'hedge') return hedge(id);
  if (kind === 'bush' && name !== 'bushel') return bush(id, leaf);
  if (kind === 'crop' && !name.includes('hay') && !name.includes('corn stalk pile')) return crops(graphic);
  return null;
};

/** A spray of dried herbs and the like: stems tied together. */
export function bundle(ramp: Ramp, seed: number, heads: Ramp = cloth): Canvas {
  const canvas = new Canvas(44, 44);
  const dice = new Dice(seed);
  for (let i = 0; i < 12; i++) {
    const bend = dice.between(-9, 9);
    const [x, y] = stem(canvas, 22, 38, 24 + dice.between(-4, 4), bend, ramp, dice.between(2.4, 4));
    if (heads !== cloth) canvas.ellipse(x + 0.5, y, 1.8, 1.8, shade(heads, dice.between(3, 5)));
  }
  canvas.rect(20, 31, 5, 2, shade(RAMPS.red, 3));
  return canvas;
}
