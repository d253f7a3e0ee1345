import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { hasRole, type Job, type LiveSecond, liveWish } from '@gommog/staff-api';
import type { FastifyInstance } from 'fastify';
import { type WebSocket, WebSocketServer } from 'ws';
import { isOurs } from '../http/origin.ts';
import { parsedJson } from '../parsed-json.ts';
import type { ApiContext } from './api.ts';
import { type Asker, askerOf, COOKIE } from './guard.ts';
import type { Routes } from './routes/routes.ts';
import { problem, refusals } from './routes/routes.ts';

export const LIVE_PATH = '/api/live';

const MOST = 50;
const MOST_MESSAGE_BYTES = 1_024;
/** A page that takes less than this is not sent more until it does. */
const MOST_WAITING_BYTES = 262_144;
/** Closing codes of our own: see RFC 6455, 7.4.2. */
const RIGHTS_LOST = 4401;

/** A job is told so long after its end, in milliseconds. */
const TOLD_AFTER_END_MS = 15_000;

interface Watcher {
  readonly socket: WebSocket;
  readonly asker: () => Asker | null;
  people: boolean;
  jobs: boolean;
}

/** For the description: browsers come here with an upgrade, which is no route. */
export const liveRoutes: Routes = (server) => {
  server.get(
    '/live',
    {
      config: { needs: 'counselor' },
      schema: {
        summary:
          'A WebSocket. Each second it tells {at, tick, figures, alerts}; people as well after it was sent {"people": true}, and to administrators after {"jobs": true} the backups and restores that run or have just ended.',
        response: { ...refusals, 426: problem },
      },
    },
    async (_, reply) => reply.code(426).header('upgrade', 'websocket').send({ error: 'a WebSocket is here' }),
  );
};

/** Pushes what happens to the pages of staff, each second. Rights are looked up anew each time. */
export function serveLive(server: FastifyInstance, context: ApiContext): void {
  const { administration, operations, status } = context;
  // A page that is only open must not keep a session from its end.
  const looking = { ...context, sessions: { find: (id: string) => context.sessions.peek(id) } };
  const watchers = new Set<Watcher>();
  const upgrader = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: MOST_MESSAGE_BYTES,
  });

  server.server.on('upgrade', (request: IncomingMessage, stream: Socket, head: Buffer) => {
    if (request.url?.split('?', 1)[0] !== LIVE_PATH) return;
    stream.setTimeout(0);
    const { authorization, cookie = '', host, origin } = request.headers;
    const asker = (): Asker | null =>
      askerOf(looking, authorization, server.parseCookie(cookie)[COOKIE] ?? '');
    if (origin !== undefined && !isOurs(origin, host, [])) return refuse(stream, '403 Forbidden');
    if (asker() === null) return refuse(stream, '401 Unauthorized');
    if (watchers.size >= MOST) return refuse(stream, '503 Service Unavailable');
    upgrader.handleUpgrade(request, stream, head, (socket) => {
      const watcher: Watcher = { socket, asker, people: false, jobs: false };
      watchers.add(watcher);
      socket.on('error', () => socket.terminate());
      socket.on('close', () => watchers.delete(watcher));
      socket.on('message', (data) => {
        const wished = liveWish.safeParse(parsedJson(String(data)));
        if (wished.success) Object.assign(watcher, wished.data);
        else socket.close(1008);
      });
    });
  });

  const stop = operations.onSecond((at) => {
    if (watchers.size === 0) return;
    const common: LiveSecond = {
      at,
      tick: status().games[0]?.tick ?? 0,
      figures: operations.figures.newest,
      alerts: operations.alerts.open,
    };
    const people = once(() => [...administration.people()]);
    const jobs = once(() => operations.backups.jobs().filter((job) => isTold(job, at)));
    const texts = new Map<string, string>();
    for (const { asker, jobs: wantsJobs, people: wantsPeople, socket } of watchers) {
      const who = asker();
      if (who === null) socket.close(RIGHTS_LOST);
      else if (socket.bufferedAmount < MOST_WAITING_BYTES) {
        const hearsJobs = wantsJobs && hasRole(who.role, 'administrator');
        const key = `${wantsPeople} ${hearsJobs}`;
        const text =
          texts.get(key) ??
          JSON.stringify({
            ...common,
            ...(wantsPeople ? { people: people() } : {}),
            ...(hearsJobs ? { jobs: jobs() } : {}),
          } satisfies LiveSecond);
        texts.set(key, text);
        socket.send(text);
      }
    }
  });
  server.addHook('preClose', async () => {
    stop();
    for (const { socket } of watchers) socket.terminate();
  });
}

function refuse(stream: Socket, status: string): void {
  stream.on('error', () => {});
  stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

function isTold({ endedAt }: Job, at: number): boolean {
  return endedAt === null || at - endedAt < TOLD_AFTER_END_MS;
}

/** Makes a value when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
