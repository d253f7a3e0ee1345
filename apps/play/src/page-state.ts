import type { Client } from './client.ts';

/**
 * Writes where the client is into the attributes of the page's body, for tests and for styles: `data-phase`, and in the
 * world `data-serial`, `data-x`, `data-y`, `data-z`, `data-facing` (0 north clockwise to 7) and `data-held` (serial of what
 * is in the hand, 0 for nothing). Nothing in the client reads them.
 */
export function showPageState(body: HTMLElement, { phase, world }: Client): void {
  put(body, 'phase', phase.value);
  const { held, me } = world;
  if (me === undefined) return;
  put(body, 'serial', String(me.serial));
  put(body, 'x', String(me.x));
  put(body, 'y', String(me.y));
  put(body, 'z', String(me.z));
  put(body, 'facing', String(me.direction));
  put(body, 'held', String(held?.serial ?? 0));
}

function put({ dataset }: HTMLElement, name: string, value: string): void {
  if (dataset[name] !== value) dataset[name] = value;
}
