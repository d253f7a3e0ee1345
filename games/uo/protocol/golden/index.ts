import { general } from './general.ts';
import { items } from './items.ts';
import { mobiles } from './mobiles.ts';
import type { Golden } from './notation.ts';
import { session } from './session.ts';
import { surroundings } from './surroundings.ts';
import { windows } from './windows.ts';

/** All golden bytes of the protocol. */
export const goldens: readonly Golden[] = [
  ...session,
  ...mobiles,
  ...items,
  ...surroundings,
  ...windows,
  ...general,
];
