import { Canvas, type Point } from '../canvas.ts';
import type { Graphic, Recipe } from '../graphics.ts';
import { chance } from '../noise.ts';
import { CLEAR, RAMPS, type Ramp, shade } from '../palette.ts';
import { lying } from './axis.ts';

const {
  blue,
  brick,
  cloth,
  dirt,
  gold,
  grass,
  ink,
  iron,
  jade,
  oak,
  plaster,
  red,
  sand,
  snow,
  violet,
  wood,
} = RAMPS;

/** What a worn thing is made of: changes the light of a pixel. */
type Weave = (x: number, y: number) => number;

const smooth: Weave = () => 0;
const folds: Weave = (x, y) => (Math.abs(x + y * 0.25) % 7 < 1 ? -0.8 : 0);
const mail: Weave = (x, y) => ((Math.floor(x / 2) + Math.floor(y / 2)) % 2 === 0 ? 0.7 : -0.8);
const rings: Weave = (x, y) =>
  x % 4 === 0 && y % 4 === 0 ? 1.4 : (x % 4 === 1 && y % 4 === 0) || (x % 4 === 0 && y % 4 === 1) ? -0.9 : 0;
const studs: Weave = (x, y) => (x % 5 === 1 && y % 5 === 1 ? 2.2 : x % 5 === 2 && y % 5 === 2 ? -1 : 0);
const plates: Weave = (_x, y) => (y % 8 === 0 ? -1.6 : y % 8 === 1 ? 0.9 : 0);
const scales: Weave = (x, y) => ((x + (Math.floor(y / 4) % 2) * 3) % 6 === 0 || y % 4 === 0 ? -1.1 : 0.2);
const ribs: Weave = (x, y) => (y % 5 < 2 && Math.abs(x - 22) > 2 ? -2.2 : 0.4);
const fur: Weave = (x, y) => (chance(x, Math.floor(y / 2), 3) - 0.5) * 1.8;

interface Stuff {
  readonly ramp: Ramp;
  readonly weave: Weave;
  readonly trim?: Ramp;
}

const STUFFS: readonly (readonly [word: string, stuff: Stuff])[] = [
  ['chainmail', { ramp: iron, weave: mail }],
  ['ringmail', { ramp: iron, weave: rings }],
  ['plate', { ramp: iron, weave: plates, trim: gold }],
  ['close helm', { ramp: iron, weave: smooth }],
  ['norse', { ramp: iron, weave: smooth, trim: gold }],
  ['bascinet', { ramp: iron, weave: smooth }],
  ['helmet', { ramp: iron, weave: smooth }],
  ['dragon', { ramp: brick, weave: scales, trim: gold }],
  ['studded', { ramp: dirt, weave: studs }],
  ['leather', { ramp: dirt, weave: smooth }],
  ['bone', { ramp: plaster, weave: ribs }],
  ['orc', { ramp: grass, weave: smooth }],
  ['decorative armor', { ramp: iron, weave: plates, trim: gold }],
  ['fur', { ramp: sand, weave: fur }],
  ['straw', { ramp: gold, weave: mail }],
  ['gilded', { ramp: plaster, weave: folds, trim: gold }],
  ['gold', { ramp: gold, weave: smooth }],
  ['wedding', { ramp: snow, weave: folds }],
  ['weddig', { ramp: snow, weave: folds }],
  ['bridal', { ramp: snow, weave: folds }],
  ['royal', { ramp: violet, weave: folds, trim: gold }],
  ['noble', { ramp: blue, weave: folds, trim: gold }],
  ['knightly', { ramp: red, weave: folds, trim: iron }],
  ['death', { ramp: ink, weave: folds }],
  ['gm robe', { ramp: red, weave: folds, trim: gold }],
  ['jester', { ramp: red, weave: folds, trim: gold }],
  ['executioner', { ramp: ink, weave: smooth }],
  ['jin-baori', { ramp: red, weave: folds, trim: gold }],
  ['kimono', { ramp: blue, weave: folds, trim: plaster }],
  ['kasa', { ramp: oak, weave: mail }],
  ['hakama', { ramp: ink, weave: folds }],
  ['obi', { ramp: red, weave: mail, trim: gold }],
  ['gargish', { ramp: violet, weave: folds, trim: gold }],
  ['gargoyle', { ramp: violet, weave: folds, trim: gold }],
  ['floral', { ramp: grass, weave: fur, trim: red }],
  ['flower', { ramp: grass, weave: fur, trim: red }],
];

/** Undyed cloth: grey, so that any dye shows; a few natural tones keep the wardrobe from being dull. */
const CLOTHES: readonly Ramp[] = [cloth, plaster, sand, cloth, dirt];

function stuffOf({ id, name }: Graphic): Stuff {
  return (
    STUFFS.find(([word]) => name.includes(word))?.[1] ?? {
      ramp: CLOTHES[(id >> 1) % CLOTHES.length]!,
      weave: folds,
    }
  );
}

/** Fills mirror-symmetric outlines about x = 22 with light from the upper left. */
class Garment {
  readonly canvas = new Canvas(44, 60);
  readonly #stuff: Stuff;

  constructor(stuff: Stuff) {
    this.#stuff = stuff;
  }

  shape(points: readonly Point[], bias = 0, ramp = this.#stuff.ramp, weave = this.#stuff.weave): this {
    const xs = points.map(([x]) => x);
    const [left, right] = [Math.min(...xs), Math.max(...xs)];
    const middle = (left + right) / 2;
    const half = Math.max(1, (right - left) / 2);
    this.canvas.polygon(points, (x, y) => {
      const u = (x + 0.5 - middle) / half;
      return shade(ramp, 3.5 - u * 1.3 - u * u * 0.5 - (y - 24) * 0.012 + bias + weave(x, y));
    });
    return this;
  }

  /** The given half, on the left, and its mirror image. */
  both(points: readonly Point[], bias = 0, ramp?: Ramp): this {
    this.shape(points, bias + 0.2, ramp);
    return this.shape(
      points.map(([x, y]) => [44 - x, y]),
      bias - 0.5,
      ramp,
    );
  }

  line(x0: number, y0: number, x1: number, y1: number, bias = -1.4, ramp = this.#stuff.ramp): this {
    this.canvas.line(x0, y0, x1, y1, (x, y) =>
      this.canvas.get(x, y) === CLEAR ? CLEAR : shade(ramp, 3 + bias),
    );
    return this;
  }

  trim(x: number, y: number, width: number, height: number): this {
    const { trim } = this.#stuff;
    if (trim !== undefined)
      this.canvas.rect(x, y, width, height, (i, j) =>
        this.canvas.get(i, j) === CLEAR ? CLEAR : shade(trim, 4.2 - (i - x) / width),
      );
    return this;
  }

  done(): Canvas {
    return lying(this.canvas.outline());
  }
}

type Cut = (stuff: Stuff) => Canvas;

const torso: Cut = (stuff) =>
  new Garment(stuff)
    .shape([
      [12, 14],
      [17, 11],
      [27, 11],
      [32, 14],
      [31, 24],
      [32, 40],
      [12, 40],
      [13, 24],
    ])
    .shape(
      [
        [18, 11],
        [26, 11],
        [22, 16],
      ],
      -2.2,
    )
    .trim(12, 36, 20, 3)
    .line(22, 16, 22, 38, -1)
    .done();

const sleeved: Cut = (stuff) =>
  new Garment(stuff)
    .both([
      [14, 13],
      [9, 15],
      [4, 30],
      [9, 33],
      [14, 22],
    ])
    .shape([
      [12, 13],
      [17, 11],
      [27, 11],
      [32, 13],
      [31, 24],
      [32, 40],
      [12, 40],
      [13, 24],
    ])
    .shape(
      [
        [18, 11],
        [26, 11],
        [22, 17],
      ],
      -2.2,
    )
    .trim(12, 37, 20, 3)
    .line(22, 17, 22, 39, -0.6)
    .done();

const arms: Cut = (stuff) =>
  new Garment(stuff)
    .both([
      [9, 12],
      [15, 10],
      [19, 15],
      [17, 26],
      [15, 38],
      [8, 38],
      [8, 26],
      [6, 18],
    ])
    .trim(8, 24, 10, 2)
    .trim(26, 24, 10, 2)
    .done();

const gloves: Cut = (stuff) =>
  new Garment(stuff)
    .both([
      [7, 16],
      [16, 16],
      [16, 25],
      [19, 24],
      [20, 28],
      [16, 31],
      [15, 37],
      [8, 37],
      [6, 28],
    ])
    .trim(6, 16, 12, 3)
    .trim(26, 16, 12, 3)
    .line(10, 31, 10, 37)
    .line(13, 31, 13, 37)
    .line(31, 31, 31, 37)
    .line(34, 31, 34, 37)
    .done();

const trousers =
  (long: number): Cut =>
  (stuff) =>
    new Garment(stuff)
      .shape([
        [12, 12],
        [32, 12],
        [33, 20],
        [33, 12 + long],
        [25, 12 + long],
        [22, 23],
        [19, 12 + long],
        [11, 12 + long],
        [11, 20],
      ])
      .trim(12, 12, 20, 3)
      .line(12, 15, 32, 15)
      .done();

const skirt: Cut = (stuff) =>
  new Garment(stuff)
    .shape([
      [14, 14],
      [30, 14],
      [36, 38],
      [29, 40],
      [22, 39],
      [15, 40],
      [8, 38],
    ])
    .trim(14, 14, 16, 3)
    .done();

const robe: Cut = (stuff) =>
  new Garment(stuff)
    .both([
      [15, 9],
      [10, 12],
      [4, 30],
      [10, 33],
      [15, 20],
    ])
    .shape([
      [14, 9],
      [18, 7],
      [26, 7],
      [30, 9],
      [30, 22],
      [34, 50],
      [10, 50],
      [14, 22],
    ])
    .shape(
      [
        [18, 7],
        [26, 7],
        [22, 14],
      ],
      -2.2,
    )
    .trim(13, 24, 18, 3)
    .trim(10, 47, 24, 3)
    .line(22, 14, 22, 49, -0.7)
    .done();

const dress: Cut = (stuff) =>
  new Garment(stuff)
    .both([
      [16, 12],
      [11, 13],
      [8, 22],
      [12, 23],
      [16, 19],
    ])
    .shape([
      [15, 11],
      [19, 14],
      [25, 14],
      [29, 11],
      [28, 24],
      [36, 49],
      [22, 51],
      [8, 49],
      [16, 24],
    ])
    .trim(15, 23, 14, 2)
    .done();

const cloak: Cut = (stuff) =>
  new Garment(stuff)
    .shape([
      [17, 9],
      [27, 9],
      [32, 14],
      [36, 46],
      [29, 49],
      [22, 47],
      [15, 49],
      [8, 46],
      [12, 14],
    ])
    .shape(
      [
        [18, 9],
        [26, 9],
        [24, 12],
        [20, 12],
      ],
      -2,
    )
    .trim(17, 9, 10, 2)
    .line(16, 16, 14, 47, -1)
    .line(28, 16, 30, 47, -1.6)
    .done();

const apron: Cut = (stuff) =>
  new Garment(stuff)
    .shape([
      [17, 12],
      [27, 12],
      [28, 22],
      [33, 24],
      [32, 42],
      [12, 42],
      [11, 24],
      [16, 22],
    ])
    .line(11, 24, 33, 24)
    .done();
const halfApron: Cut = (stuff) =>
  new Garment(stuff)
    .shape([
      [9, 18],
      [35, 18],
      [32, 22],
      [31, 38],
      [13, 38],
      [12, 22],
    ])
    .line(10, 21, 34, 21)
    .done();

const sash: Cut = (stuff) =>
  new Garment(stuff)
    .shape([
      [9, 14],
      [15, 11],
      [35, 32],
      [36, 42],
      [30, 43],
      [29, 34],
    ])
    .trim(30, 40, 8, 3)
    .done();
const belt: Cut = (stuff) =>
  new Garment(stuff)
    .shape([
      [7, 22],
      [22, 26],
      [37, 22],
      [37, 28],
      [22, 33],
      [7, 28],
    ])
    .shape(
      [
        [19, 25],
        [25, 25],
        [25, 33],
        [19, 33],
      ],
      0.6,
      gold,
    )
    .done();

const boots =
  (tall: number): Cut =>
  (stuff) =>
    new Garment({ ...stuff, ramp: stuff.ramp === cloth ? dirt : stuff.ramp })
      .both([
        [9, 38 - tall],
        [17, 38 - tall],
        [17, 31],
        [20, 34],
        [20, 39],
        [7, 39],
        [8, 31],
      ])
      .line(7, 38, 20, 38)
      .line(24, 38, 37, 38)
      .trim(8, 38 - tall, 12, 2)
      .trim(26, 38 - tall, 12, 2)
      .done();

const sandals: Cut = () => {
  const garment = new Garment({ ramp: dirt, weave: smooth });
  for (const x of [12, 26]) {
    garment.shape(
      [
        [x - 3, 22],
        [x + 3, 20],
        [x + 5, 32],
        [x + 2, 37],
        [x - 3, 36],
        [x - 5, 30],
      ],
      0.6,
      oak,
    );
    garment.line(x - 4, 26, x + 4, 24, -1.6, dirt).line(x - 4, 31, x + 4, 29, -1.6, dirt);
  }
  return garment.done();
};

const gorget: Cut = (stuff) =>
  new Garment(stuff)
    .shape([
      [13, 16],
      [17, 20],
      [27, 20],
      [31, 16],
      [33, 26],
      [22, 34],
      [11, 26],
    ])
    .trim(13, 17, 18, 2)
    .done();

const coif: Cut = (stuff) =>
  new Garment(stuff)
    .shape([
      [13, 20],
      [16, 12],
      [22, 9],
      [28, 12],
      [31, 20],
      [33, 36],
      [22, 40],
      [11, 36],
    ])
    .shape(
      [
        [17, 19],
        [22, 16],
        [27, 19],
        [26, 28],
        [22, 31],
        [18, 28],
      ],
      -3,
    )
    .done();

const helm: Cut = (stuff) =>
  new Garment(stuff)
    .shape([
      [12, 24],
      [13, 16],
      [17, 11],
      [22, 9],
      [27, 11],
      [31, 16],
      [32, 24],
      [31, 34],
      [27, 38],
      [17, 38],
      [13, 34],
    ])
    .shape(
      [
        [14, 22],
        [30, 22],
        [30, 25],
        [14, 25],
      ],
      -3,
      ink,
      smooth,
    )
    .trim(21, 9, 2, 13)
    .line(22, 25, 22, 38)
    .done();

const openHelm: Cut = (stuff) =>
  new Garment(stuff)
    .shape([
      [11, 28],
      [13, 18],
      [17, 12],
      [22, 10],
      [27, 12],
      [31, 18],
      [33, 28],
      [31, 32],
      [28, 25],
      [16, 25],
      [13, 32],
    ])
    .shape(
      [
        [20, 24],
        [24, 24],
        [23, 33],
        [21, 33],
      ],
      0.3,
    )
    .trim(12, 24, 20, 3)
    .done();

const horned: Cut = (stuff) => {
  const garment = new Garment(stuff);
  garment.both(
    [
      [13, 22],
      [8, 20],
      [4, 10],
      [7, 9],
      [11, 16],
      [14, 17],
    ],
    0.5,
    plaster,
  );
  garment
    .shape([
      [11, 30],
      [13, 18],
      [17, 12],
      [22, 10],
      [27, 12],
      [31, 18],
      [33, 30],
      [28, 25],
      [16, 25],
    ])
    .trim(12, 23, 20, 3);
  return garment.done();
};

const cap: Cut = (stuff) =>
  new Garment(stuff)
    .shape([
      [12, 28],
      [13, 19],
      [18, 14],
      [26, 14],
      [31, 19],
      [32, 28],
      [22, 31],
    ])
    .line(12, 26, 32, 26)
    .done();

const brimmed =
  (crown: number, wide: number, feather: boolean): Cut =>
  (stuff) => {
    const garment = new Garment(stuff);
    garment.canvas.ellipse(22, 30, wide, wide * 0.38, (x, y) =>
      shade(stuff.ramp, 3.6 - (x - 22) / wide - (y - 30) / 6 + stuff.weave(x, y)),
    );
    garment.shape([
      [14, 30],
      [16, 30 - crown],
      [22, 28 - crown],
      [28, 30 - crown],
      [30, 30],
      [22, 33],
    ]);
    garment.canvas.rect(14, 27, 16, 2, (x) => shade(stuff.trim ?? red, 3 - (x - 14) / 12));
    if (feather)
      for (let i = 0; i < 14; i++)
        garment.canvas.ellipse(
          29 + i * 0.6,
          25 - i * 0.9 + (i * i) / 20,
          1.8,
          1.4,
          shade(snow, 5 - i * 0.15),
        );
    return garment.done();
  };

const wizardHat: Cut = (stuff) => {
  const garment = new Garment(stuff);
  garment.canvas.ellipse(22, 40, 16, 6, (x, y) => shade(stuff.ramp, 3.4 - (x - 22) / 16 - (y - 40) / 6));
  garment.shape([
    [12, 40],
    [19, 20],
    [24, 8],
    [28, 10],
    [26, 18],
    [32, 40],
    [22, 43],
  ]);
  garment.canvas.rect(13, 36, 19, 2, shade(gold, 3));
  return garment.done();
};

const jesterHat: Cut = () => {
  const garment = new Garment({ ramp: red, weave: smooth });
  garment.shape(
    [
      [13, 32],
      [14, 22],
      [6, 16],
      [4, 24],
      [9, 10],
      [20, 14],
      [22, 26],
      [22, 34],
    ],
    0,
    red,
  );
  garment.shape(
    [
      [31, 32],
      [30, 22],
      [38, 16],
      [40, 24],
      [35, 10],
      [24, 14],
      [22, 26],
      [22, 34],
    ],
    -0.4,
    gold,
  );
  for (const [x, y] of [
    [4, 25],
    [40, 25],
  ] as const)
    garment.canvas.ellipse(x, y, 2.4, 2.4, shade(gold, 4));
  return garment.done();
};

const bandana: Cut = (stuff) =>
  new Garment(stuff)
    .shape([
      [12, 26],
      [16, 18],
      [24, 16],
      [30, 20],
      [31, 27],
      [22, 30],
    ])
    .shape(
      [
        [29, 24],
        [37, 27],
        [39, 34],
        [34, 33],
        [30, 28],
      ],
      -0.6,
    )
    .done();
const garland: Cut = () => {
  const canvas = new Canvas(44, 44);
  for (let i = 0; i < 26; i++) {
    const a = (i / 26) * Math.PI * 2;
    canvas.ellipse(
      22 + Math.cos(a) * 11,
      24 + Math.sin(a) * 6,
      2.4,
      2,
      shade(
        i % 3 === 0 ? [red, gold, violet][i % 2 === 0 ? 0 : 1]! : grass,
        4 - Math.sin(a) - Math.cos(a) * 0.5,
      ),
    );
  }
  return lying(canvas.outline());
};

const mask =
  (ramp: Ramp, horns: boolean, ears: boolean): Cut =>
  () => {
    const garment = new Garment({ ramp, weave: smooth });
    if (horns)
      garment.both(
        [
          [15, 14],
          [10, 12],
          [6, 4],
          [4, 8],
          [7, 4],
          [12, 9],
          [17, 12],
        ],
        0.5,
        oak,
      );
    if (ears)
      garment.both([
        [14, 16],
        [10, 8],
        [18, 11],
      ]);
    garment.shape([
      [12, 16],
      [17, 11],
      [27, 11],
      [32, 16],
      [31, 28],
      [26, 37],
      [22, 39],
      [18, 37],
      [13, 28],
    ]);
    garment.both(
      [
        [15, 20],
        [20, 21],
        [19, 24],
        [16, 24],
      ],
      -3,
      ink,
    );
    garment.shape(
      [
        [20, 24],
        [24, 24],
        [25, 30],
        [19, 30],
      ],
      0.6,
    );
    garment.shape(
      [
        [17, 33],
        [27, 33],
        [22, 36],
      ],
      -2.4,
      ink,
    );
    return garment.done();
  };

function ringOf(ramp: Ramp, r: number, thick: number, gem: Ramp | null): Canvas {
  const canvas = new Canvas(44, 44);
  for (let i = 0; i < 70; i++) {
    const a = (i / 70) * Math.PI * 2;
    canvas.ellipse(
      22 + Math.cos(a) * r,
      23 + Math.sin(a) * r * 0.72,
      thick,
      thick,
      shade(ramp, 3.6 - Math.cos(a) - Math.sin(a) * 1.3),
    );
  }
  if (gem !== null) {
    canvas.ellipse(22, 23 - r * 0.72 - 1, 2.6, 2.6, (x, y) =>
      shade(gem, 3.6 - (x - 22) * 0.6 - (y - 22 + r) * 0.5),
    );
  }
  return lying(canvas.outline());
}

function necklace(ramp: Ramp, beads: boolean): Canvas {
  const canvas = new Canvas(44, 44);
  for (let i = 0; i < 40; i++) {
    const a = (i / 40) * Math.PI * 2;
    if (beads && i % 2 === 1) continue;
    canvas.ellipse(
      22 + Math.cos(a) * 11,
      21 + Math.sin(a) * 9,
      beads ? 1.9 : 1.1,
      beads ? 1.9 : 1.1,
      shade(ramp, 3.6 - Math.cos(a) * 0.8 - Math.sin(a) * 0.8 + (i % 4 === 0 ? 0.6 : 0)),
    );
  }
  canvas.ellipse(22, 32, 3.4, 3.8, (x, y) => shade(jade, 3.6 - (x - 22) * 0.5 - (y - 32) * 0.4));
  return lying(canvas.outline());
}

function earrings(ramp: Ramp): Canvas {
  const canvas = new Canvas(44, 44);
  for (const x of [16, 27]) {
    canvas.line(x, 16, x, 21, shade(ramp, 4));
    canvas.ellipse(x + 0.5, 24, 2.6, 3.2, (i, j) => shade(red, 3.6 - (i - x) * 0.7 - (j - 24) * 0.4));
  }
  return lying(canvas.outline());
}

function hair(id: number): Canvas {
  const canvas = new Canvas(44, 44);
  canvas.polygon(
    [
      [12, 30],
      [13, 18],
      [18, 12],
      [26, 12],
      [31, 18],
      [32, 30],
      [29, 34],
      [28, 22],
      [16, 22],
      [15, 34],
    ],
    (x) => shade(cloth, 3.4 - (x - 22) * 0.1 + ((x + id) % 3 === 0 ? -1 : 0.3)),
  );
  return lying(canvas.outline());
}

function shield(graphic: Graphic): Canvas {
  const { name } = graphic;
  const canvas = new Canvas(44, 54);
  const kite = /kite|heater|order|chaos|decorative/.test(name);
  const ramp = name.includes('wooden')
    ? oak
    : name.includes('bronze')
      ? gold
      : name.includes('order')
        ? blue
        : name.includes('chaos')
          ? red
          : name.includes('scale')
            ? jade
            : name.includes('buckler')
              ? wood
              : iron;
  const tall = name.includes('kite') ? 45 : 40;
  const points: Point[] = kite
    ? [
        [10, 10],
        [22, 7],
        [34, 10],
        [34, 24],
        [30, tall - 8],
        [22, tall],
        [14, tall - 8],
        [10, 24],
      ]
    : [];
  const r = name.includes('buckler') ? 11 : 15;
  const inside = (x: number, y: number): number => {
    const [u, v] = [(x - 22) / 15, (y - 25) / 17];
    const face = 3.6 - u * 1.3 - v * 1.1;
    if (name.includes('wooden')) return shade(ramp, face + (x % 6 === 0 ? -1.2 : 0));
    if (name.includes('scale')) return shade(ramp, face + scales(x, y));
    return shade(ramp, face);
  };
  if (kite) canvas.polygon(points, inside);
  else canvas.ellipse(22, 25, r, r * 1.04, inside);
  const edge = kite ? gold : iron;
  const result = canvas.map((index, x, y) => {
    if (index === CLEAR) return CLEAR;
    const near = [
      [-2, 0],
      [2, 0],
      [0, -2],
      [0, 2],
    ].some(([dx, dy]) => canvas.get(x + dx!, y + dy!) === CLEAR);
    return near ? shade(edge, 4 - (x - 22) / 14 - (y - 25) / 18) : index;
  });
  if (/order|chaos|decorative|heater/.test(name)) {
    result.rect(20, 14, 4, 22, shade(name.includes('heater') ? red : gold, 4));
    result.rect(14, 20, 16, 4, shade(name.includes('heater') ? red : gold, 3));
  } else result.ellipse(22, 25, 4, 4, (x, y) => shade(iron, 4.4 - (x - 22) * 0.4 - (y - 25) * 0.5));
  return lying(result.outline());
}

/** By a word of the name; the first that fits. */
const CUTS: readonly (readonly [pattern: RegExp, cut: Cut])[] = [
  [/coif|hood(?!ed)/, coif],
  [/norse helm|orc helm/, horned],
  [/bascinet|bone helm|leather cap$/, openHelm],
  [/helm/, helm],
  [/gorget/, gorget],
  [/gloves/, gloves],
  [/sleeves|arms|clothing a$/, arms],
  [/leggings|legs|long pants|dress pants|hakama|clothing l$/, trousers(30)],
  [/short pants|shorts|panties/, trousers(17)],
  [/skirt|kilt|surong|sarong|clothing k$/, skirt],
  [/bustier|breastplate|vest|teddy|swim/, torso],
  [/thigh boots|ninja tall/, boots(28)],
  [/boots/, boots(18)],
  [/sandal|tabi/, sandals],
  [/shoes(?! horse)/, boots(9)],
  [/robe|shroud|cassock|kimono|gown/, robe],
  [/dress boots/, boots(18)],
  [/dress shirt/, sleeved],
  [/dress/, dress],
  [/cloak|cape|train|wings/, cloak],
  [/full apron/, apron],
  [/half apron|apron/, halfApron],
  [/sash/, sash],
  [/belt|obi/, belt],
  [/shirt|doublet|surcoat|jin-baori|jester suit|clothing c$/, sleeved],
  [
    /leather armor|studded armor|plate armor|ringmail armor|bone armor|platemail|tunic|decorative armor/,
    torso,
  ],
  [/wizard/, wizardHat],
  [/jester'?s? (hat|cap)/, jesterHat],
  [/feathered hat|tricorne/, brimmed(10, 15, true)],
  [/kasa|tall straw/, brimmed(12, 18, false)],
  [/hat/, brimmed(9, 17, false)],
  [/bonnet|cap$|skullcap/, cap],
  [/bandana/, bandana],
  [/garland|crown/, garland],
  [/bear mask/, mask(dirt, false, true)],
  [/deer mask/, mask(oak, true, true)],
  [/orc mask/, mask(grass, false, true)],
  [/halloween/, mask(RAMPS.fire, false, false)],
  [/mask/, mask(wood, true, false)],
];

export const drawWorn: Recipe = (graphic) => {
  const { id, kind, name } = graphic;
  if (kind === 'shield' || (kind !== 'wall-hanging' && name.endsWith('shield'))) return shield(graphic);
  if (kind === 'hair') return hair(id);
  if (kind === 'jewelry' || /talisman/.test(name)) {
    if (/ring$/.test(name)) return ringOf(gold, 5, 1.4, blue);
    if (name.includes('bracelet')) return ringOf(gold, 9, 1.8, null);
    if (name.includes('earring')) return earrings(gold);
    return necklace(
      name.includes('silver') ? iron : name.includes('bead') ? red : gold,
      name.includes('bead'),
    );
  }
  const wearable =
    kind === 'armour' ||
    kind === 'clothing' ||
    /mask|platemail|armor|boots|robe|gown|dress$|apron/.test(name);
  if (!wearable || /scroll|display|stand/.test(name)) return null;
  const cut = CUTS.find(([pattern]) => pattern.test(name));
  if (cut !== undefined) {
    const picture = cut[1](stuffOf(graphic));
    return picture;
  }
  return kind === 'armour' || kind === 'clothing' ? sleeved(stuffOf(graphic)) : null;
};
