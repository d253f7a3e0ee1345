import { z } from 'zod';

/** A TCP port; 0 lets the system choose one. */
const port = z.number().int().min(0).max(65_535);

/**
 * The whole configuration. Every key has a default that works; `describe` is what the operator's page says about it.
 */
export const configSchema = z.strictObject({
  name: z
    .string()
    .min(1)
    .max(31)
    .default('gommog')
    .describe('Name of the shard, as the shard list shows it.'),
  data: z.string().default('data').describe('Folder of everything the shard keeps.'),
  uoFiles: z
    .string()
    .nullable()
    .default(null)
    .describe('Folder of your own client files; without it the shard makes a world of its own.'),
  content: z
    .array(z.string())
    .default([])
    .describe('Folders with item templates and tables of your own; a later one wins.'),
  seed: z
    .number()
    .int()
    .min(0)
    .max(0xffffffff)
    .default(1)
    .describe('Seed of the world that is made, and of chance.'),
  worldSize: z
    .number()
    .int()
    .min(512)
    .max(4096)
    .multipleOf(64)
    .default(1024)
    .describe('Side of the world that is made, in tiles.'),
  listen: z
    .strictObject({
      host: z.string().default('0.0.0.0').describe('Address to listen on.'),
      uoPort: port.default(2593).describe('Port of UO clients.'),
      wsPort: z
        .union([port, z.literal('next')])
        .nullable()
        .default('next')
        .describe(
          'Port of UO clients over WebSocket; next: the one after uoPort, if it is free; null for none.',
        ),
      httpHost: z
        .string()
        .default('127.0.0.1')
        .describe('Address of metrics and health: keep it from the public.'),
      httpPort: port.default(8080).describe('Port of metrics and health.'),
      proxyProtocol: z.boolean().default(false).describe('Expect PROXY protocol v2 from trusted networks.'),
    })
    .prefault({}),
  advertise: z
    .strictObject({
      address: z
        .string()
        .nullable()
        .default(null)
        .describe('IPv4 address that clients are sent to; null: the one they came to.'),
      port: port
        .nullable()
        .default(null)
        .describe('Port that clients are sent to; null: the one they came to.'),
    })
    .prefault({}),
  accounts: z
    .strictObject({
      autoCreate: z
        .boolean()
        .default(true)
        .describe('Make an account at the first login with an unknown name.'),
      newPerAddress: z
        .number()
        .int()
        .min(0)
        .default(10)
        .describe('Accounts that one address may make while the shard runs.'),
    })
    .prefault({}),
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
  rules: z
    .strictObject({
      linkDeadSeconds: z
        .number()
        .min(0)
        .default(120)
        .describe('A character whose link is lost stays this long.'),
      decayMinutes: z.number().min(1).default(60).describe('What lies about ceases to be after this.'),
      doorCloseSeconds: z.number().min(1).default(20).describe('An open door falls shut after this.'),
      deleteAfterHours: z.number().min(0).default(0).describe('A younger character cannot be deleted.'),
      characterSlots: z.number().int().min(1).max(7).default(7).describe('Characters of an account.'),
      shove: z
        .boolean()
        .default(false)
        .describe('People push each other aside for stamina, instead of passing.'),
    })
    .prefault({}),
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
  log: z
    .strictObject({
      level: z
        .enum(['trace', 'debug', 'info', 'warn', 'error'])
        .default('info')
        .describe('Least level that is logged.'),
      pretty: z.boolean().nullable().default(null).describe('Lines for people; null: on a terminal only.'),
    })
    .prefault({}),
});

export type Config = z.infer<typeof configSchema>;
