import { type Connection, type Endpoints, nextConnectionId, type Receiver } from './connection.ts';
import type { NetCode } from './errors.ts';
import { type ByteSink, OutBuffer } from './out-buffer.ts';

/** What carries the bytes of a connection: a socket, a WebSocket, memory. It reports to a `CarriedConnection`. */
export interface Carrier extends ByteSink {
  /** Closes after what was sent, and goes on to take what the peer sends until it closes too. */
  end(): void;
  /** Closes at once, with what waits unsent. */
  destroy(): void;
  pause(): void;
  resume(): void;
}

/** Bytes that may wait for one peer if nothing else is said. */
export const DEFAULT_OUT_BYTES = 1_048_576;

/** The behaviour that all connections share, on top of what carries them. */
export class CarriedConnection implements Connection {
  readonly id = nextConnectionId();
  readonly address: string;
  readonly localAddress: string;
  readonly localPort: number;
  bytesIn = 0;
  readonly #carrier: Carrier;
  readonly #out: OutBuffer;
  readonly #limit: number;
  #receiver: Receiver | null = null;
  #reason: string | null = null;
  #isOver = false;

  /** `outBufferBytes`: what may wait for the peer; a connection with more is dropped. */
  constructor(carrier: Carrier, endpoints: Endpoints, outBufferBytes: number) {
    this.address = endpoints.address;
    this.localAddress = endpoints.localAddress;
    this.localPort = endpoints.localPort;
    this.#carrier = carrier;
    this.#limit = outBufferBytes;
    this.#out = new OutBuffer(carrier, () => {
      if (this.#reason === null) this.#receiver?.onDrain?.();
    });
  }

  get queuedBytes(): number {
    return this.#isOver ? 0 : this.#out.queuedBytes;
  }

  get bytesOut(): number {
    return this.#out.sentBytes;
  }

  get isClosing(): boolean {
    return this.#reason !== null;
  }

  /** Writes are many and flushes few, so a write looks at its own buffer only; a flush asks the network what waits there. */
  write(bytes: Uint8Array): void {
    if (this.#reason !== null) return;
    this.#out.append(bytes);
    if (this.#out.gatheredBytes > this.#limit) this.drop('GMG_NET_TOO_SLOW');
  }

  flush(): void {
    if (this.#reason !== null) return;
    this.#out.flush();
    if (this.#out.queuedBytes > this.#limit) this.drop('GMG_NET_TOO_SLOW');
  }

  close(reason: string): void {
    if (this.#reason !== null) return;
    this.#reason = reason;
    this.#out.flushLast();
    this.#carrier.end();
  }

  pause(): void {
    if (this.#reason === null) this.#carrier.pause();
  }

  resume(): void {
    if (this.#reason === null) this.#carrier.resume();
  }

  /** Closes at once, with what waits unsent. */
  drop(reason: NetCode): void {
    this.#reason ??= reason;
    this.#carrier.destroy();
  }

  // ── for what carries it ──────────────────────────────────────────────────────────────────────────────────────────

  attach(receiver: Receiver): void {
    this.#receiver = receiver;
  }

  received(bytes: Uint8Array): void {
    if (this.#reason !== null) return;
    this.bytesIn += bytes.length;
    this.#receiver?.onData(bytes);
  }

  /** The peer sends no more: then it is not served any more either, but gets what it was to get. */
  peerEnded(): void {
    this.close('GMG_NET_PEER_CLOSED' satisfies NetCode);
  }

  /** The connection is gone. */
  ended(reason: NetCode): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#reason ??= reason;
    this.#receiver?.onClose(this.#reason);
  }
}
