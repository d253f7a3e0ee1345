import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Connect } from '@gommog/bots';
import { connectWebSocket } from '@gommog/net';
import { runGommog, ShardProcess } from '@gommog/testkit';
import { WebClient } from '@gommog/uo/bots';

async function inFolder(run: (dir: string) => Promise<void>): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'gommog-start-'));
  try {
    await run(dir);
  } finally {
    await rm(dir, { recursive: true });
  }
}

const env = { GOMMOG_LOG_LEVEL: 'warn' };

test('a shard starts, tells its health and its metrics by game, and leaves a folder that says whose it is', () =>
  inFolder(async (dir) => {
    const shard = await ShardProcess.start({ data: dir, env: { ...env, GOMMOG_UO_WORLDSIZE: '512' } });
    const at = `http://127.0.0.1:${shard.port('http')}`;
    assert.deepEqual(await (await fetch(`${at}/healthz`)).json(), { status: 'ok', reasons: [] });
    assert.match(await (await fetch(`${at}/metrics`)).text(), /^gommog_players\{game="uo"\} 0$/m);
    assert.notEqual(shard.port('uo'), shard.port('ws'));
    assert.deepEqual(shard.printed.slice(1, -1), [
      `UO clients: 127.0.0.1:${shard.port('uo')}`,
      `UO clients by WebSocket: 127.0.0.1:${shard.port('ws')}`,
      `play in a browser: ${at}/`,
      `dashboard: ${at}/ops`,
    ]);
    assert.match(await (await fetch(`${at}/ops`)).text(), /<title>gommog dashboard/);
    assert.equal((await fetch(`${at}/api/status`)).status, 401);
    assert.ok(existsSync(join(dir, 'running')));
    await shard.stop();
    assert.ok(!existsSync(join(dir, 'running')), 'it has ended as it should');
    assert.deepEqual(JSON.parse(await readFile(join(dir, 'game.json'), 'utf8')), { game: 'uo' });
    assert.match(await runGommog('account', 'list', '--data', dir), /admin owner/);
  }));

test('a folder of another game is not touched', () =>
  inFolder(async (dir) => {
    await writeFile(join(dir, 'game.json'), '{"game":"chess"}');
    await assert.rejects(runGommog('start', '--data', dir), /holds a world of 'chess', not of 'uo'/);
  }));

test('a game that there is not is named, with what may have been meant', async () => {
  await assert.rejects(runGommog('start', '--game', 'ua'), /there is no game 'ua'; did you mean 'uo'\?/);
});

test('a game cannot be hosted twice', async () => {
  await assert.rejects(
    runGommog('start', '--game', 'uo', '--game', 'uo'),
    /games: a game can be hosted only once/,
  );
});

test('a port that is taken, and a folder that cannot be made, are said in one line', () =>
  inFolder(async (dir) => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const start = (data: string): Promise<string> =>
      runGommog(
        ...['start', '--game', 'classic', '--data', data, '--host', '127.0.0.1', '--http-port', '0'],
        ...['--port', `${port}`],
      );
    try {
      await assert.rejects(start(join(dir, 'data')), ({ stderr }: { stderr: string }) => {
        assert.match(stderr, new RegExp(`^gommog: cannot listen on 127.0.0.1 port ${port}: .*\n$`, 'm'));
        return true;
      });
      await writeFile(join(dir, 'file'), '');
      await assert.rejects(start(join(dir, 'file/data')), ({ stderr }: { stderr: string }) => {
        assert.match(stderr, /^gommog: ENOTDIR: [^\n]*\n$/);
        return true;
      });
    } finally {
      other.close();
    }
  }));

test('people with UO clients and people in browsers are in one world', () =>
  inFolder(async (dir) => {
    const shard = await ShardProcess.start({ data: dir, env: { ...env, GOMMOG_UO_WORLDSIZE: '512' } });
    try {
      const bots = (port: number, ...more: string[]): Promise<string> =>
        runGommog('bots', '--count', '3', '--seconds', '3', '--port', String(port), ...more);
      const outputs = await Promise.all([
        bots(shard.port('uo'), '--scenario', 'spread'),
        bots(shard.port('http'), '--client', 'web', '--prefix', 'web'),
      ]);
      for (const output of outputs) {
        const summary = JSON.parse(output.trim().split('\n').at(-1)!);
        assert.deepEqual([summary.bots, summary.errors], [3, []]);
        assert.ok(summary.stepsAccepted > 0 && summary.movesDelivered > 0, output);
      }
      const audit = await readFile(join(dir, 'audit.log'), 'utf8');
      assert.doesNotMatch(audit, /refused/, 'bots who are no staff ask for nothing that is theirs');
    } finally {
      await shard.stop();
    }
  }));

test('a browser comes back by itself when the shard was killed and started again', () =>
  inFolder(async (dir) => {
    const start = (): Promise<ShardProcess> =>
      ShardProcess.start({ data: dir, env: { ...env, GOMMOG_UO_WORLDSIZE: '512' } });
    const connectTo =
      (shard: ShardProcess): Connect =>
      (_host, _port, receiver) =>
        connectWebSocket(`ws://127.0.0.1:${shard.port('http')}/play/ws`, receiver);
    const now = (): number => performance.now();
    const person = { host: '', port: 0, account: 'anna', password: 'secret', now };
    const first = await start();
    const anna = new WebClient({ ...person, connect: connectTo(first) });
    await anna.login(0, { name: 'Anna' });
    const { serial, token } = anna;
    // What she is must have reached the disk: within a moment, by the promise of the save queue.
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    await first.kill9();

    const second = await start();
    try {
      const back = new WebClient({ ...person, connect: connectTo(second) });
      back.token = token;
      await back.enter(await back.resume());
      assert.equal(back.serial, serial);
      back.close();
    } finally {
      await second.stop();
    }
  }));
