import { Canvas, type Point } from '../canvas.ts';
import type { Recipe } from '../graphics.ts';
import { chance, Dice } from '../noise.ts';
import { RAMPS, type Ramp, shade } from '../palette.ts';
import { plain, Scene, type Surface, sunOnRound } from '../scene.ts';
import { lying } from './axis.ts';
import { ball, crystals, heap, ingots, shafts } from './heaps.ts';
import { pearl, REAGENTS } from './reagents.ts';

const {
  blue,
  brick,
  cloth,
  dirt,
  fire,
  gold,
  grass,
  iron,
  jade,
  moss,
  oak,
  plaster,
  red,
  sand,
  snow,
  stone,
  violet,
  wood,
} = RAMPS;

const done = (canvas: Canvas): Canvas => lying(canvas.outline());
const small = (): Scene => new Scene({ reach: 33, rise: 90 });

function coins(ramp: Ramp, count: number): Canvas {
  const canvas = new Canvas(44, 44);
  const dice = new Dice(count * 7);
  const coin = (x: number, y: number): void => {
    canvas.ellipse(x, y + 1.4, 4.4, 2.8, shade(ramp, 1.6));
    canvas.ellipse(x, y, 4.4, 2.8, (i, j) => shade(ramp, 4 - (i - x) * 0.3 - (j - y) * 0.4));
    canvas.ellipse(x, y, 2, 1.2, shade(ramp, 5));
  };
  if (count === 1) coin(22, 22);
  else if (count < 6)
    for (const [x, y] of [
      [18, 21],
      [27, 22],
      [21, 26],
      [26, 18],
    ] as const)
      coin(x, y);
  else {
    const places = Array.from({ length: 34 }, () => {
      const a = dice.next() * Math.PI * 2;
      const r = Math.sqrt(dice.next());
      return [22 + Math.cos(a) * r * 13, 27 + Math.sin(a) * r * 7 - (1 - r) * 10] as const;
    });
    for (const [x, y] of places.toSorted((p, q) => p[1] - q[1])) coin(x, y);
  }
  return done(canvas);
}

/** A cut stone: a crown of facets over a point. */
function gem(ramp: Ramp, seed: number): Canvas {
  const canvas = new Canvas(44, 44);
  const r = 5 + (seed % 3);
  const [cx, cy] = [22, 22];
  const facets = 8;
  for (let i = 0; i < facets; i++) {
    const [a, b] = [(i / facets) * Math.PI * 2 + 0.4, ((i + 1) / facets) * Math.PI * 2 + 0.4];
    const at = (angle: number, k: number): Point => [
      cx + Math.cos(angle) * r * k,
      cy + Math.sin(angle) * r * k * 0.9,
    ];
    const m = (a + b) / 2;
    const light = sunOnRound(Math.cos(m) * 0.8, Math.sin(m) * 0.8, 0.6) + (i % 2 === 0 ? 0.5 : -0.3);
    canvas.polygon([at(a, 1), at(b, 1), at(b, 0.5), at(a, 0.5)], shade(ramp, light));
  }
  canvas.ellipse(cx, cy, r * 0.52, r * 0.46, (x, y) => shade(ramp, x + y < cx + cy - 1 ? 5 : 3.4));
  canvas.set(cx - 2, cy - 2, shade(snow, 5));
  return done(canvas);
}

function logsOf(count: number, alongX: boolean): Canvas {
  const scene = small();
  const places: readonly (readonly [number, number])[] =
    count === 1
      ? [[0.5, 0.9]]
      : [
          [0.3, 0.9],
          [0.56, 0.9],
          [0.8, 0.9],
          [0.43, 2.6],
          [0.68, 2.6],
        ];
  for (const [across, z] of places) {
    const bark: Surface = (_u, v, light) =>
      shade(wood, light + (chance(Math.floor(v / 3), Math.floor(across * 9), 4) < 0.3 ? -0.8 : 0));
    const [a, b] = alongX
      ? ([
          [0.16, across, z],
          [0.86, across, z],
        ] as const)
      : ([
          [across, 0.16, z],
          [across, 0.86, z],
        ] as const);
    scene.nextPart().rod(a, b, 3.8, bark);
    const [x, y] = scene.project(b);
    scene.canvas.ellipse(x, y, 3, 3.3, (i, j) =>
      shade(oak, Math.floor(Math.hypot(i - x, j - y)) % 2 === 0 ? 4 : 3),
    );
  }
  return lying(scene.canvas.outline());
}

function boards(count: number): Canvas {
  const scene = small();
  for (let i = 0; i < count; i++) {
    scene
      .nextPart()
      .box(
        [0.14, 0.2 + (i % 2) * 0.06, i * 0.9],
        [0.88, 0.74, i * 0.9 + 0.8],
        plain(oak, i % 2 === 0 ? -0.4 : 0.1),
        (u, v, light) =>
          shade(
            oak,
            light -
              0.3 +
              (Math.floor(v) % 4 === 0 ? -0.9 : 0) +
              (chance(Math.floor(u / 3), Math.floor(v), i) < 0.1 ? -0.5 : 0),
          ),
      );
  }
  return lying(scene.canvas.outline());
}

/** Cloth on a roll, or folded in layers. */
function bolt(ramp: Ramp): Canvas {
  const scene = small();
  scene.rod([0.2, 0.5, 1.5], [0.8, 0.5, 1.5], 6, (u, v, light) =>
    shade(ramp, light + (Math.abs(u - 0.3) < 0.08 ? -0.8 : 0) + (v < 1 ? 0.6 : 0)),
  );
  const [x, y] = scene.project([0.8, 0.5, 1.5]);
  scene.canvas.ellipse(x, y, 4.4, 5, (i, j) =>
    shade(ramp, Math.floor(Math.hypot(i - x, j - y)) % 2 === 0 ? 4 : 2),
  );
  return lying(scene.canvas.outline());
}

function folded(ramp: Ramp, layers = 3): Canvas {
  const scene = small();
  for (let i = 0; i < layers; i++)
    scene
      .nextPart()
      .box(
        [0.22, 0.28, i * 0.9],
        [0.78 - i * 0.02, 0.74, i * 0.9 + 0.8],
        plain(ramp, i % 2 === 0 ? -0.2 : 0.4),
        plain(ramp, 0.2),
      );
  return lying(scene.canvas.outline());
}

function pillow(ramp: Ramp): Canvas {
  const canvas = new Canvas(44, 44);
  canvas.polygon(
    [
      [9, 18],
      [22, 13],
      [36, 17],
      [38, 27],
      [23, 33],
      [8, 28],
    ],
    (x, y) =>
      shade(
        ramp,
        4.2 - (x - 22) * 0.05 - (y - 22) * 0.07 - (Math.abs(x - 22) < 2 && Math.abs(y - 23) < 2 ? 1.4 : 0),
      ),
  );
  return done(canvas);
}

function hides(ramp: Ramp, count: number, weave = 0): Canvas {
  const canvas = new Canvas(44, 44);
  for (let i = 0; i < count; i++) {
    const y = -i * 3;
    canvas.polygon(
      [
        [6, 24 + y],
        [12, 18 + y],
        [16, 20 + y],
        [24, 15 + y],
        [30, 18 + y],
        [38, 17 + y],
        [36, 26 + y],
        [39, 32 + y],
        [28, 31 + y],
        [20, 36 + y],
        [14, 31 + y],
        [7, 32 + y],
      ],
      (x, j) =>
        shade(
          ramp,
          3.6 -
            (x - 22) * 0.05 -
            (j - 26 - y) * 0.06 +
            (weave > 0 ? (chance(x, Math.floor(j / 2), 5) - 0.5) * weave : 0),
        ),
    );
    if (i < count - 1) canvas.line(7, 32 + y, 28, 32 + y, shade(ramp, 0.6));
  }
  return done(canvas);
}

function spool(ramp: Ramp): Canvas {
  const canvas = new Canvas(44, 44);
  canvas.ellipse(22, 15, 6, 3, shade(oak, 4));
  canvas.ellipse(22, 31, 6, 3, shade(oak, 2.6));
  canvas.rect(18, 16, 9, 14, (x, y) => shade(ramp, 4 - (x - 18) * 0.3 + (y % 2 === 0 ? 0.3 : -0.4)));
  return done(canvas);
}

function feathers(count: number, ramp: Ramp): Canvas {
  const canvas = new Canvas(44, 44);
  for (let i = 0; i < count; i++) {
    const a = -0.9 + (count === 1 ? 0 : (i / (count - 1) - 0.5) * 1.1);
    for (let j = 0; j < 24; j++) {
      const t = j / 24;
      const x = 13 + i * 1.6 + Math.cos(a) * j;
      const y = 33 + Math.sin(a) * j;
      const half = j < 6 ? 0 : 3 * Math.sin(Math.PI * (0.25 + t * 0.7));
      for (let w = -half; w <= half; w += 0.7)
        canvas.set(
          Math.round(x - Math.sin(a) * w),
          Math.round(y + Math.cos(a) * w),
          shade(ramp, 4.2 - w * 0.5 - (j % 4 === 0 ? 0.6 : 0)),
        );
      canvas.set(Math.round(x), Math.round(y), shade(plaster, 2));
    }
  }
  return done(canvas);
}

function coil(ramp: Ramp): Canvas {
  const canvas = new Canvas(44, 44);
  for (let k = 0; k < 3; k++) {
    for (let i = 0; i < 60; i++) {
      const a = (i / 60) * Math.PI * 2;
      canvas.ellipse(
        22 + Math.cos(a) * (11 - k * 0.6),
        26 - k * 3 + Math.sin(a) * 5.4,
        1.7,
        1.7,
        shade(ramp, 3.6 - Math.cos(a) * 0.7 + (i % 3 === 0 ? -0.9 : 0)),
      );
    }
  }
  return done(canvas);
}

const METALS: readonly (readonly [string, Ramp])[] = [
  ['gold', gold],
  ['copper', brick],
  ['silver', snow],
  ['bronze', oak],
  ['iron', iron],
];
const metalOf = (name: string): Ramp => METALS.find(([word]) => name.includes(word))?.[1] ?? iron;

const GEMS: readonly (readonly [string, Ramp])[] = [
  ['ruby', red],
  ['diamond', snow],
  ['sapphire', blue],
  ['citrine', gold],
  ['amethyst', violet],
  ['emerald', jade],
  ['tourmaline', fire],
  ['amber', oak],
];

export const drawMaterials: Recipe = (graphic) => {
  const { id, kind, name } = graphic;
  if (/scroll|sign|guild/.test(name)) return null;
  if (/coins?$/.test(name))
    return coins(metalOf(name), name.endsWith('coin') ? 1 : [0x0eeb, 0x0eee, 0x0ef1].includes(id) ? 4 : 30);
  if (/ingots?$|forged metal/.test(name))
    return ingots(metalOf(name), name.endsWith('ingot') ? 1 : id % 3 === 1 ? 4 : 9);
  const jewel = GEMS.find(([word]) => name.includes(word));
  if (jewel !== undefined && kind !== 'armour') return gem(jewel[1], id);
  if (/crystal ball|prism/.test(name)) return pearl(jade, 1);
  if (/communication/.test(name)) return crystals(blue, 3);
  if (
    kind === 'reagent' ||
    /newt|pumice|obsidian|nightshade|garlic|ginseng|kindling|dead wood|bone|spine|rib cage|pelvis/.test(name)
  ) {
    const reagent = REAGENTS.find(([pattern]) => pattern.test(name));
    if (reagent !== undefined) return reagent[1](graphic);
    if (kind === 'reagent') return heap(moss, 3, 12, id, dirt);
  }
  if (/pile of skulls|^skull/.test(name)) return heap(plaster, 5, name === 'skull' ? 2 : 7, id);
  if (/ ?logs?$/.test(name) && kind === 'resource') return logsOf(name === 'log' ? 1 : 5, id % 2 === 1);
  if (/^boards?$|plank|barrel staves|debris/.test(name))
    return boards(name === 'board' && id % 2 === 1 ? 1 : 4);
  if (/bolt of cloth|roll of string/.test(name)) return bolt([cloth, cloth, plaster][id % 3]!);
  if (/folded cloth|cut cloth|^cloth$|sheet|towel|bandage/.test(name) && kind !== 'scroll')
    return folded(
      name.includes('bloody')
        ? red
        : name.includes('rich')
          ? violet
          : name.includes('sheet') || name.includes('bandage')
            ? snow
            : cloth,
    );
  if (/pil+ow/.test(name))
    return pillow(name.includes('straw') ? gold : [red, blue, plaster, violet, grass][id % 5]!);
  if (/hides|cut up leather|^leather/.test(name)) return hides(dirt, name.includes('pile') ? 3 : 1);
  if (/^fur$/.test(name)) return hides([sand, dirt, stone, plaster][id % 4]!, 1, 2);
  if (/wool|cotton/.test(name)) return heap(snow, 4, 14, id);
  if (/yarn/.test(name)) return ball([red, blue, plaster][id % 3]!);
  if (/thread/.test(name)) return spool(red);
  if (/flax/.test(name)) return feathers(4, grass);
  if (/feather/.test(name) && kind === 'resource') return feathers(name === 'feather' ? 1 : 4, snow);
  if (/shaft|fletching/.test(name)) return shafts(name === 'shaft' ? 1 : 6);
  if (/rope|string|wire/.test(name)) return coil(name.includes('wire') ? metalOf(name) : sand);
  if (/beeswax|wax/.test(name)) return folded(gold, 2);
  if (/^rock$/.test(name)) return heap(stone, 5, 4, id);
  return null;
};
