import { entity, entityHistory, facet, type NamedEntity, person, sector } from '@gommog/staff-api';
import { z } from 'zod';
import type { EntityChanges } from '../../operations/entity-history.ts';
import type { Administration } from '../administration.ts';
import { listed, problem, type Routes, refusals, serial } from './routes.ts';

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
        response: { ...refusals, 200: z.array(facet) },
      },
    },
    async () => listed(administration.facets()),
  );

  server.get(
    '/people',
    {
      config: { needs: 'counselor' },
      schema: { summary: 'Everybody in the world.', response: { ...refusals, 200: z.array(person) } },
    },
    async () => listed(administration.people()),
  );

  server.get(
    '/sectors',
    {
      config: { needs: 'counselor' },
      schema: {
        summary: 'The sectors of 16 x 16 tiles with the most people.',
        querystring: z.object({ limit: z.coerce.number().int().min(1).max(100).default(20) }),
        response: { ...refusals, 200: z.array(sector) },
      },
    },
    async ({ query }) => listed(administration.hotSectors(query.limit)),
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
        summary: 'What the log knows of an entity: its newest changes, newest first.',
        params: z.object({ serial }),
        querystring: z.object({
          steps: z.stringbool().default(false).describe('Also each step of somebody who walks.'),
        }),
        response: { ...refusals, 200: entityHistory, 503: problem },
      },
    },
    async ({ params, query: { steps } }, reply) => {
      const history = await operations.history(
        params.serial,
        (change) => steps || !administration.isStep(change),
      );
      if (history === 'busy') return reply.code(503).send({ error: 'others look at the history: try again' });
      return { ...history, names: namesIn(administration, history) };
    },
  );

  server.get(
    '/entities/:serial',
    {
      config: { needs: 'gamemaster' },
      schema: {
        summary: 'An entity with its components, without secrets.',
        params: z.object({ serial }),
        response: { ...refusals, 200: entity, 404: problem },
      },
    },
    async ({ params }, reply) =>
      administration.entity(params.serial) ??
      reply.code(404).send({ error: 'there is nothing of that serial' }),
  );
};

/** What the entities are called that the changes name: who held it, who owned it. */
function namesIn(administration: Administration, { changes }: EntityChanges): NamedEntity[] {
  const names = new Map<number, NamedEntity>();
  for (const { changes: parts } of changes) {
    for (const { component, fields } of parts) {
      for (const [field, { from, to }] of Object.entries(fields)) {
        for (const each of [from, to].flatMap((value) => administration.namesIn(component, field, value)))
          names.set(each.serial, each);
      }
    }
  }
  return [...names.values()];
}
