import { Tape } from './tape.ts';
import type { Recipe } from './things.ts';

/** A throat: how deep, how rough, how long its calls are. */
export interface Voice {
  /** Hertz. */
  readonly pitch: number;
  /** 0 clear to 1 hoarse. */
  readonly rasp: number;
  /** Breath in it, 0 to 1. */
  readonly breath: number;
  /** Seconds of its usual call. */
  readonly long: number;
  /** How often its call is repeated: a bark, a cluck. */
  readonly times?: number;
  /** Where the pitch goes, as a multiple, within a call. */
  readonly bend?: number;
  readonly waver?: number;
  readonly depth?: number;
  /** No throat at all but bones, stones or slime. */
  readonly matter?: 'bones' | 'slime' | 'wind' | 'stone' | 'water' | 'fire' | 'chitin' | 'glass';
}

/** The five sounds of a creature in the order of the files: roused, idle, attacking, hurt, dying. */
export type Mood = 0 | 1 | 2 | 3 | 4;
const PITCH = [1, 0.9, 1.15, 1.35, 1] as const;
const LENGTH = [1, 0.8, 0.7, 0.5, 1.5] as const;
const LOUD = [0.6, 0.4, 0.7, 0.7, 0.6] as const;

/** What a voice says in a mood. */
export function cry(voice: Voice, mood: Mood): Recipe {
  return (seed) => {
    const { bend = 0.8, breath, depth = 0.04, matter, rasp, waver = 7 } = voice;
    const length = voice.long * LENGTH[mood];
    const times = mood === 3 || mood === 4 ? 1 : (voice.times ?? 1);
    const tape = new Tape(length * times * 1.05 + 0.05);
    const loud = LOUD[mood];
    for (let i = 0; i < times; i++) {
      const at = i * length * 1.05;
      const from = voice.pitch * PITCH[mood] * (1 + (((seed + i * 5) % 7) - 3) * 0.015);
      const to = from * (mood === 4 ? 0.45 : mood === 3 ? 0.7 : bend);
      if (matter === undefined || matter === 'stone') {
        tape.tone({
          at,
          for: length,
          from,
          to,
          wave: 'saw',
          rasp,
          rough: 0.517,
          waver,
          depth,
          loud: loud * 0.5,
          attack: 0.18,
          fade: 1.1,
        });
        tape.tone({
          at,
          for: length,
          from: from * 2.02,
          to: to * 1.98,
          wave: 'triangle',
          waver,
          depth,
          loud: loud * 0.35,
          attack: 0.22,
          fade: 1.2,
        });
      }
      const cut = from * 5 + 300;
      if (breath > 0)
        tape.hiss({
          seed: seed + i,
          at,
          for: length,
          from: cut,
          to: cut * 0.6,
          over: cut * 0.15,
          loud: loud * breath,
          attack: 0.2,
          fade: 1.2,
        });
      if (matter !== undefined)
        tape.hiss({
          seed: seed + 50 + i,
          at,
          for: length,
          ...TEXTURE[matter],
          loud: loud * 0.8,
          attack: 0.15,
        });
      if (matter === 'bones' || matter === 'chitin' || matter === 'glass') {
        const pitch = matter === 'glass' ? 1900 : matter === 'bones' ? 900 : 2400;
        for (let k = 0; k < 6; k++)
          tape.bell(pitch * (1 + ((seed + k * 3) % 5) * 0.16), {
            at: at + (k / 6) * length * 0.8,
            for: 0.07 + (matter === 'glass' ? 0.2 : 0),
            loud: loud * 0.3,
          });
      }
      if (matter === 'slime' || matter === 'water') {
        for (let k = 0; k < 5; k++)
          tape.tone({
            at: at + (k / 5) * length,
            for: 0.09,
            from: 140 + ((seed + k * 7) % 5) * 60,
            to: 420,
            loud: loud * 0.5,
            attack: 0.4,
          });
      }
    }
    return tape;
  };
}

const TEXTURE = {
  bones: { from: 2600, over: 1200 },
  slime: { from: 700, over: 80 },
  wind: { from: 1200, to: 500, over: 150 },
  stone: { from: 420, over: 60 },
  water: { from: 1800, to: 600, over: 200 },
  fire: { from: 900, to: 1900, over: 100 },
  chitin: { from: 5200, over: 1900 },
  glass: { from: 6000, over: 3000 },
} as const;

const beast = (pitch: number, rasp: number, long: number, more: Partial<Voice> = {}): Voice => ({
  pitch,
  rasp,
  breath: 0.25,
  long,
  ...more,
});

/** Voices by the number of their first sound. Source: table of bodies, `uo-bodies`. */
export const VOICES: readonly (readonly [first: number, voice: Voice])[] = [
  [0x5a, beast(90, 0.9, 0.8)],
  [0x5f, beast(95, 0.8, 0.9)],
  [0x64, beast(120, 0.5, 0.9, { bend: 0.9 })],
  [0x69, beast(620, 0.15, 0.5, { bend: 0.7, waver: 5, depth: 0.08 })],
  [0x6e, beast(820, 0.2, 0.14, { times: 3, bend: 0.75 })],
  [0x73, beast(210, 0.7, 0.7)],
  [0x78, beast(170, 0.3, 1, { bend: 0.72 })],
  [0x7d, beast(760, 0.8, 0.25, { times: 2 })],
  [0x82, beast(330, 0.5, 0.4)],
  [0x85, beast(330, 0.6, 0.18, { times: 2, bend: 0.6 })],
  [0x8a, beast(2200, 0.1, 0.3, { times: 2, bend: 1.3 })],
  [0x8f, beast(1500, 0.3, 0.55, { bend: 0.6 })],
  [0x94, beast(2600, 0, 0.12, { times: 4, bend: 1.25, breath: 0 })],
  [0x99, beast(420, 0.5, 0.6, { waver: 12, depth: 0.08, bend: 0.95 })],
  [0x9e, beast(150, 0.7, 0.35, { times: 3 })],
  [0xa3, beast(80, 0.85, 1)],
  [0xa8, beast(520, 0.5, 0.9, { waver: 13, depth: 0.12, bend: 0.5 })],
  [0xad, beast(2300, 0, 0.15, { times: 3, bend: 0.8, breath: 0 })],
  [0xb2, beast(110, 0.85, 1.1)],
  [0xb7, beast(380, 0.4, 0.6)],
  [0xba, beast(170, 0.8, 0.8)],
  [0xbf, beast(1700, 0.5, 0.3, { times: 2 })],
  [0xc4, beast(240, 0.8, 0.22, { times: 3, bend: 1.2 })],
  [0xc9, beast(1300, 0.1, 0.2)],
  [0xcc, beast(1900, 0.2, 0.13, { times: 3, bend: 1.15 })],
  [0xd1, beast(700, 0.8, 0.28, { times: 2 })],
  [0xd6, beast(440, 0.4, 0.7, { waver: 9, depth: 0.1, bend: 0.92 })],
  [0xdb, beast(400, 0.2, 0.7, { breath: 1 })],
  [0xe0, beast(130, 0.6, 0.7)],
  [0xe5, beast(340, 0.3, 1.2, { bend: 1.25, waver: 4, depth: 0.03 })],
  [0x107, beast(300, 0, 1.1, { matter: 'wind', breath: 0.8 })],
  [0x10c, beast(60, 0.8, 1, { matter: 'stone' })],
  [0x111, beast(140, 0, 1, { matter: 'fire', breath: 0.6 })],
  [0x116, beast(200, 0, 1, { matter: 'water', breath: 0.4 })],
  [0x161, beast(120, 0.5, 0.9, { matter: 'slime' })],
  [0x165, beast(70, 0.95, 1.3)],
  [0x16a, beast(62, 0.9, 1.6)],
  [0x16f, beast(85, 0.8, 1, { bend: 0.7 })],
  [0x174, beast(100, 0.9, 0.9)],
  [0x179, beast(180, 0.6, 0.9, { waver: 11, depth: 0.15 })],
  [0x17e, beast(260, 0.2, 1.5, { waver: 3, depth: 0.12, bend: 0.6, breath: 0.7 })],
  [0x183, beast(700, 0, 0.6, { matter: 'chitin', breath: 0.3 })],
  [0x188, beast(820, 0.5, 0.3, { times: 2 })],
  [0x18d, beast(600, 0, 0.7, { matter: 'chitin' })],
  [0x192, beast(900, 0.4, 0.7, { bend: 0.6 })],
  [0x197, beast(110, 0.7, 0.8)],
  [0x19c, beast(130, 0.6, 1.3, { breath: 0.8, waver: 4, depth: 0.08 })],
  [0x1a1, beast(260, 0.7, 0.6, { breath: 0.8 })],
  [0x1a6, beast(1100, 0.6, 0.3, { times: 2 })],
  [0x1ab, beast(80, 0.85, 1)],
  [0x1b0, beast(130, 0.85, 0.7)],
  [0x1b5, beast(480, 0.7, 0.45)],
  [0x1ba, beast(55, 0.7, 1.4, { matter: 'stone' })],
  [0x1bf, beast(90, 0.6, 1.1, { matter: 'water' })],
  [0x1c3, beast(500, 0, 0.7, { matter: 'bones', breath: 0 })],
  [0x1c8, beast(160, 0, 0.7, { matter: 'slime', breath: 0 })],
  [0x1cd, beast(95, 0.9, 0.9)],
  [0x1d2, beast(1500, 0, 0.9, { matter: 'glass', breath: 0 })],
  [0x1d7, beast(105, 0.6, 1.2, { waver: 5, depth: 0.08, breath: 0.5 })],
  [0x25c, beast(75, 0.8, 1.1)],
  [0x261, beast(65, 0.8, 1.2)],
  [0x266, beast(190, 0.9, 0.4, { bend: 0.9 })],
  [0x26b, beast(120, 0.9, 0.6, { bend: 0.9 })],
  [0x352, beast(110, 0.4, 0.9, { matter: 'slime' })],
  [0x394, beast(900, 0.5, 0.7, { bend: 0.55 })],
  [0x3f3, beast(300, 0.3, 0.6, { waver: 10, depth: 0.1 })],
  [0x45a, beast(150, 0.85, 0.7)],
  [0x467, beast(2000, 0, 0.4, { matter: 'glass', breath: 0 })],
  [0x482, beast(140, 0.9, 0.9, { breath: 0.7 })],
  [0x492, beast(800, 0, 0.6, { matter: 'chitin' })],
  [0x4bc, beast(600, 0.4, 0.9, { waver: 12, depth: 0.1, bend: 0.6 })],
];

/** People when they are hurt or die. */
export const MAN: Voice = { pitch: 155, rasp: 0.4, breath: 0.35, long: 0.45, bend: 0.75 };
export const WOMAN: Voice = { pitch: 290, rasp: 0.25, breath: 0.35, long: 0.45, bend: 0.75 };
