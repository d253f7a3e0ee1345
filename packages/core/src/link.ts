/** A connection as a game sees it: bytes out, bytes in. It hides what carries them. */
export interface Link {
  readonly id: number;
  /** Peer's address without the port, for limits and logs. */
  readonly address: string;
  /** Address and port of ours that the peer connected to. */
  readonly localAddress: string;
  readonly localPort: number;
  /** Bytes written and not yet taken by the network. */
  readonly queuedBytes: number;
  /** Copies `bytes` into the link's buffer; they leave with the next `flush`. */
  write(bytes: Uint8Array): void;
  /** Sends what was written, in one system call if the network takes it. */
  flush(): void;
  /** Closes after what was flushed. `reason` is a stable code for the log. */
  close(reason: string): void;
}

/** The game's end of a link. */
export interface LinkReceiver {
  /** `bytes` belong to the receiver until it returns. */
  onData(bytes: Uint8Array): void;
  onClose(reason: string): void;
  /** The network has taken everything that was flushed, after a time in which it had no room. */
  onDrain?(): void;
}
