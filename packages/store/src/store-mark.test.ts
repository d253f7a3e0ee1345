import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { newIdentity } from './image-fit.ts';
import { folderMark } from './store-mark.ts';

test('a data folder remembers which store it is, and refuses a file that says nothing', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'gommog-mark-'));
  try {
    const mark = folderMark(dir);
    assert.equal(await mark.read(), null);
    const identity = newIdentity();
    await mark.write(newIdentity());
    await mark.write(identity);
    assert.equal(await folderMark(dir).read(), identity);
    await writeFile(join(dir, 'store.json'), '{"store":""}\n');
    await assert.rejects(mark.read(), { code: 'GMG_STORE_FORMAT', message: /store\.json .* remove it/ });
  } finally {
    await rm(dir, { recursive: true });
  }
});
