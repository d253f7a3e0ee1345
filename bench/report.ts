import type { Measurement } from './measure.ts';

/** Medians of all runs of one load. */
export interface Summary {
  readonly name: string;
  readonly seconds: number;
  readonly bots: number;
  readonly cpuSeconds: number;
  readonly rssMib: number;
  readonly steps: number;
  readonly denied: number;
  readonly moves: number;
  readonly ackMs: Measurement['ackMs'];
  /** Faults of all runs together. */
  readonly errors: number;
}

export interface Result extends Summary {
  /** The least that a delivered move can cost; null when it was not measured. */
  readonly floorMicroseconds: number | null;
}

export function summarise(name: string, seconds: number, runs: readonly Measurement[]): Summary {
  const of = (pick: (run: Measurement) => number): number => median(runs.map(pick));
  return {
    name,
    seconds,
    bots: of(({ bots }) => bots),
    cpuSeconds: of(({ cpuSeconds }) => cpuSeconds),
    rssMib: of(({ rssMib }) => rssMib),
    steps: of(({ steps }) => steps),
    denied: of(({ denied }) => denied),
    moves: of(({ moves }) => moves),
    ackMs: {
      p50: of(({ ackMs }) => ackMs.p50),
      p95: of(({ ackMs }) => ackMs.p95),
      p99: of(({ ackMs }) => ackMs.p99),
    },
    errors: runs.reduce((sum, { errors }) => sum + errors.length, 0),
  };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

const columns: readonly (readonly [title: string, cell: (result: Result) => string])[] = [
  ['load', ({ name }) => name],
  ['bots', ({ bots }) => String(bots)],
  ['CPU s', ({ cpuSeconds }) => cpuSeconds.toFixed(2)],
  ['CPU %', ({ cpuSeconds, seconds }) => ((cpuSeconds / seconds) * 100).toFixed(1)],
  ['steps/s', ({ seconds, steps }) => (steps / seconds).toFixed(0)],
  ['denied', ({ denied }) => String(denied)],
  ['moves/s', ({ moves, seconds }) => (moves / seconds).toFixed(0)],
  ['µs/step', ({ cpuSeconds, steps }) => ratio(cpuSeconds * 1e6, steps)],
  ['µs/move', ({ cpuSeconds, moves }) => ratio(cpuSeconds * 1e6, moves)],
  ['floor µs/move', ({ floorMicroseconds }) => floorMicroseconds?.toFixed(2) ?? '-'],
  [
    'x floor',
    ({ cpuSeconds, floorMicroseconds, moves }) =>
      floorMicroseconds === null ? '-' : ratio(cpuSeconds * 1e6, moves * floorMicroseconds),
  ],
  ['ack p50 ms', ({ ackMs }) => ackMs.p50.toFixed(1)],
  ['p95', ({ ackMs }) => ackMs.p95.toFixed(1)],
  ['p99', ({ ackMs }) => ackMs.p99.toFixed(1)],
  ['RSS MiB', ({ rssMib }) => rssMib.toFixed(0)],
  ['errors', ({ errors }) => String(errors)],
];

function ratio(a: number, b: number): string {
  return b === 0 ? '-' : (a / b).toFixed(2);
}

/** A Markdown table, one line for each load. */
export function table(results: readonly Result[]): string {
  const rows = [
    columns.map(([title]) => title),
    columns.map(([title]) => (title === 'load' ? '---' : '---:')),
    ...results.map((result) => columns.map(([, cell]) => cell(result))),
  ];
  return rows.map((row) => `| ${row.join(' | ')} |\n`).join('');
}
