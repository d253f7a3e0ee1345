import { z } from 'zod';
import { job } from './backups.ts';
import { person } from './world.ts';

/** What a page may ask of the live socket. */
export const liveWish = z.object({
  people: z.boolean().default(false).describe('Tell where people are.'),
  jobs: z.boolean().default(false).describe('Tell how far backups and restores are; for administrators.'),
});

export const liveSecond = z.object({
  at: z.number().describe('Milliseconds since 1970.'),
  tick: z.number(),
  figures: z.record(z.string(), z.number()),
  alerts: z.number().describe('How many are not over.'),
  people: z.array(person).optional(),
  jobs: z.array(job).optional(),
});
export type LiveSecond = z.infer<typeof liveSecond>;
