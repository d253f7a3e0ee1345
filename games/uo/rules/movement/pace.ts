/** Milliseconds of one step on foot or, with the second pair, mounted or flying. Source: classic client rule. */
const WALK_MS = 400;
const RUN_MS = 200;
const MOUNTED_WALK_MS = 200;
const MOUNTED_RUN_MS = 100;

/** A UO client sends at most this many requests ahead of their answers. Source: classic client rule. */
export const MAX_UNANSWERED = 5;

/**
 * Requests that may wait for their time: all that an honest client can have under way, and those in a browser go farther
 * ahead than others. To wait gains nobody anything: what waits is done at its pace.
 */
export const MAX_HELD = 24;

export interface PaceLimits {
  /** What a step is charged, as a part of its nominal time. Less than 1 forgives clocks that run fast. */
  readonly charge: number;
  /** What a turn costs, in milliseconds. The quickest honest client waits 45 ms after one. */
  readonly turnMs: number;
  /** How much time one who came late may make up for, in steps. */
  readonly creditSteps: number;
}

/**
 * At a charge of 0.96 the best that a cheating client reaches for long is 1 / 0.96, about 4 % above nominal.
 *
 * Five steps of credit are the least with which no delay on the way can hold up an honest client. It sends a step at
 * the earliest one step's time after the one before, and at the earliest when the fifth before was answered. So a
 * request never arrives sooner after an earlier one than their steps take, less five.
 */
export const paceLimits: PaceLimits = { charge: 0.96, turnMs: 45, creditSteps: MAX_UNANSWERED };

/** Where the steps of one mobile stand in time. Both are 0 for one that has never moved. */
export interface Pace {
  /** When the next step would be on time, in milliseconds. */
  nextStepAtMs: number;
  /** How much sooner than that it may come, earned by coming late before. */
  creditMs: number;
}

export function newPace(): Pace {
  return { nextStepAtMs: 0, creditMs: 0 };
}

/** The nominal time of one step, in milliseconds per tile. Flying counts as mounted. */
export function stepCost(mounted: boolean, running: boolean): number {
  if (mounted) return running ? MOUNTED_RUN_MS : MOUNTED_WALK_MS;
  return running ? RUN_MS : WALK_MS;
}

/**
 * Asks for a step at `nowMs`. Null: it is done, and `pace` has been charged with `costMs` (see `stepCost`). Else the
 * time, later than now, at which the same request would be accepted; `pace` is unchanged.
 */
export function tryStep(
  pace: Pace,
  nowMs: number,
  costMs: number,
  limits: PaceLimits = paceLimits,
): number | null {
  return charge(pace, nowMs, costMs * limits.charge, costMs * limits.creditSteps);
}

/**
 * Asks for a turn on the spot at `nowMs`, answers as `tryStep`. `costMs` is what a step in the same manner would cost:
 * a turn is nearly free, and must not take the credit of the steps that follow it.
 */
export function tryTurn(
  pace: Pace,
  nowMs: number,
  costMs: number,
  limits: PaceLimits = paceLimits,
): number | null {
  return charge(pace, nowMs, limits.turnMs * limits.charge, costMs * limits.creditSteps);
}

function charge(pace: Pace, nowMs: number, chargeMs: number, maxCreditMs: number): number | null {
  const dueMs = pace.nextStepAtMs - pace.creditMs;
  if (nowMs < dueMs) return dueMs;
  // Coming early spends credit, coming late earns it.
  pace.creditMs = Math.min(nowMs - dueMs, maxCreditMs);
  pace.nextStepAtMs = nowMs + chargeMs;
  return null;
}
