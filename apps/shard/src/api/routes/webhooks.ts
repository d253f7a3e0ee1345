import { delivery, webhooks as view } from '@gommog/staff-api';
import { z } from 'zod';
import { problem, type Routes, refusals } from './routes.ts';

/** Each is a request to somewhere else: no one needs many. */
const MOST_TESTS_PER_MINUTE = 10;

/** Who else is told what happens, and whether it arrives. */
export const webhookRoutes: Routes = (server, { audit, operations: { webhooks } }) => {
  server.get(
    '/webhooks',
    {
      config: { needs: 'administrator' },
      schema: {
        summary: 'The addresses that are told what happens, and the newest deliveries.',
        response: { ...refusals, 200: view },
      },
    },
    async () => webhooks.view(),
  );

  server.post(
    '/webhooks/:number/test',
    {
      config: { needs: 'administrator', rateLimit: { max: MOST_TESTS_PER_MINUTE, timeWindow: 60_000 } },
      schema: {
        summary: 'Sends a message of no meaning to one address of the settings.',
        params: z.object({ number: z.coerce.number().int().min(0).max(99) }),
        response: { ...refusals, 202: delivery, 404: problem },
      },
    },
    async ({ asker, params }, reply) => {
      const sent = webhooks.test(params.number, Date.now(), asker!.name);
      if (sent === null) return reply.code(404).send({ error: 'there is no such address' });
      audit({ act: 'webhook-tested', by: asker!.name, to: sent.to });
      return reply.code(202).send(sent);
    },
  );
};
