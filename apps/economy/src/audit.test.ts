import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { CommitEncoder, encodeCommit } from '@gommog/core';
import { openStore, readLog, worldNow } from '@gommog/store';
import { runGommog, ShardProcess } from '@gommog/testkit';
import { follow, openTopicReader } from '@gommog/topics';
import { audit, audits, countGoods } from './audit.ts';
import { type Alarm, Ledger } from './ledger.ts';

const env = { GOMMOG_LOG_LEVEL: 'warn', GOMMOG_UO_WORLDSIZE: '512' };
/** Component of items. */
const ITEM = 130;
/** First serial of items that no world has given out. */
const FREE = 0x7f000001;

/** Doubles an item behind the back of all rules: its state appears once more, and no event tells of it. */
async function plantDouble(data: string): Promise<void> {
  const world = await worldNow(data);
  let original: { version: number; data: Uint8Array } | undefined;
  let component = 0;
  for await (const batch of world.components()) {
    for (const each of batch) {
      if (each.serial < 0x40000000 || each.serial >= 0x80000000) continue;
      if (each.component !== ITEM) continue;
      component = each.component;
      original ??= { version: each.version, data: Uint8Array.from(each.data) };
    }
  }
  await world.close();
  assert.ok(original !== undefined, 'there is an item');
  const { queue, recovered } = await openStore({ dir: data, load: () => {} });
  const sequence = recovered.sequence + 1;
  const changes = [{ serial: FREE, component, ...original }];
  const { tick, timeMs } = recovered;
  queue.push(encodeCommit({ epoch: queue.epoch, sequence, tick: tick + 1, timeMs, changes }), sequence);
  await queue.drain();
  await queue.close();
}

test('goods are counted while people play, and an item that was doubled is an alarm within one interval', async () => {
  const data = await mkdtemp(join(tmpdir(), 'gommog-audit-'));
  const ledger = new Ledger(':memory:');
  const heard: Alarm[] = [];
  ledger.onAlarm = (alarm) => heard.push(alarm);
  const stop = new AbortController();
  let following: Promise<void> | null = null;
  let shard: ShardProcess | null = null;
  try {
    shard = await ShardProcess.start({ data, env });
    const people = ['--count', '4', '--seconds', '6', '--scenario', 'shuffle'];
    const bots = runGommog('bots', '--port', String(shard.port('uo')), ...people).catch(() => {});
    const reader = await openTopicReader({ kind: 'file', dir: join(data, 'topics') });
    const apply = (reading: Parameters<Ledger['apply']>[0]) => ledger.apply(reading);
    following = follow({ reader, cursor: ledger.cursor, apply, pollMs: 20, signal: stop.signal });
    while (ledger.stock === null) await sleep(20);
    let compared = 0;
    let isOver = false;
    void bots.then(() => {
      isOver = true;
    });
    while (!isOver) if ((await audit(ledger, data)) !== null) compared++;
    assert.ok(compared > 2, `${compared} comparisons`);
    assert.deepEqual(heard, []);
    await shard.stop();

    const { gold, items } = await countGoods(data);
    assert.deepEqual(await audit(ledger, data), []);
    await plantDouble(data);
    const said: string[] = [];
    const auditing = audits(ledger, data, 50, stop.signal, (line) => said.push(line));
    while (heard.length === 0) await sleep(10);
    assert.deepEqual(
      heard.map(({ counted, expected, what }) => [what, expected, counted]),
      [['items', items, items + 1]],
    );
    assert.equal(ledger.stock?.gold, gold);
    await sleep(200);
    assert.equal(heard.length, 1, 'one fault is told once');
    stop.abort();
    await auditing;
    assert.deepEqual(said, []);
  } finally {
    stop.abort();
    await following;
    await shard?.kill9();
    ledger.close();
    await rm(data, { recursive: true, force: true });
  }
});

test('books that are too far behind for the log are not compared', async () => {
  const data = await mkdtemp(join(tmpdir(), 'gommog-audit-'));
  const ledger = new Ledger(':memory:');
  try {
    const { queue } = await openStore({
      dir: data,
      load: () => {},
      keepBytes: 0,
      segmentBytes: 2000,
      imageDelayMs: 1,
    });
    const encoder = new CommitEncoder();
    for (let sequence = 1; sequence <= 40; sequence++) {
      encoder.begin(queue.epoch, sequence, sequence, 0);
      encoder.set(7, 1, 1, (sink) => sink.raw(new Uint8Array(500)));
      queue.push(encoder.finish(), sequence);
      await queue.drain();
    }
    await queue.close();
    for await (const { sequence } of readLog(data)) {
      assert.ok(sequence > 1, 'the log has given up its beginning');
      break;
    }
    const body = { v: 1, gold: 0, items: 0 };
    const counted = { sequence: 1, index: 0, tick: 1, timeMs: 0, kind: 'goods-counted', key: '', body };
    ledger.apply({ through: 1, events: [counted], cursor: { batch: 1, through: 1 } });
    assert.equal(await audit(ledger, data), null);
    ledger.apply({ through: 40, events: [], cursor: { batch: 2, through: 40 } });
    assert.deepEqual(await audit(ledger, data), [], 'they have caught up');
  } finally {
    ledger.close();
    await rm(data, { recursive: true, force: true });
  }
});
