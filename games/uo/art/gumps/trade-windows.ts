import type { Canvas } from '../canvas.ts';
import { textWidth, writeText } from '../fonts/fonts.ts';
import { RAMPS, type Ramp, shade } from '../palette.ts';
import { toggle } from './button-shapes.ts';
import { drawFrame, FRAMES } from './frames.ts';
import { sunken } from './sunken.ts';

/** Size of each side's box. Source: classic client rule, as are the places of all that clients put upon these windows. */
const BOX = { width: 110, height: 80 } as const;

interface TradeLayout {
  readonly width: number;
  readonly height: number;
  /** Left upper corners of the boxes of the player and of the other. */
  readonly boxes: readonly (readonly [x: number, y: number])[];
  /** Plates for the names of both. */
  readonly names: readonly (readonly [x: number, y: number])[];
  /** What the names are written on: clients write them dark, later ones light. */
  readonly plate: readonly [Ramp, level: number];
  /** Fields for numbers of coins. */
  readonly coins: readonly (readonly [x: number, y: number])[];
}

const BEFORE_COINS: TradeLayout = {
  width: 342,
  height: 216,
  boxes: [
    [45, 70],
    [192, 70],
  ],
  names: [
    [80, 36],
    [84, 166],
  ],
  plate: [RAMPS.plaster, 4],
  coins: [],
};

const WITH_COINS: TradeLayout = {
  width: 334,
  height: 284,
  boxes: [
    [30, 110],
    [192, 110],
  ],
  names: [
    [66, 28],
    [74, 240],
  ],
  plate: [RAMPS.ink, 1],
  coins: [
    [39, 65],
    [176, 65],
    [39, 188],
    [39, 208],
    [176, 188],
    [176, 208],
  ],
};

function tradeWindow({ boxes, coins, height, names, plate, width }: TradeLayout): Canvas {
  const canvas = drawFrame(width, height, FRAMES.get(0x1400)!);
  for (const [x, y] of boxes) sunken(canvas, x - 6, y - 6, BOX.width + 18, BOX.height + 12, RAMPS.wood, 1.4);
  for (const [x, y] of names) sunken(canvas, x, y, 180, 22, ...plate);
  for (const [x, y] of coins) sunken(canvas, x, y, 108, 18, RAMPS.ink, 1);
  if (coins.length > 0) {
    for (const [word, cx] of [
      ['GOLD', 93],
      ['PLATINUM', 230],
    ] as const)
      writeText(canvas, Math.round(cx - textWidth(word) / 2), 54, word, shade(RAMPS.gold, 4));
  }
  return canvas;
}

/** A box to tick, as large as clients leave room for. */
const agreement = (given: boolean): Canvas => toggle(false, given, 28);

/** The windows in which two players trade, and the boxes in which each agrees, by gump. */
export const TRADE_WINDOWS: ReadonlyMap<number, () => Canvas> = new Map<number, () => Canvas>([
  [0x0866, () => tradeWindow(BEFORE_COINS)],
  [0x0867, () => agreement(false)],
  [0x0868, () => agreement(false)],
  [0x0869, () => agreement(true)],
  [0x086a, () => agreement(true)],
  [0x088a, () => tradeWindow(WITH_COINS)],
]);
