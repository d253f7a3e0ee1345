import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { AddressLimiter } from './address-limiter.ts';
import { addressGroup, ipv6Text, Networks, plainAddress } from './networks.ts';
import { readProxyHeader } from './proxy-header.ts';
import { TokenBucket } from './token-bucket.ts';

function limiter(now: () => number, trusted: readonly string[] = []): AddressLimiter {
  return new AddressLimiter({
    connections: 50_000,
    connectionsPerAddress: 3,
    newConnectionsPerMinute: 6,
    trusted: new Networks(trusted),
    now,
  });
}

test('a token bucket allows a burst and then its rate', () => {
  const bucket = new TokenBucket(2, 5, 0);
  const takeAt = (nowMs: number, times: number): number =>
    Array.from({ length: times }, () => bucket.take(nowMs)).filter(Boolean).length;
  assert.equal(takeAt(0, 10), 5);
  assert.equal(takeAt(400, 10), 0);
  assert.equal(takeAt(1_000, 10), 2);
  assert.equal(takeAt(500, 10), 0, 'a clock that goes back gives nothing');
  assert.equal(takeAt(1_000_000, 10), 5);
});

test('a token bucket never allows more than burst and rate, whatever the times', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 700 }), { maxLength: 200 }), (steps) => {
      const bucket = new TokenBucket(3, 4, 0);
      let now = 0;
      let taken = 0;
      for (const step of steps) {
        now += step;
        if (bucket.take(now)) taken++;
        assert.ok(taken <= 4 + (now * 3) / 1000 + 1e-9);
      }
    }),
  );
});

test('networks are read, and addresses found in them', () => {
  const networks = new Networks(['127.0.0.0/8', '::1', '10.1.2.3', '2001:db8::/32']);
  for (const inside of ['127.9.9.9', '::1', '10.1.2.3', '2001:db8:ffff::1'])
    assert.ok(networks.has(inside), inside);
  for (const outside of ['128.0.0.1', '::2', '10.1.2.4', '2001:db9::1', 'memory', '']) {
    assert.ok(!networks.has(outside), outside);
  }
  for (const bad of [
    '',
    'localhost',
    '10.0.0.0/33',
    '10.0.0.0/',
    '10.0.0.0/8/8',
    '::/129',
    '10.0.0/8',
    '1.2.3.4/-1',
  ]) {
    assert.throws(() => new Networks([bad]), { code: 'GMG_NET_BAD_NETWORK' }, bad);
  }
});

test('an address has one form, and an IPv6 subscriber one group', () => {
  assert.equal(plainAddress('::ffff:10.0.0.1'), '10.0.0.1');
  assert.equal(plainAddress('::1'), '::1');
  assert.equal(ipv6Text(Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255, 10, 0, 0, 1)), '10.0.0.1');
  assert.equal(addressGroup('10.0.0.1'), '10.0.0.1');
  assert.equal(addressGroup('2001:db8:1:2::5'), addressGroup('2001:db8:1:2:3:4:5:6'));
  assert.notEqual(addressGroup('2001:db8:1:2::5'), addressGroup('2001:db8:1:3::5'));
  assert.equal(addressGroup('2001:db8::'), '2001:db8:0:0');
  assert.equal(addressGroup('::1'), '0:0:0:0');
});

test('an address may have so many connections at a time, and so many new ones in a minute', () => {
  let now = 0;
  const limits = limiter(() => now);
  const admit = (): string | null => limits.admit('203.0.113.1');
  assert.deepEqual([admit(), admit(), admit(), admit()], [null, null, null, 'GMG_NET_ADDRESS_FULL']);
  assert.equal(limits.admit('203.0.113.2'), null);
  for (let i = 0; i < 3; i++) limits.release('203.0.113.1');
  assert.deepEqual([admit(), admit(), admit()], [null, null, 'GMG_NET_ADDRESS_TOO_OFTEN']);
  now = 10_000;
  assert.deepEqual([admit(), admit()], [null, 'GMG_NET_ADDRESS_TOO_OFTEN']);
  assert.equal(limits.open, 4);
});

test('trusted networks have no limits but that of all', () => {
  const limits = new AddressLimiter({
    connections: 100,
    connectionsPerAddress: 1,
    newConnectionsPerMinute: 1,
    trusted: new Networks(['127.0.0.0/8', '::1']),
    now: () => 0,
  });
  for (let i = 0; i < 50; i++) assert.equal(limits.admit('127.0.0.1'), null);
  for (let i = 0; i < 50; i++) assert.equal(limits.admit('::1'), null);
  assert.equal(limits.admit('127.0.0.1'), 'GMG_NET_FULL');
  for (let i = 0; i < 50; i++) limits.release('::1');
  assert.equal(limits.open, 50);
  assert.equal(limits.size, 0);
});

test('memory is bounded, and what is open is never forgotten', () => {
  let now = 0;
  const limits = limiter(() => now);
  assert.equal(limits.admit('198.51.100.1'), null);
  for (let i = 0; i < 40_000; i++) {
    const address = `10.${i >>> 16}.${(i >>> 8) & 255}.${i & 255}`;
    assert.equal(limits.admit(address), null);
    limits.release(address);
    assert.ok(limits.size <= 10_003);
  }
  now = 120_000;
  limits.admit('198.51.100.2');
  assert.equal(limits.size, 2);
  limits.release('198.51.100.1');
  assert.equal(limits.open, 1);
});

test('no bytes make the reader of proxy headers throw, and a cut header is waited for', () => {
  const signature = Buffer.from('\r\n\r\n\0\r\nQUIT\n', 'latin1');
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
      assert.ok(
        ['more', 'malformed', 'header'].includes(readProxyHeader(Buffer.concat([signature, bytes])).kind),
      );
    }),
  );
  const header = Buffer.concat([
    signature,
    Buffer.from([0x21, 0x11, 0, 12, 1, 2, 3, 4, 5, 6, 7, 8, 0, 80, 10, 33]),
  ]);
  for (let length = 0; length < header.length; length++) {
    assert.equal(readProxyHeader(header.subarray(0, length)).kind, 'more');
  }
  assert.deepEqual(readProxyHeader(header), {
    kind: 'header',
    length: 28,
    endpoints: { address: '1.2.3.4', localAddress: '5.6.7.8', localPort: 2593 },
  });
  for (const [at, value] of [
    [0, 1],
    [12, 0x11],
    [12, 0x22],
    [13, 0x12],
    [13, 0x31],
    [14, 255],
    [15, 11],
  ] as const) {
    const wrong = Uint8Array.from(header);
    wrong[at] = value;
    assert.equal(readProxyHeader(wrong).kind, 'malformed', `${value} at ${at}`);
  }
});
