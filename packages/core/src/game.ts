import type { Link, LinkReceiver } from './link.ts';
import type { Recorder } from './simulation.ts';
import type { World } from './world.ts';

/**
 * How far durability lags. `high`: begin to do less. `critical`: refuse what a player would be promised as final (trade, sale, bank),
 * and tell the operator.
 */
export type Pressure = 'none' | 'high' | 'critical';

/** What a host runs. Everything a game is stays behind it: `Intent` is plain data that only the game reads. */
export interface Game<Intent = unknown> {
  readonly name: string;
  readonly world: World;
  /** Someone connected. Null refuses. */
  accept(link: Link): LinkReceiver | null;
  /** Queues a wish for the next step: a replay comes in by this door. */
  offer(intent: Intent): void;
  /** Takes down every step from now on; null for nobody. */
  recorder: Recorder<Intent> | null;
  /** True when intents wait for a step. */
  readonly hasWork: boolean;
  /** Called by the game when work arrives while it had none. */
  onWork: (() => void) | null;
  /** World time at which a step is due even without work; Infinity when none is. */
  nextDueMs(): number;
  /** One step at a world time. Afterwards the host takes the commit and calls `present`. */
  step(nowMs: number): void;
  readonly tick: number;
  /**
   * Sends the people concerned what the last step was for them. `sequence` is that of the newest commit record: what was
   * promised in this step is final once the log is durable up to it.
   */
  present(sequence: number): void;
  /** Sends everybody what they see of others since the last flush; one write for each link. */
  flushViews(): void;
  /** True when `flushViews` has something to send. */
  readonly hasViews: boolean;
  /** The commit log is durable up to this sequence. */
  onDurable(sequence: number): void;
  /** How far durability lags has changed. What promises nothing, such as walking, goes on under any pressure. */
  onPressure(pressure: Pressure): void;
  /** Ends all sessions with a word to the players; their characters stay as they are. */
  closeSessions(reason: string): void;
  /** Values for metrics and the health page. */
  gauges(): Readonly<Record<string, number>>;
}
