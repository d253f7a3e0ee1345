import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Decay, Item, Layer } from '../rules/things/item.ts';
import { heldBy, wornOn } from '../rules/things/worn.ts';
import { backpackOf, layDown, moveTo, putInto } from '../testing/arrange.ts';
import { Inbox } from '../testing/inbox.ts';
import { TestShard } from '../testing/test-shard.ts';

const GROUND = 0xffffffff;

/** Anna at (100, 100) and Bert who looks on, two tiles east. */
async function scene() {
  const shard = new TestShard();
  const anna = await shard.enter('anna', 'Anna');
  const bert = await shard.enter('bert', 'Bert');
  moveTo(shard, anna, 100, 100);
  moveTo(shard, bert, 102, 100);
  const { world } = shard.game;
  const backpack = backpackOf(shard, anna);
  const inboxes = { anna: new Inbox(anna), bert: new Inbox(bert) };
  const clear = (): void => {
    inboxes.anna.clear();
    inboxes.bert.clear();
  };
  return { shard, world, anna, bert, backpack, annas: inboxes.anna, berts: inboxes.bert, clear };
}

test('a thing that is lifted vanishes for others and lies where it is dropped', async () => {
  const { shard, world, anna, annas, berts, clear } = await scene();
  const dagger = layDown(shard, 'dagger', 101, 101);
  assert.equal(berts.of('world_item').at(-1)?.serial, dagger);
  clear();
  anna.lift(dagger);
  shard.tick();
  assert.equal(heldBy(world, anna.serial), dagger);
  assert.deepEqual(berts.of('delete_object'), [{ serial: dagger }]);
  assert.deepEqual(annas.of('lift_rejected'), []);
  assert.equal(world.has(dagger, Decay), false);
  clear();
  anna.drop(dagger, GROUND, 99, 102);
  shard.tick();
  assert.equal(annas.of('drop_accepted').length, 1);
  for (const inbox of [annas, berts]) {
    const [shown] = inbox.of('world_item');
    assert.deepEqual([shown?.serial, shown?.x, shown?.y], [dagger, 99, 102]);
  }
  assert.equal(world.has(dagger, Decay), true);
});

test('a thing goes into the backpack at the wished place, seen by whoever has it open', async () => {
  const { shard, world, anna, backpack, annas, berts, clear } = await scene();
  const dagger = layDown(shard, 'dagger', 101, 101);
  anna.use(backpack);
  shard.tick();
  assert.equal(annas.of('open_container').at(-1)?.serial, backpack);
  assert.ok(
    annas
      .of('container_contents')
      .at(-1)
      ?.items.every(({ container }) => container === backpack),
  );
  anna.lift(dagger);
  shard.tick();
  clear();
  anna.drop(dagger, backpack, 60, 80);
  shard.tick();
  assert.equal(world.parentOf(dagger), backpack);
  const [shown] = annas.of('container_item');
  assert.deepEqual([shown?.serial, shown?.x, shown?.y, shown?.container], [dagger, 60, 80, backpack]);
  assert.deepEqual(berts.kinds, []);
});

test('a backpack that is open stays so over a resync and a short jump', async () => {
  const { shard, anna, backpack, annas, clear } = await scene();
  anna.use(backpack);
  shard.tick();
  moveTo(shard, anna, 101, 100);
  clear();
  const dagger = putInto(shard, 'dagger', backpack);
  assert.deepEqual(
    annas.of('container_item').map(({ serial }) => serial),
    [dagger],
  );
});

test('the part of a stack that is lifted keeps the serial, the rest is a new thing that decays', async () => {
  const { shard, world, anna, backpack, berts, clear } = await scene();
  const gold = layDown(shard, 'gold-coin', 101, 101, 100);
  clear();
  anna.lift(gold, 30);
  shard.tick();
  assert.equal(world.require(gold, Item).amount, 30);
  const rest = berts.of('world_item').at(-1)!;
  assert.notEqual(rest.serial, gold);
  assert.deepEqual([rest.amount, rest.x, rest.y], [70, 101, 101]);
  assert.equal(world.has(rest.serial, Decay), true);

  // At a place of its own, not onto the coins that she has.
  anna.drop(gold, backpack, 60, 80);
  shard.tick();
  anna.lift(rest.serial, 0xffff);
  shard.tick();
  assert.equal(world.require(rest.serial, Item).amount, 70);
  anna.drop(rest.serial, gold);
  shard.tick();
  assert.equal(world.exists(rest.serial), false);
  assert.equal(world.parentOf(gold), backpack);
  assert.equal(world.require(gold, Item).amount, 100);
});

test('a lifted part merges again in a container, and different things do not', async () => {
  const { shard, world, anna } = await scene();
  const bag = layDown(shard, 'bag', 101, 101);
  const bread = putInto(shard, 'bread-loaf', bag);
  const gold = putInto(shard, 'gold-coin', bag, 50);
  anna.lift(gold, 20);
  shard.tick();
  anna.drop(gold, bag);
  shard.tick();
  const inside = [...world.closureOf(bag)].slice(1).map((item) => world.require(item, Item).amount);
  assert.deepEqual(
    inside.sort((a, b) => a - b),
    [1, 50],
  );
  const left = world.closureOf(bag).find((item) => item !== bag && item !== bread)!;
  anna.lift(left, 20);
  shard.tick();
  anna.drop(left, bread);
  shard.tick();
  assert.equal(world.require(bread, Item).amount, 1);
  assert.equal(world.parentOf(left), bag);
});

test('every cell of a container gives its thing back', async () => {
  const { shard, world, anna, backpack } = await scene();
  const dagger = layDown(shard, 'dagger', 101, 101);
  for (const cell of [0, Layer.mount, Layer.bank, 124]) {
    shard.act(({ world }) => world.contain(dagger, backpack, 60, 60, cell));
    anna.lift(dagger);
    shard.tick();
    assert.equal(heldBy(world, anna.serial), dagger, `cell ${cell}`);
    anna.drop(dagger, GROUND, 101, 101);
    shard.tick();
  }
});

test('a weapon is put on and seen in hand, and taken off again', async () => {
  const { shard, world, anna, backpack, annas, berts, clear } = await scene();
  const sword = putInto(shard, 'longsword', backpack);
  const before = wornOn(world, anna.serial, Layer.oneHanded);
  if (before !== 0) shard.act(({ world }) => world.destroy(before));
  anna.lift(sword);
  shard.tick();
  clear();
  // The layer is the sword's own, whatever the client says.
  anna.equip(sword, Layer.helmet);
  shard.tick();
  assert.equal(wornOn(world, anna.serial, Layer.oneHanded), sword);
  for (const inbox of [annas, berts]) {
    const [worn] = inbox.of('worn_item');
    assert.deepEqual([worn?.serial, worn?.layer, worn?.mobile], [sword, Layer.oneHanded, anna.serial]);
  }
  assert.equal(annas.of('drop_accepted').length, 1);
  clear();
  anna.lift(sword);
  shard.tick();
  assert.deepEqual(berts.of('delete_object'), [{ serial: sword }]);
});

test('what does not fit on is refused and goes back', async () => {
  const { shard, world, anna, backpack, annas } = await scene();
  const [first, second] = [putInto(shard, 'plate-helm', backpack), putInto(shard, 'plate-helm', backpack)];
  for (const helmet of [first, second]) {
    anna.lift(helmet);
    shard.tick();
    anna.equip(helmet, Layer.helmet);
    shard.tick();
  }
  assert.equal(wornOn(world, anna.serial, Layer.helmet), first);
  assert.equal(world.parentOf(second), backpack);
  assert.equal(annas.of('drop_rejected').length, 1);
  const apple = putInto(shard, 'apple', backpack);
  anna.lift(apple);
  shard.tick();
  anna.equip(apple, Layer.oneHanded);
  shard.tick();
  assert.equal(world.parentOf(apple), backpack);
});

test('a hand does not reach far, into others’ packs, to hair, or for a second thing', async () => {
  const { shard, world, anna, bert, annas } = await scene();
  const far = layDown(shard, 'dagger', 104, 100);
  const near = layDown(shard, 'dagger', 103, 100);
  const bertsDagger = putInto(shard, 'dagger', backpackOf(shard, bert));
  const hair = wornOn(world, anna.serial, Layer.hair);
  assert.notEqual(hair, 0);
  const door = layDown(shard, 'door-metal-west-cw', 101, 101);
  const refused = (item: number): number[] => {
    annas.clear();
    anna.lift(item);
    shard.tick();
    return annas.of('lift_rejected').map(({ reason }) => reason);
  };
  assert.deepEqual(refused(far), [1]);
  assert.deepEqual(refused(bertsDagger), [3]);
  assert.deepEqual(refused(backpackOf(shard, bert)), [3]);
  assert.deepEqual(refused(hair), [0]);
  assert.deepEqual(refused(backpackOf(shard, anna)), [0]);
  assert.deepEqual(refused(door), [0]);
  assert.deepEqual(refused(0x7fffffff), [0]);
  assert.deepEqual(refused(bert.serial), [0]);
  assert.equal(heldBy(world, anna.serial), 0);
  assert.deepEqual(refused(near), []);
  assert.deepEqual(refused(layDown(shard, 'dagger', 101, 101)), [4]);
  assert.equal(heldBy(world, anna.serial), near);
});

test('a drop that is refused gives the thing back to where it was', async () => {
  const { shard, world, anna, bert, annas } = await scene();
  const dagger = layDown(shard, 'dagger', 101, 101);
  const bag = layDown(shard, 'bag', 101, 101);
  for (const [onto, x, y] of [
    [0x3fffffff, 0xffff, 0xffff],
    [backpackOf(shard, bert), 0xffff, 0xffff],
    [GROUND, 110, 100],
    [GROUND, 0xfff0, 0xfff0],
    [0x7fffffff, 0, 0],
    [0, 0, 0],
    [dagger, 0, 0],
  ] as const) {
    anna.lift(dagger);
    shard.tick();
    annas.clear();
    anna.drop(dagger, onto, x, y);
    shard.tick();
    assert.deepEqual(annas.of('drop_rejected').length, 1, `onto ${onto}`);
    assert.equal(heldBy(world, anna.serial), 0);
    const { parent, x: backX, y: backY } = world.placement(dagger)!;
    assert.deepEqual([parent, backX, backY], [0, 101, 101]);
    assert.equal(annas.of('world_item').at(-1)?.serial, dagger);
  }
  anna.lift(bag);
  shard.tick();
  anna.drop(bag, bag);
  shard.tick();
  assert.equal(world.parentOf(bag), 0);
});

test('what was in hand is not lost with the link', async () => {
  const { shard, world, anna, backpack } = await scene();
  const dagger = putInto(shard, 'dagger', backpack);
  anna.lift(dagger);
  shard.tick();
  anna.close('cable');
  shard.tick();
  assert.equal(world.parentOf(dagger), backpack);
});

test('a stack that would be too heavy for its container is refused', async () => {
  const { shard, world, anna, backpack } = await scene();
  const inside = putInto(shard, 'iron-ingot', backpack, 20);
  const heap = layDown(shard, 'iron-ingot', 101, 101, 5_000);
  for (const onto of [backpack, inside]) {
    anna.lift(heap, 5_000);
    shard.tick();
    anna.drop(heap, onto);
    shard.tick();
    assert.equal(world.parentOf(heap), 0);
    assert.equal(world.require(inside, Item).amount, 20);
  }
});

test('what lies about decays, and its viewers are told', async () => {
  const { shard, world, berts } = await scene();
  const bag = layDown(shard, 'bag', 101, 101);
  const dagger = putInto(shard, 'dagger', bag);
  shard.tick(shard.game.context.ruleset.decayMs + 1_000);
  shard.tick(1_000);
  assert.deepEqual([world.exists(bag), world.exists(dagger)], [false, false]);
  assert.ok(berts.of('delete_object').some(({ serial }) => serial === bag));
});
