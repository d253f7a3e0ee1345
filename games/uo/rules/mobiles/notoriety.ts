import type { Mobile } from './mobile.ts';

/** How others may treat a mobile; the client colours its name by it. */
export const Notoriety = {
  innocent: 1,
  ally: 2,
  attackable: 3,
  criminal: 4,
  enemy: 5,
  murderer: 6,
  invulnerable: 7,
} as const;
export type Notoriety = (typeof Notoriety)[keyof typeof Notoriety];

/** Notoriety of a mobile, the same for every viewer as long as there are no guilds. */
export function notorietyOf(mobile: Mobile): Notoriety {
  if (mobile.invulnerable) return Notoriety.invulnerable;
  if (mobile.criminal) return Notoriety.criminal;
  return Notoriety.innocent;
}

/** Hue of a name label by notoriety, as the classic client colours them. */
export const notorietyHues: Readonly<Record<Notoriety, number>> = {
  1: 0x59,
  2: 0x3f,
  3: 0x3b2,
  4: 0x3b2,
  5: 0x90,
  6: 0x22,
  7: 0x35,
};
