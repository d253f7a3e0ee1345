import { z } from 'zod';

export const job = z.object({
  id: z.number(),
  kind: z.enum(['backup', 'restore']),
  by: z.string(),
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  problem: z.string().nullable().describe('Why it failed or who cancelled it.'),
  startedAt: z.number().describe('Milliseconds since 1970.'),
  endedAt: z.number().nullable(),
  percent: z.number().nullable().describe('How far it is; null: it has not said yet.'),
  doing: z.string().describe('What it does at the moment.'),
  secondsLeft: z.number().nullable().describe('As far as can be told from how quick it was.'),
  target: z.string().describe('Folder that it writes.'),
  writtenBytes: z.number().describe('Bytes that lie there so far.'),
  lines: z.array(z.string()).describe('What it said.'),
});
export type Job = z.infer<typeof job>;

export const backupEntry = z.object({
  id: z.string(),
  at: z.string().describe('When it was made.'),
  by: z.string(),
  folder: z.string(),
  record: z.number().describe('The newest commit record that it holds.'),
  recordAt: z.string().describe('When that record was made.'),
  isFull: z.boolean().describe('A whole copy, not only what was new.'),
  verified: z.boolean().describe('It was restored on trial, and was sound.'),
});
export type BackupEntry = z.infer<typeof backupEntry>;

export const backups = z.object({
  folder: z.string().describe('Where backups go that are made from here.'),
  made: z
    .array(backupEntry.extend({ isThere: z.boolean().describe('Its folder is still there.') }))
    .describe('Newest first, also those made by `gommog backup`.'),
  jobs: z.array(job).describe('Newest first.'),
});
export type Backups = z.infer<typeof backups>;
