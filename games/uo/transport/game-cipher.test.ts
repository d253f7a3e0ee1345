import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { versionOf } from './client-version.ts';
import { clientGameCipher, type GameEncryption, gameEncryptionOf, serverGameCipher } from './game-cipher.ts';
import { gameLoginPacket } from './testing/login-packets.ts';

const KEY = 0x12345678;
const encryptions: readonly GameEncryption[] = ['none', 'login', 'blowfish', 'blowfish-twofish', 'twofish'];

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

test('the key stream of Twofish: a login, and where the table is made anew', () => {
  const { decrypt } = serverGameCipher('twofish', KEY, 0);
  const bytes = new Uint8Array(272);
  bytes.set(gameLoginPacket(KEY, 'admin', 'secret'));
  decrypt!(bytes);
  assert.equal(
    hex(bytes.subarray(0, 65)),
    'f9d4a04bc0297f39e2879b59a246852722e26937e2cfbfc8a9c71fb32c73b565' +
      'd03751170c095026ae7d82243632ad8e56399e49fe3445f61ad96d725326e0f80d',
  );
  assert.equal(hex(bytes.subarray(256)), '922658e642e510fb22389f59848e2fb4');
});

test('the pad of a Twofish client', () => {
  const { encrypt } = serverGameCipher('twofish', KEY, 0);
  const packet = Uint8Array.of(0xb9, 0x2f, 0xfa, 0x5b);
  encrypt!(packet);
  assert.equal(hex(packet), '315437f8');
  const rest = new Uint8Array(28);
  encrypt!(rest);
  const pad = '887bcda3eeefe54f7c2d08d62a787410';
  assert.equal(hex(rest), (pad + pad).slice(8));
});

test('which client does what', () => {
  const cases: readonly [number, GameEncryption][] = [
    [versionOf(1, 25, 37), 'login'],
    [versionOf(1, 26, 0), 'blowfish'],
    [versionOf(2, 0, 0), 'blowfish'],
    [versionOf(2, 0, 0, 24), 'blowfish-twofish'],
    [versionOf(2, 0, 3), 'blowfish-twofish'],
    [versionOf(2, 0, 4), 'twofish'],
    [versionOf(7, 0, 114), 'twofish'],
    [versionOf(67, 0, 114), 'twofish'],
  ];
  for (const [version, encryption] of cases) assert.equal(gameEncryptionOf(version), encryption);
});

for (const encryption of encryptions) {
  test(`${encryption}: each end reads the other, however the stream is cut`, () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 0xffff_ffff }),
        fc.array(fc.uint8Array({ maxLength: 700 }), { maxLength: 6 }),
        fc.integer({ min: 1, max: 400 }),
        (key, chunks, cut) => {
          const server = serverGameCipher(encryption, key, versionOf(1, 25, 36));
          const client = clientGameCipher(encryption, key, versionOf(1, 25, 36));
          for (const [send, receive] of [
            [client.encrypt, server.decrypt],
            [server.encrypt, client.decrypt],
          ] as const) {
            const plain = Buffer.concat(chunks);
            const bytes = Buffer.concat(chunks);
            for (const chunk of splitAt(bytes, chunks)) send?.(chunk);
            assert.equal(send === null, receive === null);
            for (let at = 0; at < bytes.length; at += cut) receive?.(bytes.subarray(at, at + cut));
            assert.deepEqual(bytes, plain);
          }
        },
      ),
      { numRuns: 40 },
    );
  });
}

function splitAt(bytes: Uint8Array, like: readonly Uint8Array[]): Uint8Array[] {
  let at = 0;
  return like.map((chunk) => {
    at += chunk.length;
    return bytes.subarray(at - chunk.length, at);
  });
}
