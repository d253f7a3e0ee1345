import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CommitRecord, decodeCommit, decodeCommitEvents, encodeCommit } from './commit.ts';

/** A record as the first version of the format wrote it. Logs of that time have to be read for ever. */
const GOLDEN =
  '0200000000000000000008400000000000001c400000000000408f4002000000' +
  '010000000a00030103000000010203' +
  '020000000b00000000000000';

const record: CommitRecord = {
  epoch: 2,
  sequence: 3,
  tick: 7,
  timeMs: 1000,
  changes: [
    { serial: 1, component: 10, version: 3, data: Uint8Array.of(1, 2, 3) },
    { serial: 2, component: 11, version: 0, data: null },
  ],
};

const events = [
  { kind: 'said', key: 'character:1', body: '{"text":"Hé"}' },
  { kind: 'left', key: '', body: '{}' },
];

test('a record without events has the bytes it always had', () => {
  assert.equal(Buffer.from(encodeCommit(record)).toString('hex'), GOLDEN);
  const back = decodeCommit(Buffer.from(GOLDEN, 'hex'));
  assert.equal(back.events, undefined);
  assert.deepEqual(Buffer.from(encodeCommit(back)).toString('hex'), GOLDEN);
});

test('a record brings its events along, and every cut of it is noticed', () => {
  const bytes = encodeCommit({ ...record, events });
  assert.deepEqual(decodeCommit(bytes).events, events);
  const { changes, ...rest } = decodeCommit(bytes);
  assert.deepEqual(decodeCommitEvents(bytes), rest);
  assert.equal(changes.length, 2);
  assert.equal(decodeCommit(bytes).changes.length, 2);
  for (let length = GOLDEN.length / 2 + 1; length < bytes.length; length++) {
    assert.throws(() => decodeCommit(bytes.subarray(0, length)), RangeError, `cut to ${length}`);
  }
});

test('a section of a kind that is not known yet is passed over', () => {
  const bytes = Buffer.concat([Buffer.from(GOLDEN, 'hex'), Buffer.from('0902000000ffff', 'hex')]);
  assert.equal(decodeCommit(bytes).changes.length, 2);
});
