import type { MessagePort } from 'node:worker_threads';
import { fromPortable, type PortableError, StoreError, toPortable } from './store-error.ts';

/** Some of many things, as bytes that can cross threads. */
export interface Chunk {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Things in it, at least one. */
  readonly count: number;
}

/** What the sending end says for each request of the receiving one: a chunk, null after the last one, or why there is none. */
type Said = Chunk | null | { readonly error: PortableError };

/** Chunks that are on their way while one is being worked on, so that neither thread waits for the other. */
const AHEAD = 3;

/**
 * Gives chunks to whoever receives them at the other end of a port, as fast as they are asked for. Resolves when the other end is
 * closed; `chunks` are then given up.
 */
export async function sendChunks(port: MessagePort, chunks: AsyncIterable<Chunk>): Promise<void> {
  const iterator = chunks[Symbol.asyncIterator]();
  const say = (said: Said, transfer: ArrayBuffer[] = []) => port.postMessage(said, transfer);
  const sendNext = async () => {
    try {
      const { done, value } = await iterator.next();
      if (done === true) say(null);
      else say(value, [value.bytes.buffer]);
    } catch (error) {
      say({ error: toPortable(error) });
    }
  };
  let sending = Promise.resolve();
  port.on('message', () => {
    sending = sending.then(sendNext);
  });
  await new Promise<void>((resolve) => {
    port.once('close', () => resolve());
  });
  await sending;
  await iterator.return?.();
}

/**
 * The chunks that somebody sends at the other end of a port. Closes the port at the end.
 * @throws what the sender met; GMG_STORE_CLOSED when it is gone.
 */
export async function* receiveChunks(port: MessagePort): AsyncGenerator<Chunk> {
  const arrived: Said[] = [];
  let wake = () => {};
  const take = (said: Said) => {
    arrived.push(said);
    wake();
  };
  port.on('message', take);
  port.once('close', () => take({ error: toPortable(gone()) }));
  try {
    for (let i = 0; i < AHEAD; i++) port.postMessage('next');
    for (;;) {
      while (arrived.length === 0) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      const said = arrived.shift()!;
      if (said === null) return;
      if ('error' in said) throw fromPortable(said.error);
      port.postMessage('next');
      yield said;
    }
  } finally {
    port.close();
  }
}

function gone(): StoreError {
  return new StoreError('GMG_STORE_CLOSED', 'the thread that sent chunks has ended');
}
