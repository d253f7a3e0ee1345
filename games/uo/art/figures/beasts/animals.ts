import { RAMPS, shade } from '../../palette.ts';
import type { Matter } from '../clay.ts';
import { BONE, DARK_LEATHER, LEATHER } from '../wear/matters.ts';
import type { Motion } from './gaits.ts';
import type { FourLegs } from './quadruped.ts';

export interface Animal {
  readonly shape: FourLegs;
  readonly motion: Motion;
}

const coat = (ramp: number, bias = 0): Matter => ({ ramp, bias });
const INK = coat(RAMPS.ink, 0.3);
const PINK: Matter = { ramp: RAMPS.skin, bias: 0.9, contrast: 0.8 };
const WHITE: Matter = { ramp: RAMPS.snow, bias: -0.2 };
const GREY = coat(RAMPS.stone);
const BROWN = coat(RAMPS.wood, 0.4);
const TAWNY = coat(RAMPS.oak, 0.2);
const SAND = coat(RAMPS.sand, 0.2);
const BLACK = coat(RAMPS.ink, 0.6);
/** Patches, fixed to the picture's middle so that they go with the body. */
const patched = (base: Matter, x: number, y: number): Matter => ({
  ...base,
  grain: (i, j) => (Math.sin(i * x + 1.3) + Math.cos(j * y + 0.4) + Math.sin((i + j) * 0.35) > 0.9 ? -4 : 0),
});
const dappled = (base: Matter): Matter => ({ ...base, grain: (i, j) => ((i * 3 + j * 7) % 13 === 0 ? 1 : (i * 5 + j * 2) % 11 === 0 ? -1 : 0) });
const striped = (base: Matter): Matter => ({ ...base, grain: (i, j) => (Math.floor((i + j * 0.6) / 2) % 3 === 0 ? -1 : 0) });
const spotted = (base: Matter): Matter => ({ ...base, grain: (i, j) => ((i + (j >> 1) * 2) % 5 === 0 && j % 3 === 0 ? -2 : 0) });

const HORSE: FourLegs = {
  height: 30.5, length: 31, width: 3.4, breast: 6.6, belly: 6.3, rump: 6.6, leg: 1.75, neck: 12.5, rise: 0.95, throat: 3.4,
  skull: 3.5, snout: 6, muzzle: 2.2, ear: 2.6, tail: 15, tailThick: 1.9, tailUp: -1, coat: BROWN, hoof: INK,
};
const horse = (matter: Matter, mane: Matter, legs?: Matter): Animal => ({
  shape: { ...HORSE, coat: matter, mane, saddle: LEATHER, ...(legs ? { legs } : {}) },
  motion: { step: 15, leap: 26, lift: 4, graze: 1.3, rears: true },
});
const DOG: FourLegs = {
  height: 15, length: 18, width: 2.1, breast: 3.9, belly: 3.2, rump: 3.3, leg: 1.15, neck: 4.4, rise: 0.8, throat: 2.2,
  skull: 2.9, snout: 3.2, muzzle: 1.45, ear: 1.9, tail: 8, tailThick: 0.95, tailUp: 0.6, coat: TAWNY,
};
const PREDATOR: Motion = { step: 9, leap: 17, lift: 2.6, graze: 1.2 };
const wolf = (matter: Matter, under: Matter, size = 1): Animal => ({
  shape: scaled({ ...DOG, height: 17, length: 20, breast: 4.5, tailUp: -0.45, tailThick: 1.6, tail: 9, ear: 2.4, snout: 3.8, coat: matter, under, legs: under, nose: INK }, size),
  motion: PREDATOR,
});
const cat = (matter: Matter, size: number, more: Partial<FourLegs> = {}): Animal => ({
  shape: scaled(
    { ...DOG, height: 9, length: 13, width: 1.5, breast: 2.5, belly: 2.4, rump: 2.5, leg: 0.85, neck: 2.2, throat: 1.6, skull: 2.3, snout: 0.9, muzzle: 1.1, ear: 1.5, earWide: 0.8, tail: 9, tailThick: 0.75, tailUp: 0.8, coat: matter, ...more },
    size,
  ),
  motion: { step: 5 * size, leap: 11 * size, lift: 1.6 * size, graze: 1.1 },
});
const BEAR: FourLegs = {
  height: 20, length: 26, width: 3.8, breast: 7.4, belly: 7.6, rump: 7.2, leg: 2.5, neck: 4, rise: 0.35, throat: 4.6,
  skull: 4.4, snout: 3.2, muzzle: 2.1, ear: 1.3, earWide: 1.2, tail: 2, tailThick: 1.2, tailUp: -0.5, hump: 0.6, coat: BROWN, nose: INK,
};
const bear = (matter: Matter, nose: Matter, size = 1): Animal => ({
  shape: scaled({ ...BEAR, coat: matter, nose }, size),
  motion: { step: 10, leap: 16, lift: 2.6, graze: 0.9, rears: true },
});
const COW: FourLegs = {
  height: 25, length: 31, width: 4, breast: 7.6, belly: 8, rump: 7.4, leg: 1.9, neck: 7, rise: 0.35, throat: 4,
  skull: 4, snout: 4.4, muzzle: 2.8, ear: 2, earWide: 1, tail: 14, tailThick: 0.8, tailUp: -1, coat: BROWN, nose: PINK, hoof: INK, horn: BONE, horns: 'cow', hump: -0.6,
};
const cow = (matter: Matter, size = 1, more: Partial<FourLegs> = {}): Animal => ({ shape: scaled({ ...COW, coat: matter, ...more }, size), motion: { step: 12, leap: 18, lift: 3, graze: 1 } });
const DEER: FourLegs = {
  height: 23, length: 22, width: 2.3, breast: 4.6, belly: 4.3, rump: 4.5, leg: 1.1, neck: 8.6, rise: 1.05, throat: 2.1,
  skull: 2.5, snout: 3.2, muzzle: 1.4, ear: 3, earWide: 0.9, tail: 3, tailThick: 1.1, tailUp: 0.2, coat: TAWNY, under: SAND, nose: INK, hoof: INK,
};
const DEER_MOTION: Motion = { step: 11, leap: 22, lift: 4, graze: 1.7 };
const RAT: FourLegs = {
  height: 6, length: 10, width: 1.3, breast: 2.1, belly: 2.5, rump: 2.6, leg: 0.7, neck: 1.2, rise: 0.1, throat: 1.6,
  skull: 1.8, snout: 2, muzzle: 0.9, ear: 1, earWide: 0.9, tail: 9, tailThick: 0.55, tailUp: -0.1, coat: GREY, nose: PINK, mane: PINK,
};
const LIZARD: FourLegs = {
  height: 8, length: 24, width: 2.6, breast: 3.4, belly: 3.9, rump: 3.5, leg: 1.3, neck: 3, rise: 0, throat: 2.7,
  skull: 2.8, snout: 5.6, muzzle: 1.8, ear: 0.1, tail: 18, tailThick: 2.3, tailUp: -0.12, sprawl: 3, coat: coat(RAMPS.moss), under: SAND, spikes: coat(RAMPS.moss, -1),
};
const DRAGON: FourLegs = {
  height: 34, length: 42, width: 6, breast: 9.4, belly: 9.4, rump: 9, leg: 3, neck: 21, rise: 0.95, throat: 4.2,
  skull: 5.2, snout: 7, muzzle: 3, ear: 4.4, earWide: 1.4, tail: 36, tailThick: 4, tailUp: -0.35, coat: coat(RAMPS.red), under: coat(RAMPS.sand), horns: 'goat', horn: BONE,
  eyes: shade(RAMPS.gold, 5), wings: coat(RAMPS.red, -0.4), spikes: coat(RAMPS.red, -1.2), hoof: BONE,
};
const dragon = (ramp: number, size: number, under = RAMPS.sand, bias = 0): Animal => ({
  shape: scaled({ ...DRAGON, coat: coat(ramp, bias), under: coat(under), wings: coat(ramp, bias - 0.5), spikes: coat(ramp, bias - 1.3) }, size),
  motion: { step: 15 * size, leap: 24 * size, lift: 4.5 * size, graze: 1.3 },
});

/** The same shape, larger or smaller. */
function scaled(shape: FourLegs, by: number): FourLegs {
  const changed: Record<string, unknown> = { ...shape };
  for (const key of ['height', 'length', 'width', 'breast', 'belly', 'rump', 'leg', 'neck', 'throat', 'skull', 'snout', 'muzzle', 'ear', 'earWide', 'tail', 'tailThick', 'hump', 'sprawl']) {
    if (typeof changed[key] === 'number') changed[key] = (changed[key] as number) * by;
  }
  return changed as unknown as FourLegs;
}

const LAMB_WHITE: Matter = { ramp: RAMPS.plaster, bias: 0.2 };
const SHEEP: FourLegs = {
  height: 15, length: 17, width: 2.4, breast: 4.6, belly: 5.2, rump: 4.8, leg: 1.1, neck: 3.4, rise: 0.5, throat: 2.6,
  skull: 2.6, snout: 2.4, muzzle: 1.5, ear: 2, earWide: 0.9, lop: true, tail: 3, tailThick: 1.2, tailUp: -0.8, coat: LAMB_WHITE, legs: DARK_LEATHER, nose: DARK_LEATHER, mane: LAMB_WHITE, wool: true,
};
const GRAZER: Motion = { step: 7, leap: 13, lift: 2.2, graze: 1.2 };
const GOAT: FourLegs = { ...DEER, height: 17, length: 18, neck: 5, rise: 0.8, breast: 4.2, belly: 4.2, rump: 4, coat: { ramp: RAMPS.plaster, bias: -0.6 }, under: { ramp: RAMPS.plaster, bias: 0 }, horns: 'goat', horn: GREY, tailUp: 0.6 };

/** Animals on four legs by body. */
export const ANIMALS: ReadonlyMap<number, Animal> = new Map<number, Animal>([
  [200, horse(dappled(BROWN), BLACK)],
  [204, horse(coat(RAMPS.dirt, 0.2), coat(RAMPS.dirt, -1))],
  [226, horse(dappled(coat(RAMPS.stone, 0.6)), coat(RAMPS.stone, -0.6))],
  [228, horse(TAWNY, LAMB_WHITE)],
  [114, { ...horse(BLACK, coat(RAMPS.ink, 1.2)) }],
  [116, { ...horse(BLACK, { ramp: RAMPS.fire, bias: 0.6 }, coat(RAMPS.ink, 0)) }],
  [122, { shape: { ...HORSE, coat: WHITE, mane: { ramp: RAMPS.jade, bias: 0.8 }, horns: 'unicorn', horn: { ramp: RAMPS.gold, bias: 1 } }, motion: { step: 15, leap: 26, lift: 4, graze: 1.3, rears: true } }],
  [220, { shape: { ...DEER, height: 24, neck: 12, rise: 1.25, throat: 2.6, breast: 5.6, belly: 5.8, rump: 5.4, leg: 1.5, coat: LAMB_WHITE, under: LAMB_WHITE, wool: true, saddle: coat(RAMPS.red) }, motion: { step: 11, leap: 19, lift: 3, graze: 1.6 } }],
  [201, cat(striped(TAWNY), 1)],
  [214, cat(BLACK, 1.9, { tailUp: -0.2, eyes: shade(RAMPS.gold, 5) })],
  [63, cat(TAWNY, 1.8, { tailUp: -0.2, under: SAND })],
  [64, cat(spotted(WHITE), 1.8, { tailUp: -0.2 })],
  [65, cat(spotted(LAMB_WHITE), 1.9, { tailUp: -0.2 })],
  [203, { shape: { height: 12, length: 16, width: 2.4, breast: 4.4, belly: 4.9, rump: 4.6, leg: 1.15, neck: 1.6, rise: 0.15, throat: 3.4, skull: 3.1, snout: 2.2, muzzle: 1.5, ear: 1.8, earWide: 1, tail: 3, tailThick: 0.6, tailUp: 0.9, coat: PINK, nose: { ramp: RAMPS.brick, bias: 1.4 }, hoof: DARK_LEATHER }, motion: { step: 6, leap: 10, lift: 1.8, graze: 0.6 } }],
  [205, { shape: { ...RAT, height: 7, length: 8, skull: 2, snout: 0.8, ear: 4, earWide: 0.8, tail: 1.6, tailThick: 1.2, tailUp: 0.5, coat: SAND, nose: PINK, mane: WHITE, rump: 3, neck: 1.6, rise: 0.5 }, motion: { step: 4, leap: 9, lift: 2.4, graze: 0.8 } }],
  [207, { shape: SHEEP, motion: GRAZER }],
  [223, { shape: { ...SHEEP, wool: false, breast: 3.8, belly: 3.8, rump: 3.7, coat: PINK }, motion: GRAZER }],
  [209, { shape: GOAT, motion: GRAZER }],
  [88, { shape: { ...GOAT, coat: WHITE, under: WHITE, horns: 'ram', horn: TAWNY }, motion: GRAZER }],
  [211, bear(coat(RAMPS.ink, 0.8), TAWNY, 0.92)],
  [167, bear(BROWN, DARK_LEATHER)],
  [212, bear(coat(RAMPS.dirt, 0.3), DARK_LEATHER, 1.12)],
  [213, bear(WHITE, INK, 1.12)],
  [215, { shape: scaled({ ...RAT, coat: coat(RAMPS.dirt, 0.1) }, 2.1), motion: { step: 8, leap: 12, lift: 2, graze: 0.7 } }],
  [238, { shape: RAT, motion: { step: 3.4, leap: 6, lift: 1, graze: 0.5 } }],
  [216, cow(patched(LAMB_WHITE, 0.5, 0.45))],
  [231, cow(BROWN)],
  [233, cow(patched(WHITE, 0.42, 0.5))],
  [232, cow(coat(RAMPS.dirt, -0.4), 1.1, { breast: 9.4, hump: 0.6 })],
  [217, { shape: { ...DOG, under: SAND, nose: INK, lop: true, ear: 2.6 }, motion: { ...PREDATOR, step: 8, leap: 15 } }],
  [225, wolf(coat(RAMPS.stone, -0.1), coat(RAMPS.stone, 0.7))],
  [23, wolf(coat(RAMPS.ink, 1), GREY, 1.3)],
  [25, wolf(GREY, coat(RAMPS.stone, 0.8))],
  [27, wolf(GREY, coat(RAMPS.stone, 0.8))],
  [34, wolf(WHITE, WHITE)],
  [37, wolf(coat(RAMPS.dirt, 0.2), SAND)],
  [97, { shape: { ...wolf(coat(RAMPS.red, -0.8), INK, 1.2).shape, mane: { ramp: RAMPS.fire, bias: 0.6 }, eyes: shade(RAMPS.fire, 5) }, motion: PREDATOR }],
  [99, wolf(INK, coat(RAMPS.ink, 1.2))],
  [234, { shape: { ...DEER, height: 25, breast: 5.2, horns: 'stag', horn: BONE, coat: coat(RAMPS.wood, 0.6) }, motion: DEER_MOTION }],
  [237, { shape: spottedBack(DEER), motion: DEER_MOTION }],
  [202, { shape: LIZARD, motion: { step: 6, leap: 9, lift: 1.4, graze: 0.2 } }],
  [206, { shape: { ...scaled(LIZARD, 0.8), coat: coat(RAMPS.fire, -0.6), under: coat(RAMPS.fire, 1), spikes: coat(RAMPS.ink, 0) }, motion: { step: 6, leap: 9, lift: 1.4, graze: 0.2 } }],
  [12, dragon(RAMPS.slate, 1)],
  [59, dragon(RAMPS.red, 1)],
  [60, dragon(RAMPS.stone, 0.72)],
  [61, dragon(RAMPS.brick, 0.72)],
  [46, dragon(RAMPS.violet, 1.15, RAMPS.gold)],
  [49, dragon(RAMPS.snow, 1.1, RAMPS.plaster, -0.6)],
]);

function spottedBack(shape: FourLegs): FourLegs {
  return { ...shape, height: 21, coat: { ...shape.coat, grain: (i, j) => ((i * 2 + j * 3) % 9 === 0 ? 2 : 0) } };
}
