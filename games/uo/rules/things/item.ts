import { bool, defineComponent, f64, json, text, u8, u16, u32, type ValueOf } from '@gommog/core';

export const Layer = {
  /** Not worn. A mobile's item on this layer is the one in its hand at the mouse cursor. */
  held: 0x00,
  oneHanded: 0x01,
  twoHanded: 0x02,
  shoes: 0x03,
  pants: 0x04,
  shirt: 0x05,
  helmet: 0x06,
  gloves: 0x07,
  ring: 0x08,
  talisman: 0x09,
  neck: 0x0a,
  hair: 0x0b,
  waist: 0x0c,
  innerTorso: 0x0d,
  bracelet: 0x0e,
  face: 0x0f,
  beard: 0x10,
  middleTorso: 0x11,
  earrings: 0x12,
  arms: 0x13,
  cloak: 0x14,
  backpack: 0x15,
  outerTorso: 0x16,
  outerLegs: 0x17,
  innerLegs: 0x18,
  mount: 0x19,
  shopBuy: 0x1a,
  shopResale: 0x1b,
  shopSell: 0x1c,
  bank: 0x1d,
  /** What is offered in a trade: a box for each partner. */
  trade: 0x1f,
} as const;

/** Every item has this one; it is most of what a plain item has. */
export const Item = defineComponent({
  id: 130,
  name: 'item',
  layout: 'columns',
  fields: {
    /** Number of its template; 0 = none (made by staff from a graphic alone). */
    template: u16,
    graphic: u16,
    hue: u16,
    amount: u16,
    /** Cannot be lifted by players. */
    fixed: bool,
  },
});
export type Item = ValueOf<typeof Item>;

/** A name of its own, other than its template's. */
export const ItemName = defineComponent({ id: 131, name: 'item-name', fields: { name: text } });

/** An item lying about that ceases to be at `dueMs` (world milliseconds). */
export const Decay = defineComponent({
  id: 132,
  name: 'decay',
  layout: 'columns',
  fields: { dueMs: f64 },
  timer: 'dueMs',
});

export const Door = defineComponent({
  id: 133,
  name: 'door',
  fields: {
    open: bool,
    /** What opening changes: the graphic and the place. Closing changes them back. */
    openGraphic: u16,
    closedGraphic: u16,
    offsetX: json<number>(0),
    offsetY: json<number>(0),
    locked: bool,
    closeAtMs: f64,
  },
  timer: 'closeAtMs',
});
export type Door = ValueOf<typeof Door>;

export const Book = defineComponent({
  id: 134,
  name: 'book',
  fields: {
    title: text,
    author: text,
    writable: bool,
    /** Lines by page; a page has up to 8 lines. */
    pages: json<readonly (readonly string[])[]>([]),
  },
});
export type Book = ValueOf<typeof Book>;

/** Whoever steps onto it is elsewhere. */
export const Teleporter = defineComponent({
  id: 135,
  name: 'teleporter',
  fields: { facet: u8, x: u16, y: u16, z: json<number>(0) },
});

export const Sign = defineComponent({ id: 136, name: 'sign', fields: { words: text } });

export const Light = defineComponent({
  id: 137,
  name: 'light',
  fields: { lit: bool, burnsUntilMs: f64, remainingMs: f64 },
  timer: 'burnsUntilMs',
});

/** Where a held item came from, so that a refused drop puts it back. Not saved: after a restart it goes to the backpack. */
export const Origin = defineComponent({
  id: 138,
  name: 'origin',
  persisted: false,
  fields: { parent: u32, facet: u8, x: u16, y: u16, z: json<number>(0), slot: u8 },
});
