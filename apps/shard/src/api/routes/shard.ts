import { z } from 'zod';
import { figureList } from '../../operations/figure-list.ts';
import { logLevels } from '../../operations/recent-lines.ts';
import { listed, type Routes, refusals } from './routes.ts';

const status = z.object({
  name: z.string(),
  version: z.string(),
  node: z.string(),
  startedAt: z.string(),
  uptimeSeconds: z.number(),
  afterCrash: z.boolean().describe('The shard before did not end as it should.'),
  games: z.array(
    z.object({
      name: z.string(),
      tick: z.number(),
      worldMs: z.number(),
      ports: z.array(z.object({ name: z.string(), at: z.string() })),
    }),
  ),
});
export type Status = z.infer<typeof status>;

const figure = z.object({ name: z.string(), title: z.string(), unit: z.string() });
const span = z.object({
  figures: z.array(figure),
  times: z.array(z.number()).describe('Milliseconds since 1970.'),
  series: z.record(z.string(), z.array(z.number().nullable())),
});

const line = z.object({
  id: z.number(),
  at: z.number().describe('Milliseconds since 1970.'),
  level: z.string(),
  text: z.string(),
  details: z.record(z.string(), z.unknown()),
});

/** How the shard is: status, figures, log, what staff did. */
export const shardRoutes: Routes = (server, { operations, status: read }) => {
  server.get(
    '/status',
    {
      config: { needs: 'counselor' },
      schema: { summary: 'What runs here, since when.', response: { ...refusals, 200: status } },
    },
    async () => read(),
  );

  server.get(
    '/figures',
    {
      config: { needs: 'counselor' },
      schema: {
        summary: 'Figures over time: each second of ten minutes, or each minute of a day.',
        querystring: z.object({
          span: z.enum(['minutes', 'day']).default('minutes'),
          names: z.string().max(1_000).optional().describe('Only these, with commas between.'),
        }),
        response: { ...refusals, 200: span },
      },
    },
    async ({ query }) => {
      const names = query.names?.split(',');
      const { series, times } = operations.figures.read(query.span, names);
      return {
        figures: figureList.filter(({ name }) => name in series),
        times: listed(times),
        series: Object.fromEntries(Object.entries(series).map(([name, values]) => [name, listed(values)])),
      };
    },
  );

  server.get(
    '/logs',
    {
      config: { needs: 'administrator' },
      schema: {
        summary: 'The newest lines of the log that are in memory, oldest first; secrets are cut.',
        querystring: z.object({
          level: z.enum(logLevels).default('info').describe('Least level.'),
          search: z.string().max(100).default(''),
          after: z.coerce.number().int().min(0).default(0).describe('Only lines with a greater id.'),
          limit: z.coerce.number().int().min(1).max(1_000).default(200),
        }),
        response: { ...refusals, 200: z.array(line) },
      },
    },
    async ({ query }) =>
      operations.lines.find(query).map((each) => ({ ...each, details: { ...each.details } })),
  );

  server.get(
    '/audit',
    {
      config: { needs: 'administrator' },
      schema: {
        summary: 'What staff did, newest first.',
        querystring: z.object({
          search: z.string().max(100).default('').describe('Text that an entry contains.'),
          before: z.coerce.number().int().min(0).optional().describe('To go on, as an answer told.'),
          limit: z.coerce.number().int().min(1).max(500).default(100),
        }),
        response: {
          ...refusals,
          200: z.object({
            entries: z.array(z.record(z.string(), z.unknown())),
            before: z.number().nullable().describe('To ask for older entries with; null: there are none.'),
          }),
        },
      },
    },
    async ({ query: { before = null, limit, search } }) => {
      const page = await operations.auditTrail({ before, limit, search });
      return { entries: page.entries.map((entry) => ({ ...entry })), before: page.before };
    },
  );
};
