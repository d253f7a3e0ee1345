/** Shades of each ramp, from dark to light. Darks lean to blue and violet, lights to yellow: the sun is warm. */
const SHADES: Readonly<Record<string, string>> = {
  ink: '100c18 1c1624 2c2434 40384a 5a5264 787284',
  grass: '1c3226 2a4a2c 3c6232 52793a 6f9446 97b45e',
  leaf: '12261f 1b3a28 285230 3b6c36 59893e 86aa50',
  pine: '0e201f 15302c 1f4438 2e5a44 477650 6c9664',
  moss: '20261a 343a22 4c522c 686c38 888a4a a8a868',
  dirt: '2c1e1c 452f28 5f4434 7a5b42 967555 b5966e',
  stone: '24222c 3a3842 54525a 727074 969390 bab6a8',
  slate: '1a222e 2a3644 3d4c5c 576878 788a94 a2b0b2',
  sand: '54402f 7a6044 a0835a c0a274 dac294 f0deb6',
  water: '122240 1a3659 255078 34709a 5498b8 90c8d4',
  wood: '24160f 3e261a 5a3924 775032 966c44 b88e5e',
  oak: '3a2414 5c3c20 805a2e a47a40 c49c5a e2c084',
  plaster: '5a4e4a 827468 a89a86 cabc9e e4d8ba f6eeda',
  gold: '482c12 74501c a07828 caa23c eaca60 fcf0a8',
  iron: '1a1e28 323a46 525c6a 7c8894 aeb8be e8eeec',
  brick: '381618 5a2620 7e3c2c a0563c c07852 dca078',
  red: '360e1c 5c1424 8c1e2c bc3434 de5e48 f49c7a',
  blue: '141836 20285a 304088 4a64b4 7694d4 acc8ee',
  violet: '22123a 3c1e5a 5e3282 8652aa b080ce dab4ec',
  cloth: '181818 383838 5a5a5a 848484 b0b0b0 dedede',
  skin: '46221e 70402e 9e6444 c68c62 e4b48a f6d8b6',
  snow: '5a688a 8092b0 a8b8d0 cad6e4 e6eef2 fcfcfa',
  fire: '541408 962c0c d25818 f49030 fcc850 fcf4b4',
  jade: '0c2a2e 144c4c 1e7870 3ca694 78d4b8 c4f4dc',
};

export const RAMP_LENGTH = 6;

/** A ramp is the palette index of its darkest shade; the lighter ones follow. */
export type Ramp = number;

const names = Object.keys(SHADES);
const ramp = (name: string): Ramp => 1 + names.indexOf(name) * RAMP_LENGTH;

export const RAMPS = {
  ink: ramp('ink'),
  grass: ramp('grass'),
  leaf: ramp('leaf'),
  pine: ramp('pine'),
  moss: ramp('moss'),
  dirt: ramp('dirt'),
  stone: ramp('stone'),
  slate: ramp('slate'),
  sand: ramp('sand'),
  water: ramp('water'),
  wood: ramp('wood'),
  oak: ramp('oak'),
  plaster: ramp('plaster'),
  gold: ramp('gold'),
  iron: ramp('iron'),
  brick: ramp('brick'),
  red: ramp('red'),
  blue: ramp('blue'),
  violet: ramp('violet'),
  /** Pure greys, which clients recolour where a thing is dyed. */
  cloth: ramp('cloth'),
  skin: ramp('skin'),
  snow: ramp('snow'),
  fire: ramp('fire'),
  jade: ramp('jade'),
} as const;

export type RampName = keyof typeof RAMPS;

/** Palette index of nothing at all. */
export const CLEAR = 0;
/** Pure green, which clients look for on the border of a cursor: it tells them the pixel that points. Never seen. */
export const CURSOR_MARK = 1 + names.length * RAMP_LENGTH;
/** Nearly black: clients draw the land where the radar's gump has this colour, 0x0421, and nowhere else. */
export const RADAR_MARK = CURSOR_MARK + 1;
/** The darkest outline. */
export const INK = RAMPS.ink;

/**
 * The palette as the 16-bit colours of client files: bit 15 says opaque, then 5 bits each of red, green and blue. Element 0
 * is 0, transparent. No other is 0 in its low 15 bits, which some clients would not draw.
 */
export const PALETTE: Uint16Array = Uint16Array.from([
  0,
  ...names.flatMap((name) => SHADES[name]!.split(' ').map((hex) => pack(Number.parseInt(hex, 16)))),
  0x83e0,
  0x8421,
]);

function pack(rgb: number): number {
  const five = (value: number): number => Math.min(31, Math.round((value * 31) / 255));
  return 0x8000 | (five(rgb >> 16) << 10) | (five((rgb >> 8) & 255) << 5) | five(rgb & 255);
}

/** Palette index of a shade of a ramp; `level` 0 is darkest, 5 lightest, and what lies beyond is clamped. */
export function shade(of: Ramp, level: number): number {
  return of + (level <= 0 ? 0 : level >= 5 ? 5 : Math.round(level));
}

/** The ramp that a palette index belongs to. */
export function rampOf(index: number): Ramp {
  return index - ((index - 1) % RAMP_LENGTH);
}

/** The same ramp, lighter or darker by whole steps. Nothing stays nothing. */
export function shift(index: number, steps: number): number {
  if (index === CLEAR) return CLEAR;
  const of = rampOf(index);
  return of + Math.max(0, Math.min(RAMP_LENGTH - 1, index - of + steps));
}
