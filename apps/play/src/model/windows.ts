import {
  type Book,
  encodeGumpAnswer,
  encodeMenuChoice,
  encodeMenuRequest,
  encodePropertiesRequest,
  encodeTargetAnswer,
  encodeTradeCancelRequest,
  type Gump,
  type GumpAnswerIn,
  type Menu,
  type Profile,
  type ServerPacket,
  type Skills,
  type TargetAsked,
  type TradeOpened,
} from '@gommog/uo/web';
import { signal } from '@preact/signals';
import type { Encode } from '../wire/packet-stream.ts';

/** Something that is open on the screen. `id` is the same for what replaces each other. */
export type Window =
  | { readonly kind: 'container'; readonly id: string; readonly serial: number }
  | {
      readonly kind: 'paperdoll';
      readonly id: string;
      readonly serial: number;
      readonly text: string;
      readonly mayUndress: boolean;
    }
  | { readonly kind: 'book'; readonly id: string; readonly book: Book }
  | { readonly kind: 'gump'; readonly id: string; readonly gump: Gump }
  | { readonly kind: 'profile'; readonly id: string; readonly profile: Profile }
  | TradeWindow
  | { readonly kind: 'own'; readonly id: OwnWindow };

/** A trade: both boxes are containers of the world model. */
export interface TradeWindow {
  readonly kind: 'trade';
  readonly id: string;
  readonly trade: TradeOpened;
  /** Has the person accepted, has the partner? */
  readonly accepted: boolean;
  readonly otherAccepted: boolean;
}

/** Windows that the client opens by itself. */
export type OwnWindow = 'journal' | 'skills' | 'status' | 'options' | 'map' | 'help' | 'nearby' | 'staff';

/** What can be done with a thing or with somebody, at a place of the page. */
export interface OpenMenu {
  readonly serial: number;
  readonly at: { readonly x: number; readonly y: number };
  /** What the shard offers; null until its answer has come. */
  readonly entries: Menu['entries'] | null;
}

interface Sender {
  send<V>(encode: Encode<V>, value: V): void;
}

/** What may be taken off a paperdoll. */
const MAY_UNDRESS = 2;
/** Things asked about in one message. */
const ASK_AT_ONCE = 64;

/** Open windows, the cursor that asks for a target, and tooltips. */
export class Windows {
  /** From the lowest to the one in front. */
  readonly open = signal<readonly Window[]>([]);
  readonly target = signal<TargetAsked | null>(null);
  readonly menu = signal<OpenMenu | null>(null);
  readonly skills = signal<Skills | null>(null);
  readonly #properties = new Map<number, readonly string[]>();
  readonly #asked = new Set<number>();
  /** Grows with each tooltip that comes: what shows them reads it. */
  readonly propertiesVersion = signal(0);
  readonly #sender: Sender;

  constructor(sender: Sender) {
    this.#sender = sender;
  }

  hear(packet: ServerPacket): void {
    switch (packet.kind) {
      case 'container_opened':
        return this.show({
          kind: 'container',
          id: `container:${packet.body.serial}`,
          serial: packet.body.serial,
        });
      case 'paperdoll': {
        const { flags, serial, text } = packet.body;
        const mayUndress = (flags & MAY_UNDRESS) !== 0;
        return this.show({ kind: 'paperdoll', id: `paperdoll:${serial}`, serial, text, mayUndress });
      }
      case 'book':
        return this.show({ kind: 'book', id: `book:${packet.body.serial}`, book: packet.body });
      case 'profile':
        return this.show({ kind: 'profile', id: `profile:${packet.body.serial}`, profile: packet.body });
      case 'trade_opened': {
        const id = tradeId(packet.body.own);
        return this.show({ kind: 'trade', id, trade: packet.body, accepted: false, otherAccepted: false });
      }
      case 'trade_marked':
        return this.#markTrade(packet.body.own, packet.body.accepted === 1, packet.body.otherAccepted === 1);
      case 'trade_closed':
        return this.close(tradeId(packet.body.own));
      case 'menu': {
        const { entries, serial } = packet.body;
        if (this.menu.value?.serial === serial) this.menu.value = { ...this.menu.value, entries };
        return;
      }
      case 'gump':
        return this.show({ kind: 'gump', id: gumpId(packet.body), gump: packet.body });
      case 'gump_closed':
        this.open.value = this.open.value.filter(
          (window) => window.kind !== 'gump' || window.gump.kind !== packet.body.kind,
        );
        return;
      case 'gone':
        this.close(`container:${packet.body.serial}`);
        this.close(`book:${packet.body.serial}`);
        if (this.menu.value?.serial === packet.body.serial) this.menu.value = null;
        this.#forget(packet.body.serial);
        return;
      case 'target_asked':
        this.target.value = packet.body;
        return;
      case 'skills':
        this.skills.value = packet.body;
        return;
      case 'properties':
        this.#properties.set(
          packet.body.serial,
          packet.body.lines.map(({ text }) => text),
        );
        this.#asked.delete(packet.body.serial);
        this.propertiesVersion.value++;
        return;
      case 'mobile':
      case 'ground_item':
      case 'worn_item':
        return this.#forget(packet.body.serial);
      case 'contained_item':
        return this.#forget(packet.body.item.serial);
      default:
    }
  }

  /** Opens a window in front; one with the same id is replaced where it is. */
  show(window: Window): void {
    const others = this.open.value;
    this.open.value = others.some(({ id }) => id === window.id)
      ? others.map((each) => (each.id === window.id ? window : each))
      : [...others, window];
  }

  toggle(id: OwnWindow): void {
    if (this.open.value.some((window) => window.id === id)) this.close(id);
    else this.show({ kind: 'own', id });
  }

  front(id: string): void {
    const found = this.open.value.find((window) => window.id === id);
    if (found === undefined || this.open.value.at(-1) === found) return;
    this.open.value = [...this.open.value.filter((window) => window !== found), found];
  }

  close(id: string): void {
    if (this.open.value.some((window) => window.id === id))
      this.open.value = this.open.value.filter((window) => window.id !== id);
  }

  clear(): void {
    this.open.value = this.open.value.filter(({ kind }) => kind === 'own');
    this.target.value = null;
    this.menu.value = null;
    this.#properties.clear();
    this.#asked.clear();
  }

  /** As when its cross is pressed: what the shard has to be told of is told. */
  dismiss(window: Window): void {
    if (window.kind === 'gump') this.answer(window.gump, { button: 0, switches: [], entries: [] });
    // It closes when the shard has called it off: a trade that is being completed stays.
    else if (window.kind === 'trade') this.#sender.send(encodeTradeCancelRequest, { own: window.trade.own });
    else this.close(window.id);
  }

  #markTrade(own: number, accepted: boolean, otherAccepted: boolean): void {
    const window = this.open.value.find(({ id }) => id === tradeId(own));
    if (window?.kind === 'trade') this.show({ ...window, accepted, otherAccepted });
  }

  /** Opens the menu of something; the shard is asked for what it offers. */
  openMenu(serial: number, at: { readonly x: number; readonly y: number }): void {
    this.menu.value = { serial, at, entries: null };
    this.#sender.send(encodeMenuRequest, { serial });
  }

  /** Does what an entry says, and closes the menu. */
  choose(index: number): void {
    const { menu } = this;
    if (menu.value !== null) this.#sender.send(encodeMenuChoice, { serial: menu.value.serial, index });
    menu.value = null;
  }

  /** Tells the shard what was done in a gump, and closes it. */
  answer(gump: Gump, answer: Pick<GumpAnswerIn, 'button' | 'entries' | 'switches'>): void {
    this.close(gumpId(gump));
    this.#sender.send(encodeGumpAnswer, { serial: gump.serial, kind: gump.kind, ...answer });
  }

  /** Points at something, or at nothing (choice 0). */
  point(at: {
    readonly choice: 0 | 1 | 2;
    readonly serial: number;
    readonly x: number;
    readonly y: number;
    readonly z: number;
    readonly graphic: number;
  }): void {
    const asked = this.target.value;
    if (asked === null) return;
    this.target.value = null;
    this.#sender.send(encodeTargetAnswer, { cursor: asked.cursor, ...at });
  }

  /** Lines of a thing's tooltip; null until they have come, and then they are asked for. */
  propertiesOf(serial: number): readonly string[] | null {
    const known = this.#properties.get(serial);
    if (known !== undefined) return known;
    if (this.#asked.has(serial) || this.#asked.size >= ASK_AT_ONCE) return null;
    this.#asked.add(serial);
    this.#sender.send(encodePropertiesRequest, { serials: [serial] });
    return null;
  }

  #forget(serial: number): void {
    this.#properties.delete(serial);
    this.#asked.delete(serial);
  }
}

function tradeId(own: number): string {
  return `trade:${own}`;
}

function gumpId({ kind, serial }: Gump): string {
  return `gump:${serial}:${kind}`;
}
