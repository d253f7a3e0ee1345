import { type ComponentSchema, readState, type WorldSchema } from '@gommog/core';

/** A state of more bytes than this is kept, but not shown field by field. */
const READABLE_BYTES = 64 * 1024;
/** Not to be read by who may query documents; the raw state has it. */
const SECRET = /password|secret/i;
const NAME = /^[A-Za-z][\w-]*$/;

/** How states look in a document that a person may query. Knows no game: only what the schema tells. */
export class DocumentView {
  readonly #schema: WorldSchema;
  readonly #components: ReadonlyMap<number, ComponentSchema>;

  constructor(schema: WorldSchema) {
    this.#schema = schema;
    this.#components = new Map(schema.components.map((component) => [component.id, component]));
  }

  /** Name of the kind of an entity, by the range of its serial; null for none. */
  kindOf(serial: number): string | null {
    return this.#schema.kinds.find(({ first, last }) => serial >= first && serial <= last)?.name ?? null;
  }

  /** The name of a component's field in a document, or null when the schema does not know the component. */
  nameOf(component: number): string | null {
    const name = this.#components.get(component)?.name;
    return name !== undefined && NAME.test(name) ? name : null;
  }

  /** A state as a document, or null when it cannot be shown. */
  fieldsOf(component: number, version: number, data: Uint8Array): Record<string, unknown> | null {
    const schema = this.#components.get(component);
    if (schema === undefined || data.length > READABLE_BYTES) return null;
    const state = readState(schema, version, data);
    for (const name of Object.keys(state ?? {})) if (SECRET.test(name)) state![name] = '(hidden)';
    if (state === null) return null;
    return safe({ ...state, ...wordsFor(state, this.#schema.words?.[schema.name] ?? {}) }, 0) as Record<
      string,
      unknown
    >;
  }
}

/** Beside a number its word, as `<field>Name`; beside an array `<field>ByName`, without what is 0. */
function wordsFor(
  state: Readonly<Record<string, unknown>>,
  words: Readonly<Record<string, Readonly<Record<number, string>>>>,
): Record<string, unknown> {
  const named: Record<string, unknown> = {};
  for (const [field, names] of Object.entries(words)) {
    const value = state[field];
    if (typeof value === 'number' && names[value] !== undefined) named[`${field}Name`] = names[value];
    if (!Array.isArray(value)) continue;
    const entries = value.flatMap((each, place) => (each === 0 ? [] : [[names[place] ?? `#${place}`, each]]));
    named[`${field}ByName`] = Object.fromEntries(entries) as unknown;
  }
  return named;
}

const DEEPEST = 20;

/**
 * Values that every server takes: in a name a dot or a leading dollar sign means something to a query, and FerretDB knows no arrays in
 * arrays, so the inner ones are within an object, as `list`.
 */
function safe(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Uint8Array) return Buffer.from(value);
  if (depth > DEEPEST) return null;
  if (Array.isArray(value))
    return value.map((each) =>
      Array.isArray(each) ? { list: safe(each, depth + 1) } : safe(each, depth + 1),
    );
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [safeName(name), safe(each, depth + 1)]),
  );
}

function safeName(name: string): string {
  const plain = name.replaceAll('.', '_').replaceAll('\0', '_').replace(/^\$/, '_');
  return plain === '' ? '_' : plain;
}
