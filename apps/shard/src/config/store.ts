import { z } from 'zod';

/** Where worlds are kept: the commit log, and the images that follow it. */
export const storeSettings = z.strictObject({
  log: z.enum(['file', 'kafka']).default('file').describe('Where the commit log is: the truth of a shard.'),
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
  topicLagMiB: z
    .number()
    .int()
    .min(64)
    .default(4096)
    .describe(
      'Log that is kept for a topic that is out of reach, in MiB; what happened before is lost to the topic.',
    ),
  kafka: z
    .strictObject({
      brokers: z
        .array(z.string().regex(/^[^\s:]+:\d+$/, 'a broker is HOST:PORT'))
        .min(1)
        .default(['127.0.0.1:9092'])
        .describe('Some brokers of the cluster.'),
      topic: z
        .string()
        .regex(/^[A-Za-z0-9._-]{1,180}$/)
        .default('gommog-log')
        .describe('Beginning of the topic; the name of the game follows.'),
    })
    .prefault({}),
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
