import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as packets from '../protocol/index.ts';
import { menuActions } from '../rules/menus/menu.ts';
import { Mobile } from '../rules/mobiles/mobile.ts';
import { boxesOf } from '../rules/trade/trade-box.ts';
import { backpackOf, layDown, moveTo, putInto } from '../testing/arrange.ts';
import { Inbox } from '../testing/inbox.ts';
import { TestShard } from '../testing/test-shard.ts';
import { WebInbox } from '../testing/web-inbox.ts';
import * as web from '../web/index.ts';

/** Anna in a browser, Bert with a UO client two tiles east of her. */
async function scene(version = '7.0.102.3') {
  const shard = new TestShard();
  const anna = await shard.enterWeb('anna', 'Anna');
  const bert = shard.client('bert', version);
  await shard.until(bert.login(0, { name: 'Bert' }));
  const seen = { anna: new WebInbox(anna), bert: new Inbox(bert) };
  moveTo(shard, anna, 100, 100);
  moveTo(shard, bert, 102, 100);
  shard.tick(1_000);
  const annas = (serial: number): (readonly [string, number])[] | null => {
    seen.anna.clear();
    anna.send(web.encodeMenuRequest, { serial });
    shard.tick();
    const [menu] = seen.anna.of('menu');
    return menu === undefined ? null : menu.entries.map(({ enabled, text }) => [text, enabled] as const);
  };
  const berts = (serial: number) => {
    seen.bert.clear();
    bert.send(packets.encodeGeneralRequest, { sub: 0x13, body: { serial } });
    shard.tick();
    return seen.bert
      .of('general_information')
      .filter(({ sub }) => sub === 0x14)
      .map(({ body }) => body as packets.ContextMenu)
      .at(-1);
  };
  const choose = (serial: number, action: (typeof menuActions)[number]): void => {
    seen.anna.clear();
    anna.send(web.encodeMenuChoice, { serial, index: menuActions.indexOf(action) });
    shard.tick();
  };
  return { shard, world: shard.game.world, anna, bert, seen, annas, berts, choose };
}

test('a menu says what can be done with a thing here and now', async () => {
  const { shard, anna, annas } = await scene();
  assert.deepEqual(annas(anna.serial), [
    ['Open paperdoll', 1],
    ['Open backpack', 1],
  ]);
  const bag = layDown(shard, 'bag', 101, 100);
  const far = layDown(shard, 'bag', 110, 100);
  const book = putInto(shard, 'book-blank-blue', backpackOf(shard, anna));
  const sword = layDown(shard, 'longsword', 101, 101);
  shard.tick();
  assert.deepEqual(annas(bag), [['Open', 1]]);
  // It can be done, but not from here.
  assert.deepEqual(annas(far), [['Open', 0]]);
  assert.deepEqual(annas(book), [['Read', 1]]);
  // Nothing to use: an empty menu, so that the client can show what it does by itself.
  assert.deepEqual(annas(sword), []);
});

test('what is not shown has no menu', async () => {
  const { shard, bert, annas, world } = await scene();
  const hidden = putInto(shard, 'dagger', backpackOf(shard, bert));
  assert.equal(annas(hidden), null);
  assert.equal(annas(0x7fff_ffff), null);
  world.require(bert.serial, Mobile).hidden = true;
  shard.act((ctx) => ctx.emit({ kind: 'mobile-changed', mobile: bert.serial }));
  assert.equal(annas(bert.serial), null);
});

test('what is chosen is done by the rule that a click would ask', async () => {
  const { shard, anna, seen, choose } = await scene();
  choose(anna.serial, 'paperdoll');
  assert.equal(seen.anna.of('paperdoll')[0]?.serial, anna.serial);
  choose(anna.serial, 'backpack');
  assert.equal(seen.anna.of('container_opened')[0]?.serial, backpackOf(shard, anna));
  const far = layDown(shard, 'bag', 110, 100);
  shard.tick();
  choose(far, 'open');
  assert.match(seen.anna.of('told')[0]?.text ?? '', /too far/);
});

test('what the menu does not offer is not done', async () => {
  const { shard, anna, bert, seen, choose, world } = await scene();
  // Somebody else's backpack, a paperdoll of a sword, an entry that there is not.
  choose(bert.serial, 'backpack');
  assert.deepEqual(seen.anna.of('container_opened'), []);
  const book = layDown(shard, 'book-blank-blue', 101, 100);
  shard.tick();
  choose(book, 'open');
  assert.deepEqual(seen.anna.of('book'), []);
  anna.send(web.encodeMenuChoice, { serial: bert.serial, index: 999 });
  shard.tick();
  choose(anna.serial, 'trade');
  assert.deepEqual(boxesOf(world, anna.serial), []);
  assert.equal(anna.closed, null);
});

test('a trade begins with an empty window for both, and a second wish opens no other', async () => {
  const { shard, anna, bert, seen, annas, choose, world } = await scene();
  assert.deepEqual(annas(bert.serial), [
    ['Open paperdoll', 1],
    ['Trade', 1],
  ]);
  seen.bert.clear();
  choose(bert.serial, 'trade');
  assert.equal(seen.anna.of('trade_opened')[0]?.partner, bert.serial);
  assert.equal(seen.bert.of('secure_trade')[0]?.action, 0);
  choose(bert.serial, 'trade');
  assert.equal(boxesOf(world, anna.serial).length, 1);
  moveTo(shard, bert, 120, 100);
  shard.tick();
  assert.equal(seen.anna.of('trade_closed').length, 1);
  choose(bert.serial, 'trade');
  assert.equal(boxesOf(world, anna.serial).length, 0);
});

test('a UO client gets the same menu in the texts of its language file', async () => {
  const { anna, bert, berts, seen, shard, world } = await scene();
  assert.deepEqual(berts(bert.serial)?.entries, [
    { cliloc: 3_006_123, index: 0, flags: 0 },
    { cliloc: 3_006_145, index: 1, flags: 0 },
  ]);
  assert.deepEqual(
    berts(anna.serial)?.entries?.map(({ cliloc, index }) => [cliloc, index]),
    [
      [3_006_123, 0],
      [1_077_728, 2],
    ],
  );
  bert.send(packets.encodeGeneralRequest, { sub: 0x15, body: { serial: anna.serial, index: 2 } });
  shard.tick();
  assert.equal(boxesOf(world, bert.serial).length, 1);
  assert.equal(seen.anna.of('trade_opened')[0]?.partner, bert.serial);
});

test('a client before 6.0.0 is sent short numbers, and no text that these cannot name', async () => {
  const { anna, berts } = await scene('5.0.9.1');
  const menu = berts(anna.serial);
  assert.equal(menu?.mode, 1);
  assert.deepEqual(
    menu?.oldEntries?.map(({ clilocOffset, index }) => [clilocOffset, index]),
    [[6_123, 0]],
  );
});
