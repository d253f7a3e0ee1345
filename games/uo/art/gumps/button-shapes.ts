import { Canvas, type Point } from '../canvas.ts';
import { textWidth, writeText } from '../fonts/fonts.ts';
import { CLEAR, RAMPS, type Ramp, shade } from '../palette.ts';

/** Up as it lies there, over as the pointer is on it, down as it is pressed. */
export type Press = 'up' | 'over' | 'down';
type Icon = (canvas: Canvas, cx: number, cy: number, colour: number) => void;

/** A raised plate, or one pressed in. */
export function plate(width: number, height: number, ramp: Ramp, press: Press): Canvas {
  const canvas = new Canvas(width, height);
  const lift = press === 'over' ? 0.8 : 0;
  canvas.rect(0, 0, width, height, (x, y) => {
    const right = width - 1 - x;
    const bottom = height - 1 - y;
    if ((x === 0 || right === 0) && (y === 0 || bottom === 0)) return CLEAR;
    if (x === 0 || y === 0 || right === 0 || bottom === 0) return shade(ramp, 0);
    const lit = x === 1 || y === 1;
    const dark = right === 1 || bottom === 1;
    const bright = press === 'down' ? dark : lit;
    const dim = press === 'down' ? lit : dark;
    if (bright) return shade(ramp, 4 + lift);
    if (dim) return shade(ramp, 1);
    return shade(ramp, (press === 'down' ? 2 : 3) + lift - (y / height) * 0.9);
  });
  return canvas;
}

/** A round knob, raised or pressed. */
export function knob(size: number, ramp: Ramp, press: Press): Canvas {
  const canvas = new Canvas(size, size);
  const c = size / 2;
  canvas.ellipse(c, c, c, c, (x, y) => {
    const dx = (x + 0.5 - c) / c;
    const dy = (y + 0.5 - c) / c;
    const r = Math.hypot(dx, dy);
    if (r > 1 - 1.6 / c) return shade(ramp, 0);
    const sign = press === 'down' ? 1 : -1;
    return shade(ramp, 2.8 + sign * (dx + dy) * 1.3 + (press === 'over' ? 0.9 : 0));
  });
  return canvas;
}

const shape =
  (...points: readonly Point[]): Icon =>
  (canvas, cx, cy, colour) =>
    canvas.polygon(
      points.map(([x, y]): Point => [cx + x, cy + y]),
      colour,
    );
const lines =
  (...strokes: readonly (readonly [number, number, number, number])[]): Icon =>
  (canvas, cx, cy, colour) => {
    for (const [a, b, c, d] of strokes) canvas.stroke(cx + a, cy + b, cx + c, cy + d, 2, colour);
  };

export const ICONS = {
  right: shape([-4, -5], [5, 0], [-4, 5]),
  left: shape([4, -5], [-5, 0], [4, 5]),
  up: shape([-5, 4], [0, -5], [5, 4]),
  down: shape([-5, -4], [0, 5], [5, -4]),
  check: lines([-4, 0, -1, 3], [-1, 3, 5, -4]),
  cross: lines([-4, -4, 4, 4], [4, -4, -4, 4]),
  plus: lines([-4, 0, 4, 0], [0, -4, 0, 4]),
  minus: lines([-4, 0, 4, 0]),
  dot: (canvas: Canvas, cx: number, cy: number, colour: number) => canvas.ellipse(cx, cy, 3, 3, colour),
  page: (canvas: Canvas, cx: number, cy: number, colour: number) => {
    canvas.rect(Math.round(cx - 4), Math.round(cy - 5), 8, 10, colour);
    for (let i = 0; i < 3; i++)
      canvas.rect(Math.round(cx - 2), Math.round(cy - 3 + i * 3), 4, 1, shade(RAMPS.ink, 1));
  },
  bars: (canvas: Canvas, cx: number, cy: number, colour: number) => {
    for (let i = -1; i <= 1; i++) canvas.rect(Math.round(cx - 5), Math.round(cy + i * 4 - 1), 10, 2, colour);
  },
  sword: lines([-4, 4, 5, -5], [-4, 0, 0, 4]),
  lock: (canvas: Canvas, cx: number, cy: number, colour: number) => {
    canvas.rect(Math.round(cx - 3), Math.round(cy - 1), 6, 5, colour);
    canvas.rect(Math.round(cx - 2), Math.round(cy - 4), 1, 3, colour);
    canvas.rect(Math.round(cx + 1), Math.round(cy - 4), 1, 3, colour);
    canvas.rect(Math.round(cx - 2), Math.round(cy - 4), 4, 1, colour);
  },
} satisfies Record<string, Icon>;
export type IconName = keyof typeof ICONS;

/** Puts a sign on a button, engraved: a light edge below it. */
export function withIcon(
  canvas: Canvas,
  icon: IconName,
  colour: number,
  press: Press,
  light?: number,
): Canvas {
  const sink = press === 'down' ? 1 : 0;
  const cx = canvas.width / 2 + sink;
  const cy = canvas.height / 2 + sink;
  if (light !== undefined) ICONS[icon](canvas, cx, cy + 1, light);
  ICONS[icon](canvas, cx, cy, colour);
  return canvas;
}

/** A button with a word on it. */
export function wordButton(word: string, width: number, height: number, ramp: Ramp, press: Press): Canvas {
  const canvas = plate(width, height, ramp, press);
  const sink = press === 'down' ? 1 : 0;
  const x = Math.round((width - textWidth(word)) / 2) + sink;
  const y = Math.round((height - 7) / 2) + sink;
  // Cut in: only its lower right is lit, softly, so that thin letters stay whole.
  writeText(canvas, x + 1, y + 1, word, shade(ramp, press === 'down' ? 3 : 4));
  writeText(canvas, x, y, word, shade(RAMPS.ink, 0));
  return canvas;
}

/** A box or a round hole, empty or marked. */
export function toggle(round: boolean, on: boolean, size = 19): Canvas {
  const canvas = round ? knob(size, RAMPS.oak, 'down') : plate(size, size, RAMPS.oak, 'down');
  const c = size / 2;
  if (round) canvas.ellipse(c, c, c - 4, c - 4, shade(RAMPS.plaster, 4));
  else canvas.rect(4, 4, size - 8, size - 8, shade(RAMPS.plaster, 4));
  if (on && round) canvas.ellipse(c, c, c - 6, c - 6, shade(RAMPS.red, 2));
  if (on && !round) withIcon(canvas, 'check', shade(RAMPS.red, 1), 'up');
  return canvas;
}

/** What the handle of a slider runs in. */
export function groove(width: number, height: number): Canvas {
  const canvas = new Canvas(width, height);
  canvas.rect(0, 0, width, height, (x) =>
    shade(RAMPS.wood, x === 0 || x === width - 1 ? 0 : x === 1 ? 0.6 : x === width - 2 ? 2 : 1),
  );
  return canvas;
}
