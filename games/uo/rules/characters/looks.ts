import { type HueRanges, isHueOf, races } from '../../content/index.ts';
import type { Context } from '../context.ts';
import type { CreateCharacter } from '../intents.ts';

// What a client may choose for a new character. Whatever is not among it is replaced by something that is: the choice is
// about looks, and no reason to turn a person away.

/** Set in a skin hue: only the grey parts of the picture take it. */
const PARTIAL = 0x8000;

export interface Looks {
  readonly body: number;
  readonly skinHue: number;
  /** Graphics, 0 for none. */
  readonly hair: number;
  readonly hairHue: number;
  readonly beard: number;
  readonly beardHue: number;
  readonly shirtHue: number;
  readonly pantsHue: number;
}

export function chooseLooks(ctx: Context, intent: CreateCharacter): Looks {
  const race = races[intent.race] ?? 'human';
  const sex = intent.female ? 'female' : 'male';
  const { bodies, creation } = ctx.content;
  const { beard, clothHues, hair, hairHues, skinHues } = {
    ...creation.looks[race],
    clothHues: creation.looks.clothHues,
  };
  return {
    body: bodies[race][sex].alive,
    skinHue: chooseHue(ctx, intent.skinHue & ~PARTIAL, skinHues) | PARTIAL,
    hair: hair[sex].includes(intent.hairStyle) ? intent.hairStyle : 0,
    hairHue: chooseHue(ctx, intent.hairHue, hairHues),
    beard: beard[sex].includes(intent.beardStyle) ? intent.beardStyle : 0,
    beardHue: chooseHue(ctx, intent.beardHue, hairHues),
    shirtHue: chooseHue(ctx, intent.shirtHue, clothHues),
    pantsHue: chooseHue(ctx, intent.pantsHue, clothHues),
  };
}

/** The wished hue if it is one of those allowed, else one of them by chance. */
export function chooseHue(ctx: Context, wish: number, allowed: HueRanges): number {
  if (isHueOf(allowed, wish)) return wish;
  const [first, last] = ctx.rng.pick(allowed);
  return ctx.rng.between(first, last);
}
