import {
  type Game,
  type Link,
  type LinkReceiver,
  type Operator,
  type Recorder,
  Simulation,
  type TickContext,
  World,
} from '@gommog/core';
import { apply, onTimer } from './rules/apply.ts';
import { components, Level, REALM, Realm } from './rules/components.ts';
import type { Context } from './rules/context.ts';
import type { Event } from './rules/events.ts';
import type { Intent } from './rules/intents.ts';
import { kinds } from './rules/kinds.ts';
import { LevelIndex } from './rules/levels/level-index.ts';
import { People } from './rules/people/people.ts';
import { OWNER } from './rules/ranks.ts';
import type { Ruleset } from './rules/ruleset.ts';
import { Inbound } from './session/inbound.ts';
import { LevelSnapshots } from './session/level-snapshots.ts';
import { Lobby, type LobbyOptions } from './session/lobby.ts';
import { Movement } from './session/movement.ts';
import { Outbound } from './session/outbound.ts';
import { stopTransfer } from './session/present/levels.ts';
import { present } from './session/present/presenter.ts';
import type { Stage } from './session/present/stage.ts';
import { told } from './session/present/words.ts';
import { Session } from './session/session.ts';
import { Sessions } from './session/sessions.ts';

export interface ClassicOptions {
  readonly world: World;
  readonly ruleset: Ruleset;
  readonly lobby: LobbyOptions;
  /** Number of the last tick before this start. */
  readonly tick: number;
  readonly operator: Operator;
  readonly log: (event: string, details: Readonly<Record<string, unknown>>) => void;
}

export interface FirstLevel {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly length: number;
  readonly seed: number;
}

/** An empty world with the components and serial ranges of this game. */
export function createWorld(seed: number): World {
  return new World({ planes: [], kinds, components, seed });
}

/** Classic on the universal core: sessions on one side, rules on the other, this between them. */
export class ClassicGame implements Game<Intent> {
  readonly name = 'classic';
  readonly world: World;
  readonly simulation: Simulation<Context, Intent, Event>;
  onWork: (() => void) | null = null;
  readonly #options: ClassicOptions;
  readonly #sessions = new Sessions();
  readonly #outbound = new Outbound();
  readonly #movement: Movement;
  readonly #inbound: Inbound;
  readonly #stage: Stage;
  #events: readonly Event[] = [];
  #nextSession = 1;
  /** People who asked when their world is durable, with the sequence it has to reach. */
  #saveAsked: { player: number; sequence: number }[] = [];

  constructor(options: ClassicOptions) {
    const { log, lobby, ruleset, tick, world } = options;
    this.#options = options;
    this.world = world;
    this.simulation = new Simulation<Context, Intent, Event>({
      world,
      // The base has getters for tick and time: it is widened, not copied.
      context: (base) =>
        Object.assign(Object.create(base) as TickContext<Event>, {
          ruleset,
          people: new People(world),
          levels: new LevelIndex(world),
        }),
      apply,
      systems: [],
      onTimer,
      onFault: (error, cause) => log('rule-fault', { cause, error: String((error as Error).stack ?? error) }),
      tick,
    });
    const ctx = this.simulation.context;
    const offer = (intent: Intent): void => this.offer(intent);
    const [sessions, outbound] = [this.#sessions, this.#outbound];
    const movement = new Movement(world, sessions, outbound);
    const onFault = (error: unknown): void => log('snapshot-fault', { error: String(error) });
    const snapshots = new LevelSnapshots(world, onFault);
    const stage = { ctx, sessions, outbound, movement, snapshots, offer };
    this.#movement = movement;
    this.#stage = { ...stage, lobby: new Lobby(ctx, sessions, outbound, lobby, offer) };
    this.#inbound = new Inbound(this.#stage);
  }

  /** Fills a world that was never run: its first level, and an owner. Returns the owner's key. */
  populate(level: FirstLevel, owner: string, salt: string): string {
    this.world.set(REALM, Realm, { salt });
    this.offer({ kind: 'make-level', ...level });
    this.offer({ kind: 'set-rank', name: owner, rank: OWNER });
    return this.#stage.lobby.keyOf(owner);
  }

  get context(): Context {
    return this.simulation.context;
  }

  get recorder(): Recorder<Intent> | null {
    return this.simulation.recorder;
  }

  set recorder(recorder: Recorder<Intent> | null) {
    this.simulation.recorder = recorder;
  }

  get tick(): number {
    return this.simulation.tick;
  }

  get hasWork(): boolean {
    return this.simulation.waiting > 0;
  }

  get hasViews(): boolean {
    return this.#outbound.hasPending || this.#movement.hasMoves;
  }

  nextDueMs(): number {
    return this.simulation.nextDueMs();
  }

  /** Queues a wish for the next step; one too many is dropped and logged, and a session that waits for it is closed. */
  offer(intent: Intent): void {
    if (intent.kind === 'leave') this.simulation.insist(intent);
    else if (!this.simulation.offer(intent)) {
      this.#options.log('intent-dropped', { kind: intent.kind });
      if (intent.kind === 'join') this.#sessions.get(intent.session)?.close('overloaded');
      if (intent.kind === 'level-loaded') this.#sessions.of(intent.player)?.close('overloaded');
    }
    this.onWork?.();
  }

  accept(link: Link): LinkReceiver {
    const session = new Session(this.#nextSession++, link);
    this.#sessions.add(session);
    const stream = this.#inbound.open(session);
    return {
      onData: (bytes) => {
        stream(bytes);
        if (this.#outbound.hasPending) this.onWork?.();
      },
      onDrain: () => session.transfer?.pump(),
      onClose: (reason) => this.#closed(session, reason),
    };
  }

  #closed(session: Session, reason: string): void {
    const { player } = session;
    session.phase = 'closed';
    stopTransfer(this.#stage, session);
    this.#sessions.remove(session);
    if (player !== 0) this.offer({ kind: 'leave', player, session: session.id });
    this.#options.log('session-closed', { session: session.id, reason });
  }

  step(nowMs: number): void {
    this.#events = this.simulation.step(nowMs);
  }

  present(sequence: number): void {
    for (const event of this.#events) {
      try {
        present(this.#stage, event);
      } catch (error) {
        // One fact that cannot be shown must not keep the others from people.
        const what = String((error as Error).stack ?? error);
        this.#options.log('present-fault', { event: event.kind, error: what });
      }
      if (event.kind === 'save-asked') this.#saveAsked.push({ player: event.player, sequence });
      if (event.kind === 'staff-acted') {
        const { command, outcome, player } = event;
        this.#options.operator.staffActed({ account: player, actor: player, command, outcome });
      }
    }
    this.#events = [];
    this.#outbound.flush(true);
  }

  flushViews(): void {
    this.#movement.flush();
    this.#outbound.flush(false);
  }

  onDurable(sequence: number): void {
    for (const asked of this.#saveAsked) {
      if (asked.sequence <= sequence)
        told(this.#stage, asked.player, 'All up to your command is safe on disk');
    }
    this.#saveAsked = this.#saveAsked.filter((asked) => asked.sequence > sequence);
    this.#outbound.flush(true);
  }

  closeSessions(reason: string): void {
    for (const session of [...this.#sessions.all()])
      this.#stage.lobby.refuse(session, reason, 'The server goes down: come back soon');
  }

  gauges(): Readonly<Record<string, number>> {
    return {
      sessions: this.#sessions.size,
      players: this.#sessions.playing,
      players_known: this.context.people.known,
      levels: this.world.store(Level).size,
      intents_waiting: this.simulation.waiting,
      timers: this.world.wheel.size,
      packets_sent_total: this.#outbound.packets,
      packet_bytes_sent_total: this.#outbound.bytes,
      packets_received_total: this.#inbound.packets,
      moves_delivered_total: this.#movement.delivered,
    };
  }
}
