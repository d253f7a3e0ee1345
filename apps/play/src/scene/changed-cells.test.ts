import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ChangedCells } from './changed-cells.ts';

function cells(): ChangedCells {
  const all = new ChangedCells();
  all.fit(320, 200);
  return all;
}

const rect = (left: number, top: number, right: number, bottom: number) => ({ left, top, right, bottom });

test('what is marked is told as whole cells, as few rectangles as rows that are alike allow', () => {
  const all = cells();
  assert.equal(all.mark(rect(40, 10, 70, 90)), true);
  assert.equal(all.mark(rect(41, 11, 69, 89)), false, 'it was marked before');
  assert.deepEqual(all.rects(), [rect(32, 0, 96, 96)]);
  all.mark(rect(130, 40, 131, 41));
  assert.deepEqual(all.rects(), [rect(32, 0, 96, 96), rect(128, 32, 160, 64)]);
});

test('a part is touched by the cells that it shares, not by its neighbours', () => {
  const all = cells();
  all.mark(rect(64, 64, 96, 96));
  assert.equal(all.touch(rect(90, 90, 100, 100)), true);
  assert.equal(all.touch(rect(96, 64, 128, 96)), false);
  assert.equal(all.touch(rect(40, 40, 64, 64)), false);
});

test('outside of the canvas nothing is marked, at its edges what reaches in', () => {
  const all = cells();
  assert.equal(all.mark(rect(-50, -50, 0, 0)), false);
  assert.equal(all.mark(rect(320, 0, 400, 50)), false);
  assert.equal(all.isEmpty, true);
  assert.equal(all.mark(rect(310, 190, 500, 500)), true);
  assert.deepEqual(all.rects(), [rect(288, 160, 320, 224)]);
});

test('all of it is one rectangle, and nothing after it is cleared', () => {
  const all = cells();
  all.markAll();
  assert.deepEqual(all.rects(), [rect(0, 0, 320, 224)]);
  all.clear();
  assert.deepEqual([all.rects(), all.isEmpty], [[], true]);
});
