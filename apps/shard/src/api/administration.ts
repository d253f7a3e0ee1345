import type {
  Access,
  Account,
  Entity,
  EntityChange,
  Facet,
  NamedEntity,
  Person,
  Role,
  Sector,
} from '@gommog/staff-api';

/** A member of staff, as a game knows them. */
export interface Staff {
  /** Serial of the account. */
  readonly account: number;
  readonly name: string;
  readonly role: Role;
}

/** Why somebody was not let in. */
export type Denial = 'wrong' | 'locked' | 'busy';

/** What staff may do to an account from outside of the game. */
export type OfficeAct =
  | { readonly kind: 'ban'; readonly reason: string }
  | { readonly kind: 'unban' }
  | { readonly kind: 'kick' }
  /** `minutes` of world time; 0: until staff let them out. */
  | { readonly kind: 'jail'; readonly character: number; readonly minutes: number; readonly reason: string }
  | { readonly kind: 'unjail'; readonly character: number }
  | { readonly kind: 'set-access'; readonly access: Access }
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
  accounts(search: string, limit: number): readonly Account[];
  account(serial: number): Account | null;
  /** Everybody in the world; staff who are hidden are marked. */
  people(): readonly Person[];
  facets(): readonly Facet[];
  /** The sectors with the most people, the fullest first. */
  hotSectors(limit: number): readonly Sector[];
  /**
   * A part of a facet as a PNG of at most 256 x 256 pixels, at a zoom from 0 (a pixel is 8 x 8 tiles) to 3 (one tile). `absent`
   * outside of the land; `busy` when too many are asked for.
   */
  picture(facet: number, zoom: number, x: number, y: number): Promise<Buffer | 'absent' | 'busy'>;
  /** An entity with all its components and what it holds, without secrets; null when there is none. */
  entity(serial: number): Entity | null;
  /** Is a change of an entity no more than a step of somebody who walks? */
  isStep(change: EntityChange): boolean;
  /** What entities are called that a field of a component names; null when the field names none. */
  namesIn(component: string, field: string, value: unknown): readonly NamedEntity[];
  /** `by`: who asks; account 0 for a tool. Resolves with what came of it, in words, and whether it was done. */
  act(
    by: Pick<Staff, 'account' | 'role'>,
    account: number,
    act: OfficeAct,
  ): Promise<{ readonly done: boolean; readonly outcome: string }>;
  hash(password: string): Promise<string>;
}
