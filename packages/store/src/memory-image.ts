import type { CommitRecord } from '@gommog/core';
import { type Image, type Position, START, type StoredComponent } from './image.ts';
import { componentKey, foldRecords } from './image-batch.ts';

/** What survives a `MemoryImage`: open another one on the same medium, and the crash is over. */
export class ImageMedium {
  position: Position = START;
  readonly components = new Map<number, StoredComponent>();
  readonly meta = new Map<string, string>();
  /** While set, every `apply` is refused with it. */
  fault: Error | null = null;
}

/** An image without a disk, for tests. */
export class MemoryImage implements Image {
  readonly #medium: ImageMedium;

  constructor(medium: ImageMedium = new ImageMedium()) {
    this.#medium = medium;
  }

  get position(): Position {
    return this.#medium.position;
  }

  async apply(records: readonly CommitRecord[]): Promise<void> {
    const medium = this.#medium;
    if (medium.fault !== null) throw medium.fault;
    const batch = foldRecords(medium.position, records);
    if (batch === null) return;
    for (const { serial, component, version, data } of batch.changes) {
      const key = componentKey(serial, component);
      if (data === null) medium.components.delete(key);
      else medium.components.set(key, { serial, component, version, data: data.slice() });
    }
    medium.position = batch.position;
  }

  components(): Iterable<StoredComponent> {
    return [...this.#medium.components].sort(([a], [b]) => a - b).map(([, component]) => component);
  }

  meta(name: string): string | null {
    return this.#medium.meta.get(name) ?? null;
  }

  async setMeta(name: string, value: string): Promise<void> {
    this.#medium.meta.set(name, value);
  }

  async close(): Promise<void> {}
}
