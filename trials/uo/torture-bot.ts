import type { Rng } from '@gommog/core';
import { connectTcp } from '@gommog/net';
import { Belongings, ScriptedClient } from '@gommog/uo/bots';

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
/** What was confirmed longer ago than this must be on disk. */
const PROMISE_MS = 100;
/** Places that are remembered: more than anybody walks within what counts. */
const HISTORY = 16;

/** A bot that walks, shuffles its things, and remembers what the server promised it. */
export class TortureBot {
  readonly #name: string;
  readonly #rng: Rng;
  #client: ScriptedClient | null = null;
  #belongings: Belongings | null = null;
  #history: Place[] = [];
  /** Steps that were unanswered at the kill. */
  #ahead = 0;
  #killedAt = 0;
  #timer: NodeJS.Timeout | null = null;
  acts = 0;

  constructor(index: number, rng: Rng) {
    this.#name = `bot${index}`;
    this.#rng = rng;
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
    await client.login(0, { name: nameOf(this.#name) });
    this.#client = client;
  }

  /** Compares where it stands with what it was told before the kill. Null when it was told nothing. */
  judge(): Judgement | null {
    const history = this.#history;
    const { x, y } = this.#client!;
    this.#history = [{ x, y, at: performance.now() }];
    const last = history.at(-1);
    if (last === undefined) return null;
    // The newest place that had to be on disk, and all that came after it, are right.
    const promised = history.findLastIndex(({ at }) => at <= this.#killedAt - PROMISE_MS);
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
    this.#timer = setInterval(() => this.#act(), STEP_MS + this.#rng.between(0, 40));
  }

  #act(): void {
    const client = this.#client!;
    if (!client.inWorld) return;
    this.acts++;
    client.walk(this.#rng.chance(0.7) ? client.direction : this.#rng.between(0, 7));
    if (this.#rng.chance(0.5)) this.#belongings!.shuffle(() => this.#rng.next() / 0x1_0000_0000);
  }

  stop(killedAt: number): void {
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
