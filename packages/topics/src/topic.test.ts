import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { LogMedium, MemoryLog } from '@gommog/store';
import { event, readAll, testTopic } from './topic.contract.ts';
import { Topic } from './topic.ts';
import { encodeBatch } from './topic-event.ts';
import { openTopic, openTopicReader, type TopicPlace } from './topic-place.ts';
import { TopicReader } from './topic-reader.ts';

testTopic('memory', async () => {
  const medium = new LogMedium();
  const log = new MemoryLog(medium);
  return {
    open: () => Topic.open(new MemoryLog(medium)),
    reader: async () => new TopicReader((from) => log.read(from)),
    dispose: async () => {},
  };
});

testTopic('file', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'gommog-topic-'));
  const place: TopicPlace = { kind: 'file', dir: join(dir, 'facts') };
  return {
    open: () => openTopic(place),
    reader: () => openTopicReader(place),
    dispose: () => rm(dir, { recursive: true, force: true }),
  };
});

const kafka = process.env['GOMMOG_TEST_KAFKA'];

testTopic(
  'kafka',
  async () => {
    const place: TopicPlace = {
      kind: 'kafka',
      kafka: { brokers: [kafka ?? ''], topic: `test-${randomUUID()}` },
    };
    return { open: () => openTopic(place), reader: () => openTopicReader(place), dispose: async () => {} };
  },
  kafka === undefined && 'no Kafka: `npm run services` starts one and says how to run these tests',
);

test('a batch that was read, was lost with the power and was written anew with more in it, is read again', async () => {
  const medium = new LogMedium();
  const log = new MemoryLog(medium);
  await log.begin(1, 1);
  log.append(encodeBatch({ through: 4, events: [event(4)] }), 1, 1);
  await new Promise(setImmediate);
  const reader = new TopicReader((from) => log.read(from));
  const { cursor } = await readAll(reader);
  medium.entries[0] = {
    ...medium.entries[0]!,
    encoded: encodeBatch({ through: 6, events: [event(4), event(6)] }),
  };
  assert.deepEqual((await readAll(reader, cursor)).names, ['6.0']);
});
