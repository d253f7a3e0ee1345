import type { Canvas } from '../canvas.ts';
import { RAMPS, type Ramp, shade } from '../palette.ts';
import { Slanted } from './axis.ts';

import { spearHead } from './shafted.ts';

const { blue, dirt, gold, iron, oak, plaster, red, snow, wood } = RAMPS;

export function bow(long: number, curve: number, ramp: Ramp): Canvas {
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

export function crossbow(size: number, repeats: boolean): Canvas {
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

export function fan(): Canvas {
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

export function arrow(count: number, isBolt: boolean): Canvas {
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
