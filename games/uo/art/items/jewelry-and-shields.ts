import { Canvas, type Point } from '../canvas.ts';
import type { Graphic } from '../graphics.ts';
import { CLEAR, RAMPS, type Ramp, shade } from '../palette.ts';
import { lying } from './axis.ts';
import { scales } from './stuffs.ts';

const { blue, cloth, gold, iron, jade, oak, red, wood } = RAMPS;

export function ringOf(ramp: Ramp, r: number, thick: number, gem: Ramp | null): Canvas {
  const canvas = new Canvas(44, 44);
  for (let i = 0; i < 70; i++) {
    const a = (i / 70) * Math.PI * 2;
    canvas.ellipse(
      22 + Math.cos(a) * r,
      23 + Math.sin(a) * r * 0.72,
      thick,
      thick,
      shade(ramp, 3.6 - Math.cos(a) - Math.sin(a) * 1.3),
    );
  }
  if (gem !== null) {
    canvas.ellipse(22, 23 - r * 0.72 - 1, 2.6, 2.6, (x, y) =>
      shade(gem, 3.6 - (x - 22) * 0.6 - (y - 22 + r) * 0.5),
    );
  }
  return lying(canvas.outline());
}

export function necklace(ramp: Ramp, beads: boolean): Canvas {
  const canvas = new Canvas(44, 44);
  for (let i = 0; i < 40; i++) {
    const a = (i / 40) * Math.PI * 2;
    if (beads && i % 2 === 1) continue;
    canvas.ellipse(
      22 + Math.cos(a) * 11,
      21 + Math.sin(a) * 9,
      beads ? 1.9 : 1.1,
      beads ? 1.9 : 1.1,
      shade(ramp, 3.6 - Math.cos(a) * 0.8 - Math.sin(a) * 0.8 + (i % 4 === 0 ? 0.6 : 0)),
    );
  }
  canvas.ellipse(22, 32, 3.4, 3.8, (x, y) => shade(jade, 3.6 - (x - 22) * 0.5 - (y - 32) * 0.4));
  return lying(canvas.outline());
}

export function earrings(ramp: Ramp): Canvas {
  const canvas = new Canvas(44, 44);
  for (const x of [16, 27]) {
    canvas.line(x, 16, x, 21, shade(ramp, 4));
    canvas.ellipse(x + 0.5, 24, 2.6, 3.2, (i, j) => shade(red, 3.6 - (i - x) * 0.7 - (j - 24) * 0.4));
  }
  return lying(canvas.outline());
}

export function hair(id: number): Canvas {
  const canvas = new Canvas(44, 44);
  canvas.polygon(
    [
      [12, 30],
      [13, 18],
      [18, 12],
      [26, 12],
      [31, 18],
      [32, 30],
      [29, 34],
      [28, 22],
      [16, 22],
      [15, 34],
    ],
    (x) => shade(cloth, 3.4 - (x - 22) * 0.1 + ((x + id) % 3 === 0 ? -1 : 0.3)),
  );
  return lying(canvas.outline());
}

export function shield(graphic: Graphic): Canvas {
  const { name } = graphic;
  const canvas = new Canvas(44, 54);
  const kite = /kite|heater|order|chaos|decorative/.test(name);
  const ramp = name.includes('wooden')
    ? oak
    : name.includes('bronze')
      ? gold
      : name.includes('order')
        ? blue
        : name.includes('chaos')
          ? red
          : name.includes('scale')
            ? jade
            : name.includes('buckler')
              ? wood
              : iron;
  const tall = name.includes('kite') ? 45 : 40;
  const points: Point[] = kite
    ? [
        [10, 10],
        [22, 7],
        [34, 10],
        [34, 24],
        [30, tall - 8],
        [22, tall],
        [14, tall - 8],
        [10, 24],
      ]
    : [];
  const r = name.includes('buckler') ? 11 : 15;
  const inside = (x: number, y: number): number => {
    const [u, v] = [(x - 22) / 15, (y - 25) / 17];
    const face = 3.6 - u * 1.3 - v * 1.1;
    if (name.includes('wooden')) return shade(ramp, face + (x % 6 === 0 ? -1.2 : 0));
    if (name.includes('scale')) return shade(ramp, face + scales(x, y));
    return shade(ramp, face);
  };
  if (kite) canvas.polygon(points, inside);
  else canvas.ellipse(22, 25, r, r * 1.04, inside);
  const edge = kite ? gold : iron;
  const result = canvas.map((index, x, y) => {
    if (index === CLEAR) return CLEAR;
    const near = [
      [-2, 0],
      [2, 0],
      [0, -2],
      [0, 2],
    ].some(([dx, dy]) => canvas.get(x + dx!, y + dy!) === CLEAR);
    return near ? shade(edge, 4 - (x - 22) / 14 - (y - 25) / 18) : index;
  });
  if (/order|chaos|decorative|heater/.test(name)) {
    result.rect(20, 14, 4, 22, shade(name.includes('heater') ? red : gold, 4));
    result.rect(14, 20, 16, 4, shade(name.includes('heater') ? red : gold, 3));
  } else result.ellipse(22, 25, 4, 4, (x, y) => shade(iron, 4.4 - (x - 22) * 0.4 - (y - 25) * 0.5));
  return lying(result.outline());
}
