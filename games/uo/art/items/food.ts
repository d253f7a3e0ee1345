import { Canvas, type Point } from '../canvas.ts';
import type { Graphic, Recipe } from '../graphics.ts';
import { chance, Dice } from '../noise.ts';
import { RAMPS, type Ramp, shade } from '../palette.ts';
import { lying } from './axis.ts';
import { bacon, bird, fish, leg, pig, ribs, sausages, steak } from './meat.ts';
import { orb } from './orb.ts';
import { turned } from './vessels.ts';

const {
  brick,
  dirt,
  fire,
  gold,
  grass,
  iron,
  jade,
  leaf,
  moss,
  oak,
  pine,
  plaster,
  red,
  sand,
  skin,
  slate,
  snow,
  violet,
  water,
  wood,
} = RAMPS;

const sheet = (): Canvas => new Canvas(44, 44);
const done = (canvas: Canvas): Canvas => lying(canvas.outline());

const stalk = (canvas: Canvas, x: number, y: number): void => {
  canvas.rect(x, y - 3, 1, 4, shade(wood, 2));
  canvas.ellipse(x + 3, y - 2, 2.4, 1.4, shade(leaf, 4));
};

function fruit(
  ramp: Ramp,
  rx: number,
  ry: number,
  count = 1,
  mark?: (x: number, y: number) => number,
): Canvas {
  const canvas = sheet();
  const places: readonly Point[] =
    count === 1
      ? [[22, 24]]
      : [
          [17, 20],
          [27, 21],
          [21, 28],
        ];
  for (const [x, y] of places) {
    orb(canvas, x, y, rx, ry, ramp, mark);
    stalk(canvas, Math.round(x), Math.round(y - ry));
  }
  return done(canvas);
}

function bananas(count: number): Canvas {
  const canvas = sheet();
  for (let k = 0; k < count; k++) {
    for (let i = 0; i <= 20; i++) {
      const a = 0.4 + (i / 20) * 1.9;
      const r = 12 + k * 3.4;
      const thick = 2.6 * Math.sin(Math.PI * Math.min(0.95, 0.12 + i / 22)) + 0.7;
      canvas.ellipse(30 - Math.cos(a - 0.6) * r, 12 + Math.sin(a - 0.6) * r + k, thick, thick, (_x, y) =>
        shade(i < 2 || i > 19 ? wood : gold, 4.4 - (y - 12) * 0.04 - k * 0.4),
      );
    }
  }
  return done(canvas);
}

function grapes(): Canvas {
  const canvas = sheet();
  for (const [x, y] of [
    [16, 18],
    [22, 17],
    [28, 18],
    [18, 22],
    [25, 22],
    [21, 26],
    [27, 25],
    [23, 30],
  ] as const)
    orb(canvas, x, y, 3.6, 3.6, violet);
  stalk(canvas, 22, 14);
  return done(canvas);
}

function root(ramp: Ramp, tops: Ramp, count: number): Canvas {
  const canvas = sheet();
  for (let k = 0; k < count; k++) {
    const shift = k * 6 - (count - 1) * 3;
    for (let i = 0; i <= 18; i++) {
      const r = 4.2 * (1 - i / 20) + 0.4;
      orb(canvas, 16 + i + shift * 0.6, 18 + i * 0.7 + shift, r, r, ramp, (x, y) =>
        (x + y) % 5 === 0 ? -0.6 : 0,
      );
    }
    for (let i = 0; i < 6; i++)
      canvas.line(
        15 + shift * 0.6,
        17 + shift,
        7 + i * 2 + shift * 0.6,
        9 + shift + (i % 2),
        shade(tops, 3 + (i % 2)),
      );
  }
  return done(canvas);
}

function leafyHead(ramp: Ramp): Canvas {
  const canvas = sheet();
  const dice = new Dice(5);
  orb(canvas, 22, 24, 10, 9, ramp, (x, y) => (Math.floor(Math.hypot(x - 19, y - 20)) % 4 === 0 ? -0.8 : 0));
  for (let i = 0; i < 9; i++)
    orb(canvas, 22 + dice.between(-10, 10), 27 + dice.between(-3, 4), 4, 3, ramp, () => -0.5);
  return done(canvas);
}

const melonStripes = (x: number, y: number): number =>
  Math.floor(x + Math.sin(y / 4) * 1.4) % 5 < 2 ? -1.2 : 0;
const ridges = (x: number): number => (Math.abs(x - 22) % 5 < 1 ? -1.2 : 0);

function loaf(long: number, high: number): Canvas {
  const canvas = sheet();
  orb(canvas, 22, 24, long, high, oak, (x, y) =>
    (x + y) % 7 < 1 && y < 25 ? -1 : (x + y) % 7 < 2 && y < 25 ? 0.9 : 0,
  );
  return done(canvas);
}

function pie(baked: boolean): Canvas {
  return turned(
    [
      [0, 8],
      [3, 11],
    ],
    baked ? oak : plaster,
    (u, v, light) =>
      shade(
        baked ? oak : plaster,
        light +
          (u * u + v * v > 0.7
            ? 0.6
            : (Math.floor(u * 5 + 10) + Math.floor(v * 5 + 10)) % 2 === 0
              ? 0.2
              : -0.9),
      ),
    0.6,
  );
}

function pizza(baked: boolean): Canvas {
  return turned(
    [
      [0, 12],
      [1.5, 13],
    ],
    oak,
    (u, v, light) => {
      if (u * u + v * v > 0.78) return shade(oak, light);
      return chance(Math.floor(u * 4), Math.floor(v * 4), 6) < 0.35
        ? shade(red, light)
        : shade(baked ? gold : plaster, light);
    },
    0.6,
  );
}

function cake(): Canvas {
  return turned(
    [
      [0, 10],
      [9, 10],
    ],
    (_u, v, light) => shade(v > 6 || Math.abs(v - 3) < 0.6 ? snow : brick, light + 0.4),
    (u, v, light) =>
      shade(Math.hypot(u, v) > 0.7 && Math.floor(Math.atan2(v, u) * 5) % 2 === 0 ? red : snow, light),
    0.6,
  );
}

function cheese(isWheel: boolean): Canvas {
  if (isWheel)
    return turned(
      [
        [0, 12],
        [8, 12],
      ],
      gold,
      (u, v, light) =>
        shade(gold, light - (chance(Math.floor(u * 5), Math.floor(v * 5), 4) < 0.12 ? 1.8 : 0)),
      0.6,
    );
  const canvas = sheet();
  canvas.polygon(
    [
      [10, 24],
      [32, 18],
      [34, 22],
      [34, 30],
      [10, 34],
    ],
    (x, y) => shade(gold, 3 - (chance(Math.floor(x / 3), Math.floor(y / 3), 2) < 0.2 ? 1.4 : 0)),
  );
  canvas.polygon(
    [
      [10, 24],
      [32, 18],
      [34, 22],
    ],
    shade(gold, 5),
  );
  return done(canvas);
}

function eggs(fried: boolean): Canvas {
  const canvas = sheet();
  if (fried) {
    canvas.ellipse(22, 24, 11, 7, (x) => shade(snow, 4.6 - (x - 22) / 14));
    orb(canvas, 20, 23, 4, 3.4, gold);
    return done(canvas);
  }
  for (const [x, y] of [
    [17, 22],
    [26, 21],
    [22, 27],
  ] as const)
    orb(canvas, x, y, 4.4, 5.4, plaster);
  return done(canvas);
}

function pile(ramp: Ramp, count: number, r: number, seed: number): Canvas {
  const canvas = sheet();
  const dice = new Dice(seed);
  const places = Array.from(
    { length: count },
    () => [22 + dice.between(-9, 9), 25 + dice.between(-5, 5)] as const,
  );
  for (const [x, y] of places.toSorted((a, b) => a[1] - b[1])) orb(canvas, x, y, r, r * 0.86, ramp);
  return done(canvas);
}

function ears(): Canvas {
  const canvas = sheet();
  for (let i = 0; i <= 16; i++)
    orb(
      canvas,
      15 + i,
      29 - i * 0.8,
      3.8 * Math.sin(Math.PI * (0.25 + (i / 16) * 0.6)),
      3.8 * Math.sin(Math.PI * (0.25 + (i / 16) * 0.6)),
      gold,
      (x, y) => ((x + y) % 2 === 0 ? 0.4 : -0.6),
    );
  canvas.polygon(
    [
      [9, 33],
      [13, 25],
      [22, 27],
      [16, 33],
    ],
    (x) => shade(grass, 4 - (x - 9) * 0.14),
  );
  return done(canvas);
}

const FOODS: readonly (readonly [pattern: RegExp, draw: (graphic: Graphic) => Canvas])[] = [
  [/^apple/, () => fruit(red, 6.5, 6.2)],
  [/^peach/, () => fruit(fire, 6.5, 6.2)],
  [/^pear/, () => fruit(moss, 5.6, 7.2)],
  [/^lemons?/, ({ name }) => fruit(gold, 5.4, 4.4, name.endsWith('s') ? 3 : 1)],
  [/^limes?/, ({ name }) => fruit(grass, 5.4, 4.4, name.endsWith('s') ? 3 : 1)],
  [/date/, () => pile(wood, 12, 2.6, 4)],
  [/grape/, () => grapes()],
  [/^bananas/, () => bananas(3)],
  [/^banana$/, () => bananas(1)],
  [
    /split coconut|coconut/,
    ({ id }) =>
      id % 2 === 0
        ? fruit(wood, 7, 7)
        : turned(
            [
              [0, 4],
              [5, 8],
            ],
            wood,
            snow,
            0.55,
          ),
  ],
  [/watermelon/, () => fruit(leaf, 11, 9, 1, melonStripes)],
  [/honeydew/, () => fruit(grass, 9, 8)],
  [/canteloupe|cantaloupe/, () => fruit(sand, 9, 8, 1, ridges)],
  [/pumpkin/, () => fruit(fire, 12, 9, 1, ridges)],
  [/squash/, () => root(gold, leaf, 1)],
  [/gourd/, ({ id }) => fruit(id % 2 === 0 ? oak : moss, 7, 9, 1, ridges)],
  [/carrot/, () => root(fire, grass, 2)],
  [/turnip/, () => fruit(violet, 7, 6)],
  [/onion/, () => fruit(plaster, 6, 6, 1, ridges)],
  [/head of lettuce/, () => leafyHead(grass)],
  [/head of cabbage/, () => leafyHead(jade)],
  [/ear of corn/, () => ears()],
  [/french bread/, () => loaf(15, 5)],
  [/bread/, () => loaf(11, 7)],
  [/muffin/, () => pile(oak, 4, 5, 7)],
  [/cookie mix|dough$/, () => pile(plaster, 3, 6, 3)],
  [/cookies/, () => pile(oak, 8, 4, 8)],
  [/donut/, () => pile(brick, 5, 5, 2)],
  [/cake/, () => cake()],
  [/unbaked pie/, () => pie(false)],
  [/pie/, () => pie(true)],
  [/pizza/, ({ name }) => pizza(!name.includes('un'))],
  [/wheel of cheese/, () => cheese(true)],
  [/cheese/, () => cheese(false)],
  [/eggshells/, () => eggs(false)],
  [/eggs/, ({ name }) => eggs(name.includes('fried'))],
  [/bacon/, ({ name }) => bacon(name.includes('slab') ? 3 : 1)],
  [/sausage/, () => sausages()],
  [/sliced ham/, () => steak(skin, plaster)],
  [/^ham/, () => leg(skin, 10)],
  [/raw ribs/, () => ribs(red)],
  [/ribs/, () => ribs(brick)],
  [/raw chicken leg/, () => leg(skin, 6)],
  [/chicken leg/, () => leg(oak, 6)],
  [/raw leg|uncooked leg/, () => leg(red, 8)],
  [/leg of lamb/, () => leg(brick, 8)],
  [/fish heads?/, () => fish(slate, 8)],
  [/raw fish steak/, () => steak(red, snow)],
  [/fish steak/, () => steak(oak, sand)],
  [/cooked fish/, () => fish(oak, 14)],
  [/small fish/, ({ id }) => fish(id % 2 === 0 ? iron : jade, 9, 2)],
  [/fish$/, ({ id }) => fish([slate, jade, water, pine][id % 4]!, 15)],
  [/cooked bird|on a spit/, () => bird(oak)],
  [/bird|plucked chicken|raw chicken|^chicken/, () => bird(skin)],
  [/roast pig|pig's/, () => pig()],
  [/skinned/, () => leg(red, 10)],
  [/sack of flour|flour/, () => pile(snow, 9, 4, 6)],
  [/loose grain|wheat sheaf|grain/, () => pile(gold, 14, 3, 6)],
  [/skull|shell/, () => pile(plaster, 6, 3, 1)],
  [/spam|lard/, () => pile(plaster, 3, 6, 9)],
];

export const drawFood: Recipe = (graphic) => {
  const { kind, name } = graphic;
  if (
    !['food', 'plant', 'drink', 'resource', 'bones'].includes(kind) &&
    !/fish|cookie|coconut|cake|grain|lard|chicken|skinned|bird/.test(name)
  )
    return null;
  if (/fishing|scroll|flowers|sign|guild|net|nautilus|shells?$|seashell|skull|horn|dried|tree/.test(name))
    return null;
  const found = FOODS.find(([pattern]) => pattern.test(name));
  if (found !== undefined) return found[1](graphic);
  return kind === 'food' ? pile(dirt, 6, 4, graphic.id) : null;
};
