import {
  type Link,
  type LinkReceiver,
  type Operator,
  SimulatedGame,
  type TickContext,
  World,
} from '@gommog/core';
import { apply, onTimer } from './rules/apply.ts';
import { components, REALM, Realm } from './rules/components.ts';
import type { Context } from './rules/context.ts';
import type { Event } from './rules/events.ts';
import type { Intent } from './rules/intents.ts';
import { kinds } from './rules/kinds.ts';
import { Levels } from './rules/levels/levels.ts';
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
export class ClassicGame extends SimulatedGame<Context, Intent, Event> {
  readonly name = 'classic';
  readonly #operator: Operator;
  readonly #sessions = new Sessions();
  readonly #outbound = new Outbound();
  readonly #movement: Movement;
  readonly #inbound: Inbound;
  readonly #stage: Stage;
  #nextSession = 1;

  constructor({ log, lobby, operator, ruleset, tick, world }: ClassicOptions) {
    // The base has getters for tick and time: it is widened, not copied.
    const context = (base: TickContext<Event>): Context =>
      Object.assign(Object.create(base) as TickContext<Event>, {
        ruleset,
        people: new People(world),
        levels: new Levels(world),
      });
    super({ world, context, apply, systems: [], onTimer, log, tick });
    this.#operator = operator;
    const ctx = this.context;
    const offer = (intent: Intent): void => this.offer(intent);
    const [sessions, outbound] = [this.#sessions, this.#outbound];
    this.#movement = new Movement(world, sessions, outbound);
    const snapshots = new LevelSnapshots(world, (error) => log('snapshot-fault', { error: String(error) }));
    this.#stage = {
      ctx,
      sessions,
      outbound,
      movement: this.#movement,
      snapshots,
      offer,
      lobby: new Lobby(ctx, sessions, outbound, lobby, offer),
    };
    this.#inbound = new Inbound(this.#stage);
  }

  /** Fills a world that was never run: its first level, and an owner. Returns the owner's key. */
  populate(level: FirstLevel, owner: string, salt: string): string {
    this.world.set(REALM, Realm, { salt });
    this.offer({ kind: 'make-level', ...level });
    this.offer({ kind: 'set-rank', name: owner, rank: OWNER });
    return this.#stage.lobby.keyOf(owner);
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
      onDrain: () => session.transfer?.delivery.pump(),
      onClose: (reason) => this.#closed(session, reason),
    };
  }

  #closed(session: Session, reason: string): void {
    const { player } = session;
    session.phase = 'closed';
    stopTransfer(this.#stage, session);
    this.#sessions.remove(session);
    if (player !== 0) this.offer({ kind: 'leave', player, session: session.id });
    this.log('session-closed', { session: session.id, reason });
  }

  protected mayDrop(intent: Intent): boolean {
    return intent.kind !== 'leave' && intent.kind !== 'level-loaded';
  }

  protected dropped(intent: Intent): void {
    if (intent.kind === 'join') this.#sessions.get(intent.session)?.close('overloaded');
  }

  protected override isPromise({ kind }: Event): boolean {
    return kind === 'save-asked';
  }

  protected show(event: Event): void {
    present(this.#stage, event);
    if (event.kind === 'staff-acted') {
      const { command, outcome, player } = event;
      this.#operator.staffActed({ account: player, actor: player, command, outcome });
    }
  }

  protected sendAnswers(): void {
    this.#outbound.flush(true);
  }

  get hasViews(): boolean {
    return this.#outbound.hasPending || this.#movement.hasMoves;
  }

  flushViews(): void {
    this.#movement.flush();
    this.#outbound.flush(false);
  }

  closeSessions(reason: string): void {
    for (const session of [...this.#sessions.all()])
      this.#stage.lobby.refuse(session, reason, 'The server goes down: come back soon');
  }

  gauges(): Readonly<Record<string, number>> {
    return {
      sessions: this.#sessions.size,
      players: this.#sessions.playing,
      players_known: this.context.people.byName.size,
      levels: this.context.levels.byName.size,
      intents_waiting: this.simulation.waiting,
      timers: this.world.wheel.size,
      packets_sent_total: this.#outbound.packets,
      packet_bytes_sent_total: this.#outbound.bytes,
      packets_received_total: this.#inbound.packets,
      moves_delivered_total: this.#movement.delivered,
    };
  }
}
