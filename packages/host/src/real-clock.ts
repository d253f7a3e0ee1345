import type { LoopClock } from './loop.ts';

/** The machine's clock. A wake-up that is due comes with the next turn of the event loop, after the sockets were read. */
export const realClock: LoopClock = {
  now: () => performance.now(),
  after(delayMs, callback) {
    if (delayMs < 1) {
      const immediate = setImmediate(callback);
      return () => clearImmediate(immediate);
    }
    const timer = setTimeout(callback, delayMs);
    return () => clearTimeout(timer);
  },
};
