import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { encodeCommit } from '@gommog/core';
import { checkFolder } from './check-folder.ts';
import { backUp } from './history/backup.ts';
import { listCheckpoints } from './history/checkpoint.ts';
import { entityHistory } from './history/entity-history.ts';
import { restoreWorld } from './history/restore.ts';
import { type When, worldAt, worldNow } from './history/world-at.ts';
import { openStore, type Store, type StoreOptions } from './open-store.ts';
import { repairLog } from './repair-log.ts';
import { freshTopic, withoutKafka } from './testing/kafka-at.ts';
import { describeState, tortureRecord, tortureState } from './testing/torture-world.ts';

const opened: Store[] = [];

async function inFolder(run: (dir: string) => Promise<void>): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'gommog-kafka-history-'));
  try {
    await run(dir);
  } finally {
    for (const { queue } of opened.splice(0)) await queue.close();
    await rm(dir, { recursive: true });
  }
}

const topic = freshTopic();

/** A store over `dir/data` whose log is in Kafka. */
async function open(dir: string, options: Partial<StoreOptions> = {}): Promise<Store> {
  const log = { kind: 'kafka' as const, ...topic, topic: `${topic.topic}-${dir.slice(-6)}` };
  const store = await openStore({ dir: join(dir, 'data'), log, load: () => {}, imageDelayMs: 1, ...options });
  opened.push(store);
  return store;
}

async function saveUpTo({ queue }: Store, last: number): Promise<void> {
  for (let sequence = queue.sequence + 1; sequence <= last; sequence++)
    queue.push(encodeCommit(tortureRecord(queue.epoch, sequence)), sequence);
  await queue.drain();
}

async function stateIn(world: Pick<Awaited<ReturnType<typeof worldAt>>, 'components'>) {
  const state = new Map<string, string>();
  for await (const batch of world.components()) {
    for (const { component, data, serial, version } of batch)
      state.set(`${serial}:${component}`, describeState(version, data));
  }
  return state;
}

const stateAt = async (dir: string, when: When) => stateIn(await worldAt(dir, when));

test(
  'a world whose log is in Kafka can be looked at, live and dead, and goes back to any record and time',
  {
    skip: withoutKafka,
  },
  () =>
    inFolder(async (dir) => {
      const data = join(dir, 'data');
      const store = await open(dir);
      await saveUpTo(store, 60);
      const betweenMs = Date.now();
      await new Promise((resolve) => setTimeout(resolve, 20));
      await saveUpTo(store, 90);
      const now = await worldNow(data);
      assert.deepEqual(await stateIn(now), tortureState(90));
      await now.close();
      await store.queue.close();
      for (const sequence of [1, 59, 90])
        assert.deepEqual(await stateAt(data, { sequence }), tortureState(sequence));
      assert.deepEqual(await stateAt(data, { wallMs: betweenMs }), tortureState(60));
      await assert.rejects(stateAt(data, { sequence: 91 }), { code: 'GMG_STORE_GAP' });
      const told: number[] = [];
      for await (const { sequence, wallMs } of entityHistory(data, 3, [])) {
        told.push(sequence);
        assert.ok(Math.abs(wallMs - Date.now()) < 600_000, `${wallMs}`);
      }
      assert.ok(told.length > 0);
      const { damages, log } = await checkFolder(data);
      assert.deepEqual([damages, log], [[], { first: 1, last: 90 }]);
      await assert.rejects(repairLog(data, 'image'), {
        code: 'GMG_STORE_SETUP',
        message: /is in Kafka, topic/,
      });
    }),
);

test(
  'a backup of a log in Kafka is whole, then only what is new, and stands alone',
  { skip: withoutKafka },
  () =>
    inFolder(async (dir) => {
      const [data, out] = [join(dir, 'data'), join(dir, 'backup')];
      const first = await open(dir);
      await saveUpTo(first, 40);
      assert.deepEqual(await backUp(data, out).then(({ isFull, sequence }) => [isFull, sequence]), [
        true,
        40,
      ]);
      await saveUpTo(first, 55);
      await first.queue.close();
      // Another epoch in the same backup.
      const second = await open(dir);
      await saveUpTo(second, 70);
      const later = await backUp(data, out);
      assert.deepEqual([later.isFull, later.sequence], [false, 70]);
      assert.deepEqual(await backUp(data, out).then(({ logBytes }) => logBytes), 0);
      await second.queue.close();
      for (const sequence of [1, 40, 41, 55, 56, 70])
        assert.deepEqual(await stateAt(out, { sequence }), tortureState(sequence), `record ${sequence}`);
      const { moment } = await restoreWorld(out, { sequence: 50 }, join(dir, 'restored'));
      assert.equal(moment.sequence, 50);
      const restored = await openStore({ dir: join(dir, 'restored'), load: () => {} });
      await restored.queue.close();
    }),
);

test(
  'history in Kafka begins at a checkpoint when the log gave up its beginning',
  { skip: withoutKafka },
  () =>
    inFolder(async (dir) => {
      const data = join(dir, 'data');
      const keepBytes = 24 * 1024 * 1024;
      const store = await open(dir, { keepBytes });
      const filler = new Uint8Array(900_000).fill(7);
      for (let i = 0; i < 60; i++) {
        const sequence = store.queue.sequence + 1;
        const record = tortureRecord(store.queue.epoch, sequence);
        const changes = [...record.changes, { serial: 999_999, component: 9, version: 1, data: filler }];
        store.queue.push(encodeCommit({ ...record, changes }), sequence);
        await store.queue.drain();
      }
      await store.queue.close();
      const checkpoints = await listCheckpoints(data);
      const { log } = await checkFolder(data);
      assert.ok(
        checkpoints.length > 0 && log!.first > 1,
        `${checkpoints.length} checkpoints, log from ${log!.first}`,
      );
      const [oldest] = checkpoints;
      assert.ok(log!.first <= oldest!.sequence + 1);
      const state = await stateAt(data, { sequence: oldest!.sequence });
      state.delete('999999:9');
      assert.deepEqual(state, tortureState(oldest!.sequence));
      await assert.rejects(worldAt(data, { sequence: 1 }), {
        code: 'GMG_STORE_GAP',
        message: /its history begins at/,
      });
      // A later start knows where its checkpoints lie in the log, and gives nothing up too early.
      const again = await open(dir, { keepBytes });
      await saveUpTo(again, 65);
      await again.queue.close();
      assert.deepEqual((await listCheckpoints(data))[0]?.sequence, oldest!.sequence);
    }),
);

test(
  'a folder whose log is in Kafka does not begin anew in files by a setting that was forgotten',
  {
    skip: withoutKafka,
  },
  () =>
    inFolder(async (dir) => {
      const store = await open(dir);
      await saveUpTo(store, 3);
      await store.queue.close();
      await assert.rejects(openStore({ dir: join(dir, 'data'), load: () => {} }), {
        code: 'GMG_STORE_SETUP',
        message: /is in Kafka.*store copy/,
      });
    }),
);
