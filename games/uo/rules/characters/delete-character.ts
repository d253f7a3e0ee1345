import { Account } from '../accounts/account.ts';
import type { Context } from '../context.ts';
import type { DeleteCharacter } from '../intents.ts';
import { Character } from '../mobiles/mobile.ts';

/** Ends a character and all it has. Refused while it is in the world or too young, or nothing can be saved. */
export function deleteCharacter(ctx: Context, intent: DeleteCharacter): void {
  const { world, ruleset } = ctx;
  const { session, account: accountSerial, slot } = intent;
  const account = world.require(accountSerial, Account);
  const serial = account.characters[slot] ?? 0;
  const refuse = (code: string): void => ctx.emit({ kind: 'session-refused', session, code });
  if (serial === 0) return refuse('no-such-character');
  // It is told only when it is durable: while nothing gets durable, nothing is begun.
  if (ctx.pressure === 'critical') return refuse('cannot-save');
  if (world.placement(serial) !== undefined) return refuse('character-in-world');
  if (ctx.nowMs - world.require(serial, Character).createdMs < ruleset.deleteAfterMs)
    return refuse('character-too-young');
  account.characters = account.characters.with(slot, 0);
  world.destroy(serial);
  ctx.emit({ kind: 'character-deleted', session, account: accountSerial });
}
