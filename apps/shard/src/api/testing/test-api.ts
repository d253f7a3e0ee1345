import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { type Job, type Role, roles } from '@gommog/staff-api';
import { type FastifyInstance, fastify } from 'fastify';
import { Alerts } from '../../operations/alerts.ts';
import { readAuditTrail } from '../../operations/audit-trail.ts';
import { Backups } from '../../operations/backups.ts';
import type { EntityChanges } from '../../operations/entity-history.ts';
import { Figures } from '../../operations/figures.ts';
import { KeptFile } from '../../operations/kept-file.ts';
import type { Operations } from '../../operations/operations.ts';
import { RecentLines } from '../../operations/recent-lines.ts';
import { type ChangedThresholds, changedThresholds, Thresholds } from '../../operations/thresholds.ts';
import { Webhooks } from '../../operations/webhooks.ts';
import type { Administration, OfficeAct, Staff } from '../administration.ts';
import { api } from '../api.ts';
import { COOKIE, CSRF_HEADER } from '../guard.ts';
import { Tokens } from '../tokens.ts';

/** Accounts 1 to 4, one of each role, with the role as name and password; and what was done to them. */
export class FakeAdministration implements Administration {
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
    return {
      serial,
      name: '',
      kind: 'item',
      components: {},
      links: [],
      within: [],
      holds: [],
      holdsMore: false,
    };
  }
  isStep() {
    return false;
  }
  namesIn(_component: string, field: string, value: unknown) {
    return field === 'parent' ? [{ serial: Number(value), name: 'a chest' }] : [];
  }
  hotSectors() {
    return [];
  }
  async picture(facet: number) {
    return facet === 0 ? Buffer.from('picture') : ('absent' as const);
  }
  async act({ account: by }: { account: number }, account: number, act: OfficeAct) {
    this.acts.push({ by, account, act });
    return { done: true, outcome: 'done' };
  }
  async hash(password: string): Promise<string> {
    return `hash of ${password}`;
  }
}

/** Operations over nothing: figures are sampled by the test, histories are empty. */
async function fakeOperations(folder: string) {
  const lines = new RecentLines();
  const history: EntityChanges = {
    isAll: true,
    changes: [
      {
        sequence: 7,
        tick: 9,
        at: '2026-01-01T00:00:00.000Z',
        changes: [{ component: 'placement', kind: 'set', fields: { parent: { from: 5, to: 6 } } }],
      },
    ],
  };
  const jobs: Job[] = [
    {
      id: 3,
      kind: 'backup',
      by: 'owner',
      state: 'running',
      problem: null,
      startedAt: 0,
      endedAt: null,
      percent: 10,
      doing: '',
      secondsLeft: 1,
      target: 'backups',
      writtenBytes: 1,
      lines: [],
    },
  ];
  const kept = await KeptFile.open<ChangedThresholds>(
    join(folder, 'thresholds.json'),
    changedThresholds,
    {},
    () => {},
  );
  const thresholds = new Thresholds({ diskFreeMib: 1, saveLagSeconds: 1, stepMs: 1 }, kept);
  const told: { url: string; body: string; headers: Record<string, string> }[] = [];
  const listeners = new Set<(wallMs: number) => void>();
  const fail: { log: string | null; topic: string | null } = { log: null, topic: null };
  const operations: Operations = {
    figures: new Figures({
      gauges: () => ({ players: 3 }),
      saving: () => ({}),
      process: () => ({}),
      past: [],
      keepMinute: () => {},
    }),
    alerts: new Alerts({
      thresholds: () => thresholds.values,
      past: [],
      failures: () => ({ log: fail.log, image: null, topic: fail.topic }),
      tell: () => ['http://hook.test'],
      keep: () => {},
    }),
    webhooks: new Webhooks({
      urls: ['http://hook.test/'],
      secret: null,
      events: ['staff-login'],
      shard: 'test',
      past: [],
      keep: () => {},
      fetch: async (url, init) => {
        told.push({
          url: String(url),
          body: String(init?.body),
          headers: init?.headers as Record<string, string>,
        });
        return new Response();
      },
      after: () => {},
      onGivenUp: () => {},
    }),
    backups: new Backups(join(folder, 'data'), null, { past: jobs, keep: () => {} }),
    thresholds,
    lines,
    history: async () => history,
    auditTrail: (filter, view) => readAuditTrail(join(folder, 'audit.log'), filter, view),
    onSecond(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const second = (): void => {
    const values = operations.figures.sample(1_000, 1_000);
    operations.alerts.look(values, 1_000);
    for (const listener of listeners) listener(1_000);
  };
  return { operations, told, second, fail, lines, settled: () => kept.settled() };
}

export interface TestApi {
  readonly server: FastifyInstance;
  readonly administration: FakeAdministration;
  readonly audit: Readonly<Record<string, unknown>>[];
  readonly folder: string;
  readonly world: Awaited<ReturnType<typeof fakeOperations>>;
  time: number;
}

const status = {
  name: 'test',
  version: '1',
  node: '26',
  startedAt: '2026-01-01T00:00:00Z',
  uptimeSeconds: 1,
  afterCrash: false,
};

export async function openApi(): Promise<TestApi> {
  const administration = new FakeAdministration();
  const audit: Readonly<Record<string, unknown>>[] = [];
  const server = fastify({ forceCloseConnections: true });
  const folder = await mkdtemp(join(tmpdir(), 'gommog-api-'));
  const world = await fakeOperations(folder);
  // However a test ends: an open server would keep the process.
  after(async () => {
    await server.close();
    // What was changed last may still be on its way into the folder.
    await world.settled();
    await rm(folder, { recursive: true });
  });
  const opened: TestApi = { server, administration, audit, folder, world, time: 0 };
  await server.register(
    api({
      administration,
      operations: world.operations,
      status: () => ({ ...status, games: [] }),
      tokens: await Tokens.open(folder),
      now: () => opened.time,
      isTrusted: () => true,
      audit: (entry) => audit.push(entry),
    }),
  );
  return opened;
}

export interface Login {
  readonly cookie: string;
  readonly csrf: string;
}

export async function login({ server }: TestApi, role: Role): Promise<Login> {
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

export function headersOf({ cookie, csrf }: Login): Record<string, string> {
  return { cookie: `${COOKIE}=${cookie}`, [CSRF_HEADER]: csrf };
}
