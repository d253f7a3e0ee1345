import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodePong, encodeSpoken, type ServerPacket } from '@gommog/uo/web';
import { Writer } from '@gommog/wire';
import fc from 'fast-check';
import { PacketStream, VERSION } from './packet-stream.ts';

const spoken = { serial: 7, name: 'Anna', text: 'Grüße — 你好', hue: 1, manner: 0 };

function bytesOf(): Uint8Array {
  const writer = new Writer(256);
  encodePong(writer, { stamp: 5, worldMs: 1 }, VERSION);
  encodeSpoken(writer, spoken, VERSION);
  encodePong(writer, { stamp: 6, worldMs: 2 }, VERSION);
  return writer.bytes().slice();
}

test('however the network cuts the bytes, the same messages come out', () => {
  const bytes = bytesOf();
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: bytes.length })), (cuts) => {
      const stream = new PacketStream();
      const heard: ServerPacket[] = [];
      const ends = [...cuts, bytes.length].sort((a, b) => a - b);
      let from = 0;
      for (const end of ends) {
        stream.push(bytes.slice(from, end), (packet) => heard.push(packet));
        from = end;
      }
      assert.deepEqual(
        heard.map(({ kind }) => kind),
        ['pong', 'spoken', 'pong'],
      );
      assert.deepEqual(heard[1]?.kind === 'spoken' && heard[1].body.text, spoken.text);
    }),
  );
});

test('bytes that are no message of the protocol throw', () => {
  assert.throws(() => new PacketStream().push(Uint8Array.of(0x7f, 1, 2), () => {}));
});
