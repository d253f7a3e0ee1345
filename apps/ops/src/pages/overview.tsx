import { useEffect, useState } from 'preact/hooks';
import type { FigureSpan, Status, Unit } from '../api/answers.ts';
import { live } from '../api/live.ts';
import { useLoad } from '../api/use-load.ts';
import { linkTo } from '../route.ts';
import { Chart } from '../ui/chart.tsx';
import { duration, figure, time } from '../ui/format.ts';

interface ChartOf {
  readonly title: string;
  readonly unit: Unit;
  /** Figure and label of each line. */
  readonly lines: readonly (readonly [name: string, label: string])[];
}

const charts: readonly ChartOf[] = [
  {
    title: 'Time of a step',
    unit: 'ms',
    lines: [
      ['step_p99', '99 of 100'],
      ['step_p50', 'half'],
    ],
  },
  {
    title: 'Phases, 99 of 100',
    unit: 'ms',
    lines: [
      ['simulate_p99', 'simulate'],
      ['commit_p99', 'commit'],
      ['present_p99', 'present'],
      ['flush_p99', 'flush of views'],
    ],
  },
  {
    title: 'People',
    unit: '',
    lines: [
      ['players', 'in the world'],
      ['sessions', 'connections'],
    ],
  },
  {
    title: 'Traffic',
    unit: 'bytes/s',
    lines: [
      ['bytes_out', 'sent'],
      ['bytes_in', 'received'],
    ],
  },
  {
    title: 'Saving',
    unit: 'ms',
    lines: [
      ['save_lag', 'oldest record'],
      ['save_sync', 'flush of the disk'],
    ],
  },
  {
    title: 'Queues',
    unit: '',
    lines: [
      ['intents_waiting', 'intents'],
      ['save_pending_records', 'records to save'],
      ['image_lag', 'records the image lacks'],
    ],
  },
  {
    title: 'Memory',
    unit: 'bytes',
    lines: [
      ['memory', 'process'],
      ['heap', 'heap'],
    ],
  },
  { title: 'Processor', unit: '%', lines: [['cpu', 'of one core']] },
  {
    title: 'Pauses',
    unit: 'ms',
    lines: [
      ['gc', 'garbage collection'],
      ['loop_delay_p99', 'delay of the thread'],
    ],
  },
];

const SECONDS = 600;
const DAY_EVERY_MS = 30_000;

export function Overview() {
  const [span, setSpan] = useState<'minutes' | 'day'>('minutes');
  const { data: status, error } = useLoad<Status>('/status', 10_000);
  const figures = useFigures(span);
  return (
    <>
      {error !== '' && <p class="problem">{error}</p>}
      {status !== null && <About status={status} />}
      <Tiles />
      <fieldset class="choice">
        <legend>Shown</legend>
        <label>
          <input type="radio" name="span" checked={span === 'minutes'} onChange={() => setSpan('minutes')} />
          10 minutes
        </label>
        <label>
          <input type="radio" name="span" checked={span === 'day'} onChange={() => setSpan('day')} />
          24 hours
        </label>
      </fieldset>
      <div class="charts">
        {figures !== null &&
          charts.map(({ lines, title, unit }) => (
            <Chart
              key={title}
              title={title}
              unit={unit}
              times={figures.times}
              lines={lines.map(([name, label]) => ({ label, values: figures.series[name] ?? [] }))}
            />
          ))}
      </div>
      {figures !== null && <AllFigures figures={figures} />}
    </>
  );
}

/** The figures of a span; those of ten minutes go on with each second that is told live. */
function useFigures(span: 'minutes' | 'day'): FigureSpan | null {
  const { data } = useLoad<FigureSpan>(`/figures?span=${span}`, span === 'day' ? DAY_EVERY_MS : 0);
  const [figures, setFigures] = useState<FigureSpan | null>(null);
  useEffect(() => setFigures(data), [data]);
  const second = live.value;
  useEffect(() => {
    if (second === null || span === 'day') return;
    setFigures((before) => {
      if (before === null || second.at <= (before.times.at(-1) ?? 0)) return before;
      const series = Object.fromEntries(
        Object.entries(before.series).map(([name, values]) => [
          name,
          [...values, second.figures[name] ?? null].slice(-SECONDS),
        ]),
      );
      return { ...before, times: [...before.times, second.at].slice(-SECONDS), series };
    });
  }, [second, span]);
  return figures;
}

function About({ status }: { readonly status: Status }) {
  const { afterCrash, games, node, startedAt, uptimeSeconds, version } = status;
  return (
    <section class="about" aria-label="About the shard">
      {afterCrash && (
        <p class="state bad">⚠ The shard before did not end as it should. What was durable is all here.</p>
      )}
      <dl class="facts">
        <div>
          <dt>Version</dt>
          <dd>
            {version}, Node {node.replace(/^v/, '')}
          </dd>
        </div>
        <div>
          <dt>Running</dt>
          <dd title={time(startedAt)}>for {duration(uptimeSeconds)}</dd>
        </div>
        {games.map((game) => (
          <div key={game.name}>
            <dt>Game {game.name}</dt>
            <dd>{game.ports.map(({ at, name }) => `${name}: ${at}`).join(' · ')}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

const tiles: readonly (readonly [name: string, title: string, unit: Unit])[] = [
  ['players', 'People', ''],
  ['sessions', 'Connections', ''],
  ['step_p99', 'Step, 99 of 100', 'ms'],
  ['steps', 'Steps', '1/s'],
  ['save_lag', 'Saving behind', 'ms'],
  ['bytes_out', 'Sent', 'bytes/s'],
  ['memory', 'Memory', 'bytes'],
  ['cpu', 'Processor', '%'],
];

function Tiles() {
  const second = live.value;
  return (
    <ul class="tiles" aria-label="Now">
      {tiles.map(([name, title, unit]) => (
        <li key={name} data-figure={name}>
          <span>{title}</span>
          <b>{figure(second?.figures[name], unit)}</b>
        </li>
      ))}
      <li data-figure="tick">
        <span>Tick</span>
        <b>{second === null ? '–' : second.tick.toLocaleString('en')}</b>
      </li>
      <li class={(second?.alerts ?? 0) > 0 ? 'bad' : ''}>
        <span>Alerts</span>
        <b>
          {second === null ? (
            '–'
          ) : second.alerts === 0 ? (
            '✓ none'
          ) : (
            <a href={linkTo('alerts')}>⚠ {second.alerts}</a>
          )}
        </b>
      </li>
    </ul>
  );
}

/** Every figure in words: for those who do not see charts, and for what has none. */
function AllFigures({ figures }: { readonly figures: FigureSpan }) {
  const second = live.value;
  return (
    <details>
      <summary>All figures</summary>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">Figure</th>
              <th scope="col">Now</th>
              <th scope="col">Most in this span</th>
            </tr>
          </thead>
          <tbody>
            {figures.figures.map(({ name, title, unit }) => (
              <tr key={name}>
                <th scope="row">{title}</th>
                <td>{figure(second?.figures[name], unit)}</td>
                <td>{figure(most(figures.series[name] ?? []), unit)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

function most(values: readonly (number | null)[]): number | null {
  let found: number | null = null;
  for (const value of values) if (value !== null && (found === null || value > found)) found = value;
  return found;
}
