import { createServer, connect as openSocket, type Server, type Socket } from 'node:net';
import { Admission, type ListenOptions } from './admission.ts';
import { CarriedConnection, type Carrier, DEFAULT_OUT_BYTES } from './carried-connection.ts';
import type { Connection, Endpoints, Listener, Receiver } from './connection.ts';
import { type NetCode, NetError } from './errors.ts';
import { type Networks, plainAddress } from './networks.ts';
import { readProxyHeader } from './proxy-header.ts';

export interface TcpOptions extends ListenOptions {
  /**
   * Proxies: a connection from one of these networks must begin with a PROXY protocol v2 header, which tells the real endpoints.
   * From elsewhere such a header is only bytes. Default: none.
   */
  readonly proxies?: Networks;
  /** How long a proxy may take to send its header, in milliseconds. Default 5 s. */
  readonly proxyHeaderMs?: number;
}

const KEEP_ALIVE_MS = 60_000;
const PROXY_HEADER_MS = 5_000;
/** A peer that does not close its end must not keep a closed socket for longer. */
const LINGER_MS = 2_000;
const BACKLOG = 1024;
const nothing = new Uint8Array(0);

class TcpCarrier implements Carrier {
  readonly #socket: Socket;

  constructor(socket: Socket) {
    this.#socket = socket;
  }

  get pendingBytes(): number {
    return this.#socket.writableLength;
  }

  send(bytes: Uint8Array): void {
    this.#socket.write(bytes);
  }

  whenTaken(callback: () => void): void {
    // Only a write tells when it is taken, and the one before had no callback: that would cost a turn of the event loop each.
    this.#socket.write(nothing, () => callback());
  }

  end(): void {
    this.#socket.end();
    // The peer's own end is seen only by reading.
    this.#socket.resume();
    const timer = setTimeout(() => this.#socket.destroy(), LINGER_MS).unref();
    this.#socket.once('close', () => clearTimeout(timer));
  }

  destroy(): void {
    this.#socket.destroy();
  }

  pause(): void {
    this.#socket.pause();
  }

  resume(): void {
    this.#socket.resume();
  }
}

/** Half-open sockets are allowed, so that what was written before the peer's end still goes out. */
function carry(socket: Socket, endpoints: Endpoints, outBufferBytes: number): CarriedConnection {
  const connection = new CarriedConnection(new TcpCarrier(socket), endpoints, outBufferBytes);
  socket.on('data', (bytes) => connection.received(bytes as Buffer));
  socket.on('end', () => connection.peerEnded());
  socket.on('error', () => connection.drop('GMG_NET_PEER_LOST'));
  socket.on('close', () => connection.ended('GMG_NET_PEER_CLOSED'));
  return connection;
}

function endpointsOf(socket: Socket): Endpoints {
  return {
    address: plainAddress(socket.remoteAddress ?? ''),
    localAddress: plainAddress(socket.localAddress ?? ''),
    localPort: socket.localPort ?? 0,
  };
}

/**
 * Takes TCP connections, over IPv4, IPv6 or both as `host` says (`::` means both). Rejects with NetError
 * `GMG_NET_LISTEN_FAILED` when the port cannot be had.
 */
export async function listenTcp(options: TcpOptions): Promise<Listener> {
  const {
    host,
    outBufferBytes = DEFAULT_OUT_BYTES,
    port,
    proxies,
    proxyHeaderMs = PROXY_HEADER_MS,
  } = options;
  const admission = new Admission(options);
  /** Sockets that have not told yet for whom they stand. */
  const strangers = new Set<Socket>();

  const enter = (socket: Socket, endpoints: Endpoints, first: Uint8Array): void => {
    const code = admission.admit(endpoints.address);
    if (code !== null) {
      socket.destroy();
      return;
    }
    const connection = carry(socket, endpoints, outBufferBytes);
    socket.once('close', () => admission.leave(connection));
    admission.enter(connection);
    if (first.length > 0) connection.received(first);
  };

  const server = createServer(
    { allowHalfOpen: true, noDelay: true, keepAlive: true, keepAliveInitialDelay: KEEP_ALIVE_MS },
    (socket) => {
      const endpoints = endpointsOf(socket);
      // It is gone already.
      if (endpoints.address === '') {
        socket.destroy();
        return;
      }
      if (proxies === undefined || !proxies.has(endpoints.address)) {
        enter(socket, endpoints, nothing);
        return;
      }
      strangers.add(socket);
      socket.once('close', () => strangers.delete(socket));
      awaitProxyHeader(socket, proxyHeaderMs, (result) => {
        strangers.delete(socket);
        if (result === null) admission.refuse(endpoints.address, 'GMG_NET_PROXY_HEADER');
        else enter(socket, result.endpoints ?? endpoints, result.rest);
      });
    },
  );
  await listening(server, host, port);
  return listenerOf(server, admission, () => {
    for (const socket of strangers) socket.destroy();
  });
}

/** Calls back with what the header says and the bytes that came behind it; with null, the socket destroyed, if it is wrong. */
function awaitProxyHeader(
  socket: Socket,
  limitMs: number,
  onHeader: (result: { endpoints: Endpoints | null; rest: Uint8Array } | null) => void,
): void {
  let held: Buffer = Buffer.alloc(0);
  const settle = (): void => {
    clearTimeout(timer);
    socket.off('data', onData);
    socket.off('end', fail);
    socket.off('error', fail);
  };
  const fail = (): void => {
    settle();
    // An error after this one must not end the process.
    socket.on('error', () => {});
    socket.destroy();
    onHeader(null);
  };
  const onData = (bytes: Buffer): void => {
    held = Buffer.concat([held, bytes]);
    const header = readProxyHeader(held);
    if (header.kind === 'more') return;
    if (header.kind === 'malformed') {
      fail();
      return;
    }
    settle();
    onHeader({ endpoints: header.endpoints, rest: held.subarray(header.length) });
  };
  const timer = setTimeout(fail, limitMs).unref();
  socket.on('data', onData);
  socket.on('end', fail);
  socket.on('error', fail);
}

/** Resolves when `server` listens. */
export function listening(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (error: Error): void => {
      reject(
        new NetError(
          'GMG_NET_LISTEN_FAILED',
          `cannot listen on ${host} port ${port}: ${error.message}`,
          error,
        ),
      );
    };
    server.once('error', fail);
    server.listen({ host, port, backlog: BACKLOG }, () => {
      server.off('error', fail);
      resolve();
    });
  });
}

/** `beforeClose` ends what the server holds open besides the connections of `admission`. */
export function listenerOf(server: Server, admission: Admission, beforeClose: () => void): Listener {
  const { port } = server.address() as { port: number };
  let stopped: Promise<void> | null = null;
  const stop = (): Promise<void> => {
    stopped ??= new Promise((resolve) => server.close(() => resolve()));
    return stopped;
  };
  return {
    port,
    get connections() {
      return admission.size;
    },
    stop: () => void stop(),
    close: async () => {
      const stopping = stop();
      beforeClose();
      await Promise.all([stopping, admission.closeAll()]);
    },
  };
}

/** Opens a connection. Rejects with NetError `GMG_NET_CONNECT_FAILED`. */
export function connectTcp(
  host: string,
  port: number,
  receiver: Receiver,
  outBufferBytes: number = DEFAULT_OUT_BYTES,
): Promise<Connection> {
  return new Promise((resolve, reject) => {
    const socket = openSocket({ host, port, noDelay: true, allowHalfOpen: true });
    const fail = (error: Error): void => {
      const code: NetCode = 'GMG_NET_CONNECT_FAILED';
      reject(new NetError(code, `cannot connect to ${host} port ${port}: ${error.message}`, error));
    };
    socket.once('error', fail);
    socket.once('connect', () => {
      socket.off('error', fail);
      const connection = carry(socket, endpointsOf(socket), outBufferBytes);
      connection.attach(receiver);
      resolve(connection);
    });
  });
}
