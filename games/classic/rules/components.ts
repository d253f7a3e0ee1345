import {
  bool,
  bytes,
  type Component,
  defineComponent,
  f64,
  i16,
  i32,
  json,
  text,
  u8,
  u16,
  u32,
  type ValueOf,
} from '@gommog/core';

/** Blocks along a section's side. A section is what one changed block costs in the log: 512 bytes. */
export const SECTION_SIDE = 8;
export const SECTION_VOLUME = SECTION_SIDE ** 3;

/** A level: a box of blocks. Its sections have serials in a row, from `firstSection` on. */
export const Level = defineComponent({
  id: 100,
  name: 'level',
  fields: {
    name: text,
    /** In blocks, multiples of a section's side: to the east, upwards, to the south. */
    width: u16,
    height: u16,
    length: u16,
    seed: u32,
    firstSection: u32,
    /** Columns of sections that are made; the level is done when it is all of them. */
    columnsMade: u32,
    /** When the next columns are made, in world milliseconds; 0 when the level is done. */
    dueMs: f64,
    /** Where people appear: eyes, in 32nds of a block, and the way they look. */
    spawnX: i16,
    spawnY: i16,
    spawnZ: i16,
    spawnYaw: u8,
    spawnPitch: u8,
    /** Colours of sky, clouds, fog, shadow and sunlight, 0xRRGGBB; -1: as usual. */
    colours: json<readonly number[]>([-1, -1, -1, -1, -1]),
  },
  timer: 'dueMs',
});
export type Level = ValueOf<typeof Level>;

/** The blocks of a section: x fastest, then z, then y. */
export const Section = defineComponent({
  id: 101,
  name: 'section',
  layout: 'columns',
  fields: { blocks: bytes(SECTION_VOLUME) },
});

/** Somebody who plays or has played, by name. */
export const Player = defineComponent({
  id: 102,
  name: 'player',
  fields: { name: text, rank: u8, banned: bool },
});
export type Player = ValueOf<typeof Player>;

/** Where a player is or was last: level, eyes in 32nds of a block, and the way it looks in 256ths of a turn. */
export const Body = defineComponent({
  id: 103,
  name: 'body',
  layout: 'columns',
  fields: { level: u32, x: i16, y: i16, z: i16, yaw: u8, pitch: u8 },
});
export type Body = ValueOf<typeof Body>;

/** A player that is here now. */
export const Presence = defineComponent({
  id: 104,
  name: 'presence',
  persisted: false,
  fields: {
    session: u32,
    /** Id in the level, 0 to 127. */
    slot: u8,
    /** Has the level: moves and builds. */
    isReady: bool,
    /** Distance that it may still go at once, in 32nds of a block: level and up or down. */
    stride: i32,
    climb: i32,
    movedMs: f64,
    /** When it was put somewhere, as long as its client has not said that it is there; 0: it has. */
    putMs: f64,
    /** When it last did anything itself. */
    activeMs: f64,
    /** When it is looked at next: to ping it, or to end a visit without life. */
    dueMs: f64,
  },
  timer: 'dueMs',
});
export type Presence = ValueOf<typeof Presence>;

/** What belongs to all levels; its serial is `REALM`. */
export const Realm = defineComponent({ id: 105, name: 'realm', fields: { salt: text } });
/** No entity of a kind: there is only one, for ever. */
export const REALM = 0xffffffff;

/** Every component of the game. An id, once saved, is never given to another. */
export const components: readonly Component[] = [Level, Section, Player, Body, Presence, Realm];
