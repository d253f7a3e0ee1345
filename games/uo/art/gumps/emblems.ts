import type { Canvas, Point } from '../canvas.ts';
import { RAMPS, shade } from '../palette.ts';
import { type Press, plate } from './button-shapes.ts';

/** Draws a sign of about 30 pixels around a middle, in one colour. */
type Emblem = (canvas: Canvas, cx: number, cy: number, colour: number) => void;

function polygon(canvas: Canvas, cx: number, cy: number, colour: number, ...points: readonly Point[]): void {
  canvas.polygon(
    points.map(([x, y]): Point => [cx + x, cy + y]),
    colour,
  );
}

const sword: Emblem = (canvas, cx, cy, colour) => {
  polygon(canvas, cx, cy, colour, [-6, 4], [10, -14], [14, -14], [14, -10], [-4, 6]);
  canvas.stroke(cx - 11, cy - 1, cx + 1, cy + 11, 3, colour);
  canvas.stroke(cx - 6, cy + 6, cx - 12, cy + 12, 3, colour);
  canvas.ellipse(cx - 13, cy + 13, 2.5, 2.5, colour);
};

const star: Emblem = (canvas, cx, cy, colour) => {
  const points = Array.from({ length: 10 }, (_, i): Point => {
    const reach = i % 2 === 0 ? 15 : 6;
    const turn = (i * Math.PI) / 5;
    return [Math.sin(turn) * reach, -Math.cos(turn) * reach];
  });
  polygon(canvas, cx, cy, colour, ...points);
};

const bow: Emblem = (canvas, cx, cy, colour) => {
  let [fromX, fromY] = [-13, 5];
  for (let i = 1; i <= 12; i++) {
    const turn = Math.PI * (0.93 + i * 0.0525);
    const [x, y] = [4 + Math.cos(turn) * 17.5, 8 + Math.sin(turn) * 19];
    canvas.stroke(cx + fromX, cy + fromY, cx + x, cy + y, 3, colour);
    [fromX, fromY] = [x, y];
  }
  canvas.line(cx - 13, cy + 4, cx + fromX, cy + fromY, colour);
  canvas.stroke(cx + 11, cy + 13, cx - 9, cy - 9, 2, colour);
  polygon(canvas, cx, cy, colour, [-14, -14], [-5, -11], [-11, -5]);
};

const hammer: Emblem = (canvas, cx, cy, colour) => {
  polygon(canvas, cx, cy, colour, [-13, -6], [-1, -15], [5, -8], [-7, 2]);
  canvas.stroke(cx, cy - 3, cx + 12, cy + 13, 4, colour);
};

const paw: Emblem = (canvas, cx, cy, colour) => {
  canvas.ellipse(cx, cy + 6, 8.5, 7, colour);
  for (const [x, y] of [
    [-11, -3],
    [-4.5, -9.5],
    [4.5, -9.5],
    [11, -3],
  ] as const) {
    canvas.ellipse(cx + x, cy + y, 3, 4.2, colour);
  }
};

const note: Emblem = (canvas, cx, cy, colour) => {
  canvas.ellipse(cx - 8, cy + 10, 5, 4, colour);
  canvas.ellipse(cx + 8, cy + 7, 5, 4, colour);
  canvas.stroke(cx - 4, cy + 9, cx - 4, cy - 11, 2, colour);
  canvas.stroke(cx + 12, cy + 6, cx + 12, cy - 14, 2, colour);
  polygon(canvas, cx, cy, colour, [-5, -11], [13, -15], [13, -10], [-5, -6]);
};

const plus: Emblem = (canvas, cx, cy, colour) => {
  canvas.rect(cx - 3, cy - 13, 6, 26, colour);
  canvas.rect(cx - 13, cy - 3, 26, 6, colour);
};

const SIZE = 54;

/** A plate with an emblem, engraved: a light edge below it. */
function emblemButton(emblem: Emblem, press: Press): Canvas {
  const canvas = plate(SIZE, SIZE, RAMPS.moss, press);
  const middle = SIZE / 2 + (press === 'down' ? 1 : 0);
  emblem(canvas, middle, middle + 1, shade(RAMPS.moss, 5));
  emblem(canvas, middle, middle, shade(RAMPS.ink, 0));
  return canvas;
}

/** Where a new character chooses a trade: by gump; the one after it is pressed. The first is a choice of one's own. */
const EMBLEMS: readonly (readonly [gump: number, Emblem])[] = [
  [0x15a9, plus],
  [0x15ab, sword],
  [0x15ad, star],
  [0x15af, bow],
  [0x15b1, hammer],
  [0x15b3, paw],
  [0x15b5, note],
];

/** Emblems of trades, by gump. */
export const EMBLEM_BUTTONS: ReadonlyMap<number, () => Canvas> = new Map(
  EMBLEMS.flatMap(([gump, emblem]): [number, () => Canvas][] => [
    [gump, () => emblemButton(emblem, 'up')],
    [gump + 1, () => emblemButton(emblem, 'down')],
  ]),
);
