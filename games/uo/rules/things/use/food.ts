import { refuse, tell } from '../../refusals.ts';
import { isStaff } from '../../staff/access.ts';
import { placeOf } from '../../where.ts';
import { Item } from '../item.ts';
import { consume } from '../move-item.ts';

import type { Behaviour } from './behaviour.ts';

/** Action group of a human body that eats. */
const EAT = 34;
/** Sounds of eating in the client's sound file. */
const EATING_SOUNDS = [0x3a, 0x3b, 0x3c] as const;

export const eat: Behaviour = (ctx, mobile, item) => {
  // What stands there for show stays there.
  if (ctx.world.require(item, Item).fixed && !isStaff(ctx, mobile)) {
    refuse(ctx, mobile, 'cannot-use');
    return;
  }
  consume(ctx, item, 1);
  ctx.emit({ kind: 'mobile-animated', mobile, action: EAT });
  ctx.emit({ kind: 'sound-made', sound: ctx.rng.pick(EATING_SOUNDS), at: placeOf(ctx.world, mobile)! });
  ctx.emit({ kind: 'status-changed', mobile });
  tell(ctx, mobile, 'You eat it.');
};
