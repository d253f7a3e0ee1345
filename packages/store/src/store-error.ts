/** Stable names of what can go wrong with a data folder; operators search for them. */
export type StoreErrorCode =
  /** Another process has the data folder open. */
  | 'GMG_STORE_LOCKED'
  /** Bytes that were durable are not what was written. */
  | 'GMG_STORE_CORRUPT'
  /** Log and image do not meet: records between them are missing, or a record does not follow the last one. */
  | 'GMG_STORE_GAP'
  /** A newer start of the shard has taken over, or an epoch went back. */
  | 'GMG_STORE_EPOCH'
  /** An image belongs to another store. */
  | 'GMG_STORE_FOREIGN'
  /** A store beside the shard is set up so that it could not keep what it is given. */
  | 'GMG_STORE_SETUP'
  /** Written by a version of the format that this program does not know. */
  | 'GMG_STORE_FORMAT'
  /** More is waiting to become durable than memory may hold. */
  | 'GMG_STORE_FULL'
  /** The operating system refused to read or write; `cause` says what it said. */
  | 'GMG_STORE_IO'
  /** The store was closed, or its thread ended. */
  | 'GMG_STORE_CLOSED';

export interface StoreErrorDetails {
  readonly cause?: unknown;
  /** File that holds the trouble, and the byte where it begins. */
  readonly file?: string;
  readonly offset?: number;
}

/** What every function of this package throws or rejects with; `code` is stable, the message is for people. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;
  readonly file: string | undefined;
  readonly offset: number | undefined;

  constructor(code: StoreErrorCode, message: string, details: StoreErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'StoreError';
    this.code = code;
    this.file = details.file;
    this.offset = details.offset;
  }
}

/** A StoreError that is already one passes; anything else was said by the operating system. */
export function asStoreError(error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  return new StoreError('GMG_STORE_IO', error instanceof Error ? error.message : String(error), {
    cause: error,
  });
}

/** How an error crosses a thread: the class does not survive the way. */
export interface PortableError {
  readonly code: StoreErrorCode;
  readonly message: string;
  readonly file?: string;
  readonly offset?: number;
}

export function toPortable(error: unknown): PortableError {
  const { code, message, file, offset } = asStoreError(error);
  return {
    code,
    message,
    ...(file === undefined ? {} : { file }),
    ...(offset === undefined ? {} : { offset }),
  };
}

export function fromPortable(error: PortableError): StoreError {
  return new StoreError(error.code, error.message, error);
}
