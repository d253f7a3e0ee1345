import helmet from '@fastify/helmet';
import { type FastifyInstance, type FastifyPluginAsync, fastify } from 'fastify';

interface Options {
  readonly host: string;
  readonly port: number;
  /** Is this the address of a proxy, whose word on who the peer is counts? */
  readonly isProxy: (address: string) => boolean;
  /** What is served, in this order. */
  readonly routes: readonly FastifyPluginAsync[];
}

/** Time for a request's head and body, in milliseconds. */
const REQUEST_MS = 10_000;
/** Bytes of a request's body at most. */
const BODY_BYTES = 262_144;

/**
 * The one HTTP server of the process. Pages may load only what comes from here, and may not be framed. Rejects with the
 * system's error when the port cannot be had.
 */
export async function serveHttp({ host, isProxy, port, routes }: Options): Promise<FastifyInstance> {
  const server = fastify({
    requestTimeout: REQUEST_MS,
    bodyLimit: BODY_BYTES,
    trustProxy: (address) => isProxy(address),
    forceCloseConnections: true,
  });
  server.server.headersTimeout = REQUEST_MS;
  await server.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'script-src': ["'self'"],
        'style-src': ["'self'"],
        'img-src': ["'self'", 'data:', 'blob:'],
        'media-src': ["'self'", 'blob:'],
        'font-src': ["'self'"],
        'connect-src': ["'self'"],
        'worker-src': ["'self'", 'blob:'],
        'manifest-src': ["'self'"],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'none'"],
      },
    },
    // The shard itself speaks no TLS: whoever puts it behind a proxy that does sets this there.
    strictTransportSecurity: false,
  });
  for (const plugin of routes) await server.register(plugin);
  server.setNotFoundHandler(async (_, reply) => reply.code(404).send({ error: 'not here' }));
  await server.listen({ host, port });
  return server;
}
