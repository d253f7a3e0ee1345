import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  MAX_HELD,
  MAX_UNANSWERED,
  newPace,
  type Pace,
  paceLimits,
  stepCost,
  tryStep,
  tryTurn,
} from './pace.ts';

/** One request of a client: what it does, and how long the client waits before it asks for the next. */
interface Request {
  readonly turn: boolean;
  /** What the server takes a step of this kind to cost. */
  readonly costMs: number;
  readonly waitMs: number;
}

interface Player {
  readonly requests: readonly Request[];
  /** Does it wait for answers when it has as many open requests as a client may have? */
  readonly waitsForAnswers: boolean;
  /** Milliseconds on the way, by number of the packet; no packet overtakes another. */
  readonly upMs: (index: number) => number;
  readonly downMs: (index: number) => number;
  /** Stretches of time in which nothing arrives at the server. */
  readonly stalls: readonly { readonly fromMs: number; readonly forMs: number }[];
}

interface Outcome {
  readonly doneAtMs: readonly number[];
  readonly longestHoldMs: number;
  readonly held: number;
  readonly refused: number;
}

/** Sends all requests of a player to a server that holds what comes too early, and refuses when too much is held. */
function play(player: Player): Outcome {
  const pace: Pace = newPace();
  const answeredAtMs: number[] = [];
  const doneAtMs: number[] = [];
  const due: number[] = [];
  let sentAtMs = 1_000_000;
  let waitMs = 0;
  let arrivedAtMs = 0;
  let held = 0;
  let refused = 0;
  let longestHoldMs = 0;
  let lastDoneMs = 0;
  player.requests.forEach((request, index) => {
    sentAtMs += waitMs;
    waitMs = request.waitMs;
    const answered = answeredAtMs[index - MAX_UNANSWERED];
    if (player.waitsForAnswers && answered !== undefined) sentAtMs = Math.max(sentAtMs, answered);
    arrivedAtMs = Math.max(arrivedAtMs, sentAtMs + player.upMs(index));
    for (const stall of player.stalls) {
      const end = 1_000_000 + stall.fromMs + stall.forMs;
      if (arrivedAtMs >= 1_000_000 + stall.fromMs && arrivedAtMs < end) arrivedAtMs = end;
    }
    while (due.length > 0 && due[0]! <= arrivedAtMs) due.shift();
    if (due.length >= MAX_HELD) {
      refused++;
      answeredAtMs.push(arrivedAtMs + player.downMs(index));
      return;
    }
    // Requests are done in order: one that follows a held request is looked at when that one is done.
    const ask = request.turn ? tryTurn : tryStep;
    let atMs = Math.max(arrivedAtMs, lastDoneMs);
    const until = ask(pace, atMs, request.costMs);
    if (until !== null) {
      assert.ok(until > atMs, 'held until later');
      atMs = until;
      assert.equal(ask(pace, atMs, request.costMs), null, 'a held request is accepted when it is due');
    }
    if (atMs > arrivedAtMs) {
      held++;
      due.push(atMs);
      longestHoldMs = Math.max(longestHoldMs, atMs - arrivedAtMs);
    }
    lastDoneMs = atMs;
    doneAtMs.push(atMs);
    answeredAtMs.push(Math.max(answeredAtMs.at(-1) ?? 0, atMs + player.downMs(index)));
  });
  return { doneAtMs, longestHoldMs, held, refused };
}

const manner = fc.constantFrom(
  stepCost(false, false),
  stepCost(false, true),
  stepCost(true, false),
  stepCost(true, true),
);

const way = fc
  .tuple(
    fc.integer({ min: 0, max: 300 }),
    fc.array(fc.integer({ min: 0, max: 800 }), { minLength: 1, maxLength: 40 }),
  )
  .map(
    ([base, jitter]) =>
      (index: number): number =>
        base + jitter[index % jitter.length]!,
  );

const stalls = fc.array(
  fc.record({ fromMs: fc.integer({ min: 0, max: 20_000 }), forMs: fc.integer({ min: 0, max: 4_000 }) }),
  { maxLength: 6 },
);

const network = fc.record({ upMs: way, downMs: way, stalls });

function steps(count: number, costMs: number, waitMs: number): Request[] {
  return Array.from({ length: count }, () => ({ turn: false, costMs, waitMs }));
}

describe('an honest player', () => {
  it('is never held up, whatever the network does', () => {
    fc.assert(
      fc.property(network, manner, fc.array(fc.nat(9), { maxLength: 20 }), (net, costMs, turns) => {
        const requests = Array.from({ length: 120 }, (_, index): Request => {
          const turn = turns.includes(index % 10);
          return { turn, costMs, waitMs: turn ? 45 : costMs };
        });
        const { held, refused } = play({ requests, waitsForAnswers: true, ...net });
        assert.deepEqual({ held, refused }, { held: 0, refused: 0 });
      }),
      { numRuns: 400 },
    );
  });

  it('may have a clock that runs 3 % fast', () => {
    const requests = steps(500, 200, 194);
    const { held } = play({ requests, waitsForAnswers: true, upMs: () => 50, downMs: () => 50, stalls: [] });
    assert.equal(held, 0);
  });

  it('may rest between steps', () => {
    fc.assert(
      fc.property(
        network,
        manner,
        fc.array(fc.nat(5000), { minLength: 50, maxLength: 50 }),
        (net, costMs, rests) => {
          const requests = rests.map((rest) => ({
            turn: false,
            costMs,
            waitMs: costMs + (rest > 2500 ? rest : 0),
          }));
          const { held, refused } = play({ requests, waitsForAnswers: true, ...net });
          assert.deepEqual({ held, refused }, { held: 0, refused: 0 });
        },
      ),
      { numRuns: 200 },
    );
  });

  it('who walks and runs by turns is never refused, and held no longer than the stall cost it', () => {
    fc.assert(
      fc.property(network, fc.array(fc.boolean(), { minLength: 120, maxLength: 120 }), (net, runs) => {
        const requests = runs.map((run): Request => {
          const costMs = stepCost(false, run);
          return { turn: false, costMs, waitMs: costMs };
        });
        const { longestHoldMs, refused } = play({ requests, waitsForAnswers: true, ...net });
        assert.equal(refused, 0);
        assert.ok(longestHoldMs <= 4 * 400, `held for ${longestHoldMs} ms`);
      }),
      { numRuns: 200 },
    );
  });

  it('would be held up by a smaller credit', () => {
    // The guard of the tests above: they do not pass for any limits.
    const pace = newPace();
    const tight = { ...paceLimits, creditSteps: 3 };
    const answers = Array.from({ length: 5 }, () => tryStep(pace, 10_000, 200, tight));
    assert.ok(answers.some((answer) => answer !== null));
    const fair = newPace();
    for (let i = 0; i < 5; i++) assert.equal(tryStep(fair, 10_000, 200), null);
  });
});

describe('a cheater', () => {
  for (const factor of [1.1, 1.3, 2, 10]) {
    for (const waitsForAnswers of [false, true]) {
      for (const costMs of [100, 200, 400]) {
        it(`at ${factor} times ${costMs} ms is held to speed (${waitsForAnswers ? 'waits' : 'floods'})`, () => {
          const requests = steps(3000, costMs, costMs / factor);
          const outcome = play({ requests, waitsForAnswers, upMs: () => 40, downMs: () => 40, stalls: [] });
          const done = outcome.doneAtMs;
          const half = done.slice(Math.floor(done.length / 2));
          const spentMs = half.at(-1)! - half[0]!;
          const speed = ((half.length - 1) * costMs) / spentMs;
          assert.ok(speed <= 1.05, `${speed} times nominal`);
          assert.ok(speed >= 0.95, `${speed}: held to speed, not stopped`);
          // From the very beginning the most it gains is its credit.
          const gained = done.length * costMs * paceLimits.charge - (done.at(-1)! - done[0]!);
          assert.ok(gained <= costMs * (paceLimits.creditSteps + 1), `gained ${gained} ms`);
        });
      }
    }
  }

  it('who does not wait is refused', () => {
    const requests = steps(1000, 200, 200 / 1.3);
    const { refused } = play({
      requests,
      waitsForAnswers: false,
      upMs: () => 40,
      downMs: () => 40,
      stalls: [],
    });
    assert.ok(refused > 0);
  });

  it('gains nothing by lagging on purpose', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 600 }), { minLength: 200, maxLength: 400 }), (gaps) => {
        const pace = newPace();
        let nowMs = 1_000_000;
        let count = 0;
        for (const gap of gaps) {
          nowMs += gap;
          for (let tries = 0; tries < 20 && tryStep(pace, nowMs, 200) === null; tries++) count++;
        }
        const fairMs = nowMs - 1_000_000;
        assert.ok(count * 200 * paceLimits.charge <= fairMs + 6 * 200, `${count} steps in ${fairMs} ms`);
      }),
    );
  });
});

describe('turns', () => {
  it('are limited to little more than twenty a second', () => {
    const pace = newPace();
    let turns = 0;
    for (let nowMs = 10_000; nowMs < 20_000; nowMs++) if (tryTurn(pace, nowMs, 200) === null) turns++;
    assert.ok(turns > 200 && turns < 270, `${turns} turns in ten seconds`);
  });

  it('do not take the credit of steps', () => {
    const pace = newPace();
    assert.equal(tryTurn(pace, 10_000, 400), null);
    for (let i = 0; i < 4; i++) assert.equal(tryStep(pace, 10_000, 400), null);
  });
});

it('steps cost what the client waits', () => {
  assert.deepEqual(
    [stepCost(false, false), stepCost(false, true), stepCost(true, false), stepCost(true, true)],
    [400, 200, 200, 100],
  );
});
