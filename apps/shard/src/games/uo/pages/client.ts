import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyPluginAsync } from 'fastify';

/** Where the build of the client in a browser is, seen from here. */
const BUILT = fileURLToPath(new URL('../../../../../play/dist', import.meta.url));
const ABSENT =
  'The client for browsers is not built. In the folder of gommog: npm run build --workspace @gommog/play\n';

/** The client in a browser, at `/play/`. What is in `assets` has a fingerprint in its name. */
export function clientPages(folder: string = BUILT): FastifyPluginAsync {
  return async (server) => {
    server.get('/', async (_, reply) => reply.redirect('/play/'));
    server.get('/play', async (_, reply) => reply.redirect('/play/'));
    if (!existsSync(folder)) {
      server.get('/play/', async (_, reply) => reply.code(404).type('text/plain').send(ABSENT));
      return;
    }
    await server.register(fastifyStatic, {
      root: folder,
      prefix: '/play/',
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
