import type { Sound } from '../art-source.ts';
import * as t from './things.ts';
import { cry, MAN, type Mood, VOICES, WOMAN } from './voices.ts';

type Entry = readonly [name: string, recipe: t.Recipe];

/** Sounds by number; the numbers are those that rules and clients name. Source: reference `uo-effects`. */
const THINGS: readonly (readonly [ids: readonly number[], ...entry: Entry])[] = [
  [[0x15, 0x16], 'wind', t.wind],
  [[0x17], 'crickets', t.crickets],
  [[0x10, 0x11, 0x12], 'water', t.stream],
  [[0x28, 0x29, 0x206], 'thunder', t.thunder],
  [[0x2a], 'anvil', t.anvil],
  [[0x2b, 0x47, 0x225, 0x227, 0x345, 0x346], 'flame', t.ignite],
  [[0x3be, 0x41], 'douse', t.douse],
  [[0x30, 0x31, 0x2d6], 'drink', t.drink],
  [[0x3a, 0x3b, 0x3c], 'eat', t.eat],
  [[0x38], 'drum', t.music('drum', 100, true)],
  [[0x39], 'drum badly', t.music('drum', 100, false)],
  [[0x43], 'harp', t.music('string', 330, true)],
  [[0x44], 'harp badly', t.music('string', 330, false)],
  [[0x45], 'lap harp', t.music('string', 440, true)],
  [[0x46], 'lap harp badly', t.music('string', 440, false)],
  [[0x4c], 'lute', t.music('string', 220, true)],
  [[0x4d], 'lute badly', t.music('string', 220, false)],
  [[0x52], 'tambourine', t.music('jingle', 400, true)],
  [[0x53], 'tambourine badly', t.music('jingle', 400, false)],
  [[0x504], 'flute', t.music('pipe', 660, true)],
  [[0x503], 'flute badly', t.music('pipe', 660, false)],
  [[0x42, 0x51], 'heavy thing put down', t.thud],
  [[0x48, 0x57, 0x58], 'cloth', t.clothRustle],
  [[0x4f], 'basket', t.basket],
  [[0x2c, 0x2d, 0x2e, 0x2f], 'chest', t.chest],
  [[0x4a, 0x1f4, 0x241, 0x3a4], 'lock', t.lock],
  [[0x4e, 0x240, 0x5a2], 'liquid', t.bubbles],
  [[0x54], 'page', t.paper],
  [[0x55], 'page', t.paper],
  [[0x5c, 0x1d6], 'fizzle', t.fizzle],
  [[0xea, 0xeb], 'door opens', t.doorOpen],
  [[0xf1, 0xf2], 'door closes', t.doorClose],
  [[0xec], 'gate opens', t.gate],
  [[0xf3], 'gate closes', t.gate],
  [[0xed, 0xf4], 'stone door', t.stoneDoor],
  [[0xee, 0xef, 0x3b3], 'crash', t.boom],
  [[0xf6, 0xf7, 0xf8, 0xf9, 0xfa], 'charm', t.charm(330, 660)],
  [[0xfc], 'harm', t.curse(140)],
  [[0xfe], 'magic', t.charm(440, 880)],
  [[0x125, 0x126], 'pick on stone', t.pick],
  [[0x129, 0x12a], 'hoof', t.hoof],
  [[0x12b, 0x12c, 0x12d, 0x12e], 'step', t.step],
  [[0x13e, 0x33e], 'chopping', t.chop],
  [Array.from({ length: 22 }, (_, i) => 0x135 + i).filter((id) => id !== 0x13e), 'blow', t.punch],
  [[0x15e, 0x15f, 0x160], 'fireball', t.bolt(420)],
  [[0x1dd, 0x1de, 0x208, 0x20c, 0x349], 'fire', t.fire],
  [[0x1df, 0x1e1, 0x1e4, 0x1e6, 0x1f8, 0x1f9, 0x1fb, 0x205], 'hex', t.curse(170)],
  [
    [0x1e0, 0x1e2, 0x1e7, 0x1e9, 0x1ea, 0x1eb, 0x1ed, 0x1ee, 0x1f2, 0x1f5, 0x1f7, 0x202, 0x214, 0x215, 0x28e],
    'blessing',
    t.charm(523, 1046),
  ],
  [[0x1e3, 0x1fd, 0x1fe, 0x1fc, 0x20e, 0x20f, 0x210, 0x211, 0x3c4], 'passage', t.charm(262, 1046, 1.3)],
  [[0x1e5, 0x20a, 0x20b, 0x229, 0x2f3], 'bolt', t.bolt(620)],
  [
    [
      0x1ec, 0x1ef, 0x1f0, 0x1f1, 0x1f3, 0x1f6, 0x1ff, 0x200, 0x201, 0x203, 0x204, 0x207, 0x209, 0x213, 0x216,
      0x217, 0x218,
    ],
    'spell',
    t.charm(392, 784),
  ],
  [[0x1e8, 0x48f], 'dead things stir', t.curse(90)],
  [[0x20d, 0x212, 0x22f, 0x231, 0x307], 'burst', t.boom],
  [[0x21c, 0x21f, 0x220, 0x221, 0x222, 0x223, 0x22b, 0x22c], 'trap', t.trap],
  [[0x232], 'axe', t.axeHit],
  [[0x233], 'blunt', t.bluntHit],
  [[0x234], 'shot', t.bowShot],
  [[0x235, 0x387], 'falling blade', t.axeHit],
  [[0x236, 0x237, 0x23b, 0x23c], 'blade', t.bladeHit],
  [[0x238, 0x239, 0x23a], 'swing', t.swing],
  [[0x23d], 'saw', t.saw],
  [[0x23e], 'dye', t.bubbles],
  [[0x23f, 0x364, 0x365, 0x26, 0x27, 0x25], 'splash', t.splash],
  [[0x242], 'mortar', t.mortar],
  [[0x243, 0x244, 0x245, 0x247], 'mystery', t.charm(311, 622)],
  [[0x246], 'poison', t.bubbles],
  [[0x248], 'scissors', t.scissors],
  [[0x249], 'quill', t.scribble],
  [[0x24a], 'spirits', t.curse(210)],
  [[0x2e4], 'a coin', t.coins(1)],
  [[0x2e5], 'coins', t.coins(3)],
  [[0x2e6, 0x32], 'many coins', t.coins(7)],
  [[0x2e8, 0x33b], 'paper', t.paper],
  [[0x3e3], 'digging', t.pick],
  [[0x535, 0x536, 0x5d3], 'blow', t.bluntHit],
  [[0x5d4], 'throw', t.swing],
  [[0x5a, 0x41f], 'chime', t.chime],
  [[0x100], 'chime', t.chime],
];

const MOODS: readonly Mood[] = [0, 1, 2, 3, 4];
const MOOD_NAMES = ['roused', 'idle', 'attacks', 'hurt', 'dies'] as const;

function collect(): Map<number, Entry> {
  const found = new Map<number, Entry>();
  const people: readonly (readonly [number, number, Mood, typeof MAN, string])[] = [
    [0x14b, 5, 3, WOMAN, 'woman hurt'],
    [0x150, 4, 4, WOMAN, 'woman dies'],
    [0x154, 6, 3, MAN, 'man hurt'],
    [0x15a, 4, 4, MAN, 'man dies'],
    [0x314, 4, 4, WOMAN, 'woman dies'],
    [0x423, 5, 4, MAN, 'man dies'],
  ];
  for (const [first, count, mood, voice, name] of people) {
    for (let i = 0; i < count; i++)
      found.set(first + i, [name, cry({ ...voice, pitch: voice.pitch * (0.9 + i * 0.06) }, mood)]);
  }
  for (const [first, voice] of VOICES) {
    for (const mood of MOODS)
      if (!found.has(first + mood))
        found.set(first + mood, [`creature ${MOOD_NAMES[mood]}`, cry(voice, mood)]);
  }
  for (const [ids, name, recipe] of THINGS)
    for (const id of ids) if (!found.has(id)) found.set(id, [name, recipe]);
  return found;
}

const SOUNDS = collect();

/** Numbers of all sounds, rising. */
export const SOUND_IDS: readonly number[] = [...SOUNDS.keys()].sort((a, b) => a - b);

/** Makes a sound; null when there is none of that number. */
export function makeSound(id: number): Sound | null {
  const entry = SOUNDS.get(id);
  if (entry === undefined) return null;
  const [name, recipe] = entry;
  return { name: `${name} ${id}`.slice(0, 39), samples: recipe(id).samples() };
}
