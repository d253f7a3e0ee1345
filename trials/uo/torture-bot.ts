import type { Rng } from '@gommog/core';
import { connectTcp } from '@gommog/net';
import { Belongings, ScriptedClient, Trades } from '@gommog/uo/bots';
import type { Promises } from './promises.ts';

/** A place the server confirmed, and when that was heard, in milliseconds. */
interface Place {
  readonly x: number;
  readonly y: number;
  readonly at: number;
}

/** How far a place is behind what was told when the shard was killed, in milliseconds; negative: a step further. */
export interface Judgement {
  readonly behindMs: number;
  readonly problem: string | null;
}

const STEP_MS = 400;
const TRADE_MS = 150;
/** Places that are remembered: more than anybody walks within what counts. */
const HISTORY = 16;

const GROUND = 0xffffffff;

/** What bots of a run share. */
export interface TortureCrew {
  readonly rng: Rng;
  readonly promises: Promises;
  /** Whether things that look so never become a part of a stack: then they can be told apart for ever. */
  readonly isUnique: (graphic: number) => boolean;
  /** All who trade; they stand where they came in, so that all are near. */
  readonly traders: TortureBot[];
  /** Each takes this many times as long between two acts: what all of them do together has a limit. */
  readonly pace: number;
}

/** A bot that walks and shuffles its things, or trades them, and remembers what the server promised it. */
export class TortureBot {
  readonly #name: string;
  readonly #rng: Rng;
  readonly #crew: TortureCrew;
  readonly #isTrader: boolean;
  #trades: Trades | null = null;
  /** Things that were put down and are not answered yet, with what is promised when they are. */
  #drops: { readonly thing: number; readonly promise: (() => void) | null }[] = [];
  /** What it has taken in hand since it was agreed that it would get it: it may be told of the trade only after that. */
  readonly #touched = new Set<number>();
  #client: ScriptedClient | null = null;
  #belongings: Belongings | null = null;
  #history: Place[] = [];
  /** Steps that were unanswered at the kill. */
  #ahead = 0;
  #isIn = false;
  #killedAt = 0;
  #graceMs = 0;
  #timer: NodeJS.Timeout | null = null;
  acts = 0;
  #tradesBefore = 0;

  constructor(index: number, crew: TortureCrew) {
    this.#name = `bot${index}`;
    this.#crew = crew;
    this.#rng = crew.rng;
    this.#isTrader = index % 2 === 0;
    if (this.#isTrader) crew.traders.push(this);
  }

  get serial(): number {
    return this.#client?.serial ?? 0;
  }

  get tradesDone(): number {
    return this.#tradesBefore + (this.#trades?.count.done ?? 0);
  }

  async login(port: number): Promise<void> {
    const client = new ScriptedClient({
      connect: connectTcp,
      host: '127.0.0.1',
      port,
      account: this.#name,
      password: this.#name,
      now: () => performance.now(),
    });
    this.#belongings = new Belongings(client);
    this.#tradesBefore = this.tradesDone;
    this.#trades = new Trades(client, this.#belongings);
    this.#drops = [];
    try {
      await client.login(0, { name: nameOf(this.#name) });
    } catch (error) {
      client.close();
      throw error;
    }
    client.listen(({ kind }) => {
      if (kind !== 'drop_accepted' && kind !== 'drop_rejected') return;
      const drop = this.#drops.shift();
      // What it has taken in hand again meanwhile is not there for sure.
      if (drop !== undefined && kind === 'drop_accepted' && !this.#isUnderWay(drop.thing)) drop.promise?.();
    });
    this.#trades.onAgreed = ({ agreed }) => {
      for (const thing of agreed!.got) this.#touched.delete(thing);
    };
    this.#trades.onEnd = ({ agreed }) => {
      for (const thing of agreed?.got ?? [])
        if (this.#isUnique(thing) && !this.#touched.has(thing) && !this.#isUnderWay(thing))
          this.#crew.promises.has(thing, client.serial, 'trade');
    };
    this.#client = client;
    this.#isIn = true;
  }

  /** Compares where it stands with what it was told before the kill. Null when it was told nothing. */
  judge(): Judgement | null {
    const history = this.#history;
    const { x, y } = this.#client!;
    this.#history = [{ x, y, at: performance.now() }];
    const last = history.at(-1);
    if (last === undefined) return null;
    if (this.#graceMs === Number.POSITIVE_INFINITY) return null;
    // The newest place that had to be on disk, and all that came after it, are right.
    const promised = history.findLastIndex(({ at }) => at <= this.#killedAt - this.#graceMs);
    const found = history.findLastIndex((place) => place.x === x && place.y === y);
    if (found >= 0 && found >= promised) {
      const next = history[found + 1];
      return { behindMs: next === undefined ? 0 : Math.max(0, this.#killedAt - next.at), problem: null };
    }
    const steps = Math.max(Math.abs(x - last.x), Math.abs(y - last.y));
    if (steps <= this.#ahead) return { behindMs: -1, problem: null };
    const told = history.map(
      (place) => `${place.x},${place.y} (${(this.#killedAt - place.at).toFixed(0)} ms)`,
    );
    return { behindMs: 0, problem: `${this.#name} stands at ${x},${y}; it was told ${told.join(', ')}` };
  }

  forget(): void {
    this.#history = [];
    this.#client?.close();
  }

  start(): void {
    const client = this.#client!;
    client.onAck = () => {
      this.#history.push(client.confirmed);
      if (this.#history.length > HISTORY) this.#history.shift();
    };
    this.#belongings!.open();
    this.#timer = setInterval(
      () => this.#act(),
      ((this.#isTrader ? TRADE_MS : STEP_MS) + this.#rng.between(0, 40)) * this.#crew.pace,
    );
  }

  #act(): void {
    const client = this.#client!;
    if (!client.inWorld) return;
    this.acts++;
    if (this.#isTrader && this.#rng.chance(0.8)) {
      this.#trade();
      return;
    }
    if (!this.#isTrader) client.walk(this.#rng.chance(0.7) ? client.direction : this.#rng.between(0, 7));
    if (this.#rng.chance(0.5)) this.#shuffle(client);
  }

  #trade(): void {
    const partner = this.#rng.pick(this.#crew.traders);
    const thing = this.#trades!.act(() => this.#random(), partner === this ? 0 : partner.serial);
    if (thing === 0) return;
    this.#touch(thing);
    this.#drops.push({ thing, promise: null });
  }

  /** Lifts something of its own or that lies there, and puts it into the backpack or sometimes on the ground. */
  #shuffle(client: ScriptedClient): void {
    const { backpack, lying } = this.#belongings!;
    const things = [...this.#trades!.free, ...lying];
    const thing = things[Math.floor(this.#random() * things.length)];
    if (thing === undefined) return;
    const { promises } = this.#crew;
    const touches = this.#touch(thing);
    client.lift(thing, this.#rng.between(1, 5));
    const isUnique = this.#isUnique(thing);
    const { serial, x, y, z } = client;
    if (this.#rng.chance(0.3)) {
      client.drop(thing, GROUND, x, y, z);
      this.#drops.push({ thing, promise: isUnique ? () => promises.lies(thing, touches, x, y) : null });
    } else {
      client.drop(thing, backpack, this.#rng.between(40, 100), this.#rng.between(60, 100));
      this.#drops.push({ thing, promise: isUnique ? () => promises.has(thing, serial, 'drop') : null });
    }
  }

  #isUnderWay(thing: number): boolean {
    return this.#drops.some((drop) => drop.thing === thing);
  }

  /** Gives how often the thing has been touched by anybody. */
  #touch(thing: number): number {
    this.#touched.add(thing);
    return this.#crew.promises.doubt(thing);
  }

  #isUnique(thing: number): boolean {
    const graphic = this.#belongings!.graphicOf(thing);
    return graphic !== undefined && this.#crew.isUnique(graphic);
  }

  #random(): number {
    return this.#rng.next() / 0x1_0000_0000;
  }

  /** What was confirmed longer than `graceMs` before the kill must be on disk. */
  stop(killedAt: number, graceMs: number): void {
    // Who did not get in before the shard died has heard nothing new.
    if (!this.#isIn) return;
    this.#isIn = false;
    this.#graceMs = graceMs;
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#killedAt = killedAt;
    this.#ahead = this.#client!.pendingSteps;
    this.#client!.close();
  }
}

/** Names of people have no digits. */
function nameOf(account: string): string {
  return `Bot ${account.slice(3).replaceAll(/\d/g, (digit) => 'abcdefghij'[Number(digit)]!)}x`;
}
