import { Mobile } from '../../mobiles/mobile.ts';
import { SYSTEM_HUE } from '../../refusals.ts';
import type { Behaviour } from './behaviour.ts';

/** Rolls the dice for all who are near. */
export const rollDice: Behaviour = (ctx, mobile, item, params) => {
  const { dice = 2, sides = 6 } = params as { dice?: number; sides?: number };
  const rolls = Array.from({ length: dice }, () => ctx.rng.between(1, sides));
  const { name } = ctx.world.require(mobile, Mobile);
  const total = rolls.reduce((sum, roll) => sum + roll, 0);
  ctx.emit({
    kind: 'spoken',
    speaker: item,
    manner: 'say',
    text: `*${name} rolls ${rolls.join(', ')}: ${total}*`,
    hue: SYSTEM_HUE,
    font: 3,
    language: 'ENU',
    rangeTiles: ctx.ruleset.sayTiles,
  });
};
