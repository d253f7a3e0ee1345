import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HALF, pointedDirection, screenX, screenY, tileAt } from './projection.ts';

test('the middle of a tile on the screen is that tile again, at any height', () => {
  for (const z of [-20, 0, 7, 40]) {
    for (const [x, y] of [
      [0, 0],
      [10, 3],
      [511, 288],
    ] as const) {
      assert.deepEqual(tileAt(screenX(x, y), screenY(x, y, z) + HALF, z), { x, y });
    }
  }
});

test('north is up and to the right, and the directions go round clockwise', () => {
  const round = [
    [1, -1],
    [1, 0],
    [1, 1],
    [0, 1],
    [-1, 1],
    [-1, 0],
    [-1, -1],
    [0, -1],
  ] as const;
  assert.deepEqual(
    round.map(([dx, dy]) => pointedDirection(dx, dy)),
    [0, 1, 2, 3, 4, 5, 6, 7],
  );
});
