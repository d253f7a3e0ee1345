import type { Context } from '../context.ts';
import { Character } from '../mobiles/mobile.ts';

/** Keeps what a staff member did in the audit log. */
export function audit(ctx: Context, mobile: number, command: string, outcome: string): void {
  const account = ctx.world.get(mobile, Character)?.account ?? 0;
  ctx.emit({ kind: 'staff-acted', mobile, account, command, outcome });
}
