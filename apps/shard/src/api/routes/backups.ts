import { job, backups as view } from '@gommog/staff-api';
import { z } from 'zod';
import { problem, type Routes, refusals } from './routes.ts';

const BUSY = 'another backup or restore runs: wait for it';

/** Backups, and worlds as they were. */
export const backupRoutes: Routes = (server, { audit, operations: { backups } }) => {
  server.get(
    '/backups',
    {
      config: { needs: 'administrator' },
      schema: {
        summary: 'The backups that were made, and the works on them, newest first.',
        response: {
          ...refusals,
          200: view,
        },
      },
    },
    async () => ({
      folder: backups.folder,
      made: await backups.list(),
      jobs: [...backups.jobs()],
    }),
  );

  server.post(
    '/backups',
    {
      config: { needs: 'administrator' },
      schema: {
        summary:
          'Begins to bring the backup up to date: a job, which copies what is new while the shard runs.',
        body: z.object({ verify: z.boolean().describe('Restore it on trial afterwards.') }),
        response: { ...refusals, 202: job, 409: problem },
      },
    },
    async ({ asker, body }, reply) => {
      const begun = await backups.backUp(asker!.name, body.verify);
      if (begun === null) return reply.code(409).send({ error: BUSY });
      audit({ act: 'backup', by: asker!.name });
      return reply.code(202).send(begun);
    },
  );

  server.post(
    '/restores',
    {
      config: { needs: 'administrator' },
      schema: {
        summary:
          'Begins to bring the world of a moment into a new folder: a job. The shard that runs stays as it is.',
        body: z
          .object({
            from: z.enum(['backup', 'data']).describe('A backup, or what the shard itself still remembers.'),
            backup: z
              .string()
              .max(60)
              .optional()
              .describe('Id of a backup; without it, those made from here.'),
            at: z.iso.datetime({ offset: true }).optional().describe('As of this time.'),
            record: z.number().int().min(1).optional().describe('Or as of this commit record.'),
          })
          .refine(({ at, record }) => (at === undefined) !== (record === undefined), 'either at, or record'),
        response: { ...refusals, 202: job, 404: problem, 409: problem },
      },
    },
    async ({ asker, body: { at, backup, from, record } }, reply) => {
      const point = {
        from,
        ...(backup === undefined ? {} : { backup }),
        ...(at === undefined ? {} : { at }),
        ...(record === undefined ? {} : { record }),
      };
      const begun = await backups.restore(asker!.name, point);
      if (begun === 'gone') return reply.code(404).send({ error: 'there is no such backup any more' });
      if (begun === null) return reply.code(409).send({ error: BUSY });
      audit({ act: 'restore', by: asker!.name, ...point, target: begun.target });
      return reply.code(202).send(begun);
    },
  );

  server.get(
    '/jobs/:id',
    {
      config: { needs: 'administrator' },
      schema: {
        summary: 'How far a backup or restore is.',
        params: z.object({ id: z.coerce.number().int().min(1) }),
        response: { ...refusals, 200: job, 404: problem },
      },
    },
    async ({ params }, reply) => {
      const found = backups.job(params.id);
      return found === null ? reply.code(404).send({ error: 'there is no such job' }) : found;
    },
  );

  server.post(
    '/jobs/:id/cancel',
    {
      config: { needs: 'administrator' },
      schema: {
        summary: 'Ends a backup or restore that runs. What a restore has written is taken away.',
        params: z.object({ id: z.coerce.number().int().min(1) }),
        response: { ...refusals, 202: job, 409: problem },
      },
    },
    async ({ asker, params }, reply) => {
      const cancelled = backups.cancel(params.id, asker!.name);
      if (cancelled === null) return reply.code(409).send({ error: 'there is no such job that runs' });
      audit({ act: 'job-cancelled', by: asker!.name, job: cancelled.kind, target: cancelled.target });
      return reply.code(202).send(cancelled);
    },
  );
};
