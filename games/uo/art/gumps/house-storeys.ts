import { Canvas, type Point } from '../canvas.ts';
import { RAMPS, type Ramp, shade } from '../palette.ts';
import { type Press, plate } from './button-shapes.ts';

/** Half the width of the little house, half the height of its ground. */
const HALF = 19;
const SLOPE = 9;
/** Height of a storey: what clients leave between one and the next. */
const STOREY = 17;

type Ramps = readonly [walls: Ramp, roof: Ramp, lift: number];
const DIM: Ramps = [RAMPS.stone, RAMPS.slate, -0.6];
const CHOSEN: Ramps = [RAMPS.sand, RAMPS.red, 0.4];

/** Walls of a storey whose left upper corner is at `y`, with two windows. */
function walls(canvas: Canvas, y: number, high: number, [ramp, , lift]: Ramps): void {
  const face = (side: -1 | 1, level: number): void =>
    canvas.polygon(
      [
        [HALF, y + SLOPE],
        [HALF + side * HALF, y],
        [HALF + side * HALF, y + high],
        [HALF, y + SLOPE + high],
      ],
      shade(ramp, level + lift),
    );
  face(-1, 3.4);
  face(1, 1.8);
  for (const [x, drop] of [
    [6, 3],
    [12, 6],
    [24, 6],
    [30, 3],
  ] as const) {
    if (high > 10)
      canvas.rect(x, y + drop + 4, 3, 6, shade(lift > 0 ? RAMPS.fire : RAMPS.ink, lift > 0 ? 4 : 1));
  }
}

/** The floor or flat roof above walls, seen from above. */
function lid(canvas: Canvas, y: number, [ramp, , lift]: Ramps): void {
  const points: Point[] = [
    [HALF, y - SLOPE],
    [2 * HALF, y],
    [HALF, y + SLOPE],
    [0, y],
  ];
  canvas.polygon(points, shade(ramp, 4.2 + lift));
}

/** The storey on the ground, of which clients show what the next leaves free. */
function ground(ramps: Ramps): Canvas {
  const canvas = new Canvas(2 * HALF, 30);
  lid(canvas, 3, ramps);
  walls(canvas, 3, STOREY, ramps);
  canvas.rect(8, 15, 5, 10, (x, y) =>
    y < 15 + (x - 8) / 2 || y > 24 + (x - 8) / 2 - 1 ? 0 : shade(RAMPS.wood, 1),
  );
  return canvas;
}

function middle(ramps: Ramps): Canvas {
  const canvas = new Canvas(2 * HALF, 36);
  lid(canvas, SLOPE, ramps);
  walls(canvas, SLOPE, STOREY, ramps);
  return canvas;
}

function top(ramps: Ramps): Canvas {
  const [, roof, lift] = ramps;
  const canvas = new Canvas(2 * HALF, 33);
  walls(canvas, 19, 4, ramps);
  const side = (to: number, level: number): void =>
    canvas.polygon(
      [
        [HALF, 1],
        [HALF + to, 20],
        [HALF, 29],
      ],
      (_x, y) => shade(roof, level + lift - (y % 4 === 3 ? 1 : 0)),
    );
  side(-HALF, 3.4);
  side(HALF, 2);
  return canvas;
}

/** A sign of which storey one goes to: the lowest, one between, the highest. */
function level(storey: 0 | 1 | 2, chosen: boolean, press: Press): Canvas {
  const canvas = plate(22, 16, chosen ? RAMPS.gold : RAMPS.oak, press);
  const sink = press === 'down' ? 1 : 0;
  for (let i = 0; i < 3; i++) {
    const here = i === storey;
    canvas.rect(
      6 + sink,
      10 - i * 3 + sink,
      10,
      2,
      here ? shade(RAMPS.red, 2) : shade(RAMPS.wood, chosen ? 1 : 2),
    );
  }
  return canvas;
}

/** How much of a storey is seen: all, its walls only, nothing. */
function eye(seen: 0 | 1 | 2, press: Press): Canvas {
  const canvas = plate(46, 20, RAMPS.oak, press);
  const [cx, cy] = [23 + (press === 'down' ? 1 : 0), 10 + (press === 'down' ? 1 : 0)];
  const picture = new Canvas(46, 20);
  if (seen === 2) {
    picture.ellipse(cx, cy, 11, 6, (_x, y) => (y < cy ? 0 : shade(RAMPS.skin, 2)));
    for (const dx of [-8, -3, 3, 8])
      picture.stroke(cx + dx, cy + 3, cx + dx * 1.2, cy + 6, 1.4, shade(RAMPS.ink, 0));
  } else {
    picture.ellipse(cx, cy, 11, 6.5, shade(RAMPS.plaster, 5));
    picture.ellipse(cx, cy, 5, 5, shade(RAMPS.blue, 3));
    picture.ellipse(cx, cy, 2.2, 2.2, shade(RAMPS.ink, 0));
    if (seen === 1) {
      picture.rect(0, 0, 46, cy, (x, y) => (picture.get(x, y) === 0 ? 0 : shade(RAMPS.skin, 2)));
    }
  }
  canvas.blit(picture.outline(RAMPS.ink), 0, 0);
  return canvas;
}

/** A bent arrow: where a door goes as it opens. */
function swing(towards: Point, bend: -1 | 1): Canvas {
  const canvas = new Canvas(20, 20);
  const [dx, dy] = towards;
  const at = (t: number): Point => {
    const along = (t - 0.5) * 7;
    const aside = bend * 4 * (1 - (2 * t - 1) ** 2) - bend * 2;
    return [10 + dx * along * 1.2 - dy * aside, 10 + dy * along * 1.2 + dx * aside];
  };
  for (let i = 0; i < 8; i++) {
    const [[x0, y0], [x1, y1]] = [at(i / 8), at((i + 1) / 8)];
    canvas.stroke(x0, y0, x1, y1, 2.6, shade(RAMPS.gold, 4));
  }
  const [tipX, tipY] = at(1);
  const point = (along: number, aside: number): Point => [
    tipX + dx * along - dy * aside,
    tipY + dy * along + dx * aside,
  ];
  canvas.polygon([point(4, 0), point(-1, 4), point(-1, -4)], shade(RAMPS.gold, 5));
  return canvas.outline(RAMPS.ink);
}

/** Away from or towards who looks, along the two axes of the ground. */
const AWAY_EAST: Point = [0.89, -0.45];
const TOWARDS_WEST: Point = [-0.89, 0.45];
const TOWARDS_EAST: Point = [0.89, 0.45];
const AWAY_WEST: Point = [-0.89, -0.45];
const SWINGS: readonly Point[] = [AWAY_EAST, TOWARDS_WEST, TOWARDS_EAST, AWAY_WEST];

type Gump = readonly [number, () => Canvas];

const PRESSES = ['up', 'over', 'down'] as const;
const three = (first: number, make: (press: Press) => Canvas): Gump[] =>
  PRESSES.map((press, i): Gump => [first + i, () => make(press)]);

/** Eyes by their first gump, for the first storey and for the others; the last row only old clients ask for. */
const EYES: readonly (readonly [open: number, half: number, shut: number])[] = [
  [0x572e, 0x5734, 0x5731],
  [0x5725, 0x5728, 0x572b],
  [0x571c, 0x571f, 0x5722],
];
/** Signs of storeys by their first gump, from the lowest up; the one that is chosen is three further. */
const LEVELS = [0x56f6, 0x56f0, 0x56ea] as const;

/**
 * Storeys, what is seen of them and where doors go, in the window in which houses are built, by gump. Source of numbers and sizes:
 * classic client rule.
 */
export const HOUSE_STOREYS: readonly Gump[] = [
  [0x56cd, () => ground(DIM)],
  [0x56ce, () => middle(DIM)],
  [0x56d0, () => top(DIM)],
  [0x56d1, () => ground(CHOSEN)],
  [0x56d2, () => middle(CHOSEN)],
  [0x56d4, () => top(CHOSEN)],
  ...LEVELS.flatMap((first, i) => [
    ...three(first, (press) => level(i as 0 | 1 | 2, false, press)),
    ...three(first + 3, (press) => level(i as 0 | 1 | 2, true, press)),
  ]),
  ...EYES.flatMap((row) => row.flatMap((first, i) => three(first, (press) => eye(i as 0 | 1 | 2, press)))),
  ...SWINGS.flatMap((towards, i): Gump[] => [
    [0x5780 + i * 2, () => swing(towards, -1)],
    [0x5781 + i * 2, () => swing(towards, 1)],
  ]),
];
