import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer } from 'ws';
import { Admission, type ListenOptions } from './admission.ts';
import { CarriedConnection, type Carrier, DEFAULT_OUT_BYTES } from './carried-connection.ts';
import type { Connection, Endpoints, Listener, Receiver } from './connection.ts';
import { NetError } from './errors.ts';
import { type Networks, plainAddress } from './networks.ts';
import { listenerOf, listening } from './tcp.ts';

interface SharedOptions {
  /** Bytes of one message from a peer at most. Default 64 KiB. */
  readonly maxMessageBytes?: number;
  /** Reverse proxies: the last address of their `X-Forwarded-For` is the peer's. Default: none. */
  readonly proxies?: Networks;
}

export interface WebSocketOptions extends ListenOptions, SharedOptions {}

export interface AttachOptions extends Omit<ListenOptions, 'host' | 'port'>, SharedOptions {
  /** Upgrades to other paths are left to others, and dropped if nobody takes them. Default: all are taken. */
  readonly path?: string;
  /**
   * Decides by the `Origin` and `Host` headers: a browser tells which page asks, other programs tell what they like or nothing.
   * Default: everybody may.
   */
  readonly mayUpgrade?: (origin: string | undefined, host: string | undefined) => boolean;
}

const MAX_MESSAGE_BYTES = 65_536;
const LINGER_MS = 2_000;
/** Before its upgrade a connection counts for no limit, so it may not take long. */
const UPGRADE_MS = 10_000;
const CLOSE_NORMAL = 1000;
const CLOSE_UNSUPPORTED = 1003;

class WebSocketCarrier implements Carrier {
  readonly #socket: WebSocket;
  #whenTaken: (() => void) | null = null;
  readonly #onSent = (): void => {
    if (this.#whenTaken === null || this.#socket.bufferedAmount > 0) return;
    const callback = this.#whenTaken;
    this.#whenTaken = null;
    callback();
  };

  constructor(socket: WebSocket) {
    this.#socket = socket;
  }

  get pendingBytes(): number {
    return this.#socket.bufferedAmount;
  }

  /** In one message, unless a receiver like ours would not take it. */
  send(bytes: Uint8Array): void {
    if (this.#socket.readyState !== WebSocket.OPEN) return;
    for (let at = 0; at < bytes.length; at += MAX_MESSAGE_BYTES) {
      this.#socket.send(bytes.subarray(at, at + MAX_MESSAGE_BYTES), { binary: true }, this.#onSent);
    }
  }

  whenTaken(callback: () => void): void {
    this.#whenTaken = callback;
  }

  end(): void {
    this.#socket.resume();
    this.#socket.close(CLOSE_NORMAL);
    const timer = setTimeout(() => this.#socket.terminate(), LINGER_MS).unref();
    this.#socket.once('close', () => clearTimeout(timer));
  }

  destroy(): void {
    this.#socket.terminate();
  }

  pause(): void {
    this.#socket.pause();
  }

  resume(): void {
    this.#socket.resume();
  }
}

function carry(socket: WebSocket, endpoints: Endpoints, outBufferBytes: number): CarriedConnection {
  const connection = new CarriedConnection(new WebSocketCarrier(socket), endpoints, outBufferBytes);
  socket.on('message', (data, isBinary) => {
    if (isBinary) {
      connection.received(data as Buffer);
      return;
    }
    socket.close(CLOSE_UNSUPPORTED);
    connection.drop('GMG_NET_TEXT_FRAME');
  });
  socket.on('error', (error: Error & { code?: string }) => {
    connection.drop(error.code?.startsWith('WS_ERR') === true ? 'GMG_NET_BAD_FRAME' : 'GMG_NET_PEER_LOST');
  });
  socket.on('close', () => connection.ended('GMG_NET_PEER_CLOSED'));
  return connection;
}

function endpointsOf(request: IncomingMessage, proxies: Networks | undefined): Endpoints {
  const { localAddress = '', localPort = 0, remoteAddress = '' } = request.socket;
  const address = plainAddress(remoteAddress);
  const forwarded = request.headers['x-forwarded-for'];
  const isProxied = forwarded !== undefined && proxies?.has(address) === true;
  const last = isProxied ? String(forwarded).split(',').at(-1)!.trim() : address;
  return { address: plainAddress(last), localAddress: plainAddress(localAddress), localPort };
}

function refuseUpgrade(socket: Duplex, status: string): void {
  socket.on('error', () => {});
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

/** Takes the upgrades of an HTTP server that someone else owns. The returned admission holds their connections. */
export function attachWebSocket(server: Server, options: AttachOptions): Admission {
  const { maxMessageBytes = MAX_MESSAGE_BYTES, outBufferBytes = DEFAULT_OUT_BYTES, path, proxies } = options;
  const admission = new Admission(options);
  const upgrader = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: maxMessageBytes,
    // Clients fail if they asked for a subprotocol and get none.
    handleProtocols: (offered) => offered.values().next().value ?? false,
  });
  server.on('upgrade', (request, stream: Socket, head: Buffer) => {
    if (path !== undefined && request.url?.split('?', 1)[0] !== path) {
      // Whoever takes it sets another time.
      stream.setTimeout(UPGRADE_MS, () => stream.destroy());
      return;
    }
    const endpoints = endpointsOf(request, proxies);
    if (options.mayUpgrade?.(request.headers.origin, request.headers.host) === false) {
      admission.refuse(endpoints.address, 'GMG_NET_FOREIGN_ORIGIN');
      refuseUpgrade(stream, '403 Forbidden');
      return;
    }
    const code = admission.admit(endpoints.address);
    if (code !== null) {
      refuseUpgrade(stream, '503 Service Unavailable');
      return;
    }
    let isUpgraded = false;
    stream.setTimeout(0);
    stream.once('close', () => {
      if (!isUpgraded) admission.release(endpoints.address);
    });
    upgrader.handleUpgrade(request, stream, head, (socket) => {
      isUpgraded = true;
      const connection = carry(socket, endpoints, outBufferBytes);
      socket.once('close', () => admission.leave(connection));
      admission.enter(connection);
    });
  });
  return admission;
}

/**
 * Takes WebSocket connections whose binary messages are the stream: the bounds of messages mean nothing. Rejects with NetError
 * `GMG_NET_LISTEN_FAILED` when the port cannot be had.
 */
export async function listenWebSocket(options: WebSocketOptions): Promise<Listener> {
  const server = createServer({ headersTimeout: UPGRADE_MS, requestTimeout: UPGRADE_MS }, (_, response) => {
    response.writeHead(426, { upgrade: 'websocket' }).end();
  });
  const admission = attachWebSocket(server, options);
  await listening(server, options.host, options.port);
  return listenerOf(server, admission, () => server.closeAllConnections());
}

/** Opens a connection to `url`, which begins with `ws://` or `wss://`. Rejects with NetError `GMG_NET_CONNECT_FAILED`. */
export function connectWebSocket(
  url: string,
  receiver: Receiver,
  outBufferBytes: number = DEFAULT_OUT_BYTES,
): Promise<Connection> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, 'binary', { perMessageDeflate: false });
    let endpoints: Endpoints = { address: '', localAddress: '', localPort: 0 };
    const fail = (error: Error): void => {
      reject(new NetError('GMG_NET_CONNECT_FAILED', `cannot connect to ${url}: ${error.message}`, error));
    };
    socket.once('error', fail);
    socket.once('upgrade', ({ socket: { localAddress = '', localPort = 0, remoteAddress = '' } }) => {
      endpoints = {
        address: plainAddress(remoteAddress),
        localAddress: plainAddress(localAddress),
        localPort,
      };
    });
    socket.once('open', () => {
      socket.off('error', fail);
      const connection = carry(socket, endpoints, outBufferBytes);
      connection.attach(receiver);
      resolve(connection);
    });
  });
}
