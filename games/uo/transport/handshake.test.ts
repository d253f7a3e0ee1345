import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { versionOf } from './client-version.ts';
import { clientGameCipher, clientLoginCipher, type GameEncryption, gameEncryptionOf } from './game-cipher.ts';
import { Handshake, type HandshakeResult, type KnownKey, type Opening } from './handshake.ts';
import { bigEndian, gameLoginPacket, joined, loginPacket, seedPacket } from './testing/login-packets.ts';

const SEED = 0x0100007f;
const KEY = 0x11223344;
const noKeys = (): null => null;

/** Feeds `bytes` in pieces of the given sizes, over and over. What comes after the opening is decrypted by it. */
function run(
  bytes: Uint8Array,
  sizes: readonly number[] = [bytes.length || 1],
  knownKey: (key: number) => KnownKey | null = noKeys,
): { result: HandshakeResult; plain: Uint8Array } {
  const handshake = new Handshake(knownKey);
  let result: HandshakeResult = { kind: 'more' };
  const plain: Uint8Array[] = [];
  for (let at = 0, i = 0; at < bytes.length; i++) {
    const size = sizes[i % sizes.length]!;
    const chunk = bytes.slice(at, at + size);
    at += size;
    if (result.kind === 'open') {
      result.decrypt?.(chunk);
      plain.push(chunk);
    } else if (result.kind === 'more') {
      result = handshake.feed(chunk);
      if (result.kind === 'open') plain.push(result.rest);
    }
  }
  return { result, plain: joined(...plain) };
}

function opened(result: HandshakeResult): Opening {
  assert.equal(result.kind, 'open', JSON.stringify(result));
  return result as Opening;
}

function encrypted(
  packets: Uint8Array,
  cipher: { encrypt: ((bytes: Uint8Array) => void) | null },
): Uint8Array {
  const bytes = packets.slice();
  cipher.encrypt?.(bytes);
  return bytes;
}

const printable = fc.string({
  unit: fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code)),
  minLength: 1,
  maxLength: 20,
});
const seeds = fc.integer({ min: 1, max: 0xfffffffe });
const cuts = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 5 });
/** A modern client's version, and an older one that sends a bare seed. */
const newVersions = fc.integer({ min: 0, max: 115 }).map((revision) => versionOf(7, 0, revision, 3));
const oldVersions = fc.constantFrom(
  versionOf(1, 25, 35),
  versionOf(1, 25, 36),
  versionOf(1, 26, 4),
  versionOf(2, 0, 0),
  versionOf(2, 0, 3),
  versionOf(3, 0, 8),
  versionOf(4, 0, 11),
  versionOf(5, 0, 9),
  versionOf(6, 0, 4),
);

function partsOf(version: number): [number, number, number, number] {
  return [version >>> 24, (version >>> 16) & 255, (version >>> 8) & 255, version & 255];
}

test('a login with a version, plain or encrypted, cut anywhere', () => {
  fc.assert(
    fc.property(
      fc.tuple(seeds, newVersions, printable, printable, fc.boolean(), cuts),
      ([seed, version, name, password, isEncrypted, sizes]) => {
        const sent = joined(loginPacket(name, password), Uint8Array.of(0xa0, 0, 1));
        const body = isEncrypted ? encrypted(sent, clientLoginCipher(seed, version)) : sent;
        const { result, plain } = run(joined(seedPacket(seed, ...partsOf(version)), body), sizes);
        const { phase, encryption, seed: foundSeed, version: foundVersion } = opened(result);
        assert.deepEqual(
          { phase, encryption, foundSeed, foundVersion },
          {
            phase: 'login',
            encryption: isEncrypted ? 'login' : 'none',
            foundSeed: seed,
            foundVersion: version,
          },
        );
        assert.deepEqual(plain, sent);
      },
    ),
  );
});

test('a login after a bare seed: an encrypted one tells the version by its cipher', () => {
  fc.assert(
    fc.property(
      fc.tuple(seeds, oldVersions, printable, printable, fc.boolean(), cuts),
      ([seed, version, name, password, isEncrypted, sizes]) => {
        const sent = joined(loginPacket(name, password), Uint8Array.of(0xa0, 0, 1));
        const body = isEncrypted ? encrypted(sent, clientLoginCipher(seed, version)) : sent;
        const { result, plain } = run(joined(bigEndian(seed), body), sizes);
        const { phase, encryption, version: found } = opened(result);
        assert.equal(phase, 'login');
        assert.equal(encryption, isEncrypted ? 'login' : 'none');
        assert.equal(found, isEncrypted ? version : null);
        assert.deepEqual(plain, sent);
      },
    ),
  );
});

test('a seed under which the first byte of both forms is the same', () => {
  const seed = 0x01020daa;
  const sent = loginPacket('ann', 'secret');
  const version = versionOf(7, 0, 50);
  const plainOne = run(joined(bigEndian(seed), sent)).result;
  assert.equal(opened(plainOne).encryption, 'none');
  const encryptedOne = run(joined(bigEndian(seed), encrypted(sent, clientLoginCipher(seed, version)))).result;
  assert.equal(opened(encryptedOne).encryption, 'login');
  assert.equal(opened(encryptedOne).version, version);
});

test('a bare seed that begins like a seed packet, a status query or a web identity', () => {
  for (const first of [0xef, 0xf1, 0xa4]) {
    const seed = ((first << 24) | 0x102030) >>> 0;
    const sent = joined(loginPacket('ann', 'secret'), new Uint8Array(100).fill(7));
    for (const sizes of [[500], [1], [66, 1]]) {
      const { result, plain } = run(joined(bigEndian(seed), sent), sizes);
      assert.equal(opened(result).seed, seed);
      assert.deepEqual(plain, sent);
      const secret = encrypted(sent, clientLoginCipher(seed, versionOf(5, 0, 9)));
      const other = run(joined(bigEndian(seed), secret), sizes);
      assert.equal(opened(other.result).version, versionOf(5, 0, 9));
      assert.deepEqual(other.plain, sent);
    }
  }
});

for (const version of [
  versionOf(1, 25, 36),
  versionOf(2, 0, 0),
  versionOf(2, 0, 3),
  versionOf(2, 0, 4),
  versionOf(7, 0, 102, 3),
]) {
  const usual = gameEncryptionOf(version);
  for (const encryption of ['none', usual] as const) {
    test(`a game login of ${partsOf(version).join('.')}, ${encryption}, cut anywhere`, () => {
      fc.assert(
        fc.property(
          seeds,
          printable,
          printable,
          cuts,
          fc.uint8Array({ maxLength: 300 }),
          (key, name, password, sizes, more) => {
            const sent = joined(gameLoginPacket(key, name, password), more);
            const client = clientGameCipher(encryption, key, version);
            const bytes = joined(bigEndian(key), encrypted(sent, client));
            const { result, plain } = run(bytes, sizes, (asked) => (asked === key ? { version } : null));
            const opening = opened(result);
            assert.equal(opening.phase, 'game');
            assert.equal(opening.seed, key);
            assert.equal(opening.encryption, encryption);
            assert.equal(opening.version, version);
            assert.deepEqual(plain, sent);

            const answer = more.slice();
            opening.encrypt?.(answer);
            client.decrypt?.(answer);
            assert.deepEqual(answer, more);
          },
        ),
        { numRuns: 25 },
      );
    });
  }
}

test('a game login whose client is not known, in every cipher that needs no version', () => {
  const encryptions: readonly GameEncryption[] = ['none', 'twofish', 'blowfish-twofish', 'blowfish'];
  for (const encryption of encryptions) {
    const sent = gameLoginPacket(KEY, 'ann', 'secret');
    const bytes = joined(bigEndian(KEY), encrypted(sent, clientGameCipher(encryption, KEY, 0)));
    const { result, plain } = run(bytes, [1], () => ({ version: 0 }));
    assert.equal(opened(result).encryption, encryption);
    assert.equal(opened(result).version, null);
    assert.deepEqual(plain, sent);
  }
});

test('a web identity is kept and what follows is read as always', () => {
  const identity = new Uint8Array(149).fill(0x33);
  identity[0] = 0xa4;
  const login = joined(seedPacket(SEED, 7, 0, 102, 3), loginPacket('ann', 'secret'));
  const game = joined(bigEndian(KEY), gameLoginPacket(KEY, 'ann', 'secret'));
  for (const sizes of [[1000], [1], [149], [60]]) {
    const first = opened(run(joined(identity, login), sizes).result);
    assert.deepEqual(first.webIdentity, identity);
    assert.equal(first.phase, 'login');
    const second = opened(
      run(joined(identity, game), sizes, (key) => (key === KEY ? { version: 0 } : null)).result,
    );
    assert.deepEqual(second.webIdentity, identity);
    assert.equal(second.phase, 'game');
  }
});

test('a second web identity is none', () => {
  const identity = new Uint8Array(149).fill(0x33);
  identity[0] = 0xa4;
  const login = joined(seedPacket(SEED, 7, 0, 102, 3), loginPacket('ann', 'secret'));
  const { result } = run(joined(identity, identity, login), [10]);
  assert.deepEqual(result, { kind: 'reject', code: 'GMG_UO_LOGIN_UNREADABLE' });
});

test('what is no client', () => {
  const cases: readonly [string, Uint8Array, HandshakeResult][] = [
    ['a status query', Uint8Array.of(0xf1, 0, 4, 0xff), { kind: 'status', extended: true }],
    ['a compact status query', Uint8Array.of(0xf1, 0, 5, 0xfe, 1), { kind: 'status', extended: false }],
    ['an Enhanced Client', bigEndian(0xffffffff), { kind: 'enhanced' }],
    ['HTTP', Buffer.from('GET / HTTP/1.1\r\n'), { kind: 'foreign', protocol: 'http' }],
    ['TLS', Uint8Array.of(0x16, 3, 1, 2, 0, 1), { kind: 'foreign', protocol: 'tls' }],
    ['a seed of zero', new Uint8Array(66), { kind: 'reject', code: 'GMG_UO_SEED_ZERO' }],
    [
      'a game login with a key that was never handed out',
      joined(bigEndian(KEY), gameLoginPacket(KEY, 'ann', 'secret')),
      { kind: 'reject', code: 'GMG_UO_KEY_UNKNOWN' },
    ],
    [
      'another packet after a seed',
      joined(bigEndian(KEY), Uint8Array.of(0x73, 0)),
      { kind: 'reject', code: 'GMG_UO_LOGIN_UNREADABLE' },
    ],
  ];
  for (const [what, bytes, expected] of cases) {
    for (const sizes of [[bytes.length], [1]]) assert.deepEqual(run(bytes, sizes).result, expected, what);
  }
});

test('a known key with anything but its login is refused', () => {
  const bytes = joined(bigEndian(KEY), gameLoginPacket(KEY + 1, 'ann', 'secret'));
  for (const version of [0, versionOf(1, 25, 36), versionOf(7, 0, 50)]) {
    const { result } = run(bytes, [1], () => ({ version }));
    assert.deepEqual(result, { kind: 'reject', code: 'GMG_UO_GAME_LOGIN_UNREADABLE' });
  }
});

test('any bytes, cut anywhere, come to the same result, soon, and never throw', () => {
  const beginnings = fc.constantFrom<readonly number[]>(
    [],
    [0xef],
    [0xf1, 0, 4],
    [0xa4],
    [0x16, 3],
    [0x47, 0x45],
    [0x11, 0x22, 0x33, 0x44],
    [0xff, 0xff],
  );
  const knownKey = (key: number): KnownKey | null => (key === KEY ? { version: 0 } : null);
  fc.assert(
    fc.property(
      beginnings,
      fc.uint8Array({ minLength: 400, maxLength: 500 }),
      cuts,
      (beginning, garbage, sizes) => {
        const bytes = joined(Uint8Array.from(beginning), garbage);
        const whole = run(bytes, [bytes.length], knownKey);
        const cut = run(bytes, sizes, knownKey);
        assert.notEqual(whole.result.kind, 'more');
        assert.deepEqual(summary(cut.result), summary(whole.result));
        assert.deepEqual(cut.plain, whole.plain);
      },
    ),
    { numRuns: 1000 },
  );
});

test('an encrypted login of random bytes is not taken for one', () => {
  fc.assert(
    fc.property(seeds, fc.uint8Array({ minLength: 61, maxLength: 61 }), (seed, garbage) => {
      const first = Uint8Array.of(0x80 ^ (seed & 0xff) ^ 0xaa);
      fc.pre(first[0] !== 0x80 && ![0xef, 0xf1, 0xa4].includes(seed >>> 24));
      const { result } = run(joined(bigEndian(seed), first, garbage));
      assert.notEqual(result.kind, 'open');
    }),
  );
});

test('nothing may be fed after the result', () => {
  const handshake = new Handshake(noKeys);
  handshake.feed(new Uint8Array(4));
  assert.throws(() => handshake.feed(new Uint8Array(1)));
});

function summary(result: HandshakeResult): unknown {
  if (result.kind !== 'open') return result;
  const { phase, seed, version, encryption, webIdentity } = result;
  return { phase, seed, version, encryption, webIdentity };
}
