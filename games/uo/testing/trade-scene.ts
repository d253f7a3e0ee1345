import type { ScriptedClient } from '../bots/scripted-client.ts';
import { boxesOf } from '../rules/trade/trade-box.ts';
import { backpackOf, moveTo, putInto } from './arrange.ts';
import { Inbox } from './inbox.ts';
import { TestShard, type TestShardOptions } from './test-shard.ts';

/** Somebody who trades, with what its client is sent. */
export interface Trader {
  readonly client: ScriptedClient;
  readonly inbox: Inbox;
  readonly backpack: number;
  /** The box of its own side of its only trade, 0 for none. */
  box(): number;
  /** Takes something of its own and drops it onto something or somebody. */
  drop(item: number, onto: number, amount?: number): void;
  accept(accepted?: boolean): void;
  cancel(): void;
}

export async function enterTrader(shard: TestShard, name: string, x: number): Promise<Trader> {
  const client = await shard.enter(name.toLowerCase().replace(' ', '-'), name);
  moveTo(shard, client, x, 100);
  const box = (): number => boxesOf(shard.game.world, client.serial)[0] ?? 0;
  return {
    client,
    inbox: new Inbox(client),
    backpack: backpackOf(shard, client),
    box,
    drop(item, onto, amount = 60_000) {
      client.lift(item, amount);
      client.drop(item, onto);
      shard.tick();
    },
    accept(accepted = true) {
      client.acceptTrade(box(), accepted);
      shard.tick();
    },
    cancel() {
      client.cancelTrade(box());
      shard.tick();
    },
  };
}

/** The marks a client was told of last: its own and the other's. */
export function marks({ inbox }: Trader): readonly [number, number] | undefined {
  const last = inbox.of('secure_trade').findLast(({ action }) => action === 2);
  const body = last?.body as { own: number; other: number } | undefined;
  return body && [body.own, body.other];
}

export function isClosed({ inbox }: Trader): boolean {
  return inbox.of('secure_trade').some(({ action }) => action === 1);
}

/** Time after which both have looked at an offer long enough to accept it, in milliseconds. */
export const LOOKED_MS = 600;

/** Anna at (100, 100) with a dagger and 100 gold of her own, Bert two tiles east with a bag, Carl looking on. */
export async function tradeScene(options: TestShardOptions = {}) {
  const shard = new TestShard(options);
  const anna = await enterTrader(shard, 'Anna', 100);
  const bert = await enterTrader(shard, 'Bert', 102);
  const carl = await enterTrader(shard, 'Carl', 101);
  const dagger = putInto(shard, 'dagger', anna.backpack);
  const gold = putInto(shard, 'gold-coin', anna.backpack, 100);
  const bag = putInto(shard, 'bag', bert.backpack);
  const clear = (): void => {
    for (const { inbox } of [anna, bert, carl]) inbox.clear();
  };
  /** Anna offers her dagger, Bert his bag. */
  const offerBoth = (): void => {
    anna.drop(dagger, bert.client.serial);
    bert.drop(bag, anna.client.serial);
    shard.tick(LOOKED_MS);
    clear();
  };
  return { shard, world: shard.game.world, anna, bert, carl, dagger, gold, bag, clear, offerBoth };
}
