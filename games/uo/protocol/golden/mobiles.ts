import { client, type Golden, NEW, OLD, server } from './notation.ts';

const ANN = {
  serial: 1,
  body: 0x190,
  x: 1000,
  y: 1000,
  z: 0,
  direction: 0,
  hue: 0x83ea,
  flags: 0,
  notoriety: 1,
};
const ANN_BYTES = '00000001 0190 03E8 03E8 00 00 83EA 00 01';
const STATUS_SHORT = '00000001 "Ann":30 0032 0064 00';
const STATUS_BASIC = '01 0032 0028 001E 0014 0028 000A 001E 000003E8 0005 0037';

const status = { serial: 1, name: 'Ann', hits: 50, hitsMax: 100, renamable: 0 };
const basic = {
  female: 1,
  strength: 50,
  dexterity: 40,
  intelligence: 30,
  stamina: 20,
  staminaMax: 40,
  mana: 10,
  manaMax: 30,
  gold: 1000,
  armor: 5,
  weight: 55,
};
const combat = {
  fireResistance: 1,
  coldResistance: 2,
  poisonResistance: 3,
  energyResistance: 4,
  luck: 100,
  damageMin: 5,
  damageMax: 9,
  tithing: 77,
};
const COMBAT_BYTES = '0001 0002 0003 0004 0064 0005 0009 0000004D';
const bonuses = {
  physicalResistanceMax: 70,
  fireResistanceMax: 70,
  coldResistanceMax: 70,
  poisonResistanceMax: 70,
  energyResistanceMax: 75,
  defenceChance: -5,
  defenceChanceMax: 45,
  hitChance: 1,
  swingSpeed: 2,
  damageIncrease: 3,
  lowerReagentCost: 4,
  spellDamage: 5,
  fasterCastRecovery: 6,
  fasterCasting: 7,
  lowerManaCost: 8,
};

/** The player and other mobiles: movement, looks, state, fighting, skills. */
export const mobiles: readonly Golden[] = [
  server(
    'login_confirm',
    NEW,
    '1B 00000001 00000000 0190 03E8 03E8 0000 00 00 FFFFFFFF 00000000 1C00 1000 0*6',
    {
      serial: 1,
      body: 0x190,
      x: 1000,
      y: 1000,
      z: 0,
      direction: 0,
      mapWidth: 7168,
      mapHeight: 4096,
    },
  ),
  server('update_player', NEW, '20 00000001 0190 00 83EA 00 03E8 03E8 0000 00 00', {
    serial: 1,
    body: 0x190,
    hue: 0x83ea,
    flags: 0,
    x: 1000,
    y: 1000,
    direction: 0,
    z: 0,
  }),
  client('walk_request', NEW, '02 02 00 00000000', {
    running: false,
    direction: 2,
    sequence: 0,
    fastwalkKey: 0,
  }),
  client('walk_request', OLD, '02 87 FF DEADBEEF', {
    running: true,
    direction: 7,
    sequence: 255,
    fastwalkKey: 0xdeadbeef,
  }),
  server('walk_accepted', NEW, '22 01 01', { sequence: 1, notoriety: 1 }),
  server('walk_denied', NEW, '21 07 03E8 03E9 82 F6', {
    sequence: 7,
    x: 1000,
    y: 1001,
    direction: 0x82,
    z: -10,
  }),
  client('resync_request', NEW, '22 00 00', {}),
  server('force_walk', NEW, '97 82', { direction: 0x82 }),
  server('pathfind_to', NEW, '38 03E8 03E9 0005', { x: 1000, y: 1001, z: 5 }),
  server('mobile_moving', NEW, `77 ${ANN_BYTES}`, ANN),
  server('mobile_moving', OLD, '77 00000002 0191 0400 0401 EC 84 0000 40 06', {
    serial: 2,
    body: 0x191,
    x: 1024,
    y: 1025,
    z: -20,
    direction: 0x84,
    hue: 0,
    flags: 0x40,
    notoriety: 6,
  }),
  server('mobile_moving_extended', NEW, `D2 ${ANN_BYTES} 0*8`, ANN),
  server('mobile_incoming', NEW, `78 0020 ${ANN_BYTES} 40000001 0E75 15 0000 00000000`, {
    ...ANN,
    items: [{ serial: 0x40000001, graphic: 0x0e75, layer: 0x15, hue: 0 }],
  }),
  server(
    'mobile_incoming',
    '7.0.33.0',
    `78 0027 ${ANN_BYTES} 40000001 0E75 15 40000002 9517 05 0059 00000000`,
    {
      ...ANN,
      items: [
        { serial: 0x40000001, graphic: 0x0e75, layer: 0x15 },
        { serial: 0x40000002, graphic: 0x9517, layer: 5, hue: 0x59 },
      ],
    },
  ),
  server('mobile_incoming', NEW, `78 0017 ${ANN_BYTES} 00000000`, { ...ANN, items: [] }),
  server('mobile_incoming_extended', NEW, `D3 0026 ${ANN_BYTES} 0*6 40000001 0E75 15 0000 00000000`, {
    ...ANN,
    items: [{ serial: 0x40000001, graphic: 0x0e75, layer: 0x15, hue: 0 }],
  }),
  server('status', NEW, `11 002B ${STATUS_SHORT} 00`, { ...status, kind: 0 }),
  server('status', OLD, `11 0042 ${STATUS_SHORT} 01 ${STATUS_BASIC}`, { ...status, kind: 1, basic }),
  server('status', OLD, `11 0046 ${STATUS_SHORT} 03 ${STATUS_BASIC} 00E1 01 05`, {
    ...status,
    kind: 3,
    basic,
    statCap: 225,
    followers: { followers: 1, followersMax: 5 },
  }),
  server('status', NEW, `11 005B ${STATUS_SHORT} 05 ${STATUS_BASIC} 00D7 01 00E1 01 05 ${COMBAT_BYTES}`, {
    ...status,
    kind: 5,
    basic,
    physique: { weightMax: 215, race: 1 },
    statCap: 225,
    followers: { followers: 1, followersMax: 5 },
    combat,
  }),
  server(
    'status',
    NEW,
    `11 0079 ${STATUS_SHORT} 06 ${STATUS_BASIC} 00D7 01 00E1 01 05 ${COMBAT_BYTES}
     0046 0046 0046 0046 004B FFFB 002D 0001 0002 0003 0004 0005 0006 0007 0008`,
    {
      ...status,
      kind: 6,
      basic,
      physique: { weightMax: 215, race: 1 },
      statCap: 225,
      followers: { followers: 1, followersMax: 5 },
      combat,
      bonuses,
    },
  ),
  server('mobile_attributes', NEW, '2D 00000001 0064 0032 001E 000A 0028 0014', {
    serial: 1,
    hitsMax: 100,
    hits: 50,
    manaMax: 30,
    mana: 10,
    staminaMax: 40,
    stamina: 20,
  }),
  server('update_hits', NEW, 'A1 00000001 0064 0032', { serial: 1, max: 100, current: 50 }),
  server('update_mana', NEW, 'A2 00000001 001E 000A', { serial: 1, max: 30, current: 10 }),
  server('update_stamina', NEW, 'A3 00000001 0028 0014', { serial: 1, max: 40, current: 20 }),
  server('health_bar_status', NEW, '17 000F 00000001 0002 0001 03 0002 00', {
    serial: 1,
    states: [
      { kind: 1, state: 3 },
      { kind: 2, state: 0 },
    ],
  }),
  server('health_bar_status_new', NEW, '16 000C 00000001 0001 0001 01', {
    serial: 1,
    states: [{ kind: 1, state: 1 }],
  }),
  client('status_request', NEW, '34 EDEDEDED 04 00000002', { kind: 4, serial: 2 }),
  client('war_mode_request', NEW, '72 01 003200', { war: 1, unknown: Uint8Array.of(0, 0x32, 0) }),
  server('war_mode', NEW, '72 01 00 32 00', { war: 1 }),
  client('attack_request', NEW, '05 00000002', { serial: 2 }),
  server('attack_target', NEW, 'AA 00000002', { serial: 2 }),
  server('swing', NEW, '2F 00 00000001 00000002', { attacker: 1, defender: 2 }),
  server('damage', NEW, '0B 00000002 0011', { serial: 2, amount: 17 }),
  server('paperdoll', NEW, '88 00000001 "Ann, the Mage":60 02', {
    serial: 1,
    text: 'Ann, the Mage',
    flags: 2,
  }),
  client('name_request', NEW, '98 0007 00000002', { serial: 2 }),
  server('mobile_name', NEW, '98 0025 00000002 "an orc":30', { serial: 2, name: 'an orc' }),
  client('rename_request', NEW, '75 00000002 "Rex":30', { serial: 2, name: 'Rex' }),
  server('death_animation', NEW, 'AF 00000001 40000005 00000000', { serial: 1, corpse: 0x40000005 }),
  server('death_screen', NEW, '2C 00', { action: 0 }),
  client('death_choice', NEW, '2C 02', { choice: 2 }),
  server('mobile_status', NEW, 'DE 000C 00000001 01 00000002', { serial: 1, status: 1, attacker: 2 }),
  server('skills', NEW, '3A 0018 02 0001 01F4 01C2 00 03E8 001A 0064 0064 02 03E8 0000', {
    kind: 2,
    body: {
      skills: [
        { number: 1, value: 500, base: 450, lock: 0, cap: 1000 },
        { number: 26, value: 100, base: 100, lock: 2, cap: 1000 },
      ],
    },
  }),
  server('skills', OLD, '3A 000D 00 0001 01F4 01C2 00 0000', {
    kind: 0,
    body: { skills: [{ number: 1, value: 500, base: 450, lock: 0 }] },
  }),
  server('skills', NEW, '3A 000D DF 0019 01F5 01F5 01 03E8', {
    kind: 0xdf,
    body: { skill: 25, value: 501, base: 501, lock: 1, cap: 1000 },
  }),
  server('skills', NEW, '3A 000B FF 0019 01F5 01F5 01', {
    kind: 0xff,
    body: { skill: 25, value: 501, base: 501, lock: 1 },
  }),
  server('skills', NEW, '3A 0011 FE 0002 01 04 "Hide" 00 03 "Hum"', {
    kind: 0xfe,
    body: {
      names: [
        { hasButton: 1, name: 'Hide' },
        { hasButton: 0, name: 'Hum' },
      ],
    },
  }),
  client('skill_lock_request', NEW, '3A 0006 0019 02', { changes: [{ skill: 25, lock: 2 }] }),
  server(
    'buff',
    NEW,
    'DF 002E 00000001 03ED 0001 0000 0000 03ED 0001 00000000 003C 000000 00100A66 00100A67 00000000 0000 0000 0000',
    {
      serial: 1,
      icon: 0x3ed,
      entries: [
        { icon: 0x3ed, seconds: 60, titleCliloc: 0x100a66, secondaryCliloc: 0x100a67, hasArguments: 0 },
      ],
    },
  ),
  server(
    'buff',
    NEW,
    `DF 0036 00000001 03ED 0001 0000 0000 03ED 0001 00000000 003C 000000 00100A66 00100A67
     00000000 0001 0000 0900 3500 0000 0001 0000`,
    {
      serial: 1,
      icon: 0x3ed,
      entries: [
        {
          icon: 0x3ed,
          seconds: 60,
          titleCliloc: 0x100a66,
          secondaryCliloc: 0x100a67,
          hasArguments: 1,
          arguments: '\t5',
        },
      ],
    },
  ),
  server('buff', NEW, 'DF 000F 00000001 03ED 0000 00000000', { serial: 1, icon: 0x3ed, entries: [] }),
];
