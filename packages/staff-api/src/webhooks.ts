import { z } from 'zod';

export const delivery = z.object({
  id: z.number(),
  key: z.string().describe('What the header x-gommog-delivery says, at each attempt the same.'),
  event: z.string(),
  at: z.number().describe('When it was to be told, in milliseconds since 1970.'),
  to: z.string().describe('Scheme, host and port of the address: the rest of it may be a secret.'),
  state: z.enum(['waiting', 'delivered', 'given-up']),
  attempts: z.number(),
  problem: z.string().nullable().describe('What came of the last attempt; null: nothing was wrong.'),
  nextAt: z.number().nullable().describe('When it is tried again.'),
  endedAt: z.number().nullable(),
});
export type Delivery = z.infer<typeof delivery>;

export const webhooks = z.object({
  addresses: z.array(z.object({ number: z.number(), to: z.string(), waiting: z.number() })),
  events: z.array(z.string()).describe('What they are told of.'),
  isSigned: z.boolean(),
  deliveries: z.array(delivery).describe('Newest first, also those before the last start.'),
});
export type Webhooks = z.infer<typeof webhooks>;
