import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Job } from '@gommog/staff-api';
import { openStore } from '@gommog/store';
import { Backups } from './backups.ts';

/** Backups of a data folder, with all that was ever kept of works. */
async function inFolder(
  run: (backups: Backups, data: string, kept: Job[][]) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'gommog-backups-'));
  const data = join(folder, 'data');
  await mkdir(data);
  const kept: Job[][] = [];
  try {
    await run(new Backups(data, null, { past: [], keep: (jobs) => kept.push([...jobs]) }), data, kept);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function ended(backups: Backups, { id }: Job): Promise<Job> {
  for (;;) {
    const job = backups.job(id)!;
    if (job.state !== 'running') return job;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const isJob = (begun: Job | 'gone' | null): Job => {
  assert.ok(begun !== null && begun !== 'gone');
  return begun;
};

test('a backup tells how far it is, is listed, and is restored by its entry; one at a time', () =>
  inFolder(async (backups, data, kept) => {
    const store = await openStore({ dir: data, load: () => {} });
    await store.queue.close();
    const begun = isJob(await backups.backUp('anna', false));
    assert.equal(await backups.backUp('anna', false), null, 'another one runs');
    const done = await ended(backups, begun);
    assert.deepEqual([done.state, done.percent, done.problem], ['done', 100, null], done.lines.join());
    assert.deepEqual(
      kept.map((jobs) => jobs.at(-1)?.state),
      ['running', 'done'],
    );
    const [entry] = await backups.list();
    assert.deepEqual([entry?.by, entry?.isFull, entry?.isThere], ['anna', true, true]);
    await rm(backups.folder, { recursive: true });
    assert.equal((await backups.list())[0]?.isThere, false);
    const point = { from: 'backup', backup: entry!.id, record: 1 } as const;
    assert.equal(await backups.restore('anna', point), 'gone');
    assert.equal(await backups.restore('anna', { ...point, backup: '../../etc' }), 'gone');
  }));

test('a restore that fails says why, and leaves nothing', () =>
  inFolder(async (backups, data) => {
    const job = await ended(backups, isJob(await backups.restore('anna', { from: 'data', record: 1 })));
    assert.equal(job.state, 'failed');
    assert.match(job.problem ?? '', /is not there/);
    assert.equal(existsSync(job.target), false);
    assert.deepEqual(await readdir(join(data, '..')), ['data']);
  }));

test('one that is cancelled says by whom, and one that the shard ends says so', () =>
  inFolder(async (backups) => {
    const first = isJob(await backups.restore('anna', { from: 'data', record: 1 }));
    await mkdir(first.target);
    assert.equal(backups.cancel(first.id, 'olga')?.id, first.id);
    const { problem, state } = await ended(backups, first);
    assert.deepEqual([state, problem], ['cancelled', 'cancelled by olga']);
    assert.equal(existsSync(first.target), false, 'a half world is taken away');
    assert.equal(backups.cancel(first.id, 'olga'), null);
    const second = isJob(await backups.restore('anna', { from: 'data', record: 1 }));
    await backups.stop();
    assert.equal(backups.job(second.id)?.problem, 'the shard ended meanwhile');
  }));
