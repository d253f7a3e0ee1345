import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import { WebSocket } from 'ws';
import { COOKIE } from './guard.ts';
import { login, openApi, type TestApi } from './testing/test-api.ts';

/** A socket to the live figures; `code` of the answer when it is refused. */
async function watch(opened: TestApi, headers: Record<string, string>) {
  if (!opened.server.server.listening) await opened.server.listen({ port: 0, host: '127.0.0.1' });
  const { port } = opened.server.server.address() as { port: number };
  const socket = new WebSocket(`ws://127.0.0.1:${port}/api/live`, { headers });
  const code = await new Promise<number>((resolve) => {
    socket.once('open', () => resolve(101));
    socket.once('unexpected-response', (_, answer) => resolve(answer.statusCode ?? 0));
    socket.on('error', () => {});
  });
  const next = async () => {
    const heard = once(socket, 'message');
    opened.world.second();
    return JSON.parse(String((await heard)[0])) as Record<string, unknown>;
  };
  return { socket, code, next, origin: `http://127.0.0.1:${port}` };
}

test('live figures are for staff, from our own pages only', async () => {
  const opened = await openApi();
  const { cookie } = await login(opened, 'counselor');
  const mine = { cookie: `${COOKIE}=${cookie}` };
  assert.equal((await watch(opened, {})).code, 401);
  assert.equal((await watch(opened, { cookie: `${COOKIE}=wrong` })).code, 401);
  assert.equal((await watch(opened, { ...mine, origin: 'https://evil.example' })).code, 403);
  const { code, next, origin, socket } = await watch(opened, mine);
  assert.equal(code, 101);
  assert.equal((await watch(opened, { ...mine, origin })).code, 101);
  const first = await next();
  assert.deepEqual([first['at'], first['people']], [1_000, undefined]);
  assert.equal((first['figures'] as { players: number }).players, 3);
  socket.send('{"people":true}');
  let later = await next();
  for (let i = 0; i < 50 && later['people'] === undefined; i++) later = await next();
  assert.deepEqual(later['people'], []);
  await opened.server.close();
});

test('who loses the rights is cut off with the next second, and nonsense ends the socket', async () => {
  const opened = await openApi();
  const { cookie } = await login(opened, 'counselor');
  const mine = { cookie: `${COOKIE}=${cookie}` };
  const watched = await watch(opened, mine);
  const talker = await watch(opened, mine);
  const nonsense = once(talker.socket, 'close');
  talker.socket.send('give me everything');
  assert.equal((await nonsense)[0], 1008);
  const closed = once(watched.socket, 'close');
  opened.administration.demoted.add(1);
  opened.world.second();
  assert.equal((await closed)[0], 4401);
  await opened.server.close();
});
