import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DayCycle } from './day-cycle.ts';

const DAY_MS = 7_200_000;
const at = (hour: number): number => (((hour - 8 + 24) % 24) / 24) * DAY_MS;

test('it is bright by day and dark at night, with a dawn and a dusk', () => {
  const cycle = new DayCycle(DAY_MS, 20);
  assert.equal(Math.round(cycle.hourAt(0)), 8);
  assert.equal(cycle.levelAt(at(12)), 0);
  assert.equal(cycle.levelAt(at(21.9)), 0);
  assert.equal(cycle.levelAt(at(23)), 10);
  assert.equal(cycle.levelAt(at(0)), 20);
  assert.equal(cycle.levelAt(at(3.9)), 20);
  assert.equal(cycle.levelAt(at(5)), 10);
  assert.equal(cycle.levelAt(at(6.1)), 0);
  assert.equal(cycle.levelAt(at(12) + 50 * DAY_MS), 0, 'on every day');
});

test('from change to change, each is by one level, and none is missed', () => {
  for (const night of [1, 12, 30]) {
    const cycle = new DayCycle(DAY_MS, night);
    let ms = 0;
    const levels: number[] = [];
    while (ms < DAY_MS) {
      const next = cycle.nextChangeAt(ms);
      assert.ok(next > ms);
      assert.equal(cycle.levelAt(next - 3), cycle.levelAt(ms), 'not before');
      assert.equal(Math.abs(cycle.levelAt(next) - cycle.levelAt(ms)), 1);
      levels.push(cycle.levelAt(next));
      ms = next;
    }
    assert.equal(Math.max(...levels), night);
    assert.equal(levels.filter((level) => level === 0).length >= 1, true);
    assert.ok(levels.length >= 2 * night && levels.length <= 2 * night + 1);
  }
});

test('a day without length is an endless noon, and a night of level 0 is none', () => {
  const noon = new DayCycle(0, 20);
  assert.equal(noon.levelAt(123_456_789), 0);
  assert.equal(noon.nextChangeAt(5), 0);
  const white = new DayCycle(DAY_MS, 0);
  assert.equal(white.levelAt(at(0)), 0);
  assert.equal(white.nextChangeAt(5), 0);
});
