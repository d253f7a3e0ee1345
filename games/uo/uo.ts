import {
  type Link,
  type LinkReceiver,
  NameIndex,
  type Operator,
  type Pressure,
  SimulatedGame,
  type TickContext,
  World,
} from '@gommog/core';
import type { Content } from './content/index.ts';
import { Chronicler } from './domain/chronicler.ts';
import type { Terrain } from './files/terrain.ts';
import type { TileData } from './files/tile-data.ts';
import { AccessLevel, Account } from './rules/accounts/account.ts';
import { apply, onTimer } from './rules/apply.ts';
import { clearPresences } from './rules/characters/presence.ts';
import { components } from './rules/components.ts';
import type { Context, StartCity } from './rules/context.ts';
import type { Event, OfficeActed } from './rules/events.ts';
import type { Intent, OfficeAct } from './rules/intents.ts';
import { kinds } from './rules/kinds.ts';
import { DayCycle } from './rules/light/day-cycle.ts';
import { type DimPlace, Sky } from './rules/light/sky.ts';
import { Character } from './rules/mobiles/mobile.ts';
import { isPromise } from './rules/promises.ts';
import type { Ruleset } from './rules/ruleset.ts';
import { TradeBox } from './rules/trade/trade-box.ts';
import { watchTrades } from './rules/trade/watch-trades.ts';
import type { Dialect, LoginDenial } from './session/dialect.ts';
import { Lobby, type LobbyOptions } from './session/lobby.ts';
import { Outbound } from './session/outbound.ts';
import { present, type Stage } from './session/present/presenter.ts';
import type { Desk } from './session/receive/handler.ts';
import { Session } from './session/session.ts';
import { Sessions } from './session/sessions.ts';
import { uoDialect } from './session/uo/dialect.ts';
import { Door, type DoorOptions } from './session/uo/door.ts';
import { Inbound } from './session/uo/inbound.ts';
import type { UoDesk } from './session/uo/receive/desk.ts';
import { View } from './session/view.ts';
import { webDialect } from './session/web/dialect.ts';
import { WebInbound } from './session/web/inbound.ts';
import type { WebDesk } from './session/web/receive/desk.ts';
import { type TokenOptions, Tokens } from './session/web/tokens.ts';

/** A facet as the rules know it: its land, and what the client is told of it. */
export interface Facet {
  readonly id: number;
  readonly terrain: Terrain;
  readonly season: number;
  /** People push each other aside at the price of stamina, instead of passing. */
  readonly shove?: boolean;
}

export interface UoOptions {
  readonly world: World;
  readonly facets: readonly Facet[];
  readonly tileData: TileData;
  readonly content: Content;
  readonly ruleset: Ruleset;
  readonly startCities: readonly StartCity[];
  /** Places with a light of their own, such as dungeons; default: none. */
  readonly dimPlaces?: readonly DimPlace[];
  readonly lobby: LobbyOptions & DoorOptions;
  /** How clients in a browser come back without a password. */
  readonly tokens: TokenOptions;
  /** Number of the last tick before this start. */
  readonly tick: number;
  readonly operator: Operator;
  readonly log: (event: string, details: Readonly<Record<string, unknown>>) => void;
}

/** An empty world with the components and serial ranges of this game. */
export function createWorld(facets: readonly Facet[], seed: number): World {
  const planes = facets.map(({ id, terrain }) => ({
    facet: id,
    width: terrain.width,
    height: terrain.height,
  }));
  return new World({ planes, kinds, components, seed });
}

/** What the rules may use: the plain context, widened by the land and the shard's tables. */
function contextOf(options: UoOptions, base: TickContext<Event>, hear: (event: Event) => void): Context {
  const { content, facets, ruleset, startCities, tileData, world } = options;
  const seasons = new Map(facets.map(({ id, season }) => [id, season]));
  const shoving = new Set(facets.filter(({ shove }) => shove).map(({ id }) => id));
  // The base has getters for tick and time: it is widened, not copied.
  return Object.assign(Object.create(base) as TickContext<Event>, {
    emit: (event: Event): void => {
      base.emit(event);
      hear(event);
    },
    facets: new Map(facets.map(({ id, terrain }) => [id, terrain])),
    tileData,
    content,
    ruleset,
    startCities,
    accounts: new NameIndex(world, Account),
    accessOfAccount: (serial: number) => world.get(serial, Account)?.access ?? 0xff,
    sky: new Sky(world, new DayCycle(ruleset.dayMs, ruleset.nightLevel), options.dimPlaces ?? []),
    pressure: 'none' as const,
    seasonOf: (facet: number) => seasons.get(facet) ?? 0,
    shovesOn: (facet: number) => ruleset.shove || shoving.has(facet),
  });
}

const timerNames = new Map(components.map(({ id, name }) => [id, name]));

function nameOfTimer(component: number): string {
  return timerNames.get(component) ?? 'timer';
}

/** Ultima Online on the universal core: sessions on one side, rules on the other, this between them. */
export class UoGame extends SimulatedGame<Context, Intent, Event> {
  readonly name = 'uo';
  readonly #options: UoOptions;
  readonly #sessions = new Sessions();
  readonly #outbound = new Outbound();
  readonly #view: View;
  readonly #dialects: { readonly uo: Dialect; readonly web: Dialect };
  readonly #inbound: Inbound;
  readonly #webInbound: WebInbound;
  readonly #stage: Stage;
  readonly #chronicler: Chronicler;
  #nextSession = 1;
  /** Acts from outside of the world that wait for their answer, by request. */
  readonly #officeAsked = new Map<number, (answer: OfficeActed) => void>();
  #nextRequest = 1;
  #bytesReceived = 0;

  constructor(options: UoOptions) {
    const { lobby: lobbyOptions, log, tick, world } = options;
    let chronicler!: Chronicler;
    super({
      world,
      context: (base) => {
        const ctx = contextOf(options, base, (event) => chronicler.take(event));
        chronicler = new Chronicler(ctx);
        return ctx;
      },
      apply: (ctx, intent) => {
        try {
          apply(ctx, intent);
        } finally {
          chronicler.settle({ reason: intent.kind, by: 'mobile' in intent ? intent.mobile : 0 });
        }
      },
      systems: [watchTrades].map(({ name, run }) => ({
        name,
        run: (ctx) => {
          try {
            run(ctx);
          } finally {
            chronicler.settle({ reason: name, by: 0 });
          }
        },
      })),
      onTimer: (ctx, serial, component) => {
        try {
          onTimer(ctx, serial, component);
        } finally {
          chronicler.settle({ reason: nameOfTimer(component), by: 0 });
        }
      },
      log,
      tick,
    });
    this.#chronicler = chronicler;
    this.#options = options;
    const ctx = this.context;
    this.#view = new View(ctx, this.#sessions, this.#outbound);
    const offer = (intent: Intent): void => this.offer(intent);
    const lobby = new Lobby(ctx, lobbyOptions, offer, () => this.#outbound.flush(true));
    const desk: Desk = { ctx, view: this.#view, lobby, offer };
    const door = new Door(ctx, lobbyOptions);
    const tokens = new Tokens(options.tokens);
    this.#dialects = { uo: uoDialect(ctx, door), web: webDialect(ctx, tokens) };
    const uoDesk: UoDesk = { ...desk, door, status: (extended) => this.#status(extended) };
    this.#inbound = new Inbound(uoDesk, lobbyOptions.now, log);
    const webDesk: WebDesk = { ...desk, tokens, log, shardName: lobbyOptions.shardName };
    this.#webInbound = new WebInbound(webDesk, { now: lobbyOptions.now, log });
    this.#stage = {
      ctx,
      desk,
      sessions: this.#sessions,
      outbound: this.#outbound,
      view: this.#view,
      lobby,
      own: (mobile) => {
        const session = this.#sessions.of(mobile);
        if (session !== undefined) session.urgent = true;
        return session;
      },
      linkLost: (mobile, session) => offer({ kind: 'leave-world', mobile, session, how: 'link-lost' }),
    };
    clearPresences(ctx);
  }

  override step(nowMs: number): void {
    this.#chronicler.begin();
    super.step(nowMs);
    this.#chronicler.end();
  }

  get hasViews(): boolean {
    return this.#outbound.hasPending;
  }

  protected mayDrop(intent: Intent): boolean {
    return intent.kind !== 'leave-world' && intent.kind !== 'settle-trade';
  }

  /** A session that waits for what was dropped is closed. */
  protected dropped(intent: Intent): void {
    if ('session' in intent) this.#sessions.get(intent.session)?.close('overloaded');
  }

  /** A UO client. */
  accept(link: Link): LinkReceiver {
    return this.#accept(link, this.#dialects.uo, (session) => this.#inbound.open(session));
  }

  /** A client in a browser, or what speaks like one. */
  acceptWeb(link: Link): LinkReceiver {
    return this.#accept(link, this.#dialects.web, (session) => this.#webInbound.open(session));
  }

  #accept(
    link: Link,
    dialect: Dialect,
    open: (session: Session) => (bytes: Uint8Array) => void,
  ): LinkReceiver {
    const session = new Session(this.#nextSession++, link, dialect, this.#outbound);
    this.#sessions.add(session);
    const stream = open(session);
    return {
      onData: (bytes) => {
        this.#bytesReceived += bytes.length;
        stream(bytes);
        if (this.#outbound.hasPending) this.onWork?.();
      },
      onClose: (reason) => this.#closed(session, reason),
    };
  }

  #closed(session: Session, reason: string): void {
    if (session.mobile !== 0) {
      this.offer({ kind: 'leave-world', mobile: session.mobile, session: session.id, how: 'link-lost' });
    }
    session.phase = 'closed';
    this.#view.leave(session);
    this.#sessions.remove(session);
    this.#options.log('session-closed', { session: session.id, reason });
  }

  protected override isPromise(event: Event): boolean {
    return isPromise(event);
  }

  protected override pressed(pressure: Pressure): Intent {
    return { kind: 'set-pressure', pressure };
  }

  protected show(event: Event): void {
    present(this.#stage, event);
    this.#tellOperator(event);
  }

  #tellOperator(event: Event): void {
    const { operator } = this.#options;
    if (event.kind === 'staff-acted') {
      const { account, command, mobile, outcome } = event;
      operator.staffActed({ account, actor: mobile, command, outcome });
    } else if (event.kind === 'character-entered') this.#tellOfStaff(event.mobile);
    else if (event.kind === 'shutdown-asked') operator.shutdownAsked(event.inSeconds);
    else if (event.kind === 'office-acted') {
      this.#officeAsked.get(event.request)?.(event);
      this.#officeAsked.delete(event.request);
    }
  }

  #tellOfStaff(mobile: number): void {
    const account = this.world.get(mobile, Character)?.account ?? 0;
    const { access = 0, name = '' } = this.world.get(account, Account) ?? {};
    if (access > AccessLevel.player) this.#options.operator.staffEntered({ account, actor: mobile, name });
  }

  /** Staff act on an account from outside of the world. `by` is their account, or 0 for a tool with rights of `access`. */
  actFromOffice(by: number, access: number, target: number, act: OfficeAct): Promise<OfficeActed> {
    const request = this.#nextRequest++;
    return new Promise((resolve) => {
      this.#officeAsked.set(request, resolve);
      this.offer({ kind: 'act-from-office', request, by, access, target, act });
    });
  }

  /** Checks a password as a login does, for somebody who does not play. Resolves with the account, or with why not. */
  authenticate(name: string, password: string, address: string): Promise<number | LoginDenial> {
    return this.#stage.lobby.authenticate(name, password, address);
  }

  flushViews(): void {
    this.#outbound.flush(false);
  }

  protected sendAnswers(): void {
    this.#outbound.flush(true);
  }

  #status(extended: boolean): string {
    const hours = Math.floor(this.world.nowMs / 3_600_000);
    const more = extended ? `, Accounts=${this.context.accounts.size}, Tick=${this.tick}` : '';
    return `gommog, Name=${this.#options.lobby.shardName}, Age=${hours}, Clients=${this.#sessions.playing}${more}`;
  }

  closeSessions(reason: string): void {
    for (const session of [...this.#sessions.all()]) session.dialect.ended(session, reason);
  }

  gauges(): Readonly<Record<string, number>> {
    return {
      sessions: this.#sessions.size,
      players: this.#sessions.playing,
      accounts: this.context.accounts.size,
      intents_waiting: this.simulation.waiting,
      timers: this.world.wheel.size,
      promises_waiting: this.promisesWaiting,
      trades: this.world.store(TradeBox).size >> 1,
      packets_sent_total: this.#outbound.packets,
      packet_bytes_sent_total: this.#outbound.bytes,
      bytes_received_total: this.#bytesReceived,
      packets_received_total: this.#inbound.packets + this.#webInbound.packets,
      moves_delivered_total: this.#view.delivered,
      steps_accepted_total: this.#view.steps,
    };
  }
}
