import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import type { WorldPublisher } from '@gommog/uo/web/publish';
import { fastify } from 'fastify';
import { isOurs } from '../../../http/origin.ts';
import { landPages } from './land.ts';

const BLOCK = Uint8Array.of(1, 2, 3, 4);

async function served() {
  let made = 0;
  const world = {
    version: 'abc',
    index: Uint8Array.of(9),
    table: (name: string) => (name === 'tiles.bin' ? Uint8Array.of(7) : null),
    block: (facet: number, x: number, y: number) => {
      made++;
      return facet === 0 && x < 4 && y < 400 ? BLOCK : null;
    },
  } as unknown as WorldPublisher;
  const picture = async (facet: number, zoom: number, x: number, y: number) => {
    if (facet !== 0 || zoom > 3) return 'absent' as const;
    return x === 1 ? ('busy' as const) : Buffer.of(0x89, zoom, y);
  };
  const server = fastify();
  let nowMs = 0;
  await server.register(landPages(world, { picture }, () => nowMs));
  return {
    get: (url: string, headers = {}) => server.inject({ url, headers }),
    made: () => made,
    wait: (ms: number) => (nowMs += ms),
  };
}

test('a block comes packed, may be kept for ever, and is made once', async () => {
  const { get, made } = await served();
  for (let i = 0; i < 3; i++) {
    const reply = await get('/world/abc/0/1.2.bin', { 'accept-encoding': 'br, gzip' });
    assert.equal(reply.headers['content-encoding'], 'gzip');
    assert.match(String(reply.headers['cache-control']), /immutable/);
    assert.deepEqual([...gunzipSync(reply.rawPayload)], [...BLOCK]);
  }
  assert.equal(made(), 1);
  const plain = await get('/world/abc/0/1.2.bin');
  assert.equal(plain.headers['content-encoding'], undefined);
  assert.deepEqual([...plain.rawPayload], [...BLOCK]);
});

test('the index is asked for anew each time, and a table by its name', async () => {
  const { get } = await served();
  const index = await get('/world/index.bin');
  assert.equal(index.headers['cache-control'], 'no-cache');
  assert.deepEqual([...index.rawPayload], [9]);
  assert.deepEqual([...(await get('/world/abc/tiles.bin')).rawPayload], [7]);
});

test('a picture of the land may be kept for ever; one that has to wait is asked for again', async () => {
  const { get } = await served();
  const png = await get('/world/abc/0/3/0.2.png');
  assert.equal(png.headers['content-type'], 'image/png');
  assert.match(String(png.headers['cache-control']), /immutable/);
  assert.deepEqual([...png.rawPayload], [0x89, 3, 2]);
  const busy = await get('/world/abc/0/3/1.2.png');
  assert.deepEqual([busy.statusCode, busy.headers['retry-after']], [503, '1']);
  for (const url of ['/world/abc/7/3/0.0.png', '/world/old/0/3/0.0.png', '/world/abc/0/3/x.0.png'])
    assert.equal((await get(url)).statusCode, 404, url);
});

test('what there is not is not found, and makes nothing', async () => {
  const { get, made } = await served();
  for (const url of [
    '/world/old/0/1.2.bin',
    '/world/abc/0/9.9.bin',
    '/world/abc/0/1.2',
    '/world/abc/0/..%2f1.2.bin',
    '/world/abc/0/-1.2.bin',
    '/world/abc/0/1e9.2.bin',
    '/world/abc/secret.bin',
  ])
    assert.equal((await get(url)).statusCode, 404, url);
  assert.equal(made(), 1);
});

test('who asks for more blocks than can be made is told to wait', async () => {
  const { get, wait } = await served();
  const codes: number[] = [];
  for (let x = 0; x < 4; x++)
    for (let y = 0; y < 200; y++) codes.push((await get(`/world/abc/0/${x}.${y}.bin`)).statusCode);
  assert.equal(codes.indexOf(503), 600);
  assert.ok(codes.slice(600).every((code) => code === 503));
  assert.equal((await get('/world/abc/0/0.0.bin')).statusCode, 200, 'what was made once is there');
  wait(1_000);
  assert.equal((await get('/world/abc/0/3.399.bin')).statusCode, 200);
});

test('a page may connect to where it comes from, and others when the operator says so', () => {
  assert.ok(isOurs('http://shard.example:8080', 'shard.example:8080', []));
  assert.ok(isOurs('https://shard.example', 'SHARD.example', []));
  assert.ok(!isOurs('https://evil.example', 'shard.example', []));
  assert.ok(!isOurs('https://shard.example.evil.example', 'shard.example', []));
  assert.ok(!isOurs('null', 'shard.example', []));
  assert.ok(!isOurs('http://shard.example:1', 'shard.example:2', []));
  assert.ok(!isOurs('http://shard.example', undefined, []));
  assert.ok(isOurs('https://play.example', 'shard.example', ['https://play.example']));
});
