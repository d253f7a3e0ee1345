import { signal } from '@preact/signals';

/** What kind of line it is, for filters. */
export type LineKind = 'speech' | 'system' | 'label' | 'announcement';

export interface Line {
  readonly id: number;
  readonly kind: LineKind;
  /** Who speaks; empty for the system. */
  readonly name: string;
  readonly text: string;
  /** Hue of the text, 0 for none. */
  readonly hue: number;
  /** Milliseconds of the page's clock. */
  readonly atMs: number;
}

/** Lines that are kept. */
const KEPT = 500;

/** Everything that was heard and told, the newest last. */
export class Journal {
  readonly lines = signal<readonly Line[]>([]);
  #next = 1;

  add(line: Omit<Line, 'id'>): void {
    this.lines.value = [...this.lines.value.slice(-KEPT + 1), { ...line, id: this.#next++ }];
  }
}
