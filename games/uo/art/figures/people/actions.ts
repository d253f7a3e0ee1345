import { RUN, STALK, WALK, walking } from './gaits.ts';
import {
  ARMED,
  BACK,
  BOW,
  CALL,
  CAST,
  CHOP,
  type Change,
  CROSSBOW,
  FORE,
  GUARD,
  GUARD_TWO,
  HEW,
  HIT,
  JAB,
  over,
  put,
  SLASH,
  SWEEP,
  THRUST,
} from './poses.ts';
import { between, type Pose, STANDING } from './skeleton.ts';

/** An action of a body: how many pictures, and the pose at a moment from 0 to 1. */
export interface Action {
  readonly frames: number;
  pose(t: number): Pose;
  /** It sits on something, which hides what is behind it. */
  readonly riding?: boolean;
}

const TAU = 2 * Math.PI;

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
function momentOf(action: Action, frame: number, loops: boolean): number {
  if (action.frames === 1) return 0;
  return frame / (loops ? action.frames : action.frames - 1);
}
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
