import type { Connect } from '@gommog/bots';
import { decodeCommit, type World } from '@gommog/core';
import { connectMemory } from '@gommog/net';
import { ScriptedClient, type ScriptedClientOptions } from '../bots/scripted-client.ts';
import { ClassicGame, createWorld, type FirstLevel } from '../classic.ts';
import type { Context } from '../rules/context.ts';
import { defaultRuleset, type Ruleset } from '../rules/ruleset.ts';
import type { LobbyOptions } from '../session/lobby.ts';

export interface TestShardOptions {
  readonly ruleset?: Partial<Ruleset>;
  readonly lobby?: Partial<LobbyOptions>;
  readonly level?: Partial<FirstLevel>;
  /** A world that was saved, instead of a new one. */
  readonly world?: World;
}

/** The owner of every test server. */
export const OWNER = 'olga';

/**
 * A whole server in memory: real sessions, real packets, real rules, on a small level and on a clock that only `tick` moves. A test
 * reads: connect, send, tick, assert.
 */
export class TestShard {
  readonly game: ClassicGame;
  readonly log: { event: string; details: Readonly<Record<string, unknown>> }[] = [];
  readonly acts: { command: string; outcome: string }[] = [];
  readonly commits: Uint8Array[] = [];
  readonly ownerKey: string;
  #nowMs = 0;
  #sequence = 0;

  constructor({ level, lobby, ruleset, world }: TestShardOptions = {}) {
    const log = (event: string, details: Readonly<Record<string, unknown>>): unknown =>
      this.log.push({ event, details });
    const now = (): number => this.#nowMs;
    this.#nowMs = world?.nowMs ?? 0;
    this.game = new ClassicGame({
      world: world ?? createWorld(1),
      ruleset: { ...defaultRuleset, ...ruleset },
      lobby: {
        serverName: 'a test',
        motd: 'Test well',
        verifyNames: false,
        newNamesPerAddress: 1_000,
        isTrusted: () => false,
        now,
        log,
        ...lobby,
      },
      tick: 0,
      operator: { staffEntered: () => {}, staffActed: (act) => this.acts.push(act), shutdownAsked: () => {} },
      log,
    });
    const first = { name: 'main', width: 64, height: 32, length: 48, seed: 7, ...level };
    this.ownerKey = world === undefined ? this.game.populate(first, OWNER, 'salt') : '';
    this.tick();
  }

  get nowMs(): number {
    return this.#nowMs;
  }

  /** Opens connections to this server. */
  readonly connect: Connect = async (_host, _port, receiver) =>
    connectMemory((link) => this.game.accept(link), receiver, { address: '10.0.0.1' });

  client(name: string, options: Partial<ScriptedClientOptions> = {}): ScriptedClient {
    const now = (): number => this.#nowMs;
    return new ScriptedClient({ connect: this.connect, host: 'memory', port: 1, name, now, ...options });
  }

  /** Somebody who comes in, while the world steps. */
  async enter(name: string, options: Partial<ScriptedClientOptions> = {}): Promise<ScriptedClient> {
    const client = this.client(name, options);
    await this.until(client.join());
    this.tick();
    return client;
  }

  /** The owner, with its key. */
  enterOwner(): Promise<ScriptedClient> {
    return this.enter(OWNER, { key: this.ownerKey });
  }

  /** Steps until a promise is settled: levels are packed by other threads. */
  async until<T>(promise: Promise<T>): Promise<T> {
    let settled = false;
    const watched = promise.finally(() => {
      settled = true;
    });
    watched.catch(() => {});
    for (let i = 0; i < 20_000 && !settled; i++) {
      await new Promise((resolve) => setImmediate(resolve));
      this.tick(i % 50 === 0 ? 1 : 0);
    }
    if (!settled) throw new Error('it is not settled after 20,000 steps');
    return watched;
  }

  /** Does something to the world at the end of a step, as if a rule had. */
  act<T>(what: (ctx: Context) => T): T {
    this.game.step(this.#nowMs);
    const result = what(this.game.context);
    this.#endStep();
    return result;
  }

  /** Lets `ms` pass and makes a step. Everything that clients sent so far is in it. */
  tick(ms = 50): void {
    this.#nowMs += ms;
    this.game.step(this.#nowMs);
    this.#endStep();
  }

  #endStep(): void {
    const fault = this.log.find(({ event }) => event.endsWith('-fault'));
    if (fault !== undefined) throw new Error(`${fault.event}: ${fault.details['error']}`);
    const commit = this.game.world.takeCommit(1, this.#sequence + 1, this.game.tick);
    if (commit !== null) {
      this.#sequence++;
      this.commits.push(commit);
    }
    this.game.present(this.#sequence);
    this.game.flushViews();
  }

  /** The commit log is on disk up to here. */
  makeDurable(): void {
    this.game.onDurable(this.#sequence);
  }

  /** A second world, made of nothing but the commit records. */
  rebuilt(): World {
    const world = createWorld(0);
    for (const record of this.commits) {
      for (const { component, data, serial, version } of decodeCommit(record).changes) {
        if (data !== null) world.load(serial, component, version, data);
      }
    }
    const violations = world.finishLoading();
    if (violations.length > 0) throw new Error(JSON.stringify(violations));
    return world;
  }
}
