import { cp } from 'node:fs/promises';
import { Rng } from '@gommog/core';
import type { StoreFaults } from '@gommog/store';
import { behaviours, loadContent } from '@gommog/uo';
import { Deleter, DOOMED } from './deleter.ts';
import { amountsIn, called, goldIn } from './invariants.ts';
import { Promises } from './promises.ts';
import { makeAccounts } from './torture-accounts.ts';
import { TortureBot, type TortureCrew } from './torture-bot.ts';
import { type Death, Lives } from './torture-life.ts';
import { TortureReport } from './torture-report.ts';
import type { Fault, TortureStore } from './torture-store.ts';

export interface TortureOptions {
  readonly rounds: number;
  readonly bots: number;
  readonly seed: number;
  /** Where the world is kept, with the faults that may happen there. */
  readonly store: (rng: Rng) => TortureStore;
  /** Names of faults, taken in turn; null: as the store says. */
  readonly faults: readonly string[] | null;
  /** A bug in every round's store. */
  readonly plant: StoreFaults | null;
  /** Copies of data folders of rounds that failed begin so; null: none are kept. */
  readonly keep: string | null;
  readonly progress: (line: string) => void;
}

const DELETERS = 2;
/** More than these do no more together: a crowd makes each of their acts dearer. */
const BUSY_BOTS = 50;
/** So many rounds begin with a shard that is killed while it starts. */
const KILLED_IN_START = 0.4;
/** A run with so many violations has said what it had to say. */
const ENOUGH_VIOLATIONS = 50;
/** So many failed rounds are kept for a look. */
const KEPT_FOLDERS = 3;

/** Rounds of play and death over one store. */
export class Torture {
  readonly #options: TortureOptions;
  readonly #rng: Rng;
  readonly #promises = new Promises();
  readonly #bots: readonly TortureBot[];
  readonly #lives: Lives;
  readonly #store: TortureStore;
  readonly #report = new TortureReport();
  /** The newest round and its fault, for people who read. */
  #title = '';
  #isCutOff = false;
  #things: ReadonlyMap<number, number> | null = null;

  constructor(options: TortureOptions) {
    this.#options = options;
    this.#rng = new Rng(options.seed);
    this.#store = options.store(this.#rng);
    const { items } = loadContent({ behaviours: new Set(Object.keys(behaviours)) });
    const crew: TortureCrew = {
      rng: this.#rng,
      promises: this.#promises,
      isUnique: (graphic) => items.byGraphic(graphic)?.stackable === false,
      traders: [],
      pace: Math.max(1, options.bots / BUSY_BOTS),
    };
    this.#bots = Array.from({ length: options.bots }, (_, i) => new TortureBot(i, crew));
    this.#lives = new Lives({
      store: this.#store,
      bots: this.#bots,
      deleters: Array.from(
        { length: DELETERS },
        (_, i) => new Deleter(`bot${options.bots + i}`, this.#promises),
      ),
      rng: this.#rng,
      plant: options.plant,
      entered: (bot) => this.#judge(bot),
    });
  }

  get violations(): readonly string[] {
    return this.#report.violations;
  }

  async run(): Promise<void> {
    const { bots, faults, rounds } = this.#options;
    const turns = faults ?? this.#store.turns;
    try {
      await this.#store.start();
      // The first life makes the land and everybody's character: from then on it is known what there is.
      await makeAccounts(this.#store.place, 'bot', bots + DELETERS);
      await this.#lives.whole();
      await this.#check(performance.now(), 0);
      for (let round = 1; round <= rounds && !this.#isOver; round++) {
        const name = turns[(round - 1) % turns.length]!;
        await this.#round(round, this.#store.faults.get(name)!());
      }
      if (!this.#isOver) await this.#last();
    } catch (error) {
      if (!this.#isCutOff) throw error;
    } finally {
      await this.#lives.end();
      await this.#store.stop();
    }
  }

  /** What is left after all deaths is a shard that starts, lets everybody in, and stops. */
  async #last(): Promise<void> {
    this.#title = 'after the last round';
    await this.#lives.whole().catch((error: Error) => {
      if (!this.#isCutOff) this.#violated(error.message);
    });
  }

  /** Ends the run before its time, in the middle of a round, which then does not count. */
  cutOff(): void {
    this.#isCutOff = true;
    void this.#lives.end();
  }

  get #isOver(): boolean {
    return this.#isCutOff || this.violations.length >= ENOUGH_VIOLATIONS;
  }

  async #round(round: number, fault: Fault): Promise<void> {
    const { rounds, seed } = this.#options;
    this.#title = `round ${round} of ${rounds}, seed ${seed} (${fault.name})`;
    const before = this.violations.length;
    try {
      const reason = (await fault.before?.()) ?? null;
      if (reason !== null) return this.#report.note(`${fault.name} was left out: ${reason}`);
      if (this.#rng.chance(KILLED_IN_START)) await this.#die(fault, this.#lives.inStart(fault));
      await this.#die(fault, this.#lives.until(fault));
    } catch (error) {
      // A world that does not open again is what a broken promise looks like, too.
      if (!this.#isCutOff) this.#violated((error as Error).message);
      for (const bot of this.#bots) bot.stop(performance.now(), fault.graceMs);
    } finally {
      await fault.undo?.();
    }
    if (this.#isCutOff) return;
    this.#report.rounds++;
    this.#report.fault(fault.name);
    this.#report.acts = this.#bots.reduce((sum, { acts }) => sum + acts, 0);
    this.#report.trades = this.#bots.reduce((sum, { tradesDone }) => sum + tradesDone, 0) / 2;
    if (this.violations.length > before) await this.#keep(round);
    this.#options.progress(this.#report.progress(this.#title, this.#promises.kept));
  }

  /** Sees a life to its end, and then to what is left of it. */
  async #die(fault: Fault, life: Promise<Death>): Promise<void> {
    const { isLate, killedAt, moment, withheldMs } = await life;
    if (this.#isCutOff) return;
    if (isLate) this.#report.late++;
    this.#report.killed(moment);
    const graceMs = fault.graceMs + withheldMs;
    this.#report.withheldMs.push(withheldMs);
    for (const bot of this.#bots) bot.stop(killedAt, graceMs);
    const violation = (await fault.after?.()) ?? null;
    if (violation !== null) this.#violated(violation);
    await this.#check(killedAt, graceMs);
  }

  #judge(bot: TortureBot): void {
    const { places } = this.#report;
    const place = bot.judge();
    if (place === null) return;
    places.checked++;
    if (place.problem !== null) this.#violated(`acked, and had time to be saved: ${place.problem}`);
    if (place.behindMs < 0) places.ahead++;
    places.behindMs = Math.max(places.behindMs, place.behindMs);
  }

  /** The world as it is saved after a kill: whole, with as much of everything as ever, and all that was promised. */
  async #check(killedAt: number, graceMs: number): Promise<void> {
    const { problems, world } = await this.#store.read();
    const doomed = called(world, DOOMED);
    const gold = goldIn(world, doomed);
    const before = this.#report.gold;
    for (const problem of problems.slice(0, 20)) this.#violated(`one parent, no cycles: ${problem}`);
    if (before >= 0 && gold !== before) this.#violated(`sum of gold: ${before} has become ${gold}`);
    const things = amountsIn(world, doomed);
    for (const [template, count] of this.#things ?? []) {
      const now = things.get(template) ?? 0;
      if (now !== count)
        this.#violated(`multiset of items: of template ${template} there were ${count}, there are ${now}`);
    }
    for (const problem of this.#promises.broken(world, killedAt, graceMs)) this.#violated(problem);
    this.#report.gold = gold;
    this.#things ??= things;
    this.#report.templates = this.#things.size;
  }

  #violated(what: string): void {
    this.#report.violations.push(`${this.#title}: ${what}`);
    this.#options.progress(`VIOLATION ${this.#title}: ${what}`);
  }

  async #keep(round: number): Promise<void> {
    const { keep } = this.#options;
    const { keptFolders } = this.#report;
    if (keep === null || keptFolders.length >= KEPT_FOLDERS) return;
    const folder = `${keep}-round-${round}`;
    await cp(this.#store.place.dir, folder, { recursive: true });
    keptFolders.push(folder);
  }

  summary(): string {
    const { bots, plant, seed } = this.#options;
    const lines = this.#report.summary(bots, seed, this.#store.graceMs, this.#promises.kept);
    const planted = plant === null ? '' : `planted: ${JSON.stringify(plant)}\n`;
    return `${this.#isCutOff ? 'cut off before its end\n' : ''}${planted}${lines}`;
  }
}
