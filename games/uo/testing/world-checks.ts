import { type CommitRecord, decodeCommit, Placement, type World } from '@gommog/core';
import { ITEM, isMobile } from '../rules/kinds.ts';
import { Mobile } from '../rules/mobiles/mobile.ts';
import { Item, Layer } from '../rules/things/item.ts';
import { TradeBox } from '../rules/trade/trade-box.ts';

/** How much there is of each template, by its number: what no act but eating, cutting and making may change. */
export function amounts(world: World): Map<number, number> {
  const totals = new Map<number, number>();
  world.each(Item, (serial, { template, amount }) => {
    // The two boxes of a trade come and go with it.
    if (!world.has(serial, TradeBox)) totals.set(template, (totals.get(template) ?? 0) + amount);
  });
  return totals;
}

/** What is wrong with where things are; empty for a sound world. Every item has one place, reached in one way. */
export function placeFaults(world: World, facets: readonly number[]): string[] {
  const faults: string[] = [];
  const reached = new Map<number, number>();
  const enter = (serial: number): void => {
    const times = (reached.get(serial) ?? 0) + 1;
    reached.set(serial, times);
    if (times === 1) world.holders.each(serial, enter);
  };
  world.each(Placement, (serial, { parent }) => {
    if (parent === 0) return;
    if (!world.has(serial, Item)) faults.push(`${serial} is held and no item`);
  });
  for (const facet of facets) {
    const { width, height } = world.sectors.plane(facet)!;
    world.eachNear(facet, width >> 1, height >> 1, Math.max(width, height), ITEM, enter);
  }
  world.each(Mobile, (mobile) => {
    world.holders.each(mobile, enter);
    faults.push(...layerFaults(world, mobile));
  });
  world.each(TradeBox, (box, { other }) => {
    if (!isMobile(world.parentOf(box))) faults.push(`trade box ${box} hangs on nobody`);
    if (world.get(other, TradeBox)?.other !== box) faults.push(`trade box ${box} has no other side`);
  });
  world.each(Item, (item, { amount }) => {
    const times = reached.get(item) ?? 0;
    if (times !== 1) faults.push(`item ${item} is in ${times} places`);
    if (amount < 1) faults.push(`item ${item} is ${amount} of its kind`);
  });
  return faults;
}

/** At most one item in the hand at the cursor, and one on each layer but that of trades. */
function layerFaults(world: World, mobile: number): string[] {
  const taken = new Map<number, number>();
  world.holders.each(mobile, (item) => {
    const { slot } = world.placement(item)!;
    if (slot !== Layer.trade) taken.set(slot, (taken.get(slot) ?? 0) + 1);
  });
  return [...taken]
    .filter(([, count]) => count > 1)
    .map(
      ([slot, count]) =>
        `${mobile} has ${count} items ${slot === Layer.held ? 'in hand' : `on layer ${slot}`}`,
    );
}

/** The durable world as a store keeps it: the last state of everything, from commit records alone. */
export class Shadow {
  readonly #states = new Map<string, CommitRecord['changes'][number]>();

  take(commit: Uint8Array): void {
    for (const change of decodeCommit(commit).changes) {
      const key = `${change.serial}/${change.component}`;
      if (change.data === null) this.#states.delete(key);
      else this.#states.set(key, { ...change, data: change.data.slice() });
    }
  }

  /** Loads everything into an empty world. Returns what is wrong with it. */
  fill(world: World): string[] {
    for (const { serial, component, version, data } of this.#states.values()) {
      world.load(serial, component, version, data!);
    }
    return world.finishLoading().map(({ serial, problem }) => `${serial}: ${problem}`);
  }
}
