import assert from 'node:assert/strict';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { RunningMark } from './running-mark.ts';

test('a crash leaves the mark, an end as it should be does not, and a copy of the folder tells nothing', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'gommog-mark-'));
  try {
    const mark = new RunningMark(folder);
    assert.equal(await mark.wasLeft(), false);
    await mark.set();
    assert.equal(await new RunningMark(folder).wasLeft(), true);
    await cp(folder, `${folder}-copy`, { recursive: true });
    assert.equal(await new RunningMark(`${folder}-copy`).wasLeft(), false);
    await mark.clear();
    assert.equal(await mark.wasLeft(), false);
  } finally {
    await rm(folder, { recursive: true });
    await rm(`${folder}-copy`, { recursive: true, force: true });
  }
});
