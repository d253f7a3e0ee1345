import { z } from 'zod';
import { problem, type Routes, refusals } from './routes.ts';

const alert = z.object({
  id: z.number(),
  kind: z.string(),
  text: z.string(),
  since: z.number().describe('Milliseconds since 1970.'),
  until: z.number().nullable().describe('When it was over; null: it is not.'),
  acknowledgedBy: z.string().nullable(),
});

/** What needs a person. */
export const alertRoutes: Routes = (server, { audit, operations: { alerts } }) => {
  server.get(
    '/alerts',
    {
      config: { needs: 'counselor' },
      schema: {
        summary: 'The alerts since the start, newest first, and from what on there is one.',
        response: {
          ...refusals,
          200: z.object({
            alerts: z.array(alert),
            thresholds: z.object({ diskFreeBytes: z.number(), saveLagMs: z.number(), stepMs: z.number() }),
          }),
        },
      },
    },
    async () => ({ alerts: [...alerts.list()], thresholds: alerts.thresholds }),
  );

  server.post(
    '/alerts/:id/acknowledge',
    {
      config: { needs: 'gamemaster' },
      schema: {
        summary: 'Says that somebody has seen it.',
        params: z.object({ id: z.coerce.number().int().min(1) }),
        response: { ...refusals, 200: alert, 404: problem },
      },
    },
    async ({ asker, params }, reply) => {
      const acknowledged = alerts.acknowledge(params.id, asker!.name);
      if (acknowledged === null) return reply.code(404).send({ error: 'there is no such alert' });
      audit({ act: 'alert-acknowledged', by: asker!.name, kind: acknowledged.kind });
      return acknowledged;
    },
  );
};
