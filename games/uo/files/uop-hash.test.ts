import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hashPath } from './uop-hash.ts';

/** Known hashes of paths in archives of real clients. */
const vectors: readonly [path: string, hash: bigint][] = [
  ['build/artlegacymul/00000000.tga', 0x99361f7d3a53aea8n],
  ['build/map0legacymul/00000000.dat', 0xdbb7afa433a3764bn],
  ['build/gumpartlegacymul/00000001.tga', 0x43f086dee0c19779n],
  ['build/multicollection/000000.bin', 0x665ff35ac79d382bn],
  ['build/multicollection/housing.bin', 0x126d1e99ddedee0an],
  ['build/animationlegacyframe/000400/04.bin', 0x439989207c73deedn],
];

test('paths hash as in real archives, whatever their case', () => {
  for (const [path, hash] of vectors) {
    assert.equal(hashPath(path), hash, path);
    assert.equal(hashPath(path.toUpperCase()), hash, path);
  }
});

test('every length of the last group has a hash of its own', () => {
  const hashes = new Set(Array.from({ length: 40 }, (_, length) => hashPath('a'.repeat(length))));
  assert.equal(hashes.size, 40);
});
