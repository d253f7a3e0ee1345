import { LoginGuard } from '@gommog/gate';
import * as packets from '../protocol/index.ts';
import { Player, REALM, Realm } from '../rules/components.ts';
import type { Context } from '../rules/context.ts';
import type { Intent } from '../rules/intents.ts';
import { may, OPERATOR } from '../rules/ranks.ts';
import { isKeyOf, keyOf } from './keys.ts';
import type { Outbound } from './outbound.ts';
import type { Session } from './session.ts';
import type { Sessions } from './sessions.ts';
import { fromWire, oneLine } from './text.ts';

export interface LobbyOptions {
  readonly serverName: string;
  readonly motd: string;
  /** Has everybody to show the key of the name? Operators have to in any case. */
  readonly verifyNames: boolean;
  /** New names that one address may come in under while the server runs. */
  readonly newNamesPerAddress: number;
  /** Addresses without limits. */
  readonly isTrusted: (address: string) => boolean;
  /** Milliseconds on a clock that never goes back. */
  readonly now: () => number;
  readonly log: (event: string, details: Readonly<Record<string, unknown>>) => void;
}

/** Extensions that a client may list. */
const MAX_ENTRIES = 512;
/** Addresses remembered for the names they brought. */
const MAX_REMEMBERED = 100_000;

/** From the first packet to the wish to come in: the name, its key, and what the client can. */
export class Lobby {
  readonly options: LobbyOptions;
  readonly #ctx: Context;
  readonly #sessions: Sessions;
  readonly #outbound: Outbound;
  readonly #offer: (intent: Intent) => void;
  readonly #guard = new LoginGuard();
  readonly #brought = new Map<string, number>();

  constructor(
    ctx: Context,
    sessions: Sessions,
    outbound: Outbound,
    options: LobbyOptions,
    offer: (intent: Intent) => void,
  ) {
    this.#ctx = ctx;
    this.#sessions = sessions;
    this.#outbound = outbound;
    this.options = options;
    this.#offer = offer;
  }

  /** The key of a name, for the one who bears it. */
  keyOf(name: string): string {
    return keyOf(this.#salt, name);
  }

  get #salt(): string {
    return this.#ctx.world.get(REALM, Realm)?.salt ?? '';
  }

  login(session: Session, request: packets.LoginRequest): void {
    const { isTrusted, now, verifyNames } = this.options;
    // Some lists of servers mark names of their own with a plus.
    const name = fromWire(request.username).replace(/\+$/, '');
    if (request.protocol !== packets.PROTOCOL_VERSION)
      return this.refuse(session, 'protocol-version', 'Your client speaks another version of the protocol');
    if (!/^[\w.@-]{1,32}$/.test(name)) return this.refuse(session, 'bad-name', 'That is no name');
    const { address } = session.link;
    if (this.#guard.isLocked(address, now()))
      return this.refuse(session, 'login-locked', 'Too many wrong keys: try again in a few minutes');
    session.name = name;
    session.isProven = isKeyOf(this.#salt, name, request.key);
    if (!session.isProven && (verifyNames || this.#isStaff(name))) {
      if (!isTrusted(address)) this.#guard.failed(address, now());
      return this.refuse(session, 'wrong-key', 'This name needs its key: log in through the list of servers');
    }
    if (!this.#mayBring(name, address))
      return this.refuse(session, 'too-many-names', 'Too many new names: come in under one you had');
    if (request.extensionMagic === packets.EXTENSION_MAGIC) this.#listExtensions(session);
    else this.enter(session);
  }

  /** Every new name is kept for ever, so that nobody may bring as many as it likes. */
  #mayBring(name: string, address: string): boolean {
    const { isTrusted, newNamesPerAddress } = this.options;
    if (isTrusted(address) || this.#ctx.people.byName.find(name) !== undefined) return true;
    const before = this.#brought.get(address) ?? 0;
    if (this.#brought.size < MAX_REMEMBERED || before > 0) this.#brought.set(address, before + 1);
    return before < newNamesPerAddress;
  }

  #isStaff(name: string): boolean {
    const known = this.#ctx.people.byName.find(name);
    return known !== undefined && this.#ctx.world.require(known, Player).rank >= OPERATOR;
  }

  #listExtensions(session: Session): void {
    session.phase = 'extensions';
    const entries = Object.entries(packets.extensions);
    const appName = 'gommog';
    this.#outbound.answer(session, packets.encodeServerExtensions, { appName, count: entries.length });
    for (const [name, version] of entries)
      this.#outbound.answer(session, packets.encodeServerExtensionEntry, { name, version });
    this.#outbound.flush(true);
  }

  clientExtensions(session: Session, count: number): void {
    if (count > MAX_ENTRIES) return this.refuse(session, 'too-many-extensions', 'Too many extensions');
    session.awaited = count;
    if (count === 0) this.enter(session);
  }

  clientExtension(session: Session, { name, version }: packets.ClientExtensionEntry): void {
    const known = fromWire(name);
    if (packets.isExtension(known) && version === packets.extensions[known]) session.extensions.add(known);
    if (--session.awaited > 0) return;
    if (session.awaited < 0)
      return this.refuse(session, 'too-many-extensions', 'More extensions than announced');
    if (!session.extensions.has('CustomBlocks')) return this.enter(session);
    session.phase = 'blocks';
    this.#outbound.answer(session, packets.encodeServerBlockLevel, { level: packets.BLOCK_LEVEL });
    this.#outbound.flush(true);
  }

  blockLevel(session: Session, level: number): void {
    if (level < packets.BLOCK_LEVEL) session.extensions.delete('CustomBlocks');
    this.enter(session);
  }

  /** Everything about the client is known: it asks for its place. */
  enter(session: Session): void {
    session.phase = 'entering';
    const { isProven, name } = session;
    const known = this.#ctx.people.byName.find(name);
    const before = known === undefined ? undefined : this.#sessions.of(known);
    const mayReplace = isProven || before?.link.address === session.link.address;
    this.#offer({ kind: 'join', session: session.id, name, isProven, mayReplace });
  }

  /** Ends a session with a word to the person and a code to the log. */
  refuse(session: Session, code: string, reason: string): void {
    const { address } = session.link;
    this.options.log('session-refused', { session: session.id, address, code, name: session.name });
    this.#outbound.send(session, packets.encodeDisconnect, { reason: oneLine(reason) });
    session.close(code);
  }

  /** What clients call the type of a user: whether it may do what they keep from others. */
  userType(player: number): number {
    return may(this.#ctx.world.require(player, Player).rank, 'placeBedrock') ? 100 : 0;
  }
}
