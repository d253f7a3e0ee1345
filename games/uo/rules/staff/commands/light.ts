import { AccessLevel } from '../../accounts/account.ts';
import type { Context } from '../../context.ts';
import { DARKEST } from '../../light/day-cycle.ts';
import { endNightSight, giveNightSight, lookAtSky, NightSight } from '../../light/seen-light.ts';
import { setLight } from '../../light/set-light.ts';
import { Presence } from '../../mobiles/mobile.ts';
import type { Command } from '../command.ts';

/** Everybody sees what staff have done to the sky. */
function setSky(ctx: Context, level: number | null): void {
  setLight(ctx.world, level);
  const here: number[] = [];
  ctx.world.each(Presence, (mobile) => void here.push(mobile));
  for (const mobile of here) lookAtSky(ctx, mobile);
}

function clock(hour: number): string {
  const minutes = Math.floor((hour % 1) * 60);
  return `${Math.floor(hour)}:${String(minutes).padStart(2, '0')}`;
}

export const light: Command = {
  name: 'light',
  access: AccessLevel.gamemaster,
  usage: '[0 to 30 | day]',
  summary:
    'Tells the hour and the light, or sets the light everywhere outside; "day" gives it back to the hour.',
  run(ctx, mobile, [wanted]) {
    if (wanted === undefined) {
      const level = ctx.sky.levelAt(ctx.world.placement(mobile)!, ctx.nowMs);
      return `It is ${clock(ctx.sky.cycle.hourAt(ctx.nowMs))}, and the light is ${level} of ${DARKEST}.`;
    }
    if (wanted === 'day') {
      setSky(ctx, null);
      return 'The light follows the hour.';
    }
    const level = Number(wanted);
    if (!Number.isInteger(level) || level < 0 || level > DARKEST) return `Usage: light ${light.usage}`;
    setSky(ctx, level);
    return `The light is ${level} until you say ".light day".`;
  },
};

export const nightSight: Command = {
  name: 'nightsight',
  access: AccessLevel.counselor,
  usage: '',
  summary: 'Lets you see in the dark, or no more.',
  run(ctx, mobile) {
    if (ctx.world.has(mobile, NightSight)) {
      endNightSight(ctx, mobile);
      return 'You see as others do.';
    }
    giveNightSight(ctx, mobile, DARKEST, 0);
    return 'You see in the dark.';
  },
};
