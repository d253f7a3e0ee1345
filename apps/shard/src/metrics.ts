import { PerformanceObserver } from 'node:perf_hooks';
import type { Game } from '@gommog/core';
import type { LoopMeter } from '@gommog/host';
import type { SaveQueue } from '@gommog/store';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Upper edges of the buckets for parts of a step, in seconds. */
const STEP_BUCKETS = [
  0.00005, 0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1,
];

/** Everything that Prometheus is told: the loop's phases, the game's gauges, the save queue, memory and garbage collection. */
export class Metrics implements LoopMeter {
  readonly #registry = new Registry();
  readonly #step: Histogram;
  readonly #phase: Histogram<'phase'>;
  readonly #gc: Histogram<'kind'>;

  constructor(game: Game, queue: SaveQueue) {
    const registers = [this.#registry];
    this.#step = new Histogram({
      name: 'gommog_step_seconds',
      help: 'Time of one step with all its phases.',
      buckets: STEP_BUCKETS,
      registers,
    });
    this.#phase = new Histogram({
      name: 'gommog_phase_seconds',
      help: 'Time of one phase of a step: simulate, commit, present; and of a flush of views.',
      labelNames: ['phase'],
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
    this.#gauge('gommog_tick', 'Number of the newest step.', () => game.tick);
    for (const name of Object.keys(game.gauges())) {
      if (name.endsWith('_total')) this.#counter(`gommog_${name}`, () => game.gauges()[name] ?? 0);
      else
        this.#gauge(`gommog_${name}`, `Game: ${name.replaceAll('_', ' ')}.`, () => game.gauges()[name] ?? 0);
    }
    this.#gauge(
      'gommog_save_pending_records',
      'Commit records that are not durable yet.',
      () => queue.metrics.pendingRecords,
    );
    this.#gauge('gommog_save_pending_bytes', 'Their bytes.', () => queue.metrics.pendingBytes);
    this.#gauge(
      'gommog_save_lag_seconds',
      'Age of the oldest record that is not durable.',
      () => queue.metrics.lagMs / 1000,
    );
    this.#gauge('gommog_save_durable_sequence', 'Newest durable commit record.', () => queue.durableSequence);
    this.#gauge(
      'gommog_save_image_lag_records',
      'Durable records that the image lacks.',
      () => queue.metrics.imageLag,
    );
    this.#gauge(
      'gommog_save_sync_seconds',
      'Newest flush to the disk.',
      () => queue.metrics.lastSyncMs / 1000,
    );
  }

  step({ simulate, commit, present }: { simulate: number; commit: number; present: number }): void {
    this.#step.observe((simulate + commit + present) / 1000);
    this.#phase.observe({ phase: 'simulate' }, simulate / 1000);
    this.#phase.observe({ phase: 'commit' }, commit / 1000);
    this.#phase.observe({ phase: 'present' }, present / 1000);
  }

  flush(ms: number): void {
    this.#phase.observe({ phase: 'flush' }, ms / 1000);
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  text(): Promise<string> {
    return this.#registry.metrics();
  }

  #gauge(name: string, help: string, read: () => number): void {
    new Gauge({
      name,
      help,
      registers: [this.#registry],
      collect() {
        this.set(read());
      },
    });
  }

  /** A counter that the game keeps itself. */
  #counter(name: string, read: () => number): void {
    new Counter({
      name,
      help: `Game: ${name.replaceAll('_', ' ')}.`,
      registers: [this.#registry],
      collect() {
        this.reset();
        this.inc(read());
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
