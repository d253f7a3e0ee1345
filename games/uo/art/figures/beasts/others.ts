import { INK, RAMPS, shade } from '../../palette.ts';
import type { Clay, Matter } from '../clay.ts';
import { add, mix, turned, turnOf, type Vec } from '../vector.ts';
import { drawWings } from './quadruped.ts';

/** What a creature does, as far as its picture goes. */
export type Doing = 'walk' | 'run' | 'stand' | 'strike' | 'hurt' | 'die' | 'eat' | 'fly';

/** A creature of no common build: drawn for what it does at a moment from 0 to 1. */
export type Other = (clay: Clay, doing: Doing, moment: number) => void;

const TAU = 2 * Math.PI;
const of = (ramp: number, bias = 0): Matter => ({ ramp, bias });
const EYE = shade(RAMPS.red, 4);

interface Bird {
  readonly size: number;
  readonly body: Matter;
  readonly wing: Matter;
  readonly head: Matter;
  readonly comb?: Matter;
  readonly beak: Matter;
  readonly leg: number;
  readonly neck: number;
  readonly fan?: Matter;
  readonly hooked?: boolean;
}

function bird({ beak, body, comb, fan, head, hooked = false, leg, neck, size, wing }: Bird): Other {
  return (clay, doing, t) => {
    const dead = doing === 'die' ? Math.min(1, t * 1.3) : 0;
    const flying = doing === 'fly';
    const turn = turnOf(0, doing === 'eat' ? 0.5 * Math.sin(t * Math.PI) : flying ? 0.35 : -0.15, dead * 1.5);
    const hop = doing === 'run' ? Math.abs(Math.sin(t * TAU)) * 1.5 * size : flying ? 9 * size : 0;
    const lunge =
      doing === 'strike'
        ? Math.sin(t * Math.PI) * 3 * size
        : doing === 'hurt'
          ? -Math.sin(t * Math.PI) * 2
          : 0;
    const core: Vec = [0, lunge, (leg * (1 - dead) + 3 * (1 - dead * 0.3)) * size + hop];
    const at = (x: number, y: number, z: number): Vec =>
      add(core, turned(turn, [x * size, y * size, z * size]));
    for (const side of [-1, 1]) {
      const swing =
        doing === 'walk' || doing === 'run' ? Math.sin(t * TAU + (side > 0 ? 0 : Math.PI)) * 2.6 : 0;
      clay.part();
      const foot: Vec =
        flying || dead > 0.5
          ? at(side * 1.2, -3, -2.6)
          : [side * 1.4 * size, lunge * 0.3 + swing * size, Math.max(0, swing) * 0.4 + 0.5];
      clay.rod(at(side * 1.2, -0.3, -2), foot, 0.5 * size, beak, 0.4 * size);
      if (!flying) clay.rod(foot, add(foot, [0, 1.6 * size, 0]), 0.45 * size, beak);
    }
    clay.part();
    if (fan !== undefined) {
      const rim = Array.from({ length: 9 }, (_, i) =>
        at(Math.cos((i / 8) * Math.PI) * 6, -4, Math.sin((i / 8) * Math.PI) * 6.5 + 0.4),
      );
      clay.skin([rim, rim.map(() => at(0, -3, 0))], fan, false);
    } else clay.rod(at(0, -2.6, 0.6), at(0, -6, hooked || flying ? 0 : 2.6), 1.6 * size, wing, 0.9 * size);
    clay.part().egg(at(0, 0, 0), [2.9 * size, 4.1 * size, 3 * size], turn, body);
    clay.part().rod(at(0, 2.4, 0.6), at(0, 3.6, neck), 1.7 * size, body, 1.25 * size);
    clay.egg(at(0, 3.9, neck + 0.6), [1.5 * size, 1.7 * size, 1.5 * size], turn, head);
    clay
      .part()
      .rod(at(0, 5.2, neck + 0.4), at(0, 6.9, neck - (hooked ? 0.7 : 0)), 0.75 * size, beak, 0.35 * size);
    if (comb !== undefined)
      for (const y of [3, 4, 4.8]) clay.part().ball(at(0, y, neck + 2.2), 0.75 * size, comb);
    for (const side of [-1, 1]) clay.mark(at(side * 1.1, 4.9, neck + 0.8), INK);
    const flaps = flying || doing === 'strike' || (doing === 'hurt' && t > 0.2);
    if (flaps)
      drawWings(clay, at(0, 0.6, 1.4), turn, 9 * size, { beat: Math.sin(t * TAU * 2), spread: 1 }, wing);
    else
      for (const side of [-1, 1])
        clay.part().egg(at(side * 2.5, -0.6, 0.4), [0.9 * size, 3.4 * size, 2 * size], turn, wing);
  };
}

function snake(size: number, matter: Matter, belly: Matter): Other {
  return (clay, doing, t) => {
    const dead = doing === 'die' ? t : 0;
    const points = 16;
    const moving = doing === 'walk' || doing === 'run' || doing === 'fly';
    const phase = moving ? t * TAU : 0;
    const rise =
      (doing === 'strike' ? 6 + 3 * Math.sin(t * Math.PI) : moving ? 3.4 : 6) *
      (1 - dead) *
      (doing === 'hurt' ? 0.6 : 1);
    const strike =
      doing === 'strike' ? Math.sin(t * Math.PI) * 7 : doing === 'hurt' ? -3 * Math.sin(t * Math.PI) : 0;
    const at = (i: number): Vec => {
      const u = i / points;
      const head = Math.max(0, (u - 0.7) / 0.3);
      return [
        Math.sin(u * 9 - phase) * 3.6 * size * (1 - head * 0.8),
        (u * 21 - 11 + head * head * strike) * size * (1 - head * 0.16),
        (1.4 + rise * head ** 1.3 * (head < 0.95 ? 1 : 0.95)) * size,
      ];
    };
    const radius = (i: number): number => (i < 3 ? 0.6 + i * 0.3 : 1.5) * size;
    for (let i = 0; i < points; i++) {
      if (i % 4 === 0) clay.part();
      clay.rod(at(i), at(i + 1), radius(i), i % 4 < 2 ? matter : belly, radius(i + 1));
    }
    const end = at(points);
    clay
      .part()
      .egg(add(end, [0, 1.6 * size, 0.3]), [1.8 * size, 2.6 * size, 1.3 * size], turnOf(0, 0.15), matter);
    for (const side of [-1, 1]) clay.mark(add(end, [side * 1.3 * size, 2.8 * size, 1 * size]), EYE);
    if (doing === 'strike' || (doing === 'stand' && dead === 0))
      clay.part().rod(add(end, [0, 4 * size, 0]), add(end, [0, 6 * size, -0.4]), 0.3, of(RAMPS.red, 1));
  };
}

/** Six or eight legs around a body; scorpions have pincers and a tail. */
function crawler(size: number, matter: Matter, back: Matter, scorpion = false): Other {
  return (clay, doing, t) => {
    const dead = doing === 'die' ? Math.min(1, t * 1.2) : 0;
    const strike = doing === 'strike' ? Math.sin(t * Math.PI) : 0;
    const flinch = doing === 'hurt' ? Math.sin(t * Math.PI) : 0;
    const core: Vec = [0, strike * 3 - flinch * 2, (6 - dead * 3.4 + strike * 1.4) * size];
    const at = (x: number, y: number, z: number): Vec => add(core, [x * size, y * size, z * size]);
    for (let i = 0; i < 8; i++) {
      const side = i % 2 === 0 ? 1 : -1;
      const pair = i >> 1;
      const angle = (0.85 - pair * 0.58) * (scorpion ? 0.85 : 1);
      const swing =
        doing === 'walk' || doing === 'run'
          ? Math.sin(t * TAU * (doing === 'run' ? 1 : 1) + pair * 1.7 + (side > 0 ? 0 : Math.PI))
          : 0;
      const raise = strike > 0 && pair === 0 ? strike * 6 : Math.max(0, swing) * 2;
      const reach = (scorpion ? 9 : 12) * (1 - dead * 0.45);
      const way: Vec = [side * Math.cos(angle), Math.sin(angle) + swing * 0.18, 0];
      const root = at(way[0] * 2, way[1] * 2.4, 0);
      const knee: Vec = [
        root[0] + way[0] * reach * 0.5 * size,
        root[1] + way[1] * reach * 0.5 * size,
        (11 - dead * 3) * size * (scorpion ? 0.7 : 1) + raise * 0.4,
      ];
      const foot: Vec = [
        root[0] + way[0] * reach * size,
        root[1] + way[1] * reach * size,
        (dead > 0.5 ? 4 : 0.4) * size + raise,
      ];
      clay.part();
      clay.rod(root, knee, 0.95 * size, matter, 0.8 * size).rod(knee, foot, 0.8 * size, matter, 0.45 * size);
    }
    clay
      .part()
      .egg(
        at(0, -5, scorpion ? 0 : 1.4),
        [(scorpion ? 3.2 : 5) * size, 5.6 * size, (scorpion ? 2.4 : 4.4) * size],
        turnOf(0, -0.15),
        back,
      );
    clay.part().egg(at(0, 1.4, 0), [3 * size, 3.4 * size, 2.5 * size], turnOf(0), matter);
    for (const x of [-1.5, -0.6, 0.6, 1.5]) clay.mark(at(x, 4.3, 1), EYE);
    if (scorpion) {
      const tail: Vec[] = [
        at(0, -9, 1),
        at(0, -12, 5),
        at(0, -10.5, 10 - dead * 6),
        at(0, -6 + strike * 9, 12.5 - dead * 9),
        at(0, -3 + strike * 11, 10.5 - dead * 8),
      ];
      for (let i = 0; i + 1 < tail.length; i++)
        clay.part().rod(tail[i]!, tail[i + 1]!, (1.7 - i * 0.2) * size, matter, (1.5 - i * 0.3) * size);
      for (const side of [-1, 1]) {
        const elbow = at(side * 5, 4.4, 0.4);
        const claw = at(side * (3.6 - strike), 9 + strike * 2, 0.6);
        clay
          .part()
          .rod(at(side * 2, 2, 0), elbow, 1.1 * size, matter)
          .rod(elbow, claw, 1.1 * size, matter, 1.3 * size);
        clay.part().egg(claw, [1.7 * size, 2.8 * size, 1.3 * size], turnOf(side * 0.3), back);
      }
    } else
      for (const side of [-1, 1])
        clay.part().rod(at(side, 3.8, -0.6), at(side * 0.7, 5, -2.6), 0.7 * size, back, 0.3);
  };
}

function slime(matter: Matter): Other {
  return (clay, doing, t) => {
    const s = Math.sin(t * TAU);
    const flat =
      doing === 'die'
        ? 1 - 0.75 * t
        : doing === 'walk' || doing === 'run'
          ? 1 + 0.16 * s
          : doing === 'strike'
            ? 1 + 0.5 * Math.sin(t * Math.PI)
            : doing === 'hurt'
              ? 1 - 0.3 * Math.sin(t * Math.PI)
              : 1;
    const wide = 1 / Math.sqrt(flat);
    const ahead = doing === 'strike' ? 3 * Math.sin(t * Math.PI) : 0;
    clay.part().egg([0, 0, 1.2], [10.5 * wide, 10 * wide, 2.6], turnOf(0), {
      ...matter,
      bias: (matter.bias ?? 0) - 0.8,
    });
    clay.egg([0, ahead * 0.5, 3.4 * flat], [7.5 * wide, 7 * wide, 5.4 * flat], turnOf(0), matter);
    clay.egg([1, ahead, 6.4 * flat], [4.6 * wide, 4.2 * wide, 3.8 * flat], turnOf(0), matter);
    if (doing !== 'die' || t < 0.6)
      for (const side of [-1, 1]) clay.mark([side * 1.7 + 1, 3.4 + ahead, 8 * flat], INK, 1);
    for (const [x, y] of [
      [-9, 5],
      [8, 7],
      [6, -8],
    ] as const)
      clay.part().egg([x * wide, y * wide, 0.8], [2, 2, 1.1], turnOf(0), matter);
  };
}

/** A ball that floats, with one great eye and lesser ones on stalks. */
function gazer(size: number, matter: Matter): Other {
  return (clay, doing, t) => {
    const dead = doing === 'die' ? t : 0;
    const high =
      (22 + Math.sin(t * TAU) * (doing === 'walk' || doing === 'stand' ? 1.4 : 0)) * (1 - dead) +
      9 * size * dead;
    const core: Vec = [
      0,
      doing === 'strike' ? Math.sin(t * Math.PI) * 4 : doing === 'hurt' ? -Math.sin(t * Math.PI) * 3 : 0,
      high,
    ];
    const at = (x: number, y: number, z: number): Vec => add(core, [x * size, y * size, z * size]);
    for (let i = 0; i < 9; i++) {
      const angle = (i / 9) * TAU;
      const root = at(Math.cos(angle) * 5, Math.sin(angle) * 5 - 1, 5.4);
      const tip = at(Math.cos(angle) * 8.4, Math.sin(angle) * 8.4 - 1, 10.5 + Math.sin(t * TAU + i) * 0.9);
      clay.part().rod(root, tip, 0.9 * size, matter, 0.7 * size);
      clay.part().ball(tip, 1.4 * size, of(RAMPS.snow, 0.4));
    }
    clay.part().ball(core, 8 * size, matter);
    clay.part().egg(at(0, 5.4, 1.2), [3.6 * size, 3 * size, 3.4 * size], turnOf(0), of(RAMPS.snow, 0.8));
    clay.mark(at(0, 8.4, 1.2), dead > 0.4 ? shade(RAMPS.snow, 2) : shade(RAMPS.red, 2), 3);
    clay.part().rod(at(-3.4, 6.6, -3.4), at(3.4, 6.6, -3.4), 0.8 * size, of(RAMPS.ink));
  };
}

const wisp: Other = (clay, doing, t) => {
  const dead = doing === 'die' ? t : 0;
  const high = 22 + Math.sin(t * TAU) * 1.6;
  const size = (doing === 'strike' ? 1 + 0.5 * Math.sin(t * Math.PI) : 1) * (1 - dead);
  if (size < 0.1) return;
  clay.part().ball([0, 0, high], 3.4 * size, { ramp: RAMPS.snow, bias: 2, contrast: 0.4 });
  for (let i = 0; i < 8; i++) {
    const angle = (i / 8 + t * 0.5) * TAU;
    const far = (6.4 + 1.6 * Math.sin(t * TAU * 2 + i * 2)) * size;
    clay
      .part()
      .ball(
        [Math.cos(angle) * far, Math.sin(angle) * far, high + Math.sin(i * 2.3) * 5 * size],
        (1 + (i % 3) * 0.3) * size,
        { ramp: RAMPS.jade, bias: 2.4, contrast: 0.3 },
      );
  }
};

function toad(size: number, matter: Matter, belly: Matter): Other {
  return (clay, doing, t) => {
    const leap = doing === 'walk' || doing === 'run' ? Math.sin(t * Math.PI) : 0;
    const dead = doing === 'die' ? Math.min(1, t * 1.2) : 0;
    const turn = turnOf(0, -0.35 * (1 - leap), dead * 3);
    const core: Vec = [0, doing === 'strike' ? 3 * Math.sin(t * Math.PI) : 0, (4.6 + leap * 6 - dead) * size];
    const at = (x: number, y: number, z: number): Vec =>
      add(core, turned(turn, [x * size, y * size, z * size]));
    for (const side of [-1, 1]) {
      clay.part();
      const knee = at(side * 6, -2 - leap * 3, 0.6);
      const foot: Vec = [side * 6 * size, (-1 - leap * 8) * size, 0.7 * size + leap * 3];
      clay
        .rod(at(side * 3, -3.4, -1), knee, 1.9 * size, matter, 1.4 * size)
        .rod(knee, foot, 1.2 * size, matter, 0.9 * size);
      clay
        .part()
        .rod(
          at(side * 3.4, 3, -1),
          [side * 4.4 * size, (4 + leap * 3) * size, 0.7 * size + leap * 4],
          1.2 * size,
          matter,
          0.9 * size,
        );
    }
    clay.part().egg(at(0, 0, 0), [5 * size, 6.4 * size, 4.2 * size], turn, matter);
    clay.egg(at(0, 2.4, -1.2), [4 * size, 4 * size, 3 * size], turn, belly);
    for (const side of [-1, 1]) {
      clay.part().ball(at(side * 2.6, 4, 3), 1.5 * size, matter);
      clay.mark(at(side * 2.8, 5.2, 3.4), shade(RAMPS.gold, 5));
    }
  };
}

/** Vines that whip out of the ground. */
const tendrils =
  (matter: Matter, heart: Matter, count: number, high: number): Other =>
  (clay, doing, t) => {
    const dead = doing === 'die' ? t : 0;
    clay.part().egg([0, 0, 2], [6, 6, 4], turnOf(0), heart);
    for (let i = 0; i < count; i++) {
      const angle = (i / count) * TAU;
      let from: Vec = [Math.cos(angle) * 3, Math.sin(angle) * 3, 2];
      const whip = doing === 'strike' ? Math.sin(t * Math.PI) * 3 : 0;
      clay.part();
      for (let k = 1; k <= 6; k++) {
        const u = k / 6;
        const to: Vec = [
          Math.cos(angle) * (3 + u * 7) + Math.sin(t * TAU + i * 2 + u * 4) * 1.8 * u,
          Math.sin(angle) * (3 + u * 7) + whip * u * 2,
          2 + Math.sin(u * 2.2) * high * (1 - dead * 0.85),
        ];
        clay.rod(from, to, 2 - u * 1.3, matter, 1.7 - u * 1.3);
        from = to;
      }
    }
    clay.mark(mix([0, 6, 4], [0, 6, 5], 0.5), shade(RAMPS.fire, 4), 2);
  };

const WHITE = of(RAMPS.plaster, 0.4);
/** Creatures by body. */
export const OTHERS: ReadonlyMap<number, Other> = new Map<number, Other>([
  [
    208,
    bird({
      size: 1,
      body: WHITE,
      wing: of(RAMPS.plaster, -0.4),
      head: WHITE,
      comb: of(RAMPS.red, 1),
      beak: of(RAMPS.gold, 0.4),
      leg: 3.4,
      neck: 4.2,
    }),
  ],
  [
    6,
    bird({
      size: 0.62,
      body: of(RAMPS.brick, 0.4),
      wing: of(RAMPS.dirt, 0),
      head: of(RAMPS.dirt, 0.2),
      beak: of(RAMPS.gold),
      leg: 2.4,
      neck: 2.2,
    }),
  ],
  [
    5,
    bird({
      size: 1.25,
      body: of(RAMPS.wood, 0.2),
      wing: of(RAMPS.wood, -0.4),
      head: WHITE,
      beak: of(RAMPS.gold, 0.6),
      leg: 2.8,
      neck: 3.2,
      hooked: true,
    }),
  ],
  [
    95,
    bird({
      size: 1.35,
      body: of(RAMPS.dirt, 0.2),
      wing: of(RAMPS.dirt, -0.6),
      head: of(RAMPS.brick, 1),
      comb: of(RAMPS.red, 1),
      beak: of(RAMPS.gold),
      leg: 3.4,
      neck: 4.6,
      fan: of(RAMPS.oak, 0),
    }),
  ],
  [52, snake(1, of(RAMPS.leaf, 0.6), of(RAMPS.moss, 0.8))],
  [21, snake(2, of(RAMPS.moss, 0.2), of(RAMPS.sand, 0.2))],
  [89, snake(2, of(RAMPS.snow, -0.6), of(RAMPS.snow, 0.6))],
  [90, snake(2, of(RAMPS.fire, 0), of(RAMPS.ink, 0))],
  [92, snake(1.8, of(RAMPS.iron, 0.6), of(RAMPS.iron, 1.4))],
  [28, crawler(1, of(RAMPS.dirt, -0.2), of(RAMPS.dirt, 0.4))],
  [11, crawler(1.2, of(RAMPS.ink, 0.4), of(RAMPS.red, -0.4))],
  [19, crawler(1.2, of(RAMPS.ink, 0.4), of(RAMPS.red, -0.4))],
  [20, crawler(1.05, of(RAMPS.snow, -1), of(RAMPS.snow, 0))],
  [157, crawler(0.85, of(RAMPS.ink, 0.2), of(RAMPS.ink, 0.6))],
  [48, crawler(1.15, of(RAMPS.brick, -0.4), of(RAMPS.brick, 0.2), true)],
  [51, slime({ ramp: RAMPS.leaf, bias: 1, contrast: 1.2 })],
  [94, slime({ ramp: RAMPS.snow, bias: 0, contrast: 1.2 })],
  [96, slime({ ramp: RAMPS.jade, bias: 0.4, contrast: 1.2 })],
  [22, gazer(1, of(RAMPS.brick, 0.2))],
  [68, gazer(1.3, of(RAMPS.violet, 0))],
  [58, wisp],
  [80, toad(1.8, of(RAMPS.moss, 0.2), of(RAMPS.sand, 0.2))],
  [81, toad(0.8, of(RAMPS.leaf, 0.4), of(RAMPS.sand, 0.6))],
  [8, tendrils(of(RAMPS.leaf, 0.2), of(RAMPS.violet, 0), 7, 20)],
  [66, tendrils(of(RAMPS.moss, 0), of(RAMPS.dirt, 0), 5, 30)],
]);

/** What each of the 22 actions of monsters and the 13 of animals is. */
export const MONSTER_DOINGS: readonly Doing[] = [
  'walk',
  'stand',
  'die',
  'die',
  'strike',
  'strike',
  'strike',
  'stand',
  'stand',
  'eat',
  'hurt',
  'strike',
  'strike',
  'hurt',
  'stand',
  'hurt',
  'hurt',
  'stand',
  'eat',
  'fly',
  'fly',
  'die',
];
export const ANIMAL_DOINGS: readonly Doing[] = [
  'walk',
  'run',
  'stand',
  'eat',
  'stand',
  'strike',
  'strike',
  'hurt',
  'die',
  'eat',
  'stand',
  'stand',
  'die',
];
/** Pictures of a doing, and whether the last leads to the first. */
export const DOING_FRAMES: Readonly<Record<Doing, readonly [frames: number, loops: boolean]>> = {
  walk: [8, true],
  run: [6, true],
  stand: [1, true],
  strike: [6, false],
  hurt: [4, false],
  die: [6, false],
  eat: [6, false],
  fly: [6, true],
};
