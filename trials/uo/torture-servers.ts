import { rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { serviceCache } from '../../tools/services/cache.ts';
import { freePort } from '../../tools/services/child.ts';
import { ferretdb } from '../../tools/services/ferretdb.ts';
import { kafka } from '../../tools/services/kafka.ts';
import { redis } from '../../tools/services/redis.ts';
import type { RunningService, Service } from '../../tools/services/service.ts';

const services: Readonly<Record<string, Service>> = { kafka, redis, mongodb: ferretdb };

/** A server of the torture's own: it can be killed, stopped for a while, and started again with what it had. */
export class TortureServer {
  readonly name: string;
  readonly #service: Service;
  readonly #dir: string;
  #port = 0;
  #running: RunningService | null = null;

  /** `kafka`, `redis` or `mongodb` (FerretDB), in a folder of its own within `folder`. */
  constructor(name: string, folder: string) {
    this.name = name;
    this.#service = services[name]!;
    this.#dir = join(folder, name);
  }

  /** Once it has been up. */
  get address(): string {
    return `127.0.0.1:${this.#port}`;
  }

  /** Starts it, with what it had; nothing to do when it runs. Throws when it cannot be had on this machine. */
  async up(): Promise<void> {
    if (this.#running !== null) return;
    if (this.#port === 0) {
      await this.#service.install(serviceCache(this.#service));
      this.#port = await freePort();
    }
    this.#running = await this.#service.start({ dir: this.#dir, port: this.#port });
  }

  /** Ends it as a crash would. */
  async kill9(): Promise<void> {
    const running = this.#running;
    this.#running = null;
    await running?.kill9();
  }

  /** A crash that takes the disk with it. */
  async lose(): Promise<void> {
    await this.kill9();
    await rm(this.#dir, { recursive: true, force: true });
  }

  signal(name: 'SIGSTOP' | 'SIGCONT'): void {
    if (this.#running !== null) process.kill(this.#running.pid, name);
  }

  /** Sends one line to a server that takes such, and waits until it says OK. */
  tell(line: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const socket = connect(this.#port, '127.0.0.1', () => socket.write(`${line}\r\n`));
      socket.once('error', reject);
      socket.once('data', (answer) => {
        socket.destroy();
        if (answer.toString().startsWith('+OK')) resolve();
        else reject(new Error(answer.toString()));
      });
    });
  }
}
