import { Canvas } from '../canvas.ts';
import { RAMPS, shade } from '../palette.ts';
import { lying, Slanted } from './axis.ts';
import { turned } from './vessels.ts';

const { gold, ink, oak, plaster, red, sand, wood } = RAMPS;

const done = (canvas: Canvas): Canvas => lying(canvas.outline());

export function lute(): Canvas {
  const drawing = new Slanted({ size: 66, x: 18, y: 46, angle: 46 });
  drawing.knob([6, 0], 10, oak).knob([12, 0], 8, oak);
  drawing.rod([16, 0], [38, 0], 4, wood).rod([36, -3], [40, 3], 3, wood);
  drawing.knob([9, 0], 3, ink);
  for (const across of [-1, 1]) {
    const [x0, y0] = drawing.place([2, across]);
    const [x1, y1] = drawing.place([36, across]);
    drawing.canvas.line(x0, y0, x1, y1, shade(plaster, 4));
  }
  return drawing.lying();
}

export function harp(tall: number): Canvas {
  const canvas = new Canvas(66, 90);
  const [x, base] = [24, 78];
  for (let i = 0; i < 8; i++)
    canvas.line(
      x + 4 + i * 3,
      base - 4,
      x + 2 + i * 3,
      base - tall + 8 + Math.sin(i / 2.4) * 5,
      shade(plaster, 4),
    );
  canvas.stroke(x, base, x - 1, base - tall, 4, (i) => shade(gold, 4 - (i - x) * 0.4));
  for (let i = 0; i <= 26; i++)
    canvas.ellipse(x + i, base - tall + Math.sin(i / 8) * 6 + i * 0.3, 2, 2, shade(gold, 3.6));
  canvas.stroke(x, base, x + 27, base - tall * 0.62, 4, (_i, j) => shade(oak, 3.4 - (j - base) * 0.02));
  return done(canvas);
}

export function drum(): Canvas {
  return turned(
    [
      [0, 10],
      [12, 11],
    ],
    (u, v, light) => shade(Math.abs(((u + 1) * 8 + (v % 6)) % 4) < 1 ? sand : red, light),
    (u, v, light) => shade(u * u + v * v > 0.8 ? oak : plaster, light + 0.4),
    0.56,
  );
}

export function tambourine(): Canvas {
  return turned(
    [
      [0, 11],
      [4, 11],
    ],
    (u, v, light) => shade(Math.abs(v - 2) < 1 && Math.floor(u * 5 + 10) % 2 === 0 ? gold : oak, light),
    (u, v, light) => shade(u * u + v * v > 0.8 ? oak : plaster, light),
    0.58,
  );
}
