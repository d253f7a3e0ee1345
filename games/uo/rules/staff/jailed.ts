import { defineComponent, f64, i16, text, u8, u16, type ValueOf, type World } from '@gommog/core';

/** A character in jail: it stands in one place, cannot speak and touches nothing, until its time is over or staff let it out. */
export const Jailed = defineComponent({
  id: 118,
  name: 'jailed',
  fields: {
    /** When it is let out, in world milliseconds; 0: only by staff. */
    untilMs: f64,
    reason: text,
    /** Where it was taken from, and goes back to. */
    facet: u8,
    x: u16,
    y: u16,
    z: i16,
  },
  timer: 'untilMs',
});
export type Jailed = ValueOf<typeof Jailed>;

export function isJailed({ world }: { readonly world: World }, mobile: number): boolean {
  return world.has(mobile, Jailed);
}
