import type { Writer } from '@gommog/wire';
import type * as events from '../rules/events.ts';
import type { Session } from './session.ts';

/** One fact in the words of a protocol, as bytes: written once for each layout, however many people see it. */
export interface Wording {
  /** Number of the form that clients of a version need, 0 to 7: those that share it share the bytes. */
  layoutOf(version: number): number;
  write(writer: Writer, version: number): void;
}

/** A wording with the same layout for all versions. */
export function wording<V>(encode: (writer: Writer, value: V, version: number) => void, value: V): Wording {
  return { layoutOf: () => 0, write: (writer, version) => encode(writer, value, version) };
}

/** Why a login does not go on. */
export type LoginDenial =
  | 'bad-password'
  | 'locked'
  | 'banned'
  | 'busy'
  | 'malformed'
  | 'name-taken'
  | 'accounts-closed'
  | 'too-many-accounts'
  | 'token-void';

// Functions that return a wording tell what several people may see. The others speak to one person, at once.

export interface LobbyWords {
  /** The login was refused: what then becomes of the link is the dialect's. */
  loginDenied(to: Session, why: LoginDenial): void;
  /** `to.account` has logged in. */
  loggedIn(to: Session): void;
  /** A character was deleted. */
  charactersChanged(to: Session): void;
  /** A wish of a session without a character was refused; `code` as in `SessionRefused`. */
  refused(to: Session, code: string): void;
  /** The character has left the world, as wished. */
  left(to: Session): void;
  /** Ends a session: `displaced`, `shard-stopped`, or a code of staff. */
  ended(to: Session, code: string): void;
}

export interface PeopleWords {
  /** All that a client needs to show the world, except what is around its person. */
  entered(to: Session): void;
  /** All around has been shown. */
  surroundingsShown(to: Session): void;
  /** The person is on another facet than before. */
  facetEntered(to: Session): void;
  /** The person is somewhere else at once; its steps under way are void. */
  placed(to: Session): void;
  stepTaken(to: Session, sequence: number): void;
  stepDenied(to: Session, sequence: number): void;
  /** The looks of the person itself have changed. */
  selfChanged(to: Session): void;
  /** How the person itself is, or another one. */
  status(to: Session, mobile: number): void;
  skills(to: Session): void;
  /** How bright it is for the person. */
  light(to: Session): void;
  warMode(to: Session, war: boolean): void;
  paperdoll(to: Session, of: number): void;
  /** A mobile as it is, with what it wears. */
  mobile(serial: number): Wording;
  /** A mobile that is known took a step or turned. */
  moved(serial: number): Wording;
  /** Neither a mobile nor an item is where it was. */
  gone(serial: number): Wording;
  animated(serial: number, action: number): Wording;
}

export interface ThingWords {
  groundItem(serial: number): Wording;
  containedItem(serial: number): Wording;
  wornItem(serial: number): Wording;
  /** An item is in the person's hand. */
  held(to: Session, serial: number): void;
  /** `gump`: picture of the container's inside. */
  containerOpened(to: Session, container: number, gump: number): void;
  book(to: Session, serial: number): void;
  liftRefused(to: Session, event: events.LiftRefused): void;
  dropTaken(to: Session): void;
  dropRefused(to: Session, item: number): void;
  sound(event: events.SoundMade): Wording;
}

export interface TradeWords {
  /** A trade with `partner` has begun: `own` is the container of the person's side, `other` that of the partner's. */
  tradeOpened(to: Session, own: number, other: number, partner: number): void;
  /** Who has accepted. */
  tradeMarked(to: Session, own: number): void;
  /** The trade is over, done or called off; both containers are gone. */
  tradeClosed(to: Session, own: number, other: number, completed: boolean): void;
}

export interface SpeechWords {
  spoken(event: events.Spoken): Wording;
  told(to: Session, event: events.Told): void;
  announced(event: events.Broadcast): Wording;
}

export interface WindowWords {
  gumpOpened(to: Session, event: events.GumpOpened): void;
  gumpClosed(to: Session, gump: number): void;
  targetAsked(to: Session, event: events.TargetAsked): void;
}

/**
 * All that people can be shown, in the words of one protocol. What is shown, to whom and when is decided before: a dialect
 * reads the world and finds words, no more. A new family of facts is one more interface here and one more file in each dialect.
 */
export interface Dialect extends LobbyWords, PeopleWords, ThingWords, TradeWords, SpeechWords, WindowWords {
  /** Numbers the dialects from 0. */
  readonly index: number;
  readonly name: string;
}
