import type { SwarmSummary as ClassicSummary } from '@gommog/classic/bots';
import { runGommog } from '@gommog/testkit';
import type { SwarmSummary as UoSummary } from '@gommog/uo/bots';

/** What the bots of any game count. */
export interface Counts {
  /** What they asked for and got, and what they did not. */
  readonly steps: number;
  readonly denied: number;
  /** Moves of others that they were shown. */
  readonly moves: number;
  readonly ackMs: { readonly p50: number; readonly p95: number; readonly p99: number };
}

/** What is special in measuring a game. */
interface Measured {
  /** Makes what the bots need in a folder with a fresh world. */
  prepare(data: string, bots: number): Promise<void>;
  /** Reads the summary of its bots. */
  counts(summary: unknown): Counts;
  /** What `gommog bots` is told besides. */
  readonly botOptions: readonly string[];
}

/** Bots are staff: that lets them spread over the land by themselves. */
const ACCESS = 'gamemaster';

export const games = {
  uo: {
    botOptions: ['--staff'],
    async prepare(data, bots) {
      await runGommog(
        'account',
        'create',
        'bot',
        '--count',
        String(bots),
        '--access',
        ACCESS,
        '--data',
        data,
      );
    },
    counts(summary) {
      const { ackMs, movesDelivered, stepsAccepted, stepsDenied } = summary as UoSummary;
      return { steps: stepsAccepted, denied: stepsDenied, moves: movesDelivered, ackMs };
    },
  },
  classic: {
    botOptions: [],
    async prepare() {
      // Whoever comes in is made then.
    },
    counts(summary) {
      const { acts, movesDelivered, putBack, seenMs } = summary as ClassicSummary;
      return { steps: acts - putBack, denied: putBack, moves: movesDelivered, ackMs: seenMs };
    },
  },
} as const satisfies Readonly<Record<string, Measured>>;

export type GameName = keyof typeof games;
