import type { Connect } from '@gommog/bots';
import type { Link, LinkReceiver, World } from '@gommog/core';
import { ScriptedClient } from '../bots/scripted-client.ts';
import { WebClient } from '../bots/web-client.ts';
import { type Content, loadContent } from '../content/index.ts';
import type { Terrain } from '../files/terrain.ts';
import type { TileData } from '../files/tile-data.ts';
import type { Context } from '../rules/context.ts';
import type { DimPlace } from '../rules/light/sky.ts';
import { defaultRuleset, type Ruleset } from '../rules/ruleset.ts';
import { behaviours } from '../rules/things/use/behaviours.ts';
import type { PasswordHasher } from '../session/password.ts';
import { createWorld, UoGame } from '../uo.ts';
import { flatLand, plainTileData } from './flat-land.ts';

/** Passwords as they are: tests do not wait for argon2. */
const plainHasher: PasswordHasher = {
  hash: async (password) => password,
  verify: async (password, hash) => password === hash,
};

let loaded: Content | null = null;

/** The shard's own content. It is frozen, so that all tests of a process share it. */
function plainContent(): Content {
  loaded ??= loadContent({ behaviours: new Set(Object.keys(behaviours)) });
  return loaded;
}

export interface TestShardOptions {
  readonly ruleset?: Partial<Ruleset>;
  readonly dimPlaces?: readonly DimPlace[];
  readonly autoCreate?: boolean;
  readonly content?: Content;
  /** A world that is loaded already, as after a restart; else an empty one. */
  readonly world?: World;
  /** The land of facet 0, instead of a flat one of 256 × 256 tiles, and what its tiles are. */
  readonly terrain?: Terrain;
  readonly tileData?: TileData;
}

/**
 * A whole shard in memory: real sessions, real packets, real rules, on flat land and on a clock that only `tick` moves.
 * A test reads: connect, send, tick, assert.
 */
export class TestShard {
  readonly game: UoGame;
  readonly log: { event: string; details: Readonly<Record<string, unknown>> }[] = [];
  readonly commits: Uint8Array[] = [];
  #nowMs = 0;
  #links = 0;
  #sequence = 0;
  #isDurable = true;

  constructor(options: TestShardOptions = {}) {
    const facets = [{ id: 0, terrain: options.terrain ?? flatLand(256, 256), season: 0 }];
    this.game = new UoGame({
      world: options.world ?? createWorld(facets, 1),
      facets,
      tileData: options.tileData ?? plainTileData,
      content: options.content ?? plainContent(),
      ruleset: { ...defaultRuleset, ...options.ruleset },
      dimPlaces: options.dimPlaces ?? [],
      startCities: [
        { name: 'Here', building: 'the middle', facet: 0, x: 128, y: 128, z: 0, cliloc: 1 },
        { name: 'There', building: 'the edge', facet: 0, x: 20, y: 20, z: 0, cliloc: 1 },
      ],
      lobby: {
        shardName: 'test',
        advertise: { address: null, port: null },
        autoCreate: options.autoCreate ?? true,
        newAccountsPerAddress: 100,
        hasher: plainHasher,
        now: () => this.#nowMs,
        isTrusted: () => true,
        log: (event, details) => this.log.push({ event, details }),
      },
      tokens: { secret: new Uint8Array(32), unixSeconds: () => this.#unixSeconds(), validSeconds: 3_600 },
      tick: 0,
      operator: { staffEntered: () => {}, staffActed: () => {}, shutdownAsked: () => {} },
      log: (event, details) => this.log.push({ event, details }),
    });
  }

  /** The shard's clock, as if it had begun in the middle of 2001. */
  #unixSeconds(): number {
    return 1_000_000_000 + this.#nowMs / 1000;
  }

  get nowMs(): number {
    return this.#nowMs;
  }

  /** Opens links to this shard: for clients that are no `ScriptedClient`. */
  readonly connect: Connect = async (_host, _port, receiver) =>
    this.#connect(receiver, (link) => this.game.accept(link));

  /** Opens links for clients in a browser. */
  readonly connectWeb: Connect = async (_host, _port, receiver) =>
    this.#connect(receiver, (link) => this.game.acceptWeb(link));

  /** A client that is connected as soon as it logs in. Its packets are all decoded, and have to be flawless. */
  client(account: string, version?: string, password = 'secret'): ScriptedClient {
    return new ScriptedClient({
      connect: this.connect,
      host: 'memory',
      port: 1,
      account,
      password,
      now: () => this.#nowMs,
      ...(version === undefined ? {} : { version }),
    });
  }

  /** A client in a browser; its messages are all decoded, and have to be flawless. */
  webClient(account: string, password = 'secret'): WebClient {
    const now = (): number => this.#nowMs;
    return new WebClient({ connect: this.connectWeb, host: 'memory', port: 1, account, password, now });
  }

  /** As `enter`, in a browser. */
  async enterWeb(account: string, name: string, city = 0): Promise<WebClient> {
    const client = this.webClient(account);
    await this.until(client.login(0, { name, city }));
    return client;
  }

  /** Logs a client in, and steps the world while it does. */
  async enter(account: string, name: string, city = 0): Promise<ScriptedClient> {
    const client = this.client(account);
    const login = client.login(0, { name, city });
    await this.until(login);
    return client;
  }

  /** Steps until a promise is settled. */
  async until<T>(promise: Promise<T>): Promise<T> {
    let settled = false;
    const watched = promise.finally(() => {
      settled = true;
    });
    watched.catch(() => {});
    for (let i = 0; i < 200 && !settled; i++) {
      await new Promise((resolve) => setImmediate(resolve));
      this.tick(1);
    }
    if (!settled) throw new Error('it is not settled after 200 steps');
    return watched;
  }

  /** Does something to the world at the end of a step, as if a rule had; what it leads to is shown to all. */
  act<T>(what: (ctx: Context) => T): T {
    this.game.step(this.#nowMs);
    const result = what(this.game.context);
    this.#endStep();
    return result;
  }

  /** Lets `ms` pass and makes a step. Everything sent by clients so far is in it. */
  tick(ms = 50): void {
    this.#nowMs += ms;
    this.game.step(this.#nowMs);
    this.#endStep();
  }

  /** Whether what is committed gets durable at the end of its step, as it does until told otherwise. */
  durable(isDurable: boolean): void {
    this.#isDurable = isDurable;
    if (isDurable) this.game.onDurable(this.#sequence);
  }

  #endStep(): void {
    const fault = this.log.find(({ event }) => event === 'rule-fault');
    if (fault !== undefined) throw new Error(`a rule threw: ${fault.details['error']}`);
    const commit = this.game.world.takeCommit(1, this.#sequence + 1, this.game.tick);
    if (commit !== null) {
      this.#sequence++;
      this.commits.push(commit);
    }
    this.game.present(this.#sequence);
    this.game.flushViews();
    if (this.#isDurable) this.game.onDurable(this.#sequence);
  }

  #connect(
    peer: { onData(bytes: Uint8Array): void; onClose(reason: string): void },
    accept: (link: Link) => LinkReceiver,
  ) {
    let toPeer: Uint8Array[] = [];
    let open = true;
    let receiver: LinkReceiver | null = null;
    const end = (reason: string): void => {
      if (!open) return;
      open = false;
      receiver?.onClose(reason);
      peer.onClose(reason);
    };
    const link: Link = {
      id: ++this.#links,
      address: '127.0.0.1',
      localAddress: '127.0.0.1',
      localPort: 2593,
      queuedBytes: 0,
      write: (bytes) => toPeer.push(bytes.slice()),
      flush: () => {
        const parts = toPeer;
        toPeer = [];
        for (const part of parts) if (open) peer.onData(part);
      },
      close: end,
    };
    receiver = accept(link);
    return {
      write: (bytes: Uint8Array) => {
        if (open) receiver?.onData(bytes.slice());
      },
      flush: () => {},
      close: end,
    };
  }
}
