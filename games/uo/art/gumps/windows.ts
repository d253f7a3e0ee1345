import { Canvas } from '../canvas.ts';
import { RADAR_MARK, RAMPS, shade } from '../palette.ts';
import { drawFrame, FRAMES, type FrameStyle, groundShade } from './frames.ts';
import { headingPlate } from './heading.ts';
import { sunken } from './sunken.ts';

const PAPER = FRAMES.get(0x0a28)!;
const WOOD = FRAMES.get(0x1400)!;

/** The window of a paperdoll: a niche for the figure, room for small things beside it, for buttons and the name. */
function paperdoll(own: boolean): Canvas {
  const canvas = drawFrame(262, 324, WOOD);
  const [left, width] = own ? [24, 157] : [11, 240];
  sunken(canvas, left, 19, width, 232, RAMPS.slate, 1.4);
  canvas.ellipse(100, 236, 62, 9, (i, j) => shade(RAMPS.slate, (i + j) % 2 ? 1 : 0.4));
  for (let i = 0; i < 2; i++) canvas.rect(left + 1, 20 + i, width - 2, 1, shade(RAMPS.slate, 0));
  canvas.rect(26, 254, 210, 1, shade(RAMPS.gold, 1));
  sunken(canvas, 26, 257, 210, 44, RAMPS.plaster, 4);
  return canvas;
}

/** Wide enough for what clients write upon them: notes and profiles, and the journal and skills. Source: classic client rule. */
const SCROLL_WIDTH = { notes: 300, journal: 340 } as const;
type Part = 'top' | 'middle' | 'bottom';
/** The lower roll is thin, since clients put buttons just above it. */
const ROLLS = {
  top: { height: 34, roll: 20, from: 4, sheet: [20, 14] },
  middle: { height: 32, roll: 0, from: 0, sheet: [0, 32] },
  bottom: { height: 30, roll: 14, from: 14, sheet: [0, 20] },
} as const;
const SHEET: FrameStyle = {
  border: 0,
  tile: 32,
  rim: RAMPS.sand,
  fill: RAMPS.plaster,
  level: 4.2,
  ground: 'paper',
};

/** A scroll's parts: its upper roll, what is between, its lower roll. */
function scrollPart(part: Part, width: number): Canvas {
  const { from, height, roll, sheet } = ROLLS[part];
  const canvas = new Canvas(width, height);
  const inset = 12;
  canvas.rect(inset, sheet[0], width - inset * 2, sheet[1], (x, y) => {
    const edge = Math.min(x - inset, width - inset - 1 - x);
    return edge < 2
      ? shade(RAMPS.plaster, 1.6)
      : edge < 6
        ? shade(RAMPS.plaster, 3)
        : groundShade(SHEET, x, y);
  });
  if (roll > 0) canvas.blit(drawRoll(width, height, inset, from, roll), 0, 0);
  return canvas;
}

/** A roll across a picture, with wooden ends. */
function drawRoll(width: number, height: number, inset: number, from: number, thick: number): Canvas {
  const canvas = new Canvas(width, height);
  canvas.rect(inset - 4, from, width - inset * 2 + 8, thick, (_x, y) =>
    shade(RAMPS.sand, 1.4 + 3 * Math.sin(((y - from + 0.5) / thick) * Math.PI) - ((y - from) * 1.4) / thick),
  );
  const knob = thick - 4;
  for (const x of [0, width - inset])
    canvas.rect(x, from + 2, inset, knob, (_i, y) =>
      shade(RAMPS.wood, 1 + 3 * Math.sin(((y - from - 1.5) / (knob + 1)) * Math.PI)),
    );
  return canvas.outline(RAMPS.ink);
}

/** The four gumps of a scroll; the third is laid over the second. */
function scroll(first: number, width: number): [number, () => Canvas][] {
  const parts: readonly Part[] = ['top', 'middle', 'middle', 'bottom'];
  return parts.map((part, i) => [first + i, () => scrollPart(part, width)]);
}

/** The round frame of the small map, its middle left for the client to fill. */
function radar(size: number): Canvas {
  const canvas = new Canvas(size, size);
  const c = size / 2;
  canvas.polygon(
    [
      [c, 0],
      [size, c],
      [c, size],
      [0, c],
    ],
    (x, y) => {
      const d = (Math.abs(x + 0.5 - c) + Math.abs(y + 0.5 - c)) / c;
      if (d > 0.985) return shade(RAMPS.wood, 0);
      if (d > 0.93) return shade(RAMPS.gold, 1.6 + (x < c ? 1.2 : 0) + (y < c ? 1.2 : 0));
      if (d > 0.9) return shade(RAMPS.wood, 1);
      return RADAR_MARK;
    },
  );
  return canvas;
}

function slot(): Canvas {
  const canvas = new Canvas(19, 20);
  sunken(canvas, 0, 0, 19, 20, RAMPS.wood, 1.6);
  return canvas;
}

/** A roll of parchment, tied. */
function smallScroll(): Canvas {
  const canvas = new Canvas(34, 24);
  canvas.stroke(5, 17, 28, 6, 9, (x, y) => shade(RAMPS.sand, 4 - (x * 0.43 + y - 15) * 0.35));
  canvas.stroke(14, 8, 19, 16, 3, shade(RAMPS.red, 3));
  return canvas.rim().outline(RAMPS.ink);
}

function virtueSign(): Canvas {
  const canvas = new Canvas(22, 26);
  canvas.stroke(11, 5, 11, 22, 3, shade(RAMPS.gold, 3));
  canvas.stroke(5, 14, 17, 14, 3, shade(RAMPS.gold, 4));
  canvas.ellipse(11, 6, 5, 5, (x, y) => (Math.hypot(x - 10.5, y - 5.5) < 2.4 ? 0 : shade(RAMPS.gold, 4)));
  return canvas.outline(RAMPS.ink);
}

function listing(rows: number): Canvas {
  const canvas = drawFrame(260, 40 + rows * 20, PAPER);
  for (let i = 0; i < rows; i++) canvas.rect(28, 44 + i * 20, 200, 1, shade(RAMPS.oak, 4));
  return canvas;
}

/** Windows and their parts by gump. */
export const WINDOWS: ReadonlyMap<number, () => Canvas> = new Map<number, () => Canvas>([
  [0x0071, virtueSign],
  [0x0474, () => drawFrame(400, 180, PAPER)],
  [0x0477, () => drawFrame(330, 30, FRAMES.get(0x0bb8)!)],
  [0x07d0, () => paperdoll(true)],
  [0x07d1, () => paperdoll(false)],
  [0x07d2, smallScroll],
  [0x0816, () => drawFrame(200, 116, PAPER)],
  [0x082a, () => headingPlate('JOURNAL')],
  [0x0769, () => headingPlate('ANOTHER PEOPLE')],
  [0x0834, () => headingPlate('SKILLS')],
  [0x085c, () => drawFrame(160, 80, PAPER)],
  [0x0870, () => listing(10)],
  [0x0871, () => listing(10)],
  [0x0872, () => listing(10)],
  [0x0873, () => listing(10)],
  [0x087a, () => drawFrame(370, 280, WOOD)],
  [0x0883, () => headingPlate('TO ALL')],
  [0x0910, () => drawFrame(360, 240, PAPER)],
  [0x09ca, () => headingPlate('TIP')],
  [0x09d2, () => headingPlate('NEWS')],
  [0x1392, () => radar(136)],
  [0x1393, () => radar(250)],
  [0x139d, () => drawFrame(300, 300, FRAMES.get(0x1432)!)],
  [0x2344, slot],
  ...scroll(0x0820, SCROLL_WIDTH.notes),
  ...scroll(0x1f40, SCROLL_WIDTH.journal),
]);
