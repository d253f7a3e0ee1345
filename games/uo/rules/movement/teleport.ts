import type { Context } from '../context.ts';
import type { Place } from '../events.ts';
import { lookAtSky } from '../light/seen-light.ts';
import { Walker } from '../mobiles/mobile.ts';

/** Puts a mobile somewhere else at once. Its client starts its walk sequence anew; steps that were under way are void. */
export function teleport(ctx: Context, mobile: number, to: Place): void {
  const { facet, x, y, z } = ctx.world.placement(mobile)!;
  ctx.world.place(mobile, to.facet, to.x, to.y, to.z);
  resetSteps(ctx, mobile);
  ctx.emit({ kind: 'mobile-teleported', mobile, from: { facet, x, y, z } });
  lookAtSky(ctx, mobile);
}

/** Forgets the steps of a client that is about to be told where it is. */
export function resetSteps(ctx: Context, mobile: number): void {
  const walker = ctx.world.get(mobile, Walker);
  if (walker === undefined) return;
  walker.sequence = 0;
  walker.held = [];
  walker.dueMs = 0;
}
