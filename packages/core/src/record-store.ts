import type { Component } from './component.ts';
import { ComponentStore, type TimerListener } from './component-store.ts';

type Slots = Record<string, unknown> & { row: number };

/** One object per entity, with accessors that notice each change. */
export class RecordStore extends ComponentStore {
  readonly #records: (Slots | undefined)[] = [];
  readonly #record: new (
    row: number,
  ) => Slots;

  constructor(component: Component, onTimer: TimerListener) {
    super(component, onTimer);
    this.#record = recordClass(this);
  }

  at(row: number): object {
    return this.#records[row]!;
  }

  protected grow(): void {
    // A JavaScript array grows by itself.
  }

  protected clear(row: number): void {
    this.#records[row] = undefined;
  }

  protected field(row: number, name: string): unknown {
    return this.#records[row]![slot(name)];
  }

  protected assign(row: number, state: Readonly<Record<string, unknown>>): void {
    let record = this.#records[row];
    if (record === undefined) {
      record = new this.#record(row);
      this.#records[row] = record;
    }
    for (const name of this.component.fieldNames) {
      record[slot(name)] = state[name] ?? this.component.fields[name]!.initial;
    }
  }
}

function slot(name: string): string {
  return `_${name}`;
}

function recordClass(store: RecordStore): new (row: number) => Slots {
  const { fields, fieldNames } = store.component;
  class Record {
    [key: string]: unknown;
    row: number;
    constructor(row: number) {
      this.row = row;
      for (const name of fieldNames) this[slot(name)] = fields[name]!.initial;
    }
  }
  for (const name of fieldNames) {
    const key = slot(name);
    Object.defineProperty(Record.prototype, name, {
      enumerable: true,
      get(this: Record): unknown {
        return this[key];
      },
      set(this: Record, value: unknown) {
        if (this[key] === value) return;
        this[key] = value;
        store.touch(this.row);
      },
    });
  }
  return Record as new (
    row: number,
  ) => Slots;
}
