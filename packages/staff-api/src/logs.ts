import { z } from 'zod';

export const logLevel = z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal']);

export const logLine = z.object({
  id: z.number().describe('Grows with each line, also over a restart.'),
  at: z.number().describe('Milliseconds since 1970.'),
  level: logLevel,
  text: z.string(),
  details: z.record(z.string(), z.unknown()),
});
export type LogLine = z.infer<typeof logLine>;
