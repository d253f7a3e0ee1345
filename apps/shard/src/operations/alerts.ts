import type { Values } from './figure-list.ts';

export interface AlertThresholds {
  /** Bytes. */
  readonly diskFreeBytes: number;
  /** Milliseconds. */
  readonly saveLagMs: number;
  /** 99 of 100 steps of a second are to be quicker, in milliseconds. */
  readonly stepMs: number;
}

export type AlertKind = 'disk-low' | 'save-late' | 'overload' | 'log-failed' | 'image-failed';

export interface Alert {
  readonly id: number;
  readonly kind: AlertKind;
  readonly text: string;
  /** Milliseconds since 1970; `until` null: it still is so. */
  readonly since: number;
  readonly until: number | null;
  /** Name of who has seen it. */
  readonly acknowledgedBy: string | null;
}

export interface AlertOptions {
  readonly thresholds: AlertThresholds;
  /** Why the commit log, and the image, cannot be written; null: they can. */
  readonly failures: () => { readonly log: string | null; readonly image: string | null };
  readonly onChange: (alert: Alert, change: 'raised' | 'over') => void;
}

/** A condition counts once it held for so many seconds in a row, and is over after so many without it. */
const RAISE_AFTER = 3;
const OVER_AFTER = 10;
const KEPT = 200;

interface Watch {
  readonly kind: AlertKind;
  /** What is wrong, in words; null: nothing. */
  readonly look: (values: Values) => string | null;
  held: number;
  quiet: number;
  open: Alert | null;
}

/** Looks at each second's figures, and says when something needs a person. */
export class Alerts {
  readonly #options: AlertOptions;
  readonly #watches: readonly Watch[];
  #alerts: Alert[] = [];
  #nextId = 1;

  constructor(options: AlertOptions) {
    this.#options = options;
    const { diskFreeBytes, saveLagMs, stepMs } = options.thresholds;
    const watch = (kind: AlertKind, look: Watch['look']): Watch => ({
      kind,
      look,
      held: 0,
      quiet: 0,
      open: null,
    });
    this.#watches = [
      watch('disk-low', ({ disk_free: free }) =>
        free !== undefined && free < diskFreeBytes ? `only ${mib(free)} MiB are free on the disk` : null,
      ),
      watch('save-late', ({ save_lag: lag = 0 }) =>
        lag > saveLagMs ? `saving is ${Math.round(lag)} ms late` : null,
      ),
      watch('overload', ({ step_p99: step = 0 }) =>
        step > stepMs ? `steps take up to ${Math.round(step)} ms` : null,
      ),
      watch('log-failed', () => {
        const { log } = options.failures();
        return log === null ? null : `the commit log cannot be written: ${log}`;
      }),
      watch('image-failed', () => {
        const { image } = options.failures();
        return image === null ? null : `the image does not follow the log: ${image}`;
      }),
    ];
  }

  get thresholds(): AlertThresholds {
    return this.#options.thresholds;
  }

  /** Newest first. */
  list(): readonly Alert[] {
    return this.#alerts.toReversed();
  }

  /** How many are not over. */
  get open(): number {
    return this.#watches.filter(({ open }) => open !== null).length;
  }

  /** Looks at one second. */
  look(values: Values, wallMs: number): void {
    for (const watch of this.#watches) {
      const problem = watch.look(values);
      watch.held = problem === null ? 0 : watch.held + 1;
      watch.quiet = problem === null ? watch.quiet + 1 : 0;
      if (problem !== null && watch.open === null && watch.held >= RAISE_AFTER)
        watch.open = this.#raise(watch.kind, problem, wallMs);
      else if (watch.open !== null && watch.quiet >= OVER_AFTER) {
        this.#options.onChange(this.#change(watch.open.id, { until: wallMs })!, 'over');
        watch.open = null;
      }
    }
  }

  /** Null when there is no such alert. */
  acknowledge(id: number, by: string): Alert | null {
    return this.#change(id, { acknowledgedBy: by });
  }

  #raise(kind: AlertKind, text: string, since: number): Alert {
    const alert: Alert = { id: this.#nextId++, kind, text, since, until: null, acknowledgedBy: null };
    this.#alerts.push(alert);
    if (this.#alerts.length > KEPT) this.#alerts.shift();
    this.#options.onChange(alert, 'raised');
    return alert;
  }

  #change(id: number, change: Partial<Alert>): Alert | null {
    const at = this.#alerts.findIndex((alert) => alert.id === id);
    if (at < 0) return null;
    const changed = { ...this.#alerts[at]!, ...change };
    this.#alerts[at] = changed;
    return changed;
  }
}

function mib(bytes: number): number {
  return Math.floor(bytes / 1_048_576);
}
