import { useEffect, useRef, useState } from 'preact/hooks';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { Unit } from '@gommog/staff-api';
import { figure, time } from './format.ts';

export interface ChartLine {
  readonly label: string;
  readonly values: readonly (number | null)[];
}

interface Props {
  readonly title: string;
  /** What it tells, for people who do not know. */
  readonly about: string;
  readonly unit: Unit;
  /** Milliseconds since 1970. */
  readonly times: readonly number[];
  readonly lines: readonly ChartLine[];
}

const HEIGHT = 160;
/** Lines differ by their strokes too, not by colour alone. */
const STROKES = [
  { stroke: '#e8c77a', dash: [] },
  { stroke: '#7fb3d5', dash: [7, 4] },
  { stroke: '#d98873', dash: [2, 3] },
  { stroke: '#9ec98b', dash: [10, 3, 2, 3] },
] as const;

/** Values over time. Those under the pointer, or else the newest, are told in words below. */
export function Chart({ about, lines, times, title, unit }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  const [pointed, setPointed] = useState<number | null>(null);
  const data = [times.map((at) => at / 1000), ...lines.map(({ values }) => [...values])] as uPlot.AlignedData;
  const labels = lines.map(({ label }) => label).join();

  useEffect(() => {
    const made = new uPlot(
      optionsOf(place.current!, labels.split(','), unit, setPointed),
      data,
      place.current!,
    );
    plot.current = made;
    const observer = new ResizeObserver(([entry]) => {
      const width = Math.floor(entry?.contentRect.width ?? 0);
      if (width > 0 && width !== made.width) made.setSize({ width, height: HEIGHT });
    });
    observer.observe(place.current!);
    return () => {
      observer.disconnect();
      made.destroy();
      plot.current = null;
    };
  }, [labels, unit]);
  useEffect(() => plot.current?.setData(data));

  const at = pointed === null ? undefined : times[pointed];
  return (
    <section class="chart" aria-label={title}>
      <h3>{title}</h3>
      <p class="dim">{about}</p>
      <div ref={place} aria-hidden="true" />
      <ul class="legend">
        {lines.map(({ label, values }, i) => (
          <li key={label}>
            <Stroke {...STROKES[i % STROKES.length]!} />
            {label}: <b>{figure(at === undefined ? lastOf(values) : values[pointed!], unit)}</b>
          </li>
        ))}
        <li class="at">{at === undefined ? 'newest' : time(at)}</li>
      </ul>
    </section>
  );
}

function Stroke({ dash, stroke }: { readonly dash: readonly number[]; readonly stroke: string }) {
  return (
    <svg width="24" height="6" aria-hidden="true">
      <line x1="0" y1="3" x2="24" y2="3" stroke={stroke} stroke-width="2" stroke-dasharray={dash.join(' ')} />
    </svg>
  );
}

function lastOf(values: readonly (number | null)[]): number | null {
  return values.findLast((value) => value !== null) ?? null;
}

/** Scales reach at least to this, so that nothing looks like something. */
const LEAST: Readonly<Record<Unit, number>> = {
  ms: 1,
  bytes: 1_048_576,
  'bytes/s': 1_024,
  '1/s': 1,
  '%': 10,
  '': 1,
};

const DAY_SECONDS = 86_400;
/** Steps of an axis of bytes: powers of two, as their units are. */
const BYTE_STEPS = Array.from({ length: 44 }, (_, i) => 2 ** i);

/** Seconds since 1970 as hours and minutes, with seconds where they are not all 0, and with the day when there are several. */
function clock(ticks: readonly number[]): string[] {
  const isFine = ticks.some((tick) => tick % 60 !== 0);
  const isLong = (ticks.at(-1) ?? 0) - (ticks[0] ?? 0) > DAY_SECONDS * 1.5;
  const two = (value: number): string => String(value).padStart(2, '0');
  return ticks.map((tick) => {
    const at = new Date(tick * 1000);
    const day = `${two(at.getDate())}.${two(at.getMonth() + 1)}.`;
    if (isLong) return at.getHours() === 0 ? day : `${day} ${two(at.getHours())}:00`;
    return `${two(at.getHours())}:${two(at.getMinutes())}${isFine ? `:${two(at.getSeconds())}` : ''}`;
  });
}

function optionsOf(
  place: HTMLElement,
  labels: readonly string[],
  unit: Unit,
  onPoint: (index: number | null) => void,
): uPlot.Options {
  const axis = {
    stroke: '#b3a78d',
    grid: { stroke: '#6b543344', width: 1 },
    ticks: { stroke: '#6b5433', width: 1 },
    font: '12px sans-serif',
  };
  return {
    width: Math.max(200, place.clientWidth),
    height: HEIGHT,
    legend: { show: false },
    cursor: { points: { show: false }, drag: { x: false, y: false } },
    scales: { y: { range: (_, _least, most) => [0, Math.max(most, LEAST[unit]) * 1.1] } },
    hooks: { setCursor: [({ cursor: { idx } }) => onPoint(idx ?? null)] },
    axes: [
      { ...axis, space: 70, size: 30, values: (_, ticks) => clock(ticks) },
      {
        ...axis,
        size: 72,
        ...(unit.startsWith('bytes') ? { incrs: BYTE_STEPS } : {}),
        values: (_, ticks) => ticks.map((tick) => figure(tick, unit)),
      },
    ],
    series: [
      {},
      ...labels.map((label, i) => {
        const { dash, stroke } = STROKES[i % STROKES.length]!;
        return { label, stroke, dash: [...dash], width: 1.5, points: { show: false } };
      }),
    ],
  };
}
