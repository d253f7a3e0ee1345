import { Canvas, type Point } from '../canvas.ts';
import { RAMPS, type Ramp, shade } from '../palette.ts';

/** Border of the view of the world, as thick as clients leave room for. */
const VIEW_BORDER = 5;
/** Width of the line of health below somebody. Source: classic client rule. */
const HEALTH_LINE = 34;

function viewEdge(upright: boolean): Canvas {
  const [width, height] = upright ? [VIEW_BORDER, 32] : [32, VIEW_BORDER];
  const canvas = new Canvas(width, height);
  const levels = [1, 4, 2, 1, 0];
  canvas.rect(0, 0, width, height, (x, y) => {
    const step = upright ? x : y;
    return shade(step === 1 ? RAMPS.gold : RAMPS.wood, levels[step]!);
  });
  return canvas;
}

/** Greys: clients give them the hue of how somebody stands to the player. */
function healthGroove(): Canvas {
  const canvas = new Canvas(HEALTH_LINE, 6);
  canvas.rect(0, 0, HEALTH_LINE, 6, shade(RAMPS.cloth, 1));
  canvas.rect(1, 1, HEALTH_LINE - 2, 4, shade(RAMPS.ink, 0));
  return canvas;
}

function healthFill(): Canvas {
  const canvas = new Canvas(4, 6);
  canvas.rect(0, 1, 4, 4, (_x, y) => shade(RAMPS.cloth, 5.4 - y));
  return canvas;
}

/** A line between two parts of a window, with a knob at its outer end. */
function rule(end: 'left' | 'none' | 'right', width: number, height: number, ramp: Ramp): Canvas {
  const canvas = new Canvas(width, height);
  const middle = Math.floor(height / 2);
  canvas.rect(0, middle - 1, width, 3, (_x, y) => shade(ramp, middle + 3 - y));
  if (end === 'none') return canvas;
  const size = Math.min(6, middle - 1, (width - 2) / 2);
  const cx = end === 'left' ? size + 1 : width - size - 1;
  const knob = new Canvas(width, height);
  knob.ellipse(cx, middle + 0.5, size, size, (x, y) =>
    shade(ramp, 3.4 - (x - cx + y - middle) * (1.6 / size)),
  );
  canvas.blit(knob.outline(RAMPS.ink), 0, 0);
  return canvas;
}

/** A pin upon a map. */
function pin(): Canvas {
  const canvas = new Canvas(9, 9);
  canvas.ellipse(4.5, 4.5, 4, 4, (x, y) => shade(RAMPS.red, 4 - (x + y) * 0.25));
  return canvas.outline(RAMPS.ink);
}

/** An eye, that shows who lies before one. */
function eye(): Canvas {
  const canvas = new Canvas(28, 16);
  canvas.ellipse(14, 8, 13, 7, shade(RAMPS.plaster, 4));
  canvas.ellipse(14, 8, 6, 6, shade(RAMPS.blue, 2));
  canvas.ellipse(14, 8, 2.5, 2.5, shade(RAMPS.ink, 0));
  return canvas.outline(RAMPS.ink);
}

/** An arrow that shows where to go; `turn` counts eighths of a circle with the clock, from straight up on. */
function wayArrow(turn: number): Canvas {
  const size = 44;
  const canvas = new Canvas(size, size);
  const angle = (turn * Math.PI) / 4;
  const at = (along: number, aside: number): Point => [
    size / 2 + Math.sin(angle) * along + Math.cos(angle) * aside,
    size / 2 - Math.cos(angle) * along + Math.sin(angle) * aside,
  ];
  const half = (side: -1 | 1, level: number): void =>
    canvas.polygon(
      [at(20, 0), at(2, side * 13), at(2, side * 5), at(-18, side * 5), at(-18, 0)],
      shade(RAMPS.gold, level),
    );
  half(-1, 4);
  half(1, 2.6);
  return canvas.outline(RAMPS.ink);
}

/** First of eight arrows: the way up on the screen, the others with the clock. */
const WAY_ARROWS = 0x1194;

/**
 * Borders, lines and marks by gump. Some clients end as soon as they find no edge for the view of the world, or no line for the
 * health of whom one fights.
 */
export const EDGES: ReadonlyMap<number, () => Canvas> = new Map<number, () => Canvas>([
  [0x0045, eye],
  [0x005c, () => rule('left', 52, 33, RAMPS.gold)],
  [0x005d, () => rule('none', 32, 33, RAMPS.gold)],
  [0x005e, () => rule('right', 52, 33, RAMPS.gold)],
  [0x005f, () => rule('left', 9, 19, RAMPS.oak)],
  [0x0060, () => rule('none', 32, 3, RAMPS.oak)],
  [0x0061, () => rule('right', 9, 19, RAMPS.oak)],
  [0x0a8c, () => viewEdge(false)],
  [0x0a8d, () => viewEdge(true)],
  [0x1068, healthGroove],
  [0x1069, healthFill],
  [0x139b, pin],
  ...Array.from({ length: 8 }, (_, i): [number, () => Canvas] => [WAY_ARROWS + i, () => wayArrow(i)]),
]);
