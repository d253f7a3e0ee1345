import { z } from 'zod';
import { problem, type Routes, refusals, serial } from './routes.ts';

const person = z.object({
  serial: z.number(),
  name: z.string(),
  account: z.string(),
  facet: z.number(),
  x: z.number(),
  y: z.number(),
  z: z.number(),
  hidden: z.boolean(),
});

const named = z.object({ serial: z.number(), name: z.string() });
const SMALL = z.coerce.number().int().min(0).max(255);
const PLACE = z.coerce.number().int().min(0).max(65_535);

/** The world as it stands: who is where, and what anything is. */
export const worldRoutes: Routes = (server, { administration, operations }) => {
  server.get(
    '/facets',
    {
      config: { needs: 'counselor' },
      schema: {
        summary: 'The facets, in tiles.',
        response: {
          ...refusals,
          200: z.array(z.object({ id: z.number(), width: z.number(), height: z.number() })),
        },
      },
    },
    async () => [...administration.facets()],
  );

  server.get(
    '/people',
    {
      config: { needs: 'counselor' },
      schema: { summary: 'Everybody in the world.', response: { ...refusals, 200: z.array(person) } },
    },
    async () => [...administration.people()],
  );

  server.get(
    '/sectors',
    {
      config: { needs: 'counselor' },
      schema: {
        summary: 'The sectors of 16 x 16 tiles with the most people.',
        querystring: z.object({ limit: z.coerce.number().int().min(1).max(100).default(20) }),
        response: {
          ...refusals,
          200: z.array(
            z.object({
              facet: z.number(),
              x: z.number().describe('Its north-western tile.'),
              y: z.number(),
              people: z.number(),
              entities: z.number(),
            }),
          ),
        },
      },
    },
    async ({ query }) => [...administration.hotSectors(query.limit)],
  );

  server.get(
    '/facets/:facet/:zoom/:x/:y',
    {
      config: { needs: 'counselor' },
      schema: {
        summary:
          'A picture of the land, PNG, of at most 256 x 256 pixels; of 8, 4, 2 or 1 tiles each at zoom 0 to 3.',
        params: z.object({ facet: SMALL, zoom: SMALL, x: PLACE, y: PLACE }),
        response: { ...refusals, 200: z.any().describe('image/png'), 404: problem, 503: problem },
      },
    },
    async ({ params: { facet, x, y, zoom } }, reply) => {
      const picture = await administration.picture(facet, zoom, x, y);
      if (picture === 'absent') return reply.code(404).send({ error: 'there is no such part of the land' });
      if (picture === 'busy') return reply.code(503).send({ error: 'too many pictures at a time' });
      return reply.type('image/png').header('cache-control', 'private, max-age=3600').send(picture);
    },
  );

  server.get(
    '/entities/:serial/history',
    {
      config: { needs: 'administrator' },
      schema: {
        summary: 'What the log knows of an entity: its newest changes, oldest first.',
        params: z.object({ serial }),
        response: { ...refusals, 200: z.array(z.record(z.string(), z.unknown())), 503: problem },
      },
    },
    async ({ params }, reply) => {
      const changes = await operations.history(params.serial);
      return changes === 'busy'
        ? reply.code(503).send({ error: 'others look at the history: try again' })
        : changes.map((change) => ({ ...change }));
    },
  );

  server.get(
    '/entities/:serial',
    {
      config: { needs: 'gamemaster' },
      schema: {
        summary: 'An entity with its components, without secrets.',
        params: z.object({ serial }),
        response: {
          ...refusals,
          200: z.object({
            serial: z.number(),
            components: z.record(z.string(), z.unknown()),
            within: z.array(named).describe('What holds it, outermost last.'),
            holds: z.array(named),
            holdsMore: z.boolean().describe('It holds more than is listed.'),
          }),
          404: problem,
        },
      },
    },
    async ({ params }, reply) => {
      const entity = administration.entity(params.serial);
      if (entity === null) return reply.code(404).send({ error: 'there is nothing of that serial' });
      return {
        ...entity,
        components: { ...entity.components },
        within: [...entity.within],
        holds: [...entity.holds],
      };
    },
  );
};
