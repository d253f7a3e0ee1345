import type * as packets from '../protocol/index.ts';
import type { Belongings } from './belongings.ts';
import type { ScriptedClient } from './scripted-client.ts';

const OPEN = 0;
const CLOSE = 1;
const MARKS = 2;
const WHOLE_STACK = 0xffff;

/** A trade as the client shows it. */
export interface OpenTrade {
  /** The container of the player's own side, and of the other's. */
  readonly own: number;
  readonly other: number;
  readonly partner: number;
  /** What lies in each. */
  readonly given: Set<number>;
  readonly got: Set<number>;
  accepted: boolean;
  /** What the two have agreed upon, from when both marks are set: from then on only the shard ends it. */
  agreed: { readonly given: readonly number[]; readonly got: readonly number[] } | null;
}

/** What a client has heard of its trades, and what it may do in them. Make one before the login. */
export class Trades {
  readonly #client: ScriptedClient;
  readonly #belongings: Belongings;
  readonly #open = new Map<number, OpenTrade>();
  /** Both marks are set: what is in the two containers changes hands. */
  onAgreed: ((trade: OpenTrade) => void) | null = null;
  /** A window has closed. If the two had agreed, all of it is done now. */
  onEnd: ((trade: OpenTrade) => void) | null = null;
  count = { done: 0, ended: 0 };

  constructor(client: ScriptedClient, belongings: Belongings) {
    this.#client = client;
    this.#belongings = belongings;
    client.listen((packet) => this.#note(packet));
  }

  get open(): readonly OpenTrade[] {
    return [...this.#open.values()];
  }

  #note({ body, kind }: packets.ServerPacket): void {
    if (kind === 'secure_trade') this.#noteTrade(body);
    else if (kind === 'container_item') this.#noteItem(body.serial, body.container);
    else if (kind === 'delete_object' || kind === 'world_item' || kind === 'world_item_old')
      this.#noteItem(body.serial, 0);
  }

  /** Things of its own that are in no trade. */
  get free(): readonly number[] {
    const offered = new Set(this.open.flatMap(({ given, got }) => [...given, ...got]));
    return this.#belongings.things.filter((thing) => !offered.has(thing));
  }

  #noteTrade({ action, serial, body }: packets.SecureTrade): void {
    if (action === OPEN) {
      const { ownContainer: own, otherContainer: other } = body as packets.TradeOpening;
      const trade = { own, other, partner: serial, given: new Set<number>(), got: new Set<number>() };
      this.#open.set(own, { ...trade, accepted: false, agreed: null });
      return;
    }
    const trade = this.#open.get(serial);
    if (trade === undefined) return;
    if (action === MARKS) {
      const { own, other } = body as packets.TradeAcceptance;
      trade.accepted = own === 1;
      if (own === 0 || other === 0 || trade.agreed !== null) return;
      trade.agreed = { given: [...trade.given], got: [...trade.got] };
      this.onAgreed?.(trade);
    } else if (action === CLOSE) {
      this.#open.delete(serial);
      if (trade.agreed === null) this.count.ended++;
      else this.count.done++;
      this.onEnd?.(trade);
    }
  }

  #noteItem(item: number, container: number): void {
    for (const { given, got, other, own } of this.#open.values()) {
      given.delete(item);
      got.delete(item);
      if (container === own) given.add(item);
      else if (container === other) got.add(item);
    }
  }

  /**
   * One act of somebody who likes to trade: begins a trade with a partner (0 for none), offers more, takes back, accepts or
   * closes the window. Gives the thing it took into its hand, 0 for none.
   */
  act(random: () => number, partner: number): number {
    const client = this.#client;
    const trades = this.open;
    const trade = trades[Math.floor(random() * trades.length)];
    if (trade === undefined) return partner === 0 ? 0 : this.#offer(random, partner);
    if (trade.agreed !== null) return 0;
    const dice = random();
    if (dice < 0.6) client.acceptTrade(trade.own, true);
    else if (dice < 0.8) return this.#offer(random, trade.own);
    else if (dice < 0.85) client.acceptTrade(trade.own, false);
    else if (dice < 0.95) return this.#takeBack(trade);
    else client.cancelTrade(trade.own);
    return 0;
  }

  #offer(random: () => number, onto: number): number {
    const things = this.free;
    const thing = things[Math.floor(random() * things.length)];
    if (thing === undefined) return 0;
    this.#client.lift(thing, 1 + Math.floor(random() * 5));
    this.#client.drop(thing, onto);
    return thing;
  }

  #takeBack({ given }: OpenTrade): number {
    const [thing] = given;
    if (thing === undefined) return 0;
    this.#client.lift(thing, WHOLE_STACK);
    this.#client.drop(thing, this.#belongings.backpack);
    // The client takes it out of its own window by itself.
    given.delete(thing);
    return thing;
  }
}
