import type { Context } from './context.ts';

/** Everything that can be refused to a person in the world, with the words it gets. One code for one reason, never reused. */
export const refusals = {
  'too-far': 'That is too far away.',
  'out-of-sight': 'You cannot see that.',
  'not-yours': 'That does not belong to you.',
  'cannot-lift': 'You cannot pick that up.',
  'cannot-wear': 'You cannot wear that.',
  'layer-taken': 'You already wear something there.',
  'hands-full': 'Your hands are full.',
  'no-room': 'There is no room for that.',
  'too-heavy': 'That container cannot hold more weight.',
  overloaded: 'You are carrying too much to move.',
  exhausted: 'You are too fatigued to move.',
  locked: 'This is locked.',
  'cannot-use': 'You cannot use that.',
  'not-cloth': 'Scissors cannot be used on that.',
  'book-closed': 'You cannot write in that book.',
  ghost: 'You are a ghost: your hand passes through.',
  frozen: 'You cannot move.',
  'in-trade': 'That is being traded.',
  'cannot-trade': 'That cannot be traded.',
  'cannot-save': 'Nothing can be completed at the moment: the shard cannot save it. Try again in a while.',
  'trade-absent': 'They cannot trade with you now.',
  'trade-hidden': 'You cannot trade while nobody sees you.',
  'trade-many': 'That would be too many trades at a time.',
  'trade-sealed': 'This trade is being completed.',
  'trade-changed': 'The offer has just changed. Look at it again.',
  'trade-waits': 'Your trade is agreed. It is completed as soon as the shard can save it.',
  'trade-no-room': 'Your backpack has no room for all of that.',
  'trade-partner-no-room': 'Their backpack has no room for all of that.',
  'trade-too-heavy': 'All of that is too heavy for your backpack.',
  'trade-partner-too-heavy': 'All of that is too heavy for their backpack.',
  jailed: 'You cannot do that in jail.',
} as const;

export type Refusal = keyof typeof refusals;

/** Hue of the system's lines. */
export const SYSTEM_HUE = 0x3b2;

export function refuse(ctx: Context, mobile: number, code: Refusal): void {
  tell(ctx, mobile, refusals[code]);
}

/** A line of the system for one person. */
export function tell(
  { emit }: Pick<Context, 'emit'>,
  mobile: number,
  text: string,
  hue: number = SYSTEM_HUE,
): void {
  emit({ kind: 'told', mobile, text, hue, over: null, label: false });
}
