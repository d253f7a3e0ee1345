import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import { replaceFile } from './replace-file.ts';
import { StoreError } from './store-error.ts';

/**
 * The value of a small file that people may have edited; null when there is none.
 * @throws GMG_STORE_FORMAT with the file, what is wrong with it, and `remedy`, which says what to do; GMG_STORE_IO.
 */
export async function readJsonFile<T>(path: string, schema: z.ZodType<T>, remedy: string): Promise<T | null> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw new StoreError('GMG_STORE_IO', `${path} cannot be read: ${error.message}`, { cause: error });
  });
  if (text === null) return null;
  const refuse = (problem: string): never => {
    throw new StoreError('GMG_STORE_FORMAT', `${path}: ${problem}. ${remedy}`, { file: path });
  };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return refuse(`it is not JSON: ${(error as Error).message}`);
  }
  const { data, error } = schema.safeParse(value);
  return error === undefined ? data : refuse(error.issues.map(problemOf).join('; '));
}

function problemOf({ message, path }: z.core.$ZodIssue): string {
  return path.length === 0 ? message : `'${path.join('.')}': ${message}`;
}

/** Durable when it resolves; a crash leaves the old value or the new one. @throws GMG_STORE_IO. */
export async function writeJsonFile(path: string, value: unknown): Promise<void> {
  try {
    await replaceFile(path, `${JSON.stringify(value)}\n`);
  } catch (error) {
    throw new StoreError('GMG_STORE_IO', `${path} cannot be written: ${(error as Error).message}`, {
      cause: error,
    });
  }
}
