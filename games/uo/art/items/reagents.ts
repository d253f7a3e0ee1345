import { Canvas } from '../canvas.ts';
import type { Graphic } from '../graphics.ts';
import { Dice } from '../noise.ts';
import { RAMPS, type Ramp, shade } from '../palette.ts';
import { sunOnRound } from '../scene.ts';
import { lying } from './axis.ts';
import { ball, crystals, heap, ingots, shafts } from './heaps.ts';

const {
  brick,
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
} = RAMPS;

const done = (canvas: Canvas): Canvas => lying(canvas.outline());

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

export const pearl = (ramp: Ramp, count: number): Canvas => {
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

/** By a word of the name; the first that fits. */
export const REAGENTS: readonly (readonly [pattern: RegExp, draw: (graphic: Graphic) => Canvas])[] = [
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
