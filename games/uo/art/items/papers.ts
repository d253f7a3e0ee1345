import { Canvas, type Point } from '../canvas.ts';
import type { Recipe } from '../graphics.ts';
import { hash } from '../noise.ts';
import { RAMPS, type Ramp, shade } from '../palette.ts';
import { lying } from './axis.ts';

const { blue, brick, dirt, gold, grass, ink, jade, oak, plaster, red, sand, snow, violet, water, wood } =
  RAMPS;

/** A rolled sheet with a ribbon in the colour of its circle. */
function rolled(ribbon: Ramp | null, flipped: boolean): Canvas {
  const canvas = new Canvas(44, 44);
  for (let i = 0; i <= 24; i++) {
    canvas.ellipse(10 + i, 30 - i * 0.62, 3.6, 4.4, (x, y) =>
      shade(plaster, 4.4 - (x - 10 - i) * 0.25 - (y - 30 + i * 0.62) * 0.4),
    );
  }
  canvas.ellipse(34.4, 14.8, 2.6, 3.6, (x, y) =>
    shade(sand, Math.floor(Math.hypot(x - 34, y - 15)) % 2 === 0 ? 2 : 4),
  );
  if (ribbon !== null) {
    for (let i = 10; i <= 13; i++)
      canvas.ellipse(10 + i, 30 - i * 0.62, 3.8, 4.7, (_x, y) =>
        shade(ribbon, 3.6 - (y - 30 + i * 0.62) * 0.4),
      );
    canvas.line(22, 26, 18, 33, shade(ribbon, 3));
    canvas.line(23, 26, 25, 32, shade(ribbon, 2));
  }
  const picture = lying(canvas.outline());
  return flipped ? picture.mirrored() : picture;
}

/** An open sheet that curls at its ends, with lines of writing or a drawing. */
function sheetOf(draw: (canvas: Canvas, x: number, y: number) => void): Canvas {
  const canvas = new Canvas(44, 44);
  canvas.polygon(
    [
      [9, 16],
      [29, 8],
      [36, 26],
      [16, 35],
    ],
    (x, y) => shade(plaster, 4.4 - (x + y - 44) * 0.03),
  );
  for (const [x0, y0, x1, y1] of [
    [9, 16, 29, 8],
    [16, 35, 36, 26],
  ] as const)
    canvas.stroke(x0, y0, x1, y1, 3, (_x, y) => shade(sand, 4 - (y - y0) * 0.05));
  draw(canvas, 22, 21);
  return lying(canvas.outline());
}

function written(canvas: Canvas): void {
  for (let i = 0; i < 5; i++) {
    const y = 17 + i * 3.4;
    canvas.line(
      14 + i * 1.3,
      y + 1,
      27 + i * 1.3 - (i === 4 ? 6 : 0),
      y - 4.4 + (i === 4 ? 2 : 0),
      shade(wood, 2),
    );
  }
}

function charted(canvas: Canvas): void {
  canvas.ellipse(20, 21, 6, 5, shade(grass, 3));
  canvas.ellipse(27, 24, 4, 3, shade(grass, 2));
  canvas.line(14, 26, 30, 15, shade(brick, 3));
  canvas.line(24, 18, 28, 22, shade(red, 3));
  canvas.line(28, 18, 24, 22, shade(red, 3));
}

function sealed(canvas: Canvas): void {
  written(canvas);
  canvas.ellipse(29, 27, 3.4, 3.2, (x, y) => shade(red, 4 - (x - 29) * 0.4 - (y - 27) * 0.4));
}

function book(cover: Ramp, emblem: Ramp | null, open: boolean): Canvas {
  const canvas = new Canvas(44, 44);
  if (open) {
    canvas.polygon(
      [
        [5, 20],
        [22, 14],
        [39, 20],
        [39, 31],
        [22, 36],
        [5, 31],
      ],
      shade(cover, 2),
    );
    for (const side of [-1, 1]) {
      const points: Point[] = [
        [22, 15],
        [22 + side * 15, 18],
        [22 + side * 15, 29],
        [22, 34],
      ];
      canvas.polygon(points, (x) =>
        shade(plaster, 4.6 - (Math.abs(x - 22) < 3 ? 1.4 : 0) - (side > 0 ? 0.4 : 0)),
      );
      for (let i = 0; i < 4; i++)
        canvas.line(22 + side * 4, 20 + i * 3, 22 + side * 13, 20 + i * 3, shade(sand, 2));
    }
    return lying(canvas.outline());
  }
  // Pages at the front and the right, the cover above them.
  canvas.polygon(
    [
      [8, 19],
      [25, 27],
      [25, 33],
      [8, 25],
    ],
    (x, y) => shade(plaster, (x + y * 2) % 3 === 0 ? 3 : 4.4),
  );
  canvas.polygon(
    [
      [25, 27],
      [37, 18],
      [37, 24],
      [25, 33],
    ],
    (x, y) => shade(plaster, (y + x) % 3 === 0 ? 2 : 3),
  );
  canvas.polygon(
    [
      [8, 24],
      [25, 32],
      [37, 23],
      [37, 25],
      [25, 35],
      [8, 27],
    ],
    shade(cover, 1.6),
  );
  canvas.polygon(
    [
      [8, 18],
      [20, 9],
      [37, 17],
      [25, 26],
    ],
    (x, y) => shade(cover, 3.8 - (x - y - 2) * 0.035),
  );
  for (const [x0, y0, x1, y1] of [
    [11, 18, 20, 11],
    [20, 11, 34, 17],
    [34, 17, 25, 24],
    [25, 24, 11, 18],
  ] as const)
    canvas.line(x0, y0, x1, y1, shade(cover, 2));
  if (emblem !== null)
    canvas.ellipse(22.5, 17.5, 4, 2.6, (x, y) => shade(emblem, 4.4 - (x - 22) * 0.3 - (y - 17) * 0.4));
  return lying(canvas.outline());
}

function cards(count: number, back: Ramp): Canvas {
  const canvas = new Canvas(44, 44);
  for (let i = 0; i < count; i++) {
    const x = 12 + i * 4;
    const y = 24 - i * 2;
    canvas.polygon(
      [
        [x, y],
        [x + 8, y - 6],
        [x + 14, y + 1],
        [x + 6, y + 7],
      ],
      shade(plaster, 4.6),
    );
    canvas.polygon(
      [
        [x + 2, y],
        [x + 8, y - 4],
        [x + 12, y + 1],
        [x + 6, y + 5],
      ],
      (p, q) => shade(back, (p + q) % 2 === 0 ? 3 : 4),
    );
  }
  return lying(canvas.outline());
}

function board(a: Ramp, b: Ramp, pieces: boolean): Canvas {
  const canvas = new Canvas(44, 48);
  canvas.polygon(
    [
      [22, 6],
      [42, 23],
      [22, 40],
      [2, 23],
    ],
    shade(wood, 2),
  );
  canvas.polygon(
    [
      [22, 8],
      [40, 23],
      [22, 38],
      [4, 23],
    ],
    (x, y) => {
      const [u, v] = [(x - 22) / 36 + (y - 8) / 30, (y - 8) / 30 - (x - 22) / 36];
      return shade((Math.floor(u * 6) + Math.floor(v * 6)) % 2 === 0 ? a : b, 3.4);
    },
  );
  canvas.polygon(
    [
      [2, 23],
      [22, 40],
      [42, 23],
      [42, 26],
      [22, 44],
      [2, 26],
    ],
    shade(wood, 3),
  );
  if (pieces) {
    for (const [x, y, r] of [
      [14, 20, snow],
      [20, 15, snow],
      [26, 27, red],
      [30, 22, red],
      [20, 30, red],
    ] as const)
      canvas.ellipse(x, y, 2.6, 2.2, (i, j) => shade(r, 4 - (i - x) * 0.4 - (j - y) * 0.6));
  }
  return lying(canvas.outline());
}

const CIRCLES: readonly Ramp[] = [snow, grass, gold, blue, jade, violet, red, ink];

export const drawPapers: Recipe = ({ id, kind, name }) => {
  if (kind === 'scroll') {
    const circle = id >= 0x1f2d && id <= 0x1f6c ? CIRCLES[Math.floor((id - 0x1f2d) / 8)]! : null;
    return rolled(circle, false);
  }
  if (/rolled map/.test(name)) return rolled(oak, id % 2 === 1);
  if (/^map/.test(name) || kind === 'map') return sheetOf(charted);
  if (name === 'deed') return sheetOf(sealed);
  if (/ship plans/.test(name))
    return sheetOf((canvas) => {
      canvas.polygon(
        [
          [15, 24],
          [30, 18],
          [27, 25],
          [19, 28],
        ],
        shade(water, 2),
      );
      canvas.line(22, 22, 20, 12, shade(water, 2));
    });
  if (/sheet music/.test(name))
    return sheetOf((canvas) => {
      written(canvas);
      for (const [x, y] of [
        [18, 19],
        [23, 20],
        [27, 22],
      ] as const)
        canvas.ellipse(x, y, 1.6, 1.2, shade(ink, 0));
    });
  if (/spellbook|book of|paladin|necromancer/.test(name)) {
    const cover = name.includes('necro')
      ? ink
      : name.includes('paladin')
        ? snow
        : name.includes('bushido')
          ? red
          : name.includes('ninjitsu')
            ? violet
            : name.includes('truth')
              ? blue
              : brick;
    return book(cover, gold, false);
  }
  if (kind === 'book' || /^books?$|bookstand/.test(name))
    return book(
      [brick, dirt, blue, grass, violet][hash(id) % 5]!,
      null,
      id === 0x0fbe || name.includes('stand'),
    );
  if (/tarot|^cards$|playing cards/.test(name))
    return cards(/deck|playing/.test(name) ? 1 : 3, name.includes('tarot') ? violet : red);
  if (/checkers|chess/.test(name))
    return name === 'checkers' && kind !== 'game' ? null : board(plaster, wood, /checkers|chess/.test(name));
  if (/backgammon|game board|mahjong/.test(name)) return board(oak, red, /game$/.test(name));
  return null;
};
