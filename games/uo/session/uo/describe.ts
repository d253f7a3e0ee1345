import type { World } from '@gommog/core';
import type * as packets from '../../protocol/index.ts';
import type { Context } from '../../rules/context.ts';
import { Mobile } from '../../rules/mobiles/mobile.ts';
import { notorietyOf } from '../../rules/mobiles/notoriety.ts';
import { Item } from '../../rules/things/item.ts';
import { clothesOf } from '../clothes.ts';
import { lightOf } from '../light.ts';

/** Bits of a mobile's status byte. */
const FROZEN = 0x01;
const FEMALE = 0x02;
const BLESSED = 0x08;
const WAR = 0x40;
const HIDDEN = 0x80;
/** Bits of an item's status byte. */
const MOVABLE = 0x20;
/** Set in a direction when the mobile runs. */
const RUN_BIT = 0x80;
/** Before this version a worn item has a hue only if bit 15 of its graphic says so. */
const ALWAYS_HUED = 0x07002101;
const HUED_BIT = 0x8000;

export function mobileFlags(mobile: Mobile): number {
  let flags = 0;
  if (mobile.frozen) flags |= FROZEN;
  if (mobile.female) flags |= FEMALE;
  if (mobile.invulnerable) flags |= BLESSED;
  if (mobile.war) flags |= WAR;
  if (mobile.hidden) flags |= HIDDEN;
  return flags;
}

export function mobileMoving(world: World, serial: number): packets.MobileMovingIn {
  const mobile = world.require(serial, Mobile);
  const { x, y, z } = world.placement(serial)!;
  return {
    serial,
    body: mobile.body,
    x,
    y,
    z,
    direction: mobile.direction | (mobile.running ? RUN_BIT : 0),
    hue: mobile.hue,
    flags: mobileFlags(mobile),
    notoriety: notorietyOf(mobile),
  };
}

/** A mobile with what it wears. */
export function mobileIncoming(world: World, serial: number, version: number): packets.MobileIncomingIn {
  const items = clothesOf(world, serial).map((item): packets.WornEntryIn => {
    const layer = world.placement(item)!.slot;
    const { graphic, hue } = world.require(item, Item);
    if (version >= ALWAYS_HUED) return { serial: item, graphic, layer, hue };
    if (hue === 0) return { serial: item, graphic: graphic & ~HUED_BIT, layer };
    return { serial: item, graphic: graphic | HUED_BIT, layer, hue };
  });
  return { ...mobileMoving(world, serial), items };
}

export function updatePlayer(world: World, serial: number): packets.UpdatePlayerIn {
  const { body, x, y, z, direction, hue, flags } = mobileMoving(world, serial);
  return { serial, body, hue, flags, x, y, direction, z };
}

export function worldItem(ctx: Context, serial: number): packets.WorldItemIn {
  const { world } = ctx;
  const { graphic, hue, amount, fixed } = world.require(serial, Item);
  const { x, y, z } = world.placement(serial)!;
  const many = Math.max(1, amount);
  const light = lightOf(ctx, serial);
  const flags = fixed ? 0 : MOVABLE;
  return { kind: 0, serial, graphic, amount: many, amountAgain: many, x, y, z, light, hue, flags };
}

/** As `worldItem`, for clients before 7.0.0. */
export function worldItemOld(ctx: Context, serial: number): packets.WorldItemOldIn {
  const { graphic, amount, x, y, z, light, hue, flags } = worldItem(ctx, serial);
  return {
    serial,
    graphic,
    x,
    y,
    z,
    ...(amount > 1 ? { amount } : {}),
    ...(light !== 0 ? { direction: light } : {}),
    ...(hue !== 0 ? { hue } : {}),
    ...(flags !== 0 ? { flags } : {}),
  };
}

export function containerItem(world: World, serial: number): packets.ContainerItemIn {
  const { graphic, hue, amount } = world.require(serial, Item);
  const { parent, x, y, slot } = world.placement(serial)!;
  return { serial, graphic, amount: Math.max(1, amount), x, y, grid: slot, container: parent, hue };
}

/** What a container holds, the oldest first. */
export function containerContents(world: World, container: number): packets.ContainerContentsIn {
  const items: packets.ContainerItemIn[] = [];
  world.holders.each(container, (item) => items.push(containerItem(world, item)));
  return { items: items.reverse() };
}

export function wornItem(world: World, serial: number): packets.WornItemIn {
  const { graphic, hue } = world.require(serial, Item);
  const { parent, slot } = world.placement(serial)!;
  return { serial, graphic, layer: slot, mobile: parent, hue };
}
