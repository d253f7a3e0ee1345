import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Layer } from '../rules/things/item.ts';
import { wornOn } from '../rules/things/worn.ts';
import { boxesOf } from '../rules/trade/trade-box.ts';
import { backpackOf, moveTo, putInto } from '../testing/arrange.ts';
import { TestShard } from '../testing/test-shard.ts';
import { enterTrader, isClosed, LOOKED_MS, marks } from '../testing/trade-scene.ts';
import { WebInbox } from '../testing/web-inbox.ts';
import * as web from '../web/index.ts';

/** Anna in a browser at (100, 100) with a dagger, Bert with a UO client two tiles east with a bag. */
async function scene() {
  const shard = new TestShard();
  const anna = await shard.enterWeb('anna', 'Anna');
  moveTo(shard, anna, 100, 100);
  const bert = await enterTrader(shard, 'Bert', 102);
  const inbox = new WebInbox(anna);
  shard.tick(1_000);
  const { world } = shard.game;
  const dagger = putInto(shard, 'dagger', backpackOf(shard, anna));
  const bag = putInto(shard, 'bag', bert.backpack);
  const box = (): number => boxesOf(world, anna.serial)[0] ?? 0;
  const give = (item: number, onto: number): void => {
    anna.lift(item);
    anna.drop(item, onto);
    shard.tick();
  };
  const accept = (accepted: 0 | 1): void => {
    anna.send(web.encodeTradeMarkRequest, { own: box(), accepted });
    shard.tick();
  };
  return { shard, world, anna, bert, inbox, dagger, bag, box, give, accept };
}

test('one in a browser and one with a UO client trade, each in its own window', async () => {
  const { shard, world, anna, bert, inbox, dagger, bag, box, give, accept } = await scene();
  give(dagger, bert.client.serial);
  const [own, other] = [box(), bert.box()];
  const [opened] = inbox.of('trade_opened');
  assert.deepEqual(
    [opened?.own, opened?.other, opened?.partner, opened?.name],
    [own, other, bert.client.serial, 'Bert'],
  );
  assert.deepEqual(
    inbox.of('contained_item').map(({ container, item }) => [container, item.serial]),
    [[own, dagger]],
  );
  // The window stands before the thing is put into it.
  assert.ok(inbox.kinds.indexOf('trade_opened') < inbox.kinds.indexOf('contained_item'));
  inbox.clear();
  bert.drop(bag, anna.serial);
  const shown = inbox.of('contained_item').at(-1);
  assert.deepEqual([shown?.container, shown?.item.serial], [other, bag]);
  shard.tick(LOOKED_MS);
  accept(1);
  assert.deepEqual(marks(bert), [0, 1]);
  const [marked] = inbox.of('trade_marked').slice(-1);
  assert.deepEqual([marked?.own, marked?.accepted, marked?.otherAccepted], [own, 1, 0]);
  inbox.clear();
  bert.accept();
  shard.tick();
  assert.equal(world.parentOf(dagger), bert.backpack);
  assert.equal(world.parentOf(bag), backpackOf(shard, anna));
  assert.ok(isClosed(bert));
  assert.deepEqual(
    inbox.of('trade_closed').map(({ completed, own: closed }) => [closed, completed]),
    [[own, 1]],
  );
});

test('a mark is taken back by whoever set it, and by every change of an offer', async () => {
  const { shard, world, anna, bert, inbox, dagger, bag, box, give, accept } = await scene();
  give(dagger, bert.client.serial);
  shard.tick(LOOKED_MS);
  accept(1);
  accept(0);
  assert.deepEqual(marks(bert), [0, 0]);
  accept(1);
  bert.drop(bag, bert.box());
  assert.deepEqual(marks(bert), [0, 0]);
  const [marked] = inbox.of('trade_marked').slice(-1);
  assert.equal(marked?.accepted, 0);
  // Too soon after a change: refused, and told that the mark is not set.
  inbox.clear();
  accept(1);
  assert.equal(inbox.of('trade_marked').at(-1)?.accepted, 0);
  assert.match(inbox.of('told').at(-1)?.text ?? '', /just changed/);
  assert.equal(world.parentOf(dagger), box());
  assert.equal(anna.closed, null);
});

test('who calls it off has everything back, and the window is told that nothing was done', async () => {
  const { shard, world, anna, bert, inbox, dagger, box, give } = await scene();
  give(dagger, bert.client.serial);
  const own = box();
  anna.send(web.encodeTradeCancelRequest, { own });
  shard.tick();
  assert.equal(world.parentOf(dagger), wornOn(world, anna.serial, Layer.backpack));
  assert.deepEqual(
    inbox.of('trade_closed').map(({ completed, own: closed }) => [closed, completed]),
    [[own, 0]],
  );
  assert.ok(isClosed(bert));
});

test('the trade of others is neither accepted nor called off', async () => {
  const { shard, bert, anna } = await scene();
  const carl = await shard.enterWeb('carl', 'Carl');
  moveTo(shard, carl, 101, 100);
  bert.drop(putInto(shard, 'dagger', bert.backpack), anna.serial);
  shard.tick(LOOKED_MS);
  for (const own of [bert.box(), boxesOf(shard.game.world, anna.serial)[0]!]) {
    carl.send(web.encodeTradeMarkRequest, { own, accepted: 1 });
    carl.send(web.encodeTradeCancelRequest, { own });
    shard.tick();
  }
  assert.equal(isClosed(bert), false);
  assert.deepEqual(marks(bert), [0, 0]);
});

test('a client of the first version is told of a trade in words, and sent nothing that it does not know', async () => {
  const shard = new TestShard();
  const bert = await enterTrader(shard, 'Bert', 102);
  const old = shard.webClient('anna');
  const inbox = new WebInbox(old);
  await shard.until(old.login(0, { name: 'Anna' }, 1));
  moveTo(shard, old, 100, 100);
  shard.tick(1_000);
  inbox.clear();
  bert.drop(putInto(shard, 'dagger', bert.backpack), old.serial);
  assert.match(inbox.of('told').at(-1)?.text ?? '', /Bert begin to trade/);
  bert.cancel();
  assert.match(inbox.of('told').at(-1)?.text ?? '', /over/);
  assert.ok(!inbox.kinds.some((kind) => kind.startsWith('trade')));
});
