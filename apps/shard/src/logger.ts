import { pino } from 'pino';
import type { Config } from './config/load.ts';

export type Logger = pino.Logger;

/** JSON lines, or lines for people on a terminal. Passwords never get here; the fields that might hold one are cut anyway. */
export function createLogger({ log }: Config): Logger {
  const pretty = log.pretty ?? process.stdout.isTTY;
  const redact = ['password', '*.password', 'passwordHash', '*.passwordHash'];
  const options = { level: log.level, redact, base: null };
  // The ready line is the only thing on standard output that others rely on: the log goes to standard error.
  if (!pretty) return pino(options, pino.destination({ fd: 2, sync: false }));
  return pino({
    ...options,
    transport: { target: 'pino-pretty', options: { destination: 2, ignore: 'pid,hostname' } },
  });
}
