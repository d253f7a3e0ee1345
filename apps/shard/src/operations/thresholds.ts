import type { Threshold, ThresholdName } from '@gommog/staff-api';
import { z } from 'zod';
import type { KeptFile } from './kept-file.ts';

/** From what on there is an alert. */
export type AlertThresholds = Readonly<Record<ThresholdName, number>>;

/** What staff have set instead of the settings. */
export const changedThresholds = z.partialRecord(
  z.enum(['diskFreeMib', 'saveLagSeconds', 'stepMs']),
  z.object({ value: z.number(), by: z.string() }),
);
export type ChangedThresholds = z.infer<typeof changedThresholds>;

interface Kind extends Pick<Threshold, 'title' | 'unit'> {
  readonly least: number;
  readonly most: number;
}

const kinds: Readonly<Record<ThresholdName, Kind>> = {
  diskFreeMib: { title: 'less than … are free on the disk', unit: 'MiB', least: 0, most: 1e9 },
  saveLagSeconds: { title: 'saving is more than … late', unit: 's', least: 0.1, most: 86_400 },
  stepMs: { title: 'one step in a hundred takes more than …', unit: 'ms', least: 1, most: 60_000 },
};

/** From what on there is an alert: as in the settings, unless staff have set something else since. */
export class Thresholds {
  readonly #configured: AlertThresholds;
  readonly #kept: KeptFile<ChangedThresholds>;

  constructor(configured: AlertThresholds, kept: KeptFile<ChangedThresholds>) {
    this.#configured = configured;
    this.#kept = kept;
  }

  get values(): AlertThresholds {
    const of = (name: ThresholdName): number => this.#kept.value[name]?.value ?? this.#configured[name];
    return {
      diskFreeMib: of('diskFreeMib'),
      saveLagSeconds: of('saveLagSeconds'),
      stepMs: of('stepMs'),
    };
  }

  list(): Threshold[] {
    return Object.entries(this.values).map(([key, value]) => {
      const name = key as ThresholdName;
      const { title, unit } = kinds[name];
      const changedBy = this.#kept.value[name]?.by ?? null;
      return {
        name,
        setting: `ops.alerts.${name}`,
        title,
        unit,
        value,
        configured: this.#configured[name],
        changedBy,
      };
    });
  }

  /** `value` null: as in the settings. What is wrong with the value, in words; null: it counts from now on. */
  change(name: ThresholdName, value: number | null, by: string): string | null {
    const { least, most, unit } = kinds[name];
    if (value !== null && !(value >= least && value <= most))
      return `it has to be from ${least} to ${most} ${unit}`;
    const { [name]: _, ...others } = this.#kept.value;
    this.#kept.value = value === null ? others : { ...others, [name]: { value, by } };
    return null;
  }
}
