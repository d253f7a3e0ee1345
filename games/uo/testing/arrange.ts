import type { ScriptedClient } from '../bots/scripted-client.ts';
import type { AccessLevel } from '../rules/accounts/account.ts';
import { teleport } from '../rules/movement/teleport.ts';
import { Layer } from '../rules/things/item.ts';
import { makeItem } from '../rules/things/make-item.ts';
import { moveToContainer, moveToGround } from '../rules/things/move-item.ts';
import { wornOn } from '../rules/things/worn.ts';
import type { TestShard } from './test-shard.ts';

// How a test sets its scene: past the rules' refusals, but through their own acts, so that clients are told as always.

/** Logs in a member of staff. */
export async function enterStaff(
  shard: TestShard,
  name: string,
  access: AccessLevel,
): Promise<ScriptedClient> {
  const account = name.toLowerCase();
  shard.game.offer({ kind: 'create-account', session: 0, name: account, passwordHash: 'secret', access });
  shard.tick();
  return shard.enter(account, name);
}

/** Puts a client's person somewhere else on facet 0. */
export function moveTo(shard: TestShard, client: { readonly serial: number }, x: number, y: number): void {
  shard.act((ctx) => teleport(ctx, client.serial, { facet: 0, x, y, z: 0 }));
}

/** Lays a new thing on the ground of facet 0. */
export function layDown(shard: TestShard, template: string, x: number, y: number, amount = 1): number {
  return shard.act((ctx) => {
    const item = makeItem(ctx, template, { amount });
    moveToGround(ctx, item, 0, x, y, 0);
    return item;
  });
}

export function backpackOf(shard: TestShard, client: { readonly serial: number }): number {
  return wornOn(shard.game.world, client.serial, Layer.backpack);
}

/** Puts a new thing into a container, on a stack of its own. */
export function putInto(shard: TestShard, template: string, container: number, amount = 1): number {
  return shard.act((ctx) => {
    const item = makeItem(ctx, template, { amount });
    moveToContainer(ctx, item, container, 60, 70, 100);
    return item;
  });
}
