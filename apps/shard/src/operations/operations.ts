import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { type Alert, alert, type EntityChange, type Job, job } from '@gommog/staff-api';
import { z } from 'zod';
import type { Config } from '../config/load.ts';
import type { Logger } from '../logger.ts';
import type { Shard } from '../shard.ts';
import { Alerts } from './alerts.ts';
import { type AuditFilter, type AuditPage, type AuditView, readAuditTrail } from './audit-trail.ts';
import { Backups } from './backups.ts';
import { type KeptDelivery, keptDelivery } from './deliveries.ts';
import { type EntityChanges, EntityHistories } from './entity-history.ts';
import { FigureHistory } from './figure-history.ts';
import type { Values } from './figure-list.ts';
import { Figures } from './figures.ts';
import { KeptFile } from './kept-file.ts';
import { LineHistory } from './line-history.ts';
import { ProcessReading } from './process-reading.ts';
import { KEPT_LINES, type RecentLines } from './recent-lines.ts';
import { type ChangedThresholds, changedThresholds, Thresholds } from './thresholds.ts';
import { Webhooks } from './webhooks.ts';

/** What operators see and do besides the world itself. */
export interface Operations {
  readonly figures: Figures;
  readonly alerts: Alerts;
  readonly thresholds: Thresholds;
  readonly webhooks: Webhooks;
  readonly backups: Backups;
  readonly lines: RecentLines;
  history(serial: number, isWanted: (change: EntityChange) => boolean): Promise<EntityChanges | 'busy'>;
  auditTrail(filter: AuditFilter, view: AuditView): Promise<AuditPage>;
  /** Calls back after each second's figures; what it returns ends that. */
  onSecond(listener: (wallMs: number) => void): () => void;
}

interface Options {
  readonly config: Config;
  readonly log: Logger;
  readonly lines: RecentLines;
  readonly shard: Pick<Shard, 'data' | 'game' | 'name' | 'publisher' | 'store'>;
}

const SECOND_MS = 1_000;
/** How often the disk is asked how full it is, in seconds. */
const DISK_EVERY = 30;
/** Of each of the two files of the log's lines. */
const MOST_LINE_BYTES = 8 * 1024 * 1024;

/** What outlives the process, in the folder `operations` of the data folder. */
interface Kept {
  readonly alerts: KeptFile<Alert[]>;
  readonly deliveries: KeptFile<KeptDelivery[]>;
  readonly jobs: KeptFile<Job[]>;
  readonly thresholds: KeptFile<ChangedThresholds>;
  readonly history: FigureHistory;
  readonly lines: LineHistory;
}

async function openKept(data: string, log: Logger): Promise<Kept> {
  const folder = join(data, 'operations');
  const onProblem = (problem: string): void => log.warn({ problem }, 'operations');
  return {
    alerts: await KeptFile.open(join(folder, 'alerts.json'), z.array(alert), [], onProblem),
    deliveries: await KeptFile.open(join(folder, 'deliveries.json'), z.array(keptDelivery), [], onProblem),
    jobs: await KeptFile.open(join(folder, 'jobs.json'), z.array(job), [], onProblem),
    thresholds: await KeptFile.open(join(folder, 'thresholds.json'), changedThresholds, {}, onProblem),
    history: new FigureHistory(folder, onProblem),
    lines: new LineHistory({
      file: join(folder, 'log.jsonl'),
      most: KEPT_LINES,
      mostBytes: MOST_LINE_BYTES,
      onProblem,
    }),
  };
}

/** The operations of a shard that runs: they look at it each second until they are stopped. */
export class RunningOperations implements Operations {
  readonly figures: Figures;
  readonly alerts: Alerts;
  readonly thresholds: Thresholds;
  readonly webhooks: Webhooks;
  readonly backups: Backups;
  readonly lines: RecentLines;
  readonly #data: string;
  readonly #kept: Kept;
  readonly #histories: EntityHistories;
  readonly #process = new ProcessReading();
  readonly #listeners = new Set<(wallMs: number) => void>();
  readonly #timer: NodeJS.Timeout;
  #diskFree: Values = {};
  #seconds = 0;

  static async open(options: Options): Promise<RunningOperations> {
    const kept = await openKept(options.shard.data, options.log);
    options.lines.resume(await kept.lines.read(), (line) => kept.lines.add(line));
    return new RunningOperations(options, kept, await kept.history.read());
  }

  private constructor(
    { config, lines, log, shard }: Options,
    kept: Kept,
    past: Awaited<ReturnType<FigureHistory['read']>>,
  ) {
    const { alerts, backups, webhooks } = config.ops;
    const { queue } = shard.store;
    this.lines = lines;
    this.#data = shard.data;
    this.#kept = kept;
    this.#histories = new EntityHistories(shard.data);
    this.backups = new Backups(shard.data, backups, {
      past: kept.jobs.value,
      keep: (jobs) => {
        kept.jobs.value = [...jobs];
      },
    });
    this.webhooks = new Webhooks({
      ...webhooks,
      shard: config.name,
      past: kept.deliveries.value,
      keep: (deliveries) => {
        kept.deliveries.value = [...deliveries];
      },
      fetch: globalThis.fetch,
      after: (ms, callback) => void setTimeout(callback, ms).unref(),
      onGivenUp: (event, url, problem) =>
        log.warn({ event, host: new URL(url).host, problem }, 'a webhook is given up'),
    });
    this.figures = new Figures({
      gauges: () => ({ ...shard.game.gauges() }),
      saving: () => savingOf(queue),
      process: () => ({ ...this.#process.take(), ...this.#diskFree }),
      past,
      keepMinute: (minute) => kept.history.add(minute),
    });
    this.thresholds = new Thresholds(alerts, kept.thresholds);
    this.alerts = new Alerts({
      thresholds: () => this.thresholds.values,
      failures: () => ({
        log: queue.failure?.message ?? null,
        image: imageFailureOf(queue),
        topic: topicFailureOf(shard),
      }),
      past: kept.alerts.value,
      tell: ({ kind, text }, change) => {
        log.warn({ kind, text, change }, 'alert');
        return this.webhooks.tell('alert', Date.now(), { change, kind, text });
      },
      keep: (all) => {
        kept.alerts.value = [...all];
      },
    });
    this.#timer = setInterval(() => this.#second(), SECOND_MS);
    this.#timer.unref();
    void this.#lookAtDisk();
  }

  history(serial: number, isWanted: (change: EntityChange) => boolean): Promise<EntityChanges | 'busy'> {
    return this.#histories.of(serial, isWanted);
  }

  auditTrail(filter: AuditFilter, view: AuditView): Promise<AuditPage> {
    return readAuditTrail(join(this.#data, 'audit.log'), filter, view);
  }

  onSecond(listener: (wallMs: number) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#process.close();
    await Promise.all([this.backups.stop(), this.webhooks.stop()]);
    await Promise.all(Object.values(this.#kept).map((each) => each.settled()));
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

/** Events that are lost need somebody to know, even when all is well again. */
function topicFailureOf({ publisher }: Pick<Shard, 'publisher'>): string | null {
  if (publisher === null) return null;
  if (publisher.lost > 0) return `the events of ${publisher.lost} records are lost to the topic`;
  return publisher.failure?.message ?? null;
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
