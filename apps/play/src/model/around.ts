import type { MobileModel } from './mobile-model.ts';
import type { WorldModel } from './world-model.ts';

/** As far as things are listed, in tiles. */
const REACH = 12;
/** From north clockwise, as people say it. */
const compass = [
  'north',
  'north-east',
  'east',
  'south-east',
  'south',
  'south-west',
  'west',
  'north-west',
] as const;

/** Somebody or something near that one can act upon. */
export interface Near {
  readonly serial: number;
  /** Empty for things: their tooltips tell. */
  readonly name: string;
  /** Item graphic; 0 for people. */
  readonly graphic: number;
  readonly amount: number;
  /** In tiles. */
  readonly distance: number;
  /** Where it is, such as `3 north-east`. */
  readonly where: string;
}

/** Who and what is around, the nearest first. */
export function around({ ground, me, mobiles, self }: WorldModel): readonly Near[] {
  if (me === undefined) return [];
  const near = (
    each: { readonly serial: number; readonly x: number; readonly y: number },
    name: string,
    graphic: number,
    amount: number,
  ): Near => {
    const distance = Math.max(Math.abs(each.x - me.x), Math.abs(each.y - me.y));
    return { serial: each.serial, name, graphic, amount, distance, where: whereIs(me, each, distance) };
  };
  const people = [...mobiles.values()].filter(({ serial }) => serial !== self);
  const all = [
    ...people.map((mobile) => near(mobile, mobile.name, 0, 1)),
    ...[...ground.values()].map((item) => near(item, '', item.graphic, item.amount)),
  ];
  return all
    .filter(({ distance }) => distance <= REACH)
    .sort((a, b) => a.distance - b.distance || a.serial - b.serial);
}

function whereIs(
  me: MobileModel,
  { x, y }: { readonly x: number; readonly y: number },
  distance: number,
): string {
  if (distance === 0) return 'here';
  const eighth = Math.round((Math.atan2(x - me.x, me.y - y) * 4) / Math.PI);
  return `${distance} ${compass[(eighth + 8) % 8]}`;
}
