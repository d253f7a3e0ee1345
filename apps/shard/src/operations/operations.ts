import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../config/load.ts';
import type { Logger } from '../logger.ts';
import type { Shard } from '../shard.ts';
import { Alerts } from './alerts.ts';
import { type AuditFilter, type AuditPage, readAuditTrail } from './audit-trail.ts';
import { Backups } from './backups.ts';
import { type EntityChange, EntityHistories } from './entity-history.ts';
import type { Values } from './figure-list.ts';
import { Figures } from './figures.ts';
import { ProcessReading } from './process-reading.ts';
import type { RecentLines } from './recent-lines.ts';
import { Webhooks } from './webhooks.ts';

/** What operators see and do besides the world itself. */
export interface Operations {
  readonly figures: Figures;
  readonly alerts: Alerts;
  readonly webhooks: Webhooks;
  readonly backups: Backups;
  readonly lines: RecentLines;
  history(serial: number): Promise<readonly EntityChange[] | 'busy'>;
  auditTrail(filter: AuditFilter): Promise<AuditPage>;
  /** Calls back after each second's figures; what it returns ends that. */
  onSecond(listener: (wallMs: number) => void): () => void;
}

interface Options {
  readonly config: Config;
  readonly log: Logger;
  readonly lines: RecentLines;
  readonly shard: Pick<Shard, 'data' | 'game' | 'name' | 'store'>;
}

const MIB = 1_048_576;
const SECOND_MS = 1_000;
/** How often the disk is asked how full it is, in seconds. */
const DISK_EVERY = 30;

/** The operations of a shard that runs: they look at it each second until they are stopped. */
export class RunningOperations implements Operations {
  readonly figures: Figures;
  readonly alerts: Alerts;
  readonly webhooks: Webhooks;
  readonly backups: Backups;
  readonly lines: RecentLines;
  readonly #data: string;
  readonly #histories: EntityHistories;
  readonly #process = new ProcessReading();
  readonly #listeners = new Set<(wallMs: number) => void>();
  readonly #timer: NodeJS.Timeout;
  #diskFree: Values = {};
  #seconds = 0;

  constructor({ config, lines, log, shard }: Options) {
    const { alerts, backups, webhooks } = config.ops;
    const { queue } = shard.store;
    this.lines = lines;
    this.#data = shard.data;
    this.#histories = new EntityHistories(shard.data);
    this.backups = new Backups(shard.data, backups);
    this.webhooks = new Webhooks({
      ...webhooks,
      shard: config.name,
      fetch: globalThis.fetch,
      after: (ms, callback) => void setTimeout(callback, ms).unref(),
      onGivenUp: (event, url, problem) =>
        log.warn({ event, host: new URL(url).host, problem }, 'a webhook is given up'),
    });
    this.figures = new Figures({
      gauges: () => ({ ...shard.game.gauges() }),
      saving: () => savingOf(queue),
      process: () => ({ ...this.#process.take(), ...this.#diskFree }),
    });
    this.alerts = new Alerts({
      thresholds: {
        diskFreeBytes: alerts.diskFreeMib * MIB,
        saveLagMs: alerts.saveLagSeconds * 1000,
        stepMs: alerts.stepMs,
      },
      failures: () => ({
        log: queue.failure?.message ?? null,
        image: imageFailureOf(queue),
      }),
      onChange: (alert, change) => {
        log.warn({ kind: alert.kind, text: alert.text, change }, 'alert');
        this.webhooks.tell('alert', Date.now(), { change, kind: alert.kind, text: alert.text });
      },
    });
    this.#timer = setInterval(() => this.#second(), SECOND_MS);
    this.#timer.unref();
    void this.#lookAtDisk();
  }

  history(serial: number): Promise<readonly EntityChange[] | 'busy'> {
    return this.#histories.of(serial);
  }

  auditTrail(filter: AuditFilter): Promise<AuditPage> {
    return readAuditTrail(join(this.#data, 'audit.log'), filter);
  }

  onSecond(listener: (wallMs: number) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#process.close();
    this.backups.stop();
  }

  #second(): void {
    const wallMs = Date.now();
    const values = this.figures.sample(wallMs, performance.now());
    this.alerts.look(values, wallMs);
    for (const listener of this.#listeners) listener(wallMs);
    if (++this.#seconds % DISK_EVERY === 0) void this.#lookAtDisk();
  }

  async #lookAtDisk(): Promise<void> {
    const found = await statfs(this.#data).catch(() => null);
    this.#diskFree = found === null ? {} : { disk_free: found.bavail * found.bsize };
  }
}

/** Why the first of the images that fail does. */
function imageFailureOf({ metrics }: Shard['store']['queue']): string | null {
  const failing = metrics.images.find(({ failure }) => failure !== null);
  return failing === undefined ? null : `${failing.name}: ${failing.failure}`;
}

function savingOf({ durableSequence, metrics }: Shard['store']['queue']): Values {
  return {
    save_lag: metrics.lagMs,
    save_pending_records: metrics.pendingRecords,
    save_pending_bytes: metrics.pendingBytes,
    save_sync: metrics.lastSyncMs,
    image_lag: metrics.imageLag,
    durable_sequence: durableSequence,
  };
}
