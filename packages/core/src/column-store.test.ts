import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bytes, type Component, decodeCommit, defineComponent, u8, World } from './index.ts';

const Tape = defineComponent({
  id: 10,
  name: 'tape',
  layout: 'columns',
  fields: { kind: u8, cells: bytes(4) },
});

function makeWorld(components: readonly Component[] = [Tape]): World {
  return new World({ planes: [], kinds: [{ name: 'tape', first: 1, last: 9_999 }], components, seed: 1 });
}

/** A second world, from the commit records of the first. */
function rebuilt(records: readonly Uint8Array[]): World {
  const world = makeWorld();
  for (const record of records) {
    for (const { component, data, serial, version } of decodeCommit(record).changes)
      if (data !== null) world.load(serial, component, version, data);
  }
  world.finishLoading();
  return world;
}

test('bytes are kept for each entity, however many there are', () => {
  const world = makeWorld();
  for (let n = 1; n <= 300; n++) {
    const serial = world.newSerial(0);
    world.set(serial, Tape, { kind: n & 255, cells: Uint8Array.of(n, n >> 8, 7, 7) });
  }
  for (let serial = 1; serial <= 300; serial++)
    assert.deepEqual([...world.require(serial, Tape).cells], [serial & 255, serial >> 8, 7, 7]);
  world.destroy(17);
  const reused = world.newSerial(0);
  assert.deepEqual([...world.set(reused, Tape, {}).cells], [0, 0, 0, 0]);
});

test('one byte that changes is a change of its entity alone, and none if it stays the same', () => {
  const world = makeWorld();
  const [a, b] = [world.newSerial(0), world.newSerial(0)];
  world.set(a, Tape, { cells: Uint8Array.of(1, 2, 3, 4) });
  world.set(b, Tape, {});
  const first = world.takeCommit(1, 1, 1)!;
  const store = world.columns(Tape);
  store.poke(store.rows.get(b), 'cells', 2, 0);
  assert.equal(world.takeCommit(1, 2, 2), null);
  store.poke(store.rows.get(b), 'cells', 2, 9);
  const second = world.takeCommit(1, 2, 2)!;
  const changed = decodeCommit(second).changes.filter(({ component }) => component === Tape.id);
  assert.deepEqual(
    changed.map(({ serial }) => serial),
    [b],
  );
  const again = rebuilt([first, second]);
  assert.deepEqual([...again.require(b, Tape).cells], [0, 0, 9, 0]);
  assert.equal(again.stateHash(), world.stateHash());
});

test('bytes of another length are refused, and so is a byte beyond the end', () => {
  const world = makeWorld();
  const serial = world.newSerial(0);
  const tape = world.set(serial, Tape, {});
  assert.throws(() => world.set(serial, Tape, { cells: new Uint8Array(5) }), RangeError);
  assert.throws(() => {
    tape.cells = new Uint8Array(3);
  }, RangeError);
  assert.throws(() => world.columns(Tape).poke(0, 'cells', 4, 1), RangeError);
  assert.throws(
    () => defineComponent({ id: 11, name: 'letter', fields: { cells: bytes(4) } }),
    /needs the layout 'columns'/,
  );
});
