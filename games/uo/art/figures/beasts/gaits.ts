import { FOUR_STANDING, type FourPose } from './quadruped.ts';

/** How animals of a kind move, by their size. */
export interface Motion {
  /** How far a foot goes in a step at a walk and at a run. */
  readonly step: number;
  readonly leap: number;
  readonly lift: number;
  /** They bite, and eat from the ground: how far the neck bows. */
  readonly graze: number;
  /** They rear up to strike, instead of biting. */
  readonly rears?: boolean;
}

const TAU = 2 * Math.PI;
const put = (...changes: Partial<FourPose>[]): FourPose =>
  Object.assign({}, FOUR_STANDING, ...changes) as FourPose;

/** A foot goes back on the ground and forward through the air. */
function foot(t: number, step: number, lift: number, ground: number): readonly [number, number] {
  const u = t - Math.floor(t);
  if (u < ground) return [step * (0.5 - u / ground), 0];
  const v = (u - ground) / (1 - ground);
  return [step * (v - 0.5), lift * Math.sin(v * Math.PI)];
}

const walk = (m: Motion, t: number): FourPose => {
  const at = [0.25, 0.75, 0, 0.5];
  return put({
    feet: at.map((o) => foot(t + o, m.step, m.lift, 0.65)),
    bob: 0.35 * Math.cos(2 * t * TAU),
    neck: 0.08 * Math.sin(2 * t * TAU),
    tail: t * TAU,
    spread: 0,
  });
};
const run = (m: Motion, t: number): FourPose => {
  const at = [0.5, 0.6, 0, 0.1];
  const s = Math.sin(t * TAU + 0.4);
  return put({
    feet: at.map((o) => foot(t + o, m.leap, m.lift * 1.6, 0.42)),
    bob: m.lift * 0.45 * (0.5 + 0.5 * Math.cos(t * TAU * 1)),
    pitch: 0.11 * s,
    neck: 0.16 - 0.14 * s,
    tail: t * TAU,
    spread: 0.2,
  });
};
/** Between poses at even times. */
function through(poses: readonly Partial<FourPose>[], t: number): FourPose {
  const place = t * (poses.length - 1);
  const i = Math.min(poses.length - 2, Math.floor(place));
  const v = place - i;
  const part = v * v * (3 - 2 * v);
  const [a, b] = [put(poses[i]!), put(poses[i + 1]!)];
  const blend = (x: number, y: number): number => x + (y - x) * part;
  return {
    feet: a.feet.map(([x, y], n) => [blend(x, b.feet[n]![0]), blend(y, b.feet[n]![1])] as const),
    bob: blend(a.bob, b.bob),
    pitch: blend(a.pitch, b.pitch),
    neck: blend(a.neck, b.neck),
    head: blend(a.head, b.head),
    turn: blend(a.turn, b.turn),
    tail: blend(a.tail, b.tail),
    roll: blend(a.roll, b.roll),
    reach: blend(a.reach, b.reach),
    jaw: blend(a.jaw, b.jaw),
    spread: blend(a.spread, b.spread),
    beat: blend(a.beat, b.beat),
  };
}
const rear = (m: Motion): Partial<FourPose>[] => {
  const up = m.lift * 2.2;
  return [
    {},
    {
      pitch: -0.5,
      bob: up,
      neck: 0.2,
      feet: [
        [m.step * 0.3, up * 2],
        [m.step * 0.1, up * 1.6],
        [0, 0],
        [0, 0],
      ],
      spread: 0.8,
      beat: 1,
    },
    {
      pitch: -0.55,
      bob: up,
      neck: 0.4,
      feet: [
        [m.step * 0.7, up * 1.5],
        [m.step * 0.3, up * 2.2],
        [0, 0],
        [0, 0],
      ],
      spread: 1,
      beat: -0.4,
      jaw: 0.6,
    },
    {},
  ];
};
const bite = (m: Motion): Partial<FourPose>[] => {
  const far = m.step * 0.3;
  return [
    {},
    { pitch: 0.08, reach: -far * 0.6, neck: -0.35, head: 0.2, jaw: 0.4, spread: 0.6, beat: 0.6 },
    {
      pitch: 0.12,
      reach: far,
      neck: 0.25,
      head: -0.3,
      jaw: 1,
      feet: [
        [far, 0],
        [far * 0.6, 0.4],
        [0, 0],
        [0, 0],
      ],
      spread: 1,
      beat: -0.6,
    },
    { pitch: 0.05, reach: far * 0.6, neck: 0.3, head: 0.1, jaw: 0.2 },
    {},
  ];
};
const die = (m: Motion, side: number): Partial<FourPose>[] => {
  const fold: FourPose['feet'] = [
    [m.step * 0.3, 0],
    [m.step * 0.4, 0],
    [-m.step * 0.2, 0],
    [-m.step * 0.4, 0],
  ];
  return [
    {},
    { neck: -0.3, bob: -0.6, pitch: -0.06 },
    { neck: 0.3, bob: -m.lift, roll: 0.4 * side, feet: fold },
    { neck: 0.4, bob: 0, roll: 1.2 * side, feet: fold },
    { neck: 0.35, head: 0.2, roll: 1.5 * side, feet: fold },
  ];
};

/** An action of an animal: its pictures, and its pose by picture. */
export interface BeastAction {
  readonly frames: number;
  pose(m: Motion, frame: number): FourPose;
}
const looped = (frames: number, of: (m: Motion, t: number) => FourPose): BeastAction => ({
  frames,
  pose: (m, frame) => of(m, frame / frames),
});
const once = (frames: number, of: (m: Motion) => Partial<FourPose>[]): BeastAction => ({
  frames,
  pose: (m, frame) => through(of(m), frames === 1 ? 0 : frame / (frames - 1)),
});

const WALK = looped(8, walk);
const RUN = looped(6, run);
const STAND: BeastAction = { frames: 1, pose: () => FOUR_STANDING };
const EAT = once(6, (m) => [
  {},
  { neck: m.graze, head: 0.1 },
  { neck: m.graze, head: 0.25, jaw: 0.5 },
  { neck: m.graze, head: 0.1 },
  {},
]);
const ALERT = once(4, () => [
  {},
  { neck: -0.25, turn: 0.5, tail: 1 },
  { neck: -0.25, turn: -0.4, tail: -1 },
  {},
]);
const STRIKE = once(6, (m) => (m.rears === true ? rear(m) : bite(m)));
const BITE = once(6, bite);
const REAR = once(6, rear);
const HURT = once(4, () => [
  {},
  { reach: -1.4, neck: -0.45, pitch: -0.08, turn: 0.3 },
  { neck: 0.2, turn: -0.2 },
  {},
]);
const DIE_RIGHT = once(6, (m) => die(m, 1));
const DIE_LEFT = once(6, (m) => die(m, -1));
const LIE = once(5, (m) => [
  {},
  {
    bob: -m.lift * 0.8,
    feet: [
      [2, 0],
      [2, 0],
      [-1, 0],
      [-1, 0],
    ],
  },
  {
    bob: -m.lift * 1.5,
    neck: 0.1,
    feet: [
      [3, 0],
      [3, 0],
      [2, 0],
      [2, 0],
    ],
  },
  { bob: -m.lift * 1.5, neck: 0.2 },
]);
const SHAKE = once(5, () => [
  {},
  { turn: 0.35, tail: 1 },
  { turn: -0.35, tail: -1 },
  { turn: 0.2, tail: 1 },
  {},
]);
const FLY = looped(6, (m, t) =>
  put({
    bob: m.lift * 3,
    spread: 1,
    beat: Math.sin(t * TAU),
    feet: [
      [2, m.lift * 2],
      [2, m.lift * 2],
      [-3, m.lift * 2],
      [-3, m.lift * 2],
    ],
  }),
);

/** The 13 actions of the files' animals. */
export const ANIMAL_ACTIONS: readonly BeastAction[] = [
  WALK,
  RUN,
  STAND,
  EAT,
  ALERT,
  STRIKE,
  BITE,
  HURT,
  DIE_RIGHT,
  SHAKE,
  ALERT,
  LIE,
  DIE_LEFT,
];
/** The 22 of the files' monsters, for animals that have a monster's number. */
export const MONSTER_ACTIONS: readonly BeastAction[] = [
  WALK,
  STAND,
  DIE_RIGHT,
  DIE_LEFT,
  STRIKE,
  BITE,
  REAR,
  ALERT,
  SHAKE,
  EAT,
  HURT,
  REAR,
  REAR,
  HURT,
  ALERT,
  HURT,
  HURT,
  SHAKE,
  ALERT,
  FLY,
  FLY,
  DIE_RIGHT,
];
