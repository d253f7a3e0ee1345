import { open, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncDirectory } from './log-disk.ts';

/**
 * Gives a small file a new text: whatever happens, the loss of power included, it has the old text or the new one, and the new one
 * when the promise resolves. One writer at a time. `mode` is that of a new file. Rejects with what the operating system says.
 */
export async function replaceFile(path: string, text: string, mode = 0o666): Promise<void> {
  const next = `${path}.new`;
  await writeFile(next, text, { mode });
  await renameFlushed(next, path);
}

/** Gives a file another name, which nobody ever finds without the bytes that were written. Rejects as `replaceFile` does. */
export async function renameFlushed(from: string, to: string): Promise<void> {
  // Not flushed, the name could be on the disk before what it stands for.
  const handle = await open(from, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(from, to);
  await syncDirectory(dirname(to));
}
