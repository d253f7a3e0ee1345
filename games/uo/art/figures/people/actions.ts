import type { Vec } from '../vector.ts';
import { between, type Pose, STANDING } from './skeleton.ts';

/** An action of a body: how many pictures, and the pose at a moment from 0 to 1. */
export interface Action {
  readonly frames: number;
  pose(t: number): Pose;
  /** It sits on something, which hides what is behind it. */
  readonly riding?: boolean;
}

type Change = Partial<Pose>;
const TAU = 2 * Math.PI;
const put = (...changes: Change[]): Pose => Object.assign({}, STANDING, ...changes) as Pose;

/** A cycle, whose last picture leads to its first. */
const cycle = (frames: number, pose: (t: number) => Pose): Action => ({ frames, pose });

/** Key poses at even times, from the first to the last; between them it moves as bodies do, quick in the middle. */
function keys(frames: number, poses: readonly Pose[], riding = false): Action {
  const pose = (t: number): Pose => {
    const place = t * (poses.length - 1);
    const i = Math.min(poses.length - 2, Math.floor(place));
    const part = place - i;
    return between(poses[i]!, poses[i + 1]!, part * part * (3 - 2 * part));
  };
  return { frames, pose, riding };
}

/** Moment of a picture: cycles stop short of 1, others reach it. */
export function momentOf(action: Action, frame: number, loops: boolean): number {
  if (action.frames === 1) return 0;
  return frame / (loops ? action.frames : action.frames - 1);
}

interface Gait {
  readonly stride: number;
  readonly lift: number;
  readonly bob: number;
  readonly lean: number;
  readonly swing: number;
  /** Bend of the elbows: how far up and forward the hands are carried. */
  readonly carry: number;
  readonly crouch: number;
}

/** Feet go back along the ground half of the time, and forward through the air the other. */
function stride(t: number, { stride: far, lift }: Gait): { foot: Vec; toe: number } {
  const u = t - Math.floor(t);
  if (u < 0.5) {
    const v = u / 0.5;
    return { foot: [0, far * (0.55 - 1.1 * v), 0], toe: v < 0.15 ? 0.45 : 0 };
  }
  const v = (u - 0.5) / 0.5;
  const rise = Math.sin(v * Math.PI) ** 0.8;
  return {
    foot: [0, far * (-0.55 + 1.1 * v), lift * rise + (v < 0.4 ? lift * 0.25 : 0)],
    toe: v < 0.5 ? -0.9 : 0.3,
  };
}

function walking(gait: Gait, change: (t: number) => Change = () => ({})): (t: number) => Pose {
  return (t) => {
    const right = stride(t, gait);
    const left = stride(t + 0.5, gait);
    const s = Math.cos(t * TAU);
    const { carry, swing } = gait;
    return put(
      {
        hips: [0, 0, gait.bob * Math.cos(2 * t * TAU + 0.6) - gait.bob - gait.crouch],
        hipYaw: 0.08 * s,
        twist: -0.2 * s * (swing / 5),
        lean: gait.lean,
        nod: gait.lean * 0.2,
        rightFoot: [2.6, right.foot[1], right.foot[2]],
        leftFoot: [-2.6, left.foot[1], left.foot[2]],
        rightToe: right.toe,
        leftToe: left.toe,
        rightHand: [2.6 - carry * 0.1, 1.5 + carry - swing * s, -16.8 + carry * 0.75 + Math.abs(s) * 1.2],
        leftHand: [-2.6 + carry * 0.1, 1.5 + carry + swing * s, -16.8 + carry * 0.75 + Math.abs(s) * 1.2],
      },
      change(t),
    );
  };
}

const WALK: Gait = { stride: 10.5, lift: 3, bob: 0.6, lean: 0.06, swing: 5, carry: 0.8, crouch: 0 };
const RUN: Gait = { stride: 17, lift: 8, bob: 1.4, lean: 0.3, swing: 8, carry: 6, crouch: 0.8 };
const STALK: Gait = { stride: 9, lift: 2.6, bob: 0.5, lean: 0.16, swing: 1.5, carry: 5, crouch: 1.6 };

const ARMED: Change = { rightHand: [3.2, 4.5, -14.8], blade: [0.12, 0.8, 0.62] };
const GUARD: Pose = put({
  hips: [0, 0.4, -1.7],
  hipYaw: -0.28,
  twist: 0.12,
  lean: 0.1,
  rightFoot: [4.6, -3.4, 0],
  leftFoot: [-3.4, 4.4, 0],
  rightHand: [2.8, 7.2, -9.5],
  leftHand: [-0.6, 8.6, -8],
  blade: [-0.15, 0.55, 0.85],
  shield: [-0.2, 1, 0.05],
});
const SHAFT: Change = {
  rightHand: [-0.6, 7, -12.4],
  leftHand: [3, 9.5, -5.2],
  shaft: [-0.45, 0.34, 0.85],
  blade: [-0.45, 0.34, 0.85],
};
const GUARD_TWO: Pose = { ...GUARD, ...SHAFT };

const over = (base: Pose, ...changes: Change[]): Pose => Object.assign({}, base, ...changes) as Pose;

const SLASH: readonly Pose[] = [
  GUARD,
  over(GUARD, {
    twist: -0.5,
    lean: -0.04,
    rightHand: [6, -1, 8],
    blade: [0.5, -0.45, 0.75],
    leftHand: [-1, 9, -6],
  }),
  over(GUARD, {
    twist: -0.55,
    lean: -0.08,
    rightHand: [5.4, -3, 10],
    blade: [0.5, -0.8, 0.4],
    leftHand: [-1, 9, -6],
  }),
  over(GUARD, {
    twist: 0.35,
    lean: 0.26,
    hips: [0, 2, -2.6],
    rightHand: [-1, 16, -3],
    blade: [-0.25, 0.95, 0.15],
    leftHand: [-4, 3, -12],
  }),
  over(GUARD, {
    twist: 0.6,
    lean: 0.3,
    hips: [0, 2, -2.8],
    rightHand: [-9, 9, -11],
    blade: [-0.85, 0.35, -0.4],
    leftHand: [-4.5, -1, -13],
  }),
  GUARD,
];
const THRUST: readonly Pose[] = [
  GUARD,
  over(GUARD, {
    twist: -0.5,
    hips: [0, -1.6, -1.8],
    rightHand: [3.4, -1.5, -8.5],
    blade: [-0.15, 1, 0.12],
    leftHand: [-1, 9, -7],
  }),
  over(GUARD, {
    twist: 0.5,
    lean: 0.28,
    hips: [0, 4, -3.2],
    rightHand: [-3.4, 17.2, -2.6],
    blade: [-0.1, 1, 0.02],
    leftHand: [-4, 0, -13],
  }),
  over(GUARD, {
    twist: 0.4,
    lean: 0.25,
    hips: [0, 3, -3],
    rightHand: [-2.4, 15, -4],
    blade: [-0.1, 1, 0.08],
    leftHand: [-4, 1, -13],
  }),
  GUARD,
];
const CHOP: readonly Pose[] = [
  GUARD,
  over(GUARD, {
    twist: -0.2,
    lean: -0.16,
    rightHand: [1.5, 1, 15],
    blade: [0.1, -0.6, 0.8],
    leftHand: [-1, 8, -8],
  }),
  over(GUARD, {
    twist: -0.1,
    lean: -0.2,
    rightHand: [1, -1, 16],
    blade: [0.1, -0.95, 0.2],
    leftHand: [-1, 8, -8],
  }),
  over(GUARD, {
    twist: 0.25,
    lean: 0.42,
    hips: [0, 2, -3],
    rightHand: [-2.6, 14, -7],
    blade: [-0.1, 0.8, -0.55],
    leftHand: [-4, 2, -13],
  }),
  over(GUARD, {
    twist: 0.3,
    lean: 0.44,
    hips: [0, 2, -3.2],
    rightHand: [-3.4, 11, -12],
    blade: [-0.1, 0.6, -0.8],
    leftHand: [-4, 1, -13],
  }),
  GUARD,
];
const both = (rightHand: Vec, leftHand: Vec, shaft: Vec): Change => ({
  rightHand,
  leftHand,
  shaft,
  blade: shaft,
});
const HEW: readonly Pose[] = [
  GUARD_TWO,
  over(GUARD_TWO, { lean: -0.15 }, both([-2, 2, 13], [5, 5, 12.5], [0.12, -0.75, 0.65])),
  over(GUARD_TWO, { lean: -0.24 }, both([-2, -1, 14.5], [5, 2, 15], [0.1, -0.98, 0.1])),
  over(
    GUARD_TWO,
    { lean: 0.42, hips: [0, 2, -3] },
    both([-3, 10.5, -5], [3.5, 14, -6.5], [-0.05, 0.9, -0.3]),
  ),
  over(
    GUARD_TWO,
    { lean: 0.52, hips: [0, 2, -3.4] },
    both([-3.4, 8, -11], [3.5, 12, -13], [-0.05, 0.7, -0.7]),
  ),
  GUARD_TWO,
];
const SWEEP: readonly Pose[] = [
  GUARD_TWO,
  over(GUARD_TWO, { twist: -0.8, lean: 0.06 }, both([4, 5, -6], [11, 9, -3], [0.85, -0.2, 0.4])),
  over(GUARD_TWO, { twist: -0.9, lean: 0.06 }, both([4.4, 4, -5], [11, 8, -2], [0.85, -0.5, 0.25])),
  over(
    GUARD_TWO,
    { twist: 0.3, lean: 0.22, hips: [0, 1.6, -2.6] },
    both([-3, 12, -6], [4, 15, -6], [-0.05, 1, 0.02]),
  ),
  over(
    GUARD_TWO,
    { twist: 0.9, lean: 0.2, hips: [0, 1.6, -2.8] },
    both([-9, 9, -7], [-4, 12, -7.5], [-0.95, 0.3, -0.12]),
  ),
  GUARD_TWO,
];
const JAB: readonly Pose[] = [
  GUARD_TWO,
  over(GUARD_TWO, { twist: -0.5, hips: [0, -1.6, -2] }, both([1.5, -1.5, -9], [5, 10, -5], [-0.1, 1, 0.16])),
  over(
    GUARD_TWO,
    { twist: 0.35, lean: 0.26, hips: [0, 4, -3.4] },
    both([-4.4, 12.5, -6], [2.5, 16.5, -4.4], [-0.05, 1, 0.05]),
  ),
  over(
    GUARD_TWO,
    { twist: 0.3, lean: 0.24, hips: [0, 3.4, -3.2] },
    both([-4.2, 10.5, -6.6], [2.5, 15, -4.6], [-0.05, 1, 0.08]),
  ),
  GUARD_TWO,
];
const SIDEWAYS: Change = {
  hipYaw: -0.75,
  twist: -0.55,
  look: 1.15,
  rightFoot: [4.6, -4, 0],
  leftFoot: [-3, 4.4, 0],
  hips: [0, 0, -1],
};
const aim = (draw: number): Pose =>
  put(SIDEWAYS, {
    leftHand: [-15.2, 9.5, -0.5],
    rightHand: [-8 + 9 * draw, 9.5 - 4.5 * draw, -0.4 + draw],
    bow: [0.08, 0.08, 1],
    shaft: [-0.78, 0.62, 0],
    blade: [-0.9, 0.4, 0],
    draw,
  });
const BOW: readonly Pose[] = [
  GUARD,
  put(SIDEWAYS, { leftHand: [-9, 12, -6], rightHand: [4, -5, 2], bow: [0.1, 0.4, 0.9] }),
  aim(0.1),
  aim(0.9),
  aim(1),
  over(aim(0), { rightHand: [2, -2, 1] }),
  GUARD,
];
const level = (kick: number): Pose =>
  put(SIDEWAYS, {
    leftHand: [-6.5, 14 - kick, -1.2],
    rightHand: [-4, 8.2 - kick * 2, -2.6],
    lean: -kick * 0.08,
    shaft: [-0.55, 0.83, 0.02 + kick * 0.1],
    blade: [-0.55, 0.83, 0.02 + kick * 0.1],
    bow: [0.1, 0.1, 1],
    draw: 1 - kick,
  });
const CROSSBOW: readonly Pose[] = [GUARD_TWO, level(0), level(0), level(1), level(0.3), GUARD_TWO];

const CAST: readonly Pose[] = [
  STANDING,
  put({ rightHand: [2, 9, -6], leftHand: [-2, 9, -6], lean: 0.06, nod: 0.15 }),
  put({ rightHand: [4.5, 8, 6], leftHand: [-4.5, 8, 6], lean: -0.1, nod: -0.15, blade: [0.1, 0.4, 0.9] }),
  put({
    rightHand: [1.5, 16.4, 2],
    leftHand: [-2, 15, 0],
    lean: 0.22,
    hips: [0, 1.4, -1],
    blade: [0, 1, 0.2],
    leftFoot: [-3.4, 4, 0],
  }),
  put({
    rightHand: [1.5, 16, 1.5],
    leftHand: [-2, 14.5, -0.6],
    lean: 0.2,
    hips: [0, 1.2, -1],
    blade: [0, 1, 0.2],
    leftFoot: [-3.4, 4, 0],
  }),
  STANDING,
];
const CALL: readonly Pose[] = [
  STANDING,
  put({ rightHand: [6, 6, -11], leftHand: [-6, 6, -11], lean: 0.2, nod: 0.3 }),
  put({ rightHand: [11, 4, 4], leftHand: [-11, 4, 4], lean: -0.06 }),
  put({ rightHand: [6.5, 2.5, 16], leftHand: [-6.5, 2.5, 16], lean: -0.2, nod: -0.4, blade: [0.1, 0.1, 1] }),
  put({ rightHand: [7, 2, 15.6], leftHand: [-7, 2, 15.6], lean: -0.2, nod: -0.4, blade: [0.1, 0.1, 1] }),
  put({ rightHand: [9, 6, -2], leftHand: [-9, 6, -2] }),
  STANDING,
];
const HIT: readonly Pose[] = [
  GUARD,
  over(GUARD, {
    lean: -0.34,
    nod: -0.4,
    twist: 0.5,
    hips: [0, -2.4, -1.6],
    rightHand: [7, 3, -10],
    leftHand: [-7, 4, -8],
  }),
  over(GUARD, {
    lean: 0.2,
    nod: 0.4,
    twist: 0.2,
    hips: [0, -1.6, -2.4],
    rightHand: [4, 6, -12],
    leftHand: [-2, 7, -11],
  }),
  GUARD,
];
const BACK: readonly Pose[] = [
  STANDING,
  put({ lean: -0.3, nod: -0.5, hips: [0, -3, -1], rightHand: [8, 6, -4], leftHand: [-8, 6, -5] }),
  put({ lean: -0.3, nod: -0.5, fall: -0.5, hips: [0, -4, -4], rightHand: [10, 6, 4], leftHand: [-10, 6, 3] }),
  put({
    lean: -0.1,
    nod: -0.3,
    fall: -1.2,
    hips: [0, 0, -5],
    rightHand: [12, 3, 4],
    leftHand: [-11, 3, -2],
    rightFoot: [6, 1, 6],
    leftFoot: [-4, 1, 2],
  }),
  put({
    lean: 0,
    nod: -0.1,
    fall: -1.5,
    hips: [0, -2.5, -1],
    rightHand: [13, -2, 3],
    leftHand: [-11, -2, -8],
    rightFoot: [6.5, 0, 0],
    leftFoot: [-4.4, 0, 0],
    rightToe: 0.7,
    leftToe: 0.4,
    blade: [0.9, -0.1, 0.3],
  }),
];
const FORE: readonly Pose[] = [
  STANDING,
  put({ lean: 0.5, nod: 0.5, hips: [0, -1, -3], rightHand: [0, 7, -14], leftHand: [0, 7, -14] }),
  put({
    lean: 0.7,
    nod: 0.6,
    hips: [0, 0, -11],
    rightFoot: [4, -6, 0],
    leftFoot: [-4, -5, 0],
    rightToe: -1,
    leftToe: -1,
    rightHand: [2, 8, -13],
    leftHand: [-2, 8, -13],
  }),
  put({
    lean: 0.4,
    nod: 0.2,
    fall: 0.9,
    hips: [0, 0, -7],
    rightFoot: [4, -4, 0],
    leftFoot: [-4, -4, 0],
    rightToe: -1,
    leftToe: -1,
    rightHand: [5, 10, 0],
    leftHand: [-4, 10, 2],
  }),
  put({
    lean: 0.05,
    nod: -0.1,
    look: 0.9,
    fall: 1.5,
    hips: [0, 2.5, -1],
    rightFoot: [4.6, 0, 0],
    leftFoot: [-5, 0, 0],
    rightToe: -1.1,
    leftToe: -1.1,
    rightHand: [9, 1, 10],
    leftHand: [-11, 1, 2],
    blade: [0.4, 0.1, 0.9],
  }),
];

/** How high a rider's hips are over its own, and how far forward the saddle is. */
const SEAT: Change = {
  hips: [0, -1, 5.2],
  rightFoot: [8.6, 3.4, 12.4],
  leftFoot: [-8.6, 3.4, 12.4],
  rightToe: 0.25,
  leftToe: 0.25,
  lean: 0.05,
  rightHand: [-0.6, 9.2, -12],
  leftHand: [0.6, 9.6, -11],
};
const RIDER: Pose = put(SEAT);
/** A rider goes up and down with its mount. */
const riding = (frames: number, bob: number, lean: number): Action => ({
  frames,
  riding: true,
  pose: (t) => {
    const rise = bob * Math.sin(2 * t * TAU);
    return put(SEAT, {
      hips: [0, -1, 5.2 + rise],
      lean: lean + 0.05 * Math.sin(2 * t * TAU + 1),
      nod: -lean * 0.5,
      rightFoot: [8.6, 3.4, 12.4 + rise],
      leftFoot: [-8.6, 3.4, 12.4 + rise],
    });
  },
});
/** Above the hips as another does it, below them in the saddle. */
const seated = (poses: readonly Pose[]): Action =>
  keys(
    7,
    poses.map((pose) =>
      over(pose, {
        hips: SEAT.hips!,
        hipYaw: 0,
        hipPitch: 0,
        rightFoot: SEAT.rightFoot!,
        leftFoot: SEAT.leftFoot!,
        rightToe: 0.25,
        leftToe: 0.25,
        lean: pose.lean * 0.7,
      }),
    ),
    true,
  );
const LOOPS = new Set([0, 1, 2, 3, 4, 7, 8, 15, 23, 24, 25]);

/** What people do, by the number of the action; see the tables of groups of animations of the classics' client. */
export const PEOPLE_ACTIONS: readonly Action[] = [
  cycle(8, walking(WALK)),
  cycle(
    8,
    walking(WALK, (t) => ({ ...ARMED, rightHand: [3.2, 4.5 - 1.6 * Math.cos(t * TAU), -14.8] })),
  ),
  cycle(6, walking(RUN)),
  cycle(
    6,
    walking(RUN, (t) => ({
      rightHand: [3.4, 4 - 4 * Math.cos(t * TAU), -12],
      blade: [0.2, 0.6, 0.8],
      shaft: [-0.2, 0.5, 0.85],
    })),
  ),
  cycle(1, () => STANDING),
  keys(5, [
    STANDING,
    put({ look: 0.7, twist: 0.15 }),
    put({ look: 0.7, twist: 0.15 }),
    put({ look: -0.5 }),
    STANDING,
  ]),
  keys(5, [
    STANDING,
    put({ rightHand: [-3, 7, 3], nod: 0.2, look: -0.15 }),
    put({ rightHand: [-4, 6, 4.5], nod: 0.25 }),
    put({ rightHand: [-3, 7, 3], nod: 0.2 }),
    STANDING,
  ]),
  cycle(1, () => GUARD),
  cycle(1, () => GUARD_TWO),
  keys(7, SLASH),
  keys(7, THRUST),
  keys(7, CHOP),
  keys(7, HEW),
  keys(7, SWEEP),
  keys(7, JAB),
  cycle(
    8,
    walking(STALK, () => ({
      rightHand: GUARD.rightHand,
      leftHand: GUARD.leftHand,
      blade: GUARD.blade,
      shield: GUARD.shield,
    })),
  ),
  keys(7, CAST),
  keys(7, CALL),
  keys(7, BOW),
  keys(7, CROSSBOW),
  keys(4, HIT),
  keys(6, BACK),
  keys(6, FORE),
  riding(8, 0.5, 0.05),
  riding(6, 1.2, 0.3),
  { frames: 1, riding: true, pose: () => RIDER },
  seated(SLASH),
  seated(BOW),
  seated(CROSSBOW),
  keys(
    5,
    [
      RIDER,
      over(RIDER, { rightHand: [6, -4, 2], lean: -0.05, twist: -0.3 }),
      over(RIDER, { rightHand: [6, -9, -13], twist: -0.5 }),
      RIDER,
    ],
    true,
  ),
  keys(4, [
    GUARD,
    over(GUARD, {
      twist: -0.35,
      leftHand: [2.5, 11.5, -2],
      lean: 0.1,
      shield: [0.1, 1, 0.25],
      hips: [0, -1, -3],
    }),
    GUARD,
  ]),
  keys(7, [
    GUARD,
    over(GUARD, { twist: -0.5, rightHand: [3, -1, -7] }),
    over(GUARD, { twist: 0.6, lean: 0.2, hips: [0, 2.6, -2], rightHand: [-4, 17, -1] }),
    over(GUARD, { twist: -0.5, lean: 0.16, hips: [0, 2, -2], leftHand: [4, 16.6, -1.5] }),
    GUARD,
  ]),
  keys(6, [
    STANDING,
    put({ lean: 0.5, nod: 0.2, hips: [0, -2, -0.5] }),
    put({
      hipPitch: 0.3,
      lean: 0.75,
      nod: 0.35,
      hips: [0, -3.4, -0.8],
      rightHand: [-2.5, 6.5, -8],
      leftHand: [-5, -4, -15],
    }),
    put({
      hipPitch: 0.3,
      lean: 0.75,
      nod: 0.35,
      hips: [0, -3.4, -0.8],
      rightHand: [-2.5, 6.5, -8],
      leftHand: [-5, -4, -15],
    }),
    STANDING,
  ]),
  keys(6, [
    STANDING,
    put({ rightHand: [4, 7, 2], blade: [0, 0.3, 0.9] }),
    put({ rightHand: [-0.5, 6, 6.6], blade: [0, 0.1, 1], lean: -0.05 }),
    put({ rightHand: [-0.5, 6, 6.6], blade: [0, 0.1, 1], lean: -0.05 }),
    STANDING,
  ]),
  keys(5, [
    STANDING,
    put({ rightHand: [-2, 8, -2] }),
    put({ rightHand: [-4.6, 6.4, 4], nod: -0.3, lean: -0.08 }),
    put({ rightHand: [-4.6, 6.4, 4], nod: -0.3, lean: -0.08 }),
    STANDING,
  ]),
];

/** The pose of one picture of an action of people. */
export function peoplePose(action: number, frame: number): Pose {
  const each = PEOPLE_ACTIONS[action]!;
  return each.pose(momentOf(each, frame, LOOPS.has(action)));
}
