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

  /** Oldest first. `names`: all, unless some are asked for. */
  read(names: readonly string[] = [...this.#columns.keys()]): Span {
    const series: Record<string, (number | null)[]> = {};
    for (const name of names) {
      const column = this.#columns.get(name);
      if (column !== undefined)
        series[name] = this.#inOrder(column).map((value) => (Number.isNaN(value) ? null : value));
    }
    return { times: this.#inOrder(this.#times), series };
  }

  #inOrder(column: Float64Array): number[] {
    const next = this.#pushed % this.#capacity;
    if (this.#pushed < this.#capacity) return [...column.subarray(0, next)];
    return [...column.subarray(next), ...column.subarray(0, next)];
  }
}
