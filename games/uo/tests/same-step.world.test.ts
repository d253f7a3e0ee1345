import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as packets from '../protocol/index.ts';
import { AccessLevel } from '../rules/accounts/account.ts';
import { Item } from '../rules/things/item.ts';
import { backpackOf, enterStaff, layDown, moveTo, putInto } from '../testing/arrange.ts';
import { Inbox } from '../testing/inbox.ts';
import { TestShard } from '../testing/test-shard.ts';

// What happens within one step is shown after all of it has happened: who acted may have left, what was used be gone.

for (const access of [AccessLevel.player, AccessLevel.administrator]) {
  test(`whoever acts and logs out in the same step harms nobody (access ${access})`, async () => {
    const shard = new TestShard();
    const anna = await enterStaff(shard, 'Anna', access);
    const bert = await shard.enter('bert', 'Bert');
    for (const client of [anna, bert]) moveTo(shard, client, 100, 100);
    const backpack = backpackOf(shard, anna);
    const dagger = putInto(shard, 'dagger', backpack);
    const book = putInto(shard, 'book-blank-red', backpack);
    const candle = putInto(shard, 'candle', backpack);
    anna.send(packets.encodeWarModeRequest, { war: 1 });
    anna.walk(2);
    anna.walk(2);
    anna.send(packets.encodeResyncRequest, {});
    anna.lift(dagger);
    for (const target of [backpack, book, candle, anna.serial, bert.serial]) {
      anna.use(target);
      anna.send(packets.encodeLookRequest, { serial: target });
    }
    anna.send(packets.encodeTextCommand, { kind: 0xc7, text: 'bow' });
    for (const text of ['hail', '.hide', '.invul', '.who', '.props', '.go 50 50']) anna.say(text);
    bert.send(packets.encodeLookRequest, { serial: anna.serial });
    bert.use(anna.serial);
    anna.logout();
    shard.tick();
    assert.equal(shard.game.world.placement(anna.serial), undefined);
    assert.equal(shard.game.world.parentOf(dagger), backpack);
    bert.walk(2);
    shard.tick();
    assert.equal(bert.count.accepted, 1);
  });
}

test('what is used and ceases to be in the same step is shown to nobody', async () => {
  const shard = new TestShard();
  const anna = await shard.enter('anna', 'Anna');
  moveTo(shard, anna, 100, 100);
  for (const template of ['bag', 'book-blank-red', 'candle', 'dice-cup', 'door-metal-west-cw', 'scissors']) {
    const thing = layDown(shard, template, 101, 101);
    const inbox = new Inbox(anna);
    anna.use(thing);
    anna.send(packets.encodeLookRequest, { serial: thing });
    shard.act(({ world, emit }) => {
      const { x, y } = world.placement(thing)!;
      world.destroy(thing);
      emit({ kind: 'item-gone', item: thing, from: { parent: 0, facet: 0, x, y, z: 0, slot: 0 } });
    });
    assert.equal(shard.game.world.has(thing, Item), false);
    assert.equal(inbox.of('delete_object').at(-1)?.serial, thing, template);
  }
  anna.walk(2);
  shard.tick(1_000);
  assert.equal(anna.count.accepted, 1);
});
