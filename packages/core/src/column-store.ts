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
  bytes: Uint8Array,
};

const FIRST_ROWS = 64;

interface Place {
  readonly name: string;
  readonly type: keyof typeof columnOf;
  readonly at: number;
}

const eight = new DataView(new ArrayBuffer(8));

function doubleAt(data: Uint8Array, at: number): number {
  for (let i = 0; i < 8; i++) eight.setUint8(i, data[at + i]!);
  return eight.getFloat64(0, true);
}

/** One typed array per field. `at` makes a short-lived handle; loops that are hot read `columns` by row. */
export class ColumnStore extends ComponentStore {
  readonly columns: Record<string, Column> = {};
  /** Elements of a row in each column: 1, or as many as a field of bytes has. */
  readonly #widths: Readonly<Record<string, number>>;
  /** Where each field lies in an encoded state of the current version. */
  readonly #places: readonly Place[];
  readonly #stateBytes: number;
  readonly #handle: new (
    row: number,
  ) => object;

  constructor(component: Component, onTimer: TimerListener) {
    super(component, onTimer);
    this.#widths = Object.fromEntries(component.fieldNames.map((n) => [n, component.fields[n]!.size ?? 1]));
    const places: Place[] = [];
    let at = 0;
    for (const name of component.fieldNames) {
      const type = component.fields[name]!.type as keyof typeof columnOf;
      const column = new columnOf[type](FIRST_ROWS * this.#widths[name]!);
      this.columns[name] = column;
      places.push({ name, type, at });
      at += column.BYTES_PER_ELEMENT * this.#widths[name]!;
    }
    this.#places = places;
    this.#stateBytes = at;
    this.#handle = handleClass(this);
  }

  /** The bytes of a field of type `bytes`: a view, to be read within the step. */
  bytesAt(row: number, name: string): Uint8Array {
    const size = this.#widths[name]!;
    return (this.columns[name] as Uint8Array).subarray(row * size, (row + 1) * size);
  }

  /** Changes one byte of a field of type `bytes`. Throws RangeError when it has no such byte. */
  poke(row: number, name: string, index: number, value: number): void {
    const size = this.#widths[name]!;
    if (!(index >= 0 && index < size)) throw new RangeError(`byte ${index} of ${size}`);
    const column = this.columns[name]!;
    const at = row * size + index;
    const before = column[at];
    column[at] = value;
    if (column[at] !== before) this.touch(row);
  }

  /** Replaces all bytes of a field of type `bytes`. Throws RangeError when they are too few or too many. */
  replace(row: number, name: string, bytes: Uint8Array): void {
    this.#fill(row, name, bytes);
    this.touch(row);
  }

  #fill(row: number, name: string, bytes: Uint8Array): void {
    const size = this.#widths[name]!;
    if (bytes.length !== size) throw new RangeError(`${bytes.length} bytes where ${size} belong`);
    this.columns[name]!.set(bytes, row * size);
  }

  /** Starts have millions of states to read: these go into the columns without becoming objects. */
  override loadBytes(serial: number, version: number, data: Uint8Array): void {
    if (version !== this.component.version || data.length !== this.#stateBytes) {
      super.loadBytes(serial, version, data);
      return;
    }
    let row = this.rows.get(serial);
    if (row < 0) row = this.occupy(serial);
    const places = this.#places;
    for (let i = 0; i < places.length; i++) {
      const { at, name, type } = places[i]!;
      const column = this.columns[name]!;
      if (type === 'bytes') this.#fill(row, name, data.subarray(at, at + this.#widths[name]!));
      else if (type === 'bool') column[row] = data[at] === 0 ? 0 : 1;
      else if (type === 'f64') column[row] = doubleAt(data, at);
      else if (column.BYTES_PER_ELEMENT === 1) column[row] = data[at]!;
      else if (column.BYTES_PER_ELEMENT === 2) column[row] = data[at]! | (data[at + 1]! << 8);
      else {
        column[row] = data[at]! | (data[at + 1]! << 8) | (data[at + 2]! << 16) | (data[at + 3]! << 24);
      }
    }
    if (this.component.timer !== null) this.watchTimer(row);
  }

  at(row: number): object {
    return new this.#handle(row);
  }

  protected grow(capacity: number): void {
    for (const name of this.component.fieldNames) {
      this.columns[name] = resized(this.columns[name]!, capacity * this.#widths[name]!);
    }
  }

  protected clear(row: number): void {
    for (const name of this.component.fieldNames) {
      const width = this.#widths[name]!;
      this.columns[name]!.fill(0, row * width, (row + 1) * width);
    }
  }

  protected field(row: number, name: string): unknown {
    const isBytes = this.component.fields[name]!.type === 'bytes';
    return isBytes ? this.bytesAt(row, name) : this.columns[name]![row];
  }

  protected assign(row: number, state: Readonly<Record<string, unknown>>): void {
    for (const name of this.component.fieldNames) {
      const { initial, type } = this.component.fields[name]!;
      const value = state[name] ?? initial;
      if (type === 'bytes') this.#fill(row, name, value as Uint8Array);
      else this.columns[name]![row] = Number(value);
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
    if (store.component.fields[name]!.type === 'bytes') {
      Object.defineProperty(Handle.prototype, name, {
        enumerable: true,
        get(this: Handle): Uint8Array {
          return store.bytesAt(this.row, name);
        },
        set(this: Handle, value: Uint8Array) {
          store.replace(this.row, name, value);
        },
      });
      continue;
    }
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
