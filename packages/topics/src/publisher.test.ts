import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { type CommitRecord, encodeCommit } from '@gommog/core';
import { LogMedium, MemoryLog } from '@gommog/store';
import fc from 'fast-check';
import { RecordCollector } from './durable-records.ts';
import { Publisher } from './publisher.ts';
import { readAll } from './topic.contract.ts';
import { Topic } from './topic.ts';
import { BEGINNING, TopicReader } from './topic-reader.ts';

function record(sequence: number, count: number): CommitRecord {
  const events = Array.from({ length: count }, (_, n) => ({
    kind: 'k',
    key: '',
    body: JSON.stringify({ n }),
  }));
  return { epoch: 1, sequence, tick: sequence, timeMs: 0, changes: [], events };
}

/** A commit log, a topic, and a publisher between them that can die at any time. */
class Bench {
  readonly records: CommitRecord[] = [];
  readonly medium = new LogMedium();
  durable = 0;
  first = 1;
  #publisher: Publisher | null = null;
  #collector = new RecordCollector(0);

  async start(waitingLimit = 3): Promise<Publisher> {
    // What was not durable is gone with the process.
    this.records.length = this.durable;
    const records = this.records;
    const first = () => this.first;
    const source = async function* (from: number) {
      await Promise.resolve();
      for (const each of records) if (each.sequence >= Math.max(from, first())) yield each;
    };
    const open = () => Topic.open(new MemoryLog(this.medium));
    this.#collector = new RecordCollector(this.durable);
    this.#publisher = new Publisher({ open, source, durable: this.durable, waitingLimit, retryMs: 1 });
    return this.#publisher;
  }

  step(events: number): void {
    const next = record(this.records.length + 1, events);
    this.records.push(next);
    this.#collector.push(encodeCommit(next), next.sequence);
  }

  become(durable: number): void {
    this.durable = Math.min(durable, this.records.length);
    this.#publisher!.take(this.#collector.take(this.durable));
  }

  async published(): Promise<string[]> {
    const log = new MemoryLog(this.medium);
    return (await readAll(new TopicReader((from) => log.read(from)))).names;
  }

  expected(): string[] {
    return this.records
      .slice(0, this.durable)
      .flatMap(({ sequence, events }) => events!.map((_, index) => `${sequence}.${index}`));
  }
}

async function settled(publisher: Publisher): Promise<void> {
  while (publisher.lag > 0) await sleep(1);
}

test('nothing is published before its record is durable', async () => {
  const bench = new Bench();
  const publisher = await bench.start();
  bench.step(2);
  await sleep(2);
  assert.deepEqual(await bench.published(), []);
  bench.become(1);
  await settled(publisher);
  assert.deepEqual(await bench.published(), ['1.0', '1.1']);
});

test('after a crash the publisher goes on from what the topic has', async () => {
  const bench = new Bench();
  const first = await bench.start();
  bench.step(1);
  bench.become(1);
  await settled(first);
  bench.step(1);
  bench.step(1);
  bench.durable = 2;
  const second = await bench.start();
  await settled(second);
  bench.step(1);
  bench.become(3);
  await second.close();
  assert.deepEqual(await bench.published(), ['1.0', '2.0', '3.0']);
});

test('what is durable when the publisher ends is published, however short its life was', async () => {
  const bench = new Bench();
  const publisher = await bench.start();
  bench.step(1);
  bench.become(1);
  await publisher.close();
  assert.deepEqual(await bench.published(), ['1.0']);
});

test('a record that did not come by memory is read from the log', async () => {
  const bench = new Bench();
  const publisher = await bench.start();
  bench.step(1);
  bench.become(1);
  await settled(publisher);
  bench.records.push(record(2, 1));
  bench.step(1);
  bench.become(3);
  await settled(publisher);
  assert.deepEqual(await bench.published(), ['1.0', '2.0', '3.0']);
});

test('while the topic is out of reach nothing piles up, and afterwards nothing is missing', async () => {
  const bench = new Bench();
  const publisher = await bench.start();
  bench.medium.fault = new Error('out of reach');
  for (let i = 1; i <= 50; i++) {
    bench.step(1);
    bench.become(i);
  }
  await sleep(5);
  assert.ok(publisher.settled < 50, 'the log must keep the rest');
  assert.equal(publisher.failure?.code, 'GMG_STORE_IO');
  assert.ok(publisher.lag > 0);
  bench.medium.fault = null;
  await settled(publisher);
  assert.deepEqual(await bench.published(), bench.expected());
  assert.equal(publisher.failure, null);
});

test('records that the log has given up before their turn are named in the topic', async () => {
  const bench = new Bench();
  const publisher = await bench.start();
  bench.step(1);
  bench.become(1);
  await settled(publisher);
  for (let i = 0; i < 4; i++) bench.step(1);
  bench.durable = 5;
  bench.first = 4;
  const later = await bench.start();
  const lost: unknown[] = [];
  later.onMissing = (records) => lost.push(records);
  await settled(later);
  assert.deepEqual(lost, [{ from: 2, to: 3 }]);
  assert.equal(later.settled, 5);
  const log = new MemoryLog(bench.medium);
  const missing: unknown[] = [];
  for await (const batch of new TopicReader((from) => log.read(from)).read(BEGINNING))
    missing.push(batch.missing);
  assert.deepEqual(missing, [undefined, { from: 2, to: 3 }, undefined]);
  assert.deepEqual(await bench.published(), ['1.0', '4.0', '5.0']);
});

const act = fc.oneof(
  fc.record({ kind: fc.constant('step' as const), events: fc.integer({ min: 0, max: 3 }) }),
  fc.record({ kind: fc.constant('durable' as const), ahead: fc.integer({ min: 0, max: 5 }) }),
  fc.record({ kind: fc.constantFrom('crash' as const, 'fail' as const, 'heal' as const, 'wait' as const) }),
);

test('whatever crashes, and whenever: each event of a durable record is published once and in order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 60 }), async (acts) => {
      const bench = new Bench();
      let publisher = await bench.start();
      for (const each of acts) {
        if (each.kind === 'step') bench.step(each.events);
        else if (each.kind === 'durable') bench.become(bench.durable + each.ahead);
        else if (each.kind === 'crash') publisher = await bench.start();
        else if (each.kind === 'fail') bench.medium.fault = new Error('out of reach');
        else if (each.kind === 'heal') bench.medium.fault = null;
        else await new Promise(setImmediate);
      }
      bench.medium.fault = null;
      await settled(publisher);
      assert.deepEqual(await bench.published(), bench.expected());
    }),
    { numRuns: 150 },
  );
});
