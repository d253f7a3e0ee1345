import { connectTcp } from '@gommog/net';
import { runSwarm, type Scenario, scenarios } from '@gommog/uo/bots';
import type { Bots } from '../game-module.ts';

const STEP_MS = 400;
const VERSION = '7.0.102.3';

export const uoBots: Bots = {
  scenarios,
  defaultPort: 2593,
  run: ({ scenario, stepMs, version, ...options }) =>
    runSwarm({
      ...options,
      connect: connectTcp,
      scenario: scenario as Scenario,
      stepMs: stepMs ?? STEP_MS,
      version: version ?? VERSION,
    }),
};
