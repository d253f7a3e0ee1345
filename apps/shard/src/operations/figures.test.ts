import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Figures } from './figures.ts';
import { Ring } from './ring.ts';

test('a ring keeps the newest, in order, and says where a value is missing', () => {
  const ring = new Ring(['a', 'b'], 3);
  assert.deepEqual(ring.read(), { times: [], series: { a: [], b: [] } });
  for (let i = 1; i <= 5; i++) ring.push(i * 1000, i === 4 ? { a: i } : { a: i, b: -i });
  assert.deepEqual(ring.read(), {
    times: [3000, 4000, 5000],
    series: { a: [3, 4, 5], b: [-3, null, -5] },
  });
  assert.deepEqual(ring.read(['b', 'none']).series, { b: [-3, null, -5] });
});

test('counters become rates, and minutes are made of their seconds', () => {
  let bytes = 5_000;
  const figures = new Figures({
    gauges: () => ({ players: bytes / 100, bytes_received_total: bytes }),
    saving: () => ({ durable_sequence: bytes }),
    process: () => ({}),
    past: [],
    keepMinute: () => {},
  });
  figures.sample(0, 1_000);
  assert.equal(figures.newest['bytes_in'], 0, 'nothing is known of before');
  for (let i = 1; i < 60; i++) {
    bytes += 100;
    if (i === 30) figures.meter.step({ simulate: 4, commit: 1, present: 5 });
    figures.sample(i * 1000, 1_000 + i * 500);
  }
  assert.equal(figures.newest['bytes_in'], 200);
  const { series, times } = figures.read('day');
  assert.equal(times.length, 1);
  assert.equal(series['players']![0], bytes / 100, 'the most');
  assert.equal(series['durable_sequence']![0], bytes, 'the last');
  assert.ok(series['step_p99']![0]! >= 10);
  assert.ok(Math.abs(series['bytes_in']![0]! - (200 * 59) / 60) < 1e-6, 'the mean');
});
