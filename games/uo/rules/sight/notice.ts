import type { World } from '@gommog/core';
import { AccessLevel } from '../accounts/account.ts';
import { Mobile } from '../mobiles/mobile.ts';
import { accessOf } from '../staff/access.ts';

/** Does a mobile that is near enough show itself to a person? Everybody notices themself. */
export function notices(world: World, viewer: number, mobile: number): boolean {
  if (viewer === mobile) return true;
  const seen = world.get(mobile, Mobile);
  if (seen === undefined) return false;
  if (!seen.hidden && !seen.ghost) return true;
  const access = accessOf({ world }, viewer);
  if (seen.hidden) {
    // Staff see hidden players, and hidden staff of no higher rank than their own.
    return access >= AccessLevel.counselor && access >= accessOf({ world }, mobile);
  }
  // A ghost shows itself to other ghosts, to staff, and to all while it is at war.
  return seen.war || access >= AccessLevel.counselor || (world.get(viewer, Mobile)?.ghost ?? false);
}
