import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { runGommog, ShardProcess } from '@gommog/testkit';
import { EXIT_REPLACED } from './host-process.ts';

const kafka = process.env['GOMMOG_TEST_KAFKA'];
const skip = kafka === undefined && 'no Kafka: `npm run services` starts one and says how to run these tests';

test('two shards on one log in Kafka: the newer goes on, the older ends in order; commands see the world throughout', {
  skip,
}, async () => {
  const dir = await mkdtemp(join(tmpdir(), 'gommog-two-'));
  const [older, newer, backup] = ['older', 'newer', 'backup'].map((name) => join(dir, name)) as [
    string,
    string,
    string,
  ];
  const env = {
    GOMMOG_LOG_LEVEL: 'warn',
    GOMMOG_UO_WORLDSIZE: '512',
    GOMMOG_STORE_LOG: 'kafka',
    GOMMOG_STORE_KAFKA_BROKERS: JSON.stringify([kafka]),
    GOMMOG_STORE_KAFKA_TOPIC: `test-${randomUUID()}`,
  };
  const play = (shard: ShardProcess, prefix: string) =>
    runGommog(
      'bots',
      ...['--port', String(shard.port('uo')), '--count', '2', '--prefix', prefix, '--seconds', '2'],
    );
  const shards: ShardProcess[] = [];
  const start = async (data: string): Promise<ShardProcess> => {
    const shard = await ShardProcess.start({ data, env });
    shards.push(shard);
    return shard;
  };
  try {
    const first = await start(older);
    await play(first, 'ann');
    assert.match(await runGommog('inspect', 'ann1', '--data', older), /"account"/);
    assert.match(await runGommog('history', 'ann1', '--data', older), /account\.name: "ann1"/);
    assert.match(
      await runGommog('backup', '--data', older, '--out', backup, '--verify'),
      /a whole copy, and .*\n.*restored on trial, \d+ components, sound/,
    );
    assert.match(await runGommog('store', 'check', '--data', older), /sound/);

    const second = await start(newer);
    // It has something to save, and so finds out.
    await play(first, 'bob').catch(() => {});
    await Promise.race([first.ended, sleep(60_000)]);
    assert.equal(first.outcome, EXIT_REPLACED, first.log);
    assert.match(first.log, /nothing can be saved any more: the shard ends/);
    assert.match(first.log, /another start of this shard writes its log now/);

    await play(second, 'cid');
    // The folder of the older one has the image of then, and finds in Kafka what came after.
    assert.match(await runGommog('inspect', 'cid1', '--data', older), /"account"/);
    await assert.rejects(runGommog('inspect', 'bob1', '--data', older), /there is nothing called 'bob1'/);
    assert.match(await runGommog('backup', '--data', newer, '--out', backup), /what was new:/);
    await second.stop();
    await assert.rejects(
      runGommog('start', '--data', newer),
      /the log of .* is in Kafka, topic .*store copy/,
    );
  } finally {
    for (const shard of shards) await shard.kill9();
    await rm(dir, { recursive: true, force: true });
  }
});
