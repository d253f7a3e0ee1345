import { z } from 'zod';
import { port } from '../../config/port.ts';

const side = z.number().int().min(16).max(1008).multipleOf(8);

/** Settings of Classic. */
export const classicSettings = z.strictObject({
  data: z
    .string()
    .nullable()
    .default(null)
    .describe('Folder of this game; null: the shard’s own, or one in it when another game comes first.'),
  port: port.default(25_565).describe('Port of Classic clients.'),
  wsPort: z
    .union([port, z.literal('next')])
    .nullable()
    .default('next')
    .describe('Port of clients in browsers; next: the one after `port`, if it is free; null for none.'),
  motd: z.string().max(64).default('Build something').describe('Message of the day, as clients show it.'),
  owner: z.string().min(1).max(32).default('admin').describe('Name of the owner that a new shard has.'),
  verifyNames: z
    .boolean()
    .default(false)
    .describe('Everybody has to show the key of the name; operators have to in any case.'),
  newNamesPerAddress: z
    .number()
    .int()
    .min(0)
    .default(20)
    .describe('New names that one address may come in under while the shard runs.'),
  level: z
    .strictObject({
      width: side.default(512).describe('Blocks of the first level to the east.'),
      height: side.default(64).describe('Blocks of the first level upwards.'),
      length: side.default(512).describe('Blocks of the first level to the south.'),
    })
    .prefault({}),
  rules: z
    .strictObject({
      maxPlayers: z.number().int().min(1).default(128).describe('People at a time; operators find a place.'),
      reach: z.number().min(2).max(1_000).default(5).describe('How far one may build, in blocks.'),
      speed: z.number().min(5).max(500).default(30).describe('How fast one may go, in blocks a second.'),
      idleMinutes: z
        .number()
        .min(0)
        .default(0)
        .describe('Who does nothing for so long is sent away; 0: nobody.'),
    })
    .prefault({}),
});

export type ClassicSettings = z.infer<typeof classicSettings>;
