import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as packets from '../protocol/index.ts';
import { AccessLevel } from '../rules/accounts/account.ts';
import { backpackOf, enterStaff, layDown, moveTo, putInto } from '../testing/arrange.ts';
import { Inbox } from '../testing/inbox.ts';
import { TestShard } from '../testing/test-shard.ts';

const OLD = '5.0.9';

for (const version of [OLD, '7.0.9.1', '7.0.102.3']) {
  test(`a client ${version} sees, lifts, opens, reads and hears`, async () => {
    const shard = new TestShard();
    const gordon = await enterStaff(shard, 'Gordon', AccessLevel.gamemaster);
    gordon.logout();
    shard.tick();
    const client = shard.client('gordon', version);
    await shard.until(client.login(0));
    const other = await shard.enter('anna', 'Anna');
    for (const each of [client, other]) moveTo(shard, each, 100, 100);
    const inbox = new Inbox(client);
    const backpack = backpackOf(shard, client);
    const isOld = version === OLD;

    const gold = layDown(shard, 'gold-coin', 101, 101, 60_000);
    const [shown] = inbox.of(isOld ? 'world_item_old' : 'world_item');
    assert.deepEqual([shown?.serial, shown?.amount, shown?.x, shown?.y], [gold, 60_000, 101, 101]);

    client.use(backpack);
    shard.tick();
    client.lift(gold, 100);
    shard.tick();
    client.drop(gold, backpack, 60, 80);
    shard.tick();
    const [inside] = inbox.of('container_item');
    assert.deepEqual([inside?.serial, inside?.amount, inside?.container], [gold, 100, backpack]);

    const book = putInto(shard, 'book-blank-red', backpack);
    client.use(book);
    shard.tick();
    assert.equal(inbox.of('book_header').length, 1);
    assert.equal(inbox.of('book_pages')[0]?.pages.length, 40);

    other.say('hail');
    other.walk(0);
    shard.tick(500);
    assert.equal(inbox.of('unicode_speech').at(-1)?.text, 'hail');
    assert.equal(inbox.of('mobile_moving').at(-1)?.serial, other.serial);

    client.use(other.serial);
    client.send(packets.encodeStatusRequest, { kind: 4, serial: client.serial });
    client.send(packets.encodePropertyListRequest, { serials: [gold] });
    client.say('.who');
    shard.tick(500);
    for (const kind of ['paperdoll', 'status', 'property_list', 'compressed_gump'] as const) {
      assert.ok(inbox.of(kind).length > 0, kind);
    }
    assert.equal(client.closed, null);
  });
}
