import type { FigureSpan, SpanName, Status, Unit } from '@gommog/staff-api';
import { useEffect, useState } from 'preact/hooks';
import { live } from '../api/live.ts';
import { useLoad } from '../api/use-load.ts';
import { linkTo } from '../route.ts';
import { Chart } from '../ui/chart.tsx';
import { duration, figure, time } from '../ui/format.ts';
import { Scroll } from '../ui/scroll.tsx';

interface ChartOf {
  readonly title: string;
  readonly about: string;
  readonly unit: Unit;
  /** Figure and label of each line. */
  readonly lines: readonly (readonly [name: string, label: string])[];
}

const groups: readonly (readonly [title: string, charts: readonly ChartOf[]])[] = [
  [
    'People and traffic',
    [
      {
        title: 'People',
        about: 'Who plays, and how many links are open.',
        unit: '',
        lines: [
          ['players', 'in the world'],
          ['sessions', 'connections'],
        ],
      },
      {
        title: 'Traffic',
        about: 'What goes over the network.',
        unit: 'bytes/s',
        lines: [
          ['bytes_out', 'sent'],
          ['bytes_in', 'received'],
        ],
      },
      {
        title: 'Packets',
        about: 'Messages from and to the clients.',
        unit: '1/s',
        lines: [
          ['packets_out', 'sent'],
          ['packets_in', 'received'],
        ],
      },
    ],
  ],
  [
    'Speed',
    [
      {
        title: 'Time of a step',
        about: 'How long the world takes to react. Above 50 ms people feel it.',
        unit: 'ms',
        lines: [
          ['step_p99', 'slowest in a hundred'],
          ['step_p50', 'usual'],
        ],
      },
      {
        title: 'Where that time goes',
        about: 'The slowest in a hundred of each part of a step.',
        unit: 'ms',
        lines: [
          ['simulate_p99', 'rules'],
          ['commit_p99', 'noting changes'],
          ['present_p99', 'telling people'],
          ['flush_p99', 'showing others'],
        ],
      },
      {
        title: 'Pauses',
        about: 'Time in which the process did something else.',
        unit: 'ms',
        lines: [
          ['gc', 'clearing memory (GC)'],
          ['loop_delay_p99', 'late by'],
        ],
      },
    ],
  ],
  [
    'Saving',
    [
      {
        title: 'How late saving is',
        about: 'A crash of the machine can cost no more than this.',
        unit: 'ms',
        lines: [
          ['save_lag', 'oldest change not on disk'],
          ['save_sync', 'disk took'],
        ],
      },
      {
        title: 'What waits',
        about: 'Near zero when all is well.',
        unit: '',
        lines: [
          ['intents_waiting', 'wishes of people'],
          ['save_pending_records', 'changes to save'],
          ['image_lag', 'changes not in the image'],
        ],
      },
      {
        title: 'Saved up to',
        about: 'Number of the newest change that is safe on the disk (durable offset).',
        unit: '',
        lines: [['durable_sequence', 'record']],
      },
    ],
  ],
  [
    'Machine',
    [
      {
        title: 'Memory',
        about: 'What the shard takes of the machine.',
        unit: 'bytes',
        lines: [
          ['memory', 'whole process'],
          ['heap', 'JavaScript (heap)'],
        ],
      },
      {
        title: 'Processor',
        about: '100 % is one core, all the time.',
        unit: '%',
        lines: [['cpu', 'of one core']],
      },
      {
        title: 'Room on the disk',
        about: 'Free where the data folder lies.',
        unit: 'bytes',
        lines: [['disk_free', 'free']],
      },
    ],
  ],
];

const spans: readonly (readonly [name: SpanName, title: string])[] = [
  ['minutes', '15 minutes'],
  ['hours', '6 hours'],
  ['day', '24 hours'],
  ['week', '7 days'],
];

const SECONDS = 900;
const LONG_EVERY_MS = 30_000;

export function Overview() {
  const [span, setSpan] = useState<SpanName>('minutes');
  const { data: status, error } = useLoad<Status>('/status', 10_000);
  const figures = useFigures(span);
  return (
    <>
      {error !== '' && <p class="problem">{error}</p>}
      {status !== null && <About status={status} />}
      <Tiles />
      <fieldset class="choice">
        <legend>Charts of the last</legend>
        {spans.map(([name, title]) => (
          <label key={name}>
            <input type="radio" name="span" checked={span === name} onChange={() => setSpan(name)} />
            {title}
          </label>
        ))}
      </fieldset>
      {figures !== null && figures.times.length < 2 && (
        <p class="dim">The first values of this span come within a quarter of an hour.</p>
      )}
      {figures !== null &&
        groups.map(([title, charts]) => (
          <section key={title} class="stack" aria-label={title}>
            <h2>{title}</h2>
            <div class="charts">
              {charts.map((chart) => (
                <Chart
                  key={chart.title}
                  title={chart.title}
                  about={chart.about}
                  unit={chart.unit}
                  times={figures.times}
                  lines={chart.lines.map(([name, label]) => ({ label, values: figures.series[name] ?? [] }))}
                />
              ))}
            </div>
          </section>
        ))}
      {figures !== null && <AllFigures figures={figures} />}
    </>
  );
}

/** The figures of a span; those of 15 minutes go on with each second that is told live. */
function useFigures(span: SpanName): FigureSpan | null {
  const { data } = useLoad<FigureSpan>(`/figures?span=${span}`, span === 'minutes' ? 0 : LONG_EVERY_MS);
  const [figures, setFigures] = useState<FigureSpan | null>(null);
  useEffect(() => setFigures(data), [data]);
  const second = live.value;
  useEffect(() => {
    if (second === null || span !== 'minutes') return;
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
  ['players', 'People in the world', ''],
  ['sessions', 'Connections', ''],
  ['step_p99', 'Slowest step in a hundred', 'ms'],
  ['steps', 'Steps', '1/s'],
  ['save_lag', 'Saving is late by', 'ms'],
  ['bytes_out', 'Sent', 'bytes/s'],
  ['memory', 'Memory', 'bytes'],
  ['cpu', 'Processor, of one core', '%'],
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
        <span>Step number (tick)</span>
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
      <Scroll label="Figures">
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
      </Scroll>
    </details>
  );
}

function most(values: readonly (number | null)[]): number | null {
  let found: number | null = null;
  for (const value of values) if (value !== null && (found === null || value > found)) found = value;
  return found;
}
