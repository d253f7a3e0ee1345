import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Role, roles } from '@gommog/staff-api';
import { CSRF_HEADER } from './guard.ts';
import { headersOf, login, openApi, type TestApi } from './testing/test-api.ts';

interface Operation {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly url: string;
}

/** Everything that the description says there is, with 9 for each parameter. */
async function operations({ server }: TestApi): Promise<Operation[]> {
  const { paths } = (await server.inject('/api/openapi.json')).json<{
    paths: Record<string, Record<string, unknown>>;
  }>();
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => ({
      method: method.toUpperCase() as Operation['method'],
      url: path.replaceAll(/\{[^}]+\}/g, '9'),
    })),
  );
}

/** What each route needs, as the tests know it: a new route has to be named here too. */
const needs: Readonly<Record<string, Role | 'anybody'>> = {
  'POST /api/login': 'anybody',
  'GET /api/self': 'counselor',
  'POST /api/logout': 'counselor',
  'GET /api/tokens': 'administrator',
  'POST /api/tokens': 'administrator',
  'DELETE /api/tokens/9': 'administrator',
  'GET /api/accounts': 'counselor',
  'GET /api/accounts/9': 'counselor',
  'POST /api/accounts/9/act': 'gamemaster',
  'POST /api/accounts/9/password': 'administrator',
  'GET /api/facets': 'counselor',
  'GET /api/people': 'counselor',
  'GET /api/entities/9': 'gamemaster',
  'GET /api/entities/9/history': 'administrator',
  'GET /api/sectors': 'counselor',
  'GET /api/facets/9/9/9/9': 'counselor',
  'GET /api/status': 'counselor',
  'GET /api/figures': 'counselor',
  'GET /api/live': 'counselor',
  'GET /api/logs': 'administrator',
  'GET /api/audit': 'administrator',
  'GET /api/alerts': 'counselor',
  'POST /api/alerts/9/acknowledge': 'gamemaster',
  'POST /api/alerts/thresholds/9': 'administrator',
  'GET /api/audit/export': 'administrator',
  'GET /api/webhooks': 'administrator',
  'POST /api/webhooks/9/test': 'administrator',
  'POST /api/jobs/9/cancel': 'administrator',
  'GET /api/backups': 'administrator',
  'POST /api/backups': 'administrator',
  'POST /api/restores': 'administrator',
  'GET /api/jobs/9': 'administrator',
};

test('no route answers without its role: nobody, a player, and each role walk the whole description', async () => {
  const opened = await openApi();
  const all = await operations(opened);
  assert.deepEqual(all.map(({ method, url }) => `${method} ${url}`).sort(), Object.keys(needs).sort());
  const refused = await opened.server.inject({
    method: 'POST',
    url: '/api/login',
    payload: { account: 'player', password: 'player' },
  });
  assert.equal(refused.statusCode, 401);
  for (const own of ['nobody', ...roles] as const) {
    for (const { method, url } of all) {
      if (url === '/api/logout') continue;
      const needed = needs[`${method} ${url}`]!;
      const headers = own === 'nobody' ? {} : headersOf(await login(opened, own));
      const { statusCode } = await opened.server.inject({ method, url, headers });
      const isAllowed =
        needed === 'anybody' || (own !== 'nobody' && roles.indexOf(own) >= roles.indexOf(needed));
      if (isAllowed) assert.ok(![401, 403].includes(statusCode), `${own} ${method} ${url}: ${statusCode}`);
      else assert.equal(statusCode, own === 'nobody' ? 401 : 403, `${own} ${method} ${url}`);
    }
  }
});

test('what changes something needs the header that only the page knows', async () => {
  const opened = await openApi();
  const session = await login(opened, 'owner');
  const { server } = opened;
  const kick = { method: 'POST', url: '/api/accounts/9/act', payload: { kind: 'kick' } } as const;
  const { cookie } = headersOf(session);
  assert.equal((await server.inject({ ...kick, headers: { cookie: cookie! } })).statusCode, 403);
  const wrong = { cookie: cookie!, [CSRF_HEADER]: 'x'.repeat(session.csrf.length) };
  assert.equal((await server.inject({ ...kick, headers: wrong })).statusCode, 403);
  assert.deepEqual(opened.administration.acts, []);
  assert.equal((await server.inject({ ...kick, headers: headersOf(session) })).statusCode, 200);
  assert.deepEqual(opened.administration.acts, [{ by: 4, account: 9, act: { kind: 'kick' } }]);
  assert.ok(opened.audit.some(({ act, by }) => act === 'kick' && by === 'owner'));
});

test('who is demoted has no rights from then on, and a session ends with its time', async () => {
  const opened = await openApi();
  const headers = headersOf(await login(opened, 'gamemaster'));
  const look = () => opened.server.inject({ url: '/api/people', headers });
  assert.equal((await look()).statusCode, 200);
  opened.administration.demoted.add(2);
  assert.equal((await look()).statusCode, 401);
  opened.administration.demoted.clear();
  opened.time += 2 * 3_600_000;
  assert.equal((await look()).statusCode, 401);
});

test('a session that was ended is no more', async () => {
  const opened = await openApi();
  const headers = headersOf(await login(opened, 'counselor'));
  assert.equal((await opened.server.inject({ method: 'POST', url: '/api/logout', headers })).statusCode, 204);
  assert.equal((await opened.server.inject({ url: '/api/self', headers })).statusCode, 401);
});

test('a token has the rights it was made with, never more than its maker, until it is revoked', async () => {
  const opened = await openApi();
  const headers = headersOf(await login(opened, 'administrator'));
  const make = (role: Role) =>
    opened.server.inject({ method: 'POST', url: '/api/tokens', headers, payload: { name: 'tool', role } });
  assert.equal((await make('owner')).statusCode, 403);
  const { id, secret } = (await make('counselor')).json<{ id: string; secret: string }>();
  const asTool = { authorization: `Bearer ${secret}` };
  assert.equal((await opened.server.inject({ url: '/api/people', headers: asTool })).statusCode, 200);
  assert.equal((await opened.server.inject({ url: '/api/tokens', headers: asTool })).statusCode, 403);
  const listed = await opened.server.inject({ url: '/api/tokens', headers });
  assert.doesNotMatch(listed.body, /hash|secret/);
  assert.equal(
    (await opened.server.inject({ method: 'DELETE', url: `/api/tokens/${id}`, headers })).statusCode,
    204,
  );
  assert.equal((await opened.server.inject({ url: '/api/people', headers: asTool })).statusCode, 401);
});

test('wrong passwords are slowed down and written down, and the password is not', async () => {
  const opened = await openApi();
  const answer = await opened.server.inject({
    method: 'POST',
    url: '/api/login',
    payload: { account: 'owner', password: 'guess' },
  });
  assert.equal(answer.statusCode, 401);
  assert.equal(opened.audit.length, 1);
  assert.doesNotMatch(JSON.stringify(opened.audit), /guess/);
});

test('a bad request is told what is wrong with it', async () => {
  const opened = await openApi();
  const headers = headersOf(await login(opened, 'owner'));
  const { server } = opened;
  assert.equal((await server.inject({ url: '/api/entities/none', headers })).statusCode, 400);
  assert.equal((await server.inject({ url: '/api/accounts?limit=0', headers })).statusCode, 400);
  const acts = { method: 'POST', url: '/api/accounts/9/act', headers } as const;
  assert.equal((await server.inject({ ...acts, payload: { kind: 'explode' } })).statusCode, 400);
  assert.equal((await server.inject({ url: '/api/entities/0x40000001', headers })).statusCode, 200);
});
