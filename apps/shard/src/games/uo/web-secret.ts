import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '../../refusal.ts';

const BYTES = 32;

/**
 * What the tokens of clients in a browser are signed with: the file `web-secret` of a data folder, made at the first start. Who
 * reads it can log in as anybody; who removes it logs everybody out. Throws Refusal.
 */
export async function openWebSecret(data: string): Promise<Uint8Array> {
  const file = join(data, 'web-secret');
  try {
    await writeFile(file, randomBytes(BYTES), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code !== 'EEXIST') throw new Refusal(`cannot write ${file}: ${message}`);
  }
  const secret = await readFile(file);
  if (secret.length !== BYTES)
    throw new Refusal(
      `${file} has ${secret.length} bytes, not ${BYTES}: remove it, and everybody logs in anew`,
    );
  return secret;
}
