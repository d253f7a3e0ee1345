import type { World } from '@gommog/core';
import {
  AccessLevel,
  Account,
  argon2Hasher,
  Character,
  type Facet,
  Mobile,
  Presence,
  type OfficeAct as UoAct,
  type UoGame,
} from '@gommog/uo';
import type {
  AccountView,
  Administration,
  Denial,
  EntityView,
  OfficeAct,
  PersonView,
  Staff,
} from '../../api/administration.ts';
import type { Role } from '../../api/role.ts';

/** Access levels from the least; the page knows no seer, who has the rights of a counselor there. */
const ACCESS: Readonly<Record<Role | 'player', AccessLevel>> = {
  player: AccessLevel.player,
  counselor: AccessLevel.counselor,
  gamemaster: AccessLevel.gamemaster,
  administrator: AccessLevel.administrator,
  owner: AccessLevel.owner,
};

function roleOf(access: number): Role | null {
  if (access >= AccessLevel.owner) return 'owner';
  if (access >= AccessLevel.administrator) return 'administrator';
  if (access >= AccessLevel.gamemaster) return 'gamemaster';
  return access >= AccessLevel.counselor ? 'counselor' : null;
}

/** The staff of Ultima Online look after it with the accounts they play with. */
export class UoAdministration implements Administration {
  readonly #game: UoGame;
  readonly #facets: readonly Facet[];

  constructor(game: UoGame, facets: readonly Facet[]) {
    this.#game = game;
    this.#facets = facets;
  }

  get #world(): World {
    return this.#game.world;
  }

  async authenticate(name: string, password: string, address: string): Promise<Staff | Denial> {
    const account = await this.#game.authenticate(name, password, address);
    if (account === 'locked' || account === 'busy') return account;
    return typeof account === 'number' ? (this.staff(account) ?? 'wrong') : 'wrong';
  }

  staff(serial: number): Staff | null {
    const account = this.#world.get(serial, Account);
    if (account === undefined || account.banned) return null;
    const role = roleOf(account.access);
    return role === null ? null : { account: serial, name: account.name, role };
  }

  accounts(search: string, limit: number): AccountView[] {
    const wanted = search.trim().toLowerCase();
    const found: AccountView[] = [];
    this.#world.each(Account, (serial, { name }) => {
      const view = this.account(serial)!;
      const names = [name, ...view.characters.map((character) => character.name)];
      if (names.some((each) => each.toLowerCase().includes(wanted))) found.push(view);
    });
    return found.sort((a, b) => a.name.localeCompare(b.name)).slice(0, limit);
  }

  account(serial: number): AccountView | null {
    const account = this.#world.get(serial, Account);
    if (account === undefined) return null;
    const { access, banned, banReason, createdMs, name } = account;
    const characters = account.characters
      .filter((character) => character !== 0)
      .map((character) => ({
        serial: character,
        name: this.#world.get(character, Mobile)?.name ?? '?',
        online: (this.#world.get(character, Presence)?.session ?? 0) !== 0,
      }));
    const online = characters.some((character) => character.online);
    return {
      serial,
      name,
      access: roleOf(access) ?? 'player',
      banned,
      banReason,
      createdMs,
      online,
      characters,
    };
  }

  people(): PersonView[] {
    const people: PersonView[] = [];
    this.#world.each(Presence, (serial) => {
      const place = this.#world.placement(serial);
      const mobile = this.#world.get(serial, Mobile);
      if (place === undefined || mobile === undefined) return;
      const { facet, x, y, z } = place;
      const owner = this.#world.get(serial, Character)?.account ?? 0;
      const account = this.#world.get(owner, Account)?.name ?? '';
      people.push({ serial, name: mobile.name, account, facet, x, y, z, hidden: mobile.hidden });
    });
    return people;
  }

  facets() {
    return this.#facets.map(({ id, terrain: { height, width } }) => ({ id, width, height }));
  }

  entity(serial: number): EntityView | null {
    if (!this.#world.exists(serial)) return null;
    const components = this.#world.inspect(serial);
    // Even a slow hash is no one's business.
    if (this.#world.has(serial, Account))
      Object.assign(components, {
        account: { ...(components['account'] as object), passwordHash: '(hidden)' },
      });
    const holds: number[] = [];
    this.#world.holders.each(serial, (each) => holds.push(each));
    return { serial, components, holds };
  }

  act(by: Pick<Staff, 'account' | 'role'>, account: number, act: OfficeAct) {
    const wish: UoAct = act.kind === 'set-access' ? { ...act, access: ACCESS[act.access] } : act;
    return this.#game.actFromOffice(by.account, ACCESS[by.role], account, wish);
  }

  hash(password: string): Promise<string> {
    return argon2Hasher.hash(password);
  }
}
