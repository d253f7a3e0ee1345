import { z } from 'zod';
import { port } from '../../config/port.ts';

/** Settings of Ultima Online. */
export const uoSettings = z.strictObject({
  data: z
    .string()
    .nullable()
    .default(null)
    .describe('Folder of this game; null: the shard’s own, or one in it when another game comes first.'),
  port: port.default(2593).describe('Port of UO clients.'),
  wsPort: z
    .union([port, z.literal('next')])
    .nullable()
    .default('next')
    .describe('Port of UO clients over WebSocket; next: the one after `port`, if it is free; null for none.'),
  web: z
    .strictObject({
      enabled: z.boolean().default(true).describe('Let people play in a browser, at the HTTP port.'),
      origins: z
        .array(z.url())
        .default([])
        .describe('Pages of other hosts that may connect, such as https://play.example.com.'),
      ownArt: z
        .boolean()
        .default(false)
        .describe('Give browsers the pictures and sounds of your own client files instead of ours.'),
      tokenDays: z
        .number()
        .min(0)
        .default(14)
        .describe('For so long a browser comes back without the password.'),
    })
    .prefault({}),
  files: z
    .string()
    .nullable()
    .default(null)
    .describe('Folder of your own client files; without it the shard makes a world of its own.'),
  content: z
    .array(z.string())
    .default([])
    .describe('Folders with item templates and tables of your own; a later one wins.'),
  worldSize: z
    .number()
    .int()
    .min(512)
    .max(4096)
    .multipleOf(64)
    .default(1024)
    .describe('Side of the world that is made, in tiles.'),
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
      dayMinutes: z
        .number()
        .min(0)
        .max(10_080)
        .default(120)
        .describe('How long a day of the world is; 0 for a noon that never ends.'),
      nightLevel: z
        .number()
        .int()
        .min(0)
        .max(30)
        .default(20)
        .describe('How dark midnight is, 0 bright to 30 dark.'),
      jail: z
        .strictObject({
          facet: z.number().int().min(0).max(255).default(0).describe('Facet of the jail.'),
          x: z.number().int().min(0).default(8).describe('Its tile, from the west.'),
          y: z.number().int().min(0).default(8).describe('Its tile, from the north.'),
        })
        .prefault({}),
    })
    .prefault({}),
});

export type UoSettings = z.infer<typeof uoSettings>;
