import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TileFlag } from '../files/index.ts';
import * as packets from '../protocol/index.ts';
import { AccessLevel } from '../rules/accounts/account.ts';
import { Mobile, Skills } from '../rules/mobiles/mobile.ts';
import { Item, ItemName } from '../rules/things/item.ts';
import { backpackOf, enterStaff, layDown, moveTo, putInto } from '../testing/arrange.ts';
import { flatLand, plainTileData } from '../testing/flat-land.ts';
import { Inbox } from '../testing/inbox.ts';
import { TestShard } from '../testing/test-shard.ts';

// What a client could send to gain, to see or to spoil more than it should.

const GROUND = 0xffffffff;

async function scene() {
  const shard = new TestShard();
  const anna = await shard.enter('anna', 'Anna');
  const bert = await shard.enter('bert', 'Bert');
  moveTo(shard, anna, 100, 100);
  moveTo(shard, bert, 100, 101);
  return { shard, anna, bert, annas: new Inbox(anna), backpack: backpackOf(shard, anna) };
}

test('a packet of a thousand pages does not fill the queue', async () => {
  const { shard, anna } = await scene();
  const pages = Array.from({ length: 1024 }, () => ({ number: 1, numLines: 0, lines: [] }));
  for (let i = 0; i < 40; i++) anna.send(packets.encodeBookPageRequest, { serial: 1, pages });
  assert.ok(shard.game.simulation.waiting <= 200, `${shard.game.simulation.waiting} wait`);
});

test('whoever leaves is gone, however full the queue is, and whoever comes is told', async () => {
  const { shard, anna } = await scene();
  const carl = shard.client('carl');
  const list = await shard.until(carl.authenticate());
  while (shard.game.simulation.offer({ kind: 'look', mobile: anna.serial, target: anna.serial }));
  const entering = carl.enter(list, 0, { name: 'Carl' });
  const told = assert.rejects(entering, /closed/);
  anna.close();
  shard.tick();
  shard.tick(400_000);
  assert.equal(shard.game.world.placement(anna.serial), undefined);
  await told;
});

test('a bag that somebody else has taken shows nothing more', async () => {
  const { shard, anna, bert, annas } = await scene();
  const bag = layDown(shard, 'bag', 101, 101);
  const pouch = putInto(shard, 'pouch', bag);
  anna.use(bag);
  anna.use(pouch);
  shard.tick();
  bert.lift(bag);
  shard.tick();
  bert.drop(bag, backpackOf(shard, bert));
  shard.tick();
  annas.clear();
  putInto(shard, 'gold-coin', bag, 5);
  putInto(shard, 'gold-coin', pouch, 6);
  shard.tick();
  assert.deepEqual(annas.of('container_item'), []);
});

test('what is in the backpack of somebody else cannot be asked about; what they wear can', async () => {
  const { shard, anna, bert, annas } = await scene();
  const hidden = putInto(shard, 'dagger', backpackOf(shard, bert));
  annas.clear();
  const ask = (serial: number): void => {
    anna.send(packets.encodePropertyListRequest, { serials: [serial] });
    anna.send(packets.encodeLookRequest, { serial });
    shard.tick(500);
  };
  ask(hidden);
  assert.deepEqual(annas.kinds, []);
  ask(backpackOf(shard, bert));
  assert.equal(annas.of('property_list').length, 1);
  const own = putInto(shard, 'dagger', backpackOf(shard, anna));
  annas.clear();
  ask(own);
  assert.equal(annas.of('property_list').length, 1);
});

test('bags in bags hold no more than the outermost one may', async () => {
  const { shard, anna, backpack } = await scene();
  const { world } = shard.game;
  const bag = layDown(shard, 'bag', 100, 100);
  anna.lift(bag);
  shard.tick();
  anna.drop(bag, backpack);
  shard.tick();
  for (let i = world.closureOf(backpack).length; i <= 125; i++) putInto(shard, 'dagger', backpack);
  const onTop = layDown(shard, 'dagger', 100, 100);
  anna.lift(onTop);
  shard.tick(500);
  anna.drop(onTop, bag);
  shard.tick(500);
  assert.notEqual(world.parentOf(onTop), bag);
});

test('skills that are refused bring nothing with them', async () => {
  const { shard } = await scene();
  const make = async (name: string, skills: { skill: number; value: number }[]) => {
    const client = shard.client(name);
    await shard.until(client.login(0, { name, skills }));
    const { values } = shard.game.world.require(client.serial, Skills);
    return {
      points: values.reduce((sum, value) => sum + value, 0),
      things: shard.game.world.closureOf(backpackOf(shard, client)).length,
    };
  };
  const four = (skill: number, value: number) => Array.from({ length: 4 }, () => ({ skill, value }));
  const zeros = four(0, 0);
  const none = await make('Nora', zeros);
  assert.deepEqual(await make('Dora', four(25, 30)), none);
  assert.deepEqual(await make('Greta', zeros.with(0, { skill: 25, value: 51 })), none);
  const mage = await make('Mona', zeros.with(0, { skill: 25, value: 50 }));
  assert.equal(mage.points, 500);
  assert.ok(mage.things > none.things);
});

test('coins do not become a part of a pile that cannot be taken, nor of one with a name', async () => {
  const { shard, anna } = await scene();
  const { world } = shard.game;
  const pile = layDown(shard, 'gold-coin', 100, 100, 10);
  const mine = layDown(shard, 'gold-coin', 101, 100, 5);
  const drop = (): void => {
    anna.lift(mine, 5);
    shard.tick(500);
    anna.drop(mine, pile);
    shard.tick(500);
  };
  shard.act(() => {
    world.require(pile, Item).fixed = true;
  });
  drop();
  assert.deepEqual([world.exists(mine), world.require(pile, Item).amount], [true, 10]);
  shard.act(() => {
    world.require(pile, Item).fixed = false;
    world.set(pile, ItemName, { name: 'the first ten' });
  });
  drop();
  assert.deepEqual([world.exists(mine), world.require(pile, Item).amount], [true, 10]);
  shard.act(() => world.remove(pile, ItemName));
  drop();
  assert.deepEqual([world.exists(mine), world.require(pile, Item).amount], [false, 15]);
});

test('the height that a client names does not let it see over a wall', async () => {
  const wall = { graphic: 0x80, z: 0, hue: 0 };
  const shard = new TestShard({
    terrain: { ...flatLand(256, 256), statics: (x, y) => (x === 101 && y === 100 ? [wall] : []) },
    tileData: {
      ...plainTileData,
      itemFlags: (graphic) => (graphic === wall.graphic ? TileFlag.wall | TileFlag.noShoot : 0),
      itemHeight: (graphic) => (graphic === wall.graphic ? 20 : 0),
    },
  });
  const anna = await shard.enter('anna', 'Anna');
  moveTo(shard, anna, 100, 100);
  const coin = layDown(shard, 'gold-coin', 100, 100);
  anna.lift(coin);
  shard.tick(500);
  anna.drop(coin, GROUND, 102, 100, 127);
  shard.tick(500);
  assert.equal(shard.game.world.placement(coin)?.x, 100);
});

test('a counselor does not hear of staff that hide from them', async () => {
  const shard = new TestShard();
  const conny = await enterStaff(shard, 'Conny', AccessLevel.counselor);
  const adele = await enterStaff(shard, 'Adele', AccessLevel.administrator);
  shard.act(({ world }) => {
    world.require(adele.serial, Mobile).hidden = true;
  });
  const inbox = new Inbox(conny);
  const who = (): string => {
    inbox.clear();
    conny.say('.who');
    shard.tick(500);
    return JSON.stringify(inbox.of('compressed_gump'));
  };
  assert.match(who(), /Conny/);
  assert.doesNotMatch(who(), /Adele/);
  inbox.clear();
  conny.say('.goname Adele');
  shard.tick(500);
  assert.match(JSON.stringify(inbox.of('unicode_speech')), /nobody of that name/);
});
