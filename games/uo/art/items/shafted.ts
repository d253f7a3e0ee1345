import type { Canvas } from '../canvas.ts';
import { RAMPS, type Ramp, shade } from '../palette.ts';
import { Slanted } from './axis.ts';

const { gold, ink, iron, jade, oak, plaster, red, snow, stone, violet, wood } = RAMPS;

/** A shaft with a head drawn by `head`, whose place is the shaft's upper end. */
export function shafted(
  long: number,
  head: (drawing: Slanted, top: number) => void,
  options: { thick?: number; ramp?: Ramp } = {},
): Canvas {
  const { ramp = wood, thick = 3 } = options;
  const span = long * 0.7;
  const drawing = new Slanted({ size: 84, x: 42 - span / 2, y: 42 + span / 2, angle: 46 });
  drawing.rod([0, 0], [long, 0], thick, ramp);
  head(drawing, long);
  return drawing.lying();
}

const axeBlade = (drawing: Slanted, at: number, side: number, deep: number, high: number): void => {
  const s = side;
  drawing.plate(
    [
      [at - high * 0.25, s],
      [at - high * 0.62, s * deep],
      [at - high * 0.2, s * (deep + 2.4)],
      [at + high * 0.2, s * (deep + 2.4)],
      [at + high * 0.62, s * deep],
      [at + high * 0.25, s],
    ],
    iron,
    s < 0 ? 0.6 : -0.5,
  );
};

const twoBlades = (drawing: Slanted, at: number, lit: number, dark: number, high: number): void => {
  axeBlade(drawing, at, -1, lit, high);
  axeBlade(drawing, at, 1, dark, high);
};

export const spearHead = (
  drawing: Slanted,
  top: number,
  long: number,
  wide: number,
  ramp: Ramp = iron,
): void => {
  drawing.blade(
    [
      [top - 1, -wide / 3],
      [top + long * 0.35, -wide / 2],
      [top + long, 0],
      [top + long * 0.35, wide / 2],
      [top - 1, wide / 3],
    ],
    ramp,
  );
};

const tines = (
  drawing: Slanted,
  top: number,
  count: number,
  wide: number,
  long: number,
  ramp: Ramp = iron,
): void => {
  drawing.rod([top, -wide], [top, wide], 2.4, ramp);
  for (let i = 0; i < count; i++) {
    const across = -wide + (i * wide * 2) / (count - 1);
    drawing.rod([top, across], [top + long, across], 2, ramp);
  }
};

type Draw = () => Canvas;

/** By a word of the name; the first that fits. */
export const SHAFTED: readonly (readonly [word: string, draw: Draw])[] = [
  ["executioner's axe", () => shafted(40, (d, top) => axeBlade(d, top - 7, 1, 12, 18))],
  ['two handed axe', () => shafted(44, (d, top) => axeBlade(d, top - 7, -1, 11, 17))],
  ['large battle axe', () => shafted(46, (d, top) => twoBlades(d, top - 8, 11, 11, 19))],
  ['double axe', () => shafted(40, (d, top) => twoBlades(d, top - 7, 9, 9, 15))],
  ['battle axe', () => shafted(40, (d, top) => twoBlades(d, top - 7, 11, 5, 16))],
  ['war axe', () => shafted(34, (d, top) => axeBlade(d, top - 6, -1, 9, 14))],
  ['hatchet', () => shafted(28, (d, top) => axeBlade(d, top - 5, 1, 8, 11))],
  [
    'pickaxe',
    () =>
      shafted(34, (d, top) =>
        d.plate(
          [
            [top - 4, -3],
            [top - 14, -15],
            [top + 1, -4],
            [top + 3, 0],
            [top + 1, 4],
            [top - 14, 15],
            [top - 4, 3],
          ],
          iron,
        ),
      ),
  ],
  [
    'hammer pick',
    () =>
      shafted(40, (d, top) =>
        d.rod([top - 5, -7], [top - 5, 2], 7, iron).plate(
          [
            [top - 8, 3],
            [top - 12, 14],
            [top - 2, 3],
          ],
          iron,
        ),
      ),
  ],
  ['axe', () => shafted(36, (d, top) => axeBlade(d, top - 6, 1, 9, 14))],
  [
    'bardiche',
    () =>
      shafted(52, (d, top) =>
        d.plate(
          [
            [top - 16, 1],
            [top - 14, 8],
            [top, 9],
            [top + 8, 1],
          ],
          iron,
        ),
      ),
  ],
  [
    'halberd',
    () =>
      shafted(52, (d, top) => {
        axeBlade(d, top - 8, 1, 8, 14);
        spearHead(d, top, 12, 4);
        d.plate(
          [
            [top - 10, -1],
            [top - 8, -8],
            [top - 5, -1],
          ],
          iron,
        );
      }),
  ],
  ['bladed staff', () => shafted(44, (d, top) => spearHead(d, top, 16, 6))],
  [
    'scythe',
    () =>
      shafted(46, (d, top) =>
        d.blade(
          [
            [top - 2, 0],
            [top + 2, 10],
            [top - 6, 24],
            [top - 8, 24],
            [top - 4, 11],
            [top - 6, 1],
          ],
          iron,
          () => 12,
        ),
      ),
  ],
  [
    'bone harvester',
    () =>
      shafted(28, (d, top) =>
        d.blade(
          [
            [top - 2, 0],
            [top + 8, 8],
            [top + 2, 20],
            [top, 20],
            [top + 3, 9],
            [top - 6, 2],
          ],
          plaster,
          () => 9,
        ),
      ),
  ],
  [
    'kama',
    () =>
      shafted(26, (d, top) =>
        d.blade(
          [
            [top - 1, 0],
            [top + 1, 8],
            [top - 5, 16],
            [top - 7, 15],
            [top - 3, 8],
            [top - 5, 0],
          ],
          iron,
          () => 8,
        ),
      ),
  ],
  ['pitchfork', () => shafted(44, (d, top) => tines(d, top - 6, 3, 6, 14))],
  ['war fork', () => shafted(36, (d, top) => tines(d, top - 6, 2, 4, 14))],
  ['short spear', () => shafted(36, (d, top) => spearHead(d, top, 12, 6))],
  ['long spear', () => shafted(54, (d, top) => spearHead(d, top, 12, 6))],
  ['spear', () => shafted(46, (d, top) => spearHead(d, top, 14, 7))],
  ['pike', () => shafted(58, (d, top) => spearHead(d, top, 9, 4))],
  [
    'lance',
    () =>
      shafted(54, (d) =>
        d.blade(
          [
            [10, -5],
            [14, -5],
            [60, 0],
            [14, 5],
            [10, 5],
          ],
          snow,
        ),
      ),
  ],
  [
    'crescent blade',
    () =>
      shafted(34, (d, top) => {
        d.blade(
          [
            [top, -2],
            [top - 4, -12],
            [top + 10, -14],
            [top + 3, -8],
            [top + 3, 8],
            [top + 10, 14],
            [top - 4, 12],
            [top, 2],
          ],
          iron,
        );
      }),
  ],
  [
    'war hammer',
    () =>
      shafted(40, (d, top) => {
        d.rod([top - 5, -9], [top - 5, 9], 8, iron);
      }),
  ],
  [
    'sledge hammer',
    () =>
      shafted(40, (d, top) => {
        d.rod([top - 5, -8], [top - 5, 8], 9, stone);
      }),
  ],
  [
    "smith's hammer",
    () =>
      shafted(26, (d, top) => {
        d.rod([top - 4, -6], [top - 4, 6], 7, iron);
      }),
  ],
  [
    'hammer',
    () =>
      shafted(24, (d, top) => {
        d.rod([top - 3, -6], [top - 3, 5], 5, iron);
      }),
  ],
  [
    'maul',
    () =>
      shafted(38, (d, top) => {
        d.rod([top - 6, -6], [top - 6, 6], 11, stone);
      }),
  ],
  [
    'war mace',
    () =>
      shafted(34, (d, top) => {
        d.knob([top - 4, 0], 7, iron);
        for (const a of [-6, 6]) d.knob([top - 4, a], 2, iron, 0.6);
        d.knob([top + 3, 0], 2, iron, 0.6);
      }),
  ],
  [
    'mace',
    () =>
      shafted(32, (d, top) => {
        d.knob([top - 3, 0], 6, iron);
        d.plate(
          [
            [top - 9, -5],
            [top + 3, -5],
            [top - 3, -8],
          ],
          iron,
          0.6,
        );
        d.plate(
          [
            [top - 9, 5],
            [top + 3, 5],
            [top - 3, 8],
          ],
          iron,
          -0.6,
        );
      }),
  ],
  [
    'scepter',
    () =>
      shafted(
        32,
        (d, top) => {
          d.knob([top, 0], 5, gold);
          d.knob([top + 5, 0], 2.5, red);
        },
        { ramp: gold },
      ),
  ],
  [
    'club',
    () =>
      shafted(16, (d) =>
        d.plate(
          [
            [8, -2.4],
            [34, -5.5],
            [39, -3],
            [40, 0],
            [39, 3],
            [34, 5.5],
            [8, 2.4],
          ],
          wood,
          -0.4,
          0.24,
        ),
      ),
  ],
  [
    'shepherd',
    () =>
      shafted(46, (d, top) => {
        for (let i = 0; i < 22; i++) {
          const a = (i / 21) * Math.PI * 1.25;
          d.knob([top + Math.sin(a) * 7, 7 - Math.cos(a) * 7], 1.6, wood);
        }
      }),
  ],
  [
    'crook',
    () =>
      shafted(44, (d, top) => {
        for (let i = 0; i < 22; i++) {
          const a = (i / 21) * Math.PI * 1.25;
          d.knob([top + Math.sin(a) * 7, 7 - Math.cos(a) * 7], 1.6, oak);
        }
      }),
  ],
  [
    'gnarled staff',
    () =>
      shafted(48, (d, top) => {
        d.knob([top, 1], 3.4, wood);
        d.knob([top + 4, -2], 2.2, wood);
        d.knob([top - 8, 2], 2.2, wood);
        d.knob([18, -2], 2, wood);
      }),
  ],
  [
    'black staff',
    () =>
      shafted(
        52,
        (d, top) => {
          d.knob([top, 0], 3.4, violet);
        },
        { ramp: ink },
      ),
  ],
  [
    'quarter staff',
    () =>
      shafted(
        54,
        (d, top) => {
          d.rod([2, 0], [6, 0], 4, iron);
          d.rod([top - 6, 0], [top - 2, 0], 4, iron);
        },
        { ramp: oak },
      ),
  ],
  ['staff', () => shafted(50, () => {}, { ramp: oak })],
  [
    'wand',
    () =>
      shafted(
        24,
        (d, top) => {
          d.knob([top + 1, 0], 3, jade);
          d.knob([top + 1, -1], 1, snow, 1);
        },
        { thick: 2.6 },
      ),
  ],
  [
    'fishing pole',
    () =>
      shafted(
        54,
        (d, top) => {
          const [x, y] = d.place([top, 0]);
          d.canvas.line(x, y, x + 1, y + 30, shade(snow, 3));
          d.canvas.ellipse(x + 1, y + 31, 2, 2, shade(red, 3));
        },
        { thick: 2 },
      ),
  ],
  [
    'boomerang',
    () =>
      shafted(1, (d) =>
        d.plate(
          [
            [0, -3],
            [18, -8],
            [36, -3],
            [34, 2],
            [18, -2],
            [2, 3],
          ],
          oak,
        ),
      ),
  ],
];
