import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { TimerWheel, WHEEL_GRAIN_MS } from './timer-wheel.ts';

test('every timer fires once, not before its time and at most one grain after it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.nat(5_000), fc.nat(2_000_000), fc.nat(400_000_000)), { maxLength: 60 }),
      fc.array(fc.oneof(fc.nat(300), fc.nat(500_000), fc.nat(90_000_000)), { minLength: 1, maxLength: 40 }),
      fc.nat(100_000),
      (delays, steps, startMs) => {
        const wheel = new TimerWheel(startMs);
        const fired = new Map<number, number>();
        let nowMs = startMs;
        delays.forEach((delay, i) => {
          wheel.add(i, 1, startMs + delay);
        });
        let previousMs = nowMs;
        for (const step of [...steps, 500_000_000]) {
          previousMs = nowMs;
          nowMs += step;
          wheel.advance(nowMs, 1_000, (serial, _component, dueMs) => {
            assert.equal(fired.has(serial), false, 'fired twice');
            fired.set(serial, nowMs);
            assert.ok(nowMs >= dueMs, 'too early');
            assert.ok(previousMs < dueMs + WHEEL_GRAIN_MS, 'too late');
          });
        }
        assert.equal(fired.size, delays.length);
        assert.equal(wheel.size, 0);
      },
    ),
    { numRuns: 60 },
  );
});

test('a step fires no more than its budget, the rest comes with the next', () => {
  const wheel = new TimerWheel(0);
  for (let i = 0; i < 10; i++) wheel.add(i, 1, 100);
  const fired: number[] = [];
  wheel.advance(1_000, 4, (serial) => fired.push(serial));
  assert.equal(fired.length, 4);
  assert.equal(wheel.nextDueMs(), 0);
  wheel.advance(1_000, 100, (serial) => fired.push(serial));
  assert.equal(new Set(fired).size, 10);
});

test('the next due time is never after the next firing', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(3_000_000), { minLength: 1, maxLength: 20 }), (delays) => {
      const wheel = new TimerWheel(0);
      delays.forEach((delay, i) => {
        wheel.add(i, 1, delay);
      });
      let nowMs = 0;
      let left = delays.length;
      for (let turn = 0; left > 0; turn++) {
        assert.ok(turn < 2_000, 'the wheel wakes its owner too often');
        nowMs = Math.max(nowMs + 1, wheel.nextDueMs());
        wheel.advance(nowMs, 1_000, (_serial, _component, dueMs) => {
          left--;
          assert.ok(nowMs - dueMs <= WHEEL_GRAIN_MS + 1);
        });
      }
      assert.equal(wheel.nextDueMs(), Number.POSITIVE_INFINITY);
    }),
    { numRuns: 100 },
  );
});
