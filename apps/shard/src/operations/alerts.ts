import type { Alert } from '@gommog/staff-api';
import type { Values } from './figure-list.ts';
import type { AlertThresholds } from './thresholds.ts';

export type AlertKind =
  | 'disk-low'
  | 'save-late'
  | 'overload'
  | 'log-failed'
  | 'image-failed'
  | 'topic-failed';

export interface AlertOptions {
  /** As they are now. */
  readonly thresholds: () => AlertThresholds;
  /** Those of before, oldest first. */
  readonly past: readonly Alert[];
  /** Why the commit log, the image and the topic cannot be written; null: they can. */
  readonly failures: () => {
    readonly log: string | null;
    readonly image: string | null;
    readonly topic: string | null;
  };
  /** Tells others; returns whom. */
  readonly tell: (alert: Alert, change: 'raised' | 'over') => readonly string[];
  /** All that are kept, oldest first, after each change. */
  readonly keep: (alerts: readonly Alert[]) => void;
}

/** A condition counts once it held for so many seconds in a row, and is over after so many without it. */
const RAISE_AFTER = 3;
const OVER_AFTER = 10;
const KEPT = 200;
const MIB = 1_048_576;

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
    // What was wrong when the shard ended is looked at anew.
    this.#alerts = options.past.map((alert) => ({ ...alert, until: alert.until ?? alert.since }));
    this.#nextId = Math.max(0, ...this.#alerts.map(({ id }) => id)) + 1;
    const watch = (kind: AlertKind, look: Watch['look']): Watch => ({
      kind,
      look,
      held: 0,
      quiet: 0,
      open: null,
    });
    this.#watches = [
      watch('disk-low', ({ disk_free: free }) =>
        free !== undefined && free < options.thresholds().diskFreeMib * MIB
          ? `only ${mib(free)} MiB are free on the disk`
          : null,
      ),
      watch('save-late', ({ save_lag: lag = 0 }) =>
        lag > options.thresholds().saveLagSeconds * 1000 ? `saving is ${Math.round(lag)} ms late` : null,
      ),
      watch('overload', ({ step_p99: step = 0 }) =>
        step > options.thresholds().stepMs ? `steps take up to ${Math.round(step)} ms` : null,
      ),
      watch('log-failed', () => {
        const { log } = options.failures();
        return log === null ? null : `the commit log cannot be written: ${log}`;
      }),
      watch('image-failed', () => {
        const { image } = options.failures();
        return image === null ? null : `the image does not follow the log: ${image}`;
      }),
      watch('topic-failed', () => {
        const { topic } = options.failures();
        return topic === null ? null : `what happens cannot be told: ${topic}`;
      }),
    ];
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
        const alert = this.#change(watch.open.id, { until: wallMs });
        if (alert !== null) this.#options.tell(alert, 'over');
        watch.open = null;
      }
    }
  }

  /** Null when there is no such alert. */
  acknowledge(id: number, by: string): Alert | null {
    return this.#change(id, { acknowledgedBy: by });
  }

  #raise(kind: AlertKind, text: string, since: number): Alert {
    const open = { id: this.#nextId++, kind, text, since, until: null, acknowledgedBy: null, told: [] };
    const alert: Alert = { ...open, told: [...this.#options.tell(open, 'raised')] };
    this.#alerts.push(alert);
    if (this.#alerts.length > KEPT) this.#alerts.shift();
    this.#options.keep(this.#alerts);
    return alert;
  }

  #change(id: number, change: Partial<Alert>): Alert | null {
    const at = this.#alerts.findIndex((alert) => alert.id === id);
    if (at < 0) return null;
    const changed = { ...this.#alerts[at]!, ...change };
    this.#alerts[at] = changed;
    this.#options.keep(this.#alerts);
    return changed;
  }
}

function mib(bytes: number): number {
  return Math.floor(bytes / MIB);
}
