import { crc32 } from 'node:zlib';
import { ByteSink, ByteSource, type Component, decodeState, World, writeField } from '@gommog/core';

/**
 * What is saved of a game, for ever: each persisted component by id, with the fields of every version that was ever released and a
 * saved state of it. Kept beside the game as `schema-lock.json`.
 */
export type SchemaLock = Record<string, LockedComponent>;

interface LockedComponent {
  readonly name: string;
  readonly versions: Record<string, LockedVersion>;
}

interface LockedVersion {
  /** Field → type, in the order in which they are written. */
  readonly fields: Record<string, string>;
  /** A state as this version saved it, in hexadecimal. */
  readonly bytes: string;
  /** What the newest version reads from those bytes. */
  readonly reads: Record<string, unknown>;
}

const HOW = 'raise its version, keep the old fields with an upgrade, and run `npm run lock:schemas`';

/** The persisted components of a world with these components, the world's own among them. */
function persisted(components: readonly Component[]): Component[] {
  const world = new World({ planes: [], kinds: [], components, seed: 0 });
  return world.stores.map(({ component }) => component).filter((component) => component.persisted);
}

/** What is wrong between a lock and the components as they are now; empty when saves of every released version can be read. */
export function schemaProblems(lock: SchemaLock, components: readonly Component[]): string[] {
  const problems: string[] = [];
  const present = new Map(persisted(components).map((component) => [String(component.id), component]));
  for (const [id, locked] of Object.entries(lock)) {
    const component = present.get(id);
    const what = `component ${id} '${locked.name}'`;
    if (component === undefined) {
      problems.push(`${what} is saved in worlds, but is gone or no longer persisted`);
      continue;
    }
    if (component.name !== locked.name) {
      problems.push(`${what} is now called '${component.name}': an id is never given to another component`);
      continue;
    }
    for (const [version, released] of Object.entries(locked.versions)) {
      problems.push(...versionProblems(what, component, Number(version), released));
    }
  }
  for (const [id, { name, version }] of present) {
    if (lock[id]?.versions[version] === undefined)
      problems.push(
        `component ${id} '${name}' version ${version} is not in the lock: run \`npm run lock:schemas\``,
      );
  }
  return problems;
}

function versionProblems(
  what: string,
  component: Component,
  version: number,
  { bytes, fields, reads }: LockedVersion,
): string[] {
  const now = fieldsOf(component, version);
  if (now === null) return [`${what}: version ${version} cannot be read any more`];
  if (JSON.stringify(Object.entries(now)) !== JSON.stringify(Object.entries(fields)))
    return [`${what}: the fields of version ${version} have changed: ${HOW}`];
  try {
    const state = decodeState(component, version, new ByteSource(Buffer.from(bytes, 'hex')));
    if (JSON.stringify(sorted(shown(state))) !== JSON.stringify(sorted(reads)))
      return [`${what}: a saved state of version ${version} is read as something else than before`];
    if (version === component.version && encode(component, state) !== bytes)
      return [`${what}: a state of version ${version} is written as other bytes than before`];
  } catch (error) {
    return [`${what}: a saved state of version ${version} is refused: ${(error as Error).message}`];
  }
  return [];
}

/** The lock with what is new in the components; what was locked stays as it is, but for what newer versions read from it. */
export function lockSchemas(lock: SchemaLock, components: readonly Component[]): SchemaLock {
  const next: SchemaLock = structuredClone(lock);
  for (const component of persisted(components)) {
    const id = String(component.id);
    const versions = next[id]?.versions ?? {};
    const fields = fieldsOf(component, component.version)!;
    if (versions[component.version] === undefined) {
      const sample = sampleOf(component);
      versions[component.version] = { fields, bytes: encode(component, sample), reads: shown(sample) };
      for (const [version, released] of Object.entries(versions)) {
        if (Number(version) === component.version) continue;
        const source = new ByteSource(Buffer.from(released.bytes, 'hex'));
        versions[version] = { ...released, reads: shown(decodeState(component, Number(version), source)) };
      }
    }
    next[id] = { name: next[id]?.name ?? component.name, versions };
  }
  return next;
}

function fieldsOf(component: Component, version: number): Record<string, string> | null {
  const fields = version === component.version ? component.fields : component.past.get(version)?.fields;
  if (fields === undefined) return null;
  return Object.fromEntries(
    Object.entries(fields).map(([name, { size, type }]) => [
      name,
      type === 'bytes' ? `bytes(${size})` : type,
    ]),
  );
}

function encode(component: Component, state: Readonly<Record<string, unknown>>): string {
  const sink = new ByteSink();
  for (const name of component.fieldNames) writeField(sink, component.fields[name]!.type, state[name]);
  return Buffer.from(sink.bytes()).toString('hex');
}

const samples: Readonly<Record<string, unknown>> = {
  u8: 200,
  i8: -100,
  u16: 54_321,
  i16: -12_345,
  u32: 4_000_000_000,
  i32: -2_000_000_000,
  f64: 1_234_567.25,
  bool: true,
  text: 'Æon of snow ☃ 雪',
};

/** A state with no field at its initial value; structured values cannot be made up and are the initial ones. */
function sampleOf({ fields }: Component): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, { initial, size, type }]) => {
      if (type === 'bytes') return [name, Uint8Array.from({ length: size! }, (_, i) => i * 7)];
      return [name, type === 'json' ? initial : samples[type]];
    }),
  );
}

/** Bytes may be thousands: what is read is compared by their checksum. */
function shown(state: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(state).map(([name, value]) => [
      name,
      value instanceof Uint8Array ? `${value.length} bytes, CRC-32 ${crc32(value).toString(16)}` : value,
    ]),
  );
}

function sorted(state: Readonly<Record<string, unknown>>): [string, unknown][] {
  return Object.entries(state).sort(([a], [b]) => (a < b ? -1 : 1));
}
