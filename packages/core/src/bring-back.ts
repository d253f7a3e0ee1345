import { ByteSink, ByteSource } from './bytes.ts';
import { decodeState } from './component.ts';
import { Placement } from './placement.ts';
import type { World } from './world.ts';

/**
 * What to do with an entity that was in a closure then and is elsewhere now: `leave` it where it is, and nothing exists twice;
 * `take-back`, from whoever has it now; `copy` it under a new serial, so that it exists twice.
 */
export type Elsewhere = 'leave' | 'take-back' | 'copy';

export interface BroughtBack {
  /** Entities that are now as they were then. */
  readonly restored: readonly number[];
  /** Entities that were left where they are now. */
  readonly left: readonly number[];
  /** Serials of copies, by the serial of what they are copies of. */
  readonly copies: ReadonlyMap<number, number>;
}

/**
 * Makes closures in `present` what they were in `past`: an older state of the same world, or of another with the same components.
 * What has come into a closure since stays in it. Times that are due keep the time that was left.
 * Throws when a root was inside something that is gone now, and the root too: nobody knows where it belongs.
 */
export function bringBack(
  past: World,
  present: World,
  roots: readonly number[],
  elsewhere: Elsewhere,
): BroughtBack {
  const then = [...new Set(roots.flatMap((root) => past.closureOf(root)))];
  const here = new Set(roots.flatMap((root) => (present.exists(root) ? present.closureOf(root) : [])));
  const serials = new Map<number, number>();
  const left: number[] = [];
  const copies = new Map<number, number>();
  for (const serial of then) {
    if (!present.exists(serial) || here.has(serial) || elsewhere === 'take-back') {
      present.reserve(serial);
      serials.set(serial, serial);
    } else if (elsewhere === 'copy') {
      const copy = present.newSerial(present.kindOf(serial));
      copies.set(serial, copy);
      serials.set(serial, copy);
    } else left.push(serial);
  }
  const homes = new Map(
    then.map((serial) => [serial, homeOf(past, present, serial, serials, then)] as const),
  );
  for (const [serial, home] of homes) {
    if (home === 'gone') throw new Error(`what held ${serial} then is gone: bring that back`);
  }
  for (const [from, to] of serials) copyStates(past, from, present, to);
  // All are taken out before any is put in: a bag that is now inside what it held then would be inside itself.
  for (const [from, to] of serials) if (homes.get(from) !== 'stays') present.remove(to, Placement);
  for (const [from, to] of serials) put(past, from, present, to, homes.get(from)!);
  return { restored: [...serials.values()].filter((to) => !isCopy(copies, to)), left, copies };
}

function isCopy(copies: ReadonlyMap<number, number>, serial: number): boolean {
  for (const copy of copies.values()) if (copy === serial) return true;
  return false;
}

/** Serial of the holder to be, 0 for a facet, or what else becomes of the place. */
type Home = number | 'nowhere' | 'stays' | 'gone';

function homeOf(
  past: World,
  present: World,
  serial: number,
  serials: ReadonlyMap<number, number>,
  then: readonly number[],
): Home {
  if (!serials.has(serial)) return 'stays';
  const placement = past.placement(serial);
  if (placement === undefined) return 'nowhere';
  if (placement.parent === 0) return 0;
  // A holder that is left elsewhere keeps nothing back: what was in it goes into the next one around it.
  for (let up = placement.parent; up !== 0; up = past.parentOf(up)) {
    const holder = serials.get(up);
    if (holder !== undefined) return holder;
    if (!then.includes(up) && present.exists(up)) return up;
  }
  return present.placement(serial) === undefined ? 'gone' : 'stays';
}

function copyStates(past: World, from: number, present: World, to: number): void {
  const sink = new ByteSink();
  for (const store of past.stores) {
    const { component } = store;
    if (!component.persisted || component.id === Placement.id) continue;
    const row = store.rows.get(from);
    if (row < 0) {
      present.remove(to, component);
      continue;
    }
    sink.reset();
    store.encode(row, sink);
    const state = decodeState(component, component.version, new ByteSource(sink.take()));
    const due = store.dueAt(from);
    if (component.timer !== null && due > 0)
      state[component.timer] = present.nowMs + Math.max(1, due - past.nowMs);
    present.set(to, component, state);
  }
  for (const { component, data, version } of past.opaqueStates(from))
    present.adopt(to, component, version, data);
}

function put(past: World, from: number, present: World, to: number, home: Home): void {
  if (home === 'stays' || home === 'nowhere' || home === 'gone') return;
  const { facet, slot, x, y, z } = past.placement(from)!;
  if (home === 0) present.place(to, facet, x, y, z);
  else present.contain(to, home, x, y, slot);
}
