import type { Canvas } from '../canvas.ts';
import { RAMPS, type Ramp, shade } from '../palette.ts';
import {
  groove,
  type IconName,
  knob,
  type Press,
  plate,
  toggle,
  withIcon,
  wordButton,
} from './button-shapes.ts';

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

/** Plates of lists by their first gump; shards use either of the two that follow as pressed. */
const LISTS: readonly (readonly [first: number, Make])[] = [
  [4005, listButton('right')],
  [4008, listButton('page')],
  [4011, listButton('bars')],
  [4014, listButton('left')],
  [4017, listButton('cross', RAMPS.brick)],
  [4020, listButton('minus')],
  [4023, listButton('check', RAMPS.moss)],
  [4026, listButton('plus', RAMPS.moss)],
  [4029, listButton('dot')],
  [4002, listButton('lock')],
];

/** A button's numbers: as it lies, with the pointer on it where it has that, and pressed. */
type States = readonly [up: number, down: number] | readonly [up: number, down: number, over: number];
const BUTTONS: readonly (readonly [States, Make])[] = [
  ...LISTS.flatMap(([first, make]): [States, Make][] => [
    [[first, first + 1], make],
    [[first, first + 2], make],
  ]),
  [[0x00ef, 0x00f0, 0x00ee], word('APPLY', 62, 22, RAMPS.moss)],
  // Shards show the first of these with the second pressed, and clients the third.
  [[0x00f1, 0x00f2], word('CANCEL', 62, 22, RAMPS.brick)],
  [[0x00f3, 0x00f2], word('CANCEL', 62, 22, RAMPS.brick)],
  [[0x00f6, 0x00f4, 0x00f5], word('DEFAULT', 62, 22)],
  [[0x00f9, 0x00f8, 0x00f7], word('OK', 62, 22, RAMPS.moss)],
  [[0x047e, 0x047f, 0x0480], word('CANCEL', 66, 24, RAMPS.brick)],
  [[0x0481, 0x0482, 0x0483], word('OK', 66, 24, RAMPS.moss)],
  [[0x047b, 0x047c, 0x047d], word('OK', 66, 24, RAMPS.moss)],
  [[0x0478, 0x0479, 0x047a], word('CANCEL', 66, 24, RAMPS.brick)],
  [[0x0817, 0x0818, 0x0819], word('CANCEL', 60, 24, RAMPS.brick)],
  [[0x081a, 0x081b, 0x081c], word('OK', 60, 24, RAMPS.moss)],
  [[0x085d, 0x085e, 0x085f], word('OK', 46, 22, RAMPS.moss)],
  [[0x1450, 0x1451, 0x1452], word('OK', 46, 22, RAMPS.moss)],
  [[0x1453, 0x1455, 0x1454], word('CANCEL', 62, 22, RAMPS.brick)],
  [[0x0837, 0x0838], small('dot')],
  [[0x0983, 0x0983], small('up', RAMPS.gold, 11)],
  [[0x0984, 0x0984], small('up', RAMPS.moss, 11)],
  [[0x0985, 0x0985], small('down', RAMPS.gold, 11)],
  [[0x0986, 0x0986], small('down', RAMPS.brick, 11)],
  [[0x082c, 0x082c], small('lock', RAMPS.gold, 11)],
  [[0x0826, 0x0826], arrow('down', 15, 15)],
  [[0x0827, 0x0827], arrow('right', 15, 15)],
  [[0x09cf, 0x09cf], small('lock', RAMPS.gold, 14)],
  [[0x1086, 0x1086], small('lock', RAMPS.gold, 14)],
  [[0x082d, 0x082d], arrow('minus', 23, 24)],
  [[0x082e, 0x082f], arrow('down', 28, 15)],
  [[0x083a, 0x083a], arrow('plus', 15, 15)],
  // Also a box that is empty or marked.
  [[0x0938, 0x093a], small('dot', RAMPS.oak, 18)],
  [[0x0939, 0x093a], small('check', RAMPS.moss, 18)],
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
  [[0x05ca, 0x05c9, 0x05c8], word('QUIT', 64, 26, RAMPS.brick)],
  [[0x05d0, 0x05cf, 0x05ce], word('CREDITS', 76, 26)],
  [[0x05cd, 0x05cc, 0x05cb], arrow('right', 84, 30, RAMPS.moss)],
  [[0x159a, 0x159c, 0x159b], word('DELETE', 76, 24, RAMPS.brick)],
  [[0x159d, 0x159f, 0x159e], word('NEW', 76, 24, RAMPS.moss)],
  [[0x0710, 0x0712, 0x0711], word('MALE', 78, 25)],
  [[0x070d, 0x070f, 0x070e], word('FEMALE', 78, 25)],
  [[0x0702, 0x0704, 0x0703], word('HUMAN', 78, 25)],
  [[0x0705, 0x0707, 0x0706], word('ELF', 78, 25)],
  [[0x07d3, 0x07d5, 0x07d4], word('GARGOYLE', 78, 25)],
  [[0x093b, 0x093c, 0x093d], word('TIME', 80, 22)],
  [[0x093e, 0x093f, 0x0940], word('LOAD', 80, 22)],
  [[0x0941, 0x0942, 0x0943], word('PING', 80, 22)],
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
  [[0x07ef, 0x07f0, 0x07f1], word('HELP', 66, 23)],
  [[0x07d6, 0x07d7, 0x07d8], word('OPTIONS', 66, 23)],
  [[0x07d9, 0x07da, 0x07db], word('LOG OUT', 66, 23)],
  [[0x07dc, 0x07dd, 0x07de], word('JOURNAL', 66, 23)],
  [[0x57b5, 0x57b7, 0x57b6], word('QUESTS', 66, 23)],
  [[0x07df, 0x07e0, 0x07e1], word('SKILLS', 66, 23)],
  [[0x57b2, 0x57b4, 0x57b3], word('GUILD', 66, 23)],
  [[0x07e2, 0x07e3, 0x07e4], word('CHAT', 66, 23)],
  [[0x07e5, 0x07e6, 0x07e7], word('PEACE', 66, 23, RAMPS.moss)],
  [[0x07e8, 0x07e9, 0x07ea], word('WAR', 66, 23, RAMPS.brick)],
  [[0x07eb, 0x07ec, 0x07ed], word('STATUS', 66, 23)],
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
