import assert from 'node:assert/strict';
import { test } from 'node:test';
import { simulate } from './simulate.ts';

test('a simulated world stays whole, and the same seed ends in the same state', async () => {
  const options = { seed: 7, ticks: 300, players: 10 };
  const first = await simulate(options);
  assert.deepEqual(first.problems, []);
  assert.equal((await simulate(options)).hash, first.hash);
  assert.notEqual((await simulate({ ...options, seed: 8 })).hash, first.hash);
});
