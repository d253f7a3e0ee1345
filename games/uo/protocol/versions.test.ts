import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatVersion, isSupported, parseVersion, versionNumber } from './versions.ts';

test('versions are read in the new and in the old form', () => {
  assert.equal(parseVersion('7.0.102.3'), 0x07006603);
  assert.equal(parseVersion('7.0.102'), 0x07006600);
  assert.equal(parseVersion('4.0.11c'), 0x04000b03);
  assert.equal(parseVersion(' 5.0.0A \n'), 0x05000001);
  assert.equal(parseVersion('7.0.9.1 (patch)'), 0x07000901);
});

test('what is no version is refused', () => {
  for (const text of [
    '',
    '7',
    '7.0',
    '7.0.x',
    '7.0.256.0',
    '7.0.1.2.3',
    '-1.0.0.0',
    '7.0.0.0c',
    '1e2.0.0.0',
  ]) {
    assert.equal(parseVersion(text), null, text);
  }
  assert.throws(() => versionNumber(7, 0, 256, 0), RangeError);
  assert.throws(() => versionNumber(7, 0, 0.5, 0), RangeError);
});

test('a formatted version reads as itself', () => {
  const part = fc.integer({ min: 0, max: 255 });
  fc.assert(
    fc.property(part, part, part, part, (major, minor, revision, patch) => {
      const version = versionNumber(major, minor, revision, patch);
      assert.equal(parseVersion(formatVersion(version)), version);
    }),
  );
  assert.equal(formatVersion(0x04000b03), '4.0.11c');
  assert.equal(formatVersion(0x07006603), '7.0.102.3');
});

test('versions compare as numbers and the supported range is 5.0.0 to 7', () => {
  assert.ok(parseVersion('6.0.14.2')! > parseVersion('6.0.5.0')!);
  assert.ok(parseVersion('5.0.0a')! > parseVersion('5.0.0')!);
  assert.ok(isSupported(parseVersion('5.0.0')!));
  assert.ok(isSupported(parseVersion('7.0.200.0')!));
  assert.ok(!isSupported(parseVersion('4.0.11c')!));
  assert.ok(!isSupported(versionNumber(67, 0, 0, 0)));
});
