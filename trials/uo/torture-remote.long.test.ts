import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { remoteStore } from './torture-remote.ts';
import { Torture } from './torture-run.ts';

const missing = ['GOMMOG_TEST_KAFKA', 'GOMMOG_TEST_REDIS', 'GOMMOG_TEST_MONGODB'].filter(
  (name) => process.env[name] === undefined,
);
// It has servers of its own; the variables say that they can be had here.
const skip =
  missing.length > 0 && `${missing.join(', ')} not set: run 'npm run services' and set what it prints`;

test('a shard over servers that are all killed with it keeps its promises', {
  skip,
  timeout: 270_000,
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'gommog-torture-test-'));
  try {
    const run = new Torture({
      store: (rng) => remoteStore(folder, ['redis', 'mongodb'], rng, 500),
      rounds: 1,
      bots: 4,
      seed: 1,
      faults: ['all.kill'],
      plant: null,
      keep: null,
      progress: () => {},
    });
    await run.run();
    assert.deepEqual(run.violations, []);
  } finally {
    await rm(folder, { recursive: true });
  }
});
