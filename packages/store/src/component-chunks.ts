import { CommitEncoder, decodeCommit } from '@gommog/core';
import type { Chunk } from './chunk-port.ts';
import type { ComponentBatches, StoredComponent } from './image.ts';

/** Components as one commit record that stands for nothing but itself: so they cross threads, and lie in files. */
export type ComponentChunk = Chunk;

export type ComponentChunks = AsyncIterable<ComponentChunk>;

/** What a component takes in a chunk besides its data. */
const HEAD_BYTES = 12;

/** The components in chunks of about `chunkBytes`. */
export async function* chunksOf(
  components: ComponentBatches,
  chunkBytes = 128 * 1024,
): AsyncGenerator<ComponentChunk> {
  const encoder = new CommitEncoder();
  encoder.begin(0, 0, 0, 0);
  let length = 0;
  for await (const batch of components) {
    for (const { serial, component, version, data } of batch) {
      encoder.set(serial, component, version, (sink) => sink.raw(data));
      length += data.length + HEAD_BYTES;
    }
    if (length < chunkBytes) continue;
    yield { count: encoder.count, bytes: encoder.finish() };
    encoder.begin(0, 0, 0, 0);
    length = 0;
  }
  if (encoder.count > 0) yield { count: encoder.count, bytes: encoder.finish() };
}

/** The components of a chunk; their data are views into its bytes. Throws RangeError when they are cut short. */
export function componentsIn(bytes: Uint8Array): readonly StoredComponent[] {
  return decodeCommit(bytes).changes as readonly StoredComponent[];
}

/** The components of chunks, chunk by chunk. */
export async function* componentsOfChunks(chunks: ComponentChunks): ComponentBatches {
  for await (const { bytes } of chunks) yield componentsIn(bytes);
}
