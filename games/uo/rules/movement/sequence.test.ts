import assert from 'node:assert/strict';
import { it } from 'node:test';
import { FIRST_SEQUENCE, judgeSequence, nextSequence } from './sequence.ts';

it('counts from 0 to 255 and on from 1', () => {
  let expected = FIRST_SEQUENCE;
  const seen: number[] = [];
  for (let i = 0; i < 258; i++) {
    assert.equal(judgeSequence(expected, expected), 'accept');
    seen.push(expected);
    expected = nextSequence(expected);
  }
  assert.deepEqual(seen.slice(0, 2), [0, 1]);
  assert.deepEqual(seen.slice(255), [255, 1, 2]);
});

it('ignores what was under way at a reset, until the client starts anew', () => {
  for (let inFlight = 1; inFlight <= 255; inFlight++) {
    assert.equal(judgeSequence(FIRST_SEQUENCE, inFlight), 'ignore');
  }
  assert.equal(judgeSequence(FIRST_SEQUENCE, 0), 'accept');
  assert.equal(nextSequence(0), 1);
});

it('denies a number out of order', () => {
  assert.equal(judgeSequence(7, 8), 'deny');
  assert.equal(judgeSequence(7, 6), 'deny');
  assert.equal(judgeSequence(1, 255), 'deny');
});

it('accepts a client that starts anew by itself', () => {
  assert.equal(judgeSequence(7, 0), 'accept');
});
