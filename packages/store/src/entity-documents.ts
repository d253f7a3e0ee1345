import { type Change, Placement } from '@gommog/core';
import type { DocumentView } from './document-view.ts';
import type { Position, StoredComponent } from './image.ts';

/** An entity as MongoDB keeps it. `raw` is the truth; all else is there to be read and found. */
export interface EntityDocument {
  /** Serial, eight hexadecimal digits: by `_id` is by serial. */
  readonly _id: string;
  readonly serial: number;
  readonly kind: string | null;
  /** `_id` of what it is in, or null. */
  readonly parent: string | null;
  /** The newest commit record that changed it. */
  readonly epoch: number;
  readonly sequence: number;
  /** States by the names of components, as far as they are known. */
  readonly components: Readonly<Record<string, unknown>>;
  /** States by the ids of components: one byte of schema version and the bytes. */
  readonly raw: Readonly<Record<string, Buffer>>;
}

export function documentId(serial: number): string {
  return serial.toString(16).padStart(8, '0');
}

/** Whole documents from components by serial. */
export async function* documentsOf(
  batches: AsyncIterable<readonly StoredComponent[]>,
  position: Position,
  view: DocumentView,
): AsyncGenerator<EntityDocument> {
  let serial = -1;
  let changes: StoredComponent[] = [];
  for await (const batch of batches) {
    for (const component of batch) {
      if (component.serial !== serial && changes.length > 0) {
        yield documentOf(serial, changes, position, view);
        changes = [];
      }
      serial = component.serial;
      changes.push(component);
    }
  }
  if (changes.length > 0) yield documentOf(serial, changes, position, view);
}

function documentOf(
  serial: number,
  states: readonly StoredComponent[],
  { epoch, sequence }: Position,
  view: DocumentView,
): EntityDocument {
  const components: Record<string, unknown> = {};
  const raw: Record<string, Buffer> = {};
  let parent: string | null = null;
  for (const state of states) {
    raw[String(state.component)] = packState(state.version, state.data);
    const name = view.nameOf(state.component);
    const fields = name === null ? null : view.fieldsOf(state.component, state.version, state.data);
    if (fields !== null) components[name!] = fields;
    if (state.component === Placement.id) parent = parentIn(fields);
  }
  return {
    _id: documentId(serial),
    serial,
    kind: view.kindOf(serial),
    parent,
    epoch,
    sequence,
    components,
    raw,
  };
}

/** What a batch does to one entity. */
export interface EntityUpdate {
  readonly id: string;
  readonly set: Record<string, unknown>;
  readonly unset: Record<string, ''>;
  readonly setOnInsert: Record<string, unknown>;
  /** Does it leave a state behind? Otherwise a document that is not there must not be made. */
  readonly mayInsert: boolean;
}

/** What the changes of one entity come to, with its newest record as the document's version. */
export function updateOf(
  serial: number,
  changes: readonly Change[],
  version: { readonly epoch: number; readonly sequence: number },
  view: DocumentView,
): EntityUpdate {
  const set: Record<string, unknown> = { epoch: version.epoch, sequence: version.sequence };
  const unset: Record<string, ''> = {};
  const setOnInsert: Record<string, unknown> = { serial, kind: view.kindOf(serial) };
  let mayInsert = false;
  for (const { component, version, data } of changes) {
    const name = view.nameOf(component);
    const fields = name === null || data === null ? null : view.fieldsOf(component, version, data);
    if (data === null) unset[`raw.${component}`] = '';
    else {
      set[`raw.${component}`] = packState(version, data);
      mayInsert = true;
    }
    if (name !== null && fields === null) unset[`components.${name}`] = '';
    else if (name !== null) set[`components.${name}`] = fields;
    if (component === Placement.id) set['parent'] = parentIn(fields);
  }
  if (!('parent' in set)) setOnInsert['parent'] = null;
  return { id: documentId(serial), set, unset, setOnInsert, mayInsert };
}

export function componentsIn({ serial, raw }: Pick<EntityDocument, 'serial' | 'raw'>): StoredComponent[] {
  return Object.entries(raw)
    .map(([id, state]) => ({
      serial,
      component: Number(id),
      version: state[0]!,
      data: state.subarray(1),
    }))
    .sort((a, b) => a.component - b.component);
}

function packState(version: number, data: Uint8Array): Buffer {
  return Buffer.concat([Uint8Array.of(version), data]);
}

function parentIn(placement: Record<string, unknown> | null): string | null {
  const parent = placement?.['parent'];
  return typeof parent === 'number' && parent !== 0 ? documentId(parent) : null;
}
