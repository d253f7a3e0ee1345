import type { Hue } from '../files/hues.ts';
import { packColour } from './tile-tables.ts';

const HUES = 3000;
const SHADES = 32;

type Rgb = readonly [red: number, green: number, blue: number];
type Make = (place: number) => readonly Rgb[];

/**
 * A ramp of 32 shades for every hue number, from dark to light. What clients and rules use by number has its own colours:
 * skins, hair, metals and hides; all others go round the circle of colours. Darks lean to blue, lights to yellow, as the sun's
 * light does.
 */
export function makeHues(): Hue[] {
  return Array.from({ length: HUES }, (_, index) => makeHue(index + 1));
}

/** Hues by their first number, in rising order. Numbers of ores and hides are those that the classics' servers use. */
const RANGES: readonly (readonly [first: number, make: Make])[] = [
  [1, () => ramp('#14141a', 1)],
  [2, circle],
  [1002, (i) => column(SKINS, i)],
  [1059, (i) => grey(i / 43)],
  [1102, (i) => column(HAIRS, i)],
  [1150, (i) => wheel(i * 7.2 + 200, 0.35, 1.1)],
  [1201, (i) => wheel(330 + i * 0.5, 0.5 - (i % 5) * 0.06, 0.7 + (i % 5) * 0.09)],
  [1301, (i) => wheel(215 + (i % 54), 0.6, 0.6 + (i % 6) * 0.09)],
  [1401, (i) => wheel(95 + (i % 54) * 0.9, 0.55, 0.6 + (i % 6) * 0.09)],
  [1501, (i) => wheel(18 + (i % 54) * 0.5, 0.7, 0.6 + (i % 6) * 0.09)],
  [1601, (i) => wheel(350 + (i % 54) * 0.4, 0.7, 0.55 + (i % 6) * 0.1)],
  [1701, (i) => wheel(38 + (i % 54) * 0.4, 0.65, 0.65 + (i % 6) * 0.08)],
  [1755, (i) => wheel(12 + i * 1.4, 0.4, 0.5 + (i % 5) * 0.1)],
  [1780, (i) => wheel(20 + i * 0.7, 0.25, 0.55 + (i % 6) * 0.08)],
  [1901, (i) => wheel(70 + i * 1.2, 0.4, 0.6 + (i % 6) * 0.08)],
  [2001, (i) => wheel(24 + i * 0.6, 0.45, 0.5 + (i % 6) * 0.09)],
  [2101, (i) => wheel(110 + i * 2.2, 0.5, 0.6 + (i % 6) * 0.08)],
  [2201, (i) => wheel(i * 7, 0.3, 0.6 + (i % 6) * 0.08)],
  [2301, (i) => grey(0.4 + (i % 20) / 40)],
  [2401, (i) => wheel(200 + i * 3, 0.12, 0.6 + (i % 6) * 0.08)],
  [2501, (i) => wheel(i * 3.6, 0.85, 0.9)],
  [2601, (i) => wheel(i * 3.6, 0.45, 1)],
  [2701, (i) => wheel(i * 3.6, 0.9, 0.6)],
  [2801, (i) => wheel(i * 3.6, 0.3, 1.1)],
  [2901, (i) => grey(i / 100)],
];

/** What things are made of, and the skins of the pale folk that lie outside of the dyes. */
const MADE_OF: ReadonlyMap<number, string> = new Map([
  [0x0430, '#d4d8d8'],
  [0x0455, '#3c3c48'],
  [0x0480, '#d8d8e0'],
  [0x0481, '#f4f4f4'],
  [0x0482, '#a8dcf4'],
  [0x047e, '#f8f8ff'],
  [0x047f, '#cfe8f4'],
  [0x04a7, '#c8b48c'],
  [0x04a8, '#a0844c'],
  [0x04a9, '#b48a64'],
  [0x04aa, '#8c2c2c'],
  [0x04de, '#ecc8bc'],
  [0x051d, '#b8c4e0'],
  [0x053f, '#c0b4dc'],
  [0x0579, '#b8d0c0'],
  [0x066d, '#c8442c'],
  [0x076b, '#d8c8b0'],
  [0x076c, '#e8d4c0'],
  [0x076d, '#c8b8a4'],
  [0x07da, '#a8783c'],
  [0x0835, '#d0dcc4'],
  [0x0845, '#84643c'],
  [0x0851, '#5c7c3c'],
  [0x089f, '#6c9c5c'],
  [0x08a5, '#d8ac3c'],
  [0x08a8, '#d8c44c'],
  [0x08ab, '#5c84b8'],
  [0x08ac, '#a89064'],
  [0x08b0, '#4c74c8'],
  [0x08fd, '#e8e8ec'],
  [0x0903, '#c4ccd8'],
  [0x0966, '#585864'],
  [0x096d, '#c07840'],
  [0x0972, '#b08840'],
  [0x0973, '#a88c74'],
  [0x0979, '#c8786c'],
]);

function makeHue(number: number): Hue {
  const material = MADE_OF.get(number);
  const [first, make] = RANGES.findLast(([start]) => start <= number)!;
  const shades = material === undefined ? make(number - first) : ramp(material, 1);
  const colours = Uint16Array.from(shades, (rgb) => packColour([...rgb]));
  return { colours, first: colours[0]!, last: colours[SHADES - 1]!, name: `hue ${number}` };
}

/**
 * The dyes: ten rounds of a hundred, each duller than the one before; within them five steps of brightness. Names over heads
 * and lines of text use them by number: 34 is red, 53 yellow, 63 green, 89 blue, 946 grey.
 */
function circle(place: number): readonly Rgb[] {
  const round = Math.floor(place / 100);
  const angle = (place - 32) * 3.6;
  return wheel(angle, 0.8 - round * 0.078, 0.62 + (place % 5) * 0.12);
}

/** A colour by its angle on the circle in degrees, 0 being red, how colourful and how bright it is. */
function wheel(angle: number, colourful: number, bright: number): readonly Rgb[] {
  return Array.from({ length: SHADES }, (_, shade) => {
    const t = (shade + 0.5) / SHADES;
    // Towards blue in the dark, towards yellow in the light, whichever way is shorter.
    const lean = t < 0.5 ? turnTo(angle, 250, (0.5 - t) * 34) : turnTo(angle, 55, (t - 0.5) * 26);
    const light = Math.min(0.95, (0.05 + 0.78 * t ** 1.15) * bright);
    const rich = colourful * (t > 0.75 ? 1 - (t - 0.75) * 1.6 : 1);
    return fromHsl(lean, rich, light);
  });
}

function turnTo(angle: number, goal: number, most: number): number {
  const away = ((goal - angle + 540) % 360) - 180;
  return angle + Math.sign(away) * Math.min(Math.abs(away), most);
}

const grey = (t: number): readonly Rgb[] => wheel(230, 0.06, 0.6 + 0.6 * t);
/** Clients show these hues as columns of eight, from light to dark. Source: classic client rule. */
const COLUMN = 8;
const column = (of: readonly (readonly [light: string, dark: string])[], place: number): readonly Rgb[] => {
  const [light, dark] = of[Math.min(of.length - 1, Math.floor(place / COLUMN))]!;
  return ramp(blend(light, dark, (place % COLUMN) / (COLUMN - 1)), 1);
};
/** Rosy, fair, golden, olive, copper, brown, dark. */
const SKINS = [
  ['#f8d4bc', '#b87858'],
  ['#f6d8b8', '#b48058'],
  ['#f0cc9c', '#a87848'],
  ['#e4c094', '#8c6840'],
  ['#dca078', '#804c30'],
  ['#c08860', '#5c3820'],
  ['#9c6848', '#3c2418'],
] as const;
/** Ash to black, blond, honey, brown, chestnut, red. */
const HAIRS = [
  ['#b09a80', '#1c1a1e'],
  ['#f0d890', '#8c6830'],
  ['#d8a858', '#6c4420'],
  ['#a87848', '#3c2414'],
  ['#a05c34', '#40180c'],
  ['#d86830', '#701c10'],
] as const;

const parse = (hex: string): Rgb => {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
};
function blend(from: string, to: string, t: number): string {
  const [a, b] = [parse(from), parse(to)];
  return `#${a
    .map((each, i) =>
      Math.round(each + (b[i]! - each) * t)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

/** Shades of a material whose middle light is `hex`: violet shadows below it, warm light above. */
function ramp(hex: string, bright: number): readonly Rgb[] {
  const base = parse(hex);
  const dark: Rgb = [base[0] * 0.16 + 8, base[1] * 0.11 + 4, base[2] * 0.17 + 12];
  const light: Rgb = [base[0] * 0.45 + 140, base[1] * 0.45 + 134, base[2] * 0.45 + 112];
  return Array.from({ length: SHADES }, (_, shade) => {
    const t = (shade + 0.5) / SHADES;
    const [from, to, part] = t < 0.68 ? [dark, base, t / 0.68] : [base, light, (t - 0.68) / 0.32];
    const at = (i: 0 | 1 | 2): number =>
      Math.max(0, Math.min(255, Math.round((from[i] + (to[i] - from[i]) * part) * bright)));
    return [at(0), at(1), at(2)];
  });
}

function fromHsl(angle: number, colourful: number, light: number): Rgb {
  const wide = colourful * Math.min(light, 1 - light);
  const channel = (offset: number): number => {
    const k = (((angle / 30 + offset) % 12) + 12) % 12;
    return Math.round(255 * (light - wide * Math.max(-1, Math.min(k - 3, 9 - k, 1))));
  };
  return [channel(0), channel(8), channel(4)];
}
