import { RAMPS, shade } from '../../palette.ts';
import type { Matter } from '../clay.ts';
import { BONE, DARK_LEATHER, LEATHER } from '../wear/matters.ts';
import type { Motion } from './gaits.ts';
import type { FourLegs } from './quadruped.ts';

export interface Animal {
  readonly shape: FourLegs;
  readonly motion: Motion;
}

export const coat = (ramp: number, bias = 0): Matter => ({ ramp, bias });
export const INK = coat(RAMPS.ink, 0.3);
export const PINK: Matter = { ramp: RAMPS.skin, bias: 0.9, contrast: 0.8 };
export const WHITE: Matter = { ramp: RAMPS.snow, bias: -0.2 };
export const GREY = coat(RAMPS.stone);
export const BROWN = coat(RAMPS.wood, 0.4);
export const TAWNY = coat(RAMPS.oak, 0.2);
export const SAND = coat(RAMPS.sand, 0.2);
export const BLACK = coat(RAMPS.ink, 0.6);
/** Patches, fixed to the picture's middle so that they go with the body. */
export const patched = (base: Matter, x: number, y: number): Matter => ({
  ...base,
  grain: (i, j) => (Math.sin(i * x + 1.3) + Math.cos(j * y + 0.4) + Math.sin((i + j) * 0.35) > 0.9 ? -4 : 0),
});
export const dappled = (base: Matter): Matter => ({
  ...base,
  grain: (i, j) => ((i * 3 + j * 7) % 13 === 0 ? 1 : (i * 5 + j * 2) % 11 === 0 ? -1 : 0),
});
export const striped = (base: Matter): Matter => ({
  ...base,
  grain: (i, j) => (Math.floor((i + j * 0.6) / 2) % 3 === 0 ? -1 : 0),
});
export const spotted = (base: Matter): Matter => ({
  ...base,
  grain: (i, j) => ((i + (j >> 1) * 2) % 5 === 0 && j % 3 === 0 ? -2 : 0),
});

export const HORSE: FourLegs = {
  height: 30.5,
  length: 31,
  width: 3.4,
  breast: 6.6,
  belly: 6.3,
  rump: 6.6,
  leg: 1.75,
  neck: 12.5,
  rise: 0.95,
  throat: 3.4,
  skull: 3.5,
  snout: 6,
  muzzle: 2.2,
  ear: 2.6,
  tail: 15,
  tailThick: 1.9,
  tailUp: -1,
  coat: BROWN,
  hoof: INK,
};
export const horse = (matter: Matter, mane: Matter, legs?: Matter): Animal => ({
  shape: { ...HORSE, coat: matter, mane, saddle: LEATHER, ...(legs ? { legs } : {}) },
  motion: { step: 15, leap: 26, lift: 4, graze: 1.3, rears: true },
});
export const DOG: FourLegs = {
  height: 15,
  length: 18,
  width: 2.1,
  breast: 3.9,
  belly: 3.2,
  rump: 3.3,
  leg: 1.15,
  neck: 4.4,
  rise: 0.8,
  throat: 2.2,
  skull: 2.9,
  snout: 3.2,
  muzzle: 1.45,
  ear: 1.9,
  tail: 8,
  tailThick: 0.95,
  tailUp: 0.6,
  coat: TAWNY,
};
export const PREDATOR: Motion = { step: 9, leap: 17, lift: 2.6, graze: 1.2 };
export const wolf = (matter: Matter, under: Matter, size = 1): Animal => ({
  shape: scaled(
    {
      ...DOG,
      height: 17,
      length: 20,
      breast: 4.5,
      tailUp: -0.45,
      tailThick: 1.6,
      tail: 9,
      ear: 2.4,
      snout: 3.8,
      coat: matter,
      under,
      legs: under,
      nose: INK,
    },
    size,
  ),
  motion: PREDATOR,
});
export const cat = (matter: Matter, size: number, more: Partial<FourLegs> = {}): Animal => ({
  shape: scaled(
    {
      ...DOG,
      height: 9,
      length: 13,
      width: 1.5,
      breast: 2.5,
      belly: 2.4,
      rump: 2.5,
      leg: 0.85,
      neck: 2.2,
      throat: 1.6,
      skull: 2.3,
      snout: 0.9,
      muzzle: 1.1,
      ear: 1.5,
      earWide: 0.8,
      tail: 9,
      tailThick: 0.75,
      tailUp: 0.8,
      coat: matter,
      ...more,
    },
    size,
  ),
  motion: { step: 5 * size, leap: 11 * size, lift: 1.6 * size, graze: 1.1 },
});
const BEAR: FourLegs = {
  height: 20,
  length: 26,
  width: 3.8,
  breast: 7.4,
  belly: 7.6,
  rump: 7.2,
  leg: 2.5,
  neck: 4,
  rise: 0.35,
  throat: 4.6,
  skull: 4.4,
  snout: 3.2,
  muzzle: 2.1,
  ear: 1.3,
  earWide: 1.2,
  tail: 2,
  tailThick: 1.2,
  tailUp: -0.5,
  hump: 0.6,
  coat: BROWN,
  nose: INK,
};
export const bear = (matter: Matter, nose: Matter, size = 1): Animal => ({
  shape: scaled({ ...BEAR, coat: matter, nose }, size),
  motion: { step: 10, leap: 16, lift: 2.6, graze: 0.9, rears: true },
});
const COW: FourLegs = {
  height: 25,
  length: 31,
  width: 4,
  breast: 7.6,
  belly: 8,
  rump: 7.4,
  leg: 1.9,
  neck: 7,
  rise: 0.35,
  throat: 4,
  skull: 4,
  snout: 4.4,
  muzzle: 2.8,
  ear: 2,
  earWide: 1,
  tail: 14,
  tailThick: 0.8,
  tailUp: -1,
  coat: BROWN,
  nose: PINK,
  hoof: INK,
  horn: BONE,
  horns: 'cow',
  hump: -0.6,
};
export const cow = (matter: Matter, size = 1, more: Partial<FourLegs> = {}): Animal => ({
  shape: scaled({ ...COW, coat: matter, ...more }, size),
  motion: { step: 12, leap: 18, lift: 3, graze: 1 },
});
export const DEER: FourLegs = {
  height: 23,
  length: 22,
  width: 2.3,
  breast: 4.6,
  belly: 4.3,
  rump: 4.5,
  leg: 1.1,
  neck: 8.6,
  rise: 1.05,
  throat: 2.1,
  skull: 2.5,
  snout: 3.2,
  muzzle: 1.4,
  ear: 3,
  earWide: 0.9,
  tail: 3,
  tailThick: 1.1,
  tailUp: 0.2,
  coat: TAWNY,
  under: SAND,
  nose: INK,
  hoof: INK,
};
export const DEER_MOTION: Motion = { step: 11, leap: 22, lift: 4, graze: 1.7 };
export const RAT: FourLegs = {
  height: 6,
  length: 10,
  width: 1.3,
  breast: 2.1,
  belly: 2.5,
  rump: 2.6,
  leg: 0.7,
  neck: 1.2,
  rise: 0.1,
  throat: 1.6,
  skull: 1.8,
  snout: 2,
  muzzle: 0.9,
  ear: 1,
  earWide: 0.9,
  tail: 9,
  tailThick: 0.55,
  tailUp: -0.1,
  coat: GREY,
  nose: PINK,
  mane: PINK,
};
export const LIZARD: FourLegs = {
  height: 8,
  length: 24,
  width: 2.6,
  breast: 3.4,
  belly: 3.9,
  rump: 3.5,
  leg: 1.3,
  neck: 3,
  rise: 0,
  throat: 2.7,
  skull: 2.8,
  snout: 5.6,
  muzzle: 1.8,
  ear: 0.1,
  tail: 18,
  tailThick: 2.3,
  tailUp: -0.12,
  sprawl: 3,
  coat: coat(RAMPS.moss),
  under: SAND,
  spikes: coat(RAMPS.moss, -1),
};
const DRAGON: FourLegs = {
  height: 34,
  length: 42,
  width: 6,
  breast: 9.4,
  belly: 9.4,
  rump: 9,
  leg: 3,
  neck: 21,
  rise: 0.95,
  throat: 4.2,
  skull: 5.2,
  snout: 7,
  muzzle: 3,
  ear: 4.4,
  earWide: 1.4,
  tail: 36,
  tailThick: 4,
  tailUp: -0.35,
  coat: coat(RAMPS.red),
  under: coat(RAMPS.sand),
  horns: 'goat',
  horn: BONE,
  eyes: shade(RAMPS.gold, 5),
  wings: coat(RAMPS.red, -0.4),
  spikes: coat(RAMPS.red, -1.2),
  hoof: BONE,
};
export const dragon = (ramp: number, size: number, under = RAMPS.sand, bias = 0): Animal => ({
  shape: scaled(
    {
      ...DRAGON,
      coat: coat(ramp, bias),
      under: coat(under),
      wings: coat(ramp, bias - 0.5),
      spikes: coat(ramp, bias - 1.3),
    },
    size,
  ),
  motion: { step: 15 * size, leap: 24 * size, lift: 4.5 * size, graze: 1.3 },
});

/** The same shape, larger or smaller. */
export function scaled(shape: FourLegs, by: number): FourLegs {
  const changed: Record<string, unknown> = { ...shape };
  for (const key of [
    'height',
    'length',
    'width',
    'breast',
    'belly',
    'rump',
    'leg',
    'neck',
    'throat',
    'skull',
    'snout',
    'muzzle',
    'ear',
    'earWide',
    'tail',
    'tailThick',
    'hump',
    'sprawl',
  ]) {
    if (typeof changed[key] === 'number') changed[key] = (changed[key] as number) * by;
  }
  return changed as unknown as FourLegs;
}

export const LAMB_WHITE: Matter = { ramp: RAMPS.plaster, bias: 0.2 };
export const SHEEP: FourLegs = {
  height: 15,
  length: 17,
  width: 2.4,
  breast: 4.6,
  belly: 5.2,
  rump: 4.8,
  leg: 1.1,
  neck: 3.4,
  rise: 0.5,
  throat: 2.6,
  skull: 2.6,
  snout: 2.4,
  muzzle: 1.5,
  ear: 2,
  earWide: 0.9,
  lop: true,
  tail: 3,
  tailThick: 1.2,
  tailUp: -0.8,
  coat: LAMB_WHITE,
  legs: DARK_LEATHER,
  nose: DARK_LEATHER,
  mane: LAMB_WHITE,
  wool: true,
};
export const GRAZER: Motion = { step: 7, leap: 13, lift: 2.2, graze: 1.2 };
export const GOAT: FourLegs = {
  ...DEER,
  height: 17,
  length: 18,
  neck: 5,
  rise: 0.8,
  breast: 4.2,
  belly: 4.2,
  rump: 4,
  coat: { ramp: RAMPS.plaster, bias: -0.6 },
  under: { ramp: RAMPS.plaster, bias: 0 },
  horns: 'goat',
  horn: GREY,
  tailUp: 0.6,
};

/** A coat with light spots. */
export function spottedBack(shape: FourLegs): FourLegs {
  return {
    ...shape,
    height: 21,
    coat: { ...shape.coat, grain: (i, j) => ((i * 2 + j * 3) % 9 === 0 ? 2 : 0) },
  };
}
