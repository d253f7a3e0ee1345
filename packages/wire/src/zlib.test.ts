import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WireError } from './error.ts';
import { deflate, inflate } from './zlib.ts';

test('packed bytes come back, but never more of them than allowed', () => {
  const bytes = new Uint8Array(100_000);
  const packed = deflate(bytes);
  assert.ok(packed.length < 200);
  assert.equal(inflate(packed, 100_000).length, 100_000);
  assert.throws(() => inflate(packed, 99_999), WireError);
  assert.throws(() => inflate(packed.subarray(0, packed.length - 1), 100_000), WireError);
  assert.throws(() => inflate(Uint8Array.of(1, 2, 3), 10), WireError);
});
