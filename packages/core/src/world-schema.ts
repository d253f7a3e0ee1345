import { ByteSource } from './bytes.ts';
import { type Component, type FieldType, readField } from './component.ts';
import type { Kind } from './world.ts';

/** Names and types of what a world is made of, as plain data: it can go to another thread, or to who knows no game. */
export interface WorldSchema {
  readonly kinds: readonly Kind[];
  readonly components: readonly ComponentSchema[];
  /** What numbers in states stand for, where a game says so. */
  readonly words?: SchemaWords;
}

/** Words for the numbers of a field, or for the places of an array, by component, field and number. */
export type SchemaWords = Readonly<
  Record<string, Readonly<Record<string, Readonly<Record<number, string>>>>>
>;

export interface ComponentSchema {
  readonly id: number;
  readonly name: string;
  /** Fields in the order of their bytes, by schema version. */
  readonly versions: Readonly<Record<number, readonly FieldSchema[]>>;
}

export interface FieldSchema {
  readonly name: string;
  readonly type: FieldType;
  /** How many bytes; only of the type `bytes`. */
  readonly size: number;
}

export function schemaOf(kinds: readonly Kind[], components: readonly Component[]): WorldSchema {
  return {
    kinds: kinds.map(({ name, first, last }) => ({ name, first, last })),
    components: components.map(({ id, name, version, fields, past }) => {
      const versions: Record<number, FieldSchema[]> = { [version]: typesOf(fields) };
      for (const [number, { fields }] of past) versions[number] = typesOf(fields);
      return { id, name, versions };
    }),
  };
}

function typesOf(fields: Component['fields']): FieldSchema[] {
  return Object.entries(fields).map(([name, { type, size = 0 }]) => ({ name, type, size }));
}

/** A stored state as its fields, of the version it was written in. Null when the schema does not know it, or the bytes do not fit. */
export function readState(
  { versions }: ComponentSchema,
  version: number,
  data: Uint8Array,
): Record<string, unknown> | null {
  const fields = versions[version];
  if (fields === undefined) return null;
  const source = new ByteSource(data);
  const state: Record<string, unknown> = {};
  try {
    for (const { name, type, size } of fields) state[name] = readField(source, { type, size, initial: null });
  } catch {
    return null;
  }
  return source.remaining === 0 ? state : null;
}
