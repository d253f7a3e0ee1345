/** A tile on a facet. */
export interface Place {
  readonly facet: number;
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

// Answers to a session

export interface AccountCreated {
  readonly kind: 'account-created';
  readonly session: number;
  readonly account: number;
}
export interface CharacterCreated {
  readonly kind: 'character-created';
  readonly session: number;
  readonly character: number;
}
export interface CharacterDeleted {
  readonly kind: 'character-deleted';
  readonly session: number;
  readonly account: number;
}
/** A wish of a session without a character was refused; `code` is in `refusals.ts`. */
export interface SessionRefused {
  readonly kind: 'session-refused';
  readonly session: number;
  readonly code: string;
}
/** The character is in the world and `session` plays it. An older session of the same character is `displaced` (0 = none). */
export interface CharacterEntered {
  readonly kind: 'character-entered';
  readonly session: number;
  readonly mobile: number;
  readonly displaced: number;
}
/** The character has left the world; `at` is where it stood. */
export interface CharacterLeft {
  readonly kind: 'character-left';
  readonly session: number;
  readonly mobile: number;
  readonly at: Place;
}
/** The session has to go: kicked, banned. */
export interface SessionEnded {
  readonly kind: 'session-ended';
  readonly session: number;
  readonly code: string;
}

// Movement

/** One step or turn was done; `sequence` is null for those that no client asked for. */
export interface MobileStepped {
  readonly kind: 'mobile-stepped';
  readonly mobile: number;
  readonly from: Place;
  readonly sequence: number | null;
}
export interface StepDenied {
  readonly kind: 'step-denied';
  readonly mobile: number;
  readonly sequence: number;
}
/** The mobile is somewhere else at once (or has to be told where it is): its client starts its walk sequence anew. */
export interface MobileTeleported {
  readonly kind: 'mobile-teleported';
  readonly mobile: number;
  readonly from: Place;
}
/** Body, hue, flags, hair: what others see has changed. */
export interface MobileChanged {
  readonly kind: 'mobile-changed';
  readonly mobile: number;
}
/** Hits, mana, stamina, stats, weight or gold changed: for the person itself and open status bars. */
export interface StatusChanged {
  readonly kind: 'status-changed';
  readonly mobile: number;
}
/** The answer to a wish for war or peace, whether it changed something or not. */
export interface WarModeSet {
  readonly kind: 'war-mode-set';
  readonly mobile: number;
}
/** It is brighter or darker than before for a person's eyes. */
export interface LightChanged {
  readonly kind: 'light-changed';
  readonly mobile: number;
}
export interface MobileAnimated {
  readonly kind: 'mobile-animated';
  readonly mobile: number;
  /** Action group of a human body. */
  readonly action: number;
}

// Things

/**
 * An item is new, changed or moved: it stands where its placement says. `from` is where it was before (its holder, or 0 and
 * the place on a facet), null when it is new or did not move.
 */
export interface ItemChanged {
  readonly kind: 'item-changed';
  readonly item: number;
  readonly from: ItemWhere | null;
}
export interface ItemWhere extends Place {
  readonly parent: number;
  readonly slot: number;
}
/** An item ceased to be. */
export interface ItemGone {
  readonly kind: 'item-gone';
  readonly item: number;
  readonly from: ItemWhere;
}
export interface LiftRefused {
  readonly kind: 'lift-refused';
  readonly mobile: number;
  readonly item: number;
  /** The client's own reasons: 0 cannot pick up, 1 too far, 2 out of sight, 3 belongs to another, 4 already holding, 5 none told. */
  readonly reason: 0 | 1 | 2 | 3 | 4 | 5;
}
/** A drop or an equip ended well: the hand is free. */
export interface DropAccepted {
  readonly kind: 'drop-accepted';
  readonly mobile: number;
}
/** A drop or an equip was refused; the item is where `item-changed` says. */
export interface DropRefused {
  readonly kind: 'drop-refused';
  readonly mobile: number;
  readonly item: number;
}
export interface ContainerOpened {
  readonly kind: 'container-opened';
  readonly mobile: number;
  readonly container: number;
}
export interface BookOpened {
  readonly kind: 'book-opened';
  readonly mobile: number;
  readonly book: number;
}
export interface PaperdollOpened {
  readonly kind: 'paperdoll-opened';
  readonly mobile: number;
  readonly of: number;
}

// Trade

/** Two people trade from now on: the windows open, `box` is the container of `owner`. */
export interface TradeOpened {
  readonly kind: 'trade-opened';
  readonly box: number;
  readonly other: number;
  readonly owner: number;
  readonly partner: number;
}
/** Who has accepted may have changed; `box` is either of a trade. */
export interface TradeMarked {
  readonly kind: 'trade-marked';
  readonly box: number;
}
/** Both have accepted and the boxes have changed places. A promise: it is acted upon when it is durable. */
export interface TradeSealed {
  readonly kind: 'trade-sealed';
  readonly box: number;
}
/** The window of a person has closed; both boxes are gone. */
export interface TradeClosed {
  readonly kind: 'trade-closed';
  readonly mobile: number;
  readonly box: number;
  readonly other: number;
  /** It was done, and not called off. */
  readonly completed: boolean;
}

// Words

export interface Spoken {
  readonly kind: 'spoken';
  /** A mobile or an item. */
  readonly speaker: number;
  readonly manner: 'say' | 'whisper' | 'yell' | 'emote';
  readonly text: string;
  readonly hue: number;
  readonly font: number;
  readonly language: string;
  readonly rangeTiles: number;
}
/** A line for one person: from the system, or over an entity's head (`over`), seen by that person only. */
export interface Told {
  readonly kind: 'told';
  readonly mobile: number;
  readonly text: string;
  readonly hue: number;
  readonly over: number | null;
  /** A name label, as after a single click. */
  readonly label: boolean;
}
export interface Broadcast {
  readonly kind: 'broadcast';
  readonly text: string;
  readonly hue: number;
}

// Windows

export interface GumpOpened {
  readonly kind: 'gump-opened';
  readonly mobile: number;
  readonly serial: number;
  readonly gump: number;
  readonly x: number;
  readonly y: number;
  readonly layout: string;
  readonly lines: readonly string[];
}
export interface GumpClosed {
  readonly kind: 'gump-closed';
  readonly mobile: number;
  readonly gump: number;
}
export interface TargetAsked {
  readonly kind: 'target-asked';
  readonly mobile: number;
  readonly cursor: number;
  /** True: a place is as good as an object. */
  readonly ground: boolean;
}

// Surroundings

export interface SoundMade {
  readonly kind: 'sound-made';
  readonly sound: number;
  readonly at: Place;
}

// For people who run the shard

/** What staff did: kept in the audit log. */
export interface StaffActed {
  readonly kind: 'staff-acted';
  readonly mobile: number;
  readonly account: number;
  readonly command: string;
  readonly outcome: string;
}
export interface SaveAsked {
  readonly kind: 'save-asked';
  readonly mobile: number;
}
export interface ShutdownAsked {
  readonly kind: 'shutdown-asked';
  readonly mobile: number;
  readonly inSeconds: number;
}

/** The answer to an act from outside of the world. */
export interface OfficeActed {
  readonly kind: 'office-acted';
  readonly request: number;
  readonly done: boolean;
  readonly outcome: string;
}

/** A fact of a tick. */
export type Event =
  | AccountCreated
  | CharacterCreated
  | CharacterDeleted
  | SessionRefused
  | CharacterEntered
  | CharacterLeft
  | SessionEnded
  | MobileStepped
  | StepDenied
  | MobileTeleported
  | MobileChanged
  | StatusChanged
  | WarModeSet
  | LightChanged
  | MobileAnimated
  | ItemChanged
  | ItemGone
  | LiftRefused
  | DropAccepted
  | DropRefused
  | ContainerOpened
  | BookOpened
  | PaperdollOpened
  | TradeOpened
  | TradeMarked
  | TradeSealed
  | TradeClosed
  | Spoken
  | Told
  | Broadcast
  | GumpOpened
  | GumpClosed
  | TargetAsked
  | SoundMade
  | StaffActed
  | SaveAsked
  | ShutdownAsked
  | OfficeActed;
