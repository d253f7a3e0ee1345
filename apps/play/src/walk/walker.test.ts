import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newPace, noObstacles, offsetX, offsetY, stepCost, tryStep, tryTurn } from '@gommog/uo/movement';
import { MobileModel } from '../model/mobile-model.ts';
import { Walker } from './walker.ts';

const SIDE = 200;
const EAST = 2;
const RUNNING = 0x80;

/** A level plain with a wall along one column. */
const ground = {
  obstacles: noObstacles,
  terrain: {
    width: SIDE,
    height: SIDE,
    land: () => 3,
    landZ: () => 0,
    statics: (x: number) => (x === 150 ? [{ graphic: 1, z: 0, hue: 0 }] : []),
  },
  tileData: {
    landFlags: () => 0,
    landName: () => '',
    /** Impassable. */
    itemFlags: () => 0x40,
    itemHeight: () => 20,
    itemWeight: () => 0,
    itemLayer: () => 0,
    itemName: () => '',
    itemAnimation: () => 0,
  },
};

/** A person on a plain, and what the shard would answer: it takes the steps at its own pace, a while later. */
class Plain {
  readonly me = new MobileModel(1);
  readonly requests: { sequence: number; facing: number }[] = [];
  resyncs = 0;
  readonly walker = new Walker({
    send: (request) => this.requests.push(request),
    ground: () => ground,
    resync: () => {
      this.resyncs++;
    },
  });

  constructor(x = 20) {
    this.me.jump({ x, y: 100, z: 0 }, EAST);
  }

  /** Holds a wish with a frame at every so many milliseconds; the shard answers between them. */
  hold(direction: number, isRunning: boolean, forMs: number, frameMs: number): void {
    for (let nowMs = 1_000; nowMs <= 1_000 + forMs; nowMs += frameMs) {
      this.walker.walk(this.me, direction, isRunning, 1_000, nowMs);
      this.answer();
    }
  }

  answer(): void {
    for (const { sequence } of this.requests.splice(0)) this.walker.taken({ sequence });
  }
}

for (const [name, isRunning, tiles] of [
  ['walk', false, 10],
  ['run', true, 20],
] as const) {
  test(`one goes as far at 5 frames a second as at 60: ${name}`, () => {
    for (const frameMs of [16, 50, 200, 330]) {
      const plain = new Plain();
      plain.hold(EAST, isRunning, 3_960, frameMs);
      assert.ok(Math.abs(plain.me.x - 20 - tiles) <= 1, `${plain.me.x - 20} tiles at ${frameMs} ms`);
    }
  });
}

test('steps begin when they were due, so that the stride goes on evenly over late frames', () => {
  const { me, walker } = new Plain();
  walker.walk(me, EAST, false, 1_000, 1_000);
  walker.walk(me, EAST, false, 1_000, 1_530);
  assert.equal(me.stride?.startMs, 1_400);
});

test('the shard, which counts by itself, never has to hold back what was sent at a low frame rate for more than a frame', () => {
  const { me, walker, requests } = new Plain();
  const pace = newPace();
  for (let nowMs = 1_000; nowMs < 9_000; nowMs += 250) {
    walker.walk(me, EAST, true, 1_000, nowMs);
    for (const { facing, sequence } of requests.splice(0)) {
      const dueMs =
        (facing & RUNNING) === 0 ? tryTurn(pace, nowMs, 200) : tryStep(pace, nowMs, stepCost(false, true));
      assert.ok(dueMs === null || dueMs - nowMs <= 250, `held for ${(dueMs ?? nowMs) - nowMs} ms`);
      if (dueMs !== null) tryStep(pace, dueMs, stepCost(false, true));
      walker.taken({ sequence });
    }
  }
});

test('one that is blocked does not jump when the way is free again', () => {
  const { me, walker } = new Plain(149);
  walker.walk(me, EAST, false, 1_000, 1_000);
  for (let nowMs = 1_016; nowMs < 3_000; nowMs += 16) walker.walk(me, EAST, false, 1_000, nowMs);
  assert.equal(me.x, 149);
  me.jump({ x: 20, y: 100, z: 0 }, EAST);
  walker.walk(me, EAST, false, 1_000, 3_000);
  assert.ok(me.x <= 21);
});

test('a denial puts the person where the shard has it, and counting begins anew', () => {
  const { me, walker, requests } = new Plain();
  for (let nowMs = 1_000; nowMs < 2_300; nowMs += 16) walker.walk(me, EAST, false, 1_000, nowMs);
  assert.ok(requests.length >= 3);
  assert.ok(walker.isAhead);
  walker.taken({ sequence: 0 });
  walker.denied({ sequence: 1, facing: EAST, x: 21, y: 100, z: 0 }, me);
  assert.deepEqual([me.x, me.y, me.stride, walker.isAhead], [21, 100, null, false]);
  requests.length = 0;
  walker.walk(me, EAST, false, 2_300, 4_000);
  assert.equal(requests[0]?.sequence, 0);
});

test('an answer to another request than the oldest asks the shard where the person is', () => {
  const plain = new Plain();
  plain.walker.walk(plain.me, EAST, false, 1_000, 1_000);
  plain.walker.taken({ sequence: 7 });
  assert.equal(plain.resyncs, 1);
});

test('no more than the shard allows are unanswered', () => {
  const { me, walker, requests } = new Plain();
  for (let nowMs = 1_000; nowMs < 60_000; nowMs += 100) walker.walk(me, EAST, false, 1_000, nowMs);
  assert.equal(requests.length, 24);
});

test('what is predicted is what the requests say', () => {
  const { me, walker, requests } = new Plain();
  let nowMs = 1_000;
  for (const direction of [2, 3, 3, 0, 7, 6, 6, 4, 1]) {
    const since = nowMs;
    for (let i = 0; i < 30; i++, nowMs += 16) walker.walk(me, direction, false, since, nowMs);
  }
  let [x, y, facing] = [20, 100, EAST];
  for (const request of requests) {
    if (request.facing === facing) {
      x += offsetX(facing);
      y += offsetY(facing);
    }
    facing = request.facing;
  }
  assert.deepEqual([me.x, me.y, me.direction], [x, y, facing]);
});
