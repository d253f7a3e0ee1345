import { Account } from '../rules/accounts/account.ts';
import type { Context } from '../rules/context.ts';
import type { Event, ItemWhere } from '../rules/events.ts';
import { ITEM, isMobile } from '../rules/kinds.ts';
import { Character, Mobile } from '../rules/mobiles/mobile.ts';
import { Item } from '../rules/things/item.ts';
import { templateOf } from '../rules/things/template.ts';
import type { DomainEvent, DomainEventKind, Whereabouts } from './domain-events.ts';
import { SkillWatch } from './skill-watch.ts';
import { tradeOf } from './traded.ts';

/** Template of coins. */
export const GOLD = 'gold-coin';

/** Who or what was the cause of what happened since the last `settle`. */
export interface Cause {
  /** Kind of the wish, or name of the timer. */
  readonly reason: string;
  /** Whose wish it was; 0 for nobody's. */
  readonly by: number;
}

/**
 * Tells the commit log what happens to people and goods. Rules need not think of it: it hears their events, and after each wish and
 * each timer it looks at all items that were touched. So none can come, go or change its amount untold, and each has the reason that
 * went through the one door.
 */
export class Chronicler {
  readonly #ctx: Context;
  /** Amounts of all stacks of coins, as last told. */
  readonly #gold = new Map<number, number>();
  readonly #goldTemplate: number;
  readonly #skills: SkillWatch;
  #nextItem = 0;
  #isOpen = false;
  /** Facts since the last `settle`. */
  #events: Event[] = [];
  /** How much of the world's lists of changes was looked at. */
  #dirty = 0;
  #removed = 0;
  #commits = -1;

  constructor(ctx: Context) {
    this.#ctx = ctx;
    this.#skills = new SkillWatch(ctx);
    this.#goldTemplate = ctx.content.items.byId(GOLD)?.number ?? 0;
  }

  /** A rule stated a fact. */
  take(event: Event): void {
    this.#events.push(event);
  }

  /** Before a step. At the first one it counts what there is: what was made before is told by that. */
  begin(): void {
    const { commits } = this.#ctx.world;
    if (commits !== this.#commits) {
      this.#commits = commits;
      this.#dirty = 0;
      this.#removed = 0;
    }
    if (this.#isOpen) this.settle({ reason: 'outside-of-steps', by: 0 });
    else this.#count();
  }

  /** After a step: a stack that changed twice in it, the second time without a word, is told now. */
  end(): void {
    this.#tellGold(this.#ctx.world.store(Item).dirty, { reason: 'unexplained', by: 0 });
    this.#tellSkills({ reason: 'unexplained', by: 0 });
  }

  /** After each wish and each timer. */
  settle(cause: Cause): void {
    const store = this.#ctx.world.store(Item);
    const events = this.#events;
    if (events.length === 0 && store.dirty.length === this.#dirty && store.removed.length === this.#removed) {
      this.#tellSkills(cause);
      return;
    }
    this.#events = [];
    const command = events.find((event) => event.kind === 'staff-acted')?.command.split(' ')[0];
    const told = command === undefined ? cause : { ...cause, reason: `staff:${command}` };
    for (const event of events) this.#tellPeople(event);
    this.#tellSkills(told);
    const touched = new Map<number, ItemWhere | null>();
    for (const event of events) {
      if (event.kind !== 'item-changed' && event.kind !== 'item-gone') continue;
      if (!touched.has(event.item)) touched.set(event.item, event.from);
    }
    for (const serial of store.dirty.slice(this.#dirty)) if (!touched.has(serial)) touched.set(serial, null);
    for (const serial of store.removed.slice(this.#removed))
      if (!touched.has(serial)) touched.set(serial, null);
    this.#dirty = store.dirty.length;
    this.#removed = store.removed.length;
    for (const [serial, from] of touched) this.#tellItem(serial, from, told);
    this.#tellGold(touched.keys(), told);
    this.#nextItem = this.#ctx.world.nextSerial(ITEM);
  }

  #count(): void {
    const { world } = this.#ctx;
    let gold = 0;
    world.each(Item, (serial, { template, amount }) => {
      if (template !== this.#goldTemplate) return;
      this.#gold.set(serial, amount);
      gold += amount;
    });
    this.#events = [];
    this.#skills.begin();
    this.#dirty = world.store(Item).dirty.length;
    this.#removed = world.store(Item).removed.length;
    this.#isOpen = true;
    this.#nextItem = world.nextSerial(ITEM);
    this.#tell('goods-counted', 'goods', { v: 1, gold, items: world.store(Item).size });
  }

  #tellItem(item: number, from: ItemWhere | null, { reason, by }: Cause): void {
    const { world } = this.#ctx;
    const key = `item:${item}`;
    const isNew = item >= this.#nextItem;
    const state = world.get(item, Item);
    const base = { v: 1, item, reason, by } as const;
    if (state === undefined) {
      // One that came and went in the same act was nobody's.
      if (!isNew) this.#tell('item-destroyed', key, base);
      return;
    }
    const { amount, graphic } = state;
    const at = this.#whereIs(item);
    const template = templateOf(this.#ctx, item);
    if (isNew)
      this.#tell('item-created', key, { ...base, template: template?.id ?? '', graphic, amount, at });
    else if (from !== null && !isSamePlace(from, at)) {
      this.#tell('item-moved', key, { ...base, amount, from: this.#whereWas(from), at });
    } else if (template?.stackable === true) this.#tell('item-restacked', key, { ...base, amount });
  }

  #tellGold(touched: Iterable<number>, { reason, by }: Cause): void {
    const { world } = this.#ctx;
    let gained = 0;
    for (const serial of touched) {
      const before = this.#gold.get(serial) ?? 0;
      const state = world.get(serial, Item);
      const now = state?.template === this.#goldTemplate ? state.amount : 0;
      if (now === before) continue;
      if (now === 0) this.#gold.delete(serial);
      else this.#gold.set(serial, now);
      gained += now - before;
    }
    if (gained > 0) this.#tell('gold-minted', 'goods', { v: 1, amount: gained, reason, by });
    if (gained < 0) this.#tell('gold-burned', 'goods', { v: 1, amount: -gained, reason, by });
  }

  #tellSkills({ reason, by }: Cause): void {
    for (const change of this.#skills.changes()) {
      this.#tell('skill-changed', `character:${change.character}`, { v: 1, ...change, reason, by });
    }
  }

  #tellPeople(event: Event): void {
    const { world } = this.#ctx;
    switch (event.kind) {
      case 'character-entered': {
        const person = this.#person(event.mobile);
        const name = world.get(event.mobile, Mobile)?.name ?? '';
        const accountName = world.get(person.account, Account)?.name ?? '';
        this.#tell('login', `character:${event.mobile}`, { ...person, name, accountName });
        return;
      }
      case 'character-left':
        this.#tell('logout', `character:${event.mobile}`, this.#person(event.mobile));
        return;
      case 'character-created': {
        const name = world.get(event.character, Mobile)?.name ?? '';
        this.#tell('character-created', `character:${event.character}`, {
          ...this.#person(event.character),
          name,
        });
        return;
      }
      case 'spoken': {
        if (!isMobile(event.speaker)) return;
        const { facet = 0, x = 0, y = 0 } = world.placement(event.speaker) ?? {};
        const { manner, speaker: character, text } = event;
        this.#tell('speech', `character:${character}`, { v: 1, character, manner, text, facet, x, y });
        return;
      }
      case 'trade-sealed':
        this.#tell(
          'trade-completed',
          `trade:${event.box}`,
          tradeOf(this.#ctx, event.box, this.#goldTemplate),
        );
        return;
      case 'staff-acted': {
        const { account, command, mobile: character, outcome } = event;
        this.#tell('staff-act', `character:${character}`, { v: 1, character, account, command, outcome });
      }
    }
  }

  #person(character: number): { v: 1; character: number; account: number } {
    return { v: 1, character, account: this.#ctx.world.get(character, Character)?.account ?? 0 };
  }

  #whereIs(item: number): Whereabouts {
    const { world } = this.#ctx;
    const placement = world.placement(item);
    if (placement === undefined) return { holder: 0, root: 0, facet: -1, x: 0, y: 0, z: 0 };
    const { parent: holder, facet, x, y, z } = placement;
    return { holder, root: world.rootOf(item), facet, x, y, z };
  }

  #whereWas({ parent, facet, x, y, z }: ItemWhere): Whereabouts {
    return { holder: parent, root: parent === 0 ? 0 : this.#ctx.world.rootOf(parent), facet, x, y, z };
  }

  #tell<K extends DomainEventKind>(kind: K, key: string, body: DomainEvent<K>): void {
    this.#ctx.world.record({ kind, key, body: JSON.stringify(body) });
  }
}

/** Within a holder an item may lie anywhere. */
function isSamePlace(from: ItemWhere, at: Whereabouts): boolean {
  if (from.parent !== at.holder) return false;
  return (
    at.holder !== 0 || (from.facet === at.facet && from.x === at.x && from.y === at.y && from.z === at.z)
  );
}
