import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterEach, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { AddressLimiter } from './address-limiter.ts';
import type { Accept, Connection, Listener, Receiver } from './connection.ts';
import { NetError } from './errors.ts';
import { Networks } from './networks.ts';
import { connectTcp, listenTcp, type TcpOptions } from './tcp.ts';
import { attachWebSocket, connectWebSocket, listenWebSocket } from './websocket.ts';

const silent: Receiver = { onData: () => {}, onClose: () => {} };
const loopback = new Networks(['127.0.0.0/8', '::1']);
const nobody = new Networks([]);
const cleanups: (() => unknown)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

interface Served {
  readonly listener: Listener;
  readonly connections: Connection[];
  readonly reasons: string[];
  readonly texts: string[];
  readonly refused: string[];
}

type Settings = Omit<TcpOptions, 'host' | 'port' | 'accept' | 'onRefused'>;

async function serve(listen: 'tcp' | 'ws', settings: Settings = {}): Promise<Served> {
  const served = { connections: [], reasons: [], texts: [], refused: [] } as unknown as Served;
  const accept: Accept = (connection) => {
    const index = served.connections.push(connection) - 1;
    served.texts.push('');
    return {
      onData: (bytes) => {
        served.texts[index] += Buffer.from(bytes).toString('latin1');
      },
      onClose: (reason) => served.reasons.push(reason),
    };
  };
  const onRefused = (address: string, code: string): number => served.refused.push(`${address} ${code}`);
  const options = { host: '127.0.0.1', port: 0, accept, onRefused, ...settings };
  const listener = listen === 'tcp' ? await listenTcp(options) : await listenWebSocket(options);
  cleanups.push(() => listener.close());
  return Object.assign(served, { listener });
}

/** A peer without manners: a bare socket. */
async function dial(port: number): Promise<{ socket: Socket; text: () => string; closed: Promise<void> }> {
  const socket = connect({ host: '127.0.0.1', port, allowHalfOpen: true });
  const closed = new Promise<void>((resolve) => {
    socket.on('end', () => resolve());
    socket.on('close', () => resolve());
  });
  let text = '';
  socket.on('data', (bytes) => {
    text += bytes.toString('latin1');
  });
  socket.on('error', () => {});
  cleanups.push(() => socket.destroy());
  await new Promise((resolve) => socket.once('connect', resolve));
  return { socket, text: () => text, closed };
}

async function until(isDone: () => boolean, what: string): Promise<void> {
  const deadline = performance.now() + 3_000;
  while (!isDone()) {
    assert.ok(performance.now() < deadline, `in vain waited until ${what}`);
    await sleep(2);
  }
}

function limiter(
  settings: Partial<{ connections: number; perAddress: number; perMinute: number; trusted: Networks }>,
): AddressLimiter {
  const { connections = 100, perAddress = 100, perMinute = 100, trusted = nobody } = settings;
  return new AddressLimiter({
    connections,
    connectionsPerAddress: perAddress,
    newConnectionsPerMinute: perMinute,
    trusted,
    now: () => 0,
  });
}

const SIGNATURE = '\r\n\r\n\0\r\nQUIT\n';

function proxyHeader(
  source: readonly number[],
  sourcePort: number,
  target: readonly number[],
  targetPort: number,
  extra = 0,
): Buffer {
  const rest = [...source, ...target, sourcePort >> 8, sourcePort & 255, targetPort >> 8, targetPort & 255];
  const family = source.length === 4 ? 0x11 : 0x21;
  const length = rest.length + extra;
  return Buffer.concat([
    Buffer.from(SIGNATURE, 'latin1'),
    Buffer.from([0x21, family, length >> 8, length & 255, ...rest]),
    Buffer.alloc(extra, 7),
  ]);
}

test('a peer that has ended still gets the answer to its last words', async () => {
  const served = await serve('tcp');
  const { socket, text } = await dial(served.listener.port);
  await until(() => served.connections.length === 1, 'it is accepted');
  served.connections[0]!.write(Buffer.from('the last '));
  served.connections[0]!.flush();
  served.connections[0]!.write(Buffer.from('words'));
  socket.end('bye');
  await until(() => served.reasons.length === 1, 'it is closed');
  await until(() => text() === 'the last words', 'all came');
  assert.deepEqual(served.reasons, ['GMG_NET_PEER_CLOSED']);
  assert.deepEqual(served.texts, ['bye']);
});

test('a reset is a lost peer', async () => {
  const served = await serve('tcp');
  const { socket } = await dial(served.listener.port);
  await until(() => served.connections.length === 1, 'it is accepted');
  socket.resetAndDestroy();
  await until(() => served.reasons.length === 1, 'it is noticed');
  assert.deepEqual(served.reasons, ['GMG_NET_PEER_LOST']);
});

test('a peer that does not close its end is not waited for', async () => {
  const served = await serve('tcp');
  const { socket } = await dial(served.listener.port);
  await until(() => served.connections.length === 1, 'it is accepted');
  const writing = setInterval(() => socket.write('still here'), 50);
  served.connections[0]!.close('GMG_TEST_DONE');
  await until(() => served.reasons.length === 1, 'it is gone');
  clearInterval(writing);
  assert.deepEqual(served.reasons, ['GMG_TEST_DONE']);
});

for (const kind of ['tcp', 'ws'] as const) {
  const open = (port: number, receiver: Receiver = silent): Promise<Connection> =>
    kind === 'tcp'
      ? connectTcp('127.0.0.1', port, receiver)
      : connectWebSocket(`ws://127.0.0.1:${port}`, receiver);

  test(`${kind}: a silent peer is dropped, one that speaks is not`, async () => {
    const served = await serve(kind, { idleMs: 80 });
    await open(served.listener.port);
    const speaking = await open(served.listener.port);
    const timer = setInterval(() => {
      speaking.write(Uint8Array.of(1));
      speaking.flush();
    }, 10);
    await until(() => served.reasons.length > 0, 'one is dropped');
    await sleep(150);
    clearInterval(timer);
    assert.deepEqual(served.reasons, ['GMG_NET_IDLE']);
    assert.equal(served.listener.connections, 1);
  });

  test(`${kind}: a refused connection is closed`, async () => {
    const reasons: string[] = [];
    const options = { host: '127.0.0.1', port: 0, accept: () => null };
    const listener = kind === 'tcp' ? await listenTcp(options) : await listenWebSocket(options);
    cleanups.push(() => listener.close());
    await open(listener.port, { onData: () => {}, onClose: (reason) => reasons.push(reason) });
    await until(() => reasons.length === 1 && listener.connections === 0, 'it is closed');
  });

  test(`${kind}: a listener that stops lets go on what is open; closed, it closes all`, async () => {
    const served = await serve(kind);
    const { port } = served.listener;
    await open(port);
    served.listener.stop();
    await assert.rejects(open(port), { code: 'GMG_NET_CONNECT_FAILED' });
    assert.equal(served.listener.connections, 1);
    assert.deepEqual(served.reasons, []);
    await served.listener.close();
    assert.deepEqual(served.reasons, ['GMG_NET_SHUTDOWN']);
    assert.equal(served.listener.connections, 0);
  });

  test(`${kind}: a taken port and an absent listener are errors with codes`, async () => {
    const { listener } = await serve(kind);
    const options = { host: '127.0.0.1', port: listener.port, accept: () => null };
    const attempt = kind === 'tcp' ? listenTcp(options) : listenWebSocket(options);
    await assert.rejects(
      attempt,
      (error) => error instanceof NetError && error.code === 'GMG_NET_LISTEN_FAILED',
    );
    await listener.close();
    await assert.rejects(open(listener.port), { code: 'GMG_NET_CONNECT_FAILED' });
  });

  test(`${kind}: more connections than an address may have are turned away, until one is gone`, async () => {
    const shared = limiter({ perAddress: 2 });
    const served = await serve(kind, { limiter: shared });
    const attempt = async (): Promise<Connection | null> => open(served.listener.port).catch(() => null);
    const first = await attempt();
    await attempt();
    await attempt();
    await until(() => served.refused.length === 1, 'the third is refused');
    assert.deepEqual(served.refused, ['127.0.0.1 GMG_NET_ADDRESS_FULL']);
    assert.equal(served.connections.length, 2);
    first!.close('GMG_TEST_DONE');
    await until(() => shared.open === 1, 'one is gone');
    await attempt();
    await until(() => served.connections.length === 3, 'the next is taken');
    await served.listener.close();
    assert.equal(shared.open, 0);
  });
}

test('behind a proxy the connection has the endpoints of the header, IPv4 and IPv6', async () => {
  const served = await serve('tcp', { proxies: loopback });
  const first = await dial(served.listener.port);
  first.socket.write(
    Buffer.concat([proxyHeader([203, 0, 113, 7], 40_000, [198, 51, 100, 1], 2593, 9), Buffer.from('seed')]),
  );
  await until(() => served.texts[0] === 'seed', 'the bytes behind it came');
  first.socket.write(' and more');
  await until(() => served.texts[0] === 'seed and more', 'later ones too');
  const second = await dial(served.listener.port);
  const header = proxyHeader(
    [0x20, 1, 0xd, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5],
    1,
    new Array<number>(16).fill(0),
    2594,
  );
  for (const byte of header) {
    second.socket.write(Uint8Array.of(byte));
    await sleep(0);
  }
  await until(() => served.connections.length === 2, 'the second is accepted');
  const seen = served.connections.map(({ address, localAddress, localPort }) => [
    address,
    localAddress,
    localPort,
  ]);
  assert.deepEqual(seen, [
    ['203.0.113.7', '198.51.100.1', 2593],
    ['2001:db8::5', '::', 2594],
  ]);
});

test("a proxy's own connection keeps its endpoints", async () => {
  const served = await serve('tcp', { proxies: loopback });
  const local = await dial(served.listener.port);
  local.socket.write(
    Buffer.concat([
      Buffer.from(SIGNATURE, 'latin1'),
      Buffer.from([0x20, 0x11, 0, 3, 1, 2, 3]),
      Buffer.from('health'),
    ]),
  );
  await until(() => served.texts[0] === 'health', 'it came');
  assert.equal(served.connections[0]!.address, '127.0.0.1');
});

test('behind a proxy the limits are those of the real address', async () => {
  const served = await serve('tcp', {
    proxies: loopback,
    limiter: limiter({ perAddress: 1, trusted: loopback }),
  });
  for (const last of [1, 1, 2]) {
    const { socket } = await dial(served.listener.port);
    socket.write(proxyHeader([203, 0, 113, last], 1, [1, 1, 1, 1], 1));
    await until(() => served.connections.length + served.refused.length > 0, 'it is decided');
    await sleep(5);
  }
  assert.deepEqual(served.refused, ['203.0.113.1 GMG_NET_ADDRESS_FULL']);
  assert.deepEqual(
    served.connections.map(({ address }) => address),
    ['203.0.113.1', '203.0.113.2'],
  );
});

test('a proxy that sends no header, a wrong one or half of one is refused', async () => {
  const served = await serve('tcp', { proxies: loopback, proxyHeaderMs: 60 });
  for (const bytes of ['\xef\x01\x00\x00\x7f', `${SIGNATURE}\x31\x11\0\x0c`, SIGNATURE.slice(0, 6), '']) {
    const { socket, closed } = await dial(served.listener.port);
    socket.write(Buffer.from(bytes, 'latin1'));
    await closed;
  }
  const { socket, closed } = await dial(served.listener.port);
  socket.end(SIGNATURE);
  await closed;
  assert.deepEqual(served.refused, new Array(5).fill('127.0.0.1 GMG_NET_PROXY_HEADER'));
  assert.equal(served.connections.length, 0);
});

test('from elsewhere a header is only bytes', async () => {
  const served = await serve('tcp', { proxies: nobody });
  const { socket } = await dial(served.listener.port);
  const header = proxyHeader([203, 0, 113, 7], 1, [1, 1, 1, 1], 1);
  socket.write(header);
  await until(() => served.texts[0] === header.toString('latin1'), 'it came');
  assert.equal(served.connections[0]!.address, '127.0.0.1');
});

test('a WebSocket gets the first subprotocol it asked for; text and too long messages end it', async () => {
  const served = await serve('ws');
  const url = `ws://127.0.0.1:${served.listener.port}`;
  const openRaw = async (): Promise<WebSocket> => {
    const socket = new WebSocket(url, ['binary', 'other']);
    await new Promise((resolve) => socket.once('open', resolve));
    return socket;
  };
  const first = await openRaw();
  assert.equal(first.protocol, 'binary');
  first.send('text');
  await until(() => served.reasons.length === 1, 'it is closed');
  const second = await openRaw();
  second.on('error', () => {});
  second.send(new Uint8Array(65_537));
  await until(() => served.reasons.length === 2, 'it is closed');
  assert.deepEqual(served.reasons, ['GMG_NET_TEXT_FRAME', 'GMG_NET_BAD_FRAME']);
});

test('of a reverse proxy the last forwarded address counts, of others none', async () => {
  for (const [proxies, expected] of [
    [loopback, '203.0.113.9'],
    [nobody, '127.0.0.1'],
  ] as const) {
    const served = await serve('ws', { proxies });
    const headers = { 'x-forwarded-for': '1.2.3.4, 203.0.113.9' };
    const socket = new WebSocket(`ws://127.0.0.1:${served.listener.port}/uo?x=1`, { headers });
    await new Promise((resolve) => socket.once('open', resolve));
    assert.equal(served.connections[0]!.address, expected);
    socket.terminate();
  }
});

test('the upgrades to one path of an HTTP server are taken, the rest of it goes on', async () => {
  const server = createServer((_, response) => response.end('page'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  cleanups.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as { port: number };
  const admission = attachWebSocket(server, { path: '/uo', accept: () => silent });
  const connection = await connectWebSocket(`ws://127.0.0.1:${port}/uo`, silent);
  assert.equal(admission.size, 1);
  assert.equal(await (await fetch(`http://127.0.0.1:${port}/`)).text(), 'page');
  connection.close('GMG_TEST_DONE');
  await until(() => admission.size === 0, 'it is gone');
});

test('an upgrade that a page of somebody else asks for is refused, and counts for nothing', async () => {
  const refused: string[] = [];
  const server = createServer();
  cleanups.push(() => {
    server.closeAllConnections();
    server.close();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const admission = attachWebSocket(server, {
    path: '/uo',
    accept: () => silent,
    mayUpgrade: (origin, host) => origin === undefined || origin === `http://${host}`,
    onRefused: (address, code) => refused.push(`${address} ${code}`),
  });
  const open = (origin?: string): Promise<boolean> =>
    new Promise((resolve) => {
      const socket = new WebSocket(`ws://127.0.0.1:${port}/uo`, origin === undefined ? {} : { origin });
      socket.on('error', () => resolve(false));
      socket.on('open', () => {
        socket.close();
        resolve(true);
      });
    });
  assert.equal(await open(), true);
  assert.equal(await open(`http://127.0.0.1:${port}`), true);
  assert.equal(await open('https://elsewhere.example'), false);
  assert.deepEqual(refused, ['127.0.0.1 GMG_NET_FOREIGN_ORIGIN']);
  await until(() => admission.size === 0, 'they are gone');
});
