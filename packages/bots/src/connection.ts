/** What a bot needs of a connection; the network package's client connections are ones. */
export interface BotConnection {
  write(bytes: Uint8Array): void;
  flush(): void;
  close(reason: string): void;
}

export interface BotReceiver {
  onData(bytes: Uint8Array): void;
  onClose(reason: string): void;
}

/** Opens a connection to a shard. */
export type Connect = (host: string, port: number, receiver: BotReceiver) => Promise<BotConnection>;
