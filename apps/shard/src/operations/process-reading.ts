import { monitorEventLoopDelay, PerformanceObserver } from 'node:perf_hooks';
import type { Values } from './figure-list.ts';

const RESOLUTION_MS = 10;

/** What the process itself costs since the last reading. */
export class ProcessReading {
  readonly #delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  readonly #observer: PerformanceObserver;
  #gcMs = 0;
  #cpu = process.cpuUsage();
  #at = performance.now();

  constructor() {
    this.#observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) this.#gcMs += duration;
    });
    this.#observer.observe({ entryTypes: ['gc'] });
    this.#delay.enable();
  }

  take(): Values {
    const now = performance.now();
    const cpu = process.cpuUsage(this.#cpu);
    const { heapUsed, rss } = process.memoryUsage();
    const ms = Math.max(1, now - this.#at);
    const values = {
      cpu: ((cpu.user + cpu.system) / 1000 / ms) * 100,
      memory: rss,
      heap: heapUsed,
      gc: this.#gcMs,
      // The monitor counts its own sleep.
      loop_delay_p99: Math.max(0, this.#delay.percentile(99) / 1e6 - RESOLUTION_MS),
    };
    this.#cpu = process.cpuUsage();
    this.#at = now;
    this.#gcMs = 0;
    this.#delay.reset();
    return values;
  }

  close(): void {
    this.#observer.disconnect();
    this.#delay.disable();
  }
}
