/** A message as a partition keeps it: its offset, and its bytes unread. */
export interface PartitionMessage {
  readonly offset: number;
  readonly value: Uint8Array;
  /** When it was sent, in milliseconds since 1970; absent where a partition does not know. */
  readonly wallMs?: number;
}

/** Offsets of the oldest message held, and of the next to come. */
export interface PartitionBounds {
  readonly start: number;
  readonly end: number;
}

/**
 * What a commit log needs of a partition of Kafka: an append-only list of messages with offsets that grow by one. Others may
 * append to it too. Every function rejects with GMG_STORE_IO when the brokers do not answer.
 */
export interface LogPartition {
  bounds(): Promise<PartitionBounds>;

  /**
   * Appends messages side by side, all or none, and resolves with the offset of the first when every replica in sync has them.
   * When it rejects, they may be there all the same, or may still come.
   */
  append(values: readonly Uint8Array[]): Promise<number>;

  /**
   * Durable messages from offset `from` on, about `bytes` of them, and at least one if there is any.
   * @throws GMG_STORE_GAP when `from` is no longer held.
   */
  read(from: number, bytes: number): Promise<PartitionMessage[]>;

  /** Gives up the messages before this offset. */
  release(before: number): Promise<void>;

  close(): Promise<void>;
}
