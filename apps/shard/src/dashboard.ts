import type { LoopMeter } from '@gommog/host';
import type { Status } from '@gommog/staff-api';
import type { FastifyPluginAsync } from 'fastify';
import type { Administration } from './api/administration.ts';
import { api } from './api/api.ts';
import { Tokens } from './api/tokens.ts';
import type { Config } from './config/load.ts';
import type { Logger } from './logger.ts';
import { RunningOperations } from './operations/operations.ts';
import type { RecentLines } from './operations/recent-lines.ts';
import { RunningMark } from './operations/running-mark.ts';
import { appPages } from './pages/app-pages.ts';
import { buildApp, builtFolder, ops } from './pages/build-app.ts';
import type { Shard } from './shard.ts';

export const DASHBOARD_PATH = '/ops/';

interface Options {
  readonly config: Config;
  readonly log: Logger;
  readonly lines: RecentLines;
  readonly shard: Shard & { readonly administration: Administration };
  readonly isTrusted: (address: string) => boolean;
  readonly audit: (entry: Readonly<Record<string, unknown>>) => void;
  readonly status: () => Omit<Status, 'afterCrash'>;
}

/** The API for staff and the pages that stand on it, for one game. */
export class Dashboard {
  readonly #options: Options;
  readonly #operations: RunningOperations;
  readonly #tokens: Tokens;
  readonly #mark: RunningMark;
  readonly #afterCrash: boolean;

  /** Throws Refusal when a file of the data folder is not what it should be. */
  static async open(options: Options): Promise<Dashboard> {
    const { log, shard } = options;
    await buildApp(ops).catch((error: Error) => log.warn({ error: error.message }, 'dashboard not built'));
    const mark = new RunningMark(shard.data);
    const tokens = await Tokens.open(shard.data);
    const wasLeft = await mark.wasLeft();
    return new Dashboard(options, await RunningOperations.open(options), tokens, mark, wasLeft);
  }

  private constructor(
    options: Options,
    operations: RunningOperations,
    tokens: Tokens,
    mark: RunningMark,
    afterCrash: boolean,
  ) {
    this.#options = options;
    this.#tokens = tokens;
    this.#mark = mark;
    this.#afterCrash = afterCrash;
    this.#operations = operations;
  }

  /** Name of the game that it looks after. */
  get game(): string {
    return this.#options.shard.name;
  }

  /** What the game's loop tells its times to. */
  get meter(): LoopMeter {
    return this.#operations.figures.meter;
  }

  routes(): FastifyPluginAsync[] {
    const { audit, isTrusted, shard, status } = this.#options;
    return [
      api({
        administration: shard.administration,
        operations: this.#operations,
        status: () => ({ ...status(), afterCrash: this.#afterCrash }),
        tokens: this.#tokens,
        now: () => performance.now(),
        isTrusted,
        audit,
      }),
      appPages(builtFolder(ops), DASHBOARD_PATH),
    ];
  }

  /** The game runs. */
  async started(): Promise<void> {
    await this.#mark.set();
    if (!this.#afterCrash) return;
    this.#options.log.warn('the shard before did not end as it should: nothing durable is lost');
    this.#operations.webhooks.tell('crash-recovered', Date.now(), {});
  }

  /** Staff have come into the world. */
  staffEntered(name: string): void {
    this.#operations.webhooks.tell('staff-login', Date.now(), { to: 'world', name });
  }

  /** `isSaved`: the game has ended as it should. */
  async stop(isSaved: boolean): Promise<void> {
    await this.#operations.stop();
    if (isSaved) await this.#mark.clear();
  }
}
