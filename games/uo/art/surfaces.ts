import { chance, hash } from './noise.ts';
import { RAMPS, type Ramp, shade } from './palette.ts';
import type { Surface } from './scene.ts';

/** Pixels of a tile along an upright face; patterns repeat after as many. */
export const FACE = 22;

const mod = (value: number, by: number): number => ((value % by) + by) % by;

/** Bricks or cut stones in courses; every second course is moved by half a stone. */
export function courses(ramp: Ramp, wide: number, high: number, seed: number, contrast = 0.8): Surface {
  return (u, v, light) => {
    const row = Math.floor(v / high);
    const at = mod(Math.floor(u) + (row % 2 === 0 ? 0 : wide / 2), FACE);
    const column = Math.floor(at / wide);
    const [x, y] = [at - column * wide, Math.floor(v) - row * high];
    const own = (chance(column, row, seed) - 0.5) * contrast;
    if (x < 1 || y < 1) return shade(ramp, light - 1.2);
    if (y === high - 1 || x === 1) return shade(ramp, light + 0.5 + own);
    return shade(ramp, light + own);
  };
}

/** Uneven stones: courses of different heights whose stones have different widths. */
export function rubble(ramp: Ramp, seed: number, other: Ramp = ramp): Surface {
  const heights = [7, 9, 6, 8, 10];
  const total = heights.reduce((sum, each) => sum + each, 0);
  return (u, v, light) => {
    let row = Math.floor(v / total) * heights.length;
    let rest = mod(Math.floor(v), total);
    for (const high of heights) {
      if (rest < high) return stoneOf(ramp, other, Math.floor(u), rest, high, row, seed, light);
      rest -= high;
      row++;
    }
    return shade(ramp, light);
  };
}

const CUTS: readonly (readonly number[])[] = [
  [0, 8, 14],
  [0, 6, 15],
  [3, 12, 18],
  [2, 10, 16],
];

function stoneOf(
  ramp: Ramp,
  other: Ramp,
  u: number,
  y: number,
  high: number,
  row: number,
  seed: number,
  light: number,
): number {
  const cuts = CUTS[mod(row * 3 + seed, CUTS.length)]!;
  const at = mod(u, FACE);
  let index = cuts.length - 1;
  while (index > 0 && at < cuts[index]!) index--;
  if (at < cuts[0]!) index = cuts.length - 1;
  const from = cuts[index]!;
  const x = mod(at - from, FACE);
  const wide = mod((cuts[(index + 1) % cuts.length] ?? 0) - from, FACE) || FACE;
  const own = chance(index, row, seed);
  const of = own < 0.2 ? other : ramp;
  const corner = (x === 1 || x === wide - 1) && (y === 1 || y === high - 1);
  if (x < 1 || y < 1 || corner) return shade(ramp, light - 1.3);
  if (y === high - 1 || x === 1) return shade(of, light + 0.6 + (own - 0.5) * 0.9);
  if (y === 1 || x === wide - 1) return shade(of, light - 0.4 + (own - 0.5) * 0.9);
  return shade(of, light + (own - 0.5) * 0.9);
}

/** Boards side by side, upright: `wide` pixels each. */
export function uprightBoards(ramp: Ramp, wide: number, seed: number): Surface {
  return (u, v, light) => {
    const board = Math.floor(mod(u, FACE) / wide);
    const x = Math.floor(mod(u, FACE)) - Math.floor(board * wide);
    const own = (chance(board, 0, seed) - 0.5) * 0.9;
    if (x === 0) return shade(ramp, light - 1.2);
    const grain = chance(Math.floor(u), Math.floor(v / 7), seed + 1) < 0.16 ? -0.7 : 0;
    return shade(ramp, light + own + grain + (x === 1 ? 0.4 : 0));
  };
}

/** Boards above each other: `high` pixels each. */
export function levelBoards(ramp: Ramp, high: number, seed: number): Surface {
  return (u, v, light) => {
    const board = Math.floor(v / high);
    const y = Math.floor(v) - board * high;
    const own = (chance(board, 3, seed) - 0.5) * 0.7;
    if (y < 1) return shade(ramp, light - 1.2);
    const grain = chance(Math.floor(u / 7), Math.floor(v), seed + 1) < 0.14 ? -0.7 : 0;
    return shade(ramp, light + own + grain + (y >= high - 1 ? 0.6 : 0));
  };
}

/** Round logs above each other. */
export function logs(ramp: Ramp, high: number, seed: number): Surface {
  return (u, v, light) => {
    const y = (mod(v, high) / high) * 2 - 1;
    const grain = chance(Math.floor(u / 5), Math.floor(v), seed) < 0.16 ? -0.8 : 0;
    if (y < -0.8) return shade(ramp, light - 2);
    return shade(ramp, light - 0.2 + y * 0.9 - (y > 0.85 ? 1 : 0) + grain);
  };
}

/** Plaster with a few darker patches where it is old. */
export function plastered(ramp: Ramp, seed: number): Surface {
  return (u, v, light) => {
    const patch = hash(Math.floor(mod(u, FACE) / 5), Math.floor(v / 4), seed) % 19 === 0 ? -0.7 : 0;
    const foot = v < 5 ? -0.7 : 0;
    return shade(ramp, light + 0.7 + patch + foot);
  };
}

/** A surface with timbers before it. `isBeam` tells by pixels from the left and from the bottom. */
export function timbered(base: Surface, beam: Ramp, isBeam: (u: number, v: number) => boolean): Surface {
  return (u, v, light) => {
    const [x, y] = [Math.floor(u), Math.floor(v)];
    if (!isBeam(x, y)) {
      // Beams stand out: they throw a thin shadow to the right and below.
      const shaded = isBeam(x - 1, y) || isBeam(x, y + 1);
      return base(u, v, light - (shaded ? 0.9 : 0));
    }
    const edge =
      !isBeam(x + 1, y) || !isBeam(x, y - 1) ? -0.9 : !isBeam(x - 1, y) || !isBeam(x, y + 1) ? 0.7 : 0;
    const grain = chance(x, Math.floor(y / 6), 5) < 0.15 ? -0.5 : 0;
    return shade(beam, light - 0.3 + edge + grain);
  };
}

/** Rows of shingles or tiles on a slope, `high` pixels each; the lower end of each row is nearest. */
export function shingles(ramp: Ramp, wide: number, high: number, seed: number, round = false): Surface {
  return (u, v, light) => {
    const row = Math.floor(v / high);
    const at = mod(u + (mod(row, 2) === 0 ? 0 : wide / 2), FACE);
    const column = Math.floor(at / wide);
    const x = at - column * wide;
    const y = v - row * high;
    const own = (chance(column, mod(row, 6), seed) - 0.5) * 0.8;
    const lip = round && (x < 1 || x >= wide - 1) ? 1.6 : 0.9;
    if (y < lip) return shade(ramp, light - 1.5);
    if (x < 1) return shade(ramp, light - 0.9 + own);
    return shade(ramp, light + own + (y < lip + 1.2 ? 0.7 : y > high - 1.2 ? -0.5 : 0));
  };
}

/** A pane of glass in lead, as a thing seen from outside. */
export function glass(): Surface {
  return (u, v, light) => {
    const [x, y] = [Math.floor(u), Math.floor(v)];
    if (mod(x, 4) === 0 || mod(y, 6) === 0) return shade(RAMPS.iron, light - 1.5);
    return shade(RAMPS.slate, light - 0.6 + (mod(x + y, 11) < 3 ? 1.5 : 0));
  };
}
