import { z } from 'zod';
import { role } from './self.ts';

export const token = z.object({
  id: z.string(),
  name: z.string(),
  role,
  madeBy: z.string(),
  madeAt: z.string(),
});
export type Token = z.infer<typeof token>;

export const newToken = token.extend({ secret: z.string().describe('Told this once.') });
export type NewToken = z.infer<typeof newToken>;
