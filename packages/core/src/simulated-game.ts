import { DurableGate } from './durable-gate.ts';
import type { Game, Pressure } from './game.ts';
import type { Link, LinkReceiver } from './link.ts';
import { type Recorder, Simulation, type SimulationOptions, type TickContext } from './simulation.ts';
import type { World } from './world.ts';

interface Kinded {
  readonly kind: string;
}

export interface SimulatedGameOptions<C extends TickContext<E>, I, E>
  extends Omit<SimulationOptions<C, I, E>, 'onFault'> {
  readonly log: (event: string, details: Readonly<Record<string, unknown>>) => void;
}

/** The part of a `Game` that is the same for every game of intents and events: what is left to it are its sessions. */
export abstract class SimulatedGame<C extends TickContext<E>, I extends Kinded, E extends Kinded>
  implements Game<I>
{
  abstract readonly name: string;
  readonly simulation: Simulation<C, I, E>;
  onWork: (() => void) | null = null;
  protected readonly log: SimulatedGameOptions<C, I, E>['log'];
  #events: readonly E[] = [];
  readonly #promises = new DurableGate<E>();
  /** What the next step has to be told of the disk. */
  #newPressure: Pressure | null = null;

  constructor({ log, ...options }: SimulatedGameOptions<C, I, E>) {
    this.log = log;
    this.simulation = new Simulation({
      ...options,
      onFault: (error, cause) => log('rule-fault', { cause, error: traceOf(error) }),
    });
  }

  abstract accept(link: Link): LinkReceiver | null;
  abstract readonly hasViews: boolean;
  abstract flushViews(): void;
  abstract closeSessions(reason: string): void;
  abstract gauges(): Readonly<Record<string, number>>;

  /** Shows a fact of the tick to whom it concerns. */
  protected abstract show(event: E): void;
  /** Sends what answers people's own acts. */
  protected abstract sendAnswers(): void;
  /** May the wish be dropped when too many wait? Not one that comes once for each session, such as the end of it. */
  protected abstract mayDrop(intent: I): boolean;
  /** A wish was dropped: whoever waits for it is to be told. */
  protected abstract dropped(intent: I): void;

  /** Is somebody told by this fact that something is final? Then it is shown only once it is durable. */
  protected isPromise(_event: E): boolean {
    return false;
  }

  /** The intent by which the rules hear how far durability lags; null when they do not care. */
  protected pressed(_pressure: Pressure): I | null {
    return null;
  }

  get world(): World {
    return this.simulation.world;
  }

  get context(): C {
    return this.simulation.context;
  }

  get recorder(): Recorder<I> | null {
    return this.simulation.recorder;
  }

  set recorder(recorder: Recorder<I> | null) {
    this.simulation.recorder = recorder;
  }

  get tick(): number {
    return this.simulation.tick;
  }

  get hasWork(): boolean {
    return this.simulation.waiting > 0 || this.#newPressure !== null;
  }

  nextDueMs(): number {
    return this.simulation.nextDueMs();
  }

  offer(intent: I): void {
    if (!this.mayDrop(intent)) this.simulation.insist(intent);
    else if (!this.simulation.offer(intent)) {
      this.log('intent-dropped', { kind: intent.kind });
      this.dropped(intent);
    }
    this.onWork?.();
  }

  step(nowMs: number): void {
    // An intent as any other, so that a recorded run knows of it.
    const intent = this.#newPressure === null ? null : this.pressed(this.#newPressure);
    this.#newPressure = null;
    if (intent !== null) this.simulation.preface(intent);
    this.#events = this.simulation.step(nowMs);
  }

  present(sequence: number): void {
    for (const event of this.#events) {
      if (!this.isPromise(event) || !this.#promises.hold(sequence, event)) this.#showSafely(event);
    }
    this.#events = [];
    this.sendAnswers();
  }

  /** One fact that cannot be shown must not keep the others from people. */
  #showSafely(event: E): void {
    try {
      this.show(event);
    } catch (error) {
      this.log('present-fault', { event: event.kind, error: traceOf(error) });
    }
  }

  onDurable(sequence: number): void {
    const kept = this.#promises.release(sequence);
    if (kept.length === 0) return;
    for (const event of kept) this.#showSafely(event);
    this.sendAnswers();
  }

  onPressure(pressure: Pressure): void {
    this.#newPressure = pressure;
    this.onWork?.();
  }

  /** Facts that wait until they are durable. */
  protected get promisesWaiting(): number {
    return this.#promises.size;
  }
}

function traceOf(error: unknown): string {
  return String((error as Error).stack ?? error);
}
