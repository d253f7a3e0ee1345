import type { Context } from '../context.ts';
import { TargetCursor } from '../mobiles/mobile.ts';

/**
 * Puts a target cursor up for a person; an older one is replaced. `purpose` names who takes the answer (see `targets.ts`),
 * `data` is kept for it. `ground`: a place is as good an answer as an object.
 */
export function askTarget(
  ctx: Context,
  mobile: number,
  purpose: string,
  data: Readonly<Record<string, unknown>> = {},
  options: { ground?: boolean } = {},
): void {
  const cursor = ((ctx.world.get(mobile, TargetCursor)?.cursor ?? 0) + 1) & 0x7fffffff || 1;
  ctx.world.set(mobile, TargetCursor, { cursor, purpose, data });
  ctx.emit({ kind: 'target-asked', mobile, cursor, ground: options.ground ?? false });
}
