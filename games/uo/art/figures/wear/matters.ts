import { RAMPS } from '../../palette.ts';
import type { Matter } from '../clay.ts';

/** Grey: clients dye it. */
export const CLOTH: Matter = { ramp: RAMPS.cloth, bias: 0.35 };
export const DARK_CLOTH: Matter = { ramp: RAMPS.cloth, bias: -0.9, contrast: 0.8 };
export const PALE_CLOTH: Matter = { ramp: RAMPS.cloth, bias: 1.1, contrast: 0.8 };
export const TRIM: Matter = { ramp: RAMPS.gold, bias: 0 };
export const LEATHER: Matter = { ramp: RAMPS.wood, bias: 0.45 };
export const DARK_LEATHER: Matter = { ramp: RAMPS.dirt, bias: -0.5, contrast: 0.8 };
export const TAN: Matter = { ramp: RAMPS.oak, bias: 0.1 };
/** Leather with a nail in every third place, like the pips on dice. */
export const STUDDED: Matter = {
  ramp: RAMPS.wood,
  bias: 0,
  contrast: 0.8,
  grain: (x, y) => ((x + (y >> 1) * 3) % 4 === 0 && y % 2 === 0 ? 2 : 0),
};
export const RING: Matter = {
  ramp: RAMPS.iron,
  bias: -0.35,
  contrast: 0.8,
  grain: (x, y) => ((x + y) % 3 === 0 && y % 2 === 0 ? 1 : (x + y) % 2 === 0 ? 0 : -1),
};
export const CHAIN: Matter = {
  ramp: RAMPS.iron,
  bias: 0.1,
  contrast: 0.75,
  grain: (x, y) => ((x + y) % 2 === 0 ? 0 : -1),
};
export const PLATE: Matter = { ramp: RAMPS.iron, bias: 0.15, contrast: 1.35 };
export const DARK_IRON: Matter = { ramp: RAMPS.iron, bias: -0.7 };
export const STEEL: Matter = { ramp: RAMPS.iron, bias: 1.2, contrast: 0.9 };
export const BONE: Matter = { ramp: RAMPS.plaster, bias: 0.3, contrast: 1.1 };
/** Scales in rows, grey to be coloured as their dragon was. */
export const SCALE: Matter = {
  ramp: RAMPS.cloth,
  bias: 0.3,
  contrast: 1.1,
  grain: (x, y) => ((x + ((y >> 1) & 1)) % 3 === 0 || y % 2 === 0 ? -1 : 1),
};
export const GOLD: Matter = { ramp: RAMPS.gold, bias: 0.4 };
export const BRONZE: Matter = { ramp: RAMPS.brick, bias: 0.5, contrast: 1.1 };
export const SILVER: Matter = { ramp: RAMPS.cloth, bias: 1.2 };
export const WOOD: Matter = { ramp: RAMPS.wood, bias: 0.5 };
export const PALE_WOOD: Matter = { ramp: RAMPS.oak, bias: 0.4 };
export const BLACK_WOOD: Matter = { ramp: RAMPS.ink, bias: 0.2 };
export const STRAW: Matter = {
  ramp: RAMPS.sand,
  bias: 0.4,
  grain: (x, y) => ((x + 2 * y) % 5 === 0 ? -1 : 0),
};
export const FUR: Matter = {
  ramp: RAMPS.dirt,
  bias: 0,
  grain: (x, y) => ((x * 3 + y * 5) % 7 === 0 ? -1 : (x * 5 + y * 3) % 7 === 0 ? 1 : 0),
};
export const RED: Matter = { ramp: RAMPS.red, bias: 0 };
export const BLUE: Matter = { ramp: RAMPS.blue, bias: 0 };
export const GREEN: Matter = { ramp: RAMPS.leaf, bias: 0.4 };
export const ORC_SKIN: Matter = { ramp: RAMPS.moss, bias: 0.2 };
export const FLAME: Matter = { ramp: RAMPS.fire, bias: 1.4 };
export const INK_MATTER: Matter = { ramp: RAMPS.ink, bias: -1, contrast: 0.5 };
