import type { ByteSink, ByteSource } from './bytes.ts';

/** How one field is kept and written. `T` is the type a rule sees. */
export interface Field<T> {
  readonly type: FieldType;
  readonly initial: T;
  /** How many bytes; only of the type `bytes`. */
  readonly size?: number;
}

export type FieldType =
  | 'u8'
  | 'i8'
  | 'u16'
  | 'i16'
  | 'u32'
  | 'i32'
  | 'f64'
  | 'bool'
  | 'bytes'
  | 'text'
  | 'json';

export const u8: Field<number> = { type: 'u8', initial: 0 };
export const i8: Field<number> = { type: 'i8', initial: 0 };
export const u16: Field<number> = { type: 'u16', initial: 0 };
export const i16: Field<number> = { type: 'i16', initial: 0 };
export const u32: Field<number> = { type: 'u32', initial: 0 };
export const i32: Field<number> = { type: 'i32', initial: 0 };
export const f64: Field<number> = { type: 'f64', initial: 0 };
export const bool: Field<boolean> = { type: 'bool', initial: false };
export const text: Field<string> = { type: 'text', initial: '' };

/**
 * Always `size` bytes, only in the layout `columns`, where they lie one entity behind the other. What is read is a view, good
 * within the step and never written: change it as a whole, or byte by byte with `ColumnStore.poke`.
 */
export function bytes(size: number): Field<Uint8Array> {
  return { type: 'bytes', initial: new Uint8Array(size), size };
}

/** A structured value, replaced as a whole: never change it in place, or the change is not seen and not saved. */
export function json<T>(initial: T): Field<T> {
  return { type: 'json', initial };
}

export type Fields = Readonly<Record<string, Field<unknown>>>;
export type Value<F extends Fields> = { -readonly [K in keyof F]: F[K] extends Field<infer T> ? T : never };

/** An older schema of a component: its fields, and the pure function that lifts a value to the next version. */
export interface PastVersion {
  readonly fields: Fields;
  readonly upgrade: (old: Record<string, unknown>) => Record<string, unknown>;
}

/**
 * A kind of state that an entity may have.
 *
 * `layout`: `columns` keeps each field in one typed array (numbers and bytes only; for the many plain things), `records` one object
 * per entity (for the few and rich). Rules cannot tell the difference.
 */
export interface Component<V extends object = object> {
  /** 1-65535, never reused: it names the component in the commit log. */
  readonly id: number;
  readonly name: string;
  /** Schema version, 1-255. */
  readonly version: number;
  readonly persisted: boolean;
  readonly layout: 'columns' | 'records';
  readonly fields: Fields;
  readonly fieldNames: readonly string[];
  /** The f64 field that holds a due time in world milliseconds (0 = none): when it comes, the tick is told. */
  readonly timer: string | null;
  readonly past: ReadonlyMap<number, PastVersion>;
  /** Only for the types. */
  readonly value?: V;
}

export type ValueOf<C> = C extends Component<infer V> ? V : never;

export interface ComponentSpec<F extends Fields> {
  readonly id: number;
  readonly name: string;
  readonly version?: number;
  readonly persisted?: boolean;
  readonly layout?: 'columns' | 'records';
  readonly fields: F;
  readonly timer?: keyof F & string;
  readonly past?: Readonly<Record<number, PastVersion>>;
}

/** Declares a component; throws on a declaration that cannot work, since that is a programmer's error. */
export function defineComponent<const F extends Fields>(spec: ComponentSpec<F>): Component<Value<F>> {
  const { id, name, version = 1, persisted = true, layout = 'records', fields, timer = null } = spec;
  const past = new Map(Object.entries(spec.past ?? {}).map(([v, p]) => [Number(v), p]));
  if (!Number.isInteger(id) || id < 1 || id > 0xffff)
    throw new Error(`component ${name}: id ${id} is not 1-65535`);
  for (let v = 1; v < version; v++) {
    if (!past.has(v)) throw new Error(`component ${name}: no upgrade from version ${v}`);
  }
  for (const [field, { type }] of Object.entries(fields)) {
    if (layout === 'columns' && (type === 'text' || type === 'json')) {
      throw new Error(`component ${name}: field ${field} of type ${type} needs the layout 'records'`);
    }
    if (layout === 'records' && type === 'bytes') {
      throw new Error(`component ${name}: field ${field} of type bytes needs the layout 'columns'`);
    }
  }
  if (timer !== null && fields[timer]?.type !== 'f64')
    throw new Error(`component ${name}: timer ${timer} is not an f64`);
  return { id, name, version, persisted, layout, fields, fieldNames: Object.keys(fields), timer, past };
}

/** Writes one field. Numbers wrap to their width: range is the rules' business. */
export function writeField(sink: ByteSink, type: FieldType, value: unknown): void {
  switch (type) {
    case 'u8':
    case 'i8':
      sink.u8(value as number);
      break;
    case 'bool':
      sink.u8(value ? 1 : 0);
      break;
    case 'u16':
    case 'i16':
      sink.u16(value as number);
      break;
    case 'u32':
    case 'i32':
      sink.u32(value as number);
      break;
    case 'f64':
      sink.f64(value as number);
      break;
    case 'bytes':
      sink.raw(value as Uint8Array);
      break;
    case 'text':
      sink.text(value as string);
      break;
    case 'json':
      sink.text(JSON.stringify(value));
      break;
  }
}

export function readField(source: ByteSource, { type, size = 0 }: Field<unknown>): unknown {
  switch (type) {
    case 'u8':
      return source.u8();
    case 'i8':
      return (source.u8() << 24) >> 24;
    case 'bool':
      return source.u8() !== 0;
    case 'u16':
      return source.u16();
    case 'i16':
      return (source.u16() << 16) >> 16;
    case 'u32':
      return source.u32();
    case 'i32':
      return source.u32() | 0;
    case 'f64':
      return source.f64();
    case 'bytes':
      return source.raw(size);
    case 'text':
      return source.text();
    case 'json':
      return JSON.parse(source.text()) as unknown;
  }
}

/** Decodes a state of any known version and lifts it to the current one. Throws on damaged bytes or an unknown version. */
export function decodeState(
  component: Component,
  version: number,
  source: ByteSource,
): Record<string, unknown> {
  const fields = version === component.version ? component.fields : component.past.get(version)?.fields;
  if (fields === undefined) throw new RangeError(`component ${component.name} has no version ${version}`);
  let state: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(fields)) state[name] = readField(source, field);
  if (source.remaining > 0)
    throw new RangeError(`component ${component.name}: ${source.remaining} bytes too many`);
  for (let v = version; v < component.version; v++) state = component.past.get(v)!.upgrade(state);
  return state;
}
