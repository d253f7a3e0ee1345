import { bool, defineComponent, f64, i16, json, text, u8, u16, u32, type ValueOf } from '@gommog/core';

export const Race = { human: 0, elf: 1, gargoyle: 2 } as const;
export type Race = (typeof Race)[keyof typeof Race];

/** What others see of a mobile. */
export const Mobile = defineComponent({
  id: 110,
  name: 'mobile',
  fields: {
    name: text,
    title: text,
    body: u16,
    hue: u16,
    race: u8,
    female: bool,
    /** Facing, 0 north to 7 north-west. */
    direction: u8,
    /** True when the last step was a run: shown to others in bit 7 of the direction. */
    running: bool,
    hidden: bool,
    frozen: bool,
    war: bool,
    /** A dead player: seen only by other ghosts and by staff. */
    ghost: bool,
    /** Cannot be harmed: yellow name. */
    invulnerable: bool,
    criminal: bool,
  },
});
export type Mobile = ValueOf<typeof Mobile>;

export const Stats = defineComponent({
  id: 111,
  name: 'stats',
  fields: { str: u16, dex: u16, int: u16, hits: i16, mana: i16, stam: i16 },
});
export type Stats = ValueOf<typeof Stats>;

/** Tenths of a point and locks (0 up, 1 down, 2 locked), by skill number. */
export const Skills = defineComponent({
  id: 112,
  name: 'skills',
  fields: { values: json<readonly number[]>([]), locks: json<readonly number[]>([]), statLocks: u8 },
});
export type Skills = ValueOf<typeof Skills>;

/** A mobile that an account plays. It stands on a facet only while it is in the world; else `logout*` says where it left. */
export const Character = defineComponent({
  id: 113,
  name: 'character',
  fields: {
    account: u32,
    createdMs: f64,
    profile: text,
    logoutFacet: u8,
    logoutX: u16,
    logoutY: u16,
    logoutZ: i16,
  },
});
export type Character = ValueOf<typeof Character>;

/** A character in the world. Not saved: after a restart nobody is in the world. */
export const Presence = defineComponent({
  id: 114,
  name: 'presence',
  persisted: false,
  fields: {
    /** The session that plays it, 0 while the link is lost. */
    session: u32,
    /** When a character whose link is lost leaves the world, in world milliseconds. */
    leaveAtMs: f64,
  },
  timer: 'leaveAtMs',
});
export type Presence = ValueOf<typeof Presence>;

/** The target cursor a person has up; its answer is routed to `purpose`. */
export const TargetCursor = defineComponent({
  id: 115,
  name: 'target-cursor',
  persisted: false,
  fields: { cursor: u32, purpose: text, data: json<Readonly<Record<string, unknown>>>({}) },
});
export type TargetCursor = ValueOf<typeof TargetCursor>;

/** An open gump as the rules know it: an answer counts only if it was sent and names what it had. */
export interface OpenGump {
  readonly serial: number;
  readonly gump: number;
  readonly purpose: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly buttons: readonly number[];
  readonly switches: readonly number[];
  readonly entries: readonly number[];
}

export const Gumps = defineComponent({
  id: 116,
  name: 'gumps',
  persisted: false,
  fields: { open: json<readonly OpenGump[]>([]), next: u32 },
});
export type Gumps = ValueOf<typeof Gumps>;

/** Where a person's steps stand: see `movement/pace.ts` and `movement/sequence.ts`. */
export interface HeldStep {
  readonly direction: number;
  readonly running: boolean;
  readonly sequence: number;
}

export const Walker = defineComponent({
  id: 117,
  name: 'walker',
  persisted: false,
  fields: {
    /** The sequence number expected next; 0 after each reset. */
    sequence: u8,
    nextStepAtMs: f64,
    creditMs: f64,
    /** Requests that came too early, in order. */
    held: json<readonly HeldStep[]>([]),
    /** When the first held request is due, in world milliseconds. */
    dueMs: f64,
  },
  timer: 'dueMs',
});
export type Walker = ValueOf<typeof Walker>;
