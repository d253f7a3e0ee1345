import { type ByteSink, ByteSource } from './bytes.ts';
import { type Component, decodeState, writeField } from './component.ts';
import { RowIndex } from './row-index.ts';

export type Column =
  | Uint8Array
  | Int8Array
  | Uint16Array
  | Int16Array
  | Uint32Array
  | Int32Array
  | Float64Array;

/** Told when a component's timer field is set; the world keeps its wheel by it. */
export type TimerListener = (component: Component, serial: number, dueMs: number) => void;

/** The states of one component, by serial. A row stays the same for as long as the entity has the component. */
export abstract class ComponentStore {
  readonly component: Component;
  readonly rows = new RowIndex();
  protected serials: Uint32Array = new Uint32Array(64);
  #free: number[] = [];
  #top = 0;
  #size = 0;

  /** Serials with a state that was set since the last `clearDirty`, in the order of their first change. */
  readonly dirty: number[] = [];
  /** Serials that lost the component since then. One that got it back meanwhile is in `dirty` too: sets come after removals. */
  readonly removed: number[] = [];
  #isDirty: Uint8Array = new Uint8Array(64);
  readonly #onTimer: TimerListener;
  #watchers: readonly ((serial: number) => void)[] = [];

  constructor(component: Component, onTimer: TimerListener) {
    this.component = component;
    this.#onTimer = onTimer;
  }

  get size(): number {
    return this.#size;
  }

  /** One past the highest row in use: rows below it may be free (`serialAt` is 0 there). */
  get top(): number {
    return this.#top;
  }

  serialAt(row: number): number {
    return this.serials[row]!;
  }

  /** Every serial with the component, in row order. */
  allSerials(): Uint32Array {
    const found = new Uint32Array(this.#size);
    let count = 0;
    for (let row = 0; row < this.#top; row++) {
      const serial = this.serials[row]!;
      if (serial !== 0 || this.rows.get(0) === row) found[count++] = serial;
    }
    return found;
  }

  protected abstract grow(capacity: number): void;
  protected abstract clear(row: number): void;
  /** The live accessor of a row: reading and writing its fields reads and writes the store. */
  abstract at(row: number): object;
  protected abstract field(row: number, name: string): unknown;
  protected abstract assign(row: number, state: Readonly<Record<string, unknown>>): void;

  get(serial: number): object | undefined {
    const row = this.rows.get(serial);
    return row < 0 ? undefined : this.at(row);
  }

  /** Adds or replaces the whole state; fields left out get their initial value. */
  set(serial: number, state: Readonly<Record<string, unknown>>): object {
    let row = this.rows.get(serial);
    if (row < 0) row = this.occupy(serial);
    this.assign(row, state);
    this.touch(row);
    return this.at(row);
  }

  /** As `set`, for state that is already durable: nothing becomes dirty. */
  load(serial: number, state: Readonly<Record<string, unknown>>): void {
    let row = this.rows.get(serial);
    if (row < 0) row = this.occupy(serial);
    this.assign(row, state);
    this.watchTimer(row);
  }

  /** As `load`, from bytes of any known version. Throws on damaged bytes or an unknown version. */
  loadBytes(serial: number, version: number, data: Uint8Array): void {
    this.load(serial, decodeState(this.component, version, new ByteSource(data)));
  }

  delete(serial: number): boolean {
    const row = this.rows.get(serial);
    if (row < 0) return false;
    this.clear(row);
    this.#isDirty[row] = 0;
    this.serials[row] = 0;
    this.rows.set(serial, -1);
    this.#free.push(row);
    this.#size--;
    if (this.component.persisted) this.removed.push(serial);
    for (const onChange of this.#watchers) onChange(serial);
    return true;
  }

  /**
   * Calls back with the serial each time that a state is set, changed or removed, by whomever; not when one is loaded. `dirty` names
   * each only once in a commit: who wants to know of a second change has to watch.
   */
  watch(onChange: (serial: number) => void): void {
    this.#watchers = [...this.#watchers, onChange];
  }

  /** Says that the state in `row` has changed. */
  touch(row: number): void {
    for (const onChange of this.#watchers) onChange(this.serials[row]!);
    if (this.component.timer !== null) this.watchTimer(row);
    if (!this.component.persisted || this.#isDirty[row] === 1) return;
    this.#isDirty[row] = 1;
    this.dirty.push(this.serials[row]!);
  }

  isDirty(row: number): boolean {
    return this.#isDirty[row] === 1;
  }

  clearDirty(): void {
    for (const serial of this.dirty) {
      const row = this.rows.get(serial);
      if (row >= 0) this.#isDirty[row] = 0;
    }
    this.dirty.length = 0;
    this.removed.length = 0;
  }

  encode(row: number, sink: ByteSink): void {
    const { fields, fieldNames } = this.component;
    for (const name of fieldNames) writeField(sink, fields[name]!.type, this.field(row, name));
  }

  /** As `encode`, with another value for one field. */
  encodeWith(row: number, field: string, value: unknown, sink: ByteSink): void {
    const { fields, fieldNames } = this.component;
    for (const name of fieldNames) {
      writeField(sink, fields[name]!.type, name === field ? value : this.field(row, name));
    }
  }

  /** The due time of the entity's timer field, 0 when it has none. */
  dueAt(serial: number): number {
    const row = this.rows.get(serial);
    return row < 0 || this.component.timer === null ? 0 : (this.field(row, this.component.timer) as number);
  }

  protected watchTimer(row: number): void {
    const { timer } = this.component;
    if (timer === null) return;
    const dueMs = this.field(row, timer) as number;
    if (dueMs > 0) this.#onTimer(this.component, this.serials[row]!, dueMs);
  }

  protected occupy(serial: number): number {
    const row = this.#free.pop() ?? this.#top++;
    if (row >= this.serials.length) {
      const capacity = this.serials.length * 2;
      this.serials = resized(this.serials, capacity);
      this.#isDirty = resized(this.#isDirty, capacity);
      this.grow(capacity);
    }
    this.serials[row] = serial;
    this.rows.set(serial, row);
    this.#size++;
    return row;
  }
}

/** A larger copy on shared memory, so that a worker may read the column without a copy. */
export function resized<T extends Column>(column: T, capacity: number): T {
  const make = column.constructor as new (buffer: SharedArrayBuffer) => T;
  const grown = new make(new SharedArrayBuffer(capacity * column.BYTES_PER_ELEMENT));
  grown.set(column);
  return grown;
}
