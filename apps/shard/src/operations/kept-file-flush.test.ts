import assert from 'node:assert/strict';
import { type FileHandle, mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mock, test } from 'node:test';
import { z } from 'zod';
import { KeptFile } from './kept-file.ts';
import { LineHistory } from './line-history.ts';

/** How often something was flushed to the disk while `work` was done. */
async function flushesOf(folder: string, work: () => Promise<void>): Promise<number> {
  const handle = await open(join(folder), 'r');
  const shared = Object.getPrototypeOf(handle) as FileHandle;
  await handle.close();
  const { mock: spy } = mock.method(shared, 'sync');
  try {
    await work();
    return spy.callCount();
  } finally {
    spy.restore();
  }
}

async function inFolder(run: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'gommog-flush-'));
  try {
    await run(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Its bytes and its name. */
const ONE_WRITING = process.platform === 'win32' ? 1 : 2;
const noProblem = (problem: string): void => assert.fail(problem);

test('each writing of a kept file is flushed once, however many changes share it', () =>
  inFolder(async (folder) => {
    const file = join(folder, 'list.json');
    const kept = await KeptFile.open(file, z.array(z.number()), [], noProblem);
    const flushes = await flushesOf(folder, async () => {
      for (let i = 1; i <= 50; i++) kept.value = [...kept.value, i];
      await kept.settled();
    });
    assert.equal(flushes, ONE_WRITING);
    assert.equal((JSON.parse(await readFile(file, 'utf8')) as number[]).length, 50);
    const one = await flushesOf(folder, async () => {
      kept.value = [];
      await kept.settled();
    });
    assert.equal(one, ONE_WRITING);
  }));

test('older lines are on the disk before they take the place of others', () =>
  inFolder(async (folder) => {
    const most = 10;
    const file = join(folder, 'log.jsonl');
    const history = new LineHistory({ file, most, mostBytes: 1e6, onProblem: noProblem });
    const flushes = await flushesOf(folder, async () => {
      for (let id = 1; id <= 15; id++)
        history.add({ id, at: id, level: 'info', text: `line ${id}`, details: {} });
      await history.settled();
    });
    // Ten of fifteen lines wait; they, and five that come later, fill the file once.
    assert.equal(flushes, 0);
    for (let id = 16; id <= 20; id++)
      history.add({ id, at: id, level: 'info', text: `line ${id}`, details: {} });
    const full = await flushesOf(folder, () => history.settled());
    assert.equal(full, ONE_WRITING);
  }));
