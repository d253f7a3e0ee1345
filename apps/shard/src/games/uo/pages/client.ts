import { existsSync } from 'node:fs';
import fastifyStatic from '@fastify/static';
import type { FastifyPluginAsync } from 'fastify';
import { BUILT } from './build-client.ts';

const ABSENT = 'The client for browsers is not built. In the folder of gommog: npm run build\n';

/** The client in a browser, at `/`. What is in `assets` has a fingerprint in its name. */
export function clientPages(folder: string = BUILT): FastifyPluginAsync {
  return async (server) => {
    if (!existsSync(folder)) {
      server.get('/', async (_, reply) => reply.code(404).type('text/plain').send(ABSENT));
      return;
    }
    await server.register(fastifyStatic, {
      root: folder,
      cacheControl: false,
      setHeaders: (response, path) => {
        const isNamedByContent = /[/\\]assets[/\\]/.test(path);
        response.header(
          'cache-control',
          isNamedByContent ? 'public, max-age=31536000, immutable' : 'no-cache',
        );
      },
    });
  };
}
