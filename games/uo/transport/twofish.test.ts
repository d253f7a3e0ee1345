import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Twofish } from './twofish.ts';

function encrypt(key: string, block: string): string {
  const bytes = Uint8Array.from(Buffer.from(block, 'hex'));
  new Twofish(Buffer.from(key, 'hex')).encryptBlock(bytes, 0);
  return Buffer.from(bytes).toString('hex');
}

test('the published vectors for 128-bit keys', () => {
  const zero = '0'.repeat(32);
  // Each step takes the block before the last as its key and the last as its block.
  const published = [
    '9f589f5cf6122c32b6bfec2f2ae8c35a',
    'd491db16e7b1c39e86cb086b789f5419',
    '019f9809de1711858faac3a3ba20fbc3',
  ];
  let [key, block] = [zero, zero];
  for (const expected of published) {
    const result = encrypt(key, block);
    assert.equal(result, expected);
    [key, block] = [block, result];
  }
});

test('a key of another length is refused', () => {
  assert.throws(() => new Twofish(new Uint8Array(24)), RangeError);
});
