import type { Context } from '../context.ts';
import type { Place } from '../events.ts';
import { groundOf } from '../movement/ground.ts';
import { aimAtThing, EYE_HEIGHT, lineOfSight } from './line-of-sight.ts';

/** Does a mobile see what lies at a place on its facet? */
export function canSeeTile(ctx: Context, mobile: number, at: Place): boolean {
  const { facet, x, y, z } = ctx.world.placement(mobile)!;
  if (facet !== at.facet) return false;
  const eyes = { x, y, z: z + EYE_HEIGHT };
  return lineOfSight(groundOf(ctx, facet), eyes, { x: at.x, y: at.y, z: aimAtThing(at.z, 0) });
}
