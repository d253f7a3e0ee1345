import { Canvas } from '../canvas.ts';
import { RAMPS, type Ramp, shade } from '../palette.ts';
import { lying } from './axis.ts';
import { type Cut, Garment } from './garment.ts';
import { smooth } from './stuffs.ts';

const { gold, grass, ink, oak, plaster, red, snow, violet } = RAMPS;

export const gorget: Cut = (stuff) =>
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

export const coif: Cut = (stuff) =>
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

export const helm: Cut = (stuff) =>
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

export const openHelm: Cut = (stuff) =>
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

export const horned: Cut = (stuff) => {
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

export const cap: Cut = (stuff) =>
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

export const brimmed =
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

export const wizardHat: Cut = (stuff) => {
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

export const jesterHat: Cut = () => {
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

export const bandana: Cut = (stuff) =>
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
export const garland: Cut = () => {
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

export const mask =
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
