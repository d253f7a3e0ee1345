import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { type FileHandle, mkdtemp, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mock, test } from 'node:test';
import { replaceFile } from './replace-file.ts';

/** What lies in `folder` at each flush: by then, and not earlier, it outlives the power. */
async function flushesOf(folder: string, work: () => Promise<void>): Promise<Record<string, string>[]> {
  const handle = await open(folder, 'r');
  const shared = Object.getPrototypeOf(handle) as FileHandle;
  await handle.close();
  const seen: Record<string, string>[] = [];
  const sync = shared.sync;
  const mocked = mock.method(shared, 'sync', async function (this: FileHandle) {
    await sync.call(this);
    const names = await readdir(folder);
    seen.push(Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')])));
  });
  try {
    await work();
  } finally {
    mocked.mock.restore();
  }
  return seen;
}

test('a new text is on the disk before its name, and the name before anybody is told', {
  skip: process.platform === 'win32' && 'Windows flushes names by itself',
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'gommog-replace-'));
  try {
    const file = join(folder, 'note');
    await writeFile(file, 'old');
    const flushes = await flushesOf(folder, () => replaceFile(file, 'new', 0o600));
    assert.deepEqual(flushes, [{ note: 'old', 'note.new': 'new' }, { note: 'new' }]);
    assert.equal(await readFile(file, 'utf8'), 'new');
    assert.equal((await stat(file)).mode & 0o777, 0o600);
    // What a crash left of an earlier try is in nobody's way.
    await writeFile(`${file}.new`, 'half of a long text');
    await replaceFile(file, 'newer');
    assert.equal(await readFile(file, 'utf8'), 'newer');
  } finally {
    await rm(folder, { recursive: true });
  }
});
