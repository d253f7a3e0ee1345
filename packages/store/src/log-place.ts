import { join } from 'node:path';
import { z } from 'zod';
import { readJsonFile, writeJsonFile } from './json-file.ts';
import { StoreError } from './store-error.ts';
import { DEFAULT_LOG, type LogSettings } from './store-settings.ts';

/** Says where the commit log of a data folder is when it is not in it, so that all who look at the folder find it. */
const FILE = 'log.json';
const REMEDY = 'It says where the log is: the next start with store.log kafka writes it anew';

const place = z.object({
  kind: z.literal('kafka'),
  brokers: z.array(z.string()).min(1),
  topic: z.string().min(1),
  partition: z.int().min(0).optional(),
});

/**
 * Where the commit log of a data or backup folder is.
 * @throws GMG_STORE_FORMAT when what says so cannot be understood.
 */
export async function logPlaceOf(dir: string): Promise<LogSettings> {
  const noted = await readJsonFile(join(dir, FILE), place, REMEDY);
  if (noted === null) return DEFAULT_LOG;
  const { brokers, kind, partition, topic } = noted;
  return { kind, brokers, topic, ...(partition === undefined ? {} : { partition }) };
}

/**
 * Notes where the log of a data folder is. Whoever holds the folder's lock calls this before anything is written.
 * @throws GMG_STORE_SETUP when the folder's log is in Kafka, and shall now be in files: what Kafka has would be left behind.
 */
export async function rememberLogPlace(dir: string, log: LogSettings): Promise<void> {
  if (log.kind === 'kafka') {
    const { brokers, kind, partition, topic } = log;
    await writeJsonFile(join(dir, FILE), { kind, brokers, topic, partition });
    return;
  }
  const before = await logPlaceOf(dir);
  if (before.kind === 'file') return;
  throw new StoreError(
    'GMG_STORE_SETUP',
    `the log of ${dir} is in Kafka, topic ${before.topic}: say so in the settings (store.log), or move it with 'gommog store copy'`,
  );
}
