import { Histogram } from '@gommog/bots';
import type { LoopMeter } from '@gommog/host';
import type { SpanName } from '@gommog/staff-api';
import type { KeptMinute } from './figure-history.ts';
import { figureList, merged, type Values } from './figure-list.ts';
import { Ring, type Span, withGaps } from './ring.ts';

/** What figures are read from, each second. */
export interface FigureSources {
  /** The game's gauges; those that end in `_total` are counters. */
  readonly gauges: () => Values;
  readonly saving: () => Values;
  readonly process: () => Values;
  /** Minutes of before, oldest first. */
  readonly past: readonly KeptMinute[];
  readonly keepMinute: (minute: KeptMinute) => void;
}

const SECONDS = 900;
const MINUTES = 1440;
const QUARTERS = 672;
const MINUTE = 60;
const MINUTES_OF_HOURS = 360;
const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const QUARTER_MS = 900_000;

/** The game's counters, and the figure that each is as a rate. */
const rates: Readonly<Record<string, string>> = {
  bytes_received_total: 'bytes_in',
  packet_bytes_sent_total: 'bytes_out',
  packets_received_total: 'packets_in',
  packets_sent_total: 'packets_out',
};

/** Every figure of a running game: each second of 15 minutes, each minute of a day, each quarter of an hour of a week. */
export class Figures {
  readonly #sources: FigureSources;
  readonly #seconds: Ring;
  readonly #minutes: Ring;
  readonly #quarters: Ring;
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
  #quarter: KeptMinute[] = [];
  newest: Values = {};

  constructor(sources: FigureSources) {
    this.#sources = sources;
    const names = figureList.map(({ name }) => name);
    this.#seconds = new Ring(names, SECONDS);
    this.#minutes = new Ring(names, MINUTES);
    this.#quarters = new Ring(names, QUARTERS);
    for (const minute of sources.past) this.#addMinute(minute);
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
      const minute = { at: wallMs, values: merged(this.#minute) };
      this.#addMinute(minute);
      this.#sources.keepMinute(minute);
      this.#minute = [];
    }
    return values;
  }

  /** Null where the shard did not run. */
  read(span: SpanName, names?: readonly string[]): Span {
    if (span === 'minutes') return withGaps(this.#seconds.read(names), SECOND_MS);
    if (span === 'week') return withGaps(this.#quarters.read(names), QUARTER_MS);
    const most = span === 'hours' ? MINUTES_OF_HOURS : MINUTES;
    return withGaps(this.#minutes.read(names, most), MINUTE_MS);
  }

  #addMinute(minute: KeptMinute): void {
    this.#minutes.push(minute.at, minute.values);
    const quarterOf = ({ at }: KeptMinute): number => Math.floor(at / QUARTER_MS);
    const [first] = this.#quarter;
    if (first !== undefined && quarterOf(first) !== quarterOf(minute)) {
      const last = this.#quarter.at(-1)!;
      this.#quarters.push(last.at, merged(this.#quarter.map(({ values }) => values)));
      this.#quarter = [];
    }
    this.#quarter.push(minute);
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
