import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defineComponent, type Game, i32, World } from '@gommog/core';
import { Loop, type LoopClock } from './loop.ts';

const Counter = defineComponent({ id: 10, name: 'counter', fields: { count: i32 } });

/** Time that passes only when told to. */
class FakeClock implements LoopClock {
  #now = 1_000;
  #waiting: { at: number; callback: () => void }[] = [];
  now(): number {
    return this.#now;
  }
  after(delayMs: number, callback: () => void): () => void {
    const entry = { at: this.#now + delayMs, callback };
    this.#waiting.push(entry);
    return () => {
      this.#waiting = this.#waiting.filter((each) => each !== entry);
    };
  }
  pass(ms: number): void {
    const end = this.#now + ms;
    for (;;) {
      const next = this.#waiting.filter((each) => each.at <= end).sort((a, b) => a.at - b.at)[0];
      if (next === undefined) break;
      this.#waiting.splice(this.#waiting.indexOf(next), 1);
      this.#now = Math.max(this.#now, next.at);
      next.callback();
    }
    this.#now = end;
  }
  get sleepers(): number {
    return this.#waiting.length;
  }
}

class FakeGame implements Game {
  readonly name = 'fake';
  readonly world = new World({
    planes: [],
    kinds: [{ name: 'thing', first: 1, last: 9 }],
    components: [Counter],
    seed: 1,
  });
  hasWork = false;
  hasViews = false;
  onWork: (() => void) | null = null;
  recorder = null;
  tick = 0;
  due = Number.POSITIVE_INFINITY;
  readonly log: string[] = [];

  constructor() {
    this.world.nowMs = 5_000;
    this.world.set(1, Counter, {});
  }
  wish(): void {
    this.hasWork = true;
    this.onWork?.();
  }
  offer(): void {
    this.wish();
  }
  accept(): null {
    return null;
  }
  nextDueMs(): number {
    return this.due;
  }
  step(nowMs: number): void {
    this.tick++;
    this.log.push(`step ${nowMs}`);
    if (this.hasWork) {
      this.world.require(1, Counter).count++;
      this.hasViews = true;
    }
    this.hasWork = false;
    if (nowMs >= this.due) this.due = Number.POSITIVE_INFINITY;
  }
  present(): void {
    this.log.push('present');
  }
  flushViews(): void {
    this.hasViews = false;
    this.log.push('flush');
  }
  onDurable(): void {}
  onPressure(): void {}
  closeSessions(): void {}
  gauges(): Readonly<Record<string, number>> {
    return {};
  }
}

function running(maySave = () => true): { game: FakeGame; clock: FakeClock; saved: number[]; loop: Loop } {
  const game = new FakeGame();
  const clock = new FakeClock();
  const saved: number[] = [];
  const loop = new Loop({
    game,
    clock,
    epoch: 1,
    sequence: 41,
    maySave,
    save: (_record, sequence) => saved.push(sequence),
  });
  loop.start();
  return { game, clock, saved, loop };
}

test('an empty game is not stepped, nor is anything set to wake it', () => {
  const { game, clock } = running();
  clock.pass(100_000);
  assert.deepEqual(game.log, []);
  assert.equal(clock.sleepers, 0);
});

test('a wish is answered at once, then the others see it', () => {
  const { game, clock, saved } = running();
  game.wish();
  clock.pass(0);
  assert.deepEqual(game.log.slice(0, 2), ['step 5000', 'present']);
  assert.deepEqual(saved, [42]);
  clock.pass(40);
  assert.equal(game.log.at(-1), 'flush');
});

test('wishes within the least step time share a step', () => {
  const { game, clock, saved } = running();
  game.wish();
  clock.pass(0);
  game.wish();
  game.wish();
  clock.pass(1);
  assert.equal(game.tick, 1);
  clock.pass(1);
  assert.equal(game.tick, 2);
  assert.deepEqual(saved, [42, 43]);
});

test('a world that cannot be saved stands still, and goes on when it can', () => {
  let hasRoom = false;
  const { game, clock, saved } = running(() => hasRoom);
  game.wish();
  game.due = 5_050;
  clock.pass(10_000);
  assert.deepEqual([game.tick, saved], [0, []]);
  hasRoom = true;
  clock.pass(100);
  assert.deepEqual([game.tick, saved], [1, [42]]);
});

test('a due time brings a step, in world time', () => {
  const { game, clock, saved } = running();
  game.due = 5_700;
  game.onWork?.();
  clock.pass(699);
  assert.equal(game.tick, 0);
  clock.pass(1);
  assert.deepEqual(game.log, ['step 5700', 'present']);
  assert.deepEqual(saved, [42], 'the state set before the loop began');
});

test('views are flushed on their own period, however many steps there are', () => {
  const { game, clock } = running();
  for (let i = 0; i < 100; i++) {
    game.wish();
    clock.pass(2);
  }
  const flushes = game.log.filter((line) => line === 'flush').length;
  assert.ok(flushes >= 4 && flushes <= 6, `${flushes} flushes in 200 ms`);
});

test('after a stop nothing more happens', () => {
  const { game, clock, loop } = running();
  game.wish();
  loop.stop();
  clock.pass(1_000);
  assert.equal(game.tick, 0);
});
