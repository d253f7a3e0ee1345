import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { difference, OfficialParser, pascal } from '@gommog/ksy';
import { Rand, Reader, WireError, Writer } from '@gommog/wire';
import * as makers from './generated/rand.ts';
import * as packets from './index.ts';

type Make = (rand: Rand, ...params: unknown[]) => object;
type Read = (reader: Reader, ...params: unknown[]) => object;
type Write = (writer: Writer, value: object, ...params: unknown[]) => void;

const FOLDER = fileURLToPath(new URL('../../../protocols/uo', import.meta.url));
const SAMPLES = 3;
/** Cuts of each packet that are tried. */
const CUTS = 24;

const code = packets as unknown as Readonly<Record<string, unknown>>;
const maker = makers as unknown as Readonly<Record<string, Make>>;

interface Side {
  readonly name: 'client' | 'server';
  readonly table: Readonly<Record<string, { readonly id: number }>>;
  readonly length: (id: number, version: number) => number;
  readonly decode: (frame: Uint8Array, version: number) => { kind: string; body: object };
}

const sides: readonly Side[] = [
  {
    name: 'client',
    table: packets.clientPackets,
    length: packets.clientPacketLength,
    decode: packets.decodeClientPacket,
  },
  {
    name: 'server',
    table: packets.serverPackets,
    length: packets.serverPacketLength,
    decode: packets.decodeServerPacket,
  },
];

function written(write: Write, value: object, ...params: unknown[]): Uint8Array {
  const writer = new Writer();
  write(writer, value, ...params);
  return writer.bytes().slice();
}

/** Every cut of a packet is read, or refused by WireError; nothing else is thrown. */
function refusesCleanly(bytes: Uint8Array, read: (cut: Uint8Array) => unknown): void {
  const step = Math.max(1, Math.floor(bytes.length / CUTS));
  for (let length = 0; length < bytes.length; length += step) {
    try {
      read(bytes.subarray(0, length));
    } catch (error) {
      assert.ok(error instanceof WireError, String(error));
    }
  }
}

for (const { name, table, length, decode } of sides) {
  test(`random ${name} packets of every version read the same by the official parser`, async () => {
    const official = await OfficialParser.of(FOLDER, `${name}_packet`);
    for (const [kind, { id }] of Object.entries(table)) {
      const make = maker[`rand${pascal(kind)}`]!;
      const encode = code[`encode${pascal(kind)}`] as Write;
      for (const version of packets.profiles) {
        for (let sample = 1; sample <= SAMPLES; sample++) {
          const seed = sample * 7919 + version;
          const where = `${kind} ${packets.formatVersion(version)} seed ${seed}`;
          const bytes = written(encode, make(new Rand(seed), version), version);
          const total = length(id, version);
          assert.equal(
            total === 0 ? (bytes[1]! << 8) | bytes[2]! : total,
            bytes.length,
            `length of ${where}`,
          );

          const packet = decode(bytes, version);
          const { body } = official.parse(`${pascal(name)}Packet`, bytes, version);
          assert.equal(packet.kind, kind, where);
          assert.equal(difference(packet.body, body), null, where);
          assert.deepEqual(written(encode, packet.body, version), bytes, `written again: ${where}`);
          refusesCleanly(bytes, (cut) => decode(cut, version));
        }
      }
    }
  });
}

/** What the types with parameters are given; the first of a pair with odd samples. */
const params: Readonly<Record<string, readonly [unknown, unknown]>> = {
  GumpPicture: [1, 3],
  Texture: [4, 16],
};
const FORMATS: readonly [unknown, unknown] = [false, true];

test('random client files read the same by the official parser', async () => {
  const official = await OfficialParser.of(FOLDER, 'data');
  const types = Object.keys(maker)
    .map((name) => name.slice('rand'.length))
    .filter((type) => official.has(type));
  assert.ok(types.length > 40);
  for (const type of types) {
    const read = code[`read${type}`] as Read;
    const write = code[`write${type}`] as Write;
    for (let sample = 1; sample <= 4; sample++) {
      const pair = read.length === 2 ? (params[type] ?? FORMATS) : [];
      const given = pair.length === 0 ? [] : [pair[sample % 2]];
      const where = `${type} sample ${sample}`;
      const bytes = written(write, maker[`rand${type}`]!(new Rand(sample), ...given), ...given);
      const reader = new Reader(bytes);
      const value = read(reader, ...given);
      reader.finish();
      assert.equal(difference(value, official.parse(type, bytes, ...given)), null, where);
      assert.deepEqual(written(write, value, ...given), bytes, `written again: ${where}`);
      refusesCleanly(bytes.subarray(0, 4096), (cut) => read(new Reader(cut), ...given));
    }
  }
});

test('the comparison sees a difference', () => {
  assert.equal(difference({ a: [1], b: Uint8Array.of(2) }, { a: [1], b: Uint8Array.of(2), c: 3 }), null);
  assert.equal(difference({ a: [1] }, { a: [1, 0] }), null);
  assert.match(difference({ a: [1, 2] }, { a: [1] })!, /not 2 elements/);
  assert.match(difference({ a: { b: 1 } }, { a: { b: 2 } })!, /^\.a\.b: 1, official 2/);
  assert.match(difference({ a: undefined }, { a: 0 })!, /undefined/);
  assert.match(difference(Uint8Array.of(1), Uint8Array.of(2))!, /other bytes/);
});
