import type { World } from '@gommog/core';
import { notices } from '../rules/sight/notice.ts';
import type { Session } from './session.ts';

/** Can the person of a session see a mobile that is within its range? */
export function canSee(world: World, session: Session, mobile: number): boolean {
  return notices(world, session.mobile, mobile);
}
