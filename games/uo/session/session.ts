import type { Link } from '@gommog/core';
import type { Writer } from '@gommog/wire';
import type { Dialect, Wording } from './dialect.ts';
import { KnownMobiles } from './known-mobiles.ts';
import type { Outbound } from './outbound.ts';

/** Tiles around a person that its client shows; it may ask for 5 to 24. */
export const DEFAULT_RANGE = 18;
export const MIN_RANGE = 5;
export const MAX_RANGE = 24;

/**
 * `seed`: nothing is known yet. `login`: the account's name and password are awaited or checked, a server chosen.
 * `characters`: on the game connection, choosing one. `deleting`: asked to delete one, until that is durable. `entering`:
 * asked for the world. `world`: in it. `closed`: over.
 */
export type Phase = 'seed' | 'login' | 'characters' | 'deleting' | 'entering' | 'world' | 'closed';

/** Writes one whole packet for a client version. */
export type Encode<V> = (writer: Writer, value: V, version: number) => void;

/** Authenticated (or not yet authenticated) state of one client on one link. */
export class Session {
  readonly id: number;
  readonly link: Link;
  /** The words its client understands. */
  readonly dialect: Dialect;
  readonly #outbound: Outbound;
  phase: Phase = 'seed';
  /** Version of the dialect as one number: that of a UO client, see `protocol/versions.ts`, or of the web protocol. */
  version = 0;
  account = 0;
  /** The character being played, 0 before. */
  mobile = 0;
  range = DEFAULT_RANGE;
  language = 'ENU';
  /** After the game login everything to a UO client is compressed. */
  compressed = false;
  /** Encrypts what goes out, in place; null for plain clients. */
  encrypt: ((bytes: Uint8Array) => void) | null = null;
  readonly knownMobiles = new KnownMobiles();
  /** Items on the ground that the client has been told of and not yet forgotten. */
  readonly knownItems = new Set<number>();
  /** Containers whose contents the client shows. */
  readonly opened = new Set<number>();
  /** Bytes wait in the link for the next flush. */
  pending = false;
  /** They answer this person's own act: they leave with this step. */
  urgent = false;
  /** Where its person is, as far as the view has told it; kept by `Watchers`. */
  facet = 0;
  x = 0;
  y = 0;
  watchKey = -1;
  watchIndex = 0;
  /** Number of the event this session was last considered for; see `View`. */
  mark = 0;

  constructor(id: number, link: Link, dialect: Dialect, outbound: Outbound) {
    this.id = id;
    this.link = link;
    this.dialect = dialect;
    this.#outbound = outbound;
  }

  get inWorld(): boolean {
    return this.phase === 'world';
  }

  /** Encodes one packet for this client alone. */
  send<V>(encode: Encode<V>, value: V): void {
    this.#outbound.send(this, encode, value);
  }

  /** Tells this client alone. */
  show(wording: Wording): void {
    this.#outbound.show(this, wording);
  }

  /** Ends the session after what was sent. `code` goes to the log. */
  close(code: string): void {
    if (this.phase === 'closed') return;
    this.phase = 'closed';
    this.link.flush();
    this.link.close(code);
  }
}
