import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bringBack } from './bring-back.ts';
import { defineComponent, f64, text } from './component.ts';
import { World } from './world.ts';

const Name = defineComponent({ id: 50, name: 'name', fields: { name: text } });
const Fuse = defineComponent({ id: 51, name: 'fuse', fields: { dueMs: f64 }, timer: 'dueMs' });

function emptyWorld(): World {
  return new World({
    planes: [{ facet: 0, width: 64, height: 64 }],
    kinds: [{ name: 'thing', first: 1, last: 1000 }],
    components: [Name, Fuse],
    seed: 1,
  });
}

/** A copy of a world as of now. */
function snapshotOf(world: World): World {
  const copy = emptyWorld();
  for (const { component, data, serial, version } of world.states())
    copy.load(serial, component, version, data);
  assert.deepEqual(copy.finishLoading(), []);
  return copy;
}

function thing(world: World, name: string, parent: number): number {
  const serial = world.newSerial(0);
  world.set(serial, Name, { name });
  if (parent === 0) world.place(serial, 0, 5, 5, 0);
  else world.contain(serial, parent, 1, 2, 3);
  return serial;
}

function furnished() {
  const world = emptyWorld();
  const hero = thing(world, 'hero', 0);
  const rival = thing(world, 'rival', 0);
  const bag = thing(world, 'bag', hero);
  const coin = thing(world, 'coin', bag);
  const ring = thing(world, 'ring', bag);
  return { world, hero, rival, bag, coin, ring };
}

/** A world that is loaded from the present one is sound. */
function assertSound(world: World): void {
  snapshotOf(world);
}

test('what ceased to be comes back under its own serial, what changed is as it was, what came since stays', () => {
  const { bag, coin, hero, world } = furnished();
  world.set(coin, Fuse, { dueMs: 500 });
  const past = snapshotOf(world);
  world.nowMs = 10_000;
  world.destroy(bag);
  world.require(hero, Name).name = 'zero';
  const hat = thing(world, 'hat', hero);
  const { left, restored } = bringBack(past, world, [hero], 'leave');
  assert.equal(restored.length, 4);
  assert.deepEqual(left, []);
  assert.equal(world.require(hero, Name).name, 'hero');
  assert.equal(world.parentOf(coin), bag);
  assert.equal(world.parentOf(hat), hero);
  assert.equal(world.require(coin, Fuse).dueMs, 10_500);
  assertSound(world);
});

test('what somebody else has now: left, taken back, or copied', () => {
  for (const elsewhere of ['leave', 'take-back', 'copy'] as const) {
    const { bag, coin, hero, rival, ring, world } = furnished();
    const past = snapshotOf(world);
    world.contain(bag, rival, 0, 0, 0);
    world.destroy(ring);
    const { copies, left, restored } = bringBack(past, world, [hero], elsewhere);
    assertSound(world);
    if (elsewhere === 'leave') {
      assert.deepEqual(left, [bag, coin]);
      assert.equal(world.parentOf(bag), rival);
      // The bag it was in is not there: it goes to the one who carried the bag.
      assert.equal(world.parentOf(ring), hero);
    } else if (elsewhere === 'take-back') {
      assert.deepEqual(restored, [hero, bag, ring, coin]);
      assert.deepEqual([world.parentOf(bag), world.parentOf(coin)], [hero, bag]);
      assert.equal(world.holders.isEmpty(rival), true);
    } else {
      assert.deepEqual([...copies.keys()], [bag, coin]);
      assert.equal(world.parentOf(copies.get(coin)!), copies.get(bag));
      assert.equal(world.parentOf(copies.get(bag)!), hero);
      assert.equal(world.parentOf(bag), rival);
      assert.equal(world.parentOf(ring), copies.get(bag));
    }
  }
});

test('a bag that is now inside what it held then is turned out again', () => {
  const { bag, hero, ring, world } = furnished();
  const past = snapshotOf(world);
  world.contain(ring, hero, 0, 0, 0);
  world.contain(bag, ring, 0, 0, 0);
  bringBack(past, world, [hero], 'leave');
  assert.deepEqual([world.parentOf(ring), world.parentOf(bag)], [bag, hero]);
  assertSound(world);
});

test('a thing whose holder is gone too is refused, and nothing has changed', () => {
  const { bag, hero, world } = furnished();
  const past = snapshotOf(world);
  world.destroy(hero);
  const before = world.stateHash();
  assert.throws(() => bringBack(past, world, [bag], 'leave'), /is gone/);
  assert.equal(world.stateHash(), before);
});
