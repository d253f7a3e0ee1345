/** Who waits for packets of one bot: everybody is told of each, until the connection closes. */
export class PacketListeners<P> {
  readonly #name: string;
  readonly #listeners = new Set<{ packet(packet: P): void; closed?(reason: string): void }>();

  /** `name` of the bot, for errors. */
  constructor(name: string) {
    this.#name = name;
  }

  get size(): number {
    return this.#listeners.size;
  }

  /** Calls back with every packet, until the returned function is called. */
  listen(listener: (packet: P) => void): () => void {
    const entry = { packet: listener };
    this.#listeners.add(entry);
    return () => this.#listeners.delete(entry);
  }

  /** The next packet that is wanted. Rejects after `limitMs`, or when the connection closes. */
  waitUntil(wanted: (packet: P) => boolean, what: string, limitMs: number): Promise<P> {
    return new Promise((resolve, reject) => {
      const end = (): void => {
        clearTimeout(timer);
        this.#listeners.delete(entry);
      };
      const timer = setTimeout(() => {
        end();
        reject(new Error(`${this.#name}: no ${what} within ${limitMs} ms`));
      }, limitMs);
      const entry = {
        packet: (packet: P) => {
          if (!wanted(packet)) return;
          end();
          resolve(packet);
        },
        closed: (reason: string) => {
          end();
          reject(new Error(`${this.#name}: closed (${reason}) while waiting for ${what}`));
        },
      };
      this.#listeners.add(entry);
    });
  }

  tell(packet: P): void {
    for (const listener of [...this.#listeners]) listener.packet(packet);
  }

  closed(reason: string): void {
    for (const listener of [...this.#listeners]) listener.closed?.(reason);
  }
}
