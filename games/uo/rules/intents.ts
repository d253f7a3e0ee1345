import type { Pressure } from '@gommog/core';
import type { AccessLevel } from './accounts/account.ts';

/** `drop` onto this container means the ground. */
export const GROUND = 0xffffffff;

interface ByMobile {
  /** Who wishes it. */
  readonly mobile: number;
}

// Accounts and characters. `session` is the asking session's number: the answer goes there.

export interface CreateAccount {
  readonly kind: 'create-account';
  /** 0 when no session asks. */
  readonly session: number;
  readonly name: string;
  readonly passwordHash: string;
  readonly access: AccessLevel;
}
export interface ChangeAccount {
  readonly kind: 'change-account';
  readonly account: number;
  readonly passwordHash?: string;
  readonly access?: AccessLevel;
  readonly banned?: boolean;
  readonly banReason?: string;
}
export interface CreateCharacter {
  readonly kind: 'create-character';
  readonly session: number;
  readonly account: number;
  readonly slot: number;
  readonly name: string;
  readonly female: boolean;
  /** 0 human, 1 elf, 2 gargoyle. */
  readonly race: number;
  readonly profession: number;
  readonly str: number;
  readonly dex: number;
  readonly int: number;
  readonly skills: readonly { readonly skill: number; readonly value: number }[];
  readonly skinHue: number;
  readonly hairStyle: number;
  readonly hairHue: number;
  readonly beardStyle: number;
  readonly beardHue: number;
  readonly shirtHue: number;
  readonly pantsHue: number;
  readonly city: number;
}
export interface DeleteCharacter {
  readonly kind: 'delete-character';
  readonly session: number;
  readonly account: number;
  readonly slot: number;
}
export interface EnterWorld {
  readonly kind: 'enter-world';
  readonly session: number;
  readonly account: number;
  readonly character: number;
}
export interface LeaveWorld extends ByMobile {
  readonly kind: 'leave-world';
  readonly session: number;
  /** `logout`: leaves at once. `link-lost`: stays until the delay is over. */
  readonly how: 'logout' | 'link-lost';
}

// Movement

export interface Walk extends ByMobile {
  readonly kind: 'walk';
  /** 0 north to 7 north-west. */
  readonly direction: number;
  readonly running: boolean;
  readonly sequence: number;
}
export interface Resync extends ByMobile {
  readonly kind: 'resync';
}
export interface SetWarMode extends ByMobile {
  readonly kind: 'set-war-mode';
  readonly war: boolean;
}

// Things

export interface Lift extends ByMobile {
  readonly kind: 'lift';
  readonly item: number;
  readonly amount: number;
}
export interface Drop extends ByMobile {
  readonly kind: 'drop';
  readonly item: number;
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly grid: number;
  /** A container, an item to stack on, a mobile, or GROUND. x = y = 0xFFFF: anywhere in it. */
  readonly onto: number;
}
export interface Equip extends ByMobile {
  readonly kind: 'equip';
  readonly item: number;
  readonly layer: number;
  readonly onto: number;
}
export interface Use extends ByMobile {
  readonly kind: 'use';
  readonly target: number;
}
export interface Look extends ByMobile {
  readonly kind: 'look';
  readonly target: number;
}
export interface ChooseFromMenu extends ByMobile {
  readonly kind: 'choose-from-menu';
  readonly target: number;
  /** Number of the entry: see `menuActions`. */
  readonly entry: number;
}
export interface OpenNearestDoor extends ByMobile {
  readonly kind: 'open-nearest-door';
}
export interface WriteBook extends ByMobile {
  readonly kind: 'write-book';
  readonly book: number;
  /** From 1. */
  readonly page: number;
  readonly lines: readonly string[];
}
export interface TitleBook extends ByMobile {
  readonly kind: 'title-book';
  readonly book: number;
  readonly title: string;
  readonly author: string;
}

// Trade

export interface AcceptTrade extends ByMobile {
  readonly kind: 'accept-trade';
  /** The box of the person's own side. */
  readonly box: number;
  readonly accepted: boolean;
}
export interface CancelTrade extends ByMobile {
  readonly kind: 'cancel-trade';
  readonly box: number;
}
/** The host's: the commit record in which a trade was sealed is durable. */
export interface SettleTrade {
  readonly kind: 'settle-trade';
  /** Either box of the trade. */
  readonly box: number;
}

// The shard itself

/** The host's: how far durability lags has changed. */
export interface SetPressure {
  readonly kind: 'set-pressure';
  readonly pressure: Pressure;
}

// Speech and answers

export interface Speak extends ByMobile {
  readonly kind: 'speak';
  readonly manner: 'say' | 'whisper' | 'yell' | 'emote';
  readonly text: string;
  readonly hue: number;
  readonly font: number;
  /** Three letters, such as ENU. */
  readonly language: string;
  /** Numbers of the speech keywords that the client found in the text. */
  readonly keywords: readonly number[];
}
export interface AnswerTarget extends ByMobile {
  readonly kind: 'answer-target';
  readonly cursor: number;
  readonly cancelled: boolean;
  /** The object, 0 when a place was chosen. */
  readonly target: number;
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly graphic: number;
}
export interface AnswerGump extends ByMobile {
  readonly kind: 'answer-gump';
  readonly serial: number;
  readonly gump: number;
  readonly button: number;
  readonly switches: readonly number[];
  readonly entries: readonly { readonly id: number; readonly text: string }[];
}
export interface SetSkillLock extends ByMobile {
  readonly kind: 'set-skill-lock';
  readonly skill: number;
  readonly lock: number;
}
export interface SetStatLock extends ByMobile {
  readonly kind: 'set-stat-lock';
  readonly stat: number;
  readonly lock: number;
}
export interface SetProfile extends ByMobile {
  readonly kind: 'set-profile';
  readonly profile: string;
}
export interface Emote extends ByMobile {
  readonly kind: 'emote';
  readonly action: 'bow' | 'salute';
}

/** What may be done to an account from outside of the world. */
export type OfficeAct =
  | { readonly kind: 'kick' }
  | { readonly kind: 'ban'; readonly reason: string }
  | { readonly kind: 'unban' }
  /** `minutes` of world time; 0: until somebody lets them out. */
  | { readonly kind: 'jail'; readonly character: number; readonly minutes: number; readonly reason: string }
  | { readonly kind: 'unjail'; readonly character: number }
  | { readonly kind: 'set-access'; readonly access: AccessLevel }
  | { readonly kind: 'set-password'; readonly passwordHash: string };

/** Staff act on an account without being in the world. */
export interface ActFromOffice {
  readonly kind: 'act-from-office';
  /** Number that the answer repeats. */
  readonly request: number;
  /** Account of who acts; 0 for a tool, whose rights are `access` alone. */
  readonly by: number;
  readonly access: number;
  /** The account that it is about. */
  readonly target: number;
  readonly act: OfficeAct;
}

/** A validated wish: plain data, so that a run can be recorded and repeated. */
export type Intent =
  | CreateAccount
  | ChangeAccount
  | ActFromOffice
  | CreateCharacter
  | DeleteCharacter
  | EnterWorld
  | LeaveWorld
  | Walk
  | Resync
  | SetWarMode
  | Lift
  | Drop
  | Equip
  | AcceptTrade
  | CancelTrade
  | SettleTrade
  | SetPressure
  | Use
  | Look
  | ChooseFromMenu
  | OpenNearestDoor
  | WriteBook
  | TitleBook
  | Speak
  | AnswerTarget
  | AnswerGump
  | SetSkillLock
  | SetStatLock
  | SetProfile
  | Emote;
