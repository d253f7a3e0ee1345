import assert from 'node:assert/strict';
import { test } from 'node:test';
import { goldens } from './index.ts';
import { bytesOf } from './notation.ts';

test('the notation of golden bytes', () => {
  assert.deepEqual(
    bytesOf('A0 0102 "ab" "c":3 b"d" l"e" 0*2'),
    Uint8Array.of(0xa0, 1, 2, 97, 98, 99, 0, 0, 0, 100, 101, 0, 0, 0),
  );
  assert.throws(() => bytesOf('A0 0G'), /cannot read/);
  assert.throws(() => bytesOf('A0 0'), /cannot read/);
});

/** Ids whose packets, in any version of the tables here, have no length field are told by their known lengths. */
test('the golden bytes name their own length', () => {
  const fixed = new Map<number, Set<number>>();
  for (const { kind, bytes: notation } of goldens) {
    const bytes = bytesOf(notation);
    const named = bytes.length >= 3 ? (bytes[1]! << 8) | bytes[2]! : -1;
    if (named === bytes.length) continue;
    const lengths = fixed.get(bytes[0]!) ?? new Set();
    fixed.set(bytes[0]!, lengths.add(bytes.length));
    assert.ok(
      lengths.size <= 2,
      `${kind}: a variable packet whose length field says ${named}, not ${bytes.length}`,
    );
  }
});
