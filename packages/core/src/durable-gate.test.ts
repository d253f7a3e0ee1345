import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DurableGate } from './durable-gate.ts';

test('what is promised is given back once its record is durable, in order, and only once', () => {
  const gate = new DurableGate<string>();
  for (const [sequence, what] of [
    [1, 'a'],
    [1, 'b'],
    [3, 'c'],
    [4, 'd'],
  ] as const)
    assert.equal(gate.hold(sequence, what), true);
  assert.deepEqual(gate.release(0), []);
  assert.deepEqual(gate.release(2), ['a', 'b']);
  assert.equal(gate.size, 2);
  assert.deepEqual(gate.release(2), []);
  assert.deepEqual(gate.release(9), ['c', 'd']);
  assert.equal(gate.size, 0);
});

test('what rests on a durable record need not wait, even when an older report comes late', () => {
  const gate = new DurableGate<string>();
  gate.release(5);
  gate.release(4);
  assert.equal(gate.hold(5, 'a'), false);
  assert.equal(gate.hold(6, 'b'), true);
  assert.deepEqual(gate.release(5), []);
  assert.deepEqual(gate.release(6), ['b']);
});
