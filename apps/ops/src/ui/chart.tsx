import { useEffect, useRef } from 'preact/hooks';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { Unit } from '../api/answers.ts';
import { figure } from './format.ts';

export interface ChartLine {
  readonly label: string;
  readonly values: readonly (number | null)[];
}

interface Props {
  readonly title: string;
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

/** Values over time. The newest are told in words below, so that a chart is not needed to read them. */
export function Chart({ lines, times, title, unit }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  const data = [times.map((at) => at / 1000), ...lines.map(({ values }) => [...values])] as uPlot.AlignedData;
  const labels = lines.map(({ label }) => label).join();

  useEffect(() => {
    const made = new uPlot(optionsOf(place.current!, labels.split(','), unit), data, place.current!);
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

  return (
    <section class="chart" aria-label={title}>
      <h3>{title}</h3>
      <div ref={place} aria-hidden="true" />
      <ul class="legend">
        {lines.map(({ label, values }, i) => (
          <li key={label}>
            <svg width="24" height="6" aria-hidden="true">
              <line
                x1="0"
                y1="3"
                x2="24"
                y2="3"
                stroke={STROKES[i % STROKES.length]!.stroke}
                stroke-width="2"
                stroke-dasharray={STROKES[i % STROKES.length]!.dash.join(' ')}
              />
            </svg>
            {label} <b>{figure(values.at(-1), unit)}</b>
          </li>
        ))}
      </ul>
    </section>
  );
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

/** Seconds since 1970 as hours and minutes, with seconds where they are not all 0. */
function clock(ticks: readonly number[]): string[] {
  const isFine = ticks.some((tick) => tick % 60 !== 0);
  const two = (value: number): string => String(value).padStart(2, '0');
  return ticks.map((tick) => {
    const at = new Date(tick * 1000);
    return `${two(at.getHours())}:${two(at.getMinutes())}${isFine ? `:${two(at.getSeconds())}` : ''}`;
  });
}

function optionsOf(place: HTMLElement, labels: readonly string[], unit: Unit): uPlot.Options {
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
    axes: [
      { ...axis, space: 70, size: 30, values: (_, ticks) => clock(ticks) },
      { ...axis, size: 72, values: (_, ticks) => ticks.map((tick) => figure(tick, unit)) },
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
