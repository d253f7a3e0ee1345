import { z } from 'zod';
import { roles } from './roles.ts';

export const role = z.enum(roles).describe('What one may do; each has the rights of those before it.');

export const self = z.object({
  name: z.string(),
  role,
  csrf: z
    .string()
    .nullable()
    .describe('To be sent back as x-csrf-token with everything that changes something.'),
});
export type Self = z.infer<typeof self>;
