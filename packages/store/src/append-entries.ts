import type { DatedEntry } from './commit-log.ts';
import { FileLog } from './file-log.ts';
import { NodeDisk } from './log-disk.ts';

/** Bytes that may wait for the disk: a log is larger than memory should be. */
const AHEAD_BYTES = 16 * 1024 * 1024;

/**
 * Copies records behind those that a folder of log files has, or into a new one, with their epochs and wall times. Resolves with the
 * log, which the caller closes, and the bytes of the records.
 * @throws GMG_STORE_GAP when the first does not follow, GMG_STORE_IO.
 */
export async function appendEntries(
  path: string,
  entries: Iterable<DatedEntry> | AsyncIterable<DatedEntry>,
): Promise<{ readonly log: FileLog; readonly bytes: number }> {
  let wallMs = Date.now();
  const log = await FileLog.open({ disk: new NodeDisk(path), wallClock: () => wallMs });
  let isBegun = false;
  let bytes = 0;
  let waiting = 0;
  for await (const { encoded, epoch, sequence, wallMs: taken } of entries) {
    wallMs = taken;
    if (epoch > log.lastEpoch) {
      await settled(log);
      await log.begin(epoch, sequence);
    } else if (!isBegun) await log.resume();
    isBegun = true;
    log.append(encoded, epoch, sequence);
    bytes += encoded.length;
    waiting += encoded.length;
    if (waiting < AHEAD_BYTES) continue;
    await settled(log);
    waiting = 0;
  }
  await settled(log);
  return { log, bytes };
}

function settled(log: FileLog): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = () => {
      if (log.isIdle) resolve();
    };
    log.onDurable = look;
    log.onFailure = (failure) => failure !== null && reject(failure);
    look();
  });
}
