import type { World } from '@gommog/core';
import type {
  Access,
  Entity,
  EntityChange,
  NamedEntity,
  Person,
  Role,
  Sector,
  Account as View,
} from '@gommog/staff-api';
import {
  AccessLevel,
  Account,
  argon2Hasher,
  Character,
  type Facet,
  Item,
  Jailed,
  Mobile,
  nameOf,
  Presence,
  type OfficeAct as UoAct,
  type UoGame,
} from '@gommog/uo';
import type { Administration, Denial, OfficeAct, Staff } from '../../api/administration.ts';
import type { FacetPictures } from './facet-pictures.ts';

/** Access levels from the least; the page knows no seer, who has the rights of a counselor there. */
const ACCESS: Readonly<Record<Access, AccessLevel>> = {
  player: AccessLevel.player,
  counselor: AccessLevel.counselor,
  gamemaster: AccessLevel.gamemaster,
  administrator: AccessLevel.administrator,
  owner: AccessLevel.owner,
};

const order = new Intl.Collator('en', { numeric: true });
/** What an entity holds is listed up to this. */
const MOST_LISTED = 500;
/** Fields whose values are serials: one, or a list. */
const SERIALS: Readonly<Record<string, readonly string[]>> = {
  placement: ['parent'],
  account: ['characters'],
  character: ['account'],
  'trade-box': ['owner', 'other'],
  origin: ['parent'],
};
/** What is another after a step on the same facet. */
const STEP_FIELDS = new Set(['x', 'y', 'z', 'direction', 'running']);
/** Sectors have 16 x 16 tiles. */
const SECTOR_MASK = 15;

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
  readonly #pictures: FacetPictures;

  constructor(game: UoGame, facets: readonly Facet[], pictures: FacetPictures) {
    this.#game = game;
    this.#facets = facets;
    this.#pictures = pictures;
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

  accounts(search: string, limit: number): View[] {
    const wanted = search.trim().toLowerCase();
    const found: View[] = [];
    this.#world.each(Account, (serial, { name }) => {
      const view = this.account(serial)!;
      const names = [name, ...view.characters.map((character) => character.name)];
      if (names.some((each) => each.toLowerCase().includes(wanted))) found.push(view);
    });
    return found.sort((a, b) => order.compare(a.name, b.name)).slice(0, limit);
  }

  account(serial: number): View | null {
    const account = this.#world.get(serial, Account);
    if (account === undefined) return null;
    const { access, banned, banReason, createdMs, name } = account;
    const characters = account.characters
      .filter((character) => character !== 0)
      .map((character) => ({
        serial: character,
        name: this.#world.get(character, Mobile)?.name ?? '?',
        online: (this.#world.get(character, Presence)?.session ?? 0) !== 0,
        jailedUntilMs: this.#world.get(character, Jailed)?.untilMs ?? null,
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

  people(): Person[] {
    const people: Person[] = [];
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

  hotSectors(limit: number): Sector[] {
    const people = new Map<string, number>();
    this.#world.each(Presence, (serial) => {
      const place = this.#world.placement(serial);
      if (place === undefined) return;
      const key = [place.facet, place.x & ~SECTOR_MASK, place.y & ~SECTOR_MASK].join();
      people.set(key, (people.get(key) ?? 0) + 1);
    });
    const fullest = [...people].sort(([, a], [, b]) => b - a).slice(0, limit);
    return fullest.map(([key, count]) => {
      const [facet = 0, x = 0, y = 0] = key.split(',').map(Number);
      const { kinds } = this.#world.sectors.at(facet, x, y);
      const entities = kinds.reduce((sum, { length }) => sum + length, 0);
      return { facet, x, y, people: count, entities };
    });
  }

  picture(facet: number, zoom: number, x: number, y: number): Promise<Buffer | 'absent' | 'busy'> {
    return this.#pictures.picture(facet, zoom, x, y);
  }

  entity(serial: number): Entity | null {
    if (!this.#world.exists(serial)) return null;
    const components = this.#world.inspect(serial);
    // Even a slow hash is no one's business.
    if (this.#world.has(serial, Account))
      Object.assign(components, {
        account: { ...(components['account'] as object), passwordHash: '(hidden)' },
      });
    const holds: NamedEntity[] = [];
    let count = 0;
    this.#world.holders.each(serial, (each) => {
      if (count++ < MOST_LISTED) holds.push(this.#named(each));
    });
    const within: NamedEntity[] = [];
    for (let at = this.#world.parentOf(serial); at !== 0; at = this.#world.parentOf(at))
      within.push(this.#named(at));
    const links = Object.entries(components).flatMap(([component, state]) =>
      Object.entries(state as object).flatMap(([field, value]) =>
        this.namesIn(component, field, value).map((each) => ({ ...each, component, field })),
      ),
    );
    const { name } = this.#named(serial);
    const holdsMore = count > holds.length;
    return { serial, name, kind: this.#kindOf(serial), components, links, within, holds, holdsMore };
  }

  isStep({ changes }: EntityChange): boolean {
    return changes.every(
      ({ fields, kind }) =>
        kind === 'set' &&
        Object.entries(fields).every(([field, { from }]) => from !== undefined && STEP_FIELDS.has(field)),
    );
  }

  namesIn(component: string, field: string, value: unknown): NamedEntity[] {
    if (SERIALS[component]?.includes(field) !== true) return [];
    const serials = (Array.isArray(value) ? value : [value]).filter(
      (each): each is number => typeof each === 'number' && each !== 0,
    );
    return serials.map((serial) => this.#inContext(serial));
  }

  /** With whose it is: `backpack of Anna`. */
  #inContext(serial: number): NamedEntity {
    if (!this.#world.exists(serial)) return { serial, name: '(gone)' };
    const { name } = this.#named(serial);
    const root = this.#world.rootOf(serial);
    const owner = root === serial ? undefined : this.#world.get(root, Mobile)?.name;
    return { serial, name: owner === undefined ? name : `${name} of ${owner}` };
  }

  #kindOf(serial: number): string {
    if (this.#world.has(serial, Account)) return 'account';
    if (this.#world.has(serial, Character)) return 'character';
    return this.#world.has(serial, Mobile) ? 'creature' : 'item';
  }

  #named(serial: number): NamedEntity {
    const name = this.#world.get(serial, Mobile)?.name ?? this.#world.get(serial, Account)?.name;
    if (name !== undefined) return { serial, name };
    return { serial, name: this.#world.has(serial, Item) ? nameOf(this.#game.context, serial) : '' };
  }

  act(by: Pick<Staff, 'account' | 'role'>, account: number, act: OfficeAct) {
    const wish: UoAct = act.kind === 'set-access' ? { ...act, access: ACCESS[act.access] } : act;
    return this.#game.actFromOffice(by.account, ACCESS[by.role], account, wish);
  }

  hash(password: string): Promise<string> {
    return argon2Hasher.hash(password);
  }
}
