import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lengths } from './golden/lengths.ts';
import {
  clientPacketLength,
  parseVersion,
  profileOf,
  profiles,
  serverPacketLength,
  versions,
} from './index.ts';

interface Step {
  readonly from: number;
  readonly length: number;
}

interface Row {
  readonly id: number;
  readonly sender: string;
  readonly steps: readonly Step[];
}

function stepOf(text: string): Step {
  const [length, version] = text.trim().split(' from ');
  return {
    from: version === undefined ? 0 : parseVersion(version)!,
    length: length === 'var' ? 0 : Number(length),
  };
}

const rows: readonly Row[] = lengths
  .trim()
  .split(/[|\n]/)
  .map((row) => {
    const [id, sender, ...rest] = row.trim().split(' ');
    return { id: Number.parseInt(id!, 16), sender: sender!, steps: rest.join(' ').split(';').map(stepOf) };
  });

test('every id has the length that clients know, just before and after each change', () => {
  assert.equal(new Set(rows.map(({ id }) => id)).size, 256);
  const probes = [...profiles, ...rows.flatMap(({ steps }) => steps.map(({ from }) => from))];
  for (const { id, sender, steps } of rows) {
    for (const version of probes.flatMap((each) => [each - 1, each]).filter((each) => each >= profiles[0]!)) {
      const length = steps.findLast(({ from }) => from <= version)!.length;
      const name = `0x${id.toString(16)} at ${version.toString(16)}`;
      assert.equal(clientPacketLength(id, version), sender === 'S' ? -1 : length, `client ${name}`);
      assert.equal(serverPacketLength(id, version), sender === 'C' ? -1 : length, `server ${name}`);
    }
  }
  assert.equal(clientPacketLength(256, profiles[0]!), -1);
});

test('profiles begin with the oldest client and hold every change of a layout', () => {
  const known: number[] = Object.values(versions);
  // 5.0.0.0 is the beginning; rules that are no matter of layout are named in versions, but change no packet.
  for (const profile of profiles.slice(1)) assert.ok(known.includes(profile), profile.toString(16));
  for (const version of [versions.containerGrid, versions.highSeas, versions.cityPlaces, versions.wornHues]) {
    assert.ok(profiles.includes(version));
    assert.equal(profileOf(version), version);
    assert.ok(profileOf(version - 1) < version);
  }
  assert.equal(profileOf(0), profiles[0]);
  assert.equal(profileOf(0xffffffff), profiles.at(-1));
});
