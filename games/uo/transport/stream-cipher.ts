/** Encrypts or decrypts the next bytes of a stream, in place. It keeps its position in the stream from call to call. */
export type StreamCipher = (bytes: Uint8Array) => void;

/** What becomes of a stream on the way: `null` means that it stays as it is. */
export interface CipherPair {
  readonly encrypt: StreamCipher | null;
  readonly decrypt: StreamCipher | null;
}
