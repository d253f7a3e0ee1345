import type { WorldSchema } from '@gommog/core';
import { type Collection, MongoClient, MongoServerSelectionError } from 'mongodb';
import { catchUp } from './catch-up.ts';
import { DocumentView } from './document-view.ts';
import { componentsIn, documentsOf, type EntityDocument } from './entity-documents.ts';
import {
  type ComponentBatches,
  type Image,
  type Position,
  type RecordBatches,
  START,
  type StoredComponent,
} from './image.ts';
import { foldRecords, type ImageBatch } from './image-batch.ts';
import { writeUpdates } from './mongodb-updates.ts';
import { placeOf } from './remote-place.ts';
import { StoreError } from './store-error.ts';

export interface MongodbImageOptions {
  /** `mongodb://` or `mongodb+srv://`, with user and password where needed. */
  readonly url: string;
  readonly database?: string;
  /** What states look like to a person; without it they are only kept. */
  readonly schema?: WorldSchema | null;
  /** An operation that takes longer has failed, in milliseconds; default 8000. */
  readonly timeoutMs?: number;
}

const FORMAT = 1;
/** Documents in one piece of a reading, or of a making anew. */
const BATCH = 1000;

interface StateDocument {
  readonly _id: 'image';
  readonly format: number;
  readonly position: Position;
  /** Newest record of which parts may have been written. */
  readonly reach: number;
  /** Documents that should be there. */
  readonly entities: number;
  readonly filling?: boolean;
  readonly meta?: Readonly<Record<string, string>>;
}

/**
 * An image in MongoDB: one document for each entity in `entities`, which a person can query, and where the image stands in `image`.
 * No transactions over documents are needed: before a batch the image says how far it will reach, then the documents are
 * written, each only if it is older than what is written, then the position moves. A batch that was cut off shows in `reach`,
 * and applying it again makes it whole.
 */
export class MongodbImage implements Image {
  readonly #client: MongoClient;
  readonly #entities: Collection<EntityDocument>;
  readonly #state: Collection<StateDocument>;
  readonly #place: string;
  readonly #view: DocumentView;
  #position: Position = START;
  #reach = 0;
  /** Null when a writing failed and nobody knows what of it was done. */
  #count: number | null = 0;
  #damage: string | null = null;
  #meta: Readonly<Record<string, string>> = {};

  /** @throws GMG_STORE_IO when the server cannot be reached; GMG_STORE_FORMAT when a newer program wrote the image. */
  static async open(options: MongodbImageOptions): Promise<MongodbImage> {
    const image = new MongodbImage(options);
    try {
      await image.#try(() => image.#read());
    } catch (error) {
      await image.close();
      throw error;
    }
    return image;
  }

  private constructor({ url, database = 'gommog', schema, timeoutMs = 8000 }: MongodbImageOptions) {
    this.#place = `mongodb at ${placeOf(url)}`;
    try {
      this.#client = new MongoClient(url, {
        serverSelectionTimeoutMS: timeoutMs,
        connectTimeoutMS: timeoutMs,
        socketTimeoutMS: timeoutMs,
        writeConcern: { w: 'majority', journal: true },
        readPreference: 'primary',
        appName: 'gommog',
      });
    } catch (error) {
      throw new StoreError('GMG_STORE_SETUP', `${this.#place}: ${(error as Error).message}`, {
        cause: error,
      });
    }
    const db = this.#client.db(database);
    this.#entities = db.collection<EntityDocument>('entities', { promoteBuffers: true });
    this.#state = db.collection<StateDocument>('image');
    this.#view = new DocumentView(schema ?? { kinds: [], components: [] });
  }

  get position(): Position {
    return this.#position;
  }

  get reach(): number {
    return this.#reach;
  }

  get settled(): number {
    return this.#position.sequence;
  }

  get damage(): string | null {
    return this.#damage;
  }

  async apply(records: readonly Uint8Array[]): Promise<void> {
    const batch = foldRecords(this.#position, records);
    if (batch !== null) await this.#write(batch);
  }

  catchUp(records: RecordBatches): Promise<void> {
    return catchUp({ image: this, write: (batch) => this.#write(batch) }, records);
  }

  async #write(batch: ImageBatch): Promise<void> {
    const { position } = batch;
    const before = this.#count;
    await this.#try(async () => {
      await this.#announce(position);
      this.#count = null;
      const grown = await writeUpdates(this.#entities, batch, this.#view);
      const entities =
        before === null || grown === null ? await this.#entities.countDocuments({}) : before + grown;
      await this.#state.updateOne({ _id: 'image' }, { $set: { position, entities } });
      this.#count = entities;
    });
    this.#position = position;
  }

  async *components(): AsyncGenerator<readonly StoredComponent[]> {
    let found = 0;
    let batch: StoredComponent[] = [];
    const cursor = this.#entities
      .find({}, { projection: { serial: 1, raw: 1 } })
      .sort({ _id: 1 })
      .batchSize(BATCH);
    try {
      for (;;) {
        const document = await this.#try(() => cursor.next());
        if (document === null) break;
        found++;
        for (const component of componentsIn(document)) batch.push(component);
        if (batch.length < BATCH) continue;
        yield batch;
        batch = [];
      }
    } finally {
      await cursor.close().catch(() => {});
    }
    if (batch.length > 0) yield batch;
    // While others write, the counts of different moments cannot be compared: then the log makes up for it.
    if (this.#count !== null && found < this.#count && found === (await this.#entities.countDocuments({}))) {
      throw new StoreError('GMG_STORE_CORRUPT', `${this.#place}: ${lossOf(found, this.#count)}`);
    }
  }

  async replace(position: Position, components: ComponentBatches): Promise<void> {
    await this.#try(async () => {
      await this.#state.updateOne(
        { _id: 'image' },
        { $set: { position: START, reach: 0, entities: 0, filling: true } },
      );
      this.#moveTo(START, 0);
      this.#damage = UNFINISHED;
      await this.#entities.drop();
      await this.#index();
    });
    let entities = 0;
    let documents: EntityDocument[] = [];
    const insert = async () => {
      if (documents.length === 0) return;
      await this.#try(() => this.#entities.insertMany(documents, { ordered: false }));
      entities += documents.length;
      documents = [];
    };
    for await (const document of documentsOf(components, position, this.#view)) {
      documents.push(document);
      if (documents.length >= BATCH) await insert();
    }
    await insert();
    await this.#try(() =>
      this.#state.updateOne(
        { _id: 'image' },
        { $set: { position, reach: position.sequence, entities }, $unset: { filling: '' } },
      ),
    );
    this.#damage = null;
    this.#moveTo(position, entities);
  }

  async meta(name: string): Promise<string | null> {
    return this.#meta[name] ?? null;
  }

  async setMeta(name: string, value: string): Promise<void> {
    const meta = { ...this.#meta, [name]: value };
    await this.#try(() => this.#state.updateOne({ _id: 'image' }, { $set: { meta } }));
    this.#meta = meta;
  }

  async close(): Promise<void> {
    await this.#client.close();
  }

  async #read(): Promise<void> {
    await this.#client.connect();
    const { upsertedCount } = await this.#state.updateOne(
      { _id: 'image' },
      { $setOnInsert: { format: FORMAT, position: START, reach: 0, entities: 0 } },
      { upsert: true },
    );
    if (upsertedCount > 0) await this.#index();
    const state = (await this.#state.findOne({ _id: 'image' }))!;
    if (state.format !== FORMAT) {
      throw new StoreError('GMG_STORE_FORMAT', `${this.#place} has image format ${state.format}`);
    }
    this.#meta = state.meta ?? {};
    if (state.filling === true) {
      this.#damage = UNFINISHED;
      return;
    }
    const isWhole = state.reach === state.position.sequence;
    const found = await this.#entities.countDocuments({});
    if (isWhole && found !== state.entities) {
      this.#damage = lossOf(found, state.entities);
      return;
    }
    this.#moveTo(state.position, isWhole ? found : null);
    this.#reach = state.reach;
  }

  #index(): Promise<string[]> {
    return this.#entities.createIndexes([{ key: { parent: 1 } }, { key: { kind: 1 } }]);
  }

  #moveTo(position: Position, count: number | null): void {
    this.#position = position;
    this.#reach = position.sequence;
    this.#count = count;
  }

  /** Tells how far the documents may be from now on, if the image stands where this process left it. */
  async #announce({ sequence }: Position): Promise<void> {
    const { epoch, sequence: from } = this.#position;
    const reach = Math.max(sequence, this.#reach);
    const { matchedCount } = await this.#state.updateOne(
      { _id: 'image', 'position.epoch': epoch, 'position.sequence': from },
      { $set: { reach } },
    );
    if (matchedCount === 0) {
      throw new StoreError(
        'GMG_STORE_EPOCH',
        `${this.#place} does not stand at record ${from} of epoch ${epoch} any more: it lost data, or another process writes there`,
      );
    }
    this.#reach = reach;
  }

  async #try<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof StoreError) throw error;
      const what = error instanceof MongoServerSelectionError ? ' cannot be reached' : '';
      throw new StoreError('GMG_STORE_IO', `${this.#place}${what}: ${(error as Error).message}`, {
        cause: error,
      });
    }
  }
}

const UNFINISHED = 'it was being made anew, and that was cut off';

function lossOf(found: number, expected: number): string {
  return `it has ${found} entities where ${expected} should be`;
}
