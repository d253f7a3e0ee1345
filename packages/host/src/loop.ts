import type { Game } from '@gommog/core';

/** Where the loop gets its time and its wake-ups; a test brings its own. */
export interface LoopClock {
  /** Milliseconds that never go back. */
  now(): number;
  /** Calls back once, `delayMs` from now or a little later; returns how to call it off. */
  after(delayMs: number, callback: () => void): () => void;
}

/** What the loop tells a meter: how long each part of a step took, in milliseconds. */
export interface LoopMeter {
  step(phases: { readonly simulate: number; readonly commit: number; readonly present: number }): void;
  flush(ms: number): void;
}

export interface LoopOptions {
  readonly game: Game;
  readonly clock: LoopClock;
  /** Takes a commit record; it must not wait. */
  readonly save: (record: Uint8Array<ArrayBuffer>, sequence: number) => void;
  /** May the world go on? While this is false it stands still, and loses nothing: there is no room for what a step would save. */
  readonly maySave?: () => boolean;
  readonly epoch: number;
  /** Sequence of the last record that is already in the log. */
  readonly sequence: number;
  readonly meter?: LoopMeter;
  /** Least time between two steps, in milliseconds: what comes in meanwhile shares a step. */
  readonly minStepMs?: number;
  /** Least time between two flushes of what people see of others. */
  readonly viewFlushMs?: number;
  /** The most it grows to when flushing takes more than a thirtieth of the time. */
  readonly viewFlushMaxMs?: number;
}

/** Timers of the operating system are in whole milliseconds and Node's overflow at 2^31. */
const MAX_SLEEP_MS = 60_000;
/** How often a world that stands still looks whether it may go on, in milliseconds. */
const STANDSTILL_MS = 100;

/**
 * Runs a game: a step when there is something to do, never otherwise. Gather, step, save, answer; others' sights follow on
 * their own period, one write for each link.
 */
export class Loop {
  readonly #options: LoopOptions;
  readonly #baseMs: number;
  readonly #startedAt: number;
  readonly #minStepMs: number;
  readonly #viewFlushMaxMs: number;
  readonly #viewFlushLeastMs: number;
  #viewFlushMs: number;
  #sequence: number;
  #lastStepAt = Number.NEGATIVE_INFINITY;
  #lastFlushAt = Number.NEGATIVE_INFINITY;
  #wakeAt = Number.POSITIVE_INFINITY;
  #cancelWake: (() => void) | null = null;
  #running = false;

  constructor(options: LoopOptions) {
    this.#options = options;
    this.#sequence = options.sequence;
    this.#minStepMs = options.minStepMs ?? 2;
    this.#viewFlushLeastMs = options.viewFlushMs ?? 40;
    this.#viewFlushMs = this.#viewFlushLeastMs;
    this.#viewFlushMaxMs = options.viewFlushMaxMs ?? 100;
    this.#baseMs = options.game.world.nowMs;
    this.#startedAt = options.clock.now();
  }

  /** Sequence of the newest commit record. */
  get sequence(): number {
    return this.#sequence;
  }

  /** World time now: it goes on from where the world was saved. */
  worldMs(): number {
    return Math.floor(this.#baseMs + this.#options.clock.now() - this.#startedAt);
  }

  start(): void {
    this.#running = true;
    this.#options.game.onWork = () => this.#plan();
    this.#plan();
  }

  stop(): void {
    this.#running = false;
    this.#options.game.onWork = null;
    this.#cancelWake?.();
    this.#cancelWake = null;
  }

  /** One step now, whatever is due: the last one before a stop. */
  stepNow(): void {
    this.#step(this.#options.clock.now());
    this.#flush(this.#options.clock.now());
  }

  /** Sleeps until the next thing is due; an earlier plan is given up for a nearer one. */
  #plan(): void {
    if (!this.#running) return;
    const { game, clock } = this.#options;
    const now = clock.now();
    const worldNow = this.#baseMs + now - this.#startedAt;
    let wakeAt = now + game.nextDueMs() - worldNow;
    if (game.hasWork) wakeAt = Math.min(wakeAt, this.#lastStepAt + this.#minStepMs);
    if (!this.#maySave()) wakeAt = now + STANDSTILL_MS;
    if (game.hasViews) wakeAt = Math.min(wakeAt, this.#lastFlushAt + this.#viewFlushMs);
    wakeAt = Math.max(now, wakeAt);
    if (wakeAt >= this.#wakeAt) return;
    this.#cancelWake?.();
    this.#wakeAt = wakeAt;
    const delayMs = Math.min(MAX_SLEEP_MS, wakeAt - now);
    this.#cancelWake = Number.isFinite(wakeAt) ? clock.after(delayMs, () => this.#wake()) : null;
  }

  #wake(): void {
    const { game, clock } = this.#options;
    this.#wakeAt = Number.POSITIVE_INFINITY;
    this.#cancelWake = null;
    if (!this.#running) return;
    const now = clock.now();
    const due = this.#baseMs + now - this.#startedAt >= game.nextDueMs();
    if (!this.#maySave()) {
      this.#plan();
      return;
    }
    if (due || (game.hasWork && now - this.#lastStepAt >= this.#minStepMs)) this.#step(now);
    if (game.hasViews && now - this.#lastFlushAt >= this.#viewFlushMs) this.#flush(now);
    this.#plan();
  }

  #maySave(): boolean {
    return this.#options.maySave?.() ?? true;
  }

  #step(now: number): void {
    const { game, clock, save, epoch, meter } = this.#options;
    this.#lastStepAt = now;
    game.step(this.worldMs());
    const simulated = clock.now();
    const record = game.world.takeCommit(epoch, this.#sequence + 1, game.tick);
    if (record !== null) save(record, ++this.#sequence);
    const committed = clock.now();
    game.present(this.#sequence);
    meter?.step({
      simulate: simulated - now,
      commit: committed - simulated,
      present: clock.now() - committed,
    });
  }

  #flush(now: number): void {
    const { game, clock, meter } = this.#options;
    this.#lastFlushAt = now;
    game.flushViews();
    const took = clock.now() - now;
    meter?.flush(took);
    // When flushing eats more than a thirtieth of the time, people see others a little later, but everybody keeps being served.
    const wanted = Math.min(this.#viewFlushMaxMs, Math.max(this.#viewFlushLeastMs, took * 30));
    this.#viewFlushMs += (wanted - this.#viewFlushMs) / 4;
  }
}
