import type { AddressLimiter } from './address-limiter.ts';
import type { CarriedConnection } from './carried-connection.ts';
import type { Accept } from './connection.ts';
import type { NetCode } from './errors.ts';

/** What listeners have in common. */
export interface ListenOptions extends AdmissionOptions {
  readonly host: string;
  /** 0: the system chooses. */
  readonly port: number;
  /** Bytes that may wait for one peer; a slower one is dropped. Default 1 MiB. */
  readonly outBufferBytes?: number;
}

export interface AdmissionOptions {
  readonly accept: Accept;
  /** A peer that sends nothing for so long is dropped, in milliseconds, give or take a quarter. Default: never. */
  readonly idleMs?: number;
  /** May be shared by listeners. Default: no limits. */
  readonly limiter?: AddressLimiter;
  /** Told of connections that are refused before there is anything to accept. */
  readonly onRefused?: (address: string, code: NetCode) => void;
}

/** A silent connection is dropped at the look that finds it so for the last time. */
const IDLE_LOOKS = 4;

interface Watch {
  bytesIn: number;
  idleLooks: number;
}

/** The open connections of one listener: who comes in, who has been silent, and how all are shown out. */
export class Admission {
  readonly #options: AdmissionOptions;
  readonly #open = new Map<CarriedConnection, Watch>();
  readonly #idleTimer: NodeJS.Timeout | null = null;
  #onEmpty: (() => void) | null = null;

  constructor(options: AdmissionOptions) {
    this.#options = options;
    if (options.idleMs === undefined) return;
    this.#idleTimer = setInterval(() => this.#dropIdle(), options.idleMs / IDLE_LOOKS).unref();
  }

  get size(): number {
    return this.#open.size;
  }

  /** Counts a connection from `address`, or says why not. What is admitted must be released, with the same address. */
  admit(address: string): NetCode | null {
    const code = this.#options.limiter?.admit(address) ?? null;
    if (code !== null) this.#options.onRefused?.(address, code);
    return code;
  }

  refuse(address: string, code: NetCode): void {
    this.#options.onRefused?.(address, code);
  }

  release(address: string): void {
    this.#options.limiter?.release(address);
  }

  /** Offers an admitted connection to whoever accepts. */
  enter(connection: CarriedConnection): void {
    this.#open.set(connection, { bytesIn: 0, idleLooks: 0 });
    const receiver = this.#options.accept(connection);
    if (receiver === null) connection.drop('GMG_NET_REFUSED');
    else connection.attach(receiver);
  }

  /** The connection is gone. */
  leave(connection: CarriedConnection): void {
    this.#open.delete(connection);
    this.release(connection.address);
    if (this.#open.size === 0) this.#onEmpty?.();
  }

  /** Closes what is open. Resolves when all are gone. */
  closeAll(): Promise<void> {
    if (this.#idleTimer !== null) clearInterval(this.#idleTimer);
    return new Promise((resolve) => {
      if (this.#open.size === 0) resolve();
      this.#onEmpty = resolve;
      for (const connection of this.#open.keys()) connection.close('GMG_NET_SHUTDOWN' satisfies NetCode);
    });
  }

  #dropIdle(): void {
    for (const [connection, watch] of this.#open) {
      if (connection.bytesIn !== watch.bytesIn) {
        watch.bytesIn = connection.bytesIn;
        watch.idleLooks = 0;
      } else if (++watch.idleLooks > IDLE_LOOKS) {
        connection.drop('GMG_NET_IDLE');
      }
    }
  }
}
