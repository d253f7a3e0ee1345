import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Direction, directionByte, directionTo, isDiagonal, opposite, stepFrom } from './direction.ts';

describe('directions', () => {
  it('go round clockwise from north', () => {
    const around = Array.from({ length: 8 }, (_, direction) => stepFrom(10, 10, direction));
    assert.deepEqual(
      around.map(({ x, y }) => `${x},${y}`),
      ['10,9', '11,9', '11,10', '11,11', '10,11', '9,11', '9,10', '9,9'],
    );
  });

  it('ignore the running bit', () => {
    assert.deepEqual(stepFrom(10, 10, directionByte(Direction.west, true)), { x: 9, y: 10 });
    assert.equal(directionByte(Direction.west, true), 0x86);
    assert.equal(directionByte(Direction.west, false), 0x06);
  });

  it('come back by the opposite', () => {
    for (let direction = 0; direction < 8; direction++) {
      const { x, y } = stepFrom(10, 10, direction);
      assert.deepEqual(stepFrom(x, y, opposite(direction)), { x: 10, y: 10 });
      assert.equal(isDiagonal(direction), x !== 10 && y !== 10);
      assert.equal(directionTo(10, 10, x, y), direction);
    }
  });

  it('point at the nearest of the eight', () => {
    for (let degrees = 0; degrees < 360; degrees += 1) {
      // Between two directions lies half of 45 degrees: stay clear of the exact middle.
      if (Math.abs((degrees % 45) - 22.5) < 1) continue;
      const angle = (degrees * Math.PI) / 180;
      const x = Math.round(10_000 * Math.sin(angle));
      const y = Math.round(-10_000 * Math.cos(angle));
      assert.equal(directionTo(0, 0, x, y), Math.round(degrees / 45) % 8, `${degrees} degrees`);
    }
    assert.equal(directionTo(3, 3, 3, 3), Direction.north);
  });
});
