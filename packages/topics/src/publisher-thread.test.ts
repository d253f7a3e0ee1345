import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { encodeCommit } from '@gommog/core';
import { openStore, type Store, type StoreOptions } from '@gommog/store';
import { PublisherThread } from './publisher-thread.ts';
import { readAll } from './topic.contract.ts';
import { openTopicReader, type TopicPlace } from './topic-place.ts';

/** A data folder with a store and its topic in the folder `topic`, until it is closed. */
async function inFolder(run: (dir: string, place: TopicPlace) => Promise<void>): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'gommog-publisher-'));
  try {
    await run(dir, { kind: 'file', dir: join(dir, 'topic') });
  } finally {
    await rm(dir, { recursive: true });
  }
}

async function start(dir: string, place: TopicPlace, options: Partial<StoreOptions> = {}) {
  const store = await openStore({ dir, load: () => {}, imageDelayMs: 1, ...options });
  const { sequence: durable } = store.recovered;
  const publisher = new PublisherThread({ place, log: { kind: 'file' }, dir, durable });
  store.queue.onDurable = (sequence) => publisher.onDurable(sequence);
  publisher.onSettled = (through) => store.queue.followed(through);
  return { store, publisher };
}

/** A step with so many events, durable. */
async function step({ queue }: Store, publisher: PublisherThread, count: number, bytes = 8): Promise<void> {
  const sequence = queue.sequence + 1;
  const data = new Uint8Array(bytes);
  const record = encodeCommit({
    epoch: queue.epoch,
    sequence,
    tick: sequence,
    timeMs: 0,
    changes: [{ serial: 1, component: 1, version: 1, data }],
    events: Array.from({ length: count }, () => ({ kind: 'k', key: '', body: '{}' })),
  });
  queue.push(record, sequence);
  publisher.push(record, sequence);
  await queue.whenDurable(sequence);
}

async function namesIn(place: TopicPlace): Promise<string[]> {
  const reader = await openTopicReader(place);
  const { names } = await readAll(reader);
  await reader.close();
  return names;
}

test('the publisher tells from its own thread, and goes on at the next start from what the topic has', () =>
  inFolder(async (dir, place) => {
    const first = await start(dir, place);
    await step(first.store, first.publisher, 2);
    await step(first.store, first.publisher, 0);
    await step(first.store, first.publisher, 1);
    await first.store.queue.close();
    await first.publisher.close();
    assert.deepEqual(await namesIn(place), ['1.0', '1.1', '3.0']);
    const second = await start(dir, place);
    await step(second.store, second.publisher, 1);
    while (second.publisher.lag > 0) await sleep(5);
    await second.store.queue.close();
    await second.publisher.close();
    assert.deepEqual(await namesIn(place), ['1.0', '1.1', '3.0', '4.0']);
  }));

test('a topic that is out of reach is told why, and loses nothing that the log keeps for it', () =>
  inFolder(async (dir, place) => {
    // A file stands where the topic's folder should be.
    await writeFile(join(dir, 'topic'), '');
    const heard: (string | null)[] = [];
    const options = { keepBytes: 0, segmentBytes: 20_000, followerLagBytes: 1e9 };
    const { publisher, store } = await start(dir, place, options);
    publisher.onFailure = (failure) => heard.push(failure?.code ?? null);
    for (let i = 0; i < 20; i++) await step(store, publisher, 1, 10_000);
    await store.queue.drain();
    while (heard.length === 0) await sleep(5);
    assert.ok(publisher.lag > 0 && publisher.failure !== null);
    await rm(join(dir, 'topic'));
    while (publisher.lag > 0) await sleep(50);
    assert.deepEqual(heard, ['GMG_STORE_IO', null]);
    assert.equal(publisher.lost, 0);
    await store.queue.close();
    await publisher.close();
    assert.equal((await namesIn(place)).length, 20);
  }));

test('what the log had to give up is named, and counted', () =>
  inFolder(async (dir, place) => {
    const options = { keepBytes: 0, segmentBytes: 20_000, followerLagBytes: 0 };
    const first = await start(dir, place, options);
    await step(first.store, first.publisher, 1);
    while (first.publisher.lag > 0) await sleep(5);
    await first.publisher.close();
    const gone = await start(`${dir}/other`, { kind: 'file', dir: `${dir}/other/topic` });
    // Nobody publishes what comes now.
    for (let i = 0; i < 400; i++) await step(first.store, gone.publisher, 1, 10_000);
    await first.store.queue.drain();
    await first.store.queue.close();
    await gone.store.queue.close();
    await gone.publisher.close();
    const { publisher, store } = await start(dir, place, options);
    const lost: { from: number; to: number }[] = [];
    publisher.onMissing = (records) => lost.push(records);
    while (publisher.lag > 0 || publisher.lost === 0) await sleep(5);
    assert.equal(lost[0]?.from, 2);
    assert.equal(publisher.lost, lost[0]!.to - 1);
    await store.queue.close();
    await publisher.close();
  }));
