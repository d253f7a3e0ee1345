import { existsSync } from 'node:fs';
import fastifyStatic from '@fastify/static';
import type { FastifyPluginAsync } from 'fastify';

const ABSENT = 'This is not built. In the folder of gommog: npm run build\n';

/** A built app, at `at`, which ends in a slash. What is in `assets` has a fingerprint in its name. */
export function appPages(folder: string, at: string): FastifyPluginAsync {
  return async (server) => {
    if (at !== '/') server.get(at.slice(0, -1), async (_, reply) => reply.redirect(at, 308));
    if (!existsSync(folder)) {
      server.get(at, async (_, reply) => reply.code(404).type('text/plain').send(ABSENT));
      return;
    }
    await server.register(fastifyStatic, {
      root: folder,
      prefix: at,
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
