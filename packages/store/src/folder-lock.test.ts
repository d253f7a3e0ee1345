import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type FileHandle, mkdtemp, open, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mock, test } from 'node:test';
import { FolderLock } from './folder-lock.ts';

async function inFolder(run: (dir: string) => Promise<void>): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'gommog-lock-'));
  try {
    await run(dir);
  } finally {
    await rm(dir, { recursive: true });
  }
}

/** A process that takes the lock and holds it until it is killed. */
async function holder(dir: string) {
  const source = `
    const { FolderLock } = await import(${JSON.stringify(new URL('./folder-lock.ts', import.meta.url).href)});
    await FolderLock.acquire(${JSON.stringify(dir)});
    process.stdout.write('held');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', source], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
}

test('a folder is held once, and free after release', () =>
  inFolder(async (dir) => {
    const lock = await FolderLock.acquire(dir);
    await assert.rejects(FolderLock.acquire(dir), { code: 'GMG_STORE_LOCKED', message: /process \d+ on/ });
    await lock.release();
    assert.deepEqual(await readdir(dir), []);
    const again = await FolderLock.acquire(dir);
    await again.release();
  }));

test('another process is kept out while the holder lives, and let in when it was killed', () =>
  inFolder(async (dir) => {
    const child = await holder(dir);
    await assert.rejects(FolderLock.acquire(dir), {
      code: 'GMG_STORE_LOCKED',
      message: RegExp(`${child.pid}`),
    });
    child.kill('SIGKILL');
    await once(child, 'exit');
    const lock = await FolderLock.acquire(dir);
    assert.deepEqual(await readdir(dir), ['lock']);
    await lock.release();
  }));

test('a number that now belongs to another process holds nothing', () =>
  inFolder(async (dir) => {
    const child = await holder(dir);
    const path = join(dir, 'lock');
    const holding = JSON.parse(await readFile(path, 'utf8')) as object;
    // In a container each start may have the same number: this process's own, but another process wrote it.
    await writeFile(path, JSON.stringify({ ...holding, pid: process.pid }));
    await (await FolderLock.acquire(dir)).release();
    if (process.platform === 'linux') {
      await writeFile(path, JSON.stringify({ ...holding, began: '1' }));
      await (await FolderLock.acquire(dir)).release();
    }
    await writeFile(path, JSON.stringify(holding));
    await assert.rejects(FolderLock.acquire(dir), { code: 'GMG_STORE_LOCKED' });
    child.kill('SIGKILL');
    await once(child, 'exit');
  }));

test('a holder on another machine counts until it has been silent for long', () =>
  inFolder(async (dir) => {
    const path = join(dir, 'lock');
    await writeFile(path, JSON.stringify({ token: 'x', pid: 1, host: 'elsewhere', began: '' }));
    await assert.rejects(FolderLock.acquire(dir), {
      code: 'GMG_STORE_LOCKED',
      message: /process 1 on elsewhere/,
    });
    const longAgo = new Date(Date.now() - 60_000);
    await utimes(path, longAgo, longAgo);
    await (await FolderLock.acquire(dir)).release();
  }));

test('whoever is slow to say who he is does not hold a folder that another one has taken meanwhile', () =>
  inFolder(async (dir) => {
    const handle = await open(dir, 'r');
    const shared = Object.getPrototypeOf(handle) as FileHandle;
    await handle.close();
    const write = shared.writeFile;
    const goOn = Promise.withResolvers<void>();
    const began = Promise.withResolvers<void>();
    const slow = mock.method(shared, 'writeFile', async function (this: FileHandle, text: string) {
      slow.mock.restore();
      began.resolve();
      await goOn.promise;
      await write.call(this, text);
    });
    const first = FolderLock.acquire(dir);
    await began.promise;
    const second = await FolderLock.acquire(dir);
    goOn.resolve();
    await assert.rejects(first, { code: 'GMG_STORE_LOCKED' });
    await second.release();
    assert.deepEqual(await readdir(dir), []);
  }));
