import type { AddressInfo } from 'node:net';
import { Loop, realClock } from '@gommog/host';
import { AddressLimiter, listenTcp, listenWebSocket, type WebSocketOptions } from '@gommog/net';
import type { Config } from './config/load.ts';
import { serveHttp } from './http.ts';
import type { Logger } from './logger.ts';
import { Metrics } from './metrics.ts';
import { Recording } from './recording.ts';
import { Refusal } from './refusal.ts';
import { type Shard, trustedNetworks } from './shard.ts';

interface Options {
  readonly config: Config;
  readonly log: Logger;
  readonly shard: Shard;
  /** File to take the run down in. */
  readonly record: string | null;
}

/** A second signal does not wait any longer. */
const STOP_LIMIT_MS = 30_000;

/** A shard that listens and steps, until it is told to end. */
export class Running {
  readonly #options: Options;
  readonly #loop: Loop;
  readonly #recording: Recording | null;
  readonly #listeners: { readonly name: string; readonly at: string; stop(): void }[] = [];
  readonly #metrics: Metrics;
  #stopping = false;
  #end: () => void = () => {};
  /** Resolves when everything is saved and closed. */
  readonly ended: Promise<void>;

  static async start(options: Options): Promise<Running> {
    const running = new Running(options);
    try {
      await running.#listen();
    } catch (error) {
      await options.shard.store.queue.close();
      const { address, code, port } = error as NodeJS.ErrnoException & { address?: string; port?: number };
      throw new Refusal(
        `cannot listen on ${address ?? ''}:${port ?? ''} (${code ?? (error as Error).message})`,
      );
    }
    running.#loop.start();
    return running;
  }

  private constructor(options: Options) {
    this.#options = options;
    const { game, store } = options.shard;
    const { view } = options.config;
    this.#metrics = new Metrics(game, store.queue);
    this.#recording =
      options.record === null
        ? null
        : new Recording(options.record, game, (error) =>
            options.log.error({ error: error.message }, 'the recording has ended'),
          );
    this.#loop = new Loop({
      game,
      clock: realClock,
      save: (record, sequence) => store.queue.push(record, sequence),
      maySave: () => store.queue.hasRoom,
      epoch: store.recovered.epoch,
      sequence: store.recovered.sequence,
      meter: this.#metrics,
      viewFlushMs: view.flushMs,
      viewFlushMaxMs: view.flushMaxMs,
    });
    store.queue.onDurable = (sequence) => game.onDurable(sequence);
    store.queue.onFailure = (failure) => {
      if (failure === null) options.log.warn('saving works again');
      else options.log.error({ code: failure.code, problem: failure.message }, 'saving fails');
    };
    store.queue.onImageFailure = (failure) => {
      if (failure === null) options.log.warn('the image follows the log again');
      else
        options.log.error(
          { code: failure.code, problem: failure.message },
          'the image does not follow the log',
        );
    };
    this.ended = new Promise((resolve) => {
      this.#end = resolve;
    });
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => this.#onSignal(signal));
  }

  async #listen(): Promise<void> {
    const { config, shard } = this.#options;
    const { httpHost, httpPort, host, uoPort } = config.listen;
    const { connections, connectionsPerAddress, idleSeconds, newConnectionsPerMinute, outBufferBytes } =
      config.limits;
    const networks = trustedNetworks(config);
    const shared = {
      host,
      accept: shard.game.accept.bind(shard.game),
      outBufferBytes,
      idleMs: idleSeconds * 1000,
      limiter: new AddressLimiter({
        trusted: networks,
        connections,
        connectionsPerAddress,
        newConnectionsPerMinute,
        now: () => performance.now(),
      }),
    };
    const uo = await listenTcp({
      ...shared,
      port: uoPort,
      ...(config.listen.proxyProtocol ? { proxies: networks } : {}),
    });
    this.#listeners.push({ name: 'uo', at: `${host}:${uo.port}`, stop: () => uo.stop() });
    await this.#listenWebSocket(shared, uo.port);
    const http = await serveHttp({
      host: httpHost,
      port: httpPort,
      metrics: this.#metrics,
      queue: shard.store.queue,
    });
    const { port } = http.address() as AddressInfo;
    this.#listeners.push({ name: 'http', at: `${httpHost}:${port}`, stop: () => http.close() });
  }

  /** A port that was only supposed is not worth a shard that does not start; one that was asked for is. */
  async #listenWebSocket(shared: Omit<WebSocketOptions, 'port'>, uoPort: number): Promise<void> {
    const { config, log } = this.#options;
    const { uoPort: wanted, wsPort } = config.listen;
    if (wsPort === null) return;
    const port = wsPort !== 'next' ? wsPort : wanted === 0 ? 0 : uoPort + 1;
    try {
      const ws = await listenWebSocket({ ...shared, port });
      this.#listeners.push({ name: 'ws', at: `${shared.host}:${ws.port}`, stop: () => ws.stop() });
    } catch (error) {
      if (wsPort !== 'next') throw error;
      log.warn({ port, error: (error as Error).message }, 'no WebSocket: its port is taken');
    }
  }

  /** Where clients go, for the ready line: `uo=127.0.0.1:2593 ws=… http=…`. */
  addresses(): string {
    return this.#listeners.map(({ name, at }) => `${name}=${at}`).join(' ');
  }

  stopIn(seconds: number): void {
    setTimeout(() => void this.stop('shutdown'), seconds * 1000).unref();
  }

  #onSignal(signal: string): void {
    if (this.#stopping) process.exit(1);
    void this.stop(signal);
  }

  /** Takes no more connections, makes the last step, waits until everything is durable, and closes. */
  async stop(why: string): Promise<void> {
    if (this.#stopping) return;
    this.#stopping = true;
    const { log, shard } = this.#options;
    log.info({ why }, 'stopping');
    setTimeout(() => process.exit(1), STOP_LIMIT_MS).unref();
    for (const listener of this.#listeners) listener.stop();
    shard.game.closeSessions('shard-stopped');
    this.#loop.stop();
    this.#loop.stepNow();
    await this.#recording?.close();
    try {
      await shard.store.queue.drain();
      await shard.store.queue.close();
      log.info('stopped');
    } catch (error) {
      log.error({ error: (error as Error).message }, 'stopped with records unsaved');
      process.exitCode = 1;
    }
    this.#end();
  }
}
