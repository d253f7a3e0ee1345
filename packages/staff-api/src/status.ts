import { z } from 'zod';

export const status = z.object({
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
