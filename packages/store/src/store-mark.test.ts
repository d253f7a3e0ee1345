import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { newIdentity } from './image-fit.ts';
import { folderMark } from './store-mark.ts';

async function inFolder(run: (dir: string, file: string) => Promise<void>): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'gommog-mark-'));
  try {
    await run(dir, join(dir, 'store.json'));
  } finally {
    await rm(dir, { recursive: true });
  }
}

test('a data folder remembers which store it is', () =>
  inFolder(async (dir) => {
    const mark = folderMark(dir);
    assert.equal(await mark.read(), null);
    const identity = newIdentity();
    await mark.write(newIdentity());
    await mark.write(identity);
    assert.equal(await folderMark(dir).read(), identity);
    assert.deepEqual(await readdir(dir), ['store.json']);
  }));

test('a mark that somebody edited by hand is read as JSON, whatever blanks and further words it has', () =>
  inFolder(async (dir, file) => {
    const identity = newIdentity();
    await writeFile(file, `{\r\n  "store" : "${identity}",\r\n  "note": "moved in spring"\r\n}`);
    assert.equal(await folderMark(dir).read(), identity);
  }));

test('a mark that says nothing is refused with the file, what is wrong with it and what to do', () =>
  inFolder(async (dir, file) => {
    const wrong = [
      ['', /it is not JSON: /],
      [`{"store":"${newIdentity()}"`, /it is not JSON: /],
      ['{"store":""}\n', /'store': Invalid UUID/],
      ['{"shop":"x"}', /'store': .*expected string/],
      ['[]', /expected object/],
    ] as const;
    for (const [text, problem] of wrong) {
      await writeFile(file, text);
      await assert.rejects(folderMark(dir).read(), (error: Error & { code: string }) => {
        assert.equal(error.code, 'GMG_STORE_FORMAT');
        assert.ok(error.message.startsWith(`${file}: `), error.message);
        assert.match(error.message, problem);
        assert.match(error.message, /remove it, and the images will tell/);
        return true;
      });
    }
  }));
