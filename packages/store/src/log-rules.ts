import type { CommitLog, LogRange } from './commit-log.ts';
import { StoreError } from './store-error.ts';

/** The rules of `CommitLog.begin`, the same for every adapter. */
export function checkBegin(log: CommitLog, epoch: number, next: number): void {
  if (epoch <= log.lastEpoch) {
    throw new StoreError('GMG_STORE_EPOCH', `epoch ${epoch} is not newer than ${log.lastEpoch}`);
  }
  if (log.range !== null && next !== log.range.last + 1) {
    throw new StoreError('GMG_STORE_GAP', `record ${next} does not follow record ${log.range.last}`);
  }
}

/** The rules of `CommitLog.append`. `begun` and `last` are the log's epoch and the sequence it was given last. */
export function checkAppend(
  closed: boolean,
  begun: number,
  last: number,
  epoch: number,
  sequence: number,
): void {
  if (closed) throw new StoreError('GMG_STORE_CLOSED', 'the commit log is closed');
  if (begun === 0 || epoch !== begun) {
    throw new StoreError('GMG_STORE_EPOCH', `a record of epoch ${epoch} in a log of epoch ${begun}`);
  }
  if (sequence !== last + 1) {
    throw new StoreError('GMG_STORE_GAP', `record ${sequence} does not follow record ${last}`);
  }
}

/** The rule of `CommitLog.read`. */
export function checkHeld(range: LogRange, from: number): void {
  if (from < range.first) {
    throw new StoreError(
      'GMG_STORE_GAP',
      `record ${from} is no longer in the log, which begins at ${range.first}`,
    );
  }
}

/** The rule of `CommitLog.close`: what could not be written is said aloud. */
export function checkNothingLost(records: number, failure: StoreError | null): void {
  if (records === 0) return;
  const reason = failure?.message ?? 'the disk did not answer';
  throw new StoreError(
    failure?.code ?? 'GMG_STORE_IO',
    `closed with ${records} records not saved: ${reason}`,
    {
      cause: failure,
    },
  );
}
