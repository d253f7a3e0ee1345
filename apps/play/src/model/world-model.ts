import type {
  ContainedEntry,
  ContainerOpened,
  GroundItem,
  HeldItem,
  Mobile,
  ServerPacket,
  StaffCommand,
  TradeOpened,
  WornItem,
} from '@gommog/uo/web';
import { MobileModel } from './mobile-model.ts';

/** Serials from here on are items. */
const FIRST_ITEM = 0x40000000;

export function isItem(serial: number): boolean {
  return serial >= FIRST_ITEM;
}

/** Something that lies in a container whose contents are shown. */
export interface Contained extends ContainedEntry {
  readonly container: number;
}

/** A container whose inside is shown. */
export interface OpenContainer {
  readonly serial: number;
  /** Picture of its inside. */
  readonly gump: number;
  /** Contents by serial, the oldest first. */
  readonly items: Map<number, Contained>;
}

/**
 * What there is around the person, as the shard has told it. It is drawn from as it stands, and tells `onChange` which
 * entity has changed.
 */
export class WorldModel {
  /** Who is played; 0 before. */
  self = 0;
  access = 0;
  /** What one may say after a dot; empty for players. */
  commands: readonly StaffCommand[] = [];
  viewRange = 18;
  facet = 0;
  width = 0;
  height = 0;
  season = 0;
  /** 0 bright to 30 dark. */
  light = 0;
  war = false;
  readonly mobiles = new Map<number, MobileModel>();
  readonly ground = new Map<number, GroundItem>();
  readonly containers = new Map<number, OpenContainer>();
  /** Of each trade the box of the partner, by the person's own. */
  readonly #trades = new Map<number, number>();
  /** In the hand, at the cursor. */
  held: HeldItem | null = null;
  /** Items on the ground by tile, for walking and drawing. */
  readonly #byTile = new Map<number, GroundItem[]>();
  onChange: (serial: number) => void = () => {};

  get me(): MobileModel | undefined {
    return this.mobiles.get(this.self);
  }

  itemsAt(x: number, y: number): readonly GroundItem[] {
    return this.#byTile.get(tileKey(x, y)) ?? NONE;
  }

  /** Where an item is that is worn, contained or on the ground; undefined when it is not shown. */
  find(serial: number): GroundItem | Contained | undefined {
    const lying = this.ground.get(serial);
    if (lying !== undefined) return lying;
    for (const { items } of this.containers.values()) {
      const item = items.get(serial);
      if (item !== undefined) return item;
    }
    return undefined;
  }

  /** Takes a message in; those that are no facts about the world are passed over. `ownPlace`: may it move the person itself? */
  apply(packet: ServerPacket, nowMs: number, ownPlace: boolean): void {
    switch (packet.kind) {
      case 'entered':
        this.#clear();
        this.self = packet.body.serial;
        this.access = packet.body.access;
        this.commands = [];
        this.viewRange = packet.body.viewRange;
        return;
      case 'staff_commands':
        this.commands = packet.body.commands;
        return this.onChange(this.self);
      case 'facet_entered': {
        const { facet, height, season, width } = packet.body;
        if (facet !== this.facet) this.#forgetAround();
        Object.assign(this, { facet, width, height, season });
        return;
      }
      case 'light':
        this.light = packet.body.level;
        return;
      case 'view_range':
        this.viewRange = packet.body.tiles;
        this.forgetFar();
        return;
      case 'placed':
        this.#forgetAround();
        this.facet = packet.body.facet;
        return;
      case 'mobile':
        return this.#mobile(packet.body, nowMs, ownPlace);
      case 'mobile_moved': {
        const mobile = this.mobiles.get(packet.body.serial);
        mobile?.moved(packet.body, nowMs);
        if (mobile !== undefined && this.#isFar(mobile)) this.mobiles.delete(mobile.serial);
        return;
      }
      case 'mobile_animated': {
        const mobile = this.mobiles.get(packet.body.serial);
        if (mobile !== undefined) mobile.gesture = { action: packet.body.action, startMs: nowMs };
        return;
      }
      case 'health': {
        const mobile = this.mobiles.get(packet.body.serial);
        if (mobile === undefined) return;
        mobile.health = packet.body.percent;
        return this.onChange(mobile.serial);
      }
      case 'war_mode':
        this.war = packet.body.war === 1;
        return this.onChange(this.self);
      case 'gone':
        return this.#gone(packet.body.serial);
      case 'ground_item':
        this.#takeAway(packet.body.serial);
        this.#lay(packet.body);
        return this.onChange(packet.body.serial);
      case 'contained_item':
        return this.#contain({ ...packet.body.item, container: packet.body.container });
      case 'container_opened':
        return this.#open(packet.body);
      case 'trade_opened':
        return this.#trade(packet.body);
      case 'trade_closed': {
        const { own } = packet.body;
        for (const box of [own, this.#trades.get(own) ?? 0]) this.containers.delete(box);
        this.#trades.delete(own);
        return this.onChange(own);
      }
      case 'worn_item':
        return this.#wear(packet.body);
      case 'held_item':
        this.#takeAway(packet.body.serial);
        this.held = packet.body;
        return this.onChange(packet.body.serial);
      case 'drop_taken':
      case 'drop_refused': {
        const serial = this.held?.serial ?? 0;
        this.held = null;
        return this.onChange(serial);
      }
      default:
    }
  }

  /** Forgets what is out of range, as the shard expects of a client. Returns the containers that are closed by it. */
  forgetFar(): void {
    for (const mobile of this.mobiles.values())
      if (mobile.serial !== this.self && this.#isFar(mobile)) this.mobiles.delete(mobile.serial);
    for (const item of this.ground.values()) {
      if (!this.#isFar(item)) continue;
      this.#takeAway(item.serial);
      if (this.containers.delete(item.serial)) this.onChange(item.serial);
    }
  }

  #isFar({ x, y }: { readonly x: number; readonly y: number }): boolean {
    const { me } = this;
    if (me === undefined) return false;
    return Math.max(Math.abs(x - me.x), Math.abs(y - me.y)) > this.viewRange;
  }

  #clear(): void {
    this.mobiles.clear();
    this.containers.clear();
    this.#trades.clear();
    this.#forgetAround();
    this.held = null;
  }

  /** Everything but the person itself and what it carries. */
  #forgetAround(): void {
    for (const serial of this.mobiles.keys()) if (serial !== this.self) this.mobiles.delete(serial);
    for (const serial of this.ground.keys()) this.containers.delete(serial);
    this.ground.clear();
    this.#byTile.clear();
    this.onChange(0);
  }

  #mobile(described: Mobile, nowMs: number, ownPlace: boolean): void {
    const known = this.mobiles.get(described.serial);
    const mobile = known ?? new MobileModel(described.serial);
    const withPlace = known === undefined || ownPlace || described.serial !== this.self;
    // Before it is dressed: from itself, too, these are taken away.
    for (const { serial } of described.worn) this.#takeAway(serial);
    mobile.describe(described, withPlace, nowMs);
    this.mobiles.set(described.serial, mobile);
    this.onChange(described.serial);
  }

  #gone(serial: number): void {
    if (!isItem(serial)) this.mobiles.delete(serial);
    else {
      this.#takeAway(serial);
      this.containers.delete(serial);
      if (this.held?.serial === serial) this.held = null;
    }
    this.onChange(serial);
  }

  #contain(item: Contained): void {
    this.#takeAway(item.serial);
    this.containers.get(item.container)?.items.set(item.serial, item);
    this.onChange(item.container);
  }

  #open({ gump, items, serial }: ContainerOpened): void {
    for (const item of items) this.#takeAway(item.serial);
    const inside = new Map(items.map((item) => [item.serial, { ...item, container: serial }]));
    this.containers.set(serial, { serial, gump, items: inside });
    this.onChange(serial);
  }

  #trade({ other, own }: TradeOpened): void {
    for (const serial of [own, other]) this.containers.set(serial, { serial, gump: 0, items: new Map() });
    this.#trades.set(own, other);
    this.onChange(own);
  }

  #wear({ graphic, hue, layer, mobile: wearer, serial }: WornItem): void {
    this.#takeAway(serial);
    const mobile = this.mobiles.get(wearer);
    if (mobile === undefined) return;
    mobile.worn = [...mobile.worn.filter((worn) => worn.layer !== layer), { serial, graphic, layer, hue }];
    this.onChange(wearer);
  }

  #lay(item: GroundItem): void {
    this.ground.set(item.serial, item);
    const key = tileKey(item.x, item.y);
    const list = this.#byTile.get(key);
    if (list === undefined) this.#byTile.set(key, [item]);
    else list.push(item);
  }

  /** An item is in one place: it leaves the one where it is shown. */
  #takeAway(serial: number): void {
    const lying = this.ground.get(serial);
    if (lying !== undefined) {
      this.ground.delete(serial);
      const key = tileKey(lying.x, lying.y);
      const left = (this.#byTile.get(key) ?? []).filter((item) => item.serial !== serial);
      if (left.length === 0) this.#byTile.delete(key);
      else this.#byTile.set(key, left);
    }
    for (const container of this.containers.values()) {
      if (container.items.delete(serial)) this.onChange(container.serial);
    }
    for (const mobile of this.mobiles.values()) {
      if (!mobile.worn.some((worn) => worn.serial === serial)) continue;
      mobile.worn = mobile.worn.filter((worn) => worn.serial !== serial);
      this.onChange(mobile.serial);
    }
  }
}

const NONE: readonly GroundItem[] = [];

function tileKey(x: number, y: number): number {
  return y * 0x10000 + x;
}
