import { Canvas } from '../canvas.ts';
import type { Graphic, Recipe } from '../graphics.ts';
import { Dice } from '../noise.ts';
import { RAMPS, type Ramp, shade } from '../palette.ts';
import { standing } from '../scene.ts';
import { type Puff, paintCrown, paintTrunk } from './foliage.ts';

type Habit = 'round' | 'wide' | 'tall' | 'cone' | 'weeping' | 'small';

interface Species {
  readonly habit: Habit;
  readonly leaf: Ramp;
  readonly bark: Ramp;
  /** Pixels of trunk below the crown, and how thick it is. */
  readonly trunk: number;
  readonly thick: number;
  /** Pixels across the crown. */
  readonly spread: number;
  readonly fruit?: Ramp;
}

const { brick, dirt, fire, gold, grass, leaf, moss, oak, pine, red, stone, snow, violet, wood } = RAMPS;

const species = (
  habit: Habit,
  leafRamp: Ramp,
  bark: Ramp,
  trunk: number,
  thick: number,
  spread: number,
  fruit?: Ramp,
): Species => ({
  habit,
  leaf: leafRamp,
  bark,
  trunk,
  thick,
  spread,
  ...(fruit === undefined ? {} : { fruit }),
});

/** By a word of the name; the first that fits. */
const SPECIES: readonly (readonly [word: string, of: Species])[] = [
  ['cedar', species('cone', pine, wood, 26, 7, 66)],
  ['pine', species('cone', pine, wood, 26, 7, 62)],
  ['cypress', species('tall', pine, wood, 22, 7, 40)],
  ['oak', species('round', leaf, wood, 62, 11, 104)],
  ['walnut', species('wide', grass, dirt, 60, 10, 112)],
  ['willow', species('weeping', moss, wood, 66, 10, 108)],
  ['yew', species('wide', pine, brick, 54, 13, 110)],
  ['apple', species('small', leaf, wood, 44, 7, 78, red)],
  ['peach', species('small', grass, wood, 44, 7, 76, fire)],
  ['pear', species('small', leaf, dirt, 46, 7, 74, gold)],
  ['plum', species('small', violet, wood, 44, 7, 72)],
  ['cherry', species('small', red, wood, 46, 8, 84)],
  ['maple', species('round', fire, wood, 58, 9, 98)],
  ['snowy', species('cone', snow, wood, 26, 7, 62)],
  ['spider', species('small', moss, wood, 44, 8, 70)],
  ["o'hii", species('small', leaf, wood, 48, 6, 70, red)],
  ['bonsai', species('small', pine, wood, 20, 5, 34)],
  ['potted', species('small', leaf, wood, 24, 4, 36)],
  ['sapling', species('small', grass, wood, 22, 3, 30)],
  ['tall tree bark', species('round', leaf, oak, 100, 16, 100)],
];
const PLAIN: readonly Species[] = [
  species('round', leaf, dirt, 58, 8, 92),
  species('tall', grass, stone, 56, 7, 64),
  species('wide', leaf, wood, 54, 9, 100),
];
const AUTUMN: readonly Ramp[] = [fire, gold, oak];

/** Where trunks stand and crowns hang: the same sheet for both, so that they fit. */
const SHEET = { width: 160, height: 210 };
const GROUND = SHEET.height - 20;

/** The number of the trunk that a graphic of the classic ranges belongs to. */
function trunkOf(id: number): number {
  const trunks = [
    ...[0x0ccd, 0x0cd0, 0x0cd3, 0x0cd6, 0x0cd8, 0x0cda, 0x0cdd, 0x0ce0, 0x0ce3, 0x0ce6],
    ...[0x0cf8, 0x0cfb, 0x0cfe, 0x0d01, 0x0d94, 0x0d98, 0x0d9c, 0x0da0, 0x0da4, 0x0da8],
  ];
  let found = id & ~3;
  for (const trunk of trunks) if (trunk <= id && id - trunk < 4) found = trunk;
  return found;
}

/** Trunks whose leaves the tables call no more than leaves. */
const OWNERS: Readonly<Record<number, string>> = {
  3290: 'oak',
  3293: 'oak',
  3296: 'walnut',
  3299: 'walnut',
  3302: 'willow',
  3476: 'apple',
  3480: 'apple',
  3484: 'peach',
  3488: 'peach',
  3492: 'pear',
  3496: 'pear',
};

function speciesOf({ name: given }: Graphic, trunk: number): Species {
  const name = OWNERS[trunk] ?? given;
  const plain = PLAIN[Math.floor(trunk / 3) % PLAIN.length]!;
  return SPECIES.find(([word]) => name.includes(word))?.[1] ?? plain;
}

/** The masses of leaves of a crown, the hindmost first. */
function puffsOf({ habit, spread, trunk }: Species, seed: number): Puff[] {
  const dice = new Dice(seed);
  const [cx, base] = [SHEET.width / 2, GROUND - trunk];
  const puffs: Puff[] = [];
  const put = (dx: number, dy: number, rx: number, ry: number): void => {
    puffs.push({ x: cx + dx, y: base + dy, rx, ry });
  };
  if (habit === 'cone') {
    const tiers = 7;
    for (let i = 0; i < tiers; i++) {
      const t = i / tiers;
      const half = (spread / 2) * (1 - t) + 5;
      for (const side of [-0.62, 0.62, 0]) {
        put(side * half + dice.between(-2, 2), 2 - t * 96 + Math.abs(side) * 9, half * 0.52, 11 - t * 4);
      }
    }
    put(0, -85, 5, 11);
    return puffs;
  }
  const tall = { round: 0.86, wide: 0.58, tall: 1.5, weeping: 0.72, small: 0.82 }[habit] * spread;
  const r = spread / 2;
  const ring = (count: number, out: number, up: number, size: number): void => {
    for (let i = 0; i < count; i++) {
      const angle = ((i + dice.next() * 0.5) / count) * Math.PI * 2;
      const s = size * dice.between(0.85, 1.15);
      put(Math.cos(angle) * r * out, -up * tall + Math.sin(angle) * r * out * 0.36, s, s * 0.84);
    }
  };
  ring(7, 0.62, 0.42, r * 0.36);
  ring(6, 0.42, 0.66, r * 0.38);
  ring(6, 0.66, 0.24, r * 0.34);
  ring(4, 0.26, 0.86, r * 0.34);
  ring(5, 0.4, 0.4, r * 0.4);
  ring(3, 0.2, 0.6, r * 0.36);
  return puffs.sort((a, b) => a.y - b.y);
}

function crown(of: Species, seed: number, ramp: Ramp, withFruit: boolean): Canvas {
  const canvas = new Canvas(SHEET.width, SHEET.height);
  const puffs = puffsOf(of, seed);
  if (of.habit === 'cone') drawTiers(canvas, puffs, ramp, seed);
  else paintCrown(canvas, puffs, { ramp, seed, leaf: 2 });
  const dice = new Dice(seed + 5);
  if (of.habit === 'weeping') {
    for (let i = 0; i < 46; i++) {
      const puff = dice.pick(puffs);
      const x = Math.round(puff.x + dice.between(-1, 1) * puff.rx);
      const long = dice.whole(14, 34);
      const from = Math.round(puff.y + puff.ry * 0.4);
      for (let y = 0; y < long && from + y < GROUND - 8; y++) {
        const at = x + Math.round(Math.sin(y / 9) * 1.2);
        canvas.set(at, from + y, shade(ramp, 3.4 - (y / long) * 2 + (x < SHEET.width / 2 ? 0.7 : -0.5)));
        if (y % 3 === 0) canvas.set(at + 1, from + y, shade(ramp, 2));
      }
    }
  }
  const rimmed = canvas.rim();
  if (withFruit && of.fruit !== undefined) {
    for (let i = 0; i < 16; i++) {
      const puff = dice.pick(puffs);
      const x = Math.round(puff.x + dice.between(-0.7, 0.7) * puff.rx);
      const y = Math.round(puff.y + dice.between(-0.5, 0.8) * puff.ry);
      rimmed.ellipse(x + 1.5, y + 1.5, 1.9, 1.9, shade(of.fruit, 3));
      rimmed.set(x + 1, y, shade(of.fruit, 5));
      rimmed.set(x + 2, y + 2, shade(of.fruit, 1));
    }
  }
  return standing(rimmed);
}

/** Boughs of a conifer: tier over tier, each with a dark edge below. */
function drawTiers(canvas: Canvas, puffs: readonly Puff[], ramp: Ramp, seed: number): void {
  const dice = new Dice(seed);
  for (const { rx, ry, x, y } of puffs) {
    const needles = Math.round(rx * 5);
    for (let i = 0; i < needles; i++) {
      const u = dice.between(-1, 1);
      const px = x + u * rx;
      const reach = ry * (1 - u * u * 0.6);
      const side = (px - SHEET.width / 2) / 34;
      for (let j = 0; j < reach; j++) {
        const t = j / reach;
        const level = 3.9 - t * 2.4 - side * 1.5 + (i % 3 === 0 ? 0.6 : 0);
        canvas.set(
          Math.round(px + side * j * 0.8),
          Math.round(y - ry * 0.55 + j + u * u * 3),
          shade(ramp, level),
        );
      }
    }
  }
}

function trunk(of: Species, seed: number): Canvas {
  const canvas = new Canvas(SHEET.width, SHEET.height);
  const { bark, habit, spread, thick } = of;
  const height = habit === 'cone' ? of.trunk + 60 : of.trunk + spread * 0.3;
  const branches =
    habit === 'cone' || habit === 'tall'
      ? []
      : ([
          [-spread * 0.22, -spread * 0.1],
          [spread * 0.24, -spread * 0.04],
          [spread * 0.04, -spread * 0.22],
        ] as const);
  paintTrunk(canvas, bark, { height, thick, seed }, branches);
  return standing(canvas.rim());
}

/** A tree in one picture, trunk and crown. */
function wholeTree(of: Species, seed: number): Canvas {
  const stem = trunk(of, seed);
  const head = crown(of, seed, of.leaf, true);
  return over(stem, head);
}

/** Two standing pictures, the second before the first. */
export function over(first: Canvas, second: Canvas): Canvas {
  const width = Math.max(first.width, second.width);
  const height = Math.max(first.height, second.height);
  const canvas = new Canvas(width, height);
  for (const each of [first, second]) {
    canvas.blit(each, (width - each.width) / 2, height - each.height);
  }
  return canvas;
}

function palm(seed: number, height: number, spread: number, ramp: Ramp = leaf, fruit?: Ramp): Canvas {
  const canvas = new Canvas(SHEET.width, SHEET.height);
  const dice = new Dice(seed);
  const lean = height > 40 ? dice.between(-12, 12) : 0;
  if (height > 0) {
    for (let y = 0; y <= height; y++) {
      const middle = SHEET.width / 2 + lean * (y / height) ** 2;
      const half = 3.6 - (1.2 * y) / height + (y % 6 < 2 ? 0.7 : 0) + (y < 4 ? 1.5 : 0);
      for (let x = Math.floor(middle - half); x + 0.5 < middle + half; x++) {
        canvas.set(
          x,
          GROUND - y,
          shade(oak, 3.2 - (1.7 * (x + 0.5 - middle)) / half - (y % 6 === 0 ? 1 : 0)),
        );
      }
    }
  }
  const [hx, hy] = [SHEET.width / 2 + lean, GROUND - height];
  const fronds = 11;
  for (let i = 0; i < fronds; i++) {
    const angle = Math.PI * (i % 2 === 0 ? 1 : 0) + (i % 2 === 0 ? -1 : 1) * (-0.5 + (i / fronds) * 1.6);
    frond(canvas, hx, hy, angle, spread * dice.between(0.85, 1.1), ramp);
  }
  if (fruit !== undefined) {
    for (const [dx, dy] of [
      [-3, 3],
      [2, 4],
      [0, 6],
    ] as const) {
      canvas.ellipse(hx + dx, hy + dy, 3, 3.4, shade(fruit, 2));
      canvas.dot(hx + dx - 1, hy + dy - 1, shade(fruit, 4));
    }
  }
  return standing(canvas.rim());
}

/** A long leaf that bends under its weight, with fingers along it. */
function frond(canvas: Canvas, x: number, y: number, angle: number, long: number, ramp: Ramp): void {
  const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
  for (let i = 0; i < long; i++) {
    const t = i / long;
    const px = x + dx * i;
    const py = y + dy * i * 0.75 + t * t * long * 0.42;
    const wide = 4.5 * Math.sin(Math.PI * Math.min(1, 0.15 + t * 0.85)) + 0.6;
    const light = 3.6 - dx * 1 - t * 0.9 - (dy > 0.3 ? 0.8 : 0);
    for (let w = -wide; w <= wide; w++) {
      if (i % 3 === 0 && Math.abs(w) > 1.2) continue;
      canvas.set(
        Math.round(px - dx * Math.abs(w) * 0.4),
        Math.round(py + w * 0.75 + Math.abs(w) * 0.35),
        shade(ramp, light + (w < 0 ? 0.6 : -0.6)),
      );
    }
    canvas.set(Math.round(px), Math.round(py), shade(ramp, light + 1));
  }
}

function potted(plant: Canvas): Canvas {
  const canvas = new Canvas(Math.max(plant.width, 24), plant.height + 14);
  canvas.blit(plant, (canvas.width - plant.width) / 2, 0);
  const cx = canvas.width / 2;
  const y = canvas.height - 22;
  canvas.polygon(
    [
      [cx - 8, y],
      [cx + 8, y],
      [cx + 6, y + 12],
      [cx - 6, y + 12],
    ],
    (x) => shade(brick, 3.6 - (x - cx) / 5),
  );
  canvas.rect(cx - 9, y - 2, 18, 3, (x) => shade(brick, 4.2 - (x - cx) / 6));
  return standing(canvas.rim());
}

export const drawTrees: Recipe = (graphic) => {
  const { id, kind, name } = graphic;
  if (kind !== 'tree' && kind !== 'leaves') return null;
  if (name.includes('bark') || kind === 'tree' || graphic.part === 'trunk') return drawTree(graphic);
  const base = trunkOf(id);
  const of = speciesOf(graphic, base);
  const isAutumn = name.includes('fall') || (id < 0x0d90 && id - base === 2);
  const blossoms = name.includes('blossom');
  const ramp = isAutumn ? AUTUMN[base % AUTUMN.length]! : blossoms ? red : of.leaf;
  return crown(of, base, ramp, id - base !== 3 && !isAutumn);
};

function drawTree(graphic: Graphic): Canvas {
  const { id, name, part } = graphic;
  if (name.includes('coconut')) return palm(id, 86, 44, leaf, dirt);
  if (name.includes('date')) return palm(id, 74, 40, moss, oak);
  if (name.includes('palm')) return palm(id, id % 2 === 0 ? 26 : 16, 28, leaf);
  if (name.includes('banana')) return palm(id, 40, 34, grass, gold);
  if (name.includes('plant') || name.includes('yucca')) return palm(id, 4, 24, moss);
  const base = trunkOf(id);
  const of = speciesOf(graphic, base);
  if (name.includes('bonsai') || name.includes('potted')) return potted(wholeTree(of, id));
  if (part === 'trunk' || name.includes('bark')) return trunk(of, base);
  if (id >= 0x0c95 && id < 0x0cc8) return palm(id, 18, 26, leaf);
  return wholeTree(of, id);
}
