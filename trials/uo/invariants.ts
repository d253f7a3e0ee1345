import type { Component, World } from '@gommog/core';
import { components, kinds } from '@gommog/uo';

interface ItemState {
  readonly graphic: number;
  readonly amount: number;
  readonly template: number;
}

/** Graphic of a gold coin: nothing else looks like one. */
const GOLD = 0x0eed;

const NOBODY: ReadonlySet<number> = new Set();
const Item = components.find(({ name }) => name === 'item') as Component<ItemState>;
const Mobile = components.find(({ name }) => name === 'mobile') as Component<{ name: string }>;
const TradeBox = components.find(({ name }) => name === 'trade-box') as Component<object>;

/** What is wrong with a world: an item that is nowhere, in two places, or in something that does not exist. */
export function problemsOf(world: World): string[] {
  const problems: string[] = [];
  const items: number[] = [];
  world.each(Item, (serial, { amount }) => {
    items.push(serial);
    if (amount < 1) problems.push(`item ${serial} is a stack of ${amount}`);
  });
  for (const serial of items) {
    const place = world.placement(serial);
    if (place === undefined) problems.push(`item ${serial} is nowhere`);
    else if (place.parent === 0) problems.push(...groundProblems(world, serial, place));
    else if (!world.exists(place.parent))
      problems.push(`item ${serial} is in ${place.parent}, which is nothing`);
    else {
      let times = 0;
      world.holders.each(place.parent, (child) => {
        if (child === serial) times++;
      });
      if (times !== 1) problems.push(`item ${serial} is ${times} times in ${place.parent}`);
    }
  }
  return problems;
}

const ITEM_KIND = kinds.findIndex(({ name }) => name === 'item');

function groundProblems(
  world: World,
  serial: number,
  place: { facet: number; x: number; y: number },
): string[] {
  let times = 0;
  world.eachNear(place.facet, place.x, place.y, 0, ITEM_KIND, (each) => {
    if (each === serial) times++;
  });
  return times === 1 ? [] : [`item ${serial} lies ${times} times at ${place.x},${place.y}`];
}

/** All the gold there is, wherever it is, but not what is with one of `except`. */
export function goldIn(world: World, except: ReadonlySet<number> = NOBODY): number {
  let gold = 0;
  world.each(Item, (serial, { amount, graphic }) => {
    if (graphic === GOLD && !except.has(world.rootOf(serial))) gold += amount;
  });
  return gold;
}

/** How much there is of each template, but not with one of `except`. The boxes of trades come and go, and do not count. */
export function amountsIn(world: World, except: ReadonlySet<number>): ReadonlyMap<number, number> {
  const totals = new Map<number, number>();
  world.each(Item, (serial, { amount, template }) => {
    if (world.has(serial, TradeBox) || except.has(world.rootOf(serial))) return;
    totals.set(template, (totals.get(template) ?? 0) + amount);
  });
  return totals;
}

/** The mobiles whose names begin so. */
export function called(world: World, beginning: string): ReadonlySet<number> {
  const found = new Set<number>();
  world.each(Mobile, (serial, { name }) => {
    if (name.startsWith(beginning)) found.add(serial);
  });
  return found;
}
