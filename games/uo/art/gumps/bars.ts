import { Canvas } from '../canvas.ts';
import { writeText } from '../fonts/fonts.ts';
import { RAMPS, type Ramp, shade } from '../palette.ts';
import { drawFrame, FRAMES } from './frames.ts';
import { heading } from './heading.ts';
import { sunken } from './sunken.ts';

const PAPER = FRAMES.get(0x0a28)!;
const STONE = FRAMES.get(0x13be)!;

function bar(width: number, height: number, ramp: Ramp, level = 3): Canvas {
  const canvas = new Canvas(width, height);
  canvas.rect(0, 0, width, height, (_x, y) => shade(ramp, level + 1 - (y / Math.max(1, height - 1)) * 2));
  return canvas;
}

/** A small plate with room for three bars, or for one. */
function barPlate(bars: 1 | 3, ramp: Ramp): Canvas {
  const canvas = drawFrame(139, bars === 3 ? 62 : 44, {
    ...STONE,
    border: 5,
    rim: ramp,
    fill: RAMPS.ink,
    level: 1.4,
    ground: 'plain',
  });
  for (let i = 0; i < bars; i++)
    sunken(
      canvas,
      33,
      (bars === 3 ? 11 : 37) + i * 13 - (bars === 3 ? 0 : 0),
      111 - 6,
      bars === 3 ? 9 : 5,
      RAMPS.ink,
      0.4,
    );
  return canvas;
}

/** Values in columns; the client writes the numbers at places that it knows, from 88, 146, 216, 280 and 354 on. */
function status(): Canvas {
  const canvas = drawFrame(432, 184, { ...PAPER, border: 9 });
  heading(canvas, 'CHARACTER', 14, shade(RAMPS.red, 1));
  canvas.rect(30, 44, 372, 1, shade(RAMPS.oak, 2));
  const columns: readonly (readonly [
    x: number,
    end: number,
    first: number,
    step: number,
    ...words: string[],
  ])[] = [
    [56, 112, 77, 28, 'Str', 'Dex', 'Int'],
    [118, 186, 77, 28, 'Hits', 'Stam', 'Mana'],
    [190, 252, 77, 28, 'Cap', 'Luck', 'Load'],
    [256, 312, 77, 28, 'Hurt', 'Gold', 'Pets'],
    [322, 380, 76, 15, 'Ar', 'Fire', 'Cold', 'Pois', 'Enrg'],
  ];
  for (const [x, end, first, step, ...words] of columns) {
    for (const [i, word] of words.entries()) {
      const y = first + i * step;
      writeText(canvas, x, y, word, shade(RAMPS.wood, 2));
      canvas.rect(x, y + (step > 20 ? 20 : 12), end - x, 1, shade(RAMPS.oak, 4));
    }
  }
  return canvas;
}

function oldStatus(): Canvas {
  const canvas = drawFrame(270, 126, PAPER);
  const words: readonly (readonly [x: number, first: number, ...lines: string[]])[] = [
    [40, 50, 'Str', 'Dex', 'Int', 'Sex', 'AR'],
    [136, 54, 'Hits', 'Mana', 'Stam', 'Gold', 'Weight'],
  ];
  for (const [x, first, ...lines] of words) {
    for (const [i, line] of lines.entries()) writeText(canvas, x, first + i * 12, line, shade(RAMPS.wood, 2));
  }
  return canvas;
}

/** Where signs of what works upon somebody hang, in four directions. */
function effectRail(width: number, height: number): Canvas {
  return drawFrame(width, height, FRAMES.get(0x0a3c)!);
}

/** How somebody is, by gump: bars of health, lists of values, what works upon them. */
export const BARS: ReadonlyMap<number, () => Canvas> = new Map<number, () => Canvas>([
  [0x0028, () => barPlate(1, RAMPS.gold)],
  [0x0029, () => bar(109, 6, RAMPS.red)],
  [0x0802, oldStatus],
  [0x0803, () => barPlate(3, RAMPS.gold)],
  [0x0804, () => barPlate(1, RAMPS.iron)],
  [0x0805, () => bar(109, 8, RAMPS.red, 1)],
  [0x0806, () => bar(109, 8, RAMPS.blue)],
  [0x0807, () => barPlate(3, RAMPS.red)],
  [0x0808, () => bar(109, 8, RAMPS.leaf)],
  [0x0809, () => bar(109, 8, RAMPS.gold)],
  [0x080a, () => bar(109, 8, RAMPS.stone)],
  [0x082b, () => bar(240, 2, RAMPS.oak, 2)],
  [0x0835, () => bar(120, 2, RAMPS.oak, 2)],
  [0x0836, () => bar(200, 2, RAMPS.oak, 2)],
  [0x2a6c, status],
  [0x757f, () => effectRail(60, 92)],
  [0x7580, () => effectRail(92, 52)],
  [0x7581, () => effectRail(50, 96)],
  [0x7582, () => effectRail(92, 52)],
]);
