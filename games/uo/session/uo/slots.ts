import type * as packets from '../../protocol/index.ts';
import type { Context } from '../../rules/context.ts';
import { Mobile } from '../../rules/mobiles/mobile.ts';
import { charactersOf } from '../characters.ts';

/** The names in an account's slots, empty for those that are free. */
export function slotsOf(ctx: Context, account: number): packets.CharacterSlotIn[] {
  return charactersOf(ctx, account).map((serial) => ({
    name: serial === 0 ? '' : (ctx.world.get(serial, Mobile)?.name ?? ''),
  }));
}
