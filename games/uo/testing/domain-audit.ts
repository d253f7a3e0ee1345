import { decodeCommit, type World } from '@gommog/core';
import { type DomainEventKind, domainEvents } from '../domain/domain-events.ts';
import { Item } from '../rules/things/item.ts';

export interface Told {
  readonly kind: DomainEventKind;
  readonly key: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Follows what a shard tells of its goods, and compares it with the goods. */
export class DomainAudit {
  readonly told: Told[] = [];
  gold = 0;
  items = 0;

  /** Takes a commit record. Throws on an event that is not as its schema says. */
  take(commit: Uint8Array): void {
    for (const { kind, key, body } of decodeCommit(commit).events ?? []) {
      const schema = domainEvents[kind as DomainEventKind];
      if (schema === undefined) throw new Error(`no schema for ${kind}`);
      const event = { kind: kind as DomainEventKind, key, body: schema.parse(JSON.parse(body)) };
      this.told.push(event);
      this.#count(event);
    }
  }

  of(kind: DomainEventKind): Told[] {
    return this.told.filter((event) => event.kind === kind);
  }

  /** What does not agree; empty when all does. */
  faults(world: World, goldTemplate: number): string[] {
    let gold = 0;
    world.each(Item, (_, { amount, template }) => {
      if (template === goldTemplate) gold += amount;
    });
    const faults: string[] = [];
    if (gold !== this.gold) faults.push(`${gold} gold, but ${this.gold} by what was told`);
    const items = world.store(Item).size;
    if (items !== this.items) faults.push(`${items} items, but ${this.items} by what was told`);
    for (const { body, kind } of this.told) {
      if (body['reason'] === 'unexplained') faults.push(`${kind} without a reason: ${JSON.stringify(body)}`);
    }
    return faults;
  }

  #count({ body, kind }: Told): void {
    const amount = Number(body['amount']);
    if (kind === 'gold-minted') this.gold += amount;
    else if (kind === 'gold-burned') this.gold -= amount;
    else if (kind === 'item-created') this.items++;
    else if (kind === 'item-destroyed') this.items--;
    else if (kind === 'goods-counted') {
      this.gold = Number(body['gold']);
      this.items = Number(body['items']);
    }
  }
}
