import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CELL, StillPlan } from './still-plan.ts';

const view = (left: number, top: number) => ({ left, top, right: left + 300, bottom: top + 200 });
const area = (rects: readonly { left: number; top: number; right: number; bottom: number }[]): number =>
  rects.reduce((sum, { bottom, left, right, top }) => sum + (right - left) * (bottom - top), 0);

function plan(): StillPlan {
  return new StillPlan(StillPlan.sideFor(300), StillPlan.sideFor(200));
}

test('a view is painted once, and its edge when it moves on', () => {
  const still = plan();
  const first = still.take(view(-50, 10));
  assert.equal(first.length, 1);
  assert.ok(
    first[0]!.left <= -50 && first[0]!.right >= 250 && first[0]!.top <= 10 && first[0]!.bottom >= 210,
  );
  assert.deepEqual(still.take(view(-50, 10)), []);
  assert.deepEqual(still.take(view(-60, 10)), [], 'still the same cells');
  const edge = still.take(view(-50 + CELL, 10));
  assert.deepEqual(edge, [{ left: 256, right: 320, top: 0, bottom: 256 }]);
});

test('what was pushed off the texture is painted again on the way back', () => {
  const still = plan();
  still.take(view(0, 0));
  for (let x = 0; x <= 2_000; x += 40) still.take(view(x, 0));
  assert.equal(area(still.take(view(0, 0))), area([{ left: 0, top: 0, right: 320, bottom: 256 }]));
});

test('only what is spoilt is painted again', () => {
  const still = plan();
  still.take(view(0, 0));
  still.spoil({ left: 70, top: 70, right: 80, bottom: 130 });
  assert.deepEqual(still.take(view(0, 0)), [{ left: 64, top: 64, right: 128, bottom: 192 }]);
  still.spoil({ left: 5_000, top: 70, right: 5_010, bottom: 80 });
  assert.deepEqual(still.take(view(0, 0)), [], 'far away, where another cell lies on the texture');
  still.spoilAll();
  assert.equal(area(still.take(view(0, 0))), 320 * 256);
});

test('a rectangle over the edge of the texture lies on it in pieces that cover it', () => {
  const still = plan();
  const { height, width } = still;
  const part = { left: -CELL, top: height - CELL, right: 2 * CELL, bottom: height + CELL };
  const pieces = [...still.piecesOf(part)];
  assert.equal(pieces.length, 4);
  assert.equal(area(pieces.map((piece) => piece.part)), area([part]));
  for (const { part: piece, x, y } of pieces) {
    assert.ok(x >= 0 && x + piece.right - piece.left <= width);
    assert.ok(y >= 0 && y + piece.bottom - piece.top <= height);
    // A pixel is found by its lowest bits: that is how it is shown.
    assert.equal(piece.left & (width - 1), x);
    assert.equal(piece.top & (height - 1), y);
  }
});
