import { z } from 'zod';
import type { Job } from '../../operations/jobs.ts';
import { listed, problem, type Routes, refusals } from './routes.ts';

const job = z.object({
  id: z.number(),
  kind: z.enum(['backup', 'restore']),
  by: z.string(),
  state: z.enum(['running', 'done', 'failed']),
  startedAt: z.number().describe('Milliseconds since 1970.'),
  endedAt: z.number().nullable(),
  target: z.string().describe('Folder that it writes.'),
  writtenBytes: z.number().describe('Bytes that lie there so far.'),
  lines: z.array(z.string()).describe('What it said.'),
});
const BUSY = 'another backup or restore runs: wait for it';

/** Backups, and worlds as they were. */
export const backupRoutes: Routes = (server, { audit, operations: { backups } }) => {
  server.get(
    '/backups',
    {
      config: { needs: 'administrator' },
      schema: {
        summary: 'The backups that were made from here, newest first, and the works on them.',
        response: {
          ...refusals,
          200: z.object({
            folder: z.string(),
            made: z.array(
              z.object({ at: z.string(), by: z.string(), record: z.number().nullable(), text: z.string() }),
            ),
            jobs: z.array(job),
          }),
        },
      },
    },
    async () => ({
      folder: backups.folder,
      made: listed(await backups.list()),
      jobs: backups.jobs().map(viewed),
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
      return reply.code(202).send(viewed(begun));
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
            from: z
              .enum(['backup', 'data'])
              .describe('The backup, or what the shard itself still remembers.'),
            at: z.iso.datetime({ offset: true }).optional().describe('As of this time.'),
            record: z.number().int().min(1).optional().describe('Or as of this commit record.'),
          })
          .refine(({ at, record }) => (at === undefined) !== (record === undefined), 'either at, or record'),
        response: { ...refusals, 202: job, 409: problem },
      },
    },
    async ({ asker, body: { at, from, record } }, reply) => {
      const point = {
        from,
        ...(at === undefined ? {} : { at }),
        ...(record === undefined ? {} : { record }),
      };
      const begun = backups.restore(asker!.name, point);
      if (begun === null) return reply.code(409).send({ error: BUSY });
      audit({ act: 'restore', by: asker!.name, ...point, target: begun.target });
      return reply.code(202).send(viewed(begun));
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
      return found === null ? reply.code(404).send({ error: 'there is no such job' }) : viewed(found);
    },
  );
};

function viewed(found: Job) {
  return { ...found, lines: listed(found.lines) };
}
