import { client, type Golden, NEW, OLD, server } from './notation.ts';

const NONE = new Uint8Array(0);
const END = Uint8Array.of(0x0a);

function request(sub: number, bytes: string, body: object): Golden {
  return client('general_request', NEW, bytes, { sub, body });
}

function information(sub: number, bytes: string, body: object): Golden {
  return server('general_information', NEW, bytes, { sub, body });
}

function command(sub: number, bytes: string, body: object): Golden {
  return client('encoded_command', NEW, bytes, { serial: 1, sub, body });
}

/** The subcommands of the general packet, the encoded commands and the messages of assistants. */
export const general: readonly Golden[] = [
  information(0x01, 'BF 001D 0001 00000001 00000002 00000003 00000004 00000005 00000006', {
    keys: [1, 2, 3, 4, 5, 6],
  }),
  information(0x02, 'BF 0009 0002 DEADBEEF', { key: 0xdeadbeef }),
  information(0x04, 'BF 000D 0004 00000063 00000000', { gumpId: 99, button: 0 }),
  request(0x05, 'BF 000D 0005 00000320 00000258', { width: 800, height: 600 }),
  request(0x06, 'BF 000A 0006 01 00000000', { code: 1, body: { serial: 0 } }),
  request(0x06, 'BF 000A 0006 02 00000002', { code: 2, body: { serial: 2 } }),
  request(0x06, 'BF 0010 0006 03 00000002 b"hi" 0000', { code: 3, body: { serial: 2, text: 'hi' } }),
  request(0x06, 'BF 000C 0006 04 b"hi" 0000', { code: 4, body: { text: 'hi' } }),
  request(0x06, 'BF 0007 0006 06 01', { code: 6, body: { allowed: 1 } }),
  request(0x06, 'BF 000A 0006 08 00000002', { code: 8, body: { leader: 2 } }),
  request(0x06, 'BF 000A 0006 09 00000002', { code: 9, body: { leader: 2 } }),
  information(0x06, 'BF 000F 0006 01 02 00000001 00000002', { code: 1, body: { members: [1, 2] } }),
  information(0x06, 'BF 000F 0006 02 01 00000002 00000001', { code: 2, body: { removed: 2, members: [1] } }),
  information(0x06, 'BF 0010 0006 04 00000002 b"hi" 0000', { code: 4, body: { serial: 2, text: 'hi' } }),
  information(0x06, 'BF 000A 0006 07 00000002', { code: 7, body: { leader: 2 } }),
  request(0x07, 'BF 0006 0007 01', { rightClick: 1 }),
  information(0x08, 'BF 0006 0008 00', { map: 0 }),
  request(0x09, 'BF 0005 0009', {}),
  request(0x0a, 'BF 0005 000A', {}),
  request(0x0b, 'BF 0009 000B "ENU" 00', { language: 'ENU' }),
  request(0x0c, 'BF 0009 000C 00000002', { serial: 2 }),
  information(0x0c, 'BF 0009 000C 00000002', { serial: 2 }),
  request(0x0e, 'BF 0009 000E 00000006', { action: 6 }),
  request(0x0f, 'BF 000A 000F 0A 0000003F', { unknown: 10, flags: 0x3f }),
  request(0x10, 'BF 0009 0010 40000010', { serial: 0x40000010 }),
  information(0x10, 'BF 0024 0010 40000010 000FE1A4 FFFFFFFD 0003 "Bob" FFFFFFFC 00100A66 FFFF FFFFFFFF', {
    serial: 0x40000010,
    nameCliloc: 0x0fe1a4,
    attributes: [
      { cliloc: 0xfffffffd, maker: 'Bob' },
      { cliloc: 0xfffffffc },
      { cliloc: 0x100a66, charges: -1 },
    ],
  }),
  request(0x13, 'BF 0009 0013 00000002', { serial: 2 }),
  information(0x14, 'BF 0014 0014 0002 00000002 01 002DD2F1 0001 0000', {
    mode: 2,
    serial: 2,
    entries: [{ cliloc: 0x2dd2f1, index: 1, flags: 0 }],
  }),
  information(0x14, 'BF 001A 0014 0001 00000002 02 0001 17BB 0000 0002 17BC 0020 7FFF', {
    mode: 1,
    serial: 2,
    oldEntries: [
      { index: 1, clilocOffset: 0x17bb, flags: 0 },
      { index: 2, clilocOffset: 0x17bc, flags: 0x20, hue: 0x7fff },
    ],
  }),
  request(0x15, 'BF 000B 0015 00000002 0001', { serial: 2, index: 1 }),
  information(0x16, 'BF 000D 0016 0000000C 40000001', { window: 0x0c, serial: 0x40000001 }),
  information(0x18, 'BF 0019 0018 00000002 00000000 00000000 00000001 00000002', {
    maps: [
      { mapPatches: 0, staticPatches: 0 },
      { mapPatches: 1, staticPatches: 2 },
    ],
  }),
  information(0x19, 'BF 000B 0019 00 00000002 01', { kind: 0, serial: 2, body: { dead: 1 } }),
  information(0x19, 'BF 000C 0019 02 00000001 00 24', {
    kind: 2,
    serial: 1,
    body: { strength: 2, dexterity: 1, intelligence: 0 },
  }),
  information(0x19, 'BF 0011 0019 05 00000002 00 FF 01 0004 0002', {
    kind: 5,
    serial: 2,
    body: { locks: 0xff, animation: { status: 1, animation: 4, frame: 2 } },
  }),
  request(0x1a, 'BF 0007 001A 01 02', { stat: 1, lock: 2 }),
  information(0x1b, 'BF 0017 001B 0001 40000012 0EFA 0001 FF00000000000080', {
    book: 0x40000012,
    graphic: 0x0efa,
    firstSpell: 1,
    spells: Uint8Array.of(0xff, 0, 0, 0, 0, 0, 0, 0x80),
  }),
  request(0x1c, 'BF 0009 001C 0002 0005', { kind: 2, spell: 5 }),
  request(0x1c, 'BF 000D 001C 0001 40000012 0005', { kind: 1, book: 0x40000012, spell: 5 }),
  information(0x1d, 'BF 000D 001D 40000080 00000005', { house: 0x40000080, revision: 5 }),
  request(0x1e, 'BF 0009 001E 40000080', { house: 0x40000080 }),
  information(0x20, 'BF 0011 0020 40000080 04 0000 FFFF FFFF FF', {
    house: 0x40000080,
    action: 4,
    graphic: 0,
    x: 0xffff,
    y: 0xffff,
    z: -1,
  }),
  information(0x21, 'BF 0005 0021', {}),
  information(0x22, 'BF 000B 0022 01 00000002 11', { serial: 2, damage: 17 }),
  request(0x24, 'BF 0006 0024 2A', { data: Uint8Array.of(0x2a) }),
  information(0x25, 'BF 0008 0025 0191 01', { spell: 401, active: 1 }),
  information(0x26, 'BF 0006 0026 02', { mode: 2 }),
  information(0x2a, 'BF 0007 002A 01 02', { female: 1, race: 2 }),
  request(0x2a, 'BF 000F 002A 83EA 203B 044E 0000 0000', {
    choice: { skinHue: 0x83ea, hair: 0x203b, hairHue: 0x44e, beard: 0, beardHue: 0 },
  }),
  request(0x2a, 'BF 0005 002A', {}),
  request(0x2c, 'BF 000D 002C 40000013 00000001', { item: 0x40000013, target: 1 }),
  request(0x2d, 'BF 000B 002D 0004 00000001', { spell: 4, target: 1 }),
  request(0x2e, 'BF 000B 002E 0001 00000002', { skill: 1, target: 2 }),
  request(0x30, 'BF 000B 0030 40000014 0002', { tool: 0x40000014, resource: 2 }),
  request(0x32, 'BF 000B 0032 0001 00000000', {}),
  request(0x33, 'BF 000C 0033 00000001 02 03 01', { serial: 1, facing: 2, direction: 3, speed: 1 }),
  request(0x7777, 'BF 0007 7777 0102', { data: Uint8Array.of(1, 2) }),
  command(0x02, 'D7 000A 00000001 0002 0A', { end: END }),
  command(0x05, 'D7 001E 00000001 0005 00 00000064 00 FFFFFFFF 00 00000002 00 00000007 0A', {
    graphic: { value: 0x64 },
    x: { value: -1 },
    y: { value: 2 },
    z: { value: 7 },
    end: END,
  }),
  command(0x06, 'D7 0019 00000001 0006 00 00000064 00 FFFFFFFF 00 00000002 0A', {
    graphic: { value: 0x64 },
    x: { value: -1 },
    y: { value: 2 },
    end: END,
  }),
  command(0x12, 'D7 000F 00000001 0012 00 00000002 0A', { floor: { value: 2 }, end: END }),
  command(0x19, 'D7 000F 00000001 0019 00 00000005 0A', { ability: { value: 5 }, end: END }),
  command(0x28, 'D7 000A 00000001 0028 0A', { end: END }),
  command(0x32, 'D7 000A 00000001 0032 00', { end: Uint8Array.of(0) }),
  client('assistant_request', NEW, 'F0 0004 FF', { sub: 0xff, body: { data: NONE } }),
  client('assistant_request', NEW, 'F0 0005 01 01', { sub: 1, body: { withPlaces: 1 } }),
  server('assistant_information', NEW, 'F0 0004 00', { sub: 0, body: { data: NONE } }),
  server('assistant_information', NEW, 'F0 0011 01 00000002 03E8 03E9 01 00000000', {
    sub: 1,
    body: { members: [{ serial: 2, x: 1000, y: 1001, map: 1 }] },
  }),
  server('assistant_information', NEW, 'F0 000D 02 00 00000002 00000000', {
    sub: 2,
    body: { withPlaces: 0, members: [{ serial: 2 }] },
  }),
  server('assistant_information', OLD, 'F0 000C FE 00000001 80000000', {
    sub: 0xfe,
    body: { featuresHigh: 1, featuresLow: 0x80000000 },
  }),
];
