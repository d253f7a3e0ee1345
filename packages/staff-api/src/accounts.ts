import { z } from 'zod';
import { role } from './self.ts';

export const access = z.union([z.literal('player'), role]);
export type Access = z.infer<typeof access>;

const character = z.object({
  serial: z.number(),
  name: z.string(),
  online: z.boolean(),
  jailedUntilMs: z
    .number()
    .nullable()
    .describe('World time at which they are let out of jail; 0: only by staff; null: not in jail.'),
});
export type Character = z.infer<typeof character>;

export const account = z.object({
  serial: z.number(),
  name: z.string(),
  access,
  banned: z.boolean(),
  banReason: z.string(),
  createdMs: z.number().describe('World time of its making.'),
  online: z.boolean(),
  characters: z.array(character),
});
export type Account = z.infer<typeof account>;

export const outcome = z.object({ outcome: z.string().describe('What came of it, in words.') });
