import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TileFlag } from '../files/tile-data.ts';
import * as packets from '../protocol/index.ts';
import { AccessLevel } from '../rules/accounts/account.ts';
import { Book, Item, Layer } from '../rules/things/item.ts';
import { makeGraphic } from '../rules/things/make-item.ts';
import { destroyItem, moveToGround } from '../rules/things/move-item.ts';
import { heldBy } from '../rules/things/worn.ts';
import { boxesOf } from '../rules/trade/trade-box.ts';
import { backpackOf, enterStaff, layDown, moveTo, putInto } from '../testing/arrange.ts';
import { plainTileData } from '../testing/flat-land.ts';
import { Inbox } from '../testing/inbox.ts';
import { enterTrader, isClosed, LOOKED_MS, marks, type Trader, tradeScene } from '../testing/trade-scene.ts';

test('a thing that came from an offer does not fall back into it once that is agreed upon', async () => {
  const { shard, world, anna, bert, bag, dagger } = await tradeScene();
  // Bert offers a bag with a dagger in it, takes the dagger out, and the bag alone is traded.
  shard.act(({ world }) => world.contain(dagger, bag, 0, 0, 0));
  bert.drop(bag, anna.client.serial);
  bert.client.lift(dagger);
  shard.tick();
  shard.tick(LOOKED_MS);
  anna.accept();
  bert.accept();
  shard.tick();
  assert.equal(world.parentOf(bag), anna.backpack);
  bert.client.drop(dagger, 0x7fffffff);
  shard.tick();
  assert.equal(world.parentOf(dagger), bert.backpack);
});

test('nobody else has anything to do with a trade', async () => {
  const { shard, world, anna, bert, carl, dagger, gold, bag, clear, offerBoth } = await tradeScene();
  offerBoth();
  const inner = putInto(shard, 'apple', bag);
  const own = putInto(shard, 'apple', carl.backpack);
  const [annas, berts] = [anna.box(), bert.box()];
  clear();
  for (const thing of [annas, berts, bag, inner, dagger]) {
    carl.client.use(thing);
    carl.client.lift(thing);
    carl.drop(own, thing);
  }
  carl.client.acceptTrade(annas);
  carl.client.cancelTrade(annas);
  shard.tick();
  assert.equal(world.parentOf(own), carl.backpack);
  assert.equal(heldBy(world, carl.client.serial), 0);
  for (const kind of ['open_container', 'container_contents', 'secure_trade'] as const)
    assert.deepEqual(carl.inbox.of(kind), [], kind);
  assert.deepEqual(marks(anna), undefined);
  // Neither may the partner touch the other side.
  bert.client.lift(dagger);
  bert.client.acceptTrade(annas);
  bert.client.cancelTrade(annas);
  shard.tick();
  assert.equal(world.parentOf(dagger), annas);
  assert.equal(isClosed(anna), false);
  anna.drop(gold, berts);
  assert.equal(world.parentOf(gold), anna.backpack);
});

test('the two see what is in the bags they offer, and use nothing', async () => {
  const { shard, world, anna, bert, bag, offerBoth, clear } = await tradeScene();
  const apple = putInto(shard, 'apple', bag);
  offerBoth();
  for (const who of [anna, bert]) {
    clear();
    who.client.use(bag);
    who.client.use(apple);
    shard.tick();
    assert.deepEqual(
      who.inbox.of('open_container').map(({ serial }) => serial),
      [bag],
    );
    assert.deepEqual(
      who.inbox.of('container_contents')[0]?.items.map(({ serial }) => serial),
      [apple],
    );
    assert.equal(world.exists(apple), true);
  }
  // However the trade ends, what is in it from now on is no business of hers.
  moveTo(shard, bert.client, 200, 200);
  shard.tick();
  moveTo(shard, bert.client, 102, 100);
  clear();
  putInto(shard, 'apple', bag);
  assert.deepEqual(anna.inbox.kinds, []);
});

test('what is offered is neither cut, nor written in, nor read by others', async () => {
  const { shard, world, anna, bert, clear } = await tradeScene();
  const scissors = putInto(shard, 'scissors', anna.backpack);
  const cloth = putInto(shard, 'cloth-cut', anna.backpack, 10);
  const book = putInto(shard, 'book-blank-red', anna.backpack);
  for (const thing of [cloth, book]) anna.drop(thing, bert.client.serial);
  anna.client.use(scissors);
  shard.tick();
  const { cursorId } = anna.inbox.of('target_cursor').at(-1)!;
  const answer = { kind: 0, cursorId, intent: 0, serial: cloth, x: 0, y: 0, z: 0, graphic: 0 };
  anna.client.send(packets.encodeTargetResponse, answer);
  shard.tick();
  assert.equal(world.get(cloth, Item)?.amount, 10);
  const write = [{ number: 1, numLines: 1, lines: [{ text: 'mine' }] }];
  anna.client.send(packets.encodeBookPageRequest, { serial: book, pages: write });
  shard.tick();
  assert.deepEqual(world.get(book, Book)?.pages[0], []);
  clear();
  const ask = [{ number: 1, numLines: 0xffff, lines: [] }];
  bert.client.send(packets.encodeBookPageRequest, { serial: book, pages: ask });
  shard.tick();
  assert.deepEqual(bert.inbox.of('book_pages'), []);
});

test('staff trade as others do: not unseen, not what is fixed, and no side but their own', async () => {
  const { shard, world, anna, bert, dagger, offerBoth } = await tradeScene();
  const gordon = await enterStaff(shard, 'Gordon', AccessLevel.administrator);
  moveTo(shard, gordon, 101, 101);
  const gordons = new Inbox(gordon);
  const give = (item: number): void => {
    gordon.lift(item);
    gordon.drop(item, anna.client.serial);
    shard.tick();
  };
  const sword = putInto(shard, 'longsword', backpackOf(shard, gordon));
  const tree = shard.act((ctx) => {
    const made = makeGraphic(ctx, 0xd94);
    ctx.world.require(made, Item).fixed = true;
    moveToGround(ctx, made, 0, 101, 102, 0);
    return made;
  });
  give(tree);
  assert.equal(world.parentOf(tree), 0);
  gordon.say('.hide');
  shard.tick();
  give(sword);
  assert.equal(world.rootOf(sword), gordon.serial);
  assert.deepEqual(anna.inbox.of('secure_trade'), []);
  assert.match(gordons.of('unicode_speech').at(-1)!.text, /nobody sees you/);
  // Who does not see a hidden person learns nothing of it.
  anna.drop(dagger, gordon.serial);
  assert.match(anna.inbox.of('unicode_speech').at(-1)!.text, /cannot trade with you now/);
  offerBoth();
  for (const target of [anna.box(), dagger]) {
    gordon.lift(target);
    gordon.use(target);
    shard.tick();
    assert.equal(heldBy(world, gordon.serial), 0);
  }
  gordon.say('.unhide');
  shard.tick();
  give(sword);
  assert.equal(world.rootOf(sword), gordon.serial);
  assert.equal(boxesOf(world, anna.client.serial).length, 2);
  gordon.say('.hide');
  shard.tick();
  assert.equal(boxesOf(world, anna.client.serial).length, 1);
  assert.equal(boxesOf(world, bert.client.serial).length, 1);
});

test('a trade begins only between people who can see each other, and goes on behind a tree', async () => {
  const tileData = { ...plainTileData, itemFlags: () => TileFlag.noShoot, itemHeight: () => 20 };
  const { shard, world, anna, bert, dagger, gold } = await tradeScene({ tileData });
  const wall = layDown(shard, 'door-metal-west-cw', 101, 100);
  anna.drop(dagger, bert.client.serial);
  assert.equal(world.parentOf(dagger), anna.backpack);
  shard.act((ctx) => destroyItem(ctx, wall));
  anna.drop(dagger, bert.client.serial);
  assert.equal(world.parentOf(dagger), anna.box());
  layDown(shard, 'door-metal-west-cw', 101, 100);
  anna.drop(gold, bert.client.serial);
  assert.equal(world.parentOf(gold), anna.box());
});

test('a box is no thing: it is not lifted, worn, put into itself or into anything', async () => {
  const { shard, world, anna, bert, offerBoth } = await tradeScene();
  offerBoth();
  const box = anna.box();
  for (const onto of [box, bert.box(), anna.backpack, bert.client.serial, 0xffffffff]) anna.drop(box, onto);
  anna.client.equip(box, Layer.trade);
  shard.tick();
  const { parent, slot } = world.placement(box)!;
  assert.deepEqual([parent, slot], [anna.client.serial, Layer.trade]);
  assert.equal(isClosed(anna), false);
});

test('who is too far, gone, hidden or busy is not traded with, and the thing stays whose it was', async () => {
  const { shard, world, anna, bert, carl, dagger } = await tradeScene();
  const refused = (): void => {
    anna.inbox.clear();
    anna.drop(dagger, bert.client.serial);
    assert.equal(world.parentOf(dagger), anna.backpack);
    assert.deepEqual(anna.inbox.of('secure_trade'), []);
    assert.equal(heldBy(world, anna.client.serial), 0);
  };
  moveTo(shard, bert.client, 104, 100);
  refused();
  moveTo(shard, bert.client, 103, 100);
  bert.client.close();
  shard.tick();
  refused();
  const others: Trader[] = [carl];
  for (let i = 0; i < 8; i++) others.push(await enterTrader(shard, `Dora ${'abcdefgh'[i]}`, 101));
  for (const other of others) anna.drop(putInto(shard, 'apple', anna.backpack), other.client.serial);
  assert.equal(boxesOf(world, anna.client.serial).length, 8);
});
