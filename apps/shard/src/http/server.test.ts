import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { serveHttp } from './server.ts';

/** What the server takes for the address of somebody who comes with a header. */
async function addressSeen(isProxy: boolean, forwarded: string): Promise<string> {
  const server = await serveHttp({
    host: '127.0.0.1',
    port: 0,
    isProxy: () => isProxy,
    routes: [async (scope) => void scope.get('/address', async ({ ip }) => ({ ip }))],
  });
  try {
    const { port } = server.server.address() as AddressInfo;
    const answer = await fetch(`http://127.0.0.1:${port}/address`, {
      headers: { 'x-forwarded-for': forwarded },
    });
    return ((await answer.json()) as { ip: string }).ip;
  } finally {
    await server.close();
  }
}

test('a proxy says who the peer is, so that trust in the proxy is not trust in everybody behind it', async () => {
  assert.equal(await addressSeen(true, '203.0.113.7'), '203.0.113.7');
});

test('somebody else says so in vain', async () => {
  assert.equal(await addressSeen(false, '203.0.113.7'), '127.0.0.1');
});
