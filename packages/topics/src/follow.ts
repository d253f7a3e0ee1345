import { setTimeout as sleep } from 'node:timers/promises';
import type { Cursor, Reading, TopicReader } from './topic-reader.ts';

export interface FollowOptions {
  readonly reader: TopicReader;
  /** Where to begin. */
  readonly cursor: Cursor;
  /** Takes a batch; keeps its cursor together with what it makes of it, so that nothing counts twice. */
  readonly apply: (reading: Reading) => void | Promise<void>;
  /** How often to look for news, in milliseconds. */
  readonly pollMs?: number;
  readonly signal?: AbortSignal;
  /** A look failed; it is tried again. */
  readonly onFailure?: (error: Error) => void;
}

/** Reads a topic up to now and then whatever comes, until `signal` says no more. @throws what `apply` throws. */
export async function follow(options: FollowOptions): Promise<void> {
  const { apply, onFailure, pollMs = 1000, reader, signal } = options;
  let { cursor } = options;
  const isOver = () => signal?.aborted === true;
  while (!isOver()) {
    const readings = reader.read(cursor);
    for (;;) {
      const next = await readings.next().catch((error: Error) => {
        onFailure?.(error);
        return null;
      });
      if (next === null || next.done === true) break;
      await apply(next.value);
      ({ cursor } = next.value);
      if (isOver()) return;
    }
    await sleep(pollMs, undefined, signal === undefined ? {} : { signal }).catch(() => {});
  }
}
