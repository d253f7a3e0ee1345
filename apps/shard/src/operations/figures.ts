import { Histogram } from '@gommog/bots';
import type { LoopMeter } from '@gommog/host';
import { figureList, merged, type Values } from './figure-list.ts';
import { Ring, type Span } from './ring.ts';

/** What figures are read from, each second. */
export interface FigureSources {
  /** The game's gauges; those that end in `_total` are counters. */
  readonly gauges: () => Values;
  readonly saving: () => Values;
  readonly process: () => Values;
}

const SECONDS = 600;
const MINUTES = 1440;
const MINUTE = 60;

/** The game's counters, and the figure that each is as a rate. */
const rates: Readonly<Record<string, string>> = {
  bytes_received_total: 'bytes_in',
  packet_bytes_sent_total: 'bytes_out',
  packets_received_total: 'packets_in',
  packets_sent_total: 'packets_out',
};

/** Every figure of a running game each second for ten minutes, and each minute for a day. */
export class Figures {
  readonly #sources: FigureSources;
  readonly #seconds: Ring;
  readonly #minutes: Ring;
  readonly #phases = {
    step: new Histogram(),
    simulate: new Histogram(),
    commit: new Histogram(),
    present: new Histogram(),
    flush: new Histogram(),
  };
  #counters: Values = {};
  #countedAt = 0;
  #minute: Values[] = [];
  newest: Values = {};

  constructor(sources: FigureSources) {
    this.#sources = sources;
    const names = figureList.map(({ name }) => name);
    this.#seconds = new Ring(names, SECONDS);
    this.#minutes = new Ring(names, MINUTES);
  }

  /** What the loop tells its times to. */
  readonly meter: LoopMeter = {
    step: ({ commit, present, simulate }) => {
      this.#phases.step.add(simulate + commit + present);
      this.#phases.simulate.add(simulate);
      this.#phases.commit.add(commit);
      this.#phases.present.add(present);
    },
    flush: (ms) => this.#phases.flush.add(ms),
  };

  /** Takes down a second. `nowMs`: on a clock that never goes back. */
  sample(wallMs: number, nowMs: number): Values {
    const gauges = this.#sources.gauges();
    const values: Record<string, number> = {
      ...this.#sources.process(),
      ...this.#sources.saving(),
      ...this.#rates(gauges, nowMs),
    };
    for (const name of ['players', 'sessions', 'intents_waiting', 'timers']) {
      if (gauges[name] !== undefined) values[name] = gauges[name];
    }
    for (const [phase, durations] of Object.entries(this.#phases)) {
      if (phase === 'step') values['steps'] = durations.count;
      values[`${phase}_p50`] = durations.percentile(50);
      values[`${phase}_p99`] = durations.percentile(99);
      durations.clear();
    }
    this.newest = values;
    this.#seconds.push(wallMs, values);
    this.#minute.push(values);
    if (this.#minute.length === MINUTE) {
      this.#minutes.push(wallMs, merged(this.#minute));
      this.#minute = [];
    }
    return values;
  }

  read(span: 'minutes' | 'day', names?: readonly string[]): Span {
    return (span === 'day' ? this.#minutes : this.#seconds).read(names);
  }

  #rates(gauges: Values, nowMs: number): Record<string, number> {
    const seconds = (nowMs - this.#countedAt) / 1000;
    const isFirst = this.#countedAt === 0;
    const values: Record<string, number> = {};
    for (const [counter, name] of Object.entries(rates)) {
      const count = gauges[counter];
      if (count === undefined) continue;
      values[name] = isFirst || seconds <= 0 ? 0 : (count - (this.#counters[counter] ?? 0)) / seconds;
    }
    this.#counters = gauges;
    this.#countedAt = nowMs;
    return values;
  }
}
