import type { AddressInfo } from 'node:net';
import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import { api } from './api/api.ts';
import { Tokens } from './api/tokens.ts';
import { AuditLog } from './audit-log.ts';
import type { Config } from './config/load.ts';
import { gameNamed } from './games/index.ts';
import { monitoring } from './http/monitoring.ts';
import { serveHttp } from './http/server.ts';
import type { Logger } from './logger.ts';
import { Metrics } from './metrics.ts';
import { Refusal } from './refusal.ts';
import { Running } from './running.ts';
import { openShard, type Shard } from './shard.ts';
import { trustedNetworks } from './trusted-networks.ts';

interface Options {
  readonly config: Config;
  readonly log: Logger;
  /** File to take the run down in; with several games each has one, with its name at the end. */
  readonly record: string | null;
}

/** A second signal does not wait any longer. */
const STOP_LIMIT_MS = 30_000;

/** All that one process runs: its games, each with its own loop and store, and the page about their health. */
export class HostProcess {
  readonly #log: Logger;
  readonly #running: Running[] = [];
  readonly #audits = new Map<string, AuditLog>();
  readonly announcements: string[] = [];
  #http: FastifyInstance | null = null;
  #httpAddress = '';
  #isStopping = false;
  #end: () => void = () => {};
  /** Resolves when everything is saved and closed. */
  readonly ended: Promise<void>;

  /** Throws Refusal when a game cannot start; then those before it have ended. */
  static async start(options: Options): Promise<HostProcess> {
    const host = new HostProcess(options.log);
    try {
      await host.#start(options);
    } catch (error) {
      await host.#http?.close();
      for (const running of host.#running) await running.stop();
      throw error;
    }
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => host.#onSignal(signal));
    return host;
  }

  private constructor(log: Logger) {
    this.#log = log;
    this.ended = new Promise((resolve) => {
      this.#end = resolve;
    });
  }

  async #start({ config, record }: Options): Promise<void> {
    const shards: Shard[] = [];
    try {
      for (const name of config.games) shards.push(await this.#open(name, config));
      const metrics = new Metrics(shards);
      await this.#serve(config, metrics, [...shards]);
      while (shards.length > 0) {
        const shard = shards[0]!;
        const file = record === null || config.games.length === 1 ? record : `${record}.${shard.name}`;
        const log = this.#log.child({ game: shard.name });
        shards.shift();
        const meter = metrics.meterOf(shard.name);
        this.#running.push(await Running.start({ config, log, shard, meter, record: file }));
      }
    } finally {
      for (const { store } of shards) await store.queue.close();
    }
  }

  async #open(name: string, config: Config): Promise<Shard> {
    const log = this.#log.child({ game: name });
    let audit: AuditLog | null = null;
    const shard = await openShard({
      module: gameNamed(name),
      config,
      log,
      operator: {
        staffActed: (act) => {
          audit?.write({ ...act });
          log.info({ ...act }, 'staff-acted');
        },
        shutdownAsked: (inSeconds) =>
          void setTimeout(() => void this.stop('shutdown'), inSeconds * 1000).unref(),
      },
    });
    audit = new AuditLog(shard.data, (error) => log.error({ error: error.message }, 'audit log'));
    this.#audits.set(name, audit);
    this.announcements.push(...shard.announcements);
    return shard;
  }

  async #serve(config: Config, metrics: Metrics, shards: readonly Shard[]): Promise<void> {
    const host = config.listen.httpHost ?? config.listen.host;
    const port = config.listen.httpPort;
    const trusted = trustedNetworks(config);
    const isTrusted = (address: string): boolean => trusted.has(address);
    const pages = shards.flatMap(({ pages }) => (pages === null ? [] : [pages]));
    try {
      this.#http = await serveHttp({
        host,
        port,
        isProxy: (address) => config.listen.proxyProtocol && isTrusted(address),
        routes: [
          monitoring({ metrics, shards, isTrusted }),
          ...(await this.#api(shards, isTrusted)),
          ...pages,
        ],
      });
    } catch (error) {
      throw new Refusal(`cannot listen on ${host}:${port} (${(error as NodeJS.ErrnoException).code})`);
    }
    this.#httpAddress = `http=${host}:${(this.#http.server.address() as AddressInfo).port}`;
  }

  /** The API looks after the first game that has staff. */
  async #api(
    shards: readonly Shard[],
    isTrusted: (address: string) => boolean,
  ): Promise<FastifyPluginAsync[]> {
    for (const { administration, data, name } of shards) {
      if (administration === null) continue;
      const audit = this.#audits.get(name)!;
      const tokens = await Tokens.open(data);
      const now = (): number => performance.now();
      return [api({ administration, tokens, now, isTrusted, audit: (entry) => audit.write(entry) })];
    }
    return [];
  }

  /** Where everybody goes, for the ready line. */
  addresses(): string {
    return [...this.#running.map((running) => running.addresses()), this.#httpAddress].join(' ');
  }

  #onSignal(signal: string): void {
    if (this.#isStopping) process.exit(1);
    void this.stop(signal);
  }

  /** Ends all games, each when it is saved, and then the process's own things. */
  async stop(why: string): Promise<void> {
    if (this.#isStopping) return;
    this.#isStopping = true;
    this.#log.info({ why }, 'stopping');
    setTimeout(() => process.exit(1), STOP_LIMIT_MS).unref();
    await this.#http?.close();
    await Promise.all(
      this.#running.map((running) =>
        running.stop().catch((error: Error) => {
          this.#log.error({ game: running.name, error: error.message }, 'stopped with records unsaved');
          process.exitCode = 1;
        }),
      ),
    );
    for (const audit of this.#audits.values()) await audit.close();
    this.#log.info('stopped');
    this.#end();
  }
}
