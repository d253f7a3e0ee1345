import { defineComponent, f64, u8, type ValueOf, type World } from '@gommog/core';
import type { Context } from '../context.ts';
import { Presence } from '../mobiles/mobile.ts';

/** The light of the sky that a person was told of last, and when the hour brings the next. Not saved: who comes is told anew. */
export const SeenLight = defineComponent({
  id: 119,
  name: 'seen-light',
  persisted: false,
  fields: {
    /** 0 bright to 30 dark. */
    level: u8,
    /** In world milliseconds; 0: never. */
    changesAtMs: f64,
  },
  timer: 'changesAtMs',
});
export type SeenLight = ValueOf<typeof SeenLight>;

/** What lets somebody see in the dark, until it is over. */
export const NightSight = defineComponent({
  id: 120,
  name: 'night-sight',
  fields: {
    /** By how much it is brighter for its eyes, 1 to 30. */
    level: u8,
    /** When it is over, in world milliseconds; 0: never. */
    untilMs: f64,
  },
  timer: 'untilMs',
});
export type NightSight = ValueOf<typeof NightSight>;

/** A person has come into the world, has moved, or the hour has: it is told when the light there is another one. */
export function lookAtSky(ctx: Context, mobile: number): void {
  const { nowMs, sky, world } = ctx;
  if (!world.has(mobile, Presence)) return;
  const level = sky.levelAt(world.placement(mobile)!, nowMs);
  const seen = world.get(mobile, SeenLight);
  if (seen === undefined) {
    world.set(mobile, SeenLight, { level, changesAtMs: sky.cycle.nextChangeAt(nowMs) });
    return;
  }
  if (seen.changesAtMs !== 0 && seen.changesAtMs <= nowMs) seen.changesAtMs = sky.cycle.nextChangeAt(nowMs);
  if (seen.level === level) return;
  seen.level = level;
  ctx.emit({ kind: 'light-changed', mobile });
}

/** The hour may have changed the light. */
export function onSeenLightDue(ctx: Context, mobile: number): void {
  lookAtSky(ctx, mobile);
}

/** Lets somebody see in the dark: `level` of 1 to 30 brighter, for some milliseconds of world time, or for ever with 0. */
export function giveNightSight(ctx: Context, mobile: number, level: number, lengthMs: number): void {
  ctx.world.set(mobile, NightSight, {
    level,
    untilMs: lengthMs === 0 ? 0 : Math.ceil(ctx.nowMs + lengthMs),
  });
  ctx.emit({ kind: 'light-changed', mobile });
}

export function endNightSight(ctx: Context, mobile: number): void {
  if (!ctx.world.has(mobile, NightSight)) return;
  ctx.world.remove(mobile, NightSight);
  ctx.emit({ kind: 'light-changed', mobile });
}

/** Light for somebody's eyes: that of the sky, 0 bright to 30 dark, and by how much its own sight makes that brighter. */
export function lightFor(
  { world, sky, nowMs }: { readonly world: World; readonly sky: Context['sky']; readonly nowMs: number },
  mobile: number,
): { readonly sky: number; readonly sight: number } {
  return {
    sky: world.get(mobile, SeenLight)?.level ?? sky.levelAt(world.placement(mobile)!, nowMs),
    sight: world.get(mobile, NightSight)?.level ?? 0,
  };
}
