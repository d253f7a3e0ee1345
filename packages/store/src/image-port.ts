import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { type Chunk, receiveChunks, sendChunks } from './chunk-port.ts';
import { type ComponentChunks, chunksOf, componentsOfChunks } from './component-chunks.ts';
import type { ComponentBatches, Image, Position, RecordBatches, Snapshot } from './image.ts';
import { joinRecords, splitRecords } from './record-batch.ts';
import { fromPortable, type PortableError, StoreError, toPortable } from './store-error.ts';

/** What is asked of an image at the other end of a port; what is transferred with it belongs to the other end. */
type Question =
  /** Records as `joinRecords` puts them together. */
  | { readonly type: 'apply'; readonly batch: Uint8Array<ArrayBuffer> }
  /** Takes such batches, which are sent over a port. */
  | { readonly type: 'catch-up'; readonly port: MessagePort }
  /** Sends its components over a port of their own. */
  | { readonly type: 'read'; readonly port: MessagePort }
  /** The same as of one record; answered with its position. */
  | { readonly type: 'snapshot'; readonly port: MessagePort }
  /** Takes what is sent over a port. */
  | { readonly type: 'replace'; readonly position: Position; readonly port: MessagePort }
  | { readonly type: 'meta'; readonly name: string }
  | { readonly type: 'set-meta'; readonly name: string; readonly value: string }
  | { readonly type: 'close' };

/** What an image tells without being asked. */
type Status = Pick<Image, 'position' | 'reach' | 'settled' | 'damage'>;

interface Answer {
  readonly id: number;
  readonly status: Status;
  readonly error: PortableError | null;
  readonly value: unknown;
}

interface Opened {
  readonly type: 'opened';
  readonly status: Status;
  readonly hasSnapshots: boolean;
}

/** The first word of whoever serves an image. */
type Opening = Opened | { readonly type: 'refused'; readonly error: PortableError };

/** Whoever serves an image over a port. */
interface Server {
  readonly port: MessagePort;
  readonly ended: Promise<StoreError>;
  readonly end: () => Promise<unknown>;
}

/** Opens an image and serves it over a port until it is closed. Never throws: the port hears of every error. */
export async function serveImage(port: MessagePort, open: () => Promise<Image>): Promise<void> {
  const say = (opening: Opening) => port.postMessage(opening);
  try {
    const image = await open();
    port.on('message', ({ id, question }: { id: number; question: Question }) => {
      void serve(port, image, id, question);
    });
    say({ type: 'opened', status: statusOf(image), hasSnapshots: image.snapshot !== undefined });
  } catch (error) {
    say({ type: 'refused', error: toPortable(error) });
    port.close();
  }
}

async function serve(port: MessagePort, image: Image, id: number, question: Question): Promise<void> {
  let value: unknown = null;
  let error: PortableError | null = null;
  try {
    value = await answer(image, question);
  } catch (thrown) {
    error = toPortable(thrown);
  }
  port.postMessage({ id, status: statusOf(image), error, value } satisfies Answer);
  if (question.type === 'close') port.close();
}

async function answer(image: Image, question: Question): Promise<unknown> {
  switch (question.type) {
    case 'apply':
      return image.apply(splitRecords(question.batch));
    case 'catch-up':
      return image.catchUp(recordsOf(receiveChunks(question.port)));
    case 'read':
      return void sendChunks(question.port, chunksOf(image.components()));
    case 'snapshot': {
      const { chunks, close, position } = await image.snapshot!();
      void sendChunks(question.port, chunks).then(close);
      return position;
    }
    case 'replace':
      return image.replace(question.position, componentsOfChunks(receiveChunks(question.port)));
    case 'meta':
      return image.meta(question.name);
    case 'set-meta':
      return image.setMeta(question.name, question.value);
    case 'close':
      return image.close();
  }
}

function statusOf({ damage, position, reach, settled }: Image): Status {
  return { damage, position, reach, settled };
}

async function* chunksOfRecords(records: RecordBatches): AsyncGenerator<Chunk> {
  for await (const batch of records) yield { bytes: joinRecords(batch), count: batch.length };
}

async function* recordsOf(chunks: AsyncIterable<Chunk>): RecordBatches & AsyncGenerator {
  for await (const { bytes } of chunks) yield splitRecords(bytes);
}

interface Waiter {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: StoreError) => void;
}

/** An image that somebody serves at the other end of a port. */
export class PortImage implements Image {
  readonly #port: MessagePort;
  readonly #ended: Promise<StoreError>;
  readonly #waiters = new Map<number, Waiter>();
  readonly #abandon: () => Promise<unknown>;
  #asked = 0;
  #status: Status;
  #end: StoreError | null = null;
  readonly snapshot?: () => Promise<Snapshot>;

  /**
   * `ended` resolves when nobody serves the image any more, with what those are told who still wait for it; `end` makes it so.
   * @throws what opening the image did.
   */
  static async open(
    port: MessagePort,
    ended: Promise<StoreError>,
    end: () => Promise<unknown> = async () => port.close(),
  ): Promise<PortImage> {
    const opened = new Promise<Opening>((resolve) => {
      port.once('message', resolve);
    });
    const opening = await Promise.race([opened, ended]);
    if (opening instanceof StoreError) throw opening;
    if (opening.type === 'refused') {
      await ended;
      throw fromPortable(opening.error);
    }
    return new PortImage({ port, ended, end }, opening);
  }

  private constructor({ end, ended, port }: Server, { hasSnapshots, status }: Opened) {
    this.#port = port;
    this.#ended = ended;
    this.#abandon = end;
    this.#status = status;
    if (hasSnapshots) this.snapshot = () => this.#snapshot();
    port.on('message', (answer: Answer) => this.#hear(answer));
    void ended.then((error) => {
      this.#end = error;
      for (const { reject } of this.#waiters.values()) reject(error);
      this.#waiters.clear();
    });
  }

  get position(): Position {
    return this.#status.position;
  }

  get reach(): number {
    return this.#status.reach;
  }

  get settled(): number {
    return this.#status.settled;
  }

  get damage(): string | null {
    return this.#status.damage;
  }

  async apply(records: readonly Uint8Array[]): Promise<void> {
    const batch = joinRecords(records);
    await this.#ask({ type: 'apply', batch }, [batch.buffer]);
  }

  catchUp(records: RecordBatches): Promise<void> {
    return this.#send(chunksOfRecords(records), (port) => ({ type: 'catch-up', port }));
  }

  components(): ComponentBatches {
    return componentsOfChunks(this.chunks());
  }

  async *chunks(): ComponentChunks & AsyncGenerator {
    const { port1, port2 } = new MessageChannel();
    await this.#ask({ type: 'read', port: port2 }, [port2]);
    yield* receiveChunks(port1);
  }

  replace(position: Position, components: ComponentBatches): Promise<void> {
    return this.#send(chunksOf(components), (port) => ({ type: 'replace', position, port }));
  }

  async meta(name: string): Promise<string | null> {
    return (await this.#ask({ type: 'meta', name })) as string | null;
  }

  async setMeta(name: string, value: string): Promise<void> {
    await this.#ask({ type: 'set-meta', name, value });
  }

  async close(): Promise<void> {
    try {
      await this.#ask({ type: 'close' });
    } catch (error) {
      // It is closed by then.
      if (error !== this.#end) throw error;
    }
    await this.#ended;
  }

  async abandon(): Promise<void> {
    await this.#abandon();
    await this.#ended;
  }

  async #snapshot(): Promise<Snapshot> {
    const { port1, port2 } = new MessageChannel();
    const position = (await this.#ask({ type: 'snapshot', port: port2 }, [port2])) as Position;
    return { position, chunks: receiveChunks(port1), close: async () => port1.close() };
  }

  /** Has the other end take chunks over a port of their own. */
  async #send(chunks: AsyncIterable<Chunk>, question: (port: MessagePort) => Question): Promise<void> {
    const { port1, port2 } = new MessageChannel();
    void sendChunks(port1, chunks);
    try {
      await this.#ask(question(port2), [port2]);
    } finally {
      // One that nobody took would keep the thread from ending.
      port1.close();
    }
  }

  #ask(question: Question, transfer: (ArrayBuffer | MessagePort)[] = []): Promise<unknown> {
    if (this.#end !== null) return Promise.reject(this.#end);
    const id = ++this.#asked;
    return new Promise((resolve, reject) => {
      this.#waiters.set(id, { resolve, reject });
      this.#port.postMessage({ id, question }, transfer);
    });
  }

  #hear({ error, id, status, value }: Answer): void {
    this.#status = status;
    const waiter = this.#waiters.get(id);
    this.#waiters.delete(id);
    if (error === null) waiter?.resolve(value);
    else waiter?.reject(fromPortable(error));
  }
}
