import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { durableUpTo, entriesOf, payload, testCommitLog } from './commit-log.contract.ts';
import { faultyPartition } from './faults.ts';
import { KafkaLog } from './kafka-log.ts';
import { type Fate, PartitionMedium, SimulatedPartition } from './testing/simulated-partition.ts';

function openLog(medium: PartitionMedium, options: { batchBytes?: number } = {}): Promise<KafkaLog> {
  const partition = new SimulatedPartition(medium);
  return KafkaLog.open({ partition, name: 'simulated', pieceBytes: 500, retryMs: [0, 0], ...options });
}

testCommitLog('kafka (simulated)', async () => {
  const medium = new PartitionMedium();
  return {
    open: () => openLog(medium),
    refuse: (on) => {
      medium.isDown = on;
    },
    dispose: async () => {},
  };
});

async function sequencesIn(medium: PartitionMedium): Promise<string[]> {
  const log = await openLog(medium);
  const entries = await entriesOf(log, log.range!.first);
  return entries.map(({ epoch, sequence }) => `${epoch}:${sequence}`);
}

function failureOf(log: KafkaLog): Promise<string> {
  return new Promise((resolve) => {
    log.onFailure = (failure) => {
      if (failure !== null) resolve(failure.code);
    };
  });
}

test('a writer that was replaced finds out, and is never told that its records are durable', async () => {
  const medium = new PartitionMedium();
  const old = await openLog(medium);
  await old.begin(1, 1);
  old.append(payload(1), 1, 1);
  await durableUpTo(old, 1);

  const newer = await openLog(medium);
  await newer.begin(2, 2);
  const failed = failureOf(old);
  old.append(payload(2), 1, 2);
  old.append(payload(3), 1, 3);
  assert.equal(await failed, 'GMG_STORE_EPOCH');
  assert.equal(old.durable, 1);
  newer.append(payload(2), 2, 2);
  await durableUpTo(newer, 2);
  old.append(payload(4), 1, 4);
  await sleep(5);
  assert.equal(old.durable, 1);
  await assert.rejects(old.close(), { code: 'GMG_STORE_EPOCH', message: /3 records not saved/ });
  assert.deepEqual(await sequencesIn(medium), ['1:1', '2:2']);
});

test('what the newer one wrote is not taken for what the old one wished to write', async () => {
  const medium = new PartitionMedium();
  const old = await openLog(medium);
  await old.begin(1, 1);
  const newer = await openLog(medium);
  await newer.begin(2, 1);
  newer.append(payload(1), 2, 1);
  newer.append(payload(2), 2, 2);
  await durableUpTo(newer, 2);
  const failed = failureOf(old);
  old.append(payload(1), 1, 1);
  assert.equal(await failed, 'GMG_STORE_EPOCH');
  assert.equal(old.durable, 0);
  assert.deepEqual(await sequencesIn(medium), ['2:1', '2:2']);
});

test('a start that read the log before the old writer had ended has to read again, and then goes on', async () => {
  const medium = new PartitionMedium();
  const old = await openLog(medium);
  await old.begin(1, 1);
  const newer = await openLog(medium);
  old.append(payload(1), 1, 1);
  await durableUpTo(old, 1);
  await assert.rejects(newer.begin(2, 1), { code: 'GMG_STORE_GAP', message: /up to record 1/ });
  const failed = failureOf(old);
  old.append(payload(2), 1, 2);
  assert.equal(await failed, 'GMG_STORE_EPOCH');
  assert.deepEqual(newer.range, { first: 1, last: 1 });
  await newer.begin(3, 2);
  newer.append(payload(2), 3, 2);
  await durableUpTo(newer, 2);
  assert.deepEqual(await sequencesIn(medium), ['1:1', '3:2']);
});

test('of two that begin the same epoch, one is refused', async () => {
  const medium = new PartitionMedium();
  const one = await openLog(medium);
  const two = await openLog(medium);
  await one.begin(1, 1);
  await assert.rejects(two.begin(1, 1), { code: 'GMG_STORE_EPOCH' });
  one.append(payload(1), 1, 1);
  await durableUpTo(one, 1);
  assert.equal(one.failure, null);
});

test('a record larger than a message is cut, and is there wholly or not at all', async () => {
  const medium = new PartitionMedium();
  const log = await openLog(medium, { batchBytes: 1000 });
  await log.begin(1, 1);
  log.append(payload(1, 5000), 1, 1);
  log.append(payload(2, 10), 1, 2);
  await durableUpTo(log, 2);
  assert.deepEqual(
    (await entriesOf(log, 1)).map(({ encoded }) => encoded),
    [payload(1, 5000), payload(2, 10)],
  );
  medium.fates = ['kept', 'kept', 'lost'];
  const failed = failureOf(log);
  log.append(payload(3, 5000), 1, 3);
  await failed;
  medium.isDown = true;
  const before = medium.messages.length;
  assert.ok(before > 7, `${before} messages`);
  await assert.rejects(log.close(), { code: 'GMG_STORE_IO', message: /1 records not saved/ });
  medium.isDown = false;
  const next = await openLog(medium);
  assert.deepEqual(next.range, { first: 1, last: 2 });
  await next.begin(2, 3);
  next.append(payload(3, 30), 2, 3);
  await durableUpTo(next, 3);
  assert.deepEqual(await sequencesIn(medium), ['1:1', '1:2', '2:3']);
});

test('a damaged message, and one that lost its predecessor, are refused', async () => {
  const written = async () => {
    const medium = new PartitionMedium();
    const log = await openLog(medium);
    await log.begin(1, 1);
    for (let sequence = 1; sequence <= 3; sequence++) {
      log.append(payload(sequence), 1, sequence);
      await durableUpTo(log, sequence);
    }
    return medium;
  };
  const damaged = await written();
  damaged.messages[2]![50]! ^= 1;
  await assert.rejects(openLog(damaged), { code: 'GMG_STORE_CORRUPT', offset: 2 });

  const foreign = new PartitionMedium();
  foreign.add([payload(1, 100)]);
  await assert.rejects(openLog(foreign), { code: 'GMG_STORE_CORRUPT' });

  const cut = await written();
  const log = await openLog(cut);
  cut.messages.splice(3);
  await log.begin(2, 4).catch(() => {});
  cut.messages.pop();
  await assert.rejects(log.begin(3, 4), { code: 'GMG_STORE_CORRUPT', message: /have lost/ });
});

test('records that arrive while a batch is under way share the next one', async () => {
  const medium = new PartitionMedium();
  const log = await openLog(medium);
  await log.begin(1, 1);
  let flushes = 0;
  log.onDurable = () => flushes++;
  for (let sequence = 1; sequence <= 1000; sequence++) log.append(payload(sequence), 1, sequence);
  await log.close();
  assert.ok(flushes <= 2, `${flushes} batches`);
});

test('opening and finding a record read little of a long log', async () => {
  const medium = new PartitionMedium();
  const log = await openLog(medium);
  await log.begin(1, 1);
  for (let sequence = 1; sequence <= 20_000; sequence++) log.append(payload(sequence), 1, sequence);
  await log.close();
  medium.reads = 0;
  const again = await openLog(medium);
  assert.deepEqual(again.range, { first: 1, last: 20_000 });
  for await (const { sequence, encoded } of again.read(13_337)) {
    assert.deepEqual([sequence, Uint8Array.from(encoded)], [13_337, payload(13_337)]);
    break;
  }
  assert.ok(medium.reads < 60, `${medium.reads} reads`);
});

/** What one start lives through. */
interface Life {
  readonly sizes: readonly number[];
  readonly fates: readonly Fate[];
  /** How long the next start is after it, in turns of the event loop's smallest kind; this one does not know that it has ended. */
  readonly turns: number;
  readonly releases: boolean;
}

const life: fc.Arbitrary<Life> = fc.record({
  sizes: fc.array(fc.integer({ min: 1, max: 1500 }), { maxLength: 12 }),
  fates: fc.array(fc.constantFrom<Fate>('kept', 'kept', 'lost', 'unheard', 'late', 'twice'), {
    maxLength: 8,
  }),
  turns: fc.integer({ min: 0, max: 60 }),
  releases: fc.boolean(),
});

/** Starts that overlap: each one goes on writing while the next has begun. Gives the first promise that was broken. */
async function liveThrough(lives: readonly Life[]): Promise<string | null> {
  const medium = new PartitionMedium();
  /** Which epoch was promised to be durable with which record. */
  const promised = new Map<number, number>();
  let released = 0;
  for (const { sizes, fates, turns, releases } of lives) {
    const log = await openLog(medium, { batchBytes: 1000 });
    for (let tries = 0; ; tries++) {
      const epoch = log.lastEpoch + 1;
      try {
        await log.begin(epoch, (log.range?.last ?? 0) + 1);
        break;
      } catch {
        if (tries > 30) return 'no start succeeds';
      }
    }
    const epoch = log.lastEpoch;
    let told = log.durable;
    log.onDurable = (durable) => {
      while (told < durable) promised.set(++told, epoch);
    };
    medium.fates.push(...fates);
    let sequence = log.durable;
    for (const size of sizes) {
      log.append(payload(++sequence, size), epoch, sequence);
      if (size % 5 === 0) await Promise.resolve();
    }
    for (let turn = 0; turn < turns; turn++) await Promise.resolve();
    if (releases) await log.release(Math.floor(log.durable / 2), 200).catch(() => {});
    released = Math.max(released, (log.range?.first ?? 1) - 1);
  }
  await sleep(1);
  medium.fates = [];
  const log = await openLog(medium);
  const entries = await entriesOf(log, log.range?.first ?? 1);
  let next = log.range?.first ?? 1;
  if (next > released + 1) return `begins at ${next}, but only ${released} were released`;
  for (const { epoch, sequence, encoded } of entries) {
    if (sequence !== next++) return `record ${sequence} at the place of ${next - 1}`;
    if ((promised.get(sequence) ?? epoch) !== epoch)
      return `record ${sequence} was promised to another epoch`;
    if (!encoded.every((byte) => byte === (sequence & 0xff))) return `record ${sequence} is torn`;
  }
  const lost = [...promised.keys()].find((sequence) => sequence >= next);
  return lost === undefined ? null : `record ${lost} was promised, but the log ends at ${next - 1}`;
}

test('whatever becomes of appends, and however starts overlap: nothing promised is lost, doubled or torn', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(life, { minLength: 2, maxLength: 6 }), async (lives) => {
      assert.equal(await liveThrough(lives), null);
    }),
    { numRuns: 300 },
  );
});

test('how many bytes lie behind a record is known for what was appended, and found for what was asked for', async () => {
  const medium = new PartitionMedium();
  const size = 100_000;
  const first = await openLog(medium);
  await first.begin(1, 1);
  for (let sequence = 1; sequence <= 50; sequence++) {
    first.append(payload(sequence, size), 1, sequence);
    await durableUpTo(first, sequence);
  }
  const about = (bytes: number, records: number) =>
    assert.ok(Math.abs(bytes - records * size) < 1.2e6, `${bytes} bytes, but ${records} records`);
  about(first.bytesAfter(10), 40);
  about(first.bytesAfter(45), 5);
  const again = await openLog(medium);
  about(again.bytesAfter(40), 50);
  await again.locate(40);
  about(again.bytesAfter(40), 10);
  assert.ok(again.bytesAfter(40) < 11 * size, 'exactly');
  about(again.bytesAfter(20), 50);
});

test('a partition that answers before its brokers do promises what is lost: the plant of the torture', async () => {
  const medium = new PartitionMedium();
  const partition = faultyPartition(new SimulatedPartition(medium), { skipSyncsFrom: 3 });
  const log = await KafkaLog.open({ partition, name: 'simulated' });
  await log.begin(1, 1);
  log.append(payload(1), 1, 1);
  await durableUpTo(log, 1);
  medium.isDown = true;
  log.append(payload(2), 1, 2);
  await durableUpTo(log, 2);
  await log.close();
  medium.isDown = false;
  assert.deepEqual(await sequencesIn(medium), ['1:1']);
});
