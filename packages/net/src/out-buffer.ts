/** What takes the bytes of an `OutBuffer`: the network. */
export interface ByteSink {
  /** Bytes that were sent and not yet taken. */
  readonly pendingBytes: number;
  /** `bytes` stay as they are until `pendingBytes` is 0. */
  send(bytes: Uint8Array): void;
  /** Calls back once when all bytes that were sent are taken. */
  whenTaken(callback: () => void): void;
}

const FIRST_CAPACITY = 1024;
/** A larger buffer is given up when it is empty: a burst must not cost memory for ever. */
const KEPT_CAPACITY = 65_536;
const none = new Uint8Array(0);

/**
 * What waits to leave on one connection. All that is appended between two flushes is gathered in one buffer and sent in one call:
 * a system call costs more than copying a few kilobytes. The buffer is used again as soon as the network has taken it, which is
 * nearly always at once; otherwise a second one is filled meanwhile, and sent when the first is taken.
 */
export class OutBuffer {
  readonly #sink: ByteSink;
  readonly #onDrain: () => void;
  #filling: Uint8Array = none;
  #length = 0;
  /** The other buffer: in flight while `#isFull`, else spare. */
  #other: Uint8Array = none;
  /** The network has not taken the other buffer yet. */
  #isFull = false;
  /** A flush was asked for meanwhile. */
  #isAwaited = false;
  /** Bytes sent since the beginning. */
  sentBytes = 0;

  /** `onDrain` is called when the network, having been full, has taken everything that was flushed. */
  constructor(sink: ByteSink, onDrain: () => void) {
    this.#sink = sink;
    this.#onDrain = onDrain;
  }

  /** Bytes appended and not sent yet. */
  get gatheredBytes(): number {
    return this.#length;
  }

  /** Bytes appended and not taken by the network yet. */
  get queuedBytes(): number {
    return this.#length + this.#sink.pendingBytes;
  }

  append(bytes: Uint8Array): void {
    const end = this.#length + bytes.length;
    if (end > this.#filling.length) this.#grow(end);
    this.#filling.set(bytes, this.#length);
    this.#length = end;
  }

  flush(): void {
    if (this.#length === 0) return;
    if (this.#isFull) this.#isAwaited = true;
    else this.#send();
  }

  /** Sends all, also into a full network: for the last bytes, since no more may be appended after it. */
  flushLast(): void {
    if (this.#length > 0) this.#send();
  }

  /** The sink may call back into this object, so all is in order before it is called. */
  #send(): void {
    let wasAwaited = false;
    do {
      const bytes = this.#filling.subarray(0, this.#length);
      const wasFull = this.#isFull;
      this.#swap();
      this.#length = 0;
      this.#isFull = true;
      this.#isAwaited = false;
      this.sentBytes += bytes.length;
      this.#sink.send(bytes);
      if (wasFull) return;
      if (this.#sink.pendingBytes > 0) {
        this.#sink.whenTaken(() => this.#taken());
        return;
      }
      this.#reuse();
      wasAwaited ||= this.#isAwaited;
    } while (this.#isAwaited);
    if (wasAwaited) this.#onDrain();
  }

  #taken(): void {
    this.#reuse();
    if (this.#isAwaited) this.#send();
    if (!this.#isFull) this.#onDrain();
  }

  /** The buffer in flight is free. It is filled next if the other has not been needed. */
  #reuse(): void {
    this.#isFull = false;
    if (this.#other.length > KEPT_CAPACITY) this.#other = none;
    if (this.#length === 0) this.#swap();
  }

  #swap(): void {
    [this.#filling, this.#other] = [this.#other, this.#filling];
  }

  #grow(needed: number): void {
    const larger = new Uint8Array(Math.max(FIRST_CAPACITY, needed, this.#filling.length * 2));
    larger.set(this.#filling.subarray(0, this.#length));
    this.#filling = larger;
  }
}
