import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { durableUpTo, entriesOf, payload, testCommitLog } from './commit-log.contract.ts';
import { KafkaLog, openKafkaLog } from './kafka-log.ts';
import { openKafkaPartition } from './kafka-partition.ts';
import type { LogPartition } from './log-partition.ts';
import { StoreError } from './store-error.ts';
import { freshTopic, withoutKafka } from './testing/kafka-at.ts';

/** A real partition whose brokers can be made to refuse. */
function refusable(partition: LogPartition, switchboard: { isOn: boolean }): LogPartition {
  const through = <T>(ask: () => Promise<T>): Promise<T> =>
    switchboard.isOn ? Promise.reject(new StoreError('GMG_STORE_IO', 'refused')) : ask();
  return {
    bounds: () => through(() => partition.bounds()),
    append: (values) => through(() => partition.append(values)),
    read: (from, bytes) => through(() => partition.read(from, bytes)),
    release: (before) => partition.release(before),
    close: () => partition.close(),
  };
}

testCommitLog(
  'kafka',
  async () => {
    const settings = freshTopic();
    const switchboard = { isOn: false };
    return {
      open: async () => {
        const partition = refusable(await openKafkaPartition(settings), switchboard);
        return KafkaLog.open({ partition, name: settings.topic, pieceBytes: 500, retryMs: [1, 4] });
      },
      refuse: (on) => {
        switchboard.isOn = on;
      },
      dispose: async () => {},
    };
  },
  withoutKafka,
);

const skip = withoutKafka;

test('kafka: who asks a partition that was closed is told so, and makes no new connection', {
  skip,
}, async () => {
  const partition = await openKafkaPartition(freshTopic());
  const late = partition.read(0, 1000);
  const later = partition.read(0, 1000);
  await partition.close();
  await assert.rejects(late);
  await assert.rejects(later, { code: 'GMG_STORE_CLOSED' });
  await assert.rejects(partition.bounds(), { code: 'GMG_STORE_CLOSED' });
});

test('kafka: a writer that was replaced finds out by where its batch came to lie', { skip }, async () => {
  const settings = freshTopic();
  const old = await openKafkaLog(settings);
  await old.begin(1, 1);
  old.append(payload(1), 1, 1);
  await durableUpTo(old, 1);
  const newer = await openKafkaLog(settings);
  await newer.begin(2, 2);
  const failed = new Promise<string | undefined>((resolve) => {
    old.onFailure = (failure) => resolve(failure?.code);
  });
  old.append(payload(2), 1, 2);
  newer.append(payload(2), 2, 2);
  assert.equal(await failed, 'GMG_STORE_EPOCH');
  await durableUpTo(newer, 2);
  assert.equal(old.durable, 1);
  await assert.rejects(old.close(), { code: 'GMG_STORE_EPOCH' });
  assert.deepEqual(
    (await entriesOf(newer, 1)).map(({ epoch }) => epoch),
    [1, 2],
  );
  await newer.close();
});

test('kafka: a record of several megabytes goes through brokers that take one', { skip }, async () => {
  const settings = { ...freshTopic(), partition: 2 };
  const log = await openKafkaLog(settings);
  await log.begin(1, 1);
  const large = randomBytes(5_000_000);
  log.append(large, 1, 1);
  for (let sequence = 2; sequence <= 3000; sequence++) log.append(payload(sequence), 1, sequence);
  await log.close();
  const again = await openKafkaLog(settings);
  const entries = await entriesOf(again, 1);
  assert.equal(entries.length, 2999 + 1);
  assert.ok(large.equals(entries[0]!.encoded));
  assert.deepEqual(entries.at(-1)!.encoded, payload(3000));
  await again.close();
});

test('kafka: a topic that forgets by itself is refused', { skip }, async () => {
  const settings = freshTopic();
  const { Admin } = await import('@platformatic/kafka');
  const admin = new Admin({ clientId: 'test', bootstrapBrokers: [...settings.brokers] });
  await admin.createTopics({
    topics: [settings.topic],
    configs: [{ name: 'cleanup.policy', value: 'compact' }],
  });
  await admin.close();
  await assert.rejects(openKafkaLog(settings), { code: 'GMG_STORE_FORMAT', message: /cleanup\.policy/ });
});

test('kafka: where no broker answers, opening says so', async () => {
  await assert.rejects(openKafkaLog({ brokers: ['127.0.0.1:1'], topic: 'none', timeoutMs: 500 }), {
    code: 'GMG_STORE_IO',
  });
});
