import assert from 'node:assert/strict';
import { type FileHandle, mkdir, mkdtemp, open, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mock, test } from 'node:test';
import { defineComponent, encodeCommit, text, u8 } from '@gommog/core';
import { chunksOf } from '../component-chunks.ts';
import type { ComponentBatches, StoredComponent } from '../image.ts';
import { openStore, type Store } from '../open-store.ts';
import { describeState, tortureRecord, tortureState } from '../testing/torture-world.ts';
import { backUp } from './backup.ts';
import { listCheckpoints, readCheckpoint, writeCheckpoint } from './checkpoint.ts';
import { entityHistory } from './entity-history.ts';
import { logOf } from './log-reading.ts';
import { restoreWorld } from './restore.ts';
import { type When, worldAt, worldNow } from './world-at.ts';

async function* batches(components: readonly StoredComponent[]): ComponentBatches {
  yield components;
}

const opened: Store[] = [];

async function inFolder(run: (dir: string) => Promise<void>): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'gommog-history-'));
  try {
    await run(dir);
  } finally {
    for (const { queue } of opened.splice(0)) await queue.close();
    await rm(dir, { recursive: true });
  }
}

/** A store over `dir/data` whose log forgets early. */
async function openSmall(dir: string, keepBytes = 1e9): Promise<Store> {
  const store = await openStore({
    dir: join(dir, 'data'),
    inWorker: false,
    load: () => {},
    segmentBytes: 20_000,
    imageDelayMs: 1,
    keepBytes,
  });
  opened.push(store);
  return store;
}

async function saveUpTo({ queue }: Store, last: number): Promise<void> {
  for (let sequence = queue.sequence + 1; sequence <= last; sequence++) {
    queue.push(encodeCommit(tortureRecord(queue.epoch, sequence)), sequence);
    if (sequence % 10 === 0) await queue.drain();
  }
  await queue.drain();
}

async function stateAt(dir: string, when: When): Promise<Map<string, string>> {
  const state = new Map<string, string>();
  for await (const batch of (await worldAt(dir, when)).components()) {
    for (const { component, data, serial, version } of batch)
      state.set(`${serial}:${component}`, describeState(version, data));
  }
  return state;
}

test('the world as of any record is what it was', () =>
  inFolder(async (dir) => {
    const store = await openSmall(dir);
    await saveUpTo(store, 300);
    const data = join(dir, 'data');
    for (const sequence of [1, 2, 149, 300])
      assert.deepEqual(await stateAt(data, { sequence }), tortureState(sequence));
    await assert.rejects(stateAt(data, { sequence: 301 }), { code: 'GMG_STORE_GAP' });
    await store.queue.close();
  }));

test('a wall time means the last record that was taken by then', () =>
  inFolder(async (dir) => {
    const store = await openSmall(dir);
    await saveUpTo(store, 20);
    const data = join(dir, 'data');
    const dates: number[] = [];
    for await (const { wallMs } of (await logOf(data)).read(1)) dates.push(wallMs);
    const wallMs = dates[9]!;
    const { moment } = await worldAt(data, { wallMs });
    assert.equal(moment.sequence, dates.filter((each) => each <= wallMs).length);
    assert.equal((await worldAt(data, { wallMs: Date.now() + 1000 })).moment.sequence, 20);
    await assert.rejects(worldAt(data, { wallMs: dates[0]! - 1 }), { code: 'GMG_STORE_GAP' });
    await store.queue.close();
  }));

test('what the log forgot is told from a checkpoint on, and not before', () =>
  inFolder(async (dir) => {
    const store = await openSmall(dir);
    await saveUpTo(store, 150);
    const data = join(dir, 'data');
    const { moment, components } = await worldAt(data, { sequence: 150 });
    await writeCheckpoint(data, moment, chunksOf(components()));
    await saveUpTo(store, 250);
    await store.queue.close();
    for (const name of (await readdir(join(data, 'log'))).sort().slice(0, 1))
      await rm(join(data, 'log', name));
    const { first } = await logOf(data);
    assert.ok(first > 20 && first <= 151, `the log begins at ${first}`);
    assert.deepEqual(await stateAt(data, { sequence: 150 }), tortureState(150));
    assert.deepEqual(await stateAt(data, { sequence: 222 }), tortureState(222));
    await assert.rejects(stateAt(data, { sequence: 140 }), { code: 'GMG_STORE_GAP' });
    const [oldest] = (await readdir(join(data, 'log'))).sort();
    await rm(join(data, 'log', oldest!));
    assert.ok((await logOf(data)).first > 151);
    assert.deepEqual(await stateAt(data, { sequence: 150 }), tortureState(150));
    await assert.rejects(stateAt(data, { sequence: 222 }), { code: 'GMG_STORE_GAP' });
  }));

test('a checkpoint that is damaged or cut off is refused with file and offset', () =>
  inFolder(async (dir) => {
    const component = { serial: 5, component: 1, version: 1, data: Uint8Array.of(1, 2, 3) };
    const moment = { epoch: 1, sequence: 9, tick: 9, timeMs: 100, wallMs: 1e12 };
    const { path } = await writeCheckpoint(dir, moment, chunksOf(batches([component])));
    const [found] = await listCheckpoints(dir);
    assert.deepEqual(found, { ...moment, path });
    const read = async () => {
      const all = [];
      for await (const batch of readCheckpoint(found!)) {
        for (const { component, data, serial, version } of batch)
          all.push({ serial, component, version, data: Uint8Array.from(data) });
      }
      return all;
    };
    assert.deepEqual(await read(), [component]);
    const bytes = await readFile(path);
    const damaged = Buffer.from(bytes);
    damaged[60]! ^= 4;
    await writeFile(path, damaged);
    await assert.rejects(read(), { code: 'GMG_STORE_CORRUPT', file: path, offset: 48 });
    await writeFile(path, bytes.subarray(0, -3));
    await assert.rejects(read(), { code: 'GMG_STORE_CORRUPT', file: path });
  }));

test('a disk that takes a part of what it is given leaves no hole in a backup', () =>
  inFolder(async (dir) => {
    const store = await openSmall(dir);
    await saveUpTo(store, 160);
    const handle = await open(dir, 'r');
    const shared = Object.getPrototypeOf(handle) as FileHandle;
    await handle.close();
    const write = shared.write as (bytes: Uint8Array, from: number, length: number, at: number) => unknown;
    const some = mock.method(
      shared,
      'write',
      function (this: FileHandle, bytes: Uint8Array, from: number, length: number, at: number) {
        return write.call(this, bytes, from, Math.ceil(length / 3), at);
      },
    );
    const out = join(dir, 'backup');
    const { sequence } = await backUp(join(dir, 'data'), out).finally(() => some.mock.restore());
    assert.equal(sequence, 160);
    for (const each of [1, 40, 80, 159, 160])
      assert.deepEqual(await stateAt(out, { sequence: each }), tortureState(each));
  }));

test('a running shard is read beside it: now, as it is durable, with what the image lacks', () =>
  inFolder(async (dir) => {
    const store = await openSmall(dir);
    await saveUpTo(store, 50);
    const { queue } = store;
    queue.push(encodeCommit(tortureRecord(queue.epoch, 51)), 51);
    await queue.whenDurable(51);
    const world = await worldNow(join(dir, 'data'));
    const state = new Map<string, string>();
    for await (const batch of world.components()) {
      for (const { component, data, serial, version } of batch)
        state.set(`${serial}:${component}`, describeState(version, data));
    }
    await world.close();
    assert.equal(world.moment.sequence, 51);
    assert.deepEqual(state, tortureState(51));
    await queue.close();
  }));

test('a restored folder starts with the world as it was, and what lay beside it', () =>
  inFolder(async (dir) => {
    const store = await openSmall(dir);
    await saveUpTo(store, 120);
    const data = join(dir, 'data');
    await mkdir(join(data, 'land'));
    await writeFile(join(data, 'land', 'hills'), 'green');
    const out = join(dir, 'restored');
    const { moment } = await restoreWorld(data, { sequence: 77 }, out);
    assert.equal(moment.tick, 77);
    assert.equal(await readFile(join(out, 'land', 'hills'), 'utf8'), 'green');
    assert.ok(!(await readdir(out)).includes('store.json'), 'two stores that live on need two marks');
    const state = new Map<string, string>();
    const restored = await openStore({
      dir: out,
      inWorker: false,
      load: (serial, component, version, bytes) =>
        state.set(`${serial}:${component}`, describeState(version, bytes)),
    });
    assert.deepEqual(state, tortureState(77));
    assert.equal(restored.recovered.tick, 77);
    assert.equal(restored.recovered.timeMs, 77 * 50);
    await restored.queue.close();
    await assert.rejects(restoreWorld(data, { sequence: 77 }, out), { code: 'GMG_STORE_IO' });
    await store.queue.close();
  }));

test('a backup beside a running shard copies all once, then only what is new', () =>
  inFolder(async (dir) => {
    let store = await openSmall(dir);
    const data = join(dir, 'data');
    const out = join(dir, 'backup');
    await saveUpTo(store, 100);
    const first = await backUp(data, out);
    assert.deepEqual([first.isFull, first.sequence], [true, 100]);
    const again = await backUp(data, out);
    assert.deepEqual([again.isFull, again.logBytes], [false, 0]);
    await store.queue.close();
    store = await openSmall(dir);
    await saveUpTo(store, 130);
    const second = await backUp(data, out);
    assert.deepEqual([second.isFull, second.sequence], [false, 130]);
    assert.ok(second.logBytes < first.logBytes);
    for (const sequence of [100, 117, 130])
      assert.deepEqual(await stateAt(out, { sequence }), tortureState(sequence));
    await store.queue.close();
  }));

test('a backup of another history sets the old one aside, where it can still be restored from', () =>
  inFolder(async (dir) => {
    const data = join(dir, 'data');
    const out = join(dir, 'backup');
    let store = await openSmall(dir);
    await saveUpTo(store, 60);
    await store.queue.close();
    await backUp(data, out);
    await rm(data, { recursive: true });
    store = await openSmall(dir);
    await saveUpTo(store, 30);
    await store.queue.close();
    assert.equal((await backUp(data, out)).isFull, true);
    assert.deepEqual(await stateAt(out, { sequence: 30 }), tortureState(30));
    assert.deepEqual(
      await stateAt(join(out, 'earlier', 'until-record-60'), { sequence: 60 }),
      tortureState(60),
    );
  }));

test('a backup and a restore tell how far they are, never backwards', () =>
  inFolder(async (dir) => {
    const store = await openSmall(dir);
    await saveUpTo(store, 300);
    const [data, out] = [join(dir, 'data'), join(dir, 'backup')];
    const told: { fraction: number; what: string }[] = [];
    const report = (fraction: number, what: string) => void told.push({ fraction, what });
    const check = (...works: readonly string[]): void => {
      const fractions = told.map(({ fraction }) => fraction);
      assert.deepEqual(
        fractions,
        fractions.toSorted((a, b) => a - b),
      );
      assert.ok(fractions[0]! < 0.1 && fractions.at(-1)! >= 0.95);
      assert.deepEqual([...new Set(told.map(({ what }) => what))], works);
      told.length = 0;
    };
    await backUp(data, out, { report });
    check('copies the world', 'copies the history', 'copies what lies beside');
    await saveUpTo(store, 310);
    await backUp(data, out, { report });
    check('copies the history', 'copies what lies beside');
    await restoreWorld(out, { sequence: 305 }, join(dir, 'restored'), report);
    check('reads the history', 'writes the world', 'makes the image', 'copies what lies beside');
    await store.queue.close();
  }));

test('the history of an entity tells which fields changed from what to what', () =>
  inFolder(async (dir) => {
    const Door = defineComponent({ id: 9, name: 'door', fields: { name: text, open: u8 } });
    const { queue } = await openSmall(dir);
    const say = (sequence: number, data: number[] | null) =>
      queue.push(
        encodeCommit({
          epoch: queue.epoch,
          sequence,
          tick: sequence * 2,
          timeMs: sequence * 10,
          changes: [
            { serial: 7, component: 9, version: 1, data: data && Uint8Array.from(data) },
            { serial: 8, component: 9, version: 1, data: Uint8Array.of(0, 0, 0, 0, sequence) },
          ],
        }),
        sequence,
      );
    say(1, [1, 0, 0, 0, 65, 0]);
    say(2, [1, 0, 0, 0, 65, 0]);
    say(3, [1, 0, 0, 0, 65, 1]);
    say(4, null);
    await queue.drain();
    const told = [];
    for await (const { changes, sequence, tick, timeMs } of entityHistory(join(dir, 'data'), 7, [Door]))
      told.push({ sequence, tick, timeMs, changes });
    assert.deepEqual(told, [
      {
        sequence: 1,
        tick: 2,
        timeMs: 10,
        changes: [{ component: 'door', kind: 'set', fields: { name: { to: 'A' }, open: { to: 0 } } }],
      },
      {
        sequence: 3,
        tick: 6,
        timeMs: 30,
        changes: [{ component: 'door', kind: 'set', fields: { open: { from: 0, to: 1 } } }],
      },
      { sequence: 4, tick: 8, timeMs: 40, changes: [{ component: 'door', kind: 'removed', fields: {} }] },
    ]);
    await queue.close();
  }));
