import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import { WebSocket } from 'ws';
import { COOKIE } from './guard.ts';
import { headersOf, type Login, login, openApi, type TestApi } from './testing/test-api.ts';

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

/** What happens to a socket next: the code that it is closed with, or `told` when it hears something more. */
function ending(socket: WebSocket): Promise<number | 'told'> {
  return new Promise((resolve) => {
    socket.once('close', resolve);
    socket.once('message', () => resolve('told'));
  });
}

/** How somebody with an open page stops being staff. */
const ends: Readonly<Record<string, (opened: TestApi, own: Login) => unknown>> = {
  'is demoted or banned': ({ administration }) => administration.demoted.add(1),
  'logs out': ({ server }, own) =>
    server.inject({ method: 'POST', url: '/api/logout', headers: headersOf(own) }),
  'has had their twelve hours': (opened) => {
    opened.time += 12 * 3_600_000;
  },
  'gets a new password': async (opened) => {
    const headers = headersOf(await login(opened, 'owner'));
    await opened.server.inject({ method: 'POST', url: '/api/accounts/1/password', headers });
  },
};

for (const [how, end] of Object.entries(ends)) {
  test(`who ${how} is told nothing more, and cut off with the next second; others go on`, async () => {
    const opened = await openApi();
    const own = await login(opened, 'counselor');
    const other = await login(opened, 'gamemaster');
    const watched = await watch(opened, { cookie: `${COOKIE}=${own.cookie}` });
    const stays = await watch(opened, { cookie: `${COOKIE}=${other.cookie}` });
    await watched.next();
    const outcome = ending(watched.socket);
    await end(opened, own);
    if (how === 'has had their twelve hours') opened.world.second();
    else assert.equal((await stays.next())['at'], 1_000);
    assert.equal(await outcome, 4401);
    await opened.server.close();
  });
}

test('how far works are is told to administrators who ask, and to nobody else', async () => {
  const opened = await openApi();
  const heard = async (role: 'gamemaster' | 'administrator') => {
    const { cookie } = await login(opened, role);
    const watched = await watch(opened, { cookie: `${COOKIE}=${cookie}` });
    watched.socket.send('{"people":true,"jobs":true}');
    let told = await watched.next();
    for (let i = 0; i < 50 && told['people'] === undefined; i++) told = await watched.next();
    return told;
  };
  assert.deepEqual(
    ((await heard('administrator'))['jobs'] as { id: number }[]).map(({ id }) => id),
    [3],
  );
  const master = await heard('gamemaster');
  assert.deepEqual([master['people'], master['jobs']], [[], undefined]);
  await opened.server.close();
});

test('a token that is revoked is cut off, too', async () => {
  const opened = await openApi();
  const headers = headersOf(await login(opened, 'owner'));
  const payload = { name: 'tool', role: 'counselor' };
  const made = await opened.server.inject({ method: 'POST', url: '/api/tokens', headers, payload });
  const { id, secret } = made.json<{ id: string; secret: string }>();
  const watched = await watch(opened, { authorization: `Bearer ${secret}` });
  await watched.next();
  await opened.server.inject({ method: 'DELETE', url: `/api/tokens/${id}`, headers });
  const outcome = ending(watched.socket);
  opened.world.second();
  assert.equal(await outcome, 4401);
  await opened.server.close();
});

test('nonsense ends the socket', async () => {
  const opened = await openApi();
  const { cookie } = await login(opened, 'counselor');
  const talker = await watch(opened, { cookie: `${COOKIE}=${cookie}` });
  const nonsense = once(talker.socket, 'close');
  talker.socket.send('give me everything');
  assert.equal((await nonsense)[0], 1008);
  await opened.server.close();
});
