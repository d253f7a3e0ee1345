import type { Component, FieldType } from './component.ts';
import { type Column, ComponentStore, resized, type TimerListener } from './component-store.ts';

const columnOf: Record<Exclude<FieldType, 'text' | 'json'>, new (size: number) => Column> = {
  u8: Uint8Array,
  i8: Int8Array,
  u16: Uint16Array,
  i16: Int16Array,
  u32: Uint32Array,
  i32: Int32Array,
  f64: Float64Array,
  bool: Uint8Array,
};

/** One typed array per field. `at` makes a short-lived handle; loops that are hot read `columns` by row. */
export class ColumnStore extends ComponentStore {
  readonly columns: Record<string, Column> = {};
  readonly #handle: new (
    row: number,
  ) => object;

  constructor(component: Component, onTimer: TimerListener) {
    super(component, onTimer);
    for (const name of component.fieldNames) {
      this.columns[name] = new columnOf[component.fields[name]!.type as 'u8'](64);
    }
    this.#handle = handleClass(this);
  }

  at(row: number): object {
    return new this.#handle(row);
  }

  protected grow(capacity: number): void {
    for (const name of this.component.fieldNames) this.columns[name] = resized(this.columns[name]!, capacity);
  }

  protected clear(row: number): void {
    for (const name of this.component.fieldNames) this.columns[name]![row] = 0;
  }

  protected field(row: number, name: string): unknown {
    return this.columns[name]![row];
  }

  protected assign(row: number, state: Readonly<Record<string, unknown>>): void {
    for (const name of this.component.fieldNames) {
      this.columns[name]![row] = Number(state[name] ?? this.component.fields[name]!.initial);
    }
  }
}

/** A class with an accessor for each field, made once per store. */
function handleClass(store: ColumnStore): new (row: number) => object {
  class Handle {
    readonly row: number;
    constructor(row: number) {
      this.row = row;
    }
  }
  Object.defineProperty(Handle.prototype, 'row', { enumerable: false, writable: true });
  for (const name of store.component.fieldNames) {
    const isBool = store.component.fields[name]!.type === 'bool';
    Object.defineProperty(Handle.prototype, name, {
      enumerable: true,
      get(this: Handle): unknown {
        const value = store.columns[name]![this.row]!;
        return isBool ? value !== 0 : value;
      },
      set(this: Handle, value: unknown) {
        const column = store.columns[name]!;
        const before = column[this.row];
        column[this.row] = Number(value);
        if (column[this.row] !== before) store.touch(this.row);
      },
    });
  }
  return Handle;
}
