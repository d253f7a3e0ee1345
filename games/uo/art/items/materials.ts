import { Canvas, type Point } from '../canvas.ts';
import type { Graphic, Recipe } from '../graphics.ts';
import { chance, Dice } from '../noise.ts';
import { RAMPS, type Ramp, shade } from '../palette.ts';
import { plain, Scene, type Surface, sunOnRound } from '../scene.ts';
import { lying } from './axis.ts';

const {
  blue,
  brick,
  cloth,
  dirt,
  fire,
  gold,
  grass,
  ink,
  iron,
  jade,
  leaf,
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

/** Bars of metal, stacked. */
function ingots(ramp: Ramp, count: number): Canvas {
  const scene = small();
  const bar = (x: number, y: number, z: number): void => {
    scene
      .nextPart()
      .box([x, y, z], [x + 0.62, y + 0.24, z + 1.6], plain(ramp, -0.3), (u, v, light) =>
        shade(ramp, light + (u < 1 || v < 1 ? 0.9 : u > 12 || v > 4 ? -0.6 : 0.2)),
      );
  };
  const places: readonly (readonly [number, number, number])[] =
    count === 1
      ? [[0.2, 0.38, 0]]
      : count < 5
        ? [
            [0.2, 0.22, 0],
            [0.2, 0.54, 0],
            [0.2, 0.38, 1.6],
          ]
        : [
            [0.16, 0.12, 0],
            [0.16, 0.4, 0],
            [0.16, 0.68, 0],
            [0.16, 0.26, 1.6],
            [0.16, 0.54, 1.6],
            [0.16, 0.4, 3.2],
          ];
  for (const place of places) bar(...place);
  return lying(scene.crease(0.1).canvas.outline());
}

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

function crystals(ramp: Ramp, count: number): Canvas {
  const canvas = new Canvas(44, 44);
  const dice = new Dice(count * 3 + ramp);
  for (let i = 0; i < count; i++) {
    const [x, high] = [22 + dice.between(-9, 9), dice.between(9, 19)];
    const half = high / 5;
    canvas.polygon(
      [
        [x - half, 33],
        [x - half, 33 - high * 0.7],
        [x, 33 - high],
        [x, 33],
      ],
      shade(ramp, 4.4),
    );
    canvas.polygon(
      [
        [x, 33],
        [x, 33 - high],
        [x + half, 33 - high * 0.7],
        [x + half, 33],
      ],
      shade(ramp, 2.2),
    );
  }
  return done(canvas);
}

/** A heap of small pieces. */
function heap(ramp: Ramp, r: number, count: number, seed: number, other: Ramp = ramp): Canvas {
  const canvas = new Canvas(44, 44);
  const dice = new Dice(seed);
  const places = Array.from(
    { length: count },
    () => [22 + dice.between(-10, 10), 26 + dice.between(-5, 6)] as const,
  );
  for (const [x, y] of places.toSorted((a, b) => a[1] - b[1])) {
    const of = dice.next() < 0.3 ? other : ramp;
    canvas.ellipse(
      x,
      y - (1 - Math.abs(x - 22) / 12) * 4,
      r * dice.between(0.7, 1.2),
      r * dice.between(0.6, 1),
      (i, j) => shade(of, 3.4 - (i - x) * 0.5 - (j - y + 3) * 0.4),
    );
  }
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

function ball(ramp: Ramp): Canvas {
  const canvas = new Canvas(44, 44);
  canvas.ellipse(22, 23, 8, 7.4, (x, y) =>
    shade(
      ramp,
      sunOnRound((x - 22) / 8, (y - 23) / 8, 0.6) +
        (Math.floor(x + y * (y > 23 ? 2 : -1) + 40) % 4 === 0 ? -0.8 : 0.2),
    ),
  );
  canvas.line(28, 28, 34, 31, shade(ramp, 3));
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

function shafts(count: number): Canvas {
  const canvas = new Canvas(44, 44);
  for (let i = 0; i < count; i++)
    canvas.stroke(
      9 + (i % 2) * 2,
      24 + i * 2.4 - count,
      33 + (i % 2) * 2,
      14 + i * 2.4 - count,
      2,
      shade(oak, 4 - i * 0.2),
    );
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

/** A small thing with petals or leaves, roots or wings. */
function herb(stem: Ramp, head: Ramp, kind: 'root' | 'leaves' | 'berries'): Canvas {
  const canvas = new Canvas(44, 44);
  const dice = new Dice(stem * 3 + head);
  if (kind === 'root') {
    for (const [dx, dy] of [
      [-7, 9],
      [0, 12],
      [6, 9],
      [10, 4],
    ] as const) {
      for (let i = 0; i <= 10; i++)
        canvas.ellipse(
          21 + (dx * i) / 10 + Math.sin(i) * 0.7,
          20 + (dy * i) / 10,
          3.2 * (1 - i / 12),
          3 * (1 - i / 12),
          (x, y) => shade(head, 3.8 - (x - 21 - (dx * i) / 10) * 0.3 - (y - 20 - (dy * i) / 10) * 0.3),
        );
    }
    for (let i = 0; i < 5; i++)
      canvas.stroke(21, 18, 15 + i * 3, 9 + (i % 2) * 2, 1.8, shade(stem, 3 + (i % 2)));
    return done(canvas);
  }
  for (let i = 0; i < 9; i++) {
    const [x, y] = [22 + dice.between(-10, 10), 21 + dice.between(-8, 6)];
    canvas.line(22, 33, x, y, shade(stem, 2));
    if (kind === 'leaves')
      canvas.ellipse(x, y, 4, 2.4, (p, q) => shade(stem, 3.8 - (p - x) * 0.2 - (q - y) * 0.4));
    else canvas.ellipse(x, y, 2.8, 2.8, (p, q) => shade(head, 3.8 - (p - x) * 0.5 - (q - y) * 0.5));
  }
  return done(canvas);
}

function wing(): Canvas {
  const canvas = new Canvas(44, 44);
  for (const side of [-1, 1]) {
    canvas.polygon(
      [
        [22, 18],
        [22 + side * 8, 12],
        [22 + side * 18, 16],
        [22 + side * 16, 22],
        [22 + side * 12, 21],
        [22 + side * 10, 27],
        [22 + side * 6, 23],
        [22 + side * 2, 28],
      ],
      (x) => shade(ink, 3.6 - (x - 22) * 0.06),
    );
    canvas.line(22, 18, 22 + side * 17, 16, shade(ink, 5));
  }
  return done(canvas);
}

const pearl = (ramp: Ramp, count: number): Canvas => {
  const canvas = new Canvas(44, 44);
  for (let i = 0; i < count; i++) {
    const [x, y] =
      count === 1
        ? [22, 22]
        : (
            [
              [17, 22],
              [26, 20],
              [22, 27],
            ] as const
          )[i % 3]!;
    const r = count === 1 ? 6 : 4.4;
    canvas.ellipse(x, y, r, r, (p, q) => shade(ramp, sunOnRound((p - x) / r, (q - y) / r, 0.6) + 0.6));
    canvas.set(x - 2, y - 2, shade(snow, 5));
  }
  return done(canvas);
};

const REAGENTS: readonly (readonly [pattern: RegExp, draw: (graphic: Graphic) => Canvas])[] = [
  [/batwing/, () => wing()],
  [/black pearl/, () => pearl(ink, 3)],
  [/blood ?moss|bloodspawn/, () => herb(moss, red, 'leaves')],
  [/nightshade/, () => herb(leaf, violet, 'berries')],
  [/garlic/, () => herb(grass, plaster, 'root')],
  [/ginseng/, () => herb(grass, sand, 'root')],
  [/mandrake/, () => herb(leaf, oak, 'root')],
  [/spider.?s silk/, () => ball(snow)],
  [/sulfurous|brimstone/, ({ id }) => heap(gold, 3, 14, id, fire)],
  [/daemon blood|dragon.?s blood|^blood/, () => pearl(red, 1)],
  [/grave dust|dust/, ({ id }) => heap(stone, 2, 22, id, plaster)],
  [/nox crystal/, () => crystals(jade, 5)],
  [/pig iron/, () => ingots(iron, 1)],
  [/obsidian|blackmoor/, ({ id }) => heap(ink, 3.4, 10, id)],
  [/pumice|volcanic/, ({ id }) => heap(stone, 3.4, 10, id)],
  [/dead wood|burned wood|kindling/, () => shafts(6)],
  [
    /daemon bone|^bone$|jaw bone|pelvis|spine|rib cage|bone shards|skull/,
    ({ id }) => heap(plaster, 3, 8, id),
  ],
  [/eye of newt/, () => pearl(gold, 3)],
  [/wyrm.?s heart|heart/, () => pearl(red, 1)],
  [/executioner.?s cap/, ({ id }) => heap(red, 4, 5, id, brick)],
  [/fertile dirt/, ({ id }) => heap(dirt, 3, 18, id)],
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
