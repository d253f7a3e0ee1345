import { z } from 'zod';
import { classicSettings } from '../games/classic/settings.ts';
import { uoSettings } from '../games/uo/settings.ts';
import { opsSettings } from './ops.ts';
import { port } from './port.ts';
import { storeSettings } from './store.ts';

/**
 * The whole configuration. Every key has a default that works; `describe` is what the operator's page says about it.
 */
export const configSchema = z.strictObject({
  games: z
    .array(z.string())
    .min(1)
    .refine((names) => new Set(names).size === names.length, 'a game can be hosted only once')
    .default(['uo'])
    .describe(
      'Games that this process hosts. The first keeps its data in `data` itself, each further one in a folder of its name in it.',
    ),
  name: z.string().min(1).max(31).default('gommog').describe('Name of the shard, as clients show it.'),
  data: z.string().default('data').describe('Folder of everything the shard keeps.'),
  topics: z
    .string()
    .min(1)
    .nullable()
    .default('topics')
    .describe(
      'Where is told what happens to people and goods: a folder within `data`, or `kafka://HOST:PORT/TOPIC` (followed by a dot and the name of the game); null: nowhere.',
    ),
  seed: z
    .number()
    .int()
    .min(0)
    .max(0xffffffff)
    .default(1)
    .describe('Seed of the worlds that are made, and of chance.'),
  listen: z
    .strictObject({
      host: z.string().default('0.0.0.0').describe('Address to listen on.'),
      httpHost: z
        .string()
        .nullable()
        .default(null)
        .describe('Address of pages for browsers, of metrics and health; null: as `listen.host`.'),
      httpPort: port.default(8080).describe('Port of pages for browsers, of metrics and health.'),
      proxyProtocol: z.boolean().default(false).describe('Expect PROXY protocol v2 from trusted networks.'),
    })
    .prefault({}),
  store: storeSettings.prefault({}),
  limits: z
    .strictObject({
      connections: z.number().int().min(1).default(10_000).describe('Connections in all.'),
      connectionsPerAddress: z
        .number()
        .int()
        .min(1)
        .default(20)
        .describe('Connections of one address at a time.'),
      newConnectionsPerMinute: z
        .number()
        .int()
        .min(1)
        .default(60)
        .describe('New connections of one address in a minute.'),
      outBufferBytes: z
        .number()
        .int()
        .min(65_536)
        .default(1_048_576)
        .describe('Bytes that may wait for one client; a slower one is dropped.'),
      idleSeconds: z
        .number()
        .int()
        .min(10)
        .default(300)
        .describe('A link that is silent for so long is closed.'),
    })
    .prefault({}),
  trustedNetworks: z
    .array(z.string())
    .default(['127.0.0.0/8', '::1/128'])
    .describe('Networks without limits of address: load tests and proxies.'),
  view: z
    .strictObject({
      flushMs: z
        .number()
        .min(5)
        .max(500)
        .default(40)
        .describe('Least time between two looks at others, in milliseconds.'),
      flushMaxMs: z.number().min(5).max(1_000).default(100).describe('What it may grow to under load.'),
    })
    .prefault({}),
  history: z
    .strictObject({
      keepMib: z
        .number()
        .int()
        .min(16)
        .default(1024)
        .describe('Size of the history that is kept, in MiB; older history is given up.'),
      keepDays: z
        .number()
        .positive()
        .nullable()
        .default(null)
        .describe('History that is older is given up; null: only its size counts.'),
      checkpointHours: z
        .number()
        .positive()
        .nullable()
        .default(24)
        .describe('A checkpoint of the world is made so often; null: only as its history grows.'),
    })
    .prefault({}),
  log: z
    .strictObject({
      level: z
        .enum(['trace', 'debug', 'info', 'warn', 'error'])
        .default('info')
        .describe('Least level that is logged.'),
      pretty: z.boolean().nullable().default(null).describe('Lines for people; null: on a terminal only.'),
    })
    .prefault({}),
  ops: opsSettings.prefault({}),
  uo: uoSettings.prefault({}),
  classic: classicSettings.prefault({}),
});

export type Config = z.infer<typeof configSchema>;
