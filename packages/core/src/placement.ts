import { type Component, defineComponent, i16, i32, u8, u32, type Value } from './component.ts';

const fields = {
  /** The holder, or 0 when the entity stands on a facet. */
  parent: u32,
  facet: u8,
  /** Tiles on a facet; within a holder whatever the game means by it. */
  x: i32,
  y: i32,
  z: i16,
  /** Where within the holder: a layer, a cell. */
  slot: u8,
};

/**
 * Where an entity is: on a facet, or within another entity. Read it as any component; change it only through
 * `World.place` and `World.contain`, which keep the sectors and the holders' lists in step.
 */
export const Placement: Component<Value<typeof fields>> = defineComponent({
  id: 1,
  name: 'placement',
  layout: 'columns',
  fields,
});

export type Placement = Value<typeof fields>;
