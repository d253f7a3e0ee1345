import * as packets from '../protocol/index.ts';
import { Account } from '../rules/accounts/account.ts';
import type { Context } from '../rules/context.ts';
import type { Intent } from '../rules/intents.ts';
import { Mobile } from '../rules/mobiles/mobile.ts';
import { CHARACTER_LIST_FLAGS, FEATURES } from './features.ts';
import { LoginGuard } from './login-guard.ts';
import type { PasswordHasher } from './password.ts';
import { RelayKeys } from './relay-keys.ts';
import type { Session } from './session.ts';

/** Reasons of a refused login, as the client words them. */
const DENIED = { badPassword: 0, blocked: 2, communication: 4, tooMany: 5 } as const;

export interface LobbyOptions {
  readonly shardName: string;
  /** What clients are told to connect to for the game; null: the address and port they came to. */
  readonly advertise: { readonly address: string | null; readonly port: number | null };
  /** Is an unknown account made at its first login? */
  readonly autoCreate: boolean;
  /** Accounts that one address may make while the shard runs. */
  readonly newAccountsPerAddress: number;
  readonly hasher: PasswordHasher;
  /** Milliseconds on a clock that never goes back. */
  readonly now: () => number;
  /** Addresses without limits. */
  readonly isTrusted: (address: string) => boolean;
  readonly log: (event: string, details: Readonly<Record<string, unknown>>) => void;
}

/** Addresses remembered for the accounts they made. */
const MAX_REMEMBERED = 100_000;
/** Password checks that wait at most; each takes tens of milliseconds of a pool thread. */
const MAX_CHECKS = 2_000;

/** From the seed to the choice of a character: accounts, passwords, the shard list, the relay and the character list. */
export class Lobby {
  readonly #ctx: Context;
  readonly #options: LobbyOptions;
  readonly #offer: (intent: Intent) => void;
  readonly #flushUrgent: () => void;
  readonly relays = new RelayKeys();
  readonly #guard = new LoginGuard();
  readonly #created = new Map<string, number>();
  #checks = 0;

  /** `flushUrgent` sends what was written for urgent sessions: the lobby answers between steps. */
  constructor(ctx: Context, options: LobbyOptions, offer: (intent: Intent) => void, flushUrgent: () => void) {
    this.#ctx = ctx;
    this.#options = options;
    this.#offer = offer;
    this.#flushUrgent = flushUrgent;
  }

  // ── login connection ─────────────────────────────────────────────────────────────────────────────────────────────

  async login(session: Session, name: string, password: string): Promise<void> {
    const { now, hasher, isTrusted } = this.#options;
    const { address } = session.link;
    const key = name.toLowerCase();
    const trusted = isTrusted(address);
    if (this.#guard.isLocked(key, now()) || (!trusted && this.#guard.isLocked(address, now()))) {
      this.#deny(session, DENIED.blocked, 'login-locked', name);
      return;
    }
    if (!/^[\x21-\x7e]{1,30}$/.test(name) || password.length === 0) {
      this.#deny(session, DENIED.badPassword, 'login-malformed', name);
      return;
    }
    if (this.#checks >= MAX_CHECKS) {
      this.#deny(session, DENIED.communication, 'login-busy', name);
      return;
    }
    this.#checks++;
    try {
      const account = this.#ctx.accounts.find(name);
      if (account === undefined) await this.#firstLogin(session, name, password);
      else if (!this.#guard.begin(key, now())) this.#deny(session, DENIED.blocked, 'login-locked', name);
      else if (await hasher.verify(password, this.#ctx.world.require(account, Account).passwordHash)) {
        this.#guard.succeeded(key);
        this.#admit(session, account);
      } else {
        this.#guard.failed(key, now());
        if (!trusted) this.#guard.failed(address, now());
        this.#deny(session, DENIED.badPassword, 'login-bad-password', name);
      }
    } finally {
      this.#checks--;
    }
  }

  async #firstLogin(session: Session, name: string, password: string): Promise<void> {
    const { autoCreate, hasher, isTrusted, newAccountsPerAddress, now } = this.#options;
    const { address } = session.link;
    const made = this.#created.get(address) ?? 0;
    if (!autoCreate) {
      // The same work as for an account that exists: the time tells nobody which names do.
      await hasher.hash(password);
      if (!isTrusted(address)) this.#guard.failed(address, now());
      this.#deny(session, DENIED.badPassword, 'login-unknown-account', name);
      return;
    }
    if (!isTrusted(address) && made >= newAccountsPerAddress) {
      this.#deny(session, DENIED.tooMany, 'login-too-many-accounts', name);
      return;
    }
    if (this.#created.size < MAX_REMEMBERED || made > 0) this.#created.set(address, made + 1);
    const passwordHash = await hasher.hash(password);
    this.#offer({ kind: 'create-account', session: session.id, name, passwordHash, access: 0 });
  }

  /** A new account is there: its first login goes on. */
  accountCreated(session: Session, account: number): void {
    if (session.phase !== 'login') return;
    this.#admit(session, account);
  }

  #admit(session: Session, account: number): void {
    if (session.phase !== 'login') return;
    if (this.#ctx.world.require(account, Account).banned) {
      this.#deny(session, DENIED.blocked, 'login-banned', this.#ctx.world.require(account, Account).name);
      return;
    }
    session.account = account;
    const { shardName } = this.#options;
    const address = ipv4(this.#addressFor(session));
    session.send(packets.encodeServerList, {
      servers: [{ index: 0, name: shardName, percentFull: 0, timezone: 0, address }],
    });
    this.#flush(session);
  }

  #deny(session: Session, reason: number, code: string, account: string): void {
    this.#options.log(code, { session: session.id, address: session.link.address, account });
    session.send(packets.encodeLoginDenied, { reason });
    session.close(code);
  }

  chooseShard(session: Session): void {
    if (session.account === 0) {
      session.close('shard-before-login');
      return;
    }
    const { advertise, now } = this.#options;
    const key = this.relays.issue({ account: session.account, version: session.version }, now());
    const ip = ipv4(this.#addressFor(session));
    session.send(packets.encodeRelay, {
      address: Uint8Array.of(ip >>> 24, ip >>> 16, ip >>> 8, ip),
      port: advertise.port ?? session.link.localPort,
      authKey: key,
    });
    this.#flush(session);
  }

  #addressFor(session: Session): string {
    return this.#options.advertise.address ?? session.link.localAddress;
  }

  // ── game connection ──────────────────────────────────────────────────────────────────────────────────────────────

  gameLogin(session: Session, key: number, name: string): void {
    const relay = this.relays.redeem(key, this.#options.now());
    const account = relay && this.#ctx.world.get(relay.account, Account);
    if (!relay || !account || account.name.toLowerCase() !== name.toLowerCase() || account.banned) {
      this.#options.log('relay-refused', { session: session.id, address: session.link.address });
      session.close('relay-refused');
      return;
    }
    session.account = relay.account;
    if (session.version === 0) session.version = relay.version;
    session.compressed = true;
    session.phase = 'characters';
    if (session.version === 0) session.send(packets.encodeVersionRequest, {});
    session.send(packets.encodeFeatures, { flags: FEATURES, flagsOld: FEATURES & 0xffff });
    this.sendCharacterList(session);
    this.#flush(session);
  }

  sendCharacterList(session: Session): void {
    const cities = this.#ctx.startCities.map((city, index) => ({
      index,
      name: city.name,
      area: city.building,
      location: { x: city.x, y: city.y, z: city.z, map: city.facet, cliloc: city.cliloc },
    }));
    const slots = this.#slots(session.account);
    session.send(packets.encodeCharacterList, { slots, cities, flags: CHARACTER_LIST_FLAGS, lastSlot: -1 });
  }

  /** After a deletion: the slots anew. */
  sendSlots(session: Session): void {
    session.send(packets.encodeCharacterListUpdate, { slots: this.#slots(session.account) });
    this.#flush(session);
  }

  #slots(account: number): packets.CharacterSlotIn[] {
    const { characters } = this.#ctx.world.require(account, Account);
    return Array.from({ length: this.#ctx.ruleset.characterSlots }, (_, slot) => {
      const serial = characters[slot] ?? 0;
      return { name: serial === 0 ? '' : (this.#ctx.world.get(serial, Mobile)?.name ?? '') };
    });
  }

  characterIn(account: number, slot: number): number {
    return this.#ctx.world.get(account, Account)?.characters[slot] ?? 0;
  }

  #flush(session: Session): void {
    session.urgent = true;
    this.#flushUrgent();
  }
}

/** The four bytes of an address the client can be told; an IPv6 one becomes loopback if it is that, else 0 (stay where you are). */
function ipv4(address: string): number {
  const plain = address.startsWith('::ffff:') ? address.slice(7) : address === '::1' ? '127.0.0.1' : address;
  const parts = plain.split('.').map(Number);
  if (parts.length !== 4 || parts.some((part) => !(part >= 0 && part <= 255))) return 0;
  return ((parts[0]! << 24) | (parts[1]! << 16) | (parts[2]! << 8) | parts[3]!) >>> 0;
}
