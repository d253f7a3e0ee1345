import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { Tokens } from './tokens.ts';

test('tokens that are made and taken back at once are all kept', async () => {
  const data = await mkdtemp(join(tmpdir(), 'gommog-tokens-'));
  try {
    const tokens = await Tokens.open(data);
    const made = await Promise.all(
      Array.from({ length: 8 }, (_, i) => tokens.make(`tool ${i}`, 'counselor', 'anna')),
    );
    assert.ok(await tokens.revoke(made[3]!.view.id));
    const again = await Tokens.open(data);
    assert.deepEqual(
      again.list().map(({ name }) => name),
      [0, 1, 2, 4, 5, 6, 7].map((i) => `tool ${i}`),
    );
    assert.deepEqual(again.find(made[7]!.secret), made[7]!.view);
    assert.equal(again.find(made[3]!.secret), null);
    assert.deepEqual(await readdir(data), ['api-tokens.json']);
  } finally {
    await rm(data, { recursive: true });
  }
});
