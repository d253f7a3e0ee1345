import type { Change, CommitRecord } from '@gommog/core';
import { type AnyBulkWriteOperation, type Collection, MongoBulkWriteError } from 'mongodb';
import type { DocumentView } from './document-view.ts';
import { type EntityDocument, updateOf } from './entity-documents.ts';

/** Updates in one request: a slow server must get through them in the time that an operation has. */
const UPDATES = 100;
const DUPLICATE_KEY = 11000;

type Version = Pick<EntityDocument, 'epoch' | 'sequence'>;

/** A writing that only does something when the document of `id` is older than this version. */
interface VersionedUpdate extends Version {
  readonly id: string;
  readonly operation: AnyBulkWriteOperation<EntityDocument>;
}

/**
 * Writes what records do to the documents of entities, in requests of a bounded size. A document is only changed when it is older
 * than the record, so writing again what was cut off is harmless. Documents without a state are deleted.
 * Gives how many documents there are more than before, or null when nobody counted. Throws what the driver does.
 */
export async function writeUpdates(
  entities: Collection<EntityDocument>,
  records: readonly CommitRecord[],
  view: DocumentView,
): Promise<number | null> {
  let grown: number | null = 0;
  const shrunk: string[] = [];
  const updates: VersionedUpdate[] = [];
  for (const [serial, { changes, epoch, sequence }] of byEntity(records)) {
    const { id, set, unset, setOnInsert, mayInsert } = updateOf(
      serial,
      [...changes.values()],
      { epoch, sequence },
      view,
    );
    if (Object.keys(unset).some((path) => path.startsWith('raw.'))) shrunk.push(id);
    const updateOne = {
      filter: { _id: id, $or: [{ epoch: { $lt: epoch } }, { epoch, sequence: { $lt: sequence } }] },
      update: {
        $set: set,
        ...(Object.keys(unset).length === 0 ? {} : { $unset: unset }),
        ...(mayInsert ? { $setOnInsert: setOnInsert } : {}),
      },
      upsert: mayInsert,
    };
    const operation = { updateOne } as AnyBulkWriteOperation<EntityDocument>;
    updates.push({ id, epoch, sequence, operation });
  }
  for (let at = 0; at < updates.length; at += UPDATES) {
    const more = await request(entities, updates.slice(at, at + UPDATES));
    grown = grown === null || more === null ? null : grown + more;
  }
  for (let at = 0; at < shrunk.length; at += UPDATES) {
    const deleted = await deleteEmptied(entities, shrunk.slice(at, at + UPDATES));
    if (grown !== null) grown -= deleted;
  }
  return grown;
}

/**
 * An update of a document that is not older than what is written tries to insert it once more, and is refused: it has it
 * already. Some servers give up the rest of the request then, so what is still missing is sent again. Null: nobody counted.
 */
async function request(
  entities: Collection<EntityDocument>,
  updates: readonly VersionedUpdate[],
): Promise<number | null> {
  try {
    const operations = updates.map(({ operation }) => operation);
    return (await entities.bulkWrite(operations, { ordered: false })).upsertedCount;
  } catch (error) {
    if (!isRepeated(error)) throw error;
    const missing = await missingOf(entities, updates);
    if (missing.length === updates.length) throw error;
    if (missing.length > 0) await request(entities, missing);
    return null;
  }
}

/** Has a request only been refused documents that were there already? */
function isRepeated(error: unknown): boolean {
  return (
    error instanceof MongoBulkWriteError &&
    error.result.getWriteConcernError() === undefined &&
    [error.writeErrors].flat().every(({ code }) => code === DUPLICATE_KEY)
  );
}

/** Those of which the document is not there, or is older. */
async function missingOf(
  entities: Collection<EntityDocument>,
  updates: readonly VersionedUpdate[],
): Promise<VersionedUpdate[]> {
  const ids = updates.map(({ id }) => id);
  const written = new Map<string, Version>();
  const found = entities.find({ _id: { $in: ids } }, { projection: { epoch: 1, sequence: 1 } });
  for await (const { _id, epoch, sequence } of found) written.set(_id, { epoch, sequence });
  return updates.filter((update) => {
    const { epoch, sequence } = written.get(update.id) ?? { epoch: -1, sequence: -1 };
    return epoch < update.epoch || (epoch === update.epoch && sequence < update.sequence);
  });
}

/** Deletes those of the documents that have no state left; gives how many. */
async function deleteEmptied(entities: Collection<EntityDocument>, ids: readonly string[]): Promise<number> {
  // One by one within the request: a server then needs nothing but its index of `_id`.
  const deletions = ids.map((id) => ({ deleteOne: { filter: { _id: id, raw: {} } } }));
  return (await entities.bulkWrite(deletions, { ordered: false })).deletedCount;
}

interface Touched {
  readonly changes: Map<number, Change>;
  epoch: number;
  sequence: number;
}

/** The last change of each component, by entity. */
function byEntity(records: readonly CommitRecord[]): Map<number, Touched> {
  const touched = new Map<number, Touched>();
  for (const { epoch, sequence, changes } of records) {
    for (const change of changes) {
      let entity = touched.get(change.serial);
      if (entity === undefined) {
        entity = { changes: new Map(), epoch, sequence };
        touched.set(change.serial, entity);
      }
      entity.changes.set(change.component, change);
      entity.epoch = epoch;
      entity.sequence = sequence;
    }
  }
  return touched;
}
