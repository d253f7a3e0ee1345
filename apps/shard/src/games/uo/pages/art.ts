import type { AtlasStore } from '@gommog/uo/art';
import type { FastifyPluginAsync } from 'fastify';

const YEAR = 'public, max-age=31536000, immutable';

/** Address of the list of pictures; everything else lies beside it and is named for what it looks like. */
export function artAddress({ index }: AtlasStore): string {
  return `/art/${index.version}/index.json`;
}

/** The art that clients in a browser draw with: made when it is first asked for, kept by them for ever. */
export function artPages(art: AtlasStore): FastifyPluginAsync {
  return async (server) => {
    server.addHook('onClose', async () => art.close());
    server.get<{ Params: { version: string; name: string } }>(
      '/art/:version/:name',
      async (request, reply) => {
        const { name, version } = request.params;
        if (version !== art.index.version) return reply.code(404).send({ error: 'not here' });
        reply.header('cache-control', YEAR);
        if (name === 'index.json') return art.index;
        const file = await art.file(name);
        if (file === null)
          return reply.code(404).header('cache-control', 'no-store').send({ error: 'not here' });
        return reply.type(file.contentType).send(Buffer.from(file.bytes));
      },
    );
  };
}
