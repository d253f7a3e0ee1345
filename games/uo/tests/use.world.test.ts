import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ScriptedClient } from '../bots/scripted-client.ts';
import * as packets from '../protocol/index.ts';
import { Book, Door, Item, Light } from '../rules/things/item.ts';
import { backpackOf, layDown, moveTo, putInto } from '../testing/arrange.ts';
import { Inbox } from '../testing/inbox.ts';
import { TestShard } from '../testing/test-shard.ts';

async function scene() {
  const shard = new TestShard();
  const anna = await shard.enter('anna', 'Anna');
  const bert = await shard.enter('bert', 'Bert');
  moveTo(shard, anna, 100, 100);
  moveTo(shard, bert, 102, 100);
  const backpack = backpackOf(shard, anna);
  return {
    shard,
    world: shard.game.world,
    anna,
    bert,
    backpack,
    annas: new Inbox(anna),
    berts: new Inbox(bert),
  };
}

function words(inbox: Inbox): string[] {
  return inbox.of('unicode_speech').map(({ text }) => text);
}

function pointAt(client: ScriptedClient, inbox: Inbox, serial: number): void {
  const { cursorId } = inbox.of('target_cursor').at(-1)!;
  client.send(packets.encodeTargetResponse, {
    kind: 0,
    cursorId,
    intent: 0,
    serial,
    x: 0,
    y: 0,
    z: 0,
    graphic: 0,
  });
}

test('a container opens with what is in it, for its owner only', async () => {
  const { shard, anna, bert, annas } = await scene();
  const bag = layDown(shard, 'bag', 101, 101);
  const inside = [putInto(shard, 'dagger', bag), putInto(shard, 'apple', bag)];
  anna.use(bag);
  shard.tick();
  assert.deepEqual(
    annas.of('open_container').map(({ serial }) => serial),
    [bag],
  );
  assert.deepEqual(
    annas.of('container_contents')[0]?.items.map(({ serial }) => serial),
    inside,
  );
  annas.clear();
  anna.use(backpackOf(shard, bert));
  shard.tick();
  assert.deepEqual(annas.of('open_container'), []);
  assert.deepEqual(words(annas), ['That does not belong to you.']);
});

test('a thing that is too far away is not used', async () => {
  const { shard, anna, annas } = await scene();
  const bag = layDown(shard, 'bag', 104, 100);
  anna.use(bag);
  shard.tick();
  assert.deepEqual(words(annas), ['That is too far away.']);
  assert.deepEqual(annas.of('open_container'), []);
});

test('a book is written, titled and read back page by page', async () => {
  const { shard, world, anna, backpack, annas } = await scene();
  const book = putInto(shard, 'book-blank-red', backpack);
  anna.use(book);
  shard.tick();
  assert.deepEqual([annas.of('book_header')[0]?.writable, annas.of('book_pages')[0]?.pages.length], [1, 40]);
  anna.send(packets.encodeBookPageRequest, {
    serial: book,
    pages: [{ number: 2, numLines: 2, lines: [{ text: 'first' }, { text: 'zweite Zeile: ü' }] }],
  });
  anna.send(packets.encodeBookHeaderRequest, { serial: book, title: 'Days', author: 'Anna' });
  shard.tick();
  annas.clear();
  anna.use(book);
  shard.tick();
  const [header] = annas.of('book_header');
  assert.deepEqual([header?.title, header?.author], ['Days', 'Anna']);
  const lines = annas.of('book_pages')[0]?.pages[1]?.lines.map(({ text }) => text);
  assert.deepEqual(lines, ['first', 'zweite Zeile: ü']);
  annas.clear();
  anna.send(packets.encodeBookPageRequest, {
    serial: book,
    pages: [{ number: 2, numLines: 0xffff, lines: [] }],
  });
  shard.tick();
  assert.equal(annas.of('book_pages')[0]?.pages[0]?.lines[0]?.text, 'first');
  assert.equal(world.require(book, Book).pages.length, 40);
});

test('a finished book, a page that is not there and another’s book cannot be written', async () => {
  const { shard, world, anna, bert, backpack } = await scene();
  const books = [
    putInto(shard, 'book-old', backpack),
    putInto(shard, 'book-blank-red', backpack),
    putInto(shard, 'book-blank-red', backpackOf(shard, bert)),
  ];
  const before = books.map((book) => JSON.stringify(world.require(book, Book).pages));
  const pages = [41, 0].map((number) => ({ number, numLines: 1, lines: [{ text: 'x' }] }));
  anna.send(packets.encodeBookPageRequest, { serial: books[1]!, pages });
  for (const book of [books[0]!, books[2]!]) {
    const page = { number: 1, numLines: 1, lines: [{ text: 'x' }] };
    anna.send(packets.encodeBookPageRequest, { serial: book, pages: [page] });
    anna.send(packets.encodeBookHeaderRequest, { serial: book, title: 'x', author: 'x' });
  }
  shard.tick();
  assert.deepEqual(
    books.map((book) => JSON.stringify(world.require(book, Book).pages)),
    before,
  );
  assert.equal(world.require(books[2]!, Book).title, '');
});

test('dice are rolled for all who are near, by chance', async () => {
  const { shard, anna, backpack, berts } = await scene();
  const dice = putInto(shard, 'dice-cup', backpack);
  for (let i = 0; i < 20; i++) anna.use(dice);
  shard.tick();
  const rolls = words(berts);
  assert.equal(rolls.length, 20);
  for (const roll of rolls) {
    const [, a, b, total] = /^\*Anna rolls ([1-6]), ([1-6]): (\d+)\*$/.exec(roll) ?? [];
    assert.equal(Number(a) + Number(b), Number(total), roll);
  }
  assert.ok(new Set(rolls).size > 5);
});

test('a candle is lit, shines for others, and is put out', async () => {
  const { shard, world, anna, berts } = await scene();
  const candle = layDown(shard, 'candle', 101, 101);
  const { light } = shard.game.context.content.items.byId('candle')!;
  const isLit = world.require(candle, Light).lit;
  for (const lit of [!isLit, isLit]) {
    berts.clear();
    anna.use(candle);
    shard.tick();
    assert.equal(world.require(candle, Light).lit, lit);
    const shown = berts.of('world_item').at(-1)!;
    assert.equal(shown.graphic, lit ? light!.litGraphic : light!.unlitGraphic);
    assert.equal(shown.light !== 0, lit);
    assert.equal(berts.of('sound').length, 1);
  }
});

test('scissors cut cloth into as much as it makes, and nothing else', async () => {
  const { shard, world, anna, backpack, annas } = await scene();
  const scissors = putInto(shard, 'scissors', backpack);
  const bolts = putInto(shard, 'bolt-of-cloth', backpack, 2);
  const apple = putInto(shard, 'apple', backpack);
  const cut = (target: number): void => {
    anna.use(scissors);
    shard.tick();
    pointAt(anna, annas, target);
    shard.tick();
  };
  cut(apple);
  assert.equal(words(annas).at(-1), 'Scissors cannot be used on that.');
  cut(bolts);
  assert.equal(world.exists(bolts), false);
  const cloth = shard.game.context.content.items.byId('cloth-cut')!.number;
  const pieces = world.closureOf(backpack).filter((item) => world.require(item, Item).template === cloth);
  assert.deepEqual(
    pieces.map((item) => world.require(item, Item).amount),
    [100],
  );
});

test('scissors lose nothing of a stack too large, and are no use to whoever put them away', async () => {
  const { shard, world, anna, annas } = await scene();
  const scissors = layDown(shard, 'scissors', 101, 101);
  const bolts = layDown(shard, 'bolt-of-cloth', 100, 101, 2_000);
  anna.use(scissors);
  shard.tick();
  pointAt(anna, annas, bolts);
  shard.tick();
  const { maxAmount } = shard.game.context.content.items.byId('cloth-cut')!;
  const whole = Math.floor(Math.min(maxAmount, 60_000) / 50);
  assert.equal(world.require(bolts, Item).amount, 2_000 - whole);

  anna.use(scissors);
  shard.tick();
  shard.act(({ world }) => world.destroy(scissors));
  pointAt(anna, annas, bolts);
  shard.tick();
  assert.equal(world.require(bolts, Item).amount, 2_000 - whole);
});

test('scissors do not cut what players cannot take', async () => {
  const { shard, world, anna, backpack, annas } = await scene();
  const scissors = putInto(shard, 'scissors', backpack);
  const shirt = layDown(shard, 'shirt-plain', 101, 101);
  shard.act(({ world }) => {
    world.require(shirt, Item).fixed = true;
  });
  anna.use(scissors);
  shard.tick();
  pointAt(anna, annas, shirt);
  shard.tick();
  assert.equal(world.exists(shirt), true);
});

test('an answer to a cursor counts once', async () => {
  const { shard, world, anna, backpack, annas } = await scene();
  const scissors = putInto(shard, 'scissors', backpack);
  const [first, second] = [layDown(shard, 'shirt-plain', 101, 101), layDown(shard, 'shirt-plain', 101, 101)];
  anna.use(scissors);
  shard.tick();
  for (const shirt of [first, second]) pointAt(anna, annas, shirt);
  shard.tick();
  assert.deepEqual([world.exists(first), world.exists(second)], [false, true]);
});

test('food is eaten piece by piece; what stands there for show is not', async () => {
  const { shard, world, anna, backpack, berts } = await scene();
  const bread = putInto(shard, 'apple', backpack, 2);
  anna.use(bread);
  shard.tick();
  assert.equal(world.require(bread, Item).amount, 1);
  assert.equal(berts.of('character_animation').length, 1);
  anna.use(bread);
  shard.tick();
  assert.equal(world.exists(bread), false);
  const shown = layDown(shard, 'apple', 101, 101);
  shard.act(({ world }) => {
    world.require(shown, Item).fixed = true;
  });
  anna.use(shown);
  shard.tick();
  assert.equal(world.exists(shown), true);
});

test('a door opens, falls shut by itself, and waits for whoever stands in it', async () => {
  const { shard, world, anna, bert, berts } = await scene();
  const door = layDown(shard, 'door-metal-west-cw', 101, 99);
  const { doorCloseMs } = shard.game.context.ruleset;
  berts.clear();
  anna.use(door);
  shard.tick();
  const shown = berts.of('world_item').at(-1)!;
  assert.deepEqual([shown.serial, shown.x, shown.y, shown.graphic], [door, 100, 100, 0x0676]);
  assert.equal(berts.of('sound').length, 1);
  shard.tick(doorCloseMs + 1_000);
  shard.tick();
  assert.equal(world.require(door, Door).open, false);
  assert.equal(berts.of('world_item').at(-1)?.x, 101);

  anna.send(packets.encodeTextCommand, { kind: 0x58, text: '' });
  shard.tick();
  assert.equal(world.require(door, Door).open, true, 'the macro opens the nearest door');
  moveTo(shard, bert, 101, 99);
  shard.tick(doorCloseMs + 1_000);
  shard.tick();
  assert.equal(world.require(door, Door).open, true);
  anna.use(door);
  shard.tick();
  assert.equal(world.require(door, Door).open, true);
  moveTo(shard, bert, 110, 99);
  shard.tick(doorCloseMs + 1_000);
  shard.tick();
  assert.equal(world.require(door, Door).open, false);
});

test('a locked door stays shut', async () => {
  const { shard, world, anna, annas } = await scene();
  const door = layDown(shard, 'door-metal-west-cw', 101, 99);
  shard.act(({ world }) => {
    world.require(door, Door).locked = true;
  });
  anna.use(door);
  shard.tick();
  assert.equal(world.require(door, Door).open, false);
  assert.deepEqual(words(annas), ['This is locked.']);
});

test('an open door that staff put into a bag does not fall shut out of it', async () => {
  const { shard, world, anna, backpack } = await scene();
  const door = layDown(shard, 'door-metal-west-cw', 101, 99);
  anna.use(door);
  shard.tick();
  shard.act(({ world }) => world.contain(door, backpack, 60, 60, 0));
  shard.tick(shard.game.context.ruleset.doorCloseMs + 1_000);
  shard.tick();
  anna.use(door);
  shard.tick();
  assert.equal(world.parentOf(door), backpack);
});

test('a paperdoll opens, and tells whose it is', async () => {
  const { shard, anna, bert, annas } = await scene();
  anna.use(bert.serial);
  anna.use(0x80000000);
  shard.tick();
  const shown = annas.of('paperdoll').map(({ serial, text, flags }) => [serial, text, flags & 2]);
  assert.deepEqual(shown, [
    [bert.serial, 'Bert', 0],
    [anna.serial, 'Anna', 2],
  ]);
});
