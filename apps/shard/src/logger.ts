import { pino } from 'pino';
import type { Config } from './config/load.ts';
import type { RecentLines } from './operations/recent-lines.ts';

export type Logger = pino.Logger;

/** JSON lines, or lines for people on a terminal; the newest are kept in `lines`. Passwords never get here; the fields that might hold one are cut anyway. */
export function createLogger({ log }: Config, lines: RecentLines): Logger {
  const pretty = log.pretty ?? process.stdout.isTTY;
  const redact = ['password', '*.password', 'passwordHash', '*.passwordHash'];
  const options = { level: log.level, redact, base: null };
  // The ready line is the only thing on standard output that others rely on: the log goes to standard error.
  const stream = pretty
    ? pino.transport({ target: 'pino-pretty', options: { destination: 2, ignore: 'pid,hostname' } })
    : pino.destination({ fd: 2, sync: false });
  const { level } = log;
  return pino(
    options,
    pino.multistream([
      { level, stream },
      { level, stream: lines },
    ]),
  );
}
