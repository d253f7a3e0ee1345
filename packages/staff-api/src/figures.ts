import { z } from 'zod';

export const unit = z.enum(['ms', 'bytes', 'bytes/s', '1/s', '%', '']);
export type Unit = z.infer<typeof unit>;

export const spanName = z.enum(['minutes', 'hours', 'day', 'week']);
export type SpanName = z.infer<typeof spanName>;

export const figureSpan = z.object({
  figures: z.array(z.object({ name: z.string(), title: z.string(), unit })),
  times: z.array(z.number()).describe('Milliseconds since 1970.'),
  series: z
    .record(z.string(), z.array(z.number().nullable()))
    .describe('A value for each time; null while the shard was down, or did not know.'),
});
export type FigureSpan = z.infer<typeof figureSpan>;
