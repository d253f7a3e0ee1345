import { runSwarm, type Scenario, scenarios, usualStepMs } from '@gommog/classic/bots';
import { connectTcp } from '@gommog/net';
import type { Bots } from '../game-module.ts';

export const classicBots: Bots = {
  scenarios,
  defaultPort: 25_565,
  run: ({ isStaff: _, scenario, stepMs, version: __, ...options }) =>
    runSwarm({
      ...options,
      connect: connectTcp,
      scenario: scenario as Scenario,
      stepMs: stepMs ?? usualStepMs[scenario as Scenario],
    }),
};
