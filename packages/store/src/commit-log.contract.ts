import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CommitLog, LogEntry } from './commit-log.ts';

/** A place where a commit log lives, for one test. */
export interface CommitLogFixture {
  /** Opens the log that is there: after a `close`, or as after a crash. */
  open(): Promise<CommitLog>;
  /** From now on the medium refuses, until called with false. */
  refuse(on: boolean): void;
  dispose(): Promise<void>;
}

export function payload(sequence: number, size = 40): Uint8Array {
  return new Uint8Array(size).fill(sequence & 0xff);
}

export function durableUpTo(log: CommitLog, sequence: number): Promise<void> {
  if (log.durable >= sequence) return Promise.resolve();
  return new Promise((resolve) => {
    log.onDurable = (durable) => {
      if (durable >= sequence) resolve();
    };
  });
}

export async function entriesOf(log: CommitLog, from: number): Promise<LogEntry[]> {
  const entries: LogEntry[] = [];
  for await (const { epoch, sequence, encoded } of log.read(from)) {
    entries.push({ epoch, sequence, encoded: Uint8Array.from(encoded) });
  }
  return entries;
}

function appendRange(log: CommitLog, epoch: number, from: number, to: number): void {
  for (let sequence = from; sequence <= to; sequence++) log.append(payload(sequence), epoch, sequence);
}

/** What every commit log must do. `skip` says why it cannot be tried here. */
export function testCommitLog(
  name: string,
  make: () => Promise<CommitLogFixture>,
  skip: string | false = false,
): void {
  const scenario = (title: string, run: (fixture: CommitLogFixture) => Promise<void>) =>
    test(`${name} log: ${title}`, { skip }, async () => {
      const fixture = await make();
      try {
        await run(fixture);
      } finally {
        await fixture.dispose();
      }
    });

  scenario('a new one is empty, and begins where it is told', async ({ open }) => {
    const log = await open();
    assert.equal(log.range, null);
    assert.equal(log.lastEpoch, 0);
    assert.deepEqual(await entriesOf(log, 1), []);
    await log.begin(1, 7);
    assert.deepEqual(log.range, { first: 7, last: 6 });
    await log.close();
  });

  scenario('gives back what it was given, also after opening again', async ({ open }) => {
    let log = await open();
    await log.begin(1, 1);
    appendRange(log, 1, 1, 20);
    await durableUpTo(log, 20);
    const expected = Array.from({ length: 16 }, (_, i) => ({
      epoch: 1,
      sequence: i + 5,
      encoded: payload(i + 5),
    }));
    assert.deepEqual(await entriesOf(log, 5), expected);
    assert.ok(log.bytesWritten >= 800);
    await log.close();
    log = await open();
    assert.deepEqual(log.range, { first: 1, last: 20 });
    assert.equal(log.durable, 20);
    assert.equal(log.lastEpoch, 1);
    assert.deepEqual(await entriesOf(log, 5), expected);
    await log.close();
  });

  scenario('keeps the records of each epoch, and refuses an old epoch', async ({ open }) => {
    for (let epoch = 1; epoch <= 3; epoch++) {
      const log = await open();
      await assert.rejects(log.begin(epoch - 1, epoch), { code: 'GMG_STORE_EPOCH' });
      await log.begin(epoch, epoch);
      log.append(payload(epoch), epoch, epoch);
      await log.close();
    }
    const log = await open();
    const entries = await entriesOf(log, 1);
    assert.deepEqual(
      entries.map(({ epoch }) => epoch),
      [1, 2, 3],
    );
    await log.close();
  });

  scenario('an epoch without a record is remembered', async ({ open }) => {
    let log = await open();
    await log.begin(9, 1);
    await log.close();
    log = await open();
    assert.equal(log.lastEpoch, 9);
    await log.close();
  });

  scenario('refuses a gap, a repetition, a foreign epoch, and anything after close', async ({ open }) => {
    const log = await open();
    assert.throws(() => log.append(payload(1), 1, 1), { code: 'GMG_STORE_EPOCH' });
    await log.begin(2, 1);
    log.append(payload(1), 2, 1);
    assert.throws(() => log.append(payload(3), 2, 3), { code: 'GMG_STORE_GAP' });
    assert.throws(() => log.append(payload(1), 2, 1), { code: 'GMG_STORE_GAP' });
    assert.throws(() => log.append(payload(2), 1, 2), { code: 'GMG_STORE_EPOCH' });
    await log.close();
    assert.throws(() => log.append(payload(2), 2, 2), { code: 'GMG_STORE_CLOSED' });
    const again = await open();
    await assert.rejects(again.begin(3, 5), { code: 'GMG_STORE_GAP' });
    await again.close();
  });

  scenario(
    'releases old records, never one above the mark, and says what it no longer has',
    async ({ open }) => {
      const log = await open();
      await log.begin(1, 1);
      for (let sequence = 1; sequence <= 60; sequence++) {
        log.append(payload(sequence, 200), 1, sequence);
        await durableUpTo(log, sequence);
      }
      await log.release(40, 1e9);
      assert.deepEqual(log.range, { first: 1, last: 60 });
      await log.release(40, 0);
      const { first, last } = log.range!;
      assert.ok(first > 1 && first <= 41, `first is ${first}`);
      assert.equal(last, 60);
      assert.equal((await entriesOf(log, first)).length, 60 - first + 1);
      await assert.rejects(entriesOf(log, 1), { code: 'GMG_STORE_GAP' });
      await log.close();
    },
  );

  scenario('keeps what it cannot write, says so, and writes it when it can', async (fixture) => {
    const log = await fixture.open();
    const news: (string | null)[] = [];
    log.onFailure = (failure) => news.push(failure?.code ?? null);
    await log.begin(1, 1);
    appendRange(log, 1, 1, 3);
    await durableUpTo(log, 3);
    fixture.refuse(true);
    appendRange(log, 1, 4, 10);
    while (news.length === 0) await sleep(1);
    assert.equal(log.failure?.code, 'GMG_STORE_IO');
    assert.equal(log.durable, 3);
    appendRange(log, 1, 11, 12);
    fixture.refuse(false);
    await durableUpTo(log, 12);
    assert.equal(log.failure, null);
    assert.deepEqual(news, ['GMG_STORE_IO', null]);
    assert.deepEqual(
      (await entriesOf(log, 1)).map(({ sequence }) => sequence),
      Array.from({ length: 12 }, (_, i) => i + 1),
    );
    await log.close();
    const again = await fixture.open();
    assert.equal((await entriesOf(again, 1)).length, 12);
    await again.close();
  });

  scenario('close says what it could not save', async (fixture) => {
    const log = await fixture.open();
    await log.begin(1, 1);
    fixture.refuse(true);
    appendRange(log, 1, 1, 5);
    await assert.rejects(log.close(), { code: 'GMG_STORE_IO', message: /5 records not saved/ });
    fixture.refuse(false);
  });
}
