import type { Canvas } from '../canvas.ts';
import type { Graphic, Recipe } from '../graphics.ts';
import { RAMPS, type Ramp, shade } from '../palette.ts';
import { Slanted } from './axis.ts';

const { blue, brick, dirt, gold, ink, iron, jade, oak, plaster, red, snow, stone, violet, wood } = RAMPS;

interface BladeShape {
  /** Pixels of blade and grip. */
  readonly long: number;
  readonly wide: number;
  readonly grip?: number;
  readonly guard?: number;
  /** How far the tip is bent to the lit side. */
  readonly curve?: number;
  /** How much wider the blade is near its tip. */
  readonly belly?: number;
  readonly hilt?: Ramp;
  readonly wavy?: boolean;
  readonly blunt?: boolean;
}

function bladed({
  belly = 0,
  blunt = false,
  curve = 0,
  grip = 10,
  guard = 5,
  hilt = gold,
  long,
  wavy = false,
  wide,
}: BladeShape): Canvas {
  const span = (long + grip) * 0.72;
  const drawing = new Slanted({ size: 72, x: 36 - span / 2, y: 36 + span / 2 + 2, angle: 46 });
  const bend = (t: number): number => -curve * t * t + (wavy ? Math.sin(t * 11) * 1.6 : 0);
  const edge = (t: number, side: number): readonly [number, number] => {
    const half = (wide / 2) * (1 + belly * Math.sin(Math.PI * Math.min(1, t * 1.1)) * t * 2);
    return [grip + t * long, bend(t) + side * half];
  };
  const steps = Array.from({ length: 15 }, (_, i) => (i / 14) * (blunt ? 1 : 0.86));
  const tip: readonly (readonly [number, number])[] = blunt ? [] : [[grip + long, bend(1)]];
  drawing.blade(
    [...steps.map((t) => edge(t, -1)), ...tip, ...steps.toReversed().map((t) => edge(t, 1))],
    iron,
    (along) => bend((along - grip) / long),
  );
  drawing.rod([0, 0], [grip, 0], 3, dirt, 3);
  if (guard > 0) drawing.rod([grip, -guard], [grip, guard], 2.6, hilt);
  drawing.knob([-1, 0], 2.3, hilt);
  return drawing.lying();
}

const BLADES: readonly (readonly [word: string, shape: BladeShape])[] = [
  ['dagger', { long: 18, wide: 4, grip: 7, guard: 4 }],
  ['kryss', { long: 24, wide: 4, grip: 7, guard: 4, wavy: true }],
  ['skinning knife', { long: 16, wide: 4, grip: 8, guard: 0, curve: 2, hilt: wood }],
  ['butcher knife', { long: 17, wide: 6, grip: 8, guard: 0, hilt: wood, belly: 0.2 }],
  ['cleaver', { long: 15, wide: 11, grip: 9, guard: 0, hilt: wood, blunt: true }],
  ['broken knife', { long: 8, wide: 4, grip: 8, guard: 0, blunt: true, hilt: wood }],
  ['knife', { long: 14, wide: 3, grip: 8, guard: 0, hilt: iron }],
  ['wakizashi', { long: 24, wide: 4, grip: 9, guard: 3, curve: 3, hilt: ink }],
  ['katana', { long: 34, wide: 4, grip: 11, guard: 3, curve: 5, hilt: ink }],
  ['no-dachi', { long: 40, wide: 4.5, grip: 14, guard: 3, curve: 6, hilt: red }],
  ['bokuto', { long: 32, wide: 3, grip: 10, guard: 0, curve: 3, hilt: wood }],
  ['scimitar', { long: 31, wide: 5, grip: 9, guard: 5, curve: 8, belly: 0.3 }],
  ['cutlass', { long: 28, wide: 6, grip: 8, guard: 5, curve: 5, belly: 0.25 }],
  ['talwar', { long: 32, wide: 6, grip: 9, guard: 4, curve: 8, belly: 0.4, hilt: violet }],
  ['viking', { long: 34, wide: 7, grip: 9, guard: 6, hilt: oak }],
  ['broadsword', { long: 32, wide: 7, grip: 9, guard: 7 }],
  ['longsword', { long: 37, wide: 5, grip: 10, guard: 6 }],
  ['long sword', { long: 37, wide: 5, grip: 10, guard: 6, hilt: iron }],
  ['sai', { long: 22, wide: 2.4, grip: 8, guard: 6, hilt: iron }],
  ['sword', { long: 34, wide: 5, grip: 9, guard: 6 }],
];

/** A shaft with a head drawn by `head`, whose place is the shaft's upper end. */
function shafted(
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

const spearHead = (drawing: Slanted, top: number, long: number, wide: number, ramp: Ramp = iron): void => {
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

const SHAFTED: readonly (readonly [word: string, draw: Draw])[] = [
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

function bow(long: number, curve: number, ramp: Ramp): Canvas {
  const drawing = new Slanted({ size: 84, x: 22, y: 62, angle: 46 });
  const at = (t: number): readonly [number, number] => [
    t * long,
    -Math.sin(Math.PI * t) * curve - (t < 0.1 || t > 0.9 ? -1.5 : 0),
  ];
  const [x0, y0] = drawing.place([0.02 * long, 0]);
  const [x1, y1] = drawing.place([0.98 * long, 0]);
  drawing.canvas.line(x0, y0, x1, y1, shade(plaster, 4));
  for (let i = 0; i <= 60; i++)
    drawing.knob(at(i / 60), i > 25 && i < 35 ? 2 : 1.6, i > 25 && i < 35 ? dirt : ramp);
  return drawing.lying();
}

function crossbow(size: number, repeats: boolean): Canvas {
  const drawing = new Slanted({ size: 72, x: 16, y: 56, angle: 46 });
  drawing.rod([0, 0], [34 * size, 0], 5, wood);
  drawing.plate(
    [
      [-2, -3],
      [8, -2],
      [8, 3],
      [-3, 6],
    ],
    wood,
    -0.4,
  );
  for (let i = -12; i <= 12; i++)
    drawing.knob([32 * size - (i / 12) ** 2 * 8, (i / 12) * 16 * size], 1.8, iron);
  const left = drawing.place([32 * size - 8, -16 * size]);
  const right = drawing.place([32 * size - 8, 16 * size]);
  const catchAt = drawing.place([18 * size, 0]);
  drawing.canvas.line(...left, ...catchAt, shade(plaster, 4));
  drawing.canvas.line(...right, ...catchAt, shade(plaster, 4));
  if (repeats)
    drawing.plate(
      [
        [14, -4],
        [24, -4],
        [24, 4],
        [14, 4],
      ],
      oak,
    );
  return drawing.lying();
}

function fan(): Canvas {
  const drawing = new Slanted({ size: 60, x: 30, y: 48, angle: 90 });
  for (let i = -6; i <= 6; i++) {
    const a = i * 0.16;
    drawing.plate(
      [
        [2, 0],
        [26 * Math.cos(a - 0.07), 26 * Math.sin(a - 0.07)],
        [26 * Math.cos(a + 0.07), 26 * Math.sin(a + 0.07)],
      ],
      i % 2 === 0 ? red : gold,
      0.3 - i * 0.12,
    );
  }
  return drawing.lying();
}

function arrow(count: number, isBolt: boolean): Canvas {
  const drawing = new Slanted({ size: 72, x: 16, y: 54, angle: 44 });
  const long = isBolt ? 22 : 36;
  for (let i = 0; i < count; i++) {
    const across = (i - (count - 1) / 2) * 5;
    const from = (i % 2) * 3;
    drawing.rod([from, across], [from + long, across], 1.8, oak);
    drawing.plate(
      [
        [from, across - 3],
        [from + 8, across - 2.4],
        [from + 9, across],
        [from + 8, across + 2.4],
        [from, across + 3],
        [from + 2, across],
      ],
      isBolt ? blue : snow,
    );
    spearHead(drawing, from + long, 5, 4);
  }
  return drawing.lying();
}

/** Weapons, and tools of the same make. Flipped graphics are the others mirrored. */
export const drawWeapons: Recipe = (graphic) => {
  const { id, kind, name } = graphic;
  if (
    !['weapon', 'tool', 'ammo', 'tableware', 'resource'].includes(kind) &&
    !/knife|hammer|shovel/.test(name)
  )
    return null;
  const picture = weapon(graphic);
  return picture !== null && id % 2 === 1 ? picture.mirrored() : picture;
};

function weapon(graphic: Graphic): Canvas | null {
  const { kind, name } = graphic;
  if (/scroll|book|mask|statue|halloween/.test(name)) return null;
  if (name === 'tessen') return fan();
  if (/arrow west|^arrow$|^arrows$/.test(name)) return arrow(name === 'arrows' ? 4 : 1, false);
  if (/bolts?$/.test(name) && name.includes('crossbow')) return arrow(name.endsWith('s') ? 4 : 1, true);
  if (/repeating crossbow/.test(name)) return crossbow(0.9, true);
  if (/heavy crossbow/.test(name)) return crossbow(1.15, false);
  if (/crossbow/.test(name)) return crossbow(1, false);
  if (/composite bow/.test(name)) return bow(44, 11, brick);
  if (/^yumi/.test(name)) return bow(56, 10, ink);
  if (/^bow$/.test(name)) return bow(50, 12, oak);
  if (/draw knife|inshave|froe|scorp/.test(name)) return null;
  const shaft = SHAFTED.find(([word]) => name.includes(word));
  if (shaft !== undefined && (kind !== 'resource' || /pick/.test(name))) return shaft[1]();
  const blade = BLADES.find(([word]) => name === word || name.includes(word));
  if (blade !== undefined && !name.includes('saw')) {
    if (name === 'knife' && kind === 'tableware')
      return bladed({ long: 13, wide: 3, grip: 9, guard: 0, hilt: iron });
    return bladed(blade[1]);
  }
  if (name.includes('shovel'))
    return shafted(38, (d, top) =>
      d.plate(
        [
          [top - 2, -5],
          [top + 6, -5],
          [top + 11, 0],
          [top + 6, 5],
          [top - 2, 5],
        ],
        iron,
      ),
    );
  return null;
}
