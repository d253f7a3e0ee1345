import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { encodeCommit } from '@gommog/core';
import { durableUpTo } from '../commit-log.contract.ts';
import { FileLog } from '../file-log.ts';
import { NodeDisk } from '../log-disk.ts';
import { MemoryImage } from '../memory-image.ts';
import { describeState, tortureRecord, tortureState } from '../testing/torture-world.ts';
import { checkpointsPath, listCheckpoints } from './checkpoint.ts';
import { HistoryKeeper, type Retention } from './keeper.ts';
import { worldAt } from './world-at.ts';

const HOUR_MS = 3_600_000;

/** A log, an image and their keeper in a folder, and a clock that only the test moves. */
async function keptFolder(retention: Retention, run: (kept: Kept) => Promise<void>): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'gommog-keeper-'));
  const clock = { ms: 1e12 };
  const wallClock = () => clock.ms;
  const log = await FileLog.open({ disk: new NodeDisk(join(dir, 'log')), segmentBytes: 5000, wallClock });
  await log.begin(1, 1);
  const image = new MemoryImage();
  const keeper = await HistoryKeeper.open(dir, log, retention, wallClock);
  const save = async (last: number) => {
    for (let sequence = log.durable + 1; sequence <= last; sequence++) {
      const encoded = encodeCommit(tortureRecord(1, sequence));
      log.append(encoded, 1, sequence);
      await durableUpTo(log, sequence);
      await image.apply([encoded]);
      // Every other time as where no image can be read as of one moment.
      await keeper.keep(sequence, sequence % 2 === 0 ? image : null);
    }
  };
  try {
    await run({ dir, clock, image, keeper, log, save });
  } finally {
    await log.close();
    await rm(dir, { recursive: true });
  }
}

interface Kept {
  readonly dir: string;
  readonly clock: { ms: number };
  readonly image: MemoryImage;
  readonly keeper: HistoryKeeper;
  readonly log: FileLog;
  readonly save: (last: number) => Promise<void>;
}

async function assertRestorable(dir: string, sequence: number): Promise<void> {
  const state = new Map<string, string>();
  for await (const batch of (await worldAt(dir, { sequence })).components()) {
    for (const { component, data, serial, version } of batch)
      state.set(`${serial}:${component}`, describeState(version, data));
  }
  assert.deepEqual(state, tortureState(sequence));
}

test('history by size: the log stays small, and every moment from its oldest checkpoint on can be restored', () =>
  keptFolder({ keepBytes: 40_000, keepDays: null, checkpointHours: null }, async ({ dir, log, save }) => {
    await save(600);
    const checkpoints = await listCheckpoints(dir);
    const oldest = checkpoints[0]!.sequence;
    assert.ok(log.range!.first > 300, `the log begins at ${log.range!.first}`);
    assert.ok(log.range!.first <= oldest + 1);
    assert.ok(checkpoints.length <= 4, `${checkpoints.length} checkpoints`);
    assert.ok(log.bytesAfter(0) < 60_000, `${log.bytesAfter(0)} bytes`);
    for (const sequence of [oldest, oldest + 1, oldest + 17, 599, 600]) await assertRestorable(dir, sequence);
  }));

test('history by age: checkpoints come with the clock, and go with it', () =>
  keptFolder({ keepBytes: 1e9, keepDays: 1, checkpointHours: 6 }, async ({ clock, dir, log, save }) => {
    for (let hour = 1; hour <= 60; hour++) {
      clock.ms += HOUR_MS;
      await save(hour * 5);
    }
    const checkpoints = await listCheckpoints(dir);
    const ages = checkpoints.map(({ wallMs }) => (clock.ms - wallMs) / HOUR_MS);
    // The newest one that is older than a day stays: the day begins in it.
    assert.deepEqual(ages, [30, 24, 18, 12, 6, 0]);
    assert.ok(log.range!.first <= checkpoints[0]!.sequence + 1);
    await assertRestorable(dir, checkpoints[0]!.sequence + 3);
  }));

test('before there is a checkpoint the log forgets nothing', () =>
  keptFolder({ keepBytes: 1e9, keepDays: 1, checkpointHours: null }, async ({ clock, dir, log, save }) => {
    await save(100);
    clock.ms += 100 * 24 * HOUR_MS;
    await save(101);
    assert.equal(log.range!.first, 1);
    await assertRestorable(dir, 50);
  }));

test('a store that closes does not wait for a checkpoint', () =>
  keptFolder({ keepBytes: 1e9, keepDays: null, checkpointHours: 1 }, async (kept) => {
    const { clock, dir, image, keeper, save } = kept;
    await save(20);
    clock.ms += 2 * HOUR_MS;
    const keeping = keeper.keep(20, image);
    keeper.stop();
    await keeping;
    await keeper.keep(20, image);
    assert.deepEqual(await listCheckpoints(dir), []);
    assert.deepEqual(await readdir(checkpointsPath(dir)), [], 'nothing half made is left');
  }));
