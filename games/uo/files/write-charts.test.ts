import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodeColourChart, encodeInkChart } from './write-charts.ts';

// The bytes below are derived from the layout of the files by hand.

test('an ink chart is its size, then runs of at most 127 pixels, marked ones with the high bit', () => {
  const bytes = Buffer.from(encodeInkChart(130, 2, (x, y) => y === 1 && x >= 128));
  assert.equal(bytes.toString('hex'), '8200000002000000' + '7f03' + '7f01' + '82');
});

test('a chart in colour is its size, then rows of runs after their length in bytes', () => {
  const bytes = Buffer.from(encodeColourChart(260, 2, (x, y) => (y === 0 ? 0x7c1f : x < 2 ? 1 : 2)));
  assert.equal(
    bytes.toString('hex'),
    '04010200' + '06000000' + 'ff1f7c051f7c' + '09000000' + '020100ff0200030200',
  );
});
