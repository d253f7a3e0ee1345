import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  bool,
  type Change,
  type Component,
  decodeCommit,
  defineComponent,
  exportClosure,
  f64,
  importClosure,
  json,
  Placement,
  text,
  u8,
  u16,
  World,
} from './index.ts';

const Stack = defineComponent({
  id: 10,
  name: 'stack',
  layout: 'columns',
  fields: { amount: u16, hue: u16, movable: bool },
});
const Name = defineComponent({
  id: 11,
  name: 'name',
  fields: { name: text, tags: json<readonly string[]>([]) },
});
const Decay = defineComponent({
  id: 12,
  name: 'decay',
  layout: 'columns',
  fields: { dueMs: f64 },
  timer: 'dueMs',
});

const MOBILE = 0;
const ITEM = 1;

function makeWorld(components: readonly Component[] = [Stack, Name, Decay]): World {
  return new World({
    planes: [{ facet: 0, width: 100, height: 60 }],
    kinds: [
      { name: 'mobile', first: 1, last: 0x3fffffff },
      { name: 'item', first: 0x40000000, last: 0x7fffffff },
    ],
    components,
    seed: 1,
  });
}

/** A second world, made of nothing but the commit records of the first. */
function rebuilt(records: readonly Uint8Array[], components?: Parameters<typeof makeWorld>[0]): World {
  const states = new Map<string, Change>();
  for (const record of records) {
    for (const change of decodeCommit(record).changes) {
      const key = `${change.serial}/${change.component}`;
      if (change.data === null) states.delete(key);
      else states.set(key, change);
    }
  }
  const world = makeWorld(components);
  for (const { serial, component, version, data } of states.values())
    world.load(serial, component, version, data!);
  assert.deepEqual(world.finishLoading(), []);
  return world;
}

test('a component is read and written through live accessors, in both layouts', () => {
  const world = makeWorld();
  const serial = world.newSerial(ITEM);
  world.set(serial, Stack, { amount: 3 });
  world.set(serial, Name, { name: 'apple' });
  const stack = world.require(serial, Stack);
  stack.amount += 2;
  stack.movable = true;
  world.require(serial, Name).name = 'Äpfel 🍎';
  assert.equal(world.get(serial, Stack)?.amount, 5);
  assert.equal(world.get(serial, Stack)?.movable, true);
  assert.equal(world.get(serial, Name)?.name, 'Äpfel 🍎');
  assert.deepEqual(world.inspect(serial), {
    stack: { amount: 5, hue: 0, movable: true },
    name: { name: 'Äpfel 🍎', tags: [] },
  });
});

test('a commit holds what changed since the last one, and only that', () => {
  const world = makeWorld();
  const a = world.newSerial(ITEM);
  const b = world.newSerial(ITEM);
  world.set(a, Stack, { amount: 1 });
  world.set(b, Stack, { amount: 1 });
  world.takeCommit(1, 1, 1);
  assert.equal(world.takeCommit(1, 2, 2), null);
  world.require(b, Stack).amount = 1;
  assert.equal(world.takeCommit(1, 2, 2), null, 'the same value is no change');
  world.require(b, Stack).amount = 7;
  const record = decodeCommit(world.takeCommit(1, 2, 3)!);
  assert.deepEqual(
    record.changes.filter((change) => change.serial !== 0).map((change) => [change.serial, change.component]),
    [[b, Stack.id]],
  );
});

test('an entity enters, moves between and leaves the sectors', () => {
  const world = makeWorld();
  const serial = world.newSerial(MOBILE);
  const seen = (x: number, y: number, range: number): number[] => {
    const found: number[] = [];
    world.eachNear(0, x, y, range, MOBILE, (s) => found.push(s));
    return found;
  };
  world.place(serial, 0, 15, 15, 0);
  assert.deepEqual(seen(20, 20, 5), [serial]);
  assert.deepEqual(seen(21, 20, 5), []);
  world.place(serial, 0, 90, 50, 3);
  assert.deepEqual(seen(20, 20, 18), []);
  assert.deepEqual(seen(80, 40, 10), [serial]);
  world.displace(serial);
  assert.deepEqual(seen(80, 40, 10), []);
  assert.throws(() => world.place(serial, 0, 100, 0, 0), RangeError);
  assert.throws(() => world.place(serial, 7, 1, 1, 0), RangeError);
});

test('nothing can be inside itself', () => {
  const world = makeWorld();
  const [bag, box] = [world.newSerial(ITEM), world.newSerial(ITEM)];
  world.place(bag, 0, 1, 1, 0);
  world.contain(box, bag, 0, 0, 0);
  assert.throws(() => world.contain(bag, box, 0, 0, 0), /inside itself/);
  assert.throws(() => world.contain(bag, bag, 0, 0, 0), /inside itself/);
});

test('destroying a holder destroys what it holds', () => {
  const world = makeWorld();
  const [bag, box, coin] = [world.newSerial(ITEM), world.newSerial(ITEM), world.newSerial(ITEM)];
  world.place(bag, 0, 1, 1, 0);
  world.contain(box, bag, 0, 0, 0);
  world.contain(coin, box, 0, 0, 0);
  world.set(coin, Stack, { amount: 9 });
  assert.deepEqual(world.destroy(bag), [bag, box, coin]);
  assert.equal(world.exists(coin), false);
});

test('any history of changes is rebuilt from its commit records, to the same hash', () => {
  const operation = fc.record({
    op: fc.constantFrom(
      'make',
      'place',
      'contain',
      'amount',
      'name',
      'drop-name',
      'destroy',
      'commit',
      'decay',
    ),
    a: fc.nat(20),
    b: fc.nat(20),
  });
  fc.assert(
    fc.property(fc.array(operation, { maxLength: 120 }), (operations) => {
      const world = makeWorld();
      const alive: number[] = [];
      const records: Uint8Array[] = [];
      let sequence = 0;
      const commit = (): void => {
        const record = world.takeCommit(1, ++sequence, sequence);
        if (record !== null) records.push(record);
      };
      for (const { op, a, b } of operations) {
        const target = alive[a % Math.max(1, alive.length)];
        const other = alive[b % Math.max(1, alive.length)];
        if (op === 'make') {
          const serial = world.newSerial(ITEM);
          world.place(serial, 0, a, b, 0);
          world.set(serial, Stack, { amount: a });
          alive.push(serial);
        } else if (op === 'commit') commit();
        else if (target === undefined || other === undefined) continue;
        else if (op === 'place') world.place(target, 0, b * 4, a * 2, b);
        else if (op === 'contain') {
          if (!world.closureOf(target).includes(other)) world.contain(target, other, a, b, 1);
        } else if (op === 'amount') world.require(target, Stack).amount = b;
        else if (op === 'name') world.set(target, Name, { name: `n${b}`, tags: [String(a)] });
        else if (op === 'drop-name') world.remove(target, Name);
        else if (op === 'decay') world.set(target, Decay, { dueMs: 1000 + b });
        else for (const gone of world.destroy(target)) alive.splice(alive.indexOf(gone), 1);
      }
      commit();
      const copy = rebuilt(records);
      assert.equal(copy.stateHash(), world.stateHash());
      for (const serial of alive) {
        assert.deepEqual(copy.inspect(serial), world.inspect(serial));
        assert.deepEqual(new Set(copy.closureOf(serial)), new Set(world.closureOf(serial)));
      }
    }),
    { numRuns: 150 },
  );
});

test('the state hash tells worlds apart that differ in one bit', () => {
  const world = makeWorld();
  const serial = world.newSerial(ITEM);
  world.set(serial, Stack, { amount: 4 });
  const before = world.stateHash();
  world.require(serial, Stack).amount = 5;
  assert.notEqual(world.stateHash(), before);
  world.require(serial, Stack).amount = 4;
  assert.equal(world.stateHash(), before);
});

test('a closure leaves one world and enters another, byte for byte, with its timers as time remaining', () => {
  const from = makeWorld();
  const to = makeWorld();
  to.nowMs = 50_000;
  const [person, bag, coin] = [from.newSerial(MOBILE), from.newSerial(ITEM), from.newSerial(ITEM)];
  from.nowMs = 1_000;
  from.place(person, 0, 5, 5, 0);
  from.contain(bag, person, 0, 0, 21);
  from.contain(coin, bag, 44, 65, 3);
  from.set(coin, Stack, { amount: 100 });
  from.set(coin, Decay, { dueMs: 4_000 });
  const closure = exportClosure(from, person);
  importClosure(to, closure);
  assert.deepEqual(to.inspect(coin)['stack'], from.inspect(coin)['stack']);
  assert.equal(to.get(coin, Decay)?.dueMs, 53_000);
  assert.equal(to.rootOf(coin), person);
  assert.deepEqual(exportClosure(to, person), closure);
  assert.throws(() => importClosure(to, closure), /already here/);
});

test('states of an unknown component survive a load, a change and a save', () => {
  const world = makeWorld();
  const serial = world.newSerial(ITEM);
  world.place(serial, 0, 1, 1, 0);
  world.set(serial, Name, { name: 'kept' });
  const record = world.takeCommit(1, 1, 1)!;
  const older = rebuilt([record], [Stack, Decay]);
  assert.deepEqual(Object.keys(older.inspect(serial)), ['placement']);
  assert.equal(older.stateHash(), world.stateHash(), 'the opaque state counts');
  older.destroy(serial);
  const removal = decodeCommit(older.takeCommit(1, 2, 2)!).changes.find(
    (change) => change.component === Name.id,
  );
  assert.equal(removal?.data, null);
});

test('an older schema is lifted to the current one', () => {
  const first = defineComponent({ id: 20, name: 'purse', fields: { coins: u8 } });
  const second = defineComponent({
    id: 20,
    name: 'purse',
    version: 2,
    fields: { gold: u16, silver: u16 },
    past: { 1: { fields: { coins: u8 }, upgrade: (old) => ({ gold: old['coins'], silver: 0 }) } },
  });
  const old = makeWorld([first]);
  const serial = old.newSerial(ITEM);
  old.set(serial, first, { coins: 12 });
  const copy = rebuilt([old.takeCommit(1, 1, 1)!], [second]);
  assert.deepEqual({ ...copy.inspect(serial) }['purse'], { gold: 12, silver: 0 });
  assert.throws(
    () => defineComponent({ id: 20, name: 'purse', version: 3, fields: {} }),
    /no upgrade from version 1/,
  );
});

test('a broken world is named, entity by entity', () => {
  const world = makeWorld();
  const [a, b, c] = [world.newSerial(ITEM), world.newSerial(ITEM), world.newSerial(ITEM)];
  world.place(a, 0, 1, 1, 0);
  world.contain(b, a, 0, 0, 0);
  world.contain(c, b, 0, 0, 0);
  const changes = decodeCommit(world.takeCommit(1, 1, 1)!).changes;
  const copy = makeWorld();
  for (const { serial, component, version, data } of changes) {
    if (serial !== a) copy.load(serial, component, version, data!);
  }
  assert.deepEqual(
    copy.finishLoading().map((violation) => violation.serial),
    [b],
  );
});

test('a loaded world gives out no serial twice', () => {
  const world = makeWorld();
  const serial = world.newSerial(ITEM);
  world.place(serial, 0, 1, 1, 0);
  const copy = rebuilt([world.takeCommit(1, 1, 1)!]);
  assert.ok(copy.newSerial(ITEM) > serial);
  assert.equal(copy.get(serial, Placement)?.x, 1);
});
