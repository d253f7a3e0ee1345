import { z } from 'zod';

/** Where worlds are kept besides the commit log. */
export const storeSettings = z.strictObject({
  images: z
    .array(z.enum(['lmdb', 'redis', 'mongodb']))
    .min(1)
    .refine((kinds) => new Set(kinds).size === kinds.length, 'an image can be kept only once of a kind')
    .default(['lmdb'])
    .describe('Where the newest state is kept; a start prefers the first among equals.'),
  imageLagMiB: z
    .number()
    .int()
    .min(64)
    .default(4096)
    .describe('Log that is kept for an image which is behind another one, in MiB.'),
  redis: z
    .strictObject({
      url: z.string().default('redis://127.0.0.1:6379').describe('Address of Redis.'),
      prefix: z
        .string()
        .min(1)
        .max(64)
        .default('gommog')
        .describe('Beginning of its keys; the name of the game follows.'),
      durability: z
        .enum(['everysec', 'always'])
        .default('everysec')
        .describe('How often the server writes to its disk: it has to be set so.'),
    })
    .prefault({}),
  mongodb: z
    .strictObject({
      url: z.string().default('mongodb://127.0.0.1:27017').describe('Address of MongoDB.'),
      database: z
        .string()
        .min(1)
        .max(38)
        .default('gommog')
        .describe('Its database; the name of the game follows.'),
    })
    .prefault({}),
});
