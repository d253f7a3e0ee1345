import { figureSpan, logLevel, logLine, spanName, status } from '@gommog/staff-api';
import { z } from 'zod';
import { figureList } from '../../operations/figure-list.ts';
import { listed, type Routes, refusals } from './routes.ts';

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
        summary:
          'Figures over time: each second of 15 minutes, each minute of 6 or 24 hours, each quarter of an hour of a week.',
        querystring: z.object({
          span: spanName.default('minutes'),
          names: z.string().max(1_000).optional().describe('Only these, with commas between.'),
        }),
        response: { ...refusals, 200: figureSpan },
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
        summary:
          'The newest lines of the log, also those before the last start, oldest first; secrets are cut.',
        querystring: z.object({
          level: logLevel.default('info').describe('Least level.'),
          search: z.string().max(100).default(''),
          session: z.coerce.number().int().min(1).optional().describe('Only lines of this session.'),
          after: z.coerce.number().int().min(0).default(0).describe('Only lines with a greater id.'),
          limit: z.coerce.number().int().min(1).max(1_000).default(200),
        }),
        response: { ...refusals, 200: z.array(logLine) },
      },
    },
    async ({ query: { session = null, ...query } }) => listed(operations.lines.find({ ...query, session })),
  );
};
