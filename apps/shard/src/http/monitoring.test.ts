import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fastify } from 'fastify';
import type { Metrics } from '../metrics.ts';
import { monitoring } from './monitoring.ts';

type Options = Parameters<typeof monitoring>[0];

const metrics = { contentType: 'text/plain', text: async () => 'secret 1\n' } as unknown as Metrics;

/** A shard whose log has failed, or not. */
function shardWith(failure: { message: string } | null): Options['shards'][number] {
  const queue = { metrics: { imageLag: 0, lagMs: 0 }, failure, hasRoom: true };
  return { name: 'game', store: { queue } } as unknown as Options['shards'][number];
}

async function get(path: string, isTrusted: boolean, failure: { message: string } | null = null) {
  const server = fastify();
  await server.register(monitoring({ metrics, shards: [shardWith(failure)], isTrusted: () => isTrusted }));
  return server.inject(path);
}

test('health is told to all, its reasons only to trusted networks', async () => {
  const full = { message: 'no space' };
  const told = await get('/healthz', true, full);
  assert.equal(told.statusCode, 503);
  assert.deepEqual(told.json(), {
    status: 'degraded',
    reasons: ['the commit log cannot be written: no space'],
  });
  const stranger = await get('/healthz', false, full);
  assert.equal(stranger.statusCode, 503);
  assert.deepEqual(stranger.json(), { status: 'degraded' });
  assert.equal((await get('/healthz', false)).statusCode, 200);
});

test('metrics are for trusted networks only', async () => {
  assert.equal((await get('/metrics', true)).body, 'secret 1\n');
  const stranger = await get('/metrics', false);
  assert.equal(stranger.statusCode, 403);
  assert.doesNotMatch(stranger.body, /secret/);
});
