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

  const entries = Array.from({ length: 5 }, (_, i) =>
    JSON.stringify({
      at: `2026-01-0${i + 1}T00:00:00Z`,
      act: i % 2 ? 'kick' : 'ban',
      by: 'Gina',
      account: 9,
      i,
    }),
  );
  await writeFile(join(opened.folder, 'audit.log'), `${entries.join('\n')}\n{"torn`);
  const first = await get('/api/audit?search=BAN&limit=2');
  assert.deepEqual(
    first.entries.map(({ i }: { i: number }) => i),
    [4, 2],
  );
  const rest = await get(`/api/audit?search=ban&before=${first.before}`);
  assert.deepEqual([rest.entries.map(({ i }: { i: number }) => i), rest.before], [[0], null]);
});

test('the audit log is filtered by person, kind and time, names people, and comes as a file that no spreadsheet runs', async () => {
  const opened = await openApi();
  const headers = headersOf(await login(opened, 'owner'));
  const entries = [
    { at: '2026-01-01T10:00:00Z', account: 9, actor: 1, command: 'go 5 5', outcome: 'done' },
    { at: '2026-01-02T10:00:00Z', act: 'kick', by: 'Gina', account: 9, outcome: '=cmd()' },
    { at: '2026-01-03T10:00:00Z', act: 'api-login-refused', account: '+evil', address: '::1' },
  ];
  await writeFile(
    join(opened.folder, 'audit.log'),
    entries.map((each) => `${JSON.stringify(each)}\n`).join(''),
  );
  const find = async (query: string) =>
    (await opened.server.inject({ url: `/api/audit?${query}`, headers })).json().entries;
  const kinds = async (query: string) => (await find(query)).map(({ kind }: { kind: string }) => kind);
  const [, kick, go] = await find('');
  assert.deepEqual([go.by, go.kind, go.command], ['anna', 'go', 'go 5 5']);
  assert.deepEqual([kick.by, kick.target], ['Gina', 'anna']);
  assert.deepEqual(await kinds('staff=gin'), ['kick']);
  assert.deepEqual(await kinds('kind=go'), ['go']);
  assert.deepEqual(await kinds('search=ANNA'), ['kick', 'go'], 'by the name, which the log does not say');
  assert.deepEqual(await kinds('from=2026-01-02T00:00:00Z&to=2026-01-02T23:59:59Z'), ['kick']);
  const url = '/api/audit/export?format=';
  const csv = await opened.server.inject({ url: `${url}csv`, headers });
  assert.match(String(csv.headers['content-disposition']), /attachment; filename="audit.csv"/);
  const rows = csv.body.trim().split('\n');
  assert.equal(rows[0], 'at,by,kind,target,outcome,details');
  assert.match(rows[1]!, /,'\+evil,api-login-refused,/);
  assert.match(rows[2]!, /,Gina,kick,anna,'=cmd\(\),/);
  const lines = (await opened.server.inject({ url: `${url}ndjson&kind=kick`, headers })).body;
  assert.equal(JSON.parse(lines).target, 'anna');
  assert.equal(opened.audit.filter(({ act }) => act === 'audit-exported').length, 2);
});

test('lines of one session are found', async () => {
  const opened = await openApi();
  const headers = headersOf(await login(opened, 'owner'));
  for (const session of [4, 5])
    opened.world.lines.write(JSON.stringify({ level: 30, time: 1, msg: 'hi', session }));
  const lines = (await opened.server.inject({ url: '/api/logs?session=5', headers })).json();
  assert.deepEqual(
    lines.map(({ details }: { details: object }) => details),
    [{ session: 5 }],
  );
});

test('a threshold is changed by an administrator, within reason, and that is written down', async () => {
  const opened = await openApi();
  const headers = headersOf(await login(opened, 'administrator'));
  const set = (name: string, value: unknown) => {
    const url = `/api/alerts/thresholds/${name}`;
    return opened.server.inject({ method: 'POST', url, headers, payload: { value } });
  };
  for (const [name, value] of [
    ['stepMs', -1],
    ['stepMs', 'many'],
    ['nonsense', 1],
  ] as const)
    assert.equal((await set(name, value)).statusCode, 400, `${name} ${value}`);
  assert.equal((await set('stepMs', 30)).json().changedBy, 'administrator');
  assert.ok(
    opened.audit.some(
      ({ act, threshold, value }) => act === 'alert-threshold' && threshold === 'stepMs' && value === 30,
    ),
  );
  const { thresholds } = (await opened.server.inject({ url: '/api/alerts', headers })).json();
  assert.equal(thresholds.find(({ name }: { name: string }) => name === 'stepMs').value, 30);
});

test('a webhook is tried from the page, and the delivery is listed', async () => {
  const opened = await openApi();
  const headers = headersOf(await login(opened, 'administrator'));
  const test = (number: number) =>
    opened.server.inject({ method: 'POST', url: `/api/webhooks/${number}/test`, headers });
  assert.equal((await test(5)).statusCode, 404);
  assert.equal((await test(0)).statusCode, 202);
  const told = opened.world.told.at(-1)!;
  assert.deepEqual([JSON.parse(told.body).event, JSON.parse(told.body).by], ['test', 'administrator']);
  const { addresses, deliveries } = (await opened.server.inject({ url: '/api/webhooks', headers })).json();
  assert.deepEqual(addresses, [{ number: 0, to: 'http://hook.test', waiting: 0 }]);
  assert.deepEqual([deliveries[0].event, deliveries[0].state], ['test', 'delivered']);
});

test('a history names those who are in it', async () => {
  const opened = await openApi();
  const headers = headersOf(await login(opened, 'administrator'));
  const history = (await opened.server.inject({ url: '/api/entities/9/history', headers })).json();
  assert.equal(history.changes[0].sequence, 7);
  assert.deepEqual(
    history.names.map(({ serial }: { serial: number }) => serial),
    [5, 6],
  );
});

test('what does not run cannot be cancelled', async () => {
  const opened = await openApi();
  const headers = headersOf(await login(opened, 'administrator'));
  const answer = await opened.server.inject({ method: 'POST', url: '/api/jobs/3/cancel', headers });
  assert.equal(answer.statusCode, 409);
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
  opened.world.fail.topic = 'no broker answers';
  for (let i = 0; i < 4; i++) opened.world.second();
  const [second] = await list();
  assert.deepEqual(
    [second.kind, second.text],
    ['topic-failed', 'what happens cannot be told: no broker answers'],
  );
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
