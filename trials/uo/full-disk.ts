import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
/** Room for a log of some seconds besides what is there already, in MiB. */
const SIZE_MIB = 24;

/** The log of a data folder on a small file system of its own. */
export interface FullDisk {
  fill(): Promise<void>;
  /** Makes room again. */
  empty(): Promise<void>;
  /** Puts the log back to where it was. */
  remove(): Promise<void>;
}

/** Mounts one over the log of a data folder; null where that is not allowed. */
export async function fullDisk(data: string): Promise<FullDisk | null> {
  const log = join(data, 'log');
  const aside = await mkdtemp(join(tmpdir(), 'gommog-log-'));
  await cp(log, aside, { recursive: true });
  const mounted = await run('mount', ['-t', 'tmpfs', '-o', `size=${SIZE_MIB}m`, 'tmpfs', log]).then(
    () => true,
    () => false,
  );
  if (!mounted) {
    await rm(aside, { recursive: true });
    return null;
  }
  await cp(aside, log, { recursive: true });
  const filler = join(log, 'filler');
  return {
    async fill() {
      // More than there is room for: what fits is written, the rest refused.
      await writeFile(filler, Buffer.alloc(SIZE_MIB * 1024 * 1024)).catch(() => {});
    },
    empty: () => rm(filler, { force: true }),
    async remove() {
      await rm(filler, { force: true });
      await rm(aside, { recursive: true });
      await cp(log, aside, { recursive: true });
      await run('umount', [log]);
      await rm(log, { recursive: true });
      await cp(aside, log, { recursive: true });
      await rm(aside, { recursive: true });
    },
  };
}
