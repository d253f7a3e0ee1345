import type { Component, World } from '@gommog/core';
import { components, kinds } from '@gommog/uo';

interface ItemState {
  readonly graphic: number;
  readonly amount: number;
}

/** Graphic of a gold coin: nothing else looks like one. */
const GOLD = 0x0eed;

const Item = components.find(({ name }) => name === 'item') as Component<ItemState>;

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

/** All the gold there is, wherever it is. */
export function goldIn(world: World): number {
  let gold = 0;
  world.each(Item, (_, { amount, graphic }) => {
    if (graphic === GOLD) gold += amount;
  });
  return gold;
}
