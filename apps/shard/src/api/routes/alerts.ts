import { alert, threshold, thresholdName, alerts as view } from '@gommog/staff-api';
import { z } from 'zod';
import { problem, type Routes, refusals } from './routes.ts';

/** What needs a person. */
export const alertRoutes: Routes = (server, { audit, operations: { alerts, thresholds } }) => {
  server.get(
    '/alerts',
    {
      config: { needs: 'counselor' },
      schema: {
        summary: 'The newest alerts, and from what on there is one.',
        response: { ...refusals, 200: view },
      },
    },
    async () => ({ alerts: [...alerts.list()], thresholds: thresholds.list() }),
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
      audit({ act: 'alert-acknowledged', by: asker!.name, alert: acknowledged.kind });
      return acknowledged;
    },
  );

  server.post(
    '/alerts/thresholds/:name',
    {
      config: { needs: 'administrator' },
      schema: {
        summary: 'Sets from what on there is an alert, from now on and after a restart.',
        params: z.object({ name: thresholdName }),
        body: z.object({ value: z.number().nullable().describe('Null: as in the settings.') }),
        response: { ...refusals, 200: threshold },
      },
    },
    async ({ asker, body: { value }, params: { name } }, reply) => {
      const wrong = thresholds.change(name, value, asker!.name);
      if (wrong !== null) return reply.code(400).send({ error: wrong });
      audit({ act: 'alert-threshold', by: asker!.name, threshold: name, value });
      return thresholds.list().find((each) => each.name === name)!;
    },
  );
};
