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

/** The world as it stands: who is where, and what anything is. */
export const worldRoutes: Routes = (server, { administration }) => {
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
            holds: z.array(z.number()),
          }),
          404: problem,
        },
      },
    },
    async ({ params }, reply) => {
      const entity = administration.entity(params.serial);
      if (entity === null) return reply.code(404).send({ error: 'there is nothing of that serial' });
      return { ...entity, components: { ...entity.components }, holds: [...entity.holds] };
    },
  );
};
