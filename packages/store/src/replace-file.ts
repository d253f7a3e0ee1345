import { rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncDirectory } from './log-disk.ts';

/**
 * Gives a small file a new text, durably: whatever happens, the loss of power included, it has the old text or the new one, and the
 * new one when the promise resolves. Only one writer at a time. `mode` is that of a new file. Rejects with what the operating
 * system says.
 */
export async function replaceFile(path: string, text: string, mode = 0o666): Promise<void> {
  const next = `${path}.new`;
  // Without the flush, a name could be durable before the bytes that it stands for.
  await writeFile(next, text, { mode, flush: true });
  await rename(next, path);
  await syncDirectory(dirname(path));
}
