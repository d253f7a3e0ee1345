import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Label, spreadLabels } from './spread-labels.ts';

function label(x: number, y: number): Label {
  return { x, y, width: 40, height: 10 };
}

test('labels on one place stand above each other, the lowest where it was', () => {
  const labels = [label(100, 50), label(100, 50), label(110, 48), label(300, 50)];
  spreadLabels(labels);
  assert.deepEqual(
    labels.map(({ y }) => y),
    [50, 40, 30, 50],
  );
});

test('of a great crowd no label lies on another', () => {
  const labels = Array.from({ length: 120 }, (_, i) => label(100 + (i % 7) * 5, 400 - (i % 11) * 3));
  spreadLabels(labels);
  for (const [i, a] of labels.entries()) {
    for (const b of labels.slice(i + 1)) {
      const apart = Math.abs(a.x - b.x) >= 40 || Math.abs(a.y - b.y) >= 10;
      assert.ok(apart, `${a.x}, ${a.y} lies on ${b.x}, ${b.y}`);
    }
  }
});
