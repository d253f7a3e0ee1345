import { Loop, type LoopMeter, realClock } from '@gommog/host';
import { listenTcp, listenWebSocket, type WebSocketOptions } from '@gommog/net';
import type { StoreError } from '@gommog/store';
import type { Config } from './config/load.ts';
import type { Port } from './games/game-module.ts';
import type { Logger } from './logger.ts';
import { Recording } from './recording.ts';
import { Refusal } from './refusal.ts';
import { closeShard, type Shard } from './shard.ts';
import { trustedNetworks } from './trusted-networks.ts';

interface Options {
  readonly config: Config;
  readonly log: Logger;
  readonly shard: Shard;
  readonly meter: LoopMeter;
  /** File to take the run down in. */
  readonly record: string | null;
  /** Nothing can be saved any more, for ever: the game stands still already, and is to be stopped. Called once. */
  readonly onOver: (failure: StoreError) => void;
}

interface Listener {
  readonly name: string;
  readonly at: string;
  readonly port: number;
  stop(): void;
}

/** A game that listens and steps, until it is told to end. */
export class Running {
  readonly #options: Options;
  readonly #loop: Loop;
  readonly #recording: Recording | null;
  readonly #listeners: Listener[] = [];
  #isOver = false;
  #tellOver: () => void = () => {};
  /** Resolves when nothing can be saved any more. */
  readonly #over = new Promise<void>((resolve) => {
    this.#tellOver = resolve;
  });

  /** Throws Refusal when a port cannot be had; then the store is closed. */
  static async start(options: Options): Promise<Running> {
    const running = new Running(options);
    try {
      await running.#listen();
    } catch (error) {
      for (const listener of running.#listeners) listener.stop();
      await closeShard(options.shard, options.log);
      throw new Refusal((error as Error).message);
    }
    running.#loop.start();
    return running;
  }

  private constructor(options: Options) {
    this.#options = options;
    const { log, meter, record, shard } = options;
    const { game, publisher, store } = shard;
    const { view } = options.config;
    this.#recording =
      record === null
        ? null
        : new Recording(record, shard, (error) =>
            log.error({ error: error.message }, 'the recording has ended'),
          );
    this.#loop = new Loop({
      game,
      clock: realClock,
      save: (record, sequence) => {
        store.queue.push(record, sequence);
        publisher?.push(record, sequence);
      },
      maySave: () => store.queue.hasRoom,
      epoch: store.recovered.epoch,
      sequence: store.recovered.sequence,
      meter,
      viewFlushMs: view.flushMs,
      viewFlushMaxMs: view.flushMaxMs,
    });
    store.queue.onDurable = (sequence) => {
      game.onDurable(sequence);
      publisher?.onDurable(sequence);
    };
    if (publisher !== null) {
      publisher.onFailure = (failure) => {
        if (failure === null) log.warn('what happens is told again');
        else log.error({ code: failure.code, problem: failure.message }, 'what happens cannot be told');
      };
      publisher.onMissing = (records) =>
        log.error(
          records,
          'what happened in these records is lost to the topic: it was out of reach for too long',
        );
      publisher.onSettled = (through) => store.queue.followed(through);
    }
    store.queue.onPressure = (pressure) => game.onPressure(pressure);
    store.queue.onFailure = (failure) => {
      if (failure === null) log.warn('saving works again');
      else {
        log.error({ code: failure.code, problem: failure.message }, 'saving fails');
        if (isFinal(failure)) this.#end(failure);
      }
    };
    store.queue.onImageFailure = (failure, image) => {
      if (failure === null) log.warn({ image }, 'the image follows the log again');
      else {
        log.error(
          { image, code: failure.code, problem: failure.message },
          'an image does not follow the log',
        );
      }
    };
  }

  get game(): Shard['game'] {
    return this.#options.shard.game;
  }

  get name(): string {
    return this.#options.shard.name;
  }

  /** The world must not go on: what happens in it from now on would be lost. */
  #end(failure: StoreError): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#tellOver();
    this.#loop.stop();
    for (const listener of this.#listeners) listener.stop();
    this.#options.shard.game.closeSessions('shard-stopped');
    this.#options.onOver(failure);
  }

  async #listen(): Promise<void> {
    const { config, shard } = this.#options;
    const { idleSeconds, outBufferBytes } = config.limits;
    const shared = {
      host: config.listen.host,
      accept: shard.game.accept.bind(shard.game),
      outBufferBytes,
      idleMs: idleSeconds * 1000,
      limiter: shard.limiter,
    };
    const proxies = trustedNetworks(config);
    for (const port of shard.ports) {
      // What forwards HTTP names the peer in a header that may be missing; the PROXY protocol has to be agreed on.
      const isNamed = port.transport === 'websocket' || config.listen.proxyProtocol;
      await this.#listenOn(port, { ...shared, ...(isNamed ? { proxies } : {}) });
    }
  }

  /** A port that was only supposed is not worth a shard that does not start; one that was asked for is. */
  async #listenOn({ name, port, transport }: Port, shared: Omit<WebSocketOptions, 'port'>): Promise<void> {
    const before = this.#options.shard.ports[this.#listeners.length - 1]?.port;
    const number = port !== 'next' ? port : before === 0 ? 0 : (this.#listeners.at(-1)?.port ?? 0) + 1;
    const listen = transport === 'tcp' ? listenTcp : listenWebSocket;
    try {
      const listener = await listen({ ...shared, port: number });
      const at = `${shared.host}:${listener.port}`;
      this.#listeners.push({ name, at, port: listener.port, stop: () => listener.stop() });
    } catch (error) {
      if (port !== 'next') throw error;
      this.#options.log.warn({ name, port: number, error: (error as Error).message }, 'this port is taken');
    }
  }

  /** Each port with its name and title, and where it is. */
  get ports(): readonly { readonly name: string; readonly title: string; readonly at: string }[] {
    return this.#listeners.map(({ at, name }) => {
      const title = this.#options.shard.ports.find((port) => port.name === name)?.title ?? name;
      return { name, title, at };
    });
  }

  /** Where clients go, for the ready line: `uo=127.0.0.1:2593 ws=…`. */
  addresses(): string {
    return this.#listeners.map(({ name, at }) => `${name}=${at}`).join(' ');
  }

  /**
   * Takes no more connections, makes the last step, waits until everything is durable, and closes. When nothing can become
   * durable any more, it only closes.
   * @throws StoreError when records are left unsaved.
   */
  async stop(): Promise<void> {
    const { log } = this.#options;
    const { game, store } = this.#options.shard;
    for (const listener of this.#listeners) listener.stop();
    game.closeSessions('shard-stopped');
    this.#loop.stop();
    if (!this.#isOver) this.#loop.stepNow();
    await this.#recording?.close();
    // A wait for what cannot become durable would have no end. `onOver` may come while it lasts.
    if (!this.#isOver) await Promise.race([store.queue.drain(), this.#over]);
    await closeShard(this.#options.shard, log);
  }
}

/** Another start has taken the log over, or the thread that saves has ended: waiting does not help. */
function isFinal({ code }: StoreError): boolean {
  return code === 'GMG_STORE_EPOCH' || code === 'GMG_STORE_CLOSED';
}
