import { Rng } from '@gommog/core';
import type { StoreFaults } from '@gommog/store';
import { runGommog, ShardProcess } from '@gommog/testkit';
import { behaviours, loadContent } from '@gommog/uo';
import { Deleter, DOOMED } from './deleter.ts';
import { type FullDisk, fullDisk } from './full-disk.ts';
import { amountsIn, called, goldIn } from './invariants.ts';
import { Promises } from './promises.ts';
import { readSavedWorld } from './saved-world.ts';
import { TortureBot, type TortureCrew } from './torture-bot.ts';
import { type Fault, faultsBy, flipBit, SMALL, tearTail } from './torture-faults.ts';

export interface TortureOptions {
  readonly data: string;
  readonly rounds: number;
  readonly bots: number;
  readonly seed: number;
  readonly longestStopMs: number;
  /** Names of faults, taken in turn. */
  readonly faults: readonly string[];
  /** A bug in every round's store. */
  readonly plant: StoreFaults | null;
  readonly progress: (line: string) => void;
}

/** A round is killed between these, in milliseconds after all bots are in. */
const KILL_AFTER_MS = [500, 4_000] as const;
/** A store that kills its process by itself gets so long to come to that point. */
const CRASH_WITHIN_MS = 15_000;
/** How late the death of a shard that kills itself may be noticed. */
const NOTICE_MS = 100;
/** Logins at a time. */
const RAMP = 20;
const DELETERS = 2;

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Rounds of play and death over one data folder. */
export class Torture {
  readonly #options: TortureOptions;
  readonly #rng: Rng;
  readonly #promises = new Promises();
  readonly #bots: readonly TortureBot[];
  readonly #deleters: readonly Deleter[];
  readonly violations: string[] = [];
  readonly #places = { checked: 0, ahead: 0, behindMs: 0 };
  readonly #faults = new Map<string, number>();
  readonly #notes: string[] = [];
  /** The newest round and its fault, for people who read. */
  #last = '';
  #gold = -1;
  #things: ReadonlyMap<number, number> | null = null;

  constructor(options: TortureOptions) {
    this.#options = options;
    this.#rng = new Rng(options.seed);
    const { items } = loadContent({ behaviours: new Set(Object.keys(behaviours)) });
    const crew: TortureCrew = {
      rng: this.#rng,
      promises: this.#promises,
      isUnique: (graphic) => items.byGraphic(graphic)?.stackable === false,
      traders: [],
    };
    this.#bots = Array.from({ length: options.bots }, (_, i) => new TortureBot(i, crew));
    this.#deleters = Array.from(
      { length: DELETERS },
      (_, i) => new Deleter(`bot${options.bots + i}`, this.#promises),
    );
  }

  async run(): Promise<void> {
    const { bots, data, faults, longestStopMs, rounds } = this.#options;
    await (await this.#start(null)).stop();
    await runGommog('account', 'create', 'bot', '--count', String(bots + DELETERS), '--data', data);
    // Everybody is made and saved before the first kill: from then on it is known what there is.
    const first = await this.#start(null);
    await this.#login(first);
    await first.stop();
    await this.#check(0, performance.now(), 0);
    for (const bot of this.#bots) bot.forget();
    const makers = faultsBy(this.#rng, longestStopMs);
    for (let round = 1; round <= rounds && this.violations.length < 50; round++) {
      const fault = makers.get(faults[(round - 1) % faults.length]!)!();
      this.#faults.set(fault.name, (this.#faults.get(fault.name) ?? 0) + 1);
      await this.#round(round, fault);
      this.#last = `round ${round} (${fault.name})`;
    }
    if (this.violations.length > 0) return;
    const last = await this.#start(null);
    await this.#login(last);
    for (const bot of this.#bots) bot.stop(performance.now(), 0);
    await last.stop();
  }

  #start(fault: Fault | null): Promise<ShardProcess> {
    const { data, plant } = this.#options;
    const faults = fault === null ? {} : { ...fault.store, ...plant };
    const store = { ...SMALL, ...(Object.keys(faults).length === 0 ? {} : { faults }) };
    return ShardProcess.start({
      data,
      env: { GOMMOG_LOG_LEVEL: 'error', GMG_TEST_STORE: JSON.stringify(store) },
    });
  }

  async #round(round: number, fault: Fault): Promise<void> {
    const disk = fault.full ? await fullDisk(this.#options.data) : null;
    if (fault.full && disk === null) {
      this.#notes.push('full: no file system could be mounted, left out');
      return;
    }
    try {
      const killedAt = await this.#play(fault, disk);
      for (const bot of this.#bots) bot.stop(killedAt, fault.graceMs);
      await disk?.empty();
      await this.#hurtLog(round, fault);
      await this.#check(round, killedAt, fault.graceMs);
    } catch (error) {
      // A world that does not open again is what a broken promise looks like, too.
      this.violations.push(`round ${round} (${fault.name}): ${(error as Error).message}`);
      for (const bot of this.#bots) bot.stop(performance.now(), fault.graceMs);
    } finally {
      await disk?.remove();
    }
    const acts = this.#bots.reduce((sum, bot) => sum + bot.acts, 0);
    this.#options.progress(
      `round ${round} (${fault.name}): ${acts} acts, ${this.#trades} trades, ${JSON.stringify(this.#promises.kept)} ` +
        `promises kept so far, ${this.#gold} gold, ${this.violations.length} violations`,
    );
  }

  get #trades(): number {
    return this.#bots.reduce((sum, { tradesDone }) => sum + tradesDone, 0) / 2;
  }

  /** One life of the shard. Gives when it died, in milliseconds. */
  async #play(fault: Fault, disk: FullDisk | null): Promise<number> {
    const shard = await this.#start(fault);
    // A store that kills itself may do so before everybody is in.
    const isIn = await this.#login(shard).then(
      () => true,
      () => false,
    );
    if (isIn) {
      for (const bot of this.#bots) bot.start();
      for (const deleter of this.#deleters) void deleter.run(shard.port('uo'));
    } else if (shard.isRunning) await sleep(NOTICE_MS * 5);
    const crashes = fault.store?.crash !== undefined;
    if (crashes) {
      await Promise.race([shard.ended, sleep(CRASH_WITHIN_MS)]);
    } else {
      if (!shard.isRunning) throw new Error(`the shard ended by itself:\n${shard.log}`);
      await sleep(this.#rng.between(...KILL_AFTER_MS));
      if (fault.stopMs !== undefined) {
        process.kill(shard.pid, 'SIGSTOP');
        await sleep(fault.stopMs);
        process.kill(shard.pid, 'SIGCONT');
        await sleep(this.#rng.between(...KILL_AFTER_MS));
      }
      if (disk !== null) {
        await disk.fill();
        await sleep(this.#rng.between(...KILL_AFTER_MS));
        // Half of the time it dies with the disk full.
        if (this.#rng.chance(0.5)) {
          await disk.empty();
          await sleep(this.#rng.between(...KILL_AFTER_MS));
        }
      }
    }
    const killedAt = performance.now() - (crashes ? NOTICE_MS : 0);
    await shard.kill9();
    return killedAt;
  }

  async #login(shard: ShardProcess): Promise<void> {
    const waiting = [...this.#bots];
    const worker = async (): Promise<void> => {
      for (let bot = waiting.pop(); bot !== undefined; bot = waiting.pop()) {
        await bot.login(shard.port('uo'));
        const place = bot.judge();
        if (place === null) continue;
        this.#places.checked++;
        if (place.problem !== null)
          this.violations.push(`after ${this.#last}: acked, and had time to be saved: ${place.problem}`);
        if (place.behindMs < 0) this.#places.ahead++;
        this.#places.behindMs = Math.max(this.#places.behindMs, place.behindMs);
      }
    };
    await Promise.all(Array.from({ length: RAMP }, worker));
  }

  async #hurtLog(round: number, fault: Fault): Promise<void> {
    const { data } = this.#options;
    if (fault.log === 'torn') await tearTail(data, this.#rng);
    if (fault.log !== 'flip') return;
    const flipped = await flipBit(data, this.#rng);
    if (flipped === null)
      return void this.#notes.push(`round ${round}: no log long enough for a flipped bit`);
    const refusal = await readSavedWorld(data).then(
      () => 'it was opened',
      (error: Error & { code?: string }) => `${error.code}: ${error.message}`,
    );
    await flipped.undo();
    const name = flipped.file.slice(flipped.file.lastIndexOf('/') + 1);
    if (!refusal.includes('GMG_STORE_CORRUPT') || !refusal.includes(name))
      this.violations.push(
        `round ${round}: a bit of ${name} was flipped and not refused by name: ${refusal}`,
      );
  }

  /** The world as it is on disk after a kill: whole, with as much of everything as ever, and all that was promised. */
  async #check(round: number, killedAt: number, graceMs: number): Promise<void> {
    const { problems, world } = await readSavedWorld(this.#options.data);
    const doomed = called(world, DOOMED);
    const gold = goldIn(world, doomed);
    const tell = (problem: string): void => void this.violations.push(`round ${round}: ${problem}`);
    for (const problem of problems.slice(0, 20)) tell(`one parent, no cycles: ${problem}`);
    if (this.#gold >= 0 && gold !== this.#gold) tell(`sum of gold: ${this.#gold} has become ${gold}`);
    const things = amountsIn(world, doomed);
    for (const [template, count] of this.#things ?? []) {
      const now = things.get(template) ?? 0;
      if (now !== count)
        tell(`multiset of items: of template ${template} there were ${count}, there are ${now}`);
    }
    for (const problem of this.#promises.broken(world, killedAt, graceMs)) tell(problem);
    this.#gold = gold;
    this.#things ??= things;
  }

  summary(): string {
    const { bots, plant } = this.#options;
    const { ahead, behindMs, checked } = this.#places;
    const { deletion, drop, trade } = this.#promises.kept;
    const faults = [...this.#faults].map(([name, count]) => `${name} ${count}`).join(', ');
    return [
      `faults: ${faults}${plant === null ? '' : `; planted: ${JSON.stringify(plant)}`}`,
      ...this.#notes,
      `acked-as-final is there: ${trade} things of ${this.#trades} trades, ${deletion} deletions`,
      `older than 100 ms is there: ${drop} drops; ${checked} places, the oldest ${behindMs.toFixed(0)} ms old, ${ahead} ahead`,
      `sum of gold: ${this.#gold}; multiset of items: ${this.#things?.size ?? 0} kinds; one parent, no cycles; serials unique`,
      `${bots} bots, ${this.violations.length} violations`,
    ].join('\n');
  }
}
