import type { Unit } from '@gommog/staff-api';

export interface Figure {
  readonly name: string;
  readonly title: string;
  readonly unit: Unit;
  /** How a minute is made of its seconds. */
  readonly minute: 'mean' | 'max' | 'last';
}

const phases = ['step', 'simulate', 'commit', 'present', 'flush'] as const;

/** Every figure that is kept, in the order of the page. */
export const figureList: readonly Figure[] = [
  ...phases.flatMap((phase): Figure[] => [
    { name: `${phase}_p50`, title: `${phase}, half are quicker than`, unit: 'ms', minute: 'mean' },
    { name: `${phase}_p99`, title: `${phase}, 99 of 100 are quicker than`, unit: 'ms', minute: 'max' },
  ]),
  { name: 'steps', title: 'steps', unit: '1/s', minute: 'mean' },
  { name: 'players', title: 'people in the world', unit: '', minute: 'max' },
  { name: 'sessions', title: 'connections', unit: '', minute: 'max' },
  { name: 'bytes_in', title: 'received', unit: 'bytes/s', minute: 'mean' },
  { name: 'bytes_out', title: 'sent', unit: 'bytes/s', minute: 'mean' },
  { name: 'packets_in', title: 'packets received', unit: '1/s', minute: 'mean' },
  { name: 'packets_out', title: 'packets sent', unit: '1/s', minute: 'mean' },
  { name: 'intents_waiting', title: 'intents that wait', unit: '', minute: 'max' },
  { name: 'timers', title: 'timers', unit: '', minute: 'max' },
  { name: 'save_lag', title: 'age of the oldest record that is not durable', unit: 'ms', minute: 'max' },
  { name: 'save_pending_records', title: 'records that are not durable', unit: '', minute: 'max' },
  { name: 'save_pending_bytes', title: 'their bytes', unit: 'bytes', minute: 'max' },
  { name: 'save_sync', title: 'newest flush to the disk', unit: 'ms', minute: 'max' },
  { name: 'durable_sequence', title: 'newest durable record', unit: '', minute: 'last' },
  { name: 'image_lag', title: 'records that the image lacks', unit: '', minute: 'max' },
  { name: 'memory', title: 'memory of the process', unit: 'bytes', minute: 'max' },
  { name: 'heap', title: 'heap in use', unit: 'bytes', minute: 'max' },
  { name: 'cpu', title: 'processor', unit: '%', minute: 'mean' },
  { name: 'gc', title: 'garbage collection in a second', unit: 'ms', minute: 'max' },
  { name: 'loop_delay_p99', title: 'delay of the thread', unit: 'ms', minute: 'max' },
  { name: 'disk_free', title: 'free on the disk', unit: 'bytes', minute: 'last' },
];

export type Values = Readonly<Record<string, number>>;

/** One value for each figure from those of several seconds. */
export function merged(seconds: readonly Values[]): Values {
  const values: Record<string, number> = {};
  for (const { minute, name } of figureList) {
    const all = seconds.flatMap((second) => (second[name] === undefined ? [] : [second[name]]));
    if (all.length === 0) continue;
    if (minute === 'last') values[name] = all.at(-1)!;
    else if (minute === 'max') values[name] = Math.max(...all);
    else values[name] = all.reduce((sum, value) => sum + value, 0) / all.length;
  }
  return values;
}
