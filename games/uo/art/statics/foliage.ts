import type { Canvas } from '../canvas.ts';
import { chance, Dice } from '../noise.ts';
import { CLEAR, type Ramp, shade } from '../palette.ts';
import { sunOnRound } from '../scene.ts';

/** A rounded mass of leaves on the canvas. */
export interface Puff {
  readonly x: number;
  readonly y: number;
  readonly rx: number;
  readonly ry: number;
}

export interface CrownStyle {
  readonly ramp: Ramp;
  /** Steps lighter or darker. */
  readonly bias?: number;
  /** Of single leaves, in pixels: 1 to 3. */
  readonly leaf?: number;
  readonly seed: number;
}

/**
 * Paints masses of leaves, the first ones behind. Each has its own light and shade, and that of the crown as a whole; edges are
 * ragged by single leaves.
 */
export function paintCrown(canvas: Canvas, puffs: readonly Puff[], style: CrownStyle): void {
  const whole = boundsOf(puffs);
  const { bias = 0, leaf = 2, ramp, seed } = style;
  const lit = (x: number, y: number, puff: Puff): number => {
    const [u, v] = [(x - puff.x) / puff.rx, (y - puff.y) / puff.ry];
    const out = Math.sqrt(Math.max(0, 1 - u * u - v * v));
    const [cu, cv] = [(x - whole.x) / whole.rx, (y - whole.y) / whole.ry];
    const crown = sunOnRound(cu, cv, Math.sqrt(Math.max(0, 1 - cu * cu - cv * cv)));
    return 0.55 * sunOnRound(u, v, out) + 0.5 * crown - 0.35 + bias;
  };
  for (const [index, puff] of puffs.entries()) {
    for (let y = Math.floor(puff.y - puff.ry); y <= puff.y + puff.ry; y++) {
      for (let x = Math.floor(puff.x - puff.rx); x <= puff.x + puff.rx; x++) {
        const [u, v] = [(x + 0.5 - puff.x) / puff.rx, (y + 0.5 - puff.y) / puff.ry];
        const ragged = chance(Math.floor(x / leaf), Math.floor(y / leaf), seed + index) * 0.34;
        if (u * u + v * v > 1 - ragged) continue;
        const grain = (chance(Math.floor(x / leaf), Math.floor(y / leaf), seed + 3) - 0.5) * 1.1;
        canvas.set(x, y, shade(ramp, lit(x, y, puff) + grain));
      }
    }
    dabLeaves(canvas, puff, index, style, lit);
  }
}

/** Single leaves that catch the light, or hang in the shade. */
function dabLeaves(
  canvas: Canvas,
  puff: Puff,
  index: number,
  { ramp, seed }: CrownStyle,
  lit: (x: number, y: number, puff: Puff) => number,
): void {
  const dice = new Dice(seed * 31 + index);
  const count = Math.round((puff.rx * puff.ry) / 9);
  for (let i = 0; i < count; i++) {
    const angle = dice.next() * Math.PI * 2;
    const away = Math.sqrt(dice.next()) * 1.02;
    const x = Math.round(puff.x + Math.cos(angle) * puff.rx * away);
    const y = Math.round(puff.y + Math.sin(angle) * puff.ry * away);
    const level = lit(x, y, puff) + (dice.next() < 0.6 ? 1 : -0.8);
    const index = shade(ramp, level);
    canvas.set(x, y, index);
    canvas.set(x + 1, y, index);
    canvas.set(x + (dice.next() < 0.5 ? 0 : 1), y - 1, index);
    if (canvas.get(x + 1, y + 1) !== CLEAR) canvas.set(x + 1, y + 1, shade(ramp, level - 1.5));
  }
}

function boundsOf(puffs: readonly Puff[]): Puff {
  const left = Math.min(...puffs.map(({ x, rx }) => x - rx));
  const right = Math.max(...puffs.map(({ x, rx }) => x + rx));
  const top = Math.min(...puffs.map(({ y, ry }) => y - ry));
  const bottom = Math.max(...puffs.map(({ y, ry }) => y + ry));
  return { x: (left + right) / 2, y: (top + bottom) / 2, rx: (right - left) / 2, ry: (bottom - top) / 2 };
}

/** A trunk from the ground up, with roots and bark; `lean` pixels to the right at its top. Returns where it ends. */
export function paintTrunk(
  canvas: Canvas,
  ramp: Ramp,
  { height, lean = 0, seed, thick }: { height: number; thick: number; lean?: number; seed: number },
  branches: readonly (readonly [dx: number, dy: number])[] = [],
): void {
  const [cx, ground] = [canvas.width / 2, canvas.height - 20];
  const bark = (x: number, middle: number, half: number, y: number): number => {
    const u = (x + 0.5 - middle) / half;
    const groove = chance(Math.floor(x), Math.floor(y / 5), seed) < 0.3 ? -1 : 0;
    return shade(ramp, 3 - 1.9 * u - 0.5 * Math.abs(u) + groove);
  };
  for (const [dx, dy] of branches) {
    const [fx, fy] = [cx + lean * 0.7, ground - height * 0.7];
    canvas.stroke(fx, fy, cx + dx, ground - height + dy, Math.max(2, thick * 0.4), (x, y) =>
      bark(x, fx + ((cx + dx - fx) * (fy - y)) / (fy - (ground - height + dy) || 1), 3, y),
    );
  }
  for (let y = 0; y <= height; y++) {
    const t = y / height;
    const flare = y < 8 ? ((8 - y) / 8) ** 2 * thick * 0.8 : 0;
    const half = (thick * (1 - 0.45 * t)) / 2 + flare * 0.5;
    const sway = Math.sin(t * 2.6 + seed) * 1.3;
    const middle = cx + lean * t * t + sway;
    for (let x = Math.floor(middle - half); x + 0.5 < middle + half; x++) {
      // Roots part at the ground.
      if (y < 3 && chance(Math.floor(x / 3), 1, seed) < 0.35 && Math.abs(x - middle) > thick * 0.4) continue;
      canvas.set(x, ground - y, bark(x, middle, half, y));
    }
  }
}
