import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { type KafkaLog, openKafkaLog } from '@gommog/store';
import { serviceCache } from './cache.ts';
import { kafka, startKafkaCluster } from './kafka.ts';

const skip =
  process.env['GOMMOG_TEST_KAFKA'] === undefined &&
  'no Kafka: `npm run services` starts one and says how to run these tests';

async function inFolder(run: (dir: string) => Promise<void>): Promise<void> {
  await kafka.install(serviceCache(kafka));
  const dir = await mkdtemp(join(tmpdir(), 'gommog-kafka-'));
  try {
    await run(dir);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

/** Records come in while `disturb` does something to the brokers; all have to be there afterwards, once and in order. */
async function writeThrough(log: KafkaLog, disturb: () => Promise<void>): Promise<(string | null)[]> {
  const news: (string | null)[] = [];
  log.onFailure = (failure) => news.push(failure?.code ?? null);
  await log.begin(1, 1);
  let sequence = 0;
  let isDone = false;
  const writing = (async () => {
    while (!isDone || sequence < 500) {
      log.append(Buffer.from(`record ${++sequence}`), 1, sequence);
      await sleep(5);
    }
  })();
  await sleep(300);
  await disturb();
  isDone = true;
  await writing;
  while (log.durable < sequence) await sleep(20);
  let next = 1;
  for await (const entry of log.read(1)) {
    assert.equal(entry.sequence, next);
    assert.equal(Buffer.from(entry.encoded).toString(), `record ${next++}`);
  }
  assert.equal(next, sequence + 1);
  await log.close();
  return news;
}

test(
  'a broker that is killed and comes back: nothing is lost or doubled, and the trouble is told',
  { skip },
  () =>
    inFolder(async (dir) => {
      const [node] = await startKafkaCluster(dir, 1);
      const log = await openKafkaLog({ brokers: [node!.url], topic: 'killed', timeoutMs: 5000 });
      try {
        const news = await writeThrough(log, async () => {
          for (let i = 0; i < 2; i++) {
            await node!.running.kill9();
            while (log.failure === null) await sleep(20);
            await node!.restart();
            while (log.failure !== null) await sleep(20);
          }
        });
        assert.ok(news.includes('GMG_STORE_IO') && news.at(-1) === null, String(news));
      } finally {
        await node!.running.kill9();
      }
    }),
);

test('of three brokers the leader is killed: the log goes on with the other two', { skip }, () =>
  inFolder(async (dir) => {
    const nodes = await startKafkaCluster(dir, 3);
    const brokers = nodes.map(({ url }) => url);
    const log = await openKafkaLog({ brokers, topic: 'led', timeoutMs: 5000 });
    try {
      await writeThrough(log, async () => {
        // Whoever leads: each one is away for a while.
        for (const node of nodes) {
          await node.running.kill9();
          const reached = log.durable + 20;
          while (log.durable < reached) await sleep(20);
          await node.restart();
        }
      });
      const again = await openKafkaLog({ brokers, topic: 'led' });
      assert.equal(again.durable, log.durable);
      await again.close();
    } finally {
      await Promise.all(nodes.map(({ running }) => running.kill9()));
    }
  }),
);
