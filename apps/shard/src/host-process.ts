import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import type { LoopMeter } from '@gommog/host';
import type { Status } from '@gommog/staff-api';
import type { StoreError } from '@gommog/store';
import type { FastifyInstance } from 'fastify';
import { AuditLog } from './audit-log.ts';
import type { Config } from './config/load.ts';
import { DASHBOARD_PATH, Dashboard } from './dashboard.ts';
import { gameNamed } from './games/index.ts';
import { monitoring } from './http/monitoring.ts';
import { serveHttp } from './http/server.ts';
import type { Logger } from './logger.ts';
import { Metrics } from './metrics.ts';
import type { RecentLines } from './operations/recent-lines.ts';
import { Refusal } from './refusal.ts';
import { Running } from './running.ts';
import { closeShard, openShard, type Shard } from './shard.ts';
import { trustedNetworks } from './trusted-networks.ts';

interface Options {
  readonly config: Config;
  readonly log: Logger;
  /** Where the newest lines of the log are kept. */
  readonly lines: RecentLines;
  /** File to take the run down in; with several games each has one, with its name at the end. */
  readonly record: string | null;
}

/** Ends with this when another start has taken the log over: whoever restarts what fails should not restart this. */
export const EXIT_REPLACED = 3;

/** A second signal does not wait any longer. */
const STOP_LIMIT_MS = 30_000;

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/** All that one process runs: its games, each with its own loop and store, and the page about their health. */
export class HostProcess {
  readonly #log: Logger;
  readonly #startedAt = Date.now();
  readonly #running: Running[] = [];
  readonly #audits = new Map<string, AuditLog>();
  readonly announcements: string[] = [];
  #dashboard: Dashboard | null = null;
  #http: FastifyInstance | null = null;
  #httpAt = '';
  #isPlayedInBrowsers = false;
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
      await host.#dashboard?.stop(false);
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

  async #start(options: Options): Promise<void> {
    const { config, record } = options;
    const shards: Shard[] = [];
    try {
      for (const name of config.games) shards.push(await this.#open(name, config));
      const metrics = new Metrics(shards);
      this.#dashboard = await this.#openDashboard(options, shards);
      await this.#serve(config, metrics, [...shards]);
      while (shards.length > 0) {
        const shard = shards[0]!;
        const file = record === null || config.games.length === 1 ? record : `${record}.${shard.name}`;
        const log = this.#log.child({ game: shard.name });
        shards.shift();
        const meter = this.#meterOf(shard.name, metrics);
        const onOver = (failure: StoreError): void => this.#onOver(shard.name, failure);
        this.#running.push(await Running.start({ config, log, shard, meter, record: file, onOver }));
      }
      await this.#dashboard?.started();
    } finally {
      for (const shard of shards) await closeShard(shard, this.#log);
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
        staffEntered: (entry) => {
          audit?.write({ act: 'staff-entered', ...entry });
          if (this.#dashboard?.game === name) this.#dashboard.staffEntered(entry.name);
        },
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

  /** The dashboard looks after the first game that has staff. */
  async #openDashboard({ config, lines }: Options, shards: readonly Shard[]): Promise<Dashboard | null> {
    if (!config.ops.enabled) return null;
    const trusted = trustedNetworks(config);
    for (const shard of shards) {
      const { administration, name } = shard;
      if (administration === null) continue;
      const audit = this.#audits.get(name)!;
      return Dashboard.open({
        config,
        lines,
        log: this.#log.child({ game: name }),
        shard: { ...shard, administration },
        isTrusted: (address) => trusted.has(address),
        audit: (entry) => audit.write(entry),
        status: () => this.#status(config),
      });
    }
    return null;
  }

  async #serve(config: Config, metrics: Metrics, shards: readonly Shard[]): Promise<void> {
    const host = config.listen.httpHost ?? config.listen.host;
    const port = config.listen.httpPort;
    const trusted = trustedNetworks(config);
    const isTrusted = (address: string): boolean => trusted.has(address);
    const pages = shards.flatMap(({ pages }) => (pages === null ? [] : [pages]));
    this.#isPlayedInBrowsers = pages.length > 0;
    const dashboard = this.#dashboard?.routes() ?? [];
    try {
      this.#http = await serveHttp({
        host,
        port,
        isProxy: isTrusted,
        routes: [monitoring({ metrics, shards, isTrusted }), ...dashboard, ...pages],
      });
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      throw new Refusal(`cannot listen on ${host}:${port} (${code ?? message})`);
    }
    this.#httpAt = `${host}:${(this.#http.server.address() as AddressInfo).port}`;
  }

  #meterOf(game: string, metrics: Metrics): LoopMeter {
    const meter = metrics.meterOf(game);
    const other = this.#dashboard?.game === game ? this.#dashboard.meter : null;
    if (other === null) return meter;
    return {
      step: (phases) => {
        meter.step(phases);
        other.step(phases);
      },
      flush: (ms) => {
        meter.flush(ms);
        other.flush(ms);
      },
    };
  }

  #status({ name }: Config): Omit<Status, 'afterCrash'> {
    return {
      name,
      version,
      node: process.version,
      startedAt: new Date(this.#startedAt).toISOString(),
      uptimeSeconds: Math.floor((Date.now() - this.#startedAt) / 1000),
      games: this.#running.map(({ game, name, ports }) => ({
        name,
        tick: game.tick,
        worldMs: Math.floor(game.world.nowMs),
        ports: ports.map(({ at, title }) => ({ name: title, at })),
      })),
    };
  }

  /** Where everybody goes, for the ready line. */
  addresses(): string {
    return [...this.#running.map((running) => running.addresses()), `http=${this.#httpAt}`].join(' ');
  }

  /** The same in words, a line for each way in. */
  invitations(): string[] {
    const here = (at: string): string => at.replace(/^(0\.0\.0\.0|\[?::\]?)(?=:\d+$)/, 'localhost');
    const web = `http://${here(this.#httpAt)}`;
    return [
      ...this.#running.flatMap(({ ports }) => ports.map(({ at, title }) => `${title}: ${here(at)}`)),
      ...(this.#isPlayedInBrowsers ? [`play in a browser: ${web}/`] : []),
      ...(this.#dashboard === null ? [] : [`dashboard: ${web}${DASHBOARD_PATH.slice(0, -1)}`]),
    ];
  }

  #onSignal(signal: string): void {
    if (this.#isStopping) process.exit(1);
    void this.stop(signal);
  }

  /** A game cannot save any more, so the process makes room for one that can. */
  #onOver(game: string, { code, message }: StoreError): void {
    const isReplaced = code === 'GMG_STORE_EPOCH';
    process.exitCode = isReplaced ? EXIT_REPLACED : 1;
    const advice = isReplaced
      ? 'another start of this shard writes its log now, and players belong there; see that this one is not started again'
      : 'start the shard again: all that was durable is there';
    this.#log.error(
      { game, code, problem: message, advice },
      'nothing can be saved any more: the shard ends',
    );
    void this.stop(isReplaced ? 'replaced' : 'store-ended');
  }

  /** Ends all games, each when it is saved, and then the process's own things. */
  async stop(why: string): Promise<void> {
    if (this.#isStopping) return;
    this.#isStopping = true;
    this.#log.info({ why }, 'stopping');
    setTimeout(() => process.exit(process.exitCode ?? 1), STOP_LIMIT_MS).unref();
    await this.#http?.close();
    let isSaved = true;
    await Promise.all(
      this.#running.map((running) =>
        running.stop().catch((error: Error) => {
          this.#log.error({ game: running.name, error: error.message }, 'stopped with records unsaved');
          process.exitCode ??= 1;
          isSaved = false;
        }),
      ),
    );
    await this.#dashboard?.stop(isSaved);
    for (const audit of this.#audits.values()) await audit.close();
    this.#log.info('stopped');
    this.#end();
  }
}
