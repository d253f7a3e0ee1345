import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { oracle } from '../src/testing/oracle.ts';

const fixtures = ['sample', 'sample_packet'].map((id) =>
  fileURLToPath(new URL(`fixtures/${id}.ksy`, import.meta.url)),
);

test('random values of every form read the same by the official parser', async () => {
  const { types, values } = await oracle(fixtures, {
    samples: 60,
    params: { ver: [0x04000000, 0x05000000, 0x06000001, 0x07000900] },
  });
  assert.ok(types > 20, `${types} types`);
  assert.ok(values > 2000, `${values} values`);
});
