import type { Moment, When } from '@gommog/store';
import { Refusal } from './refusal.ts';

/** The moment that an operator names by `--at` or `--record`. Throws Refusal. */
export function whenOf({ at, record }: { readonly at?: string; readonly record?: string }): When {
  if ((at === undefined) === (record === undefined))
    throw new Refusal('say when: --at 2026-11-22T10:15:00 (local time; with Z: UTC) or --record N');
  if (record !== undefined) {
    const sequence = Number(record);
    if (!Number.isInteger(sequence) || sequence < 1) throw new Refusal(`--record ${record}: not a number`);
    return { sequence };
  }
  const wallMs = new Date(at!).getTime();
  if (Number.isNaN(wallMs)) throw new Refusal(`--at ${at}: not a time such as 2026-11-22T10:15:00`);
  return { wallMs };
}

/** `2026-11-22T10:15:00.123Z (record 812, tick 4711)`. */
export function describeMoment({ sequence, tick, wallMs }: Moment): string {
  return `${new Date(wallMs).toISOString()} (record ${sequence}, tick ${tick})`;
}
