import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { TokenBucket } from '@gommog/net';
import type { WorldPublisher } from '@gommog/uo/web/publish';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { FacetPictures } from '../facet-pictures.ts';

const pack = promisify(gzip);
/** Blocks that are kept packed: some kilobytes each. */
const KEPT = 1024;
/** Blocks that may be made in a second, and at once: to make one takes the simulation's thread part of a millisecond. */
const PER_SECOND = 300;
const BURST = 600;
const YEAR = 'public, max-age=31536000, immutable';
const BINARY = 'application/octet-stream';

/** What a client in a browser fetches of the world, see `protocols/web/land.ksy`. `now`: milliseconds on a clock that never goes back. */
export function landPages(
  world: WorldPublisher,
  pictures: Pick<FacetPictures, 'picture'>,
  now: () => number,
): FastifyPluginAsync {
  const kept = new Map<string, Promise<Buffer>>();
  const budget = new TokenBucket(PER_SECOND, BURST, now());

  /** Sends what `make` makes, packed once for all; null means that there is no such thing. */
  const send = async (
    request: FastifyRequest,
    reply: FastifyReply,
    key: string,
    make: () => Uint8Array | null,
  ): Promise<FastifyReply> => {
    let packed = kept.get(key);
    if (packed === undefined) {
      if (!budget.take(now()))
        return reply.code(503).header('retry-after', '1').send({ error: 'too many at once' });
      const bytes = make();
      if (bytes === null) return reply.code(404).send({ error: 'not here' });
      packed = pack(bytes);
      kept.set(key, packed);
      if (kept.size > KEPT) kept.delete(kept.keys().next().value!);
    }
    reply.type(BINARY).header('cache-control', YEAR).header('vary', 'accept-encoding');
    if (!/\bgzip\b/.test(String(request.headers['accept-encoding'] ?? '')))
      return reply.send(Buffer.from(make()!));
    return reply.header('content-encoding', 'gzip').send(await packed);
  };

  return async (server) => {
    server.get('/world/index.bin', async (_, reply) =>
      reply.type(BINARY).header('cache-control', 'no-cache').send(Buffer.from(world.index)),
    );

    server.get<{ Params: { version: string; name: string } }>(
      '/world/:version/:name',
      async (request, reply) => {
        const { name, version } = request.params;
        if (version !== world.version) return reply.code(404).send({ error: 'not here' });
        return send(request, reply, name, () => world.table(name));
      },
    );

    server.get<{ Params: { version: string; facet: string; block: string } }>(
      '/world/:version/:facet/:block',
      async (request, reply) => {
        const { block, facet, version } = request.params;
        const place = /^(\d{1,3})\/(\d{1,4})\.(\d{1,4})\.bin$/.exec(`${facet}/${block}`);
        if (version !== world.version || place === null) return reply.code(404).send({ error: 'not here' });
        const [id, x, y] = [Number(place[1]), Number(place[2]), Number(place[3])];
        return send(request, reply, `${id}/${x}.${y}`, () => world.block(id, x, y));
      },
    );

    server.get<{ Params: { version: string; facet: string; zoom: string; picture: string } }>(
      '/world/:version/:facet/:zoom/:picture',
      async (request, reply) => {
        const { facet, picture, version, zoom } = request.params;
        const place = /^(\d{1,3})\/(\d)\/(\d{1,4})\.(\d{1,4})\.png$/.exec(`${facet}/${zoom}/${picture}`);
        if (version !== world.version || place === null) return reply.code(404).send({ error: 'not here' });
        const [, id, near, x, y] = place.map(Number) as [number, number, number, number, number];
        const png = await pictures.picture(id, near, x, y);
        if (png === 'absent') return reply.code(404).send({ error: 'not here' });
        if (png === 'busy')
          return reply.code(503).header('retry-after', '1').send({ error: 'too many at once' });
        return reply.type('image/png').header('cache-control', YEAR).send(png);
      },
    );
  };
}
