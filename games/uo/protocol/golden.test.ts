import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Writer } from '@gommog/wire';
import { goldens } from './golden/index.ts';
import { bytesOf, type Golden } from './golden/notation.ts';
import * as packets from './index.ts';

type Encode = (writer: Writer, value: object, version: number) => void;

function encoderOf(kind: string): Encode {
  const name = `encode_${kind}`.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  const encode = (packets as unknown as Record<string, Encode | undefined>)[name];
  assert.ok(encode !== undefined, `no function ${name}`);
  return encode;
}

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

function versionOf({ version }: Golden): number {
  return packets.parseVersion(version)!;
}

function lengthOf({ side }: Golden, bytes: Uint8Array, version: number): number {
  const length = side === 'client' ? packets.clientPacketLength : packets.serverPacketLength;
  const known = length(bytes[0]!, version);
  return known === 0 ? (bytes[1]! << 8) | bytes[2]! : known;
}

function decode({ side }: Golden, bytes: Uint8Array, version: number): { kind: string; body: object } {
  return side === 'client'
    ? packets.decodeClientPacket(bytes, version)
    : packets.decodeServerPacket(bytes, version);
}

for (const golden of goldens) {
  test(`${golden.side} ${golden.kind} ${golden.version}: ${golden.bytes.slice(0, 60)}`, () => {
    const version = versionOf(golden);
    const bytes = bytesOf(golden.bytes);
    assert.equal(lengthOf(golden, bytes, version), bytes.length, 'length');

    const packet = decode(golden, bytes, version);
    assert.equal(packet.kind, golden.kind);
    assert.partialDeepStrictEqual(plain(packet.body), plain(golden.value));

    const writer = new Writer();
    if (golden.readOnly !== true) {
      encoderOf(golden.kind)(writer, golden.value, version);
      assert.equal(hexOf(writer.bytes()), hexOf(bytes), 'written from the value');
      writer.reset();
      encoderOf(golden.kind)(writer, packet.body, version);
      assert.equal(hexOf(writer.bytes()), hexOf(bytes), 'written from what was read');
    } else {
      encoderOf(golden.kind)(writer, packet.body, version);
      const again = decode(golden, writer.bytes(), version);
      assert.partialDeepStrictEqual(plain(again.body), plain(golden.value), 'read again');
    }
  });
}

/** Views of other bytes compare as what they show. */
function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return hexOf(value);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plain(each)]));
}
