import { Canvas } from '../canvas.ts';
import { Dice } from '../noise.ts';
import { RAMPS, type Ramp, shade } from '../palette.ts';
import { plain, Scene, sunOnRound } from '../scene.ts';
import { lying } from './axis.ts';

const { oak } = RAMPS;
const done = (canvas: Canvas): Canvas => lying(canvas.outline());
const small = (): Scene => new Scene({ reach: 33, rise: 90 });

/** Bars of metal, stacked. */
export function ingots(ramp: Ramp, count: number): Canvas {
  const scene = small();
  const bar = (x: number, y: number, z: number): void => {
    scene
      .nextPart()
      .box([x, y, z], [x + 0.62, y + 0.24, z + 1.6], plain(ramp, -0.3), (u, v, light) =>
        shade(ramp, light + (u < 1 || v < 1 ? 0.9 : u > 12 || v > 4 ? -0.6 : 0.2)),
      );
  };
  const places: readonly (readonly [number, number, number])[] =
    count === 1
      ? [[0.2, 0.38, 0]]
      : count < 5
        ? [
            [0.2, 0.22, 0],
            [0.2, 0.54, 0],
            [0.2, 0.38, 1.6],
          ]
        : [
            [0.16, 0.12, 0],
            [0.16, 0.4, 0],
            [0.16, 0.68, 0],
            [0.16, 0.26, 1.6],
            [0.16, 0.54, 1.6],
            [0.16, 0.4, 3.2],
          ];
  for (const place of places) bar(...place);
  return lying(scene.crease(0.1).canvas.outline());
}

export function crystals(ramp: Ramp, count: number): Canvas {
  const canvas = new Canvas(44, 44);
  const dice = new Dice(count * 3 + ramp);
  for (let i = 0; i < count; i++) {
    const [x, high] = [22 + dice.between(-9, 9), dice.between(9, 19)];
    const half = high / 5;
    canvas.polygon(
      [
        [x - half, 33],
        [x - half, 33 - high * 0.7],
        [x, 33 - high],
        [x, 33],
      ],
      shade(ramp, 4.4),
    );
    canvas.polygon(
      [
        [x, 33],
        [x, 33 - high],
        [x + half, 33 - high * 0.7],
        [x + half, 33],
      ],
      shade(ramp, 2.2),
    );
  }
  return done(canvas);
}

/** A heap of small pieces. */
export function heap(ramp: Ramp, r: number, count: number, seed: number, other: Ramp = ramp): Canvas {
  const canvas = new Canvas(44, 44);
  const dice = new Dice(seed);
  const places = Array.from(
    { length: count },
    () => [22 + dice.between(-10, 10), 26 + dice.between(-5, 6)] as const,
  );
  for (const [x, y] of places.toSorted((a, b) => a[1] - b[1])) {
    const of = dice.next() < 0.3 ? other : ramp;
    canvas.ellipse(
      x,
      y - (1 - Math.abs(x - 22) / 12) * 4,
      r * dice.between(0.7, 1.2),
      r * dice.between(0.6, 1),
      (i, j) => shade(of, 3.4 - (i - x) * 0.5 - (j - y + 3) * 0.4),
    );
  }
  return done(canvas);
}

export function ball(ramp: Ramp): Canvas {
  const canvas = new Canvas(44, 44);
  canvas.ellipse(22, 23, 8, 7.4, (x, y) =>
    shade(
      ramp,
      sunOnRound((x - 22) / 8, (y - 23) / 8, 0.6) +
        (Math.floor(x + y * (y > 23 ? 2 : -1) + 40) % 4 === 0 ? -0.8 : 0.2),
    ),
  );
  canvas.line(28, 28, 34, 31, shade(ramp, 3));
  return done(canvas);
}

export function shafts(count: number): Canvas {
  const canvas = new Canvas(44, 44);
  for (let i = 0; i < count; i++)
    canvas.stroke(
      9 + (i % 2) * 2,
      24 + i * 2.4 - count,
      33 + (i % 2) * 2,
      14 + i * 2.4 - count,
      2,
      shade(oak, 4 - i * 0.2),
    );
  return done(canvas);
}
