import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { KafkaSettings } from './kafka-partition.ts';
import { StoreError } from './store-error.ts';
import { DEFAULT_LOG, type LogSettings } from './store-settings.ts';

/** Says where the commit log of a data folder is when it is not in it, so that all who look at the folder find it. */
const FILE = 'log.json';

/**
 * Where the commit log of a data or backup folder is.
 * @throws GMG_STORE_FORMAT when what says so cannot be understood.
 */
export async function logPlaceOf(dir: string): Promise<LogSettings> {
  const path = join(dir, FILE);
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw new StoreError('GMG_STORE_IO', `${path} cannot be read`, { cause: error });
  });
  if (text === null) return DEFAULT_LOG;
  try {
    const { brokers, kind, partition, topic } = JSON.parse(text) as { kind: 'kafka' } & KafkaSettings;
    if (kind === 'kafka' && Array.isArray(brokers) && typeof topic === 'string')
      return { kind, brokers, topic, ...(partition === undefined ? {} : { partition }) };
  } catch {
    // Said below.
  }
  throw new StoreError('GMG_STORE_FORMAT', `${path} does not say where the log is`);
}

/**
 * Notes where the log of a data folder is. Whoever holds the folder's lock calls this before anything is written.
 * @throws GMG_STORE_SETUP when the folder's log is in Kafka, and shall now be in files: what Kafka has would be left behind.
 */
export async function rememberLogPlace(dir: string, log: LogSettings): Promise<void> {
  const path = join(dir, FILE);
  if (log.kind === 'kafka') {
    const { brokers, partition, topic } = log;
    await writeFile(path, `${JSON.stringify({ kind: log.kind, brokers, topic, partition })}\n`);
    return;
  }
  const before = await logPlaceOf(dir);
  if (before.kind === 'file') return;
  throw new StoreError(
    'GMG_STORE_SETUP',
    `the log of ${dir} is in Kafka, topic ${before.topic}: say so in the settings (store.log), or move it with 'gommog store copy'`,
  );
}
