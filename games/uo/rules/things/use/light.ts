import type { Context } from '../../context.ts';
import { placeOf } from '../../where.ts';
import { Item, Light } from '../item.ts';
import { templateOf } from '../template.ts';
import type { Behaviour } from './behaviour.ts';

/** Sounds of a flame that is lit and put out. */
const LIT_SOUND = 0x47;
const DOUSED_SOUND = 0x3be;

export const toggleLight: Behaviour = (ctx, mobile, item, params) => {
  const light = ctx.world.get(item, Light) ?? ctx.world.set(item, Light, {});
  if (light.lit) douse(ctx, item);
  else kindle(ctx, item, params);
  const sound = ctx.world.require(item, Light).lit ? LIT_SOUND : DOUSED_SOUND;
  ctx.emit({ kind: 'sound-made', sound, at: placeOf(ctx.world, mobile)! });
};

/** `minutes` of its template is how long it burns in all; without it, it burns for ever. */
function kindle(ctx: Context, item: number, params: Readonly<Record<string, unknown>>): void {
  const light = ctx.world.require(item, Light);
  const { minutes } = params as { minutes?: number };
  light.lit = true;
  if (minutes !== undefined) {
    light.burnsUntilMs = ctx.nowMs + (light.remainingMs > 0 ? light.remainingMs : minutes * 60_000);
  }
  show(ctx, item);
}

function douse(ctx: Context, item: number): void {
  const light = ctx.world.require(item, Light);
  light.lit = false;
  light.remainingMs = light.burnsUntilMs > 0 ? Math.max(1, light.burnsUntilMs - ctx.nowMs) : 0;
  light.burnsUntilMs = 0;
  show(ctx, item);
}

/** It has burnt down. */
export function onLightDue(ctx: Context, item: number): void {
  const light = ctx.world.require(item, Light);
  light.lit = false;
  light.burnsUntilMs = 0;
  light.remainingMs = 0;
  show(ctx, item);
}

function show(ctx: Context, item: number): void {
  const state = ctx.world.require(item, Item);
  const template = templateOf(ctx, item);
  if (template?.light !== undefined) {
    state.graphic = ctx.world.require(item, Light).lit
      ? template.light.litGraphic
      : template.light.unlitGraphic;
  }
  if (ctx.world.placement(item) !== undefined) ctx.emit({ kind: 'item-changed', item, from: null });
}
