import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { type FastifyInstance, fastify } from 'fastify';
import type { Administration, OfficeAct, Staff } from './administration.ts';
import { api } from './api.ts';
import { COOKIE, CSRF_HEADER } from './guard.ts';
import { type Role, roles } from './role.ts';
import { Tokens } from './tokens.ts';

const data = await mkdtemp(join(tmpdir(), 'gommog-api-'));
after(() => rm(data, { recursive: true }));

/** Accounts 1 to 4, one of each role, with the role as name and password; and what was done to them. */
class FakeAdministration implements Administration {
  readonly demoted = new Set<number>();
  readonly acts: { by: number; account: number; act: OfficeAct }[] = [];

  async authenticate(name: string, password: string): Promise<Staff | 'wrong'> {
    const account = roles.indexOf(name as Role) + 1;
    return account > 0 && password === name ? { account, name, role: name as Role } : 'wrong';
  }
  staff(account: number): Staff | null {
    const role = roles[account - 1];
    return role === undefined || this.demoted.has(account) ? null : { account, name: role, role };
  }
  accounts() {
    return [this.account()];
  }
  account() {
    return {
      serial: 9,
      name: 'anna',
      access: 'player' as const,
      banned: false,
      banReason: '',
      createdMs: 0,
      online: false,
      characters: [],
    };
  }
  people() {
    return [];
  }
  facets() {
    return [{ id: 0, width: 64, height: 64 }];
  }
  entity(serial: number) {
    return { serial, components: {}, holds: [] };
  }
  async act({ account: by }: { account: number }, account: number, act: OfficeAct) {
    this.acts.push({ by, account, act });
    return { done: true, outcome: 'done' };
  }
  async hash(password: string): Promise<string> {
    return `hash of ${password}`;
  }
}

interface Api {
  readonly server: FastifyInstance;
  readonly administration: FakeAdministration;
  readonly audit: Readonly<Record<string, unknown>>[];
  time: number;
}

async function open(): Promise<Api> {
  const administration = new FakeAdministration();
  const audit: Readonly<Record<string, unknown>>[] = [];
  const server = fastify();
  const opened: Api = { server, administration, audit, time: 0 };
  await server.register(
    api({
      administration,
      tokens: await Tokens.open(await mkdtemp(join(data, 'tokens-'))),
      now: () => opened.time,
      isTrusted: () => true,
      audit: (entry) => audit.push(entry),
    }),
  );
  return opened;
}

interface Login {
  readonly cookie: string;
  readonly csrf: string;
}

async function login({ server }: Api, role: Role): Promise<Login> {
  const answer = await server.inject({
    method: 'POST',
    url: '/api/login',
    payload: { account: role, password: role },
  });
  assert.equal(answer.statusCode, 200, answer.body);
  const [cookie] = answer.cookies;
  assert.deepEqual([cookie?.httpOnly, cookie?.sameSite, cookie?.path], [true, 'Strict', '/']);
  return { cookie: cookie!.value, csrf: answer.json<{ csrf: string }>().csrf };
}

function headersOf({ cookie, csrf }: Login): Record<string, string> {
  return { cookie: `${COOKIE}=${cookie}`, [CSRF_HEADER]: csrf };
}

interface Operation {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly url: string;
}

/** Everything that the description says there is, with 9 for each parameter. */
async function operations({ server }: Api): Promise<Operation[]> {
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
};

test('no route answers without its role: nobody, a player, and each role walk the whole description', async () => {
  const opened = await open();
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
  const opened = await open();
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
  const opened = await open();
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
  const opened = await open();
  const headers = headersOf(await login(opened, 'counselor'));
  assert.equal((await opened.server.inject({ method: 'POST', url: '/api/logout', headers })).statusCode, 204);
  assert.equal((await opened.server.inject({ url: '/api/self', headers })).statusCode, 401);
});

test('a token has the rights it was made with, never more than its maker, until it is revoked', async () => {
  const opened = await open();
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
  const opened = await open();
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
  const opened = await open();
  const headers = headersOf(await login(opened, 'owner'));
  const { server } = opened;
  assert.equal((await server.inject({ url: '/api/entities/none', headers })).statusCode, 400);
  assert.equal((await server.inject({ url: '/api/accounts?limit=0', headers })).statusCode, 400);
  const acts = { method: 'POST', url: '/api/accounts/9/act', headers } as const;
  assert.equal((await server.inject({ ...acts, payload: { kind: 'explode' } })).statusCode, 400);
  assert.equal((await server.inject({ url: '/api/entities/0x40000001', headers })).statusCode, 200);
});
