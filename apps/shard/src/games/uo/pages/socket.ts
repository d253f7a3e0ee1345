import { type AddressLimiter, attachWebSocket, type Networks } from '@gommog/net';
import type { UoGame } from '@gommog/uo';
import type { FastifyPluginAsync } from 'fastify';
import { isOurs } from '../../../http/origin.ts';

interface Options {
  readonly game: UoGame;
  readonly limiter: AddressLimiter;
  /** Networks of proxies, whose word on who the peer is counts. */
  readonly proxies: Networks;
  /** Other pages than ours that may connect, such as `https://play.example.com`. */
  readonly origins: readonly string[];
  readonly outBufferBytes: number;
  readonly idleMs: number;
}

/** Where clients in a browser connect. */
export const SOCKET_PATH = '/play/ws';

/** The WebSocket of clients in a browser. Programs that are none tell no origin, and have to log in like everybody. */
export function socketPages({
  game,
  idleMs,
  limiter,
  origins,
  outBufferBytes,
  proxies,
}: Options): FastifyPluginAsync {
  return async (server) => {
    const admission = attachWebSocket(server.server, {
      path: SOCKET_PATH,
      accept: (connection) => game.acceptWeb(connection),
      mayUpgrade: (origin, host) => origin === undefined || isOurs(origin, host, origins),
      limiter,
      outBufferBytes,
      idleMs,
      proxies,
    });
    // The server waits for all that is open: players are told before, each in their own words.
    server.addHook('preClose', async () => {
      game.closeSessions('shard-stopped');
      await admission.closeAll();
    });
  };
}
