import { LoginGuard } from '@gommog/gate';
import { Account } from '../rules/accounts/account.ts';
import type { Context } from '../rules/context.ts';
import type { Intent } from '../rules/intents.ts';
import { charactersOf } from './characters.ts';
import type { LoginDenial } from './dialect.ts';
import type { PasswordHasher } from './password.ts';
import type { Session } from './session.ts';
import type { Tokens } from './web/tokens.ts';

export interface LobbyOptions {
  readonly shardName: string;
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
/** The longest name that every client can type. */
const NAME = /^[\x21-\x7e]{1,30}$/;

/** Who may log in: accounts, passwords and the guards before them, the same for clients of every kind. */
export class Lobby {
  readonly #ctx: Context;
  readonly #options: LobbyOptions;
  readonly #offer: (intent: Intent) => void;
  readonly #flushUrgent: () => void;
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

  /** May anybody make an account? */
  get isOpen(): boolean {
    return this.#options.autoCreate;
  }

  /** Checks a password. A UO client knows no other way to make an account: `mayCreate` is its wish. */
  async login(session: Session, name: string, password: string, mayCreate: boolean): Promise<void> {
    const { now } = this.#options;
    const key = name.toLowerCase();
    await this.#checked(session, name, password, async () => {
      const account = this.#ctx.accounts.find(name);
      if (account === undefined) {
        if (mayCreate && this.#options.autoCreate) await this.#create(session, name, password);
        else await this.#unknown(session, name, password);
      } else if (!this.#guard.begin(key, now())) this.#deny(session, 'locked', name);
      else if (
        await this.#options.hasher.verify(password, this.#ctx.world.require(account, Account).passwordHash)
      ) {
        this.#guard.succeeded(key);
        this.#admit(session, account);
      } else {
        this.#guard.failed(key, now());
        this.#failedFrom(session.link.address);
        this.#deny(session, 'bad-password', name);
      }
    });
  }

  /** Checks a password for somebody who does not play. Resolves with the account, or with why not; makes none. */
  async authenticate(name: string, password: string, address: string): Promise<number | LoginDenial> {
    const { hasher, now } = this.#options;
    const key = name.toLowerCase();
    const account = this.#ctx.accounts.find(name);
    if (this.#guard.isLocked(key, now()) || this.#isAddressLocked(address)) return 'locked';
    if (this.#checks >= MAX_CHECKS) return 'busy';
    if (account !== undefined && !this.#guard.begin(key, now())) return 'locked';
    this.#checks++;
    try {
      // The same work as for an account that exists: the time tells nobody which names do.
      if (account === undefined) await hasher.hash(password);
      else if (await hasher.verify(password, this.#ctx.world.require(account, Account).passwordHash)) {
        this.#guard.succeeded(key);
        return account;
      } else this.#guard.failed(key, now());
      this.#failedFrom(address);
      return 'bad-password';
    } finally {
      this.#checks--;
    }
  }

  /** Makes an account and logs in to it. */
  async createAccount(session: Session, name: string, password: string): Promise<void> {
    await this.#checked(session, name, password, async () => {
      if (!this.#options.autoCreate) this.#deny(session, 'accounts-closed', name);
      else if (this.#ctx.accounts.find(name) !== undefined) {
        // Asking for names is guessing half of a login.
        this.#failedFrom(session.link.address);
        this.#deny(session, 'name-taken', name);
      } else await this.#create(session, name, password);
    });
  }

  /** Logs in with a token of an earlier login. */
  resume(session: Session, tokens: Tokens, token: Uint8Array): void {
    const { address } = session.link;
    if (this.#isAddressLocked(address)) {
      this.#deny(session, 'locked', '');
      return;
    }
    const account = tokens.accountOf(token, (serial) => this.#ctx.world.get(serial, Account)?.passwordHash);
    if (account === null) this.#deny(session, 'token-void', '');
    else this.#admit(session, account);
  }

  /** What every try with a password has to pass first. */
  async #checked(session: Session, name: string, password: string, then: () => Promise<void>): Promise<void> {
    const { now } = this.#options;
    if (this.#guard.isLocked(name.toLowerCase(), now()) || this.#isAddressLocked(session.link.address)) {
      this.#deny(session, 'locked', name);
      return;
    }
    if (!NAME.test(name) || password.length === 0) {
      this.#deny(session, 'malformed', name);
      return;
    }
    if (this.#checks >= MAX_CHECKS) {
      this.#deny(session, 'busy', name);
      return;
    }
    this.#checks++;
    try {
      await then();
    } finally {
      this.#checks--;
    }
  }

  #isAddressLocked(address: string): boolean {
    return !this.#options.isTrusted(address) && this.#guard.isLocked(address, this.#options.now());
  }

  #failedFrom(address: string): void {
    if (!this.#options.isTrusted(address)) this.#guard.failed(address, this.#options.now());
  }

  async #unknown(session: Session, name: string, password: string): Promise<void> {
    // The same work as for an account that exists: the time tells nobody which names do.
    await this.#options.hasher.hash(password);
    this.#failedFrom(session.link.address);
    this.#deny(session, 'bad-password', name, 'unknown-account');
  }

  async #create(session: Session, name: string, password: string): Promise<void> {
    const { hasher, isTrusted, newAccountsPerAddress } = this.#options;
    const { address } = session.link;
    const made = this.#created.get(address) ?? 0;
    if (!isTrusted(address) && made >= newAccountsPerAddress) {
      this.#deny(session, 'too-many-accounts', name);
      return;
    }
    if (this.#created.size < MAX_REMEMBERED || made > 0) this.#created.set(address, made + 1);
    const passwordHash = await hasher.hash(password);
    this.#offer({ kind: 'create-account', session: session.id, name, passwordHash, access: 0 });
  }

  /** A new account is there: its first login goes on. */
  accountCreated(session: Session, account: number): void {
    this.#admit(session, account);
  }

  #admit(session: Session, account: number): void {
    if (session.phase !== 'login') return;
    const { banned, name } = this.#ctx.world.require(account, Account);
    if (banned) {
      this.#deny(session, 'banned', name);
      return;
    }
    session.account = account;
    session.dialect.loggedIn(session);
    this.flush(session);
  }

  /** `cause`: what the log says, where it knows better than the person may. */
  #deny(session: Session, why: LoginDenial, account: string, cause: string = why): void {
    this.#options.log(`login-${cause}`, { session: session.id, address: session.link.address, account });
    session.dialect.loginDenied(session, why);
    this.flush(session);
  }

  characterIn(account: number, slot: number): number {
    return charactersOf(this.#ctx, account)[slot] ?? 0;
  }

  /** Sends what a session was just told, between two steps. */
  flush(session: Session): void {
    session.urgent = true;
    this.#flushUrgent();
  }
}
