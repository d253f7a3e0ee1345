import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { headersOf, login, openApi } from './testing/test-api.ts';

test('a login of staff is told to webhooks, without a password', async () => {
  const opened = await openApi();
  await login(opened, 'gamemaster');
  const [told] = opened.world.told;
  const { event, name, shard } = JSON.parse(told!.body);
  assert.deepEqual([event, name, shard], ['staff-login', 'gamemaster', 'test']);
});

test('figures, log and audit log are read with filters', async () => {
  const opened = await openApi();
  const headers = headersOf(await login(opened, 'owner'));
  const get = async (url: string) => (await opened.server.inject({ url, headers })).json();
  opened.world.second();
  const { figures, series } = await get('/api/figures?names=players,nonsense');
  assert.deepEqual([figures.length, series], [1, { players: [3] }]);

  for (const [level, msg] of [
    [30, 'hello'],
    [50, 'disk broke'],
  ] as const)
    opened.world.lines.write(JSON.stringify({ level, time: 1, msg, token: 'abc', error: { secret: 's3' } }));
  const lines = await get('/api/logs?level=warn');
  assert.deepEqual(
    lines.map(({ text }: { text: string }) => text),
    ['disk broke'],
  );
  assert.deepEqual(lines[0].details, { token: '(hidden)', error: { secret: '(hidden)' } });

  const entries = Array.from({ length: 5 }, (_, i) => JSON.stringify({ act: i % 2 ? 'kick' : 'ban', i }));
  await writeFile(join(opened.folder, 'audit.log'), `${entries.join('\n')}\n{"torn`);
  const first = await get('/api/audit?search=BAN&limit=2');
  assert.deepEqual(
    first.entries.map(({ i }: { i: number }) => i),
    [4, 2],
  );
  const rest = await get(`/api/audit?search=ban&before=${first.before}`);
  assert.deepEqual([rest.entries.map(({ i }: { i: number }) => i), rest.before], [[0], null]);
});

test('an alert is raised when it lasts, and acknowledged with a name', async () => {
  const opened = await openApi();
  const headers = headersOf(await login(opened, 'gamemaster'));
  opened.world.fail.log = 'no space';
  opened.world.second();
  const list = async () => (await opened.server.inject({ url: '/api/alerts', headers })).json().alerts;
  assert.deepEqual(await list(), []);
  for (let i = 0; i < 3; i++) opened.world.second();
  const [alert] = await list();
  assert.deepEqual([alert.kind, alert.until], ['log-failed', null]);
  await opened.server.inject({ method: 'POST', url: `/api/alerts/${alert.id}/acknowledge`, headers });
  assert.equal((await list())[0].acknowledgedBy, 'gamemaster');
  opened.world.fail.log = null;
  for (let i = 0; i < 12; i++) opened.world.second();
  assert.notEqual((await list())[0].until, null);
});

test('a restore needs a moment, and no words of a request become a path', async () => {
  const opened = await openApi();
  const headers = headersOf(await login(opened, 'owner'));
  const ask = (payload: object) =>
    opened.server.inject({ method: 'POST', url: '/api/restores', headers, payload });
  for (const payload of [
    { from: 'data' },
    { from: '../../etc', record: 1 },
    { from: 'data', record: 1, at: '2026-01-01T00:00:00Z' },
    { from: 'data', at: '--out=/etc' },
  ])
    assert.equal((await ask(payload)).statusCode, 400, JSON.stringify(payload));
});

test('a picture of the land comes as PNG, and not from outside of it', async () => {
  const opened = await openApi();
  const headers = headersOf(await login(opened, 'counselor'));
  const picture = await opened.server.inject({ url: '/api/facets/0/3/0/0', headers });
  assert.deepEqual([picture.headers['content-type'], picture.body], ['image/png', 'picture']);
  assert.match(String(picture.headers['cache-control']), /private/);
  assert.equal((await opened.server.inject({ url: '/api/facets/7/3/0/0', headers })).statusCode, 404);
});
