import type { Kept } from './promises.ts';
import type { Moment } from './torture-life.ts';

/** What a run has come to, counted as it goes on. */
export class TortureReport {
  readonly #startedAt = performance.now();
  readonly #faults = new Map<string, number>();
  readonly #moments = new Map<Moment, number>();
  readonly #notes = new Set<string>();
  readonly violations: string[] = [];
  /** Folders that were kept for a look. */
  readonly keptFolders: string[] = [];
  readonly places = { checked: 0, ahead: 0, behindMs: 0 };
  rounds = 0;
  /** For each death: how long the machine gave the shard no processor in the second before. */
  readonly withheldMs: number[] = [];
  /** Lives in which somebody could not come in within his time. */
  late = 0;
  /** Of all bots: what they did, and trades that both sides were told of. */
  acts = 0;
  trades = 0;
  gold = -1;
  templates = 0;

  fault(name: string): void {
    this.#faults.set(name, (this.#faults.get(name) ?? 0) + 1);
  }

  killed(moment: Moment): void {
    this.#moments.set(moment, (this.#moments.get(moment) ?? 0) + 1);
  }

  note(text: string): void {
    this.#notes.add(text);
  }

  get kills(): number {
    return [...this.#moments.values()].reduce((sum, count) => sum + count, 0);
  }

  /** One line for those who watch. */
  progress(title: string, kept: Kept): string {
    const { trade, drop, deletion } = kept;
    return (
      `${title}: ${this.kills} kills, ${this.acts} acts, ${this.trades} trades; kept ${trade} traded, ${drop} dropped, ` +
      `${deletion} deleted, ${this.places.checked} places; ${this.violations.length} violations; ${this.#seconds} s`
    );
  }

  summary(bots: number, seed: number, graceMs: number, kept: Kept): string {
    const { ahead, behindMs, checked } = this.places;
    const moments = new Map([...this.#moments].sort());
    const atRandom = this.kills - (moments.get('point') ?? 0);
    const where = [...moments].map(([moment, count]) => `${moment} ${count}`).join(', ');
    return [
      `${this.rounds} rounds, ${bots} bots, seed ${seed}, ${this.#seconds} s; ${this.acts} acts`,
      `${this.kills} kills, ${atRandom} of them at moments of chance: ${where}`,
      `faults: ${[...this.#faults].map(([name, count]) => `${name} ${count}`).join(', ')}`,
      ...this.#notes,
      ...(this.late === 0 ? [] : [`in ${this.late} lives somebody got no answer to his login in time`]),
      `acked-as-final is there: ${kept.trade} things of ${this.trades} trades, ${kept.deletion} deletions`,
      this.#grace(graceMs),
      `older than that is there: ${kept.drop} drops; ${checked} places, the oldest ${behindMs.toFixed(0)} ms old, ${ahead} ahead`,
      `sum of gold: ${this.gold}; multiset of items: ${this.templates} kinds; one parent, no cycles; serials unique`,
      ...this.keptFolders.map((folder) => `kept for a look: ${folder}`),
      `${this.violations.length} violations`,
    ].join('\n');
  }

  /** The promise in time, and how far the machine was from giving it. */
  #grace(graceMs: number): string {
    const sorted = [...this.withheldMs].sort((a, b) => a - b);
    const [median, most] = [sorted[sorted.length >> 1] ?? 0, sorted.at(-1) ?? 0];
    return `grace: ${graceMs} ms, and what the machine gave to others in the last second: half the time ${median.toFixed(0)} ms or less, at most ${most.toFixed(0)} ms`;
  }

  get #seconds(): string {
    return ((performance.now() - this.#startedAt) / 1000).toFixed(0);
  }
}
