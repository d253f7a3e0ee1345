import { createGzip, type Gzip } from 'node:zlib';

export interface PackedStreamOptions {
  /** What is packed, piece by piece; each is asked for when the one before it is packed, so that they may share a buffer. */
  readonly pieces: Iterable<Uint8Array>;
  /** How many there are. */
  readonly count: number;
  /** Packed bytes in one packet; the last has fewer. */
  readonly packetBytes: number;
  /** 1 fast to 9 small. */
  readonly effort: number;
  /** Makes a packet of packed bytes. `share` says how much of all has been packed, 0 to 1. */
  readonly packet: (data: Uint8Array, share: number) => Uint8Array;
  readonly onFault: (error: unknown) => void;
}

/**
 * Much data, packed once (gzip) into packets that go to any number of links. The packing is done by other threads; each piece is
 * made in a turn of its own, so that nothing else has to wait.
 */
export class PackedStream {
  readonly packets: Uint8Array[] = [];
  isComplete = false;
  readonly #options: PackedStreamOptions;
  readonly #listeners = new Set<() => void>();
  readonly #gzip: Gzip;
  #held: Buffer = Buffer.alloc(0);
  #packed = 0;

  constructor(options: PackedStreamOptions) {
    this.#options = options;
    this.#gzip = createGzip({ level: options.effort });
    this.#gzip.on('data', (bytes: Buffer) => this.#cut(bytes));
    this.#gzip.on('end', () => this.#finish());
    this.#gzip.on('error', options.onFault);
    this.#pack().catch(options.onFault);
  }

  /** Calls `listener` whenever there is more, until it is given to `ignore`. */
  listen(listener: () => void): void {
    this.#listeners.add(listener);
  }

  ignore(listener: () => void): void {
    this.#listeners.delete(listener);
  }

  async #pack(): Promise<void> {
    for (const piece of this.#options.pieces) {
      await new Promise<void>((resolve) => this.#gzip.write(piece, () => resolve()));
      this.#packed++;
    }
    this.#gzip.end();
  }

  #cut(bytes: Buffer): void {
    const { packetBytes } = this.#options;
    this.#held = Buffer.concat([this.#held, bytes]);
    let at = 0;
    for (; this.#held.length - at >= packetBytes; at += packetBytes)
      this.#add(this.#held.subarray(at, at + packetBytes));
    this.#held = this.#held.subarray(at);
    this.#tell();
  }

  #add(data: Uint8Array): void {
    const { count, packet } = this.#options;
    this.packets.push(packet(data, Math.min(1, this.#packed / count)));
  }

  #finish(): void {
    if (this.#held.length > 0) this.#add(this.#held);
    this.isComplete = true;
    this.#tell();
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}
