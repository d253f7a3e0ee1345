import assert from 'node:assert/strict';
import { test } from 'node:test';
import { paintInOrder } from './paint-order.ts';

function painted(
  ...all: readonly (readonly [name: string, depth: number, isSeenThrough?: boolean])[]
): string[] {
  const names: string[] = [];
  paintInOrder(
    all.map(([name, depth, isSeenThrough = false]) => ({
      depth,
      isSeenThrough,
      paint: (at) => names.push(`${name} ${at}`),
    })),
  );
  return names;
}

test('the farthest is painted first, and of one depth in the order given', () => {
  assert.deepEqual(painted(['near', 9], ['far', 1], ['first', 5], ['second', 5]), [
    'far 1',
    'first 5',
    'second 5',
    'near 9',
  ]);
});

test('one who is seen through is behind whoever comes after it on the same tile, and before whoever came first', () => {
  assert.deepEqual(painted(['hidden', 5, true], ['other', 5]), ['hidden 4', 'other 5']);
  assert.deepEqual(painted(['other', 5], ['hidden', 5, true]), ['other 5', 'hidden 5']);
  assert.deepEqual(painted(['hidden', 5, true], ['nearer', 6]), ['hidden 5', 'nearer 6']);
});
