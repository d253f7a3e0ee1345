import { Canvas } from '../canvas.ts';
import { chance } from '../noise.ts';
import { RAMPS, type Ramp, shade } from '../palette.ts';
import { lying } from './axis.ts';
import { orb } from './orb.ts';

const { brick, ink, plaster, red } = RAMPS;

const sheet = (): Canvas => new Canvas(44, 44);
const done = (canvas: Canvas): Canvas => lying(canvas.outline());

/** Meat with a bone out of its narrow end. */
export function leg(ramp: Ramp, size: number): Canvas {
  const canvas = sheet();
  canvas.stroke(26, 26, 34, 33, 2.6, shade(plaster, 4));
  for (const [x, y] of [
    [35, 32],
    [33, 35],
  ] as const)
    canvas.ellipse(x, y, 2, 2, shade(plaster, 5));
  for (let i = 0; i <= 14; i++) {
    const r = size * (1 - i / 22);
    orb(canvas, 16 + i * 0.9, 19 + i * 0.7, r, r * 0.86, ramp, (x, y) =>
      chance(Math.floor(x / 3), Math.floor(y / 2), 4) < 0.1 ? 0.7 : 0,
    );
  }
  return done(canvas);
}

export function steak(ramp: Ramp, fat: Ramp): Canvas {
  const canvas = sheet();
  canvas.polygon(
    [
      [12, 20],
      [20, 14],
      [31, 17],
      [33, 26],
      [25, 32],
      [14, 29],
    ],
    (x, y) => shade(fat, 4 - (x + y - 44) * 0.05),
  );
  canvas.polygon(
    [
      [14, 21],
      [20, 16.5],
      [29, 19],
      [30.5, 25],
      [24.5, 29.5],
      [15.5, 27],
    ],
    (x, y) => shade(ramp, 3.4 - (x + y - 44) * 0.06 + ((x + y * 2) % 9 === 0 ? 1 : 0)),
  );
  return done(canvas);
}

export function bird(ramp: Ramp): Canvas {
  const canvas = sheet();
  orb(canvas, 21, 24, 11, 8, ramp);
  for (const [x, y] of [
    [31, 19],
    [33, 27],
  ] as const) {
    canvas.stroke(28, 23, x, y, 3.4, shade(ramp, 3));
    canvas.stroke(x, y, x + 4, y - 1, 2, shade(plaster, 4));
  }
  orb(canvas, 18, 27, 5, 3.4, ramp, () => -0.8);
  return done(canvas);
}

export function ribs(ramp: Ramp): Canvas {
  const canvas = sheet();
  for (let i = 0; i < 5; i++) {
    canvas.stroke(11 + i * 5, 16 + i, 14 + i * 5, 32 + i * 0.4, 4.6, (x) =>
      shade(ramp, 3.6 - (x - 13 - i * 5) * 0.4),
    );
    canvas.stroke(14 + i * 5, 31 + i * 0.4, 15 + i * 5, 35 + i * 0.4, 2, shade(plaster, 4));
  }
  return done(canvas);
}

export function sausages(): Canvas {
  const canvas = sheet();
  for (let k = 0; k < 3; k++) {
    for (let i = 0; i <= 12; i++) orb(canvas, 12 + i * 1.6, 16 + k * 6 + Math.sin(i / 4) * 3, 3, 2.8, brick);
  }
  return done(canvas);
}

export function bacon(count: number): Canvas {
  const canvas = sheet();
  for (let k = 0; k < count; k++) {
    for (let i = 0; i < 24; i++) {
      const y = 18 + k * 4 + Math.sin(i / 2.6) * 1.6;
      for (let j = 0; j < 6; j++)
        canvas.set(10 + i, Math.round(y + j), shade(j === 2 || j === 5 ? plaster : brick, 4 - j * 0.3));
    }
  }
  return done(canvas);
}

export function fish(ramp: Ramp, long: number, count = 1): Canvas {
  const canvas = sheet();
  for (let k = 0; k < count; k++) {
    const [cx, cy] = [21 + k * 2, 22 + (k - (count - 1) / 2) * 9];
    canvas.polygon(
      [
        [cx + long * 0.7, cy],
        [cx + long, cy - 5],
        [cx + long * 0.94, cy],
        [cx + long, cy + 5],
      ],
      shade(ramp, 2),
    );
    canvas.polygon(
      [
        [cx - 3, cy - long * 0.3],
        [cx + 4, cy - long * 0.52],
        [cx + 6, cy - 2],
      ],
      shade(ramp, 3),
    );
    orb(canvas, cx, cy, long * 0.78, long * 0.36, ramp, (x, y) =>
      y > cy + 1 ? 0.6 : (x * 2 + y) % 5 === 0 ? -0.6 : 0,
    );
    canvas.rect(Math.round(cx - long * 0.52), Math.round(cy - 2), 2, 2, shade(ink, 0));
    canvas.line(cx - long * 0.3, cy - 3, cx - long * 0.34, cy + 3, shade(ramp, 1));
  }
  return done(canvas);
}

export function pig(): Canvas {
  const canvas = sheet();
  orb(canvas, 22, 24, 14, 7, brick);
  orb(canvas, 34, 22, 5, 4.4, brick);
  for (const x of [13, 19, 28]) canvas.stroke(x, 28, x - 1, 34, 3, shade(brick, 2));
  canvas.ellipse(38, 22, 2, 2, shade(red, 3));
  return done(canvas);
}
