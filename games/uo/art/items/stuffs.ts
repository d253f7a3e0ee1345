import type { Graphic } from '../graphics.ts';
import { chance } from '../noise.ts';
import { RAMPS, type Ramp } from '../palette.ts';

const { blue, brick, cloth, dirt, gold, grass, ink, iron, oak, plaster, red, sand, snow, violet } = RAMPS;

/** What a worn thing is made of: changes the light of a pixel. */
export type Weave = (x: number, y: number) => number;

export const smooth: Weave = () => 0;
const folds: Weave = (x, y) => (Math.abs(x + y * 0.25) % 7 < 1 ? -0.8 : 0);
const mail: Weave = (x, y) => ((Math.floor(x / 2) + Math.floor(y / 2)) % 2 === 0 ? 0.7 : -0.8);
const rings: Weave = (x, y) =>
  x % 4 === 0 && y % 4 === 0 ? 1.4 : (x % 4 === 1 && y % 4 === 0) || (x % 4 === 0 && y % 4 === 1) ? -0.9 : 0;
const studs: Weave = (x, y) => (x % 5 === 1 && y % 5 === 1 ? 2.2 : x % 5 === 2 && y % 5 === 2 ? -1 : 0);
const plates: Weave = (_x, y) => (y % 8 === 0 ? -1.6 : y % 8 === 1 ? 0.9 : 0);
export const scales: Weave = (x, y) =>
  (x + (Math.floor(y / 4) % 2) * 3) % 6 === 0 || y % 4 === 0 ? -1.1 : 0.2;
const ribs: Weave = (x, y) => (y % 5 < 2 && Math.abs(x - 22) > 2 ? -2.2 : 0.4);
const fur: Weave = (x, y) => (chance(x, Math.floor(y / 2), 3) - 0.5) * 1.8;

export interface Stuff {
  readonly ramp: Ramp;
  readonly weave: Weave;
  readonly trim?: Ramp;
}

const STUFFS: readonly (readonly [word: string, stuff: Stuff])[] = [
  ['chainmail', { ramp: iron, weave: mail }],
  ['ringmail', { ramp: iron, weave: rings }],
  ['plate', { ramp: iron, weave: plates, trim: gold }],
  ['close helm', { ramp: iron, weave: smooth }],
  ['norse', { ramp: iron, weave: smooth, trim: gold }],
  ['bascinet', { ramp: iron, weave: smooth }],
  ['helmet', { ramp: iron, weave: smooth }],
  ['dragon', { ramp: brick, weave: scales, trim: gold }],
  ['studded', { ramp: dirt, weave: studs }],
  ['leather', { ramp: dirt, weave: smooth }],
  ['bone', { ramp: plaster, weave: ribs }],
  ['orc', { ramp: grass, weave: smooth }],
  ['decorative armor', { ramp: iron, weave: plates, trim: gold }],
  ['fur', { ramp: sand, weave: fur }],
  ['straw', { ramp: gold, weave: mail }],
  ['gilded', { ramp: plaster, weave: folds, trim: gold }],
  ['gold', { ramp: gold, weave: smooth }],
  ['wedding', { ramp: snow, weave: folds }],
  ['weddig', { ramp: snow, weave: folds }],
  ['bridal', { ramp: snow, weave: folds }],
  ['royal', { ramp: violet, weave: folds, trim: gold }],
  ['noble', { ramp: blue, weave: folds, trim: gold }],
  ['knightly', { ramp: red, weave: folds, trim: iron }],
  ['death', { ramp: ink, weave: folds }],
  ['gm robe', { ramp: red, weave: folds, trim: gold }],
  ['jester', { ramp: red, weave: folds, trim: gold }],
  ['executioner', { ramp: ink, weave: smooth }],
  ['jin-baori', { ramp: red, weave: folds, trim: gold }],
  ['kimono', { ramp: blue, weave: folds, trim: plaster }],
  ['kasa', { ramp: oak, weave: mail }],
  ['hakama', { ramp: ink, weave: folds }],
  ['obi', { ramp: red, weave: mail, trim: gold }],
  ['gargish', { ramp: violet, weave: folds, trim: gold }],
  ['gargoyle', { ramp: violet, weave: folds, trim: gold }],
  ['floral', { ramp: grass, weave: fur, trim: red }],
  ['flower', { ramp: grass, weave: fur, trim: red }],
];

/** Undyed cloth: grey, so that any dye shows; a few natural tones keep the wardrobe from being dull. */
const CLOTHES: readonly Ramp[] = [cloth, plaster, sand, cloth, dirt];

/** The material of a worn thing, by its name. */
export function stuffOf({ id, name }: Graphic): Stuff {
  return (
    STUFFS.find(([word]) => name.includes(word))?.[1] ?? {
      ramp: CLOTHES[(id >> 1) % CLOTHES.length]!,
      weave: folds,
    }
  );
}
