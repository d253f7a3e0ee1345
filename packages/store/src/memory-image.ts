import { catchUp } from './catch-up.ts';
import { chunksOf } from './component-chunks.ts';
import {
  type ComponentBatches,
  type Image,
  type ImageSource,
  type Position,
  type RecordBatches,
  type Snapshot,
  START,
  type StoredComponent,
} from './image.ts';
import { componentKey, foldRecords, type ImageBatch } from './image-batch.ts';

/** What survives a `MemoryImage`: open another one on the same medium, and the crash is over. */
export class ImageMedium {
  position: Position = START;
  damage: string | null = null;
  readonly components = new Map<number, StoredComponent>();
  readonly meta = new Map<string, string>();
  /** While set, every `apply` is refused with it. */
  fault: Error | null = null;
}

const BATCH = 100;

/** An image without a disk, for tests. */
export class MemoryImage implements Image {
  readonly #medium: ImageMedium;

  constructor(medium: ImageMedium = new ImageMedium()) {
    this.#medium = medium;
  }

  get position(): Position {
    return this.#medium.position;
  }

  get reach(): number {
    return this.position.sequence;
  }

  get settled(): number {
    return this.position.sequence;
  }

  get damage(): string | null {
    return this.#medium.damage;
  }

  async apply(records: readonly Uint8Array[]): Promise<void> {
    const batch = foldRecords(this.position, records);
    if (batch !== null) this.#write(batch);
  }

  catchUp(records: RecordBatches): Promise<void> {
    return catchUp({ image: this, write: async (batch) => this.#write(batch) }, records);
  }

  #write(batch: ImageBatch): void {
    const medium = this.#medium;
    if (medium.fault !== null) throw medium.fault;
    for (const { serial, component, version, data } of batch.changes) {
      const key = componentKey(serial, component);
      if (data === null) medium.components.delete(key);
      else medium.components.set(key, { serial, component, version, data: data.slice() });
    }
    medium.position = batch.position;
  }

  async *components(): AsyncGenerator<readonly StoredComponent[]> {
    const all = [...this.#medium.components].sort(([a], [b]) => a - b).map(([, component]) => component);
    for (let at = 0; at < all.length; at += BATCH) yield all.slice(at, at + BATCH);
  }

  async snapshot(): Promise<Snapshot> {
    const copy = new ImageMedium();
    for (const [key, component] of this.#medium.components) copy.components.set(key, component);
    return {
      position: this.position,
      chunks: chunksOf(new MemoryImage(copy).components()),
      close: async () => {},
    };
  }

  async replace(position: Position, components: ComponentBatches): Promise<void> {
    const medium = this.#medium;
    medium.position = START;
    medium.damage = 'it was being made anew';
    medium.components.clear();
    for await (const batch of components) {
      for (const { serial, component, version, data } of batch) {
        medium.components.set(componentKey(serial, component), {
          serial,
          component,
          version,
          data: data.slice(),
        });
      }
    }
    medium.position = position;
    medium.damage = null;
  }

  async meta(name: string): Promise<string | null> {
    return this.#medium.meta.get(name) ?? null;
  }

  async setMeta(name: string, value: string): Promise<void> {
    this.#medium.meta.set(name, value);
  }

  async close(): Promise<void> {}
}

export function memorySource(medium: ImageMedium, name = 'memory'): ImageSource {
  return { name, isRemote: false, isBase: true, open: async () => new MemoryImage(medium) };
}
