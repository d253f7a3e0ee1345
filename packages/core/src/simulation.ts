import type { Rng } from './rng.ts';
import type { World } from './world.ts';

/** What a system may use in a step. A game widens it with its own tables. */
export interface TickContext<E> {
  readonly world: World;
  readonly rng: Rng;
  /** Step number, from 1; goes on over restarts. */
  readonly tick: number;
  /** World time of this step in milliseconds. */
  readonly nowMs: number;
  /** States a fact of this tick; nothing can cancel it. */
  emit(event: E): void;
}

/** A part of the rules that runs in every step, in the listed order. */
export interface System<C> {
  readonly name: string;
  run(context: C): void;
}

/** Takes down every step with its inputs, so that the run can be repeated. */
export interface Recorder<I> {
  step(tick: number, nowMs: number, intents: readonly I[]): void;
}

/** What broke, when it was no intent. */
export type Fault =
  | { readonly kind: 'timer'; readonly serial: number }
  | { readonly kind: 'system'; readonly name: string };

export interface SimulationOptions<C extends TickContext<E>, I, E> {
  readonly world: World;
  /** Widens the plain context; called once. */
  readonly context: (base: TickContext<E>) => C;
  /** Applies one intent. A refusal is the game's own event; a throw is a broken invariant. */
  readonly apply: (context: C, intent: I) => void;
  readonly systems: readonly System<C>[];
  /** A component's due time has come. */
  readonly onTimer: (context: C, serial: number, component: number) => void;
  /** Told of a broken invariant; the step goes on with the next intent. */
  readonly onFault: (error: unknown, cause: I | Fault) => void;
  /** Intents that may wait for one step; more are refused at the door. */
  readonly intentLimit?: number;
  /** Timers fired in one step at most: the rest is late, the step is not. */
  readonly timerLimit?: number;
  readonly tick?: number;
}

/** Steps a world: drains intents, fires timers, runs the systems, hands out the events. */
export class Simulation<C extends TickContext<E>, I, E> {
  readonly world: World;
  readonly context: C;
  recorder: Recorder<I> | null = null;
  readonly #options: SimulationOptions<C, I, E>;
  readonly #intentLimit: number;
  readonly #timerLimit: number;
  #intents: I[] = [];
  #events: E[] = [];
  #tick: number;

  constructor(options: SimulationOptions<C, I, E>) {
    this.world = options.world;
    this.#options = options;
    this.#intentLimit = options.intentLimit ?? 65_536;
    this.#timerLimit = options.timerLimit ?? 1_000;
    this.#tick = options.tick ?? 0;
    this.context = options.context(this.#baseContext());
  }

  #baseContext(): TickContext<E> {
    const simulation = this;
    const { world } = this;
    return {
      world,
      rng: world.rng,
      get tick() {
        return simulation.#tick;
      },
      get nowMs() {
        return world.nowMs;
      },
      emit(event: E) {
        simulation.#events.push(event);
      },
    };
  }

  get tick(): number {
    return this.#tick;
  }

  get waiting(): number {
    return this.#intents.length;
  }

  /** Queues a wish for the next step. False when the queue is full: the sender has to be slowed or dropped. */
  offer(intent: I): boolean {
    if (this.#intents.length >= this.#intentLimit) return false;
    this.#intents.push(intent);
    return true;
  }

  /**
   * Queues what must not be lost, however full the queue is. Only for what happens a bounded number of times, such as once for
   * each session.
   */
  insist(intent: I): void {
    this.#intents.push(intent);
  }

  /** Puts before all that waits what the next step has to know first, such as the state of the disk. At most once for each step. */
  preface(intent: I): void {
    this.#intents.unshift(intent);
  }

  /** World time at or before which a step is due even without intents; Infinity when none is. */
  nextDueMs(): number {
    return this.world.wheel.nextDueMs();
  }

  /** One step at `nowMs` (world time; never goes back). Returns the facts of the tick in their order. */
  step(nowMs: number): readonly E[] {
    const { world, context } = this;
    const { apply, onFault, onTimer, systems } = this.#options;
    const intents = this.#intents;
    this.#intents = [];
    this.#events = [];
    this.#tick++;
    world.nowMs = Math.max(world.nowMs, nowMs);
    this.recorder?.step(this.#tick, world.nowMs, intents);

    for (const intent of intents) {
      try {
        apply(context, intent);
      } catch (error) {
        onFault(error, intent);
      }
    }
    world.wheel.advance(world.nowMs, this.#timerLimit, (serial, component, dueMs) => {
      // The wheel never takes a timer back: one that was moved, or whose entity is gone, is found out here.
      if (world.dueAt(serial, component) !== dueMs) return;
      try {
        onTimer(context, serial, component);
      } catch (error) {
        onFault(error, { kind: 'timer', serial });
      }
    });
    for (const system of systems) {
      try {
        system.run(context);
      } catch (error) {
        onFault(error, { kind: 'system', name: system.name });
      }
    }
    return this.#events;
  }
}
