/** What a ring holds: times in milliseconds since 1970, and for each series as many values; null where there was none. */
export interface Span {
  readonly times: readonly number[];
  readonly series: Readonly<Record<string, readonly (number | null)[]>>;
}

/** The newest values of several series, in memory that is taken once. */
export class Ring {
  readonly #capacity: number;
  readonly #times: Float64Array;
  readonly #columns = new Map<string, Float64Array>();
  #pushed = 0;

  constructor(names: readonly string[], capacity: number) {
    this.#capacity = capacity;
    this.#times = new Float64Array(capacity);
    for (const name of names) this.#columns.set(name, new Float64Array(capacity));
  }

  /** A series that `values` lacks has no value at this time. */
  push(wallMs: number, values: Readonly<Record<string, number>>): void {
    const at = this.#pushed++ % this.#capacity;
    this.#times[at] = wallMs;
    for (const [name, column] of this.#columns) column[at] = values[name] ?? Number.NaN;
  }

  /** Oldest first. `names`: all, unless some are asked for; `most`: so many of the newest. */
  read(names: readonly string[] = [...this.#columns.keys()], most = this.#capacity): Span {
    const series: Record<string, (number | null)[]> = {};
    for (const name of names) {
      const column = this.#columns.get(name);
      if (column !== undefined)
        series[name] = this.#inOrder(column)
          .slice(-most)
          .map((value) => (Number.isNaN(value) ? null : value));
    }
    return { times: this.#inOrder(this.#times).slice(-most), series };
  }

  #inOrder(column: Float64Array): number[] {
    const next = this.#pushed % this.#capacity;
    if (this.#pushed < this.#capacity) return [...column.subarray(0, next)];
    return [...column.subarray(next), ...column.subarray(0, next)];
  }
}

/** A span with a row of nulls where it has no values for more than two and a half steps: a line through it would be a lie. */
export function withGaps({ series, times }: Span, stepMs: number): Span {
  const gaps = times.flatMap((at, i) => (i > 0 && at - times[i - 1]! > 2.5 * stepMs ? [i] : []));
  if (gaps.length === 0) return { series, times };
  const split = <T>(values: readonly T[], filler: (i: number) => T): T[] =>
    values.flatMap((value, i) => (gaps.includes(i) ? [filler(i), value] : [value]));
  return {
    times: split(times, (i) => times[i - 1]! + stepMs),
    series: Object.fromEntries(
      Object.entries(series).map(([name, values]) => [name, split<number | null>(values, () => null)]),
    ),
  };
}
