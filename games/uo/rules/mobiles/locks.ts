import type { Context } from '../context.ts';
import type { SetProfile, SetSkillLock, SetStatLock } from '../intents.ts';
import { Character, Skills } from './mobile.ts';

/** Up, down, locked. */
const MAX_LOCK = 2;
const MAX_PROFILE = 512;

export function setSkillLock(ctx: Context, { mobile, skill, lock }: SetSkillLock): void {
  const skills = ctx.world.get(mobile, Skills);
  if (skills === undefined || skill >= skills.values.length || lock > MAX_LOCK) return;
  skills.locks = skills.locks.with(skill, lock);
}

/** `stat` 0 strength, 1 dexterity, 2 intelligence: kept as the client is told them, two bits each, strength highest. */
export function setStatLock(ctx: Context, { mobile, stat, lock }: SetStatLock): void {
  const skills = ctx.world.get(mobile, Skills);
  if (skills === undefined || stat > 2 || lock > MAX_LOCK) return;
  const shift = (2 - stat) * 2;
  skills.statLocks = (skills.statLocks & ~(3 << shift)) | (lock << shift);
}

export function setProfile(ctx: Context, { mobile, profile }: SetProfile): void {
  const character = ctx.world.get(mobile, Character);
  if (character !== undefined) character.profile = profile.slice(0, MAX_PROFILE);
}
