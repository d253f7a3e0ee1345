import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defineComponent, f64, i32, Simulation, World } from './index.ts';

const Counter = defineComponent({
  id: 10,
  name: 'counter',
  fields: { count: i32, dueMs: f64 },
  timer: 'dueMs',
});
interface Add {
  readonly by: number;
  readonly inMs?: number;
}

function makeSimulation(faults: unknown[] = []) {
  const world = new World({
    planes: [{ facet: 0, width: 32, height: 32 }],
    kinds: [{ name: 'mobile', first: 1, last: 100 }],
    components: [Counter],
    seed: 7,
  });
  world.set(1, Counter, {});
  return new Simulation<import('./index.ts').TickContext<string>, Add, string>({
    world,
    context: (base) => base,
    apply: ({ world, rng, emit, nowMs }, { by, inMs }) => {
      if (by < 0) throw new Error('negative');
      const counter = world.require(1, Counter);
      counter.count += by + rng.between(0, 5);
      if (inMs !== undefined) counter.dueMs = nowMs + inMs;
      emit(`added ${by}`);
    },
    systems: [{ name: 'tail', run: ({ emit }) => emit('end') }],
    onTimer: ({ world, emit }, serial) => {
      world.require(serial, Counter).dueMs = 0;
      emit('due');
    },
    onFault: (error) => faults.push(error),
    intentLimit: 3,
  });
}

test('a step applies the intents in order, then timers, then systems', () => {
  const simulation = makeSimulation();
  simulation.offer({ by: 1, inMs: 100 });
  simulation.offer({ by: 2 });
  assert.deepEqual(simulation.step(10), ['added 1', 'added 2', 'end']);
  assert.deepEqual(simulation.step(50), ['end']);
  assert.deepEqual(simulation.step(200), ['due', 'end']);
  assert.deepEqual(simulation.step(400), ['end']);
});

test('a timer that was moved fires at its new time only', () => {
  const simulation = makeSimulation();
  simulation.offer({ by: 1, inMs: 100 });
  simulation.step(0);
  simulation.offer({ by: 1, inMs: 500 });
  simulation.step(50);
  assert.deepEqual(simulation.step(300), ['end']);
  assert.deepEqual(simulation.step(600), ['due', 'end']);
});

test('a broken invariant costs one intent, not the step', () => {
  const faults: unknown[] = [];
  const simulation = makeSimulation(faults);
  simulation.offer({ by: -1 });
  simulation.offer({ by: 1 });
  assert.deepEqual(simulation.step(0), ['added 1', 'end']);
  assert.equal(faults.length, 1);
});

test('the queue has a limit', () => {
  const simulation = makeSimulation();
  assert.deepEqual(
    [1, 2, 3, 4].map((by) => simulation.offer({ by })),
    [true, true, true, false],
  );
});

test('what a step has to know first comes before all that waits', () => {
  const simulation = makeSimulation();
  simulation.offer({ by: 1 });
  simulation.preface({ by: 2 });
  assert.deepEqual(simulation.step(0), ['added 2', 'added 1', 'end']);
});

test('a recorded run repeats to the same state hash', () => {
  const first = makeSimulation();
  const tape: { nowMs: number; intents: readonly Add[] }[] = [];
  first.recorder = { step: (_tick, nowMs, intents) => tape.push({ nowMs, intents }) };
  for (let i = 0; i < 50; i++) {
    first.offer({ by: i % 7, inMs: 30 + i });
    first.step(i * 20);
  }
  const second = makeSimulation();
  for (const { nowMs, intents } of tape) {
    for (const intent of intents) second.offer(intent);
    second.step(nowMs);
  }
  assert.equal(second.world.stateHash(), first.world.stateHash());
});
