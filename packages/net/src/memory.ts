import { CarriedConnection, type Carrier, DEFAULT_OUT_BYTES } from './carried-connection.ts';
import type { Accept, Connection, Receiver } from './connection.ts';

export interface MemoryOptions {
  /**
   * When what was flushed arrives: `now`, before the outermost `flush` or `close` returns, or in a `microtask`. Both are in order and the same at
   * every run.
   */
  readonly delivery?: 'now' | 'microtask';
  /** Bytes that may wait for one peer. Default 1 MiB. */
  readonly outBufferBytes?: number;
  /** Address of the connecting end, as the other sees it. */
  readonly address?: string;
  readonly localPort?: number;
}

/** What comes to one end: bytes, or the peer's end. */
type Happening = { readonly bytes: Uint8Array } | 'ended';

/** What is on its way between two ends, in the order in which it left. */
class Exchange {
  readonly #queue: { readonly to: MemoryCarrier; readonly happening: Happening }[] = [];
  readonly #delivery: 'now' | 'microtask';
  #isRunning = false;

  constructor(delivery: 'now' | 'microtask') {
    this.#delivery = delivery;
  }

  put(to: MemoryCarrier, happening: Happening): void {
    this.#queue.push({ to, happening });
    this.run();
  }

  /** Delivers what need not wait for a paused end. What is sent meanwhile is delivered after it, not within it. */
  run(): void {
    if (this.#isRunning) return;
    this.#isRunning = true;
    if (this.#delivery === 'now') this.#deliver();
    else queueMicrotask(() => this.#deliver());
  }

  #deliver(): void {
    try {
      for (;;) {
        const index = this.#queue.findIndex(({ to }) => !to.isPaused);
        if (index < 0) return;
        const [{ to, happening }] = this.#queue.splice(index, 1) as [
          { to: MemoryCarrier; happening: Happening },
        ];
        to.happen(happening);
      }
    } finally {
      this.#isRunning = false;
    }
  }
}

class MemoryCarrier implements Carrier {
  readonly #exchange: Exchange;
  peer: MemoryCarrier | null = null;
  connection: CarriedConnection | null = null;
  pendingBytes = 0;
  isPaused = false;
  #whenTaken: (() => void) | null = null;
  #hasEnded = false;
  #isOver = false;

  constructor(exchange: Exchange) {
    this.#exchange = exchange;
  }

  send(bytes: Uint8Array): void {
    if (this.#hasEnded) return;
    this.pendingBytes += bytes.length;
    this.#exchange.put(this.peer!, { bytes: bytes.slice() });
  }

  whenTaken(callback: () => void): void {
    this.#whenTaken = callback;
  }

  end(): void {
    if (!this.#hasEnded) {
      this.#hasEnded = true;
      this.#exchange.put(this.peer!, 'ended');
    }
    this.resume();
  }

  destroy(): void {
    this.end();
    this.#finish(true);
  }

  pause(): void {
    this.isPaused = true;
  }

  resume(): void {
    this.isPaused = false;
    this.#exchange.run();
  }

  happen(happening: Happening): void {
    if (happening === 'ended') {
      const isOwnWish = this.connection!.isClosing;
      this.connection!.peerEnded();
      this.#finish(isOwnWish);
    } else {
      this.peer!.#taken(happening.bytes.length);
      if (!this.#isOver) this.connection!.received(happening.bytes);
    }
  }

  /** Whoever closes is not called back from within it. */
  #finish(isOwnWish: boolean): void {
    if (this.#isOver) return;
    this.#isOver = true;
    const end = (): void => this.connection!.ended('GMG_NET_PEER_CLOSED');
    if (isOwnWish) queueMicrotask(end);
    else end();
  }

  #taken(length: number): void {
    this.pendingBytes -= length;
    if (this.pendingBytes > 0 || this.#whenTaken === null) return;
    const callback = this.#whenTaken;
    this.#whenTaken = null;
    callback();
  }
}

/**
 * Two connections whose bytes go through memory, for tests and for clients in the same process. `accept` gets the serving end;
 * the connecting end, with `receiver`, is returned.
 */
export function connectMemory(accept: Accept, receiver: Receiver, options: MemoryOptions = {}): Connection {
  const { address = 'memory', delivery = 'now', localPort = 0, outBufferBytes = DEFAULT_OUT_BYTES } = options;
  const exchange = new Exchange(delivery);
  const [near, far] = [new MemoryCarrier(exchange), new MemoryCarrier(exchange)];
  [near.peer, far.peer] = [far, near];
  const connecting = new CarriedConnection(
    near,
    { address: 'memory', localAddress: address, localPort: 0 },
    outBufferBytes,
  );
  const serving = new CarriedConnection(far, { address, localAddress: 'memory', localPort }, outBufferBytes);
  [near.connection, far.connection] = [connecting, serving];
  connecting.attach(receiver);
  const accepted = accept(serving);
  if (accepted === null) serving.drop('GMG_NET_REFUSED');
  else serving.attach(accepted);
  return connecting;
}
