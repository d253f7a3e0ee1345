import type { Event } from '@gommog/uo';
import type { AuditLog } from './audit-log.ts';
import type { Logger } from './logger.ts';

/** What staff do from within the game: to the audit log, and, for a wish to end the shard, to whoever runs it. */
export interface Operator {
  onEvent(event: Event, reply: (mobile: number, text: string) => void): void;
  /** The log and the shard exist only after the game does. */
  attach(audit: AuditLog, stopIn: (seconds: number) => void): void;
}

export function createAuditedOperator(log: Logger): Operator {
  let audit: AuditLog | null = null;
  let stopIn: ((seconds: number) => void) | null = null;
  return {
    onEvent(event) {
      if (event.kind === 'staff-acted') {
        const { account, command, mobile, outcome } = event;
        audit?.write({ account, mobile, command, outcome });
        log.info({ account, mobile, command, outcome }, 'staff-acted');
      } else if (event.kind === 'shutdown-asked') stopIn?.(event.inSeconds);
    },
    attach(toAudit, toStop) {
      audit = toAudit;
      stopIn = toStop;
    },
  };
}
