import type { Change } from '@gommog/core';
import { type AnyBulkWriteOperation, type Collection, MongoBulkWriteError } from 'mongodb';
import type { DocumentView } from './document-view.ts';
import { type EntityDocument, type EntityUpdate, updateOf } from './entity-documents.ts';
import type { ImageBatch, Version } from './image-batch.ts';

/** Updates in one request: a slow server must get through them in the time that an operation has. */
const UPDATES = 100;
const DUPLICATE_KEY = 11000;

/** A writing that only does something when the document of `id` is older than this version. */
interface VersionedUpdate extends Version {
  readonly id: string;
  readonly operation: AnyBulkWriteOperation<EntityDocument>;
}

/**
 * Writes what a batch does to the documents of entities, in requests of a bounded size. A document is only changed when it is older
 * than the newest record of its entity, so writing again what was cut off is harmless. Documents without a state are deleted.
 * Gives how many documents there are more than before, or null when nobody counted. Throws what the driver does.
 */
export async function writeUpdates(
  entities: Collection<EntityDocument>,
  batch: ImageBatch,
  view: DocumentView,
): Promise<number | null> {
  let grown: number | null = 0;
  const shrunk: string[] = [];
  let updates: VersionedUpdate[] = [];
  const send = async (): Promise<void> => {
    const more = await request(entities, updates);
    grown = grown === null || more === null ? null : grown + more;
    updates = [];
  };
  for (const [serial, changes] of byEntity(batch.changes)) {
    const version = batch.versionOf(serial);
    const update = updateOf(serial, changes, version, view);
    if (Object.keys(update.unset).some((path) => path.startsWith('raw.'))) shrunk.push(update.id);
    updates.push(versioned(update, version));
    if (updates.length >= UPDATES) await send();
  }
  if (updates.length > 0) await send();
  for (let at = 0; at < shrunk.length; at += UPDATES) {
    const deleted = await deleteEmptied(entities, shrunk.slice(at, at + UPDATES));
    if (grown !== null) grown -= deleted;
  }
  return grown;
}

function versioned(
  { id, mayInsert, set, setOnInsert, unset }: EntityUpdate,
  { epoch, sequence }: Version,
): VersionedUpdate {
  const updateOne = {
    filter: { _id: id, $or: [{ epoch: { $lt: epoch } }, { epoch, sequence: { $lt: sequence } }] },
    update: {
      $set: set,
      ...(Object.keys(unset).length === 0 ? {} : { $unset: unset }),
      ...(mayInsert ? { $setOnInsert: setOnInsert } : {}),
    },
    upsert: mayInsert,
  };
  return { id, epoch, sequence, operation: { updateOne } as AnyBulkWriteOperation<EntityDocument> };
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

function byEntity(changes: Iterable<Change>): Map<number, Change[]> {
  const entities = new Map<number, Change[]>();
  for (const change of changes) {
    const others = entities.get(change.serial);
    if (others === undefined) entities.set(change.serial, [change]);
    else others.push(change);
  }
  return entities;
}
