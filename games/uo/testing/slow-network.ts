import type { Connect } from '@gommog/bots';

export interface Network {
  /** Milliseconds from one end to the other. */
  readonly oneWayMs: number;
  /** Every so manieth packet of a way is lost, and what is behind it waits until it is sent again. */
  readonly lostOneIn: number;
  /** Milliseconds that this takes. */
  readonly againMs: number;
}

/** One way of a link as TCP makes it: later, in order, nothing missing. */
class Way {
  readonly #network: Network;
  readonly #waiting: { readonly atMs: number; readonly deliver: () => void }[] = [];
  #lastMs = 0;
  #packets = 0;

  constructor(network: Network) {
    this.#network = network;
  }

  send(nowMs: number, deliver: () => void): void {
    const { againMs, lostOneIn, oneWayMs } = this.#network;
    const lostMs = ++this.#packets % lostOneIn === 0 ? againMs : 0;
    this.#lastMs = Math.max(this.#lastMs, nowMs + oneWayMs + lostMs);
    this.#waiting.push({ atMs: this.#lastMs, deliver });
  }

  arrive(nowMs: number): void {
    while (this.#waiting.length > 0 && this.#waiting[0]!.atMs <= nowMs) this.#waiting.shift()!.deliver();
  }
}

/** Connections far away, on a clock of the test's own: what is due arrives when `arrive` is called. */
export class SlowNetwork {
  readonly #network: Network;
  readonly #connect: Connect;
  readonly #now: () => number;
  readonly #ways: Way[] = [];
  /** Nothing is slow before: a login is not what is tested. */
  isSlow = false;

  constructor(network: Network, connect: Connect, now: () => number) {
    this.#network = network;
    this.#connect = connect;
    this.#now = now;
  }

  readonly connect: Connect = async (host, port, receiver) => {
    const up = new Way(this.#network);
    const down = new Way(this.#network);
    this.#ways.push(up, down);
    const connection = await this.#connect(host, port, {
      onData: (bytes) => this.#send(down, bytes, (later) => receiver.onData(later)),
      onClose: (reason) => receiver.onClose(reason),
    });
    return {
      write: (bytes) => this.#send(up, bytes, (later) => connection.write(later)),
      flush: () => {},
      close: (reason) => connection.close(reason),
    };
  };

  #send(way: Way, bytes: Uint8Array, deliver: (bytes: Uint8Array) => void): void {
    if (!this.isSlow) {
      deliver(bytes);
      return;
    }
    const copy = bytes.slice();
    way.send(this.#now(), () => deliver(copy));
  }

  arrive(): void {
    for (const way of this.#ways) way.arrive(this.#now());
  }
}
