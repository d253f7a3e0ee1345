import type { Role } from './role.ts';

/** A member of staff, as a game knows them. */
export interface Staff {
  /** Serial of the account. */
  readonly account: number;
  readonly name: string;
  readonly role: Role;
}

/** Why somebody was not let in. */
export type Denial = 'wrong' | 'locked' | 'busy';

export interface AccountView {
  readonly serial: number;
  readonly name: string;
  /** `player`, or the role of staff. */
  readonly access: Role | 'player';
  readonly banned: boolean;
  readonly banReason: string;
  /** World time of its making, in milliseconds. */
  readonly createdMs: number;
  readonly online: boolean;
  readonly characters: readonly CharacterView[];
}

export interface CharacterView {
  readonly serial: number;
  readonly name: string;
  readonly online: boolean;
}

/** Somebody in the world, for the map. */
export interface PersonView {
  readonly serial: number;
  readonly name: string;
  readonly account: string;
  readonly facet: number;
  readonly x: number;
  readonly y: number;
  readonly z: number;
  /** Staff who are hidden are shown to staff, and marked. */
  readonly hidden: boolean;
}

export interface FacetView {
  readonly id: number;
  readonly width: number;
  readonly height: number;
}

/** What staff may do to an account from outside of the game. */
export type OfficeAct =
  | { readonly kind: 'ban'; readonly reason: string }
  | { readonly kind: 'unban' }
  | { readonly kind: 'kick' }
  | { readonly kind: 'set-access'; readonly access: Role | 'player' }
  | { readonly kind: 'set-password'; readonly passwordHash: string };

/**
 * How the staff of a game look after it from outside. Reading answers from the world as it stands; acts go through the game's
 * own door, and are refused by the game's own rights.
 */
export interface Administration {
  /** Checks a password as a login to the game would, with the same guard against guessing. */
  authenticate(name: string, password: string, address: string): Promise<Staff | Denial>;
  /** The account as it is now; null when it is gone, banned or staff no more. */
  staff(account: number): Staff | null;
  /** Accounts whose name or a character's name contains a text, by name. */
  accounts(search: string, limit: number): readonly AccountView[];
  account(serial: number): AccountView | null;
  people(): readonly PersonView[];
  facets(): readonly FacetView[];
  /** An entity with all its components and what it holds, without secrets; null when there is none. */
  entity(serial: number): EntityView | null;
  /** `by`: who asks; account 0 for a tool. Resolves with what came of it, in words, and whether it was done. */
  act(
    by: Pick<Staff, 'account' | 'role'>,
    account: number,
    act: OfficeAct,
  ): Promise<{ readonly done: boolean; readonly outcome: string }>;
  hash(password: string): Promise<string>;
}

export interface EntityView {
  readonly serial: number;
  readonly components: Readonly<Record<string, unknown>>;
  /** Serials of what it holds. */
  readonly holds: readonly number[];
}
