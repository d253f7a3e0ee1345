import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Delivery, LogLine } from '@gommog/staff-api';
import { ShardProcess } from '@gommog/testkit';

const SECRETS = /hush-hush|a secret of sixteen letters/;

/** Somebody who is told what happens, and takes it or not. */
async function receiver() {
  const posts: { id: string; body: string }[] = [];
  const answers = { code: 503 };
  const server = createServer(async (request, answer) => {
    let body = '';
    for await (const piece of request) body += piece;
    posts.push({ id: String(request.headers['x-gommog-delivery']), body });
    answer.writeHead(answers.code).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return { posts, answers, close, url: `http://127.0.0.1:${port}/hush-hush` };
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 50));
}

test('deliveries and lines of the log outlive a kill, and what waits for its retry goes on with the same id', async () => {
  const data = await mkdtemp(join(tmpdir(), 'gommog-restart-'));
  const hook = await receiver();
  const start = (): Promise<ShardProcess> =>
    ShardProcess.start({
      data,
      env: {
        GOMMOG_UO_WORLDSIZE: '512',
        GOMMOG_LOG_PRETTY: 'false',
        GOMMOG_OPS_WEBHOOKS_URLS: `["${hook.url}"]`,
        GOMMOG_OPS_WEBHOOKS_SECRET: 'a secret of sixteen letters',
      },
    });
  let shard = await start();
  try {
    const [, password = ''] = /password "([^"]+)"/.exec(shard.printed.join('\n')) ?? [];
    const login = async () => {
      const at = `http://127.0.0.1:${shard.port('http')}/api`;
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify({ account: 'admin', password });
      const answer = await fetch(`${at}/login`, { method: 'POST', headers, body });
      assert.equal(answer.status, 200);
      const cookie = answer.headers.getSetCookie()[0]!.split(';')[0]!;
      return async <T>(path: string): Promise<T> =>
        (await (await fetch(`${at}${path}`, { headers: { cookie } })).json()) as T;
    };
    const deliveriesOf = async (read: Awaited<ReturnType<typeof login>>) =>
      (await read<{ deliveries: Delivery[] }>('/webhooks')).deliveries;

    // The login is told, and refused: it waits for its next attempt. The kill may come in the middle of anything.
    const before = await login();
    await until(async () => (await deliveriesOf(before)).some(({ attempts }) => attempts > 0));
    const [told] = await deliveriesOf(before);
    await until(async () => {
      const kept = await readFile(join(data, 'operations', 'deliveries.json'), 'utf8').catch(() => '');
      return kept.includes(told!.key);
    });
    const lines = await before<LogLine[]>('/logs');
    await until(async () => {
      const kept = await readFile(join(data, 'operations', 'log.jsonl'), 'utf8').catch(() => '');
      return kept.includes(JSON.stringify(lines.at(-1)));
    });
    await shard.kill9();
    assert.deepEqual([told!.event, told!.state], ['staff-login', 'waiting']);

    hook.answers.code = 204;
    shard = await start();
    const after = await login();
    await until(
      async () => (await deliveriesOf(after)).find(({ key }) => key === told!.key)?.state === 'delivered',
    );
    const attempts = hook.posts.filter(({ id }) => id === told!.key);
    assert.ok(attempts.length >= 2);
    assert.equal(new Set(attempts.map(({ body }) => body)).size, 1, 'the same message, each time');
    const later = await after<LogLine[]>('/logs');
    assert.deepEqual(later.slice(0, lines.length), lines, 'the lines of before, and new ones after them');
    assert.ok(later.some(({ text }) => /did not end as it should/.test(text)));

    // An end as it should be is remembered, too: to its last line.
    await shard.stop();
    shard = await start();
    const texts = (await (await login())<LogLine[]>('/logs')).map(({ text }) => text);
    assert.ok(texts.includes('stopping') && texts.includes('stopped'), texts.join());

    // A shard that runs would put new files in the place of those that are read here.
    await shard.stop();
    for (const file of await readdir(join(data, 'operations')))
      assert.doesNotMatch(await readFile(join(data, 'operations', file), 'utf8'), SECRETS, file);
  } finally {
    await shard.kill9();
    hook.close();
    await rm(data, { recursive: true, maxRetries: 5 });
  }
});
