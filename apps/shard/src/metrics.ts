import { PerformanceObserver } from 'node:perf_hooks';
import type { LoopMeter } from '@gommog/host';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Shard } from './shard.ts';

/** Upper edges of the buckets for parts of a step, in seconds. */
const STEP_BUCKETS = [
  0.00005, 0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1,
];

type Measured = Pick<Shard, 'name' | 'game' | 'publisher' | 'store'>;

/**
 * Everything that Prometheus is told: the loops' phases, the games' gauges, the save queues, each with the label of its game;
 * memory and garbage collection of the process.
 */
export class Metrics {
  readonly #registry = new Registry();
  readonly #shards: readonly Measured[];
  readonly #step: Histogram<'game'>;
  readonly #phase: Histogram<'game' | 'phase'>;
  readonly #gc: Histogram<'kind'>;

  constructor(shards: readonly Measured[]) {
    this.#shards = [...shards];
    const registers = [this.#registry];
    this.#step = new Histogram({
      name: 'gommog_step_seconds',
      help: 'Time of one step with all its phases.',
      labelNames: ['game'],
      buckets: STEP_BUCKETS,
      registers,
    });
    this.#phase = new Histogram({
      name: 'gommog_phase_seconds',
      help: 'Time of one phase of a step: simulate, commit, present; and of a flush of views.',
      labelNames: ['game', 'phase'],
      buckets: STEP_BUCKETS,
      registers,
    });
    this.#gc = new Histogram({
      name: 'gommog_gc_seconds',
      help: 'Pauses of the garbage collector.',
      labelNames: ['kind'],
      buckets: STEP_BUCKETS,
      registers,
    });
    collectDefaultMetrics({ register: this.#registry });
    this.#watchGarbage();
    this.#gauge('gommog_tick', 'Number of the newest step.', ({ game }) => game.tick);
    for (const name of new Set(this.#shards.flatMap(({ game }) => Object.keys(game.gauges())))) {
      const help = `Game: ${name.replaceAll('_', ' ')}.`;
      if (name.endsWith('_total')) this.#counter(`gommog_${name}`, help, ({ game }) => game.gauges()[name]);
      else this.#gauge(`gommog_${name}`, help, ({ game }) => game.gauges()[name]);
    }
    this.#watchSaving();
  }

  /** What a game's loop tells its times to. */
  meterOf(game: string): LoopMeter {
    return {
      step: ({ commit, present, simulate }) => {
        this.#step.observe({ game }, (simulate + commit + present) / 1000);
        this.#phase.observe({ game, phase: 'simulate' }, simulate / 1000);
        this.#phase.observe({ game, phase: 'commit' }, commit / 1000);
        this.#phase.observe({ game, phase: 'present' }, present / 1000);
      },
      flush: (ms) => this.#phase.observe({ game, phase: 'flush' }, ms / 1000),
    };
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  text(): Promise<string> {
    return this.#registry.metrics();
  }

  #watchSaving(): void {
    this.#gauge(
      'gommog_save_pending_records',
      'Commit records that are not durable yet.',
      ({ store }) => store.queue.metrics.pendingRecords,
    );
    this.#gauge('gommog_save_pending_bytes', 'Their bytes.', ({ store }) => store.queue.metrics.pendingBytes);
    this.#gauge(
      'gommog_save_lag_seconds',
      'Age of the oldest record that is not durable.',
      ({ store }) => store.queue.metrics.lagMs / 1000,
    );
    this.#gauge('gommog_save_failing', '1 while the commit log cannot be written.', ({ store }) =>
      store.queue.failure === null ? 0 : 1,
    );
    this.#gauge(
      'gommog_save_durable_sequence',
      'Newest durable commit record.',
      ({ store }) => store.queue.durableSequence,
    );
    this.#gauge(
      'gommog_save_image_lag_records',
      'Durable records that no image has.',
      ({ store }) => store.queue.metrics.imageLag,
    );
    this.#watchImages();
    this.#gauge(
      'gommog_topic_lag_records',
      'Durable records whose events are not published yet.',
      ({ publisher }) => publisher?.lag,
    );
    this.#gauge('gommog_topic_failing', '1 while the topic cannot be written.', ({ publisher }) =>
      publisher === null ? undefined : Number(publisher.failure !== null),
    );
    this.#counter(
      'gommog_topic_lost_records_total',
      'Records whose events are lost to the topic: it was out of reach for longer than the log keeps them.',
      ({ publisher }) => publisher?.lost,
    );
    this.#gauge(
      'gommog_save_sync_seconds',
      'Newest flush to the disk.',
      ({ store }) => store.queue.metrics.lastSyncMs / 1000,
    );
  }

  #watchImages(): void {
    const shards = this.#shards;
    const images = (
      name: string,
      help: string,
      read: (image: Measured['store']['queue']['metrics']['images'][number]) => number,
    ) =>
      new Gauge({
        name,
        help,
        labelNames: ['game', 'image'],
        registers: [this.#registry],
        collect() {
          for (const { name: game, store } of shards) {
            for (const image of store.queue.metrics.images)
              this.set({ game, image: image.name }, read(image));
          }
        },
      });
    images('gommog_image_lag_records', 'Durable records that this image lacks.', ({ lag }) => lag);
    images('gommog_image_follows', '1 while this image follows the log, else 0.', ({ state }) =>
      state === 'following' ? 1 : 0,
    );
  }

  /** `read` gives undefined for a game that has no such thing. */
  #gauge(name: string, help: string, read: (shard: Measured) => number | undefined): void {
    const shards = this.#shards;
    new Gauge({
      name,
      help,
      labelNames: ['game'],
      registers: [this.#registry],
      collect() {
        for (const shard of shards) {
          const value = read(shard);
          if (value !== undefined) this.set({ game: shard.name }, value);
        }
      },
    });
  }

  /** A counter that the game keeps itself. */
  #counter(name: string, help: string, read: (shard: Measured) => number | undefined): void {
    const shards = this.#shards;
    new Counter({
      name,
      help,
      labelNames: ['game'],
      registers: [this.#registry],
      collect() {
        this.reset();
        for (const shard of shards) this.inc({ game: shard.name }, read(shard) ?? 0);
      },
    });
  }

  #watchGarbage(): void {
    const kinds: Readonly<Record<number, string>> = {
      1: 'scavenge',
      4: 'mark-compact',
      8: 'incremental',
      16: 'weak',
    };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { kind = 0 } = (entry as { detail?: { kind?: number } }).detail ?? {};
        this.#gc.observe({ kind: kinds[kind] ?? 'other' }, entry.duration / 1000);
      }
    }).observe({ entryTypes: ['gc'] });
  }
}
