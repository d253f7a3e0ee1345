import { Canvas, type Point } from './canvas.ts';
import { CURSOR_MARK, RAMPS, type Ramp, shade } from './palette.ts';

/** First of the 16 cursors of peace and of war among the item graphics. Source: reference uo-clients, least data. */
const PEACE = 0x206a;
const WAR = 0x2053;
const COUNT = 16;

const { gold, ink, iron, plaster, red, skin } = RAMPS;

/** Numbers of the item graphics that are cursors. */
export const CURSOR_IDS: readonly number[] = [WAR, PEACE].flatMap((first) =>
  Array.from({ length: COUNT }, (_, i) => first + i),
);

/** Draws a cursor; null for other graphics. Two marks on its border tell clients which pixel points. */
export function drawCursor(id: number): Canvas | null {
  const first = [WAR, PEACE].find((each) => id >= each && id < each + COUNT);
  if (first === undefined) return null;
  const metal = first === WAR ? red : gold;
  const number = id - first;
  if (number < 8) return arrow(number, metal);
  if (number === 12) return target(metal);
  if (number === 13) return glass();
  if (number === 8 || number === 10) return hand();
  return pointer(metal);
}

/** Marks the hot spot, then leaves the border to the marks alone. */
function marked(canvas: Canvas, hotX: number, hotY: number): Canvas {
  const framed = new Canvas(canvas.width + 2, canvas.height + 2);
  framed.blit(canvas, 1, 1);
  framed.set(hotX + 1, 0, CURSOR_MARK);
  framed.set(0, hotY + 1, CURSOR_MARK);
  return framed;
}

/** Points where a walk would go: 0 is north, which is the upper right, and on clockwise. */
function arrow(direction: number, ramp: Ramp): Canvas {
  const canvas = new Canvas(30, 30);
  const angle = ((direction * 45 - 45) * Math.PI) / 180;
  const turn = ([x, y]: Point): Point => [
    15 + x * Math.cos(angle) - y * Math.sin(angle),
    15 + x * Math.sin(angle) + y * Math.cos(angle),
  ];
  canvas.polygon(
    (
      [
        [12, 0],
        [2, -8],
        [4, -3],
        [-10, -2],
        [-10, 2],
        [4, 3],
        [2, 8],
      ] as Point[]
    ).map(turn),
    (x, y) => shade(ramp, 3.8 - (x - 15) * 0.09 - (y - 15) * 0.1),
  );
  const [hotX, hotY] = turn([11, 0]);
  return marked(canvas.outline(ink), Math.floor(hotX), Math.floor(hotY));
}

function pointer(ramp: Ramp): Canvas {
  const canvas = new Canvas(24, 28);
  canvas.polygon(
    [
      [1, 1],
      [15, 14],
      [9, 15],
      [13, 23],
      [10, 25],
      [6, 17],
      [1, 21],
    ],
    (x, y) => shade(ramp, 4.6 - x * 0.14 - y * 0.05),
  );
  return marked(canvas.outline(ink), 1, 1);
}

function hand(): Canvas {
  const canvas = new Canvas(26, 28);
  canvas.ellipse(13, 18, 7, 7, (x, y) => shade(skin, 4.4 - (x - 13) * 0.14 - (y - 18) * 0.16));
  for (let i = 0; i < 4; i++) {
    canvas.stroke(8.5 + i * 3.2, 15, 8 + i * 3.2, 6 + Math.abs(i - 1.4), 2.8, (x) =>
      shade(skin, 4.4 - (x - 8) * 0.1),
    );
  }
  canvas.stroke(6, 18, 2.5, 12, 3, shade(skin, 4));
  return marked(canvas.outline(ink), 12, 12);
}

function target(ramp: Ramp): Canvas {
  const canvas = new Canvas(30, 30);
  for (let i = 0; i < 90; i++) {
    const a = (i / 90) * Math.PI * 2;
    canvas.ellipse(
      15 + Math.cos(a) * 9,
      15 + Math.sin(a) * 9,
      1.3,
      1.3,
      shade(ramp, 3.8 - Math.cos(a) - Math.sin(a)),
    );
  }
  for (const [x, y] of [
    [15, 3],
    [15, 25],
    [3, 15],
    [25, 15],
  ] as const) {
    canvas.rect(
      x - (y === 15 ? 2 : 0),
      y - (y === 15 ? 0 : 2),
      y === 15 ? 5 : 1,
      y === 15 ? 1 : 5,
      shade(plaster, 5),
    );
  }
  return marked(canvas.outline(ink), 15, 15);
}

function glass(): Canvas {
  const canvas = new Canvas(24, 30);
  canvas.rect(4, 2, 16, 3, shade(gold, 4));
  canvas.rect(4, 25, 16, 3, shade(gold, 3));
  canvas.polygon(
    [
      [6, 5],
      [18, 5],
      [12, 15],
    ],
    shade(iron, 5),
  );
  canvas.polygon(
    [
      [12, 14],
      [18, 25],
      [6, 25],
    ],
    shade(gold, 4),
  );
  return marked(canvas.outline(ink), 12, 15);
}
