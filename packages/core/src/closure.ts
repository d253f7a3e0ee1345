import { ByteSink, ByteSource } from './bytes.ts';
import { decodeState } from './component.ts';
import { Placement } from './placement.ts';
import type { World } from './world.ts';

/** An entity with all that its parent chain ends in, able to leave one world and enter another. Timers are relative. */
export interface Closure {
  readonly root: number;
  readonly states: readonly { serial: number; component: number; version: number; data: Uint8Array }[];
}

/** Copies an entity's closure out, with due times as time remaining. The entity stays: `destroy` it when the copy is safe. */
export function exportClosure(world: World, root: number): Closure {
  const sink = new ByteSink();
  const states: Closure['states'][number][] = [];
  for (const serial of world.closureOf(root)) {
    for (const store of world.stores) {
      const row = store.rows.get(serial);
      const { id, persisted, timer, version } = store.component;
      if (row < 0 || !persisted) continue;
      const due = store.dueAt(serial);
      sink.reset();
      if (timer !== null && due > 0) store.encodeWith(row, timer, Math.max(1, due - world.nowMs), sink);
      else store.encode(row, sink);
      states.push({ serial, component: id, version, data: sink.take() });
    }
    for (const opaque of world.opaqueStates(serial)) states.push({ serial, ...opaque });
  }
  return { root, states };
}

/** Takes a closure in under its own serials. Throws when one of them is already here: an entity has one authority. */
export function importClosure(world: World, { root, states }: Closure): void {
  for (const { serial } of states)
    if (world.exists(serial)) throw new Error(`entity ${serial} is already here`);
  const placed: { serial: number; state: Placement }[] = [];
  for (const { serial, component, version, data } of states) {
    const store = world.stores.find((each) => each.component.id === component);
    if (store === undefined) {
      world.adopt(serial, component, version, data);
      continue;
    }
    const state = decodeState(store.component, version, new ByteSource(data));
    if (component === Placement.id) {
      placed.push({ serial, state: state as unknown as Placement });
      continue;
    }
    const { timer } = store.component;
    if (timer !== null && (state[timer] as number) > 0) state[timer] = (state[timer] as number) + world.nowMs;
    store.set(serial, state);
  }
  for (const { serial, state } of placed) {
    const { facet, parent, slot, x, y, z } = state;
    if (parent === 0) world.place(serial, facet, x, y, z);
    else if (serial !== root) world.contain(serial, parent, x, y, slot);
    else throw new Error(`the root ${root} of a closure is inside ${parent}`);
  }
}
