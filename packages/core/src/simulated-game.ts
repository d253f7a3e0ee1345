import type { Game } from './game.ts';
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
  #promises: { readonly sequence: number; readonly keep: () => void }[] = [];

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

  /** Shows a fact of the tick to whom it concerns. `sequence` is as in `present`. */
  protected abstract show(event: E, sequence: number): void;
  /** Sends what answers people's own acts. */
  protected abstract sendAnswers(): void;
  /** May the wish be dropped when too many wait? Not one that comes once for each session, such as the end of it. */
  protected abstract mayDrop(intent: I): boolean;
  /** A wish was dropped: whoever waits for it is to be told. */
  protected abstract dropped(intent: I): void;

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
    return this.simulation.waiting > 0;
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
    this.#events = this.simulation.step(nowMs);
  }

  present(sequence: number): void {
    for (const event of this.#events) {
      try {
        this.show(event, sequence);
      } catch (error) {
        // One fact that cannot be shown must not keep the others from people.
        this.log('present-fault', { event: event.kind, error: traceOf(error) });
      }
    }
    this.#events = [];
    this.sendAnswers();
  }

  /** Calls `keep` once the log is durable up to a sequence: what people are told as final waits for it. */
  protected whenDurable(sequence: number, keep: () => void): void {
    this.#promises.push({ sequence, keep });
  }

  onDurable(sequence: number): void {
    const ready = this.#promises.filter((each) => each.sequence <= sequence);
    if (ready.length === 0) return;
    this.#promises = this.#promises.filter((each) => each.sequence > sequence);
    for (const { keep } of ready) keep();
    this.sendAnswers();
  }
}

function traceOf(error: unknown): string {
  return String((error as Error).stack ?? error);
}
