import type { Rng } from '@gommog/core';
import { Belongings, type ScriptedClient, Trades } from '@gommog/uo/bots';
import type { TestShard } from '@gommog/uo/testing';

/** Acts of a player in a second of the world's time, about. */
const ACTS_PER_SECOND = 3;
const TICKS_PER_SECOND = 20;
/** Ticks that a player stays away, at most. */
const MOST_AWAY = 100;
const LAYERS = 0x18;
const TRADE_TILES = 3;

type Act = 'walk' | 'speak' | 'shuffle' | 'trade' | 'equip' | 'use' | 'logout' | 'lose-link';
const weights: readonly (readonly [Act, number])[] = [
  ['walk', 60],
  ['shuffle', 20],
  ['trade', 25],
  ['speak', 6],
  ['equip', 6],
  ['use', 5],
  ['logout', 1],
  ['lose-link', 1],
];
const total = weights.reduce((sum, [, weight]) => sum + weight, 0);

/** Somebody who does what chance says, goes away at times and comes back. */
export class Player {
  readonly #shard: TestShard;
  readonly #rng: Rng;
  readonly #account: string;
  #client: ScriptedClient | null = null;
  #belongings: Belongings | null = null;
  #trades: Trades | null = null;
  readonly #others: readonly Player[];
  #awayTicks = 0;
  #isEntering = false;
  readonly problems: string[] = [];
  acts = 0;
  logins = 0;
  #stepsBefore = 0;
  #tradesBefore = 0;

  /** `others` are all who play, this one among them; there may be more of them later. */
  constructor(shard: TestShard, rng: Rng, index: number, others: readonly Player[]) {
    this.#shard = shard;
    this.#rng = rng;
    this.#account = `player${index}`;
    this.#others = others;
  }

  /** The first login; the world steps meanwhile. */
  async enter(): Promise<void> {
    await this.#shard.until(this.#login());
  }

  async #login(): Promise<void> {
    this.#isEntering = true;
    const client = this.#shard.client(this.#account);
    const belongings = new Belongings(client);
    const trades = new Trades(client, belongings);
    try {
      await client.login(0, { name: nameOf(this.#account) });
      this.#client = client;
      this.#belongings = belongings;
      this.#trades = trades;
      belongings.open();
      this.logins++;
    } catch (error) {
      this.problems.push(String(error));
    }
    this.#isEntering = false;
  }

  /** One tick of its life. */
  act(): void {
    const client = this.#client;
    if (this.#isEntering) return;
    if (client === null || client.closed !== null) {
      if (client !== null) this.#leave();
      else if (--this.#awayTicks <= 0) void this.#login();
      return;
    }
    if (!this.#rng.chance(ACTS_PER_SECOND / TICKS_PER_SECOND)) return;
    this.acts++;
    this.#do(client, this.#choose());
  }

  /** Steps and turns that were accepted. */
  get steps(): number {
    return this.#stepsBefore + (this.#client?.count.accepted ?? 0);
  }

  /** Trades that ended with something agreed. */
  get tradesDone(): number {
    return this.#tradesBefore + (this.#trades?.count.done ?? 0);
  }

  /** Somebody who may be near enough to trade with, 0 for nobody. */
  #partner(client: ScriptedClient): number {
    const near = this.#others.flatMap((other) => {
      const them = other === this ? null : other.#client;
      if (them === null || Math.max(Math.abs(them.x - client.x), Math.abs(them.y - client.y)) > TRADE_TILES)
        return [];
      return [them.serial];
    });
    return near.length === 0 ? 0 : this.#rng.pick(near);
  }

  /** Its idea of where it stands must be the shard's, unless a step is on its way. */
  check(): void {
    const client = this.#client;
    if (client === null || client.closed !== null || client.pendingSteps > 0) return;
    const { x, y } = this.#shard.game.world.placement(client.serial) ?? { x: -1, y: -1 };
    if (client.x !== x || client.y !== y)
      this.problems.push(
        `${this.#account} believes to stand at ${client.x},${client.y} and stands at ${x},${y}`,
      );
  }

  #leave(): void {
    const client = this.#client!;
    this.#stepsBefore += client.count.accepted;
    if (client.count.errors > 0)
      this.problems.push(`${this.#account}: ${client.count.errors} answers out of order`);
    this.#tradesBefore += this.#trades!.count.done;
    this.#trades = null;
    this.#client = null;
    this.#awayTicks = this.#rng.between(1, MOST_AWAY);
  }

  #dress(client: ScriptedClient, thing: number): void {
    client.lift(thing);
    client.equip(thing, this.#rng.between(1, LAYERS));
  }

  #choose(): Act {
    let left = this.#rng.between(1, total);
    for (const [act, weight] of weights) {
      left -= weight;
      if (left <= 0) return act;
    }
    return 'walk';
  }

  #do(client: ScriptedClient, act: Act): void {
    const rng = this.#rng;
    const things = this.#belongings!.things;
    switch (act) {
      case 'walk':
        client.walk(rng.chance(0.7) ? client.direction : rng.between(0, 7), rng.chance(0.3));
        break;
      case 'speak':
        client.say(`It is ${rng.between(1, 12)} o'clock`);
        break;
      case 'shuffle':
        this.#belongings!.shuffle(() => rng.next() / 0x1_0000_0000);
        break;
      case 'trade':
        this.#trades!.act(() => rng.next() / 0x1_0000_0000, this.#partner(client));
        break;
      case 'equip':
        if (things.length === 0) break;
        this.#dress(client, rng.pick(things));
        break;
      case 'use':
        if (things.length > 0) client.use(rng.pick(things));
        break;
      case 'logout':
        client.logout();
        client.close();
        break;
      case 'lose-link':
        client.close();
        break;
    }
  }
}

/** Names of people have no digits. */
function nameOf(account: string): string {
  const digits = account.slice('player'.length);
  return `Player ${digits.replaceAll(/\d/g, (digit) => 'abcdefghij'[Number(digit)]!)}`;
}
