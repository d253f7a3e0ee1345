import type { Connect } from '@gommog/bots';
import { connectTcp, connectWebSocket } from '@gommog/net';
import { runSwarm, type Scenario, scenarios } from '@gommog/uo/bots';
import type { Bots } from '../game-module.ts';
import { SOCKET_PATH } from './pages/socket.ts';

const STEP_MS = 400;
const VERSION = '7.0.102.3';
const UO_PORT = 2593;
const HTTP_PORT = 8080;

const connectWeb: Connect = (host, port, receiver) =>
  connectWebSocket(`ws://${host}:${port}${SOCKET_PATH}`, receiver);

export const uoBots: Bots = {
  scenarios,
  defaultPort: UO_PORT,
  clients: { web: HTTP_PORT },
  mayBeStaff: true,
  run: ({ client, scenario, stepMs, version, ...options }) =>
    runSwarm({
      ...options,
      client: client === 'web' ? 'web' : 'uo',
      connect: client === 'web' ? connectWeb : connectTcp,
      scenario: scenario as Scenario,
      stepMs: stepMs ?? STEP_MS,
      version: version ?? VERSION,
    }),
};
