import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BackupEntry, backupEntry } from '@gommog/staff-api';
import { parsedJson } from './parsed-json.ts';

const FILE = 'backups.jsonl';
const MOST_LISTED = 500;

/** Notes a backup of a data folder there, whoever made it: from the dashboard or by hand. */
export async function noteBackup(data: string, entry: BackupEntry): Promise<void> {
  await appendFile(join(data, FILE), `${JSON.stringify(entry)}\n`, { mode: 0o600 });
}

/** The backups that were made of a data folder, newest first. */
export async function listBackups(data: string): Promise<BackupEntry[]> {
  const text = await readFile(join(data, FILE), 'utf8').catch(() => '');
  const found = text.split('\n').flatMap((line) => {
    const parsed = line === '' ? null : backupEntry.safeParse(parsedJson(line));
    return parsed?.success ? [parsed.data] : [];
  });
  return found.slice(-MOST_LISTED).reverse();
}
