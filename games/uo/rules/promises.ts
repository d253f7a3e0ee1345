import type { Event } from './events.ts';

/**
 * Facts that a person is promised: shown only once the commit record of their tick is durable, so that no crash takes back
 * what somebody was told is done. Everything else is shown at once.
 */
const promises: ReadonlySet<Event['kind']> = new Set<Event['kind']>([
  'character-deleted',
  'save-asked',
  'trade-sealed',
]);

export function isPromise({ kind }: Event): boolean {
  return promises.has(kind);
}
