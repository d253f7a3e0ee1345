import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileStore, plants } from './torture-faults.ts';
import { Torture } from './torture-run.ts';

async function torture(plant: string | null, faults: readonly string[]): Promise<Torture> {
  const data = await mkdtemp(join(tmpdir(), 'gommog-torture-test-'));
  try {
    const run = new Torture({
      store: (rng) => fileStore(data, rng, 500),
      rounds: faults.length,
      bots: 4,
      seed: 1,
      faults,
      plant: plant === null ? null : plants[plant]!,
      keep: null,
      progress: () => {},
    });
    await run.run();
    return run;
  } finally {
    await rm(data, { recursive: true });
  }
}

test('a shard that is killed keeps its promises', { timeout: 240_000 }, async () => {
  const { violations } = await torture(null, ['power']);
  assert.deepEqual(violations, []);
});

// The longer run of each plant, `npm run torture -- --rounds 4 --bots 20 --plant NAME`, must fail as well.
test('one that promises before its disk has synced does not, and it is seen', {
  timeout: 240_000,
}, async () => {
  const { violations } = await torture('sync', ['stop']);
  assert.notDeepEqual(violations, []);
});
