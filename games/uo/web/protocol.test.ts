import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { oracle } from '@gommog/ksy';
import { Rand, Writer } from '@gommog/wire';
import * as makers from './generated/rand.ts';
import * as web from './index.ts';

const FOLDER = fileURLToPath(new URL('../../../protocols/web', import.meta.url));

function written<V>(encode: (writer: Writer, value: V, version: number) => void, value: V): number[] {
  const writer = new Writer();
  encode(writer, value, web.NEWEST_WEB_VERSION);
  return [...writer.bytes()];
}

test('random messages and tables read the same by the official parser', async () => {
  const paths = globSync(`${FOLDER}/*.ksy`).sort();
  const { types } = await oracle(paths, {
    samples: 12,
    params: { ver: [web.OLDEST_WEB_VERSION, web.NEWEST_WEB_VERSION] },
  });
  assert.ok(types > 80, `${types} types`);
});

test('the first messages are what they will be for ever', () => {
  assert.deepEqual(
    written(web.encodeHello, { oldest: 1, newest: 2, client: 'ab' }),
    [0x01, 12, 0, 0x47, 0x4d, 0x57, 0x42, 1, 2, 2, 0x61, 0x62],
  );
  assert.deepEqual(
    written(web.encodeWelcome, { version: 1, mayCreateAccount: 1, shardName: 'ab' }),
    [0x01, 8, 0, 1, 1, 2, 0x61, 0x62],
  );
});

test('what is sent most is small, low byte first', () => {
  assert.deepEqual(written(web.encodeWalkRequest, { sequence: 3, facing: 0x82 }), [0x10, 3, 0x82]);
  assert.deepEqual(written(web.encodeStepTaken, { sequence: 3 }), [0x10, 3]);
  assert.deepEqual(
    written(web.encodeMobileMoved, { serial: 0x01020304, x: 0x0506, y: 7, z: -1, facing: 2 }),
    [0x19, 4, 3, 2, 1, 6, 5, 7, 0, 0xff, 2],
  );
});

test('every message has the length that the cutters give it', () => {
  const sides = [
    { table: web.clientPackets, cutter: web.clientCutter, length: web.clientPacketLength },
    { table: web.serverPackets, cutter: web.serverCutter, length: web.serverPacketLength },
  ];
  const code = web as unknown as Readonly<Record<string, (w: Writer, v: object, ver: number) => void>>;
  const make = makers as unknown as Readonly<Record<string, (rand: Rand) => object>>;
  for (const { table, cutter, length } of sides) {
    for (const [kind, { id }] of Object.entries(table)) {
      const name = kind.replaceAll(/(^|_)./g, (match) => match.at(-1)!.toUpperCase());
      const bytes = written(code[`encode${name}`]!, make[`rand${name}`]!(new Rand(7)));
      if (bytes.length > web.MAX_CLIENT_MESSAGE) continue;
      const stream = cutter();
      stream.push(Uint8Array.from([...bytes, id]));
      assert.deepEqual([...stream.next(1)!], bytes, kind);
      assert.notEqual(length(id, 1), -1);
    }
  }
});
