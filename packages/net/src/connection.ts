/** One end of a byte stream, whatever carries it. */
export interface Connection {
  /** Grows by one with each connection of the process. */
  readonly id: number;
  /** Peer's address, without the port. */
  readonly address: string;
  /** Address and port of ours that the peer connected to. */
  readonly localAddress: string;
  readonly localPort: number;
  /** Bytes written and not yet taken by the network. */
  readonly queuedBytes: number;
  /** Bytes that came, and that were handed to the network, since the beginning. */
  readonly bytesIn: number;
  readonly bytesOut: number;
  /** Copies `bytes`; they leave with the next `flush`. If more waits than the limit, the connection is dropped. */
  write(bytes: Uint8Array): void;
  /** Hands what was written to the network, in one call; while the network is full, as soon as it has room. */
  flush(): void;
  /** Sends what was written, then closes; nothing more is received. `reason` is a stable code. */
  close(reason: string): void;
  /** Takes no more bytes from the network for now, so that in the end the peer has to wait. */
  pause(): void;
  resume(): void;
}

/** Who takes what comes. */
export interface Receiver {
  /** `bytes` are the receiver's until it returns. */
  onData(bytes: Uint8Array): void;
  /** Once, whoever closed, and never from within `close`: the reason given there, or a code of this package. */
  onClose(reason: string): void;
  /** The network has taken everything that was flushed, after a time in which it had no room. */
  onDrain?(): void;
}

/** Takes a new connection, or refuses it with null. */
export type Accept = (connection: Connection) => Receiver | null;

/** Something that takes connections. */
export interface Listener {
  readonly port: number;
  /** Connections that are open. */
  readonly connections: number;
  /** Takes no more connections; those that are open go on. */
  stop(): void;
  /** Takes no more connections and closes those that are open. Resolves when all are gone. */
  close(): Promise<void>;
}

/** Where a connection goes from and to. */
export interface Endpoints {
  readonly address: string;
  readonly localAddress: string;
  readonly localPort: number;
}

let last = 0;

export function nextConnectionId(): number {
  return ++last;
}
