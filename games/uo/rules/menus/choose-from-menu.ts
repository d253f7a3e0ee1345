import type { Context } from '../context.ts';
import type { ChooseFromMenu } from '../intents.ts';
import { refuse } from '../refusals.ts';
import { Layer } from '../things/item.ts';
import { use } from '../things/use/use.ts';
import { wornOn } from '../things/worn.ts';
import { beginTrade } from '../trade/offer-item.ts';
import { menuActions, menuOf } from './menu.ts';

/**
 * Does what was chosen from the menu of a thing or a person. The menu is made anew: what it does not offer any more, such as to
 * open a door that somebody has opened meanwhile, is not done. Whatever else stands in the way is refused as by its own rule.
 */
export function chooseFromMenu(ctx: Context, { entry, mobile, target }: ChooseFromMenu): void {
  const action = menuActions[entry];
  if (!menuOf(ctx, mobile, target).some(({ index }) => index === entry)) return;
  switch (action) {
    case 'trade': {
      const reason = beginTrade(ctx, mobile, target);
      if (reason !== null) refuse(ctx, mobile, reason);
      return;
    }
    case 'backpack':
      return use(ctx, { kind: 'use', mobile, target: wornOn(ctx.world, mobile, Layer.backpack) });
    default:
      return use(ctx, { kind: 'use', mobile, target });
  }
}
