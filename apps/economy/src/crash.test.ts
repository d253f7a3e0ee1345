import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { readLog } from '@gommog/store';
import { runGommog, ShardProcess } from '@gommog/testkit';
import { BEGINNING, openTopicReader } from '@gommog/topics';
import { Ledger } from './ledger.ts';

const env = { GOMMOG_LOG_LEVEL: 'warn', GOMMOG_UO_WORLDSIZE: '512' };

/** Names of all events in the commit log, in order. */
async function inLog(data: string): Promise<string[]> {
  const names: string[] = [];
  for await (const { events = [], sequence } of readLog(data)) {
    names.push(...events.map(({ kind }, index) => `${sequence}.${index} ${kind}`));
  }
  return names;
}

test('a shard that is killed again and again tells everything once, and its books agree with its goods', async () => {
  const data = await mkdtemp(join(tmpdir(), 'gommog-economy-'));
  try {
    for (let life = 1; life <= 3; life++) {
      const shard = await ShardProcess.start({ data, env });
      const people = ['--count', '4', '--prefix', `life${life}`, '--seconds', '5', '--scenario', 'shuffle'];
      const bots = runGommog('bots', '--port', String(shard.port('uo')), ...people).catch(() => {});
      const before = (await inLog(data)).length;
      while ((await inLog(data)).length < before + 40 && shard.isRunning) await sleep(50);
      await shard.kill9();
      await bots;
    }
    const last = await ShardProcess.start({ data, env });
    await last.stop();

    const ledger = new Ledger(':memory:');
    const told: string[] = [];
    const reader = await openTopicReader({ kind: 'file', dir: join(data, 'topics') });
    for await (const reading of reader.read(BEGINNING)) {
      ledger.apply(reading);
      told.push(...reading.events.map(({ index, kind, sequence }) => `${sequence}.${index} ${kind}`));
    }
    assert.deepEqual(told, await inLog(data));
    assert.equal(told.filter((name) => name.endsWith('goods-counted')).length, 4);
    assert.deepEqual(ledger.alarms(), []);
    assert.ok((ledger.stock?.gold ?? 0) > 0);
  } finally {
    await rm(data, { recursive: true, force: true });
  }
});
