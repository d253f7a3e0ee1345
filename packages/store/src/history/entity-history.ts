import { ByteSource, type Component, decodeCommit, decodeState, World } from '@gommog/core';
import { listCheckpoints, readCheckpoint } from './checkpoint.ts';
import { type LogReading, logOf } from './log-reading.ts';

/** What became of one component of an entity in one tick. */
export interface ComponentChange {
  /** Name of the component; `#` and its id when nobody here knows it. */
  readonly component: string;
  readonly kind: 'set' | 'removed';
  /**
   * Fields whose value is another than before. `from` is absent when nothing is known of before. Of an unknown component the one
   * field `bytes`, in hexadecimal.
   */
  readonly fields: Readonly<Record<string, { readonly from?: unknown; readonly to: unknown }>>;
}

export interface EntityChange {
  readonly sequence: number;
  readonly tick: number;
  /** World time in milliseconds. */
  readonly timeMs: number;
  /** Wall time in milliseconds since 1970. */
  readonly wallMs: number;
  readonly changes: readonly ComponentChange[];
}

type State = Readonly<Record<string, unknown>>;

/**
 * Every change of an entity that a data or backup folder still knows of, oldest first; a shard may be running over it.
 * @throws GMG_STORE_CORRUPT with file and offset; GMG_STORE_IO when there is no log.
 */
export async function* entityHistory(
  dir: string,
  serial: number,
  components: readonly Component[],
): AsyncGenerator<EntityChange> {
  // A world has some of its own besides the game's.
  const { stores } = new World({ planes: [], kinds: [], components, seed: 0 });
  const known = new Map(stores.map(({ component }) => [component.id, component]));
  const log = await logOf(dir);
  try {
    yield* changesIn(log, await statesBefore(dir, log.first, serial, known), serial, known);
  } finally {
    await log.close();
  }
}

async function* changesIn(
  log: LogReading,
  states: Map<number, State | null>,
  serial: number,
  known: ReadonlyMap<number, Component>,
): AsyncGenerator<EntityChange> {
  for await (const { encoded, wallMs } of log.read(log.first)) {
    if (!mentions(encoded, serial)) continue;
    const { changes, sequence, tick, timeMs } = decodeCommit(encoded);
    const found: ComponentChange[] = [];
    for (const { component, data, serial: whose, version } of changes) {
      if (whose !== serial) continue;
      const definition = known.get(component);
      const name = definition?.name ?? `#${component}`;
      const before = states.get(component);
      const after = data === null ? null : stateOf(definition, version, data);
      states.set(component, after);
      const fields = after === null ? {} : differences(before, after);
      if (after !== null && before && Object.keys(fields).length === 0) continue;
      found.push({ component: name, kind: after === null ? 'removed' : 'set', fields });
    }
    if (found.length > 0) yield { sequence, tick, timeMs, wallMs, changes: found };
  }
}

/** The entity as the log's beginning finds it, if a checkpoint knows. */
async function statesBefore(
  dir: string,
  first: number,
  serial: number,
  known: ReadonlyMap<number, Component>,
): Promise<Map<number, State | null>> {
  const states = new Map<number, State | null>();
  const base = (await listCheckpoints(dir)).find(({ sequence }) => sequence === first - 1);
  if (base === undefined) return states;
  for await (const batch of readCheckpoint(base)) {
    for (const each of batch) {
      if (each.serial === serial)
        states.set(each.component, stateOf(known.get(each.component), each.version, each.data));
    }
  }
  return states;
}

/** Whether the bytes of the serial stand anywhere in a record: most of a log is passed over without being decoded. */
function mentions(encoded: Uint8Array, serial: number): boolean {
  const wanted = Buffer.alloc(4);
  wanted.writeUInt32LE(serial);
  return Buffer.from(encoded.buffer, encoded.byteOffset, encoded.length).includes(wanted);
}

function stateOf(component: Component | undefined, version: number, data: Uint8Array): State {
  if (component === undefined) return { bytes: Buffer.from(data).toString('hex') };
  try {
    return decodeState(component, version, new ByteSource(data));
  } catch {
    // A version that this program does not know is shown as it is.
    return { bytes: Buffer.from(data).toString('hex') };
  }
}

function differences(before: State | null | undefined, after: State): ComponentChange['fields'] {
  const fields: Record<string, { from?: unknown; to: unknown }> = {};
  for (const [name, to] of Object.entries(after)) {
    const from = before?.[name];
    if (JSON.stringify(from) === JSON.stringify(to)) continue;
    fields[name] = before ? { from, to } : { to };
  }
  return fields;
}
