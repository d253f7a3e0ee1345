import { z } from 'zod';
import { webhookEvents } from '../operations/webhooks.ts';

/** Settings of what operators look at: the dashboard, alerts, webhooks, backups. */
export const opsSettings = z.strictObject({
  enabled: z.boolean().default(true).describe('Serve the dashboard at /ops, and its API at /api.'),
  backups: z
    .string()
    .nullable()
    .default(null)
    .describe('Folder of backups; null: beside the data folder, with -backups at the end of its name.'),
  alerts: z
    .strictObject({
      diskFreeMib: z
        .number()
        .min(0)
        .default(1_024)
        .describe('An alert when less is free on the disk, in MiB.'),
      saveLagSeconds: z.number().positive().default(5).describe('An alert when saving is so late.'),
      stepMs: z
        .number()
        .positive()
        .default(50)
        .describe('An alert when one in a hundred steps takes longer, in milliseconds.'),
    })
    .prefault({}),
  webhooks: z
    .strictObject({
      urls: z
        .array(z.url({ protocol: /^https?$/ }))
        .max(10)
        .default([])
        .describe('Addresses that are told what happens, by POST.'),
      secret: z
        .string()
        .min(16)
        .nullable()
        .default(null)
        .describe('What the messages are signed with; null: they are not.'),
      events: z
        .array(z.enum(webhookEvents))
        .default([...webhookEvents])
        .describe('What they are told of.'),
    })
    .prefault({}),
});
