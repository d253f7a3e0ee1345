import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FrameCutter, WireError, Writer } from '@gommog/wire';
import * as packets from './index.ts';

type Encode = (writer: Writer, value: object, layout: number) => void;
type Golden = readonly [side: 'client' | 'server', kind: string, bytes: string, value: object];

/** Bytes are worked out by hand from the layout tables. `"text"` is a text field: 64 bytes, filled with spaces. */
const goldens: readonly Golden[] = [
  [
    'client',
    'login_request',
    '00 07 "anna" "0123456789abcdef" 42',
    { protocol: 7, username: 'anna', key: '0123456789abcdef', extensionMagic: 0x42 },
  ],
  ['client', 'build_request', '05 0001 0020 01FF 01 2C', { x: 1, y: 32, z: 511, isPlace: 1, block: 44 }],
  [
    'client',
    'move_request',
    '08 FF 0810 07B3 FFE0 40 FC',
    { held: 255, x: 2064, y: 1971, z: -32, yaw: 64, pitch: 252 },
  ],
  ['client', 'chat_request', '0D FF "Hello  there"', { isPartial: 255, text: 'Hello  there' }],
  ['client', 'client_extensions', '10 "a client" 0003', { appName: 'a client', count: 3 }],
  ['client', 'client_extension_entry', '11 "CustomBlocks" 00000001', { name: 'CustomBlocks', version: 1 }],
  ['client', 'client_block_level', '13 01', { level: 1 }],
  ['client', 'client_two_way_ping', '2B 00 BEEF', { isReply: 0, token: 0xbeef }],
  [
    'server',
    'login_reply',
    '00 07 "a server" "Build well" 64',
    { protocol: 7, serverName: 'a server', motd: 'Build well', userType: 100 },
  ],
  ['server', 'ping', '01', {}],
  ['server', 'level_begin', '02', {}],
  ['server', 'level_end', '04 0200 0040 0100', { sizeX: 512, sizeY: 64, sizeZ: 256 }],
  ['server', 'set_block', '06 0001 0020 01FF 07', { x: 1, y: 32, z: 511, block: 7 }],
  [
    'server',
    'player_spawn',
    '07 FF "&canna" 0810 07B3 0800 40 00',
    { player: -1, name: '&canna', x: 2064, y: 1971, z: 2048, yaw: 64, pitch: 0 },
  ],
  [
    'server',
    'player_teleport',
    '08 7F 0810 07B3 0800 40 00',
    { player: 127, x: 2064, y: 1971, z: 2048, yaw: 64, pitch: 0 },
  ],
  [
    'server',
    'player_step_and_turn',
    '09 05 01 FF 80 40 10',
    { player: 5, dx: 1, dy: -1, dz: -128, yaw: 64, pitch: 16 },
  ],
  ['server', 'player_step', '0A 05 01 FF 80', { player: 5, dx: 1, dy: -1, dz: -128 }],
  ['server', 'player_turn', '0B 05 40 10', { player: 5, yaw: 64, pitch: 16 }],
  ['server', 'player_despawn', '0C 05', { player: 5 }],
  ['server', 'message', '0D FF "&eHello"', { place: 255, text: '&eHello' }],
  ['server', 'disconnect', '0E "Go away"', { reason: 'Go away' }],
  ['server', 'user_type_change', '0F 64', { userType: 100 }],
  ['server', 'server_extensions', '10 "gommog" 0009', { appName: 'gommog', count: 9 }],
  ['server', 'server_extension_entry', '11 "EnvColors" 00000001', { name: 'EnvColors', version: 1 }],
  ['server', 'click_distance', '12 00A0', { distance: 160 }],
  ['server', 'server_block_level', '13 01', { level: 1 }],
  [
    'server',
    'player_name',
    '16 0005 "anna" "&canna" "main" 02',
    { nameId: 5, playerName: 'anna', listName: '&canna', groupName: 'main', groupRank: 2 },
  ],
  ['server', 'player_name_gone', '18 00FF', { nameId: 255 }],
  ['server', 'environment_color', '19 02 0000 00FF FFFF', { part: 2, red: 0, green: 255, blue: -1 }],
  [
    'server',
    'player_spawn_extended',
    '21 FF "&canna" "anna" 0810 07B3 0800 40 00',
    { player: 255, name: '&canna', skin: 'anna', x: 2064, y: 1971, z: 2048, yaw: 64, pitch: 0 },
  ],
  ['server', 'server_two_way_ping', '2B 01 BEEF', { isQuestion: 1, token: 0xbeef }],
];

function bytesOf(notation: string): Buffer {
  const parts = notation.matchAll(/"([^"]*)"|([0-9A-F]+)/g);
  return Buffer.concat(
    [...parts].map(([, text, hex]) =>
      text === undefined ? Buffer.from(hex!, 'hex') : Buffer.from(text.padEnd(packets.TEXT_LENGTH), 'latin1'),
    ),
  );
}

function written(kind: string, value: object): string {
  const name = `encode_${kind}`.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  const writer = new Writer();
  (packets as unknown as Record<string, Encode>)[name]!(writer, value, packets.LAYOUT);
  return Buffer.from(writer.bytes()).toString('hex');
}

for (const [side, kind, notation, value] of goldens) {
  test(`${side} ${kind}: ${notation}`, () => {
    const bytes = bytesOf(notation);
    const [decode, length] =
      side === 'client'
        ? [packets.decodeClientPacket, packets.clientPacketLength]
        : [packets.decodeServerPacket, packets.serverPacketLength];
    assert.equal(length(bytes[0]!, packets.LAYOUT), bytes.length);
    const packet = decode(bytes, packets.LAYOUT);
    assert.deepEqual(packet, { kind, body: value });
    assert.equal(written(kind, value), bytes.toString('hex'));
  });
}

test('every packet but the level chunk has golden bytes, and that one has its known length', () => {
  const known = (side: string): string[] => goldens.filter((g) => g[0] === side).map(([, kind]) => kind);
  assert.deepEqual(Object.keys(packets.clientPackets).sort(), known('client').sort());
  assert.deepEqual(Object.keys(packets.serverPackets).sort(), [...known('server'), 'level_chunk'].sort());
  const chunk = written('level_chunk', { used: 3, data: [1, 2, 3], percent: 50 });
  assert.equal(chunk, `030003010203${'00'.repeat(1021)}32`);
});

test('a stream of packets is cut at their ends, and an unknown id is an error', () => {
  const cutter = new FrameCutter(packets.clientPacketLength, 131);
  const bytes = Buffer.concat([bytesOf('08 FF 0810 07B3 FFE0 40 FC'), bytesOf('13 01'), bytesOf('0D FF')]);
  cutter.push(bytes.subarray(0, 4));
  assert.equal(cutter.next(packets.LAYOUT), null);
  cutter.push(bytes.subarray(4));
  assert.equal(cutter.next(packets.LAYOUT)?.length, 10);
  assert.equal(cutter.next(packets.LAYOUT)?.length, 2);
  assert.equal(cutter.next(packets.LAYOUT), null);
  const other = new FrameCutter(packets.clientPacketLength, 131);
  other.push(Uint8Array.of(0x77, 0));
  assert.throws(() => other.next(packets.LAYOUT), WireError);
});
