import type { Vec } from '../vector.ts';
import { type Pose, STANDING } from './skeleton.ts';

/** What differs from standing, or from another pose. */
export type Change = Partial<Pose>;
export const put = (...changes: Change[]): Pose => Object.assign({}, STANDING, ...changes) as Pose;
export const over = (base: Pose, ...changes: Change[]): Pose => Object.assign({}, base, ...changes) as Pose;

export const ARMED: Change = { rightHand: [3.2, 4.5, -14.8], blade: [0.12, 0.8, 0.62] };
export const GUARD: Pose = put({
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
export const GUARD_TWO: Pose = { ...GUARD, ...SHAFT };

export const SLASH: readonly Pose[] = [
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
export const THRUST: readonly Pose[] = [
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
export const CHOP: readonly Pose[] = [
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
export const HEW: readonly Pose[] = [
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
export const SWEEP: readonly Pose[] = [
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
export const JAB: readonly Pose[] = [
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
export const BOW: readonly Pose[] = [
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
export const CROSSBOW: readonly Pose[] = [GUARD_TWO, level(0), level(0), level(1), level(0.3), GUARD_TWO];

export const CAST: readonly Pose[] = [
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
export const CALL: readonly Pose[] = [
  STANDING,
  put({ rightHand: [6, 6, -11], leftHand: [-6, 6, -11], lean: 0.2, nod: 0.3 }),
  put({ rightHand: [11, 4, 4], leftHand: [-11, 4, 4], lean: -0.06 }),
  put({ rightHand: [6.5, 2.5, 16], leftHand: [-6.5, 2.5, 16], lean: -0.2, nod: -0.4, blade: [0.1, 0.1, 1] }),
  put({ rightHand: [7, 2, 15.6], leftHand: [-7, 2, 15.6], lean: -0.2, nod: -0.4, blade: [0.1, 0.1, 1] }),
  put({ rightHand: [9, 6, -2], leftHand: [-9, 6, -2] }),
  STANDING,
];
export const HIT: readonly Pose[] = [
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
export const BACK: readonly Pose[] = [
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
export const FORE: readonly Pose[] = [
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
