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
  /** When it is let out of jail, in world milliseconds; 0: only by staff; null: it is not in jail. */
  readonly jailedUntilMs: number | null;
}

/** A square of 16 x 16 tiles, by its north-western one. */
export interface SectorView {
  readonly facet: number;
  readonly x: number;
  readonly y: number;
  readonly people: number;
  readonly entities: number;
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
  /** `minutes` of world time; 0: until staff let them out. */
  | { readonly kind: 'jail'; readonly character: number; readonly minutes: number; readonly reason: string }
  | { readonly kind: 'unjail'; readonly character: number }
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
  /** The sectors with the most people, the fullest first. */
  hotSectors(limit: number): readonly SectorView[];
  /**
   * A part of a facet as a PNG of at most 256 x 256 pixels, at a zoom from 0 (a pixel is 8 x 8 tiles) to 3 (one tile). `absent`
   * outside of the land; `busy` when too many are asked for.
   */
  picture(facet: number, zoom: number, x: number, y: number): Promise<Buffer | 'absent' | 'busy'>;
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

export interface NamedEntity {
  readonly serial: number;
  /** What people call it; empty when it has no name. */
  readonly name: string;
}

export interface EntityView {
  readonly serial: number;
  readonly components: Readonly<Record<string, unknown>>;
  /** What holds it, outermost last. */
  readonly within: readonly NamedEntity[];
  /** What it holds, as far as it is listed. */
  readonly holds: readonly NamedEntity[];
  readonly holdsMore: boolean;
}
