import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fastify } from 'fastify';
import { appPages } from './app-pages.ts';

const folder = await mkdtemp(join(tmpdir(), 'gommog-pages-'));
after(() => rm(folder, { recursive: true }));

async function built(name: string): Promise<string> {
  const at = join(folder, name);
  await mkdir(join(at, 'assets'), { recursive: true });
  await writeFile(join(at, 'index.html'), `<title>${name}</title>`);
  await writeFile(join(at, 'assets', 'main-1a2b.js'), `${name}()`);
  return at;
}

test('an app is named when it is not built', async () => {
  const server = fastify();
  await server.register(appPages(join(folder, 'nothing'), '/'));
  const told = await server.inject('/');
  assert.equal(told.statusCode, 404);
  assert.match(told.body, /npm run build/);
});

test('two apps are served, each at its place and from its folder alone', async () => {
  const server = fastify();
  await server.register(appPages(await built('ops'), '/ops/'));
  await server.register(appPages(await built('play'), '/'));
  for (const [url, name] of [
    ['/', 'play'],
    ['/ops/', 'ops'],
  ] as const) {
    const page = await server.inject(url);
    assert.match(page.body, new RegExp(`<title>${name}`));
    assert.equal(page.headers['cache-control'], 'no-cache');
    const code = await server.inject(`${url}assets/main-1a2b.js`);
    assert.equal(code.body, `${name}()`);
    assert.match(String(code.headers['cache-control']), /immutable/);
  }
  assert.equal((await server.inject('/ops')).headers['location'], '/ops/');
  for (const url of ['/..%2f..%2fetc%2fpasswd', '/ops/..%2fplay/index.html'])
    assert.equal((await server.inject(url)).statusCode, 404, url);
});
