import type { World } from '@gommog/core';
import { AccessLevel } from '../accounts/account.ts';
import { Mobile, Presence } from '../mobiles/mobile.ts';

/** Does a mobile that is near enough show itself to a person? Everybody notices themself. */
export function notices(world: World, viewer: number, mobile: number): boolean {
  if (viewer === mobile) return true;
  const seen = world.get(mobile, Mobile);
  if (seen === undefined) return false;
  if (!seen.hidden && !seen.ghost) return true;
  const access = world.get(viewer, Presence)?.access ?? 0;
  if (seen.hidden) {
    // Staff see hidden players, and hidden staff of no higher rank than their own.
    return access >= AccessLevel.counselor && access >= (world.get(mobile, Presence)?.access ?? 0);
  }
  // A ghost shows itself to other ghosts, to staff, and to all while it is at war.
  return seen.war || access >= AccessLevel.counselor || (world.get(viewer, Mobile)?.ghost ?? false);
}
