import { Canvas, type Point } from '../canvas.ts';
import { RAMPS, type Ramp, shade } from '../palette.ts';

/** Faces of a block towards south and east, and its top: the corner nearest to who looks is at x, y. */
function block(canvas: Canvas, x: number, y: number, half: number, high: number, ramp: Ramp): void {
  const slope = half / 2;
  const face = (to: number, level: number): void =>
    canvas.polygon(
      [
        [x, y],
        [x + to, y - slope],
        [x + to, y - slope - high],
        [x, y - high],
      ],
      shade(ramp, level),
    );
  face(-half, 3);
  face(half, 1.4);
  canvas.polygon(
    [
      [x, y - high],
      [x - half, y - slope - high],
      [x, y - 2 * slope - high],
      [x + half, y - slope - high],
    ],
    shade(ramp, 4.4),
  );
}

function wall(opening: boolean): Canvas {
  const canvas = new Canvas(20, 18);
  canvas.polygon(
    [
      [2, 1],
      [17, 1],
      [17, 16],
      [2, 16],
    ],
    (x, y) => {
      const row = Math.floor((y - 1) / 4);
      const joint = (y - 1) % 4 === 3 || (x + (row % 2) * 3) % 6 === 0;
      return shade(RAMPS.brick, joint ? 1 : 3.4 - (x > 14 ? 1 : 0));
    },
  );
  if (opening) {
    canvas.rect(6, 4, 7, 9, shade(RAMPS.ink, 0));
    canvas.rect(7, 5, 5, 7, shade(RAMPS.blue, 4));
    canvas.rect(9, 5, 1, 7, shade(RAMPS.ink, 0));
    canvas.rect(7, 8, 5, 1, shade(RAMPS.ink, 0));
  }
  return canvas;
}

function door(): Canvas {
  const canvas = new Canvas(16, 20);
  canvas.rect(2, 1, 12, 18, shade(RAMPS.stone, 4));
  canvas.rect(4, 3, 8, 16, (x) => shade(RAMPS.wood, x % 3 === 0 ? 1.4 : 3.4));
  canvas.rect(10, 11, 1, 2, shade(RAMPS.gold, 5));
  return canvas;
}

function floor(): Canvas {
  const canvas = new Canvas(24, 14);
  canvas.polygon(
    [
      [12, 1],
      [23, 7],
      [12, 13],
      [1, 7],
    ],
    (x, y) => {
      const [u, v] = [x / 2 + y, y - x / 2].map((at) => Math.floor((at + 24) / 4));
      return (u! + v!) % 2 === 0 ? shade(RAMPS.plaster, 4) : shade(RAMPS.brick, 3);
    },
  );
  return canvas;
}

function stair(): Canvas {
  const canvas = new Canvas(22, 18);
  for (let i = 3; i >= 0; i--) {
    canvas.rect(2 + i * 4, 13 - i * 4, 19 - i * 4, 4, (_x, y) =>
      shade(RAMPS.stone, y === 13 - i * 4 ? 5 : 3.4 - i * 0.3),
    );
  }
  return canvas;
}

function gable(canvas: Canvas, cx: number, top: number): void {
  const points = (inset: number): Point[] => [
    [cx, top + inset],
    [cx + 11 - inset, top + 10],
    [cx - 11 + inset, top + 10],
  ];
  canvas.polygon(points(0), (x, y) => shade(RAMPS.red, (x < cx ? 3.6 : 2.2) - ((y - top) % 3 === 2 ? 1 : 0)));
  canvas.rect(cx - 8, top + 10, 16, 3, shade(RAMPS.plaster, 3.4));
}

function roof(): Canvas {
  const canvas = new Canvas(24, 16);
  gable(canvas, 12, 1);
  return canvas;
}

/** A roof with an arrow beside it. */
function roofMoved(up: boolean): Canvas {
  const canvas = new Canvas(36, 20);
  gable(canvas, 13, up ? 1 : 5);
  const tip = up ? 2 : 18;
  const back = up ? 10 : 10;
  const at = (x: number, y: number): Point => [30 + x, y];
  canvas.polygon([at(0, tip), at(5, back), at(-5, back)], shade(RAMPS.gold, 5));
  canvas.rect(29, up ? 10 : 3, 3, 7, shade(RAMPS.gold, 4));
  return canvas;
}

function column(): Canvas {
  const canvas = new Canvas(16, 20);
  canvas.rect(2, 1, 12, 3, shade(RAMPS.plaster, 5));
  canvas.rect(5, 4, 6, 12, (x) => shade(RAMPS.plaster, x < 7 ? 4.6 : x < 9 ? 3.4 : 2.2));
  canvas.rect(3, 16, 10, 1, shade(RAMPS.plaster, 4));
  canvas.rect(2, 17, 12, 2, shade(RAMPS.plaster, 3));
  return canvas;
}

function page(): Canvas {
  const canvas = new Canvas(16, 20);
  canvas.rect(2, 1, 12, 18, shade(RAMPS.plaster, 4.6));
  canvas.polygon(
    [
      [10, 1],
      [14, 1],
      [14, 5],
    ],
    shade(RAMPS.plaster, 2),
  );
  for (let y = 6; y < 17; y += 3) canvas.rect(4, y, 8, 1, shade(RAMPS.wood, 2));
  return canvas;
}

function rubber(): Canvas {
  const canvas = new Canvas(24, 20);
  canvas.stroke(7, 13, 16, 6, 8, (x, y) => (x - y > 2 ? shade(RAMPS.blue, 3.4) : shade(RAMPS.red, 4.4)));
  canvas.rect(3, 18, 12, 1, shade(RAMPS.wood, 1));
  return canvas;
}

function dropper(): Canvas {
  const canvas = new Canvas(22, 20);
  canvas.stroke(5, 15, 13, 7, 3, shade(RAMPS.blue, 5));
  canvas.stroke(9, 5, 15, 11, 2.4, shade(RAMPS.iron, 3));
  canvas.stroke(14, 6, 17, 3, 5, shade(RAMPS.red, 3));
  canvas.set(3, 17, shade(RAMPS.blue, 3));
  return canvas;
}

function back(): Canvas {
  const canvas = new Canvas(30, 18);
  canvas.polygon(
    [
      [1, 9],
      [10, 2],
      [10, 16],
    ],
    shade(RAMPS.gold, 5),
  );
  canvas.rect(10, 7, 5, 4, shade(RAMPS.gold, 4));
  block(canvas, 22, 16, 6, 7, RAMPS.stone);
  return canvas;
}

/** Small pictures for the buttons of the window in which houses are built; each leaves a pixel free for its outline. */
export const HOUSE_ICONS = {
  wall: () => wall(false),
  window: () => wall(true),
  plainWall: () => wall(false),
  door,
  floor,
  stair,
  roof,
  roofUp: () => roofMoved(true),
  roofDown: () => roofMoved(false),
  column,
  page,
  rubber,
  dropper,
  back,
} satisfies Record<string, () => Canvas>;

export type HouseIcon = keyof typeof HOUSE_ICONS;
