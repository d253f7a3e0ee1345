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

type Make = (press: Press) => Canvas;
/** Plates with a sign, 30 by 22: the buttons of lists. */
const listButton =
  (icon: IconName, ramp: Ramp = RAMPS.oak): Make =>
  (press) =>
    withIcon(plate(30, 22, ramp, press), icon, shade(RAMPS.ink, 0), press, shade(ramp, 5));
const small =
  (icon: IconName, ramp: Ramp = RAMPS.gold, size = 15): Make =>
  (press) =>
    withIcon(knob(size, ramp, press), icon, shade(RAMPS.ink, 0), press);
const arrow =
  (icon: IconName, width: number, height: number, ramp: Ramp = RAMPS.gold): Make =>
  (press) =>
    withIcon(plate(width, height, ramp, press), icon, shade(RAMPS.ink, 0), press, shade(ramp, 5));
const word =
  (text: string, width: number, height: number, ramp: Ramp = RAMPS.oak): Make =>
  (press) =>
    wordButton(text, width, height, ramp, press);

/** A button's numbers: as it lies, with the pointer on it where it has that, and pressed. */
type States = readonly [up: number, down: number] | readonly [up: number, down: number, over: number];
const BUTTONS: readonly (readonly [States, Make])[] = [
  [[4005, 4007, 4006], listButton('right')],
  [[4008, 4010, 4009], listButton('page')],
  [[4011, 4013, 4012], listButton('bars')],
  [[4014, 4016, 4015], listButton('left')],
  [[4017, 4019, 4018], listButton('cross', RAMPS.brick)],
  [[4020, 4022, 4021], listButton('minus')],
  [[4023, 4025, 4024], listButton('check', RAMPS.moss)],
  [[4026, 4028, 4027], listButton('plus', RAMPS.moss)],
  [[4029, 4031, 4030], listButton('dot')],
  [[4002, 4004, 4003], listButton('lock')],
  [[0x00ef, 0x00f0, 0x00ee], word('APPLY', 62, 22, RAMPS.moss)],
  [[0x00f1, 0x00f2, 0x00f3], word('CANCEL', 62, 22, RAMPS.brick)],
  [[0x00f4, 0x00f5, 0x00f6], word('DEFAULT', 62, 22)],
  [[0x00f7, 0x00f8, 0x00f9], word('OK', 62, 22, RAMPS.moss)],
  [[0x047e, 0x0480, 0x047f], word('CANCEL', 66, 24, RAMPS.brick)],
  [[0x0481, 0x0483, 0x0482], word('OK', 66, 24, RAMPS.moss)],
  [[0x047b, 0x047c, 0x047d], word('OK', 66, 24, RAMPS.moss)],
  [[0x0478, 0x047a, 0x0479], word('CANCEL', 66, 24, RAMPS.brick)],
  [[0x0817, 0x0818, 0x0819], word('CANCEL', 60, 24, RAMPS.brick)],
  [[0x081a, 0x081b, 0x081c], word('OK', 60, 24, RAMPS.moss)],
  [[0x085d, 0x085f, 0x085e], word('OK', 46, 22, RAMPS.moss)],
  [[0x1450, 0x1451, 0x1452], word('OK', 46, 22, RAMPS.moss)],
  [[0x1453, 0x1455, 0x1454], word('CANCEL', 62, 22, RAMPS.brick)],
  [[0x0837, 0x0838], small('dot')],
  [[0x0983, 0x0983], small('up', RAMPS.gold, 11)],
  [[0x0984, 0x0984], small('up', RAMPS.moss, 11)],
  [[0x0985, 0x0985], small('down', RAMPS.gold, 11)],
  [[0x0986, 0x0986], small('down', RAMPS.brick, 11)],
  [[0x082c, 0x082c], small('lock', RAMPS.gold, 11)],
  [[0x0826, 0x0827], arrow('down', 15, 15)],
  [[0x09cf, 0x09cf], small('lock', RAMPS.gold, 14)],
  [[0x1086, 0x1086], small('lock', RAMPS.gold, 14)],
  [[0x082d, 0x082d], arrow('minus', 23, 24)],
  [[0x082e, 0x082f], arrow('down', 28, 15)],
  [[0x0837 + 2, 0x083a], arrow('plus', 15, 15)],
  [[0x0938, 0x093a, 0x0939], arrow('plus', 18, 18)],
  [[0x098b, 0x098c], word('', 60, 22)],
  [[0x098d, 0x098e], word('', 110, 22)],
  [[0x1523, 0x1523], small('dot', RAMPS.red, 13)],
  [[0x15a1, 0x15a3, 0x15a2], arrow('left', 24, 24)],
  [[0x15a4, 0x15a6, 0x15a5], arrow('right', 24, 24)],
  [[0x15e1, 0x15e5], arrow('right', 16, 16)],
  [[0x15e3, 0x15e7], arrow('left', 16, 16)],
  [[0x15e0, 0x15e4], arrow('up', 16, 16)],
  [[0x15e2, 0x15e6], arrow('down', 16, 16)],
  [[0x1589, 0x158b, 0x158a], word('QUIT', 60, 24, RAMPS.brick)],
  [[0x1583, 0x1585, 0x1584], word('CREDITS', 70, 24)],
  [[0x05ca, 0x05c8, 0x05c9], word('QUIT', 64, 26, RAMPS.brick)],
  [[0x05d0, 0x05ce, 0x05cf], word('CREDITS', 76, 26)],
  [[0x05cd, 0x05cb, 0x05cc], arrow('right', 84, 30, RAMPS.moss)],
  [[0x159a, 0x159c, 0x159b], word('DELETE', 76, 24, RAMPS.brick)],
  [[0x159d, 0x159f, 0x159e], word('NEW', 76, 24, RAMPS.moss)],
  [[0x0710, 0x0712, 0x0711], word('MALE', 78, 25)],
  [[0x070d, 0x070f, 0x070e], word('FEMALE', 78, 25)],
  [[0x0702, 0x0704, 0x0703], word('HUMAN', 78, 25)],
  [[0x0705, 0x0707, 0x0706], word('ELF', 78, 25)],
  [[0x07d3, 0x07d5, 0x07d4], word('GARGOYLE', 78, 25)],
  [[0x093b, 0x093d, 0x093c], word('TIME', 80, 22)],
  [[0x093e, 0x0940, 0x093f], word('LOAD', 80, 22)],
  [[0x0941, 0x0943, 0x0942], word('PING', 80, 22)],
  [[0x1398, 0x1398], word('PLOT', 60, 22)],
  [[0x1399, 0x1399], word('STOP', 60, 22)],
  [[0x139a, 0x139a], word('CLEAR', 60, 22)],
  [[0x138a, 0x138b], small('dot')],
  [[0x15e8, 0x15ea, 0x15e9], arrow('right', 46, 46, RAMPS.moss)],
  [[0x04b9, 0x04ba], small('dot', RAMPS.red, 17)],
  [[0x0907, 0x0908, 0x0909], word('OK', 46, 22, RAMPS.moss)],
  [[0x13b2, 0x13b3], word('OK', 46, 22, RAMPS.moss)],
  [[0x0884, 0x0884], word('REPLY', 50, 22)],
  [[0x0885, 0x0885], word('REMOVE', 56, 22, RAMPS.brick)],
  [[0x0886, 0x0886], word('POST', 50, 22, RAMPS.moss)],
  [[0x09cc, 0x09cc], small('left')],
  [[0x09cd, 0x09cd], small('right')],
  [[0x0037, 0x0037], small('plus', RAMPS.moss, 14)],
  [[0x0038, 0x0038], small('minus', RAMPS.brick, 14)],
  [[0x7538, 0x7539], small('dot', RAMPS.violet, 18)],
  [[0x7585, 0x7589], small('dot', RAMPS.violet)],
  [[0x07ef, 0x07f1, 0x07f0], word('HELP', 66, 23)],
  [[0x07d6, 0x07d8, 0x07d7], word('OPTIONS', 66, 23)],
  [[0x07d9, 0x07db, 0x07da], word('LOG OUT', 66, 23)],
  [[0x07dc, 0x07de, 0x07dd], word('JOURNAL', 66, 23)],
  [[0x57b5, 0x57b6, 0x57b7], word('QUESTS', 66, 23)],
  [[0x07df, 0x07e1, 0x07e0], word('SKILLS', 66, 23)],
  [[0x57b2, 0x57b3, 0x57b4], word('GUILD', 66, 23)],
  [[0x07e2, 0x07e4, 0x07e3], word('CHAT', 66, 23)],
  [[0x07e5, 0x07e7, 0x07e6], word('PEACE', 66, 23, RAMPS.moss)],
  [[0x07e8, 0x07ea, 0x07e9], word('WAR', 66, 23, RAMPS.brick)],
  [[0x07eb, 0x07ed, 0x07ec], word('STATUS', 66, 23)],
  [[0x0845, 0x0846], small('dot')],
  [[0x0a94, 0x0a95], arrow('right', 18, 18)],
  [[0x0a9a, 0x0a9b], arrow('left', 18, 18)],
  [[0x0589, 0x0589], word('', 72, 72)],
  [[0x058b, 0x058b], word('', 226, 44, RAMPS.wood)],
  [[0x0fa2, 0x0fa3], listButton('page')],
  [[2223, 2223], arrow('left', 19, 19)],
  [[2224, 2224], arrow('right', 19, 19)],
  [[2103, 2104], small('dot', RAMPS.gold, 12)],
  [[2117, 2118], small('dot', RAMPS.gold, 14)],
  [[2435, 2436], small('up', RAMPS.gold, 13)],
  [[2437, 2438], small('down', RAMPS.gold, 13)],
  [[5537, 5539, 5538], arrow('left', 22, 22)],
  [[5540, 5542, 5541], arrow('right', 22, 22)],
  [[5600, 5604], arrow('up', 16, 16)],
  [[5601, 5605], arrow('right', 16, 16)],
  [[5602, 5606], arrow('down', 16, 16)],
  [[5603, 5607], arrow('left', 16, 16)],
  [[9702, 9703], arrow('right', 16, 16, RAMPS.stone)],
  [[9706, 9707], arrow('left', 16, 16, RAMPS.stone)],
  [[9720, 9723], arrow('check', 30, 28)],
  [[9721, 9724], arrow('dot', 30, 28)],
  [[9903, 9905, 9904], arrow('right', 22, 22, RAMPS.stone)],
  [[9909, 9911, 9910], arrow('left', 22, 22, RAMPS.stone)],
  [[9906, 9908, 9907], arrow('down', 22, 22, RAMPS.stone)],
  [[9900, 9902, 9901], arrow('up', 22, 22, RAMPS.stone)],
  [[0x00fb, 0x00fa], arrow('up', 15, 21)],
  [[0x00fd, 0x00fc], arrow('down', 15, 21)],
  [[0x0824, 0x0824], arrow('dot', 13, 18)],
  [[0x0825, 0x0825], arrow('down', 17, 17)],
  [[0x0828, 0x0828], arrow('dot', 17, 25)],
];

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

/** All buttons, check boxes, radio buttons and parts of sliders, by gump. */
export const CONTROLS: ReadonlyMap<number, () => Canvas> = new Map<number, () => Canvas>([
  ...BUTTONS.flatMap(([[up, down, over], make]): [number, () => Canvas][] => [
    [down, () => make('down')],
    ...(over === undefined ? [] : [[over, () => make('over')] as [number, () => Canvas]]),
    [up, () => make('up')],
  ]),
  [0x00d0, () => toggle(true, false)],
  [0x00d1, () => toggle(true, true)],
  [0x00d2, () => toggle(false, false)],
  [0x00d3, () => toggle(false, true)],
  [0x0768, () => toggle(true, false)],
  [0x0767, () => toggle(true, true)],
  [0x00d4, () => plate(12, 17, RAMPS.gold, 'up')],
  [0x00d5, () => plate(5, 12, RAMPS.wood, 'down')],
  [0x00d6, () => plate(16, 12, RAMPS.wood, 'down')],
  [0x00d7, () => plate(5, 12, RAMPS.wood, 'down')],
  [0x00d8, () => knob(15, RAMPS.gold, 'up')],
  [0x00fe, () => plate(13, 25, RAMPS.gold, 'up')],
  [0x00ff, () => groove(15, 16)],
  [0x0100, () => groove(15, 32)],
  [0x0101, () => groove(15, 16)],
]);

function groove(width: number, height: number): Canvas {
  const canvas = new Canvas(width, height);
  canvas.rect(0, 0, width, height, (x) =>
    shade(RAMPS.wood, x === 0 || x === width - 1 ? 0 : x === 1 ? 0.6 : x === width - 2 ? 2 : 1),
  );
  return canvas;
}
