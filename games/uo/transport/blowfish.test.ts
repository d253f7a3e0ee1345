import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { Blowfish } from './blowfish.ts';
import { BlowfishStream } from './blowfish-stream.ts';

/** Key, block, encrypted block. Source: the cipher's published test vectors. */
const published = [
  ['0000000000000000', '0000000000000000', '4ef997456198dd78'],
  ['ffffffffffffffff', 'ffffffffffffffff', '51866fd5b85ecb8a'],
  ['0123456789abcdef', '1111111111111111', '61f9c3802281b096'],
  ['fedcba9876543210', '0123456789abcdef', '0aceab0fc6a0a28d'],
] as const;

for (const [key, block, expected] of published) {
  test(`the published vector for key ${key}`, () => {
    const bytes = Uint8Array.from(Buffer.from(block, 'hex'));
    new Blowfish(Buffer.from(key, 'hex')).encryptBlock(bytes, 0);
    assert.equal(Buffer.from(bytes).toString('hex'), expected);
  });
}

test('the stream changes its schedule and comes back, however it is cut', () => {
  const plain = Uint8Array.from({ length: 3 * 21_036 + 100 }, (_, i) => i >>> 3);
  const bytes = plain.slice();
  const encrypting = new BlowfishStream();
  for (let at = 0; at < bytes.length; at += 1000) encrypting.encrypt(bytes.subarray(at, at + 1000));
  const whole = plain.slice();
  new BlowfishStream().encrypt(whole);
  assert.deepEqual(bytes, whole);

  const decrypting = new BlowfishStream();
  for (let at = 0; at < bytes.length; at += 777) decrypting.decrypt(bytes.subarray(at, at + 777));
  assert.deepEqual(bytes, plain);
});

test('twelve schedules of the stream, as another implementation computed them', () => {
  const bytes = new Uint8Array(12 * 21_036);
  new BlowfishStream().encrypt(bytes);
  assert.equal(
    createHash('sha256').update(bytes).digest('hex'),
    'f22946e526c04b557d492388df1ad484744477d4af652999e2aa445c13c5f51c',
  );
});
