import {
  add,
  long,
  minus,
  mix,
  squareTo,
  type Turn,
  times,
  turned,
  turnOf,
  unit,
  type Vec,
  within,
} from '../vector.ts';

/** Sizes of a body that walks on two legs, in pixels. */
export interface Build {
  /** Height of the hips' joints. */
  readonly hip: number;
  readonly hipHalf: number;
  readonly thigh: number;
  readonly shin: number;
  /** From the hips to the middle of the chest, and on to the shoulders' line, and on to the head's middle. */
  readonly waist: number;
  readonly chest: number;
  readonly neck: number;
  readonly shoulderHalf: number;
  readonly upperArm: number;
  readonly forearm: number;
}

/** How a body stands at one moment. Angles in radians, places in pixels of the build of people. */
export interface Pose {
  /** How far the hips are from where they rest. */
  readonly hips: Vec;
  readonly hipYaw: number;
  /** Bowing of the hips, and of the back above them. */
  readonly hipPitch: number;
  readonly lean: number;
  readonly sway: number;
  /** Turning of the shoulders to the left, against the hips. */
  readonly twist: number;
  readonly nod: number;
  readonly look: number;
  /** From the shoulder to the hand, as the chest has it. */
  readonly rightHand: Vec;
  readonly leftHand: Vec;
  /** On the ground, from below the hips' middle. */
  readonly rightFoot: Vec;
  readonly leftFoot: Vec;
  /** Where the toes point: 0 flat, up positive. */
  readonly rightToe: number;
  readonly leftToe: number;
  /** The way a blade points from the right hand, as the chest has it; a shaft; a bow in the left hand. */
  readonly blade: Vec;
  readonly shaft: Vec;
  readonly bow: Vec;
  /** The way a shield on the left arm looks. */
  readonly shield: Vec;
  /** The whole body turned about a place on the ground: falling forwards, and to the right. */
  readonly fall: number;
  readonly tip: number;
  /** 0 to 1: how far the bow is drawn. */
  readonly draw: number;
}

export const STANDING: Pose = {
  hips: [0, 0, 0],
  hipYaw: 0,
  hipPitch: 0,
  lean: 0.02,
  sway: 0,
  twist: 0,
  nod: 0,
  look: 0,
  rightHand: [2.6, 1.2, -17.2],
  leftHand: [-2.6, 1.2, -17.2],
  rightFoot: [3.4, -0.6, 0],
  leftFoot: [-3.4, 0.8, 0],
  rightToe: 0,
  leftToe: 0,
  blade: [0.2, 0.8, -0.55],
  shaft: [0.06, 0.16, 1],
  bow: [0.1, 0.4, 1],
  shield: [-0.75, 0.65, 0],
  fall: 0,
  tip: 0,
  draw: 0,
};

export interface Limb {
  /** Shoulder or hip, elbow or knee, hand or ankle. */
  readonly root: Vec;
  readonly bend: Vec;
  readonly end: Vec;
}

/** Where all joints are. */
export interface Skeleton {
  readonly pose: Pose;
  readonly build: Build;
  readonly hips: Vec;
  readonly hipTurn: Turn;
  readonly chest: Vec;
  readonly chestTurn: Turn;
  readonly neck: Vec;
  readonly head: Vec;
  readonly headTurn: Turn;
  readonly rightArm: Limb;
  readonly leftArm: Limb;
  readonly rightLeg: Limb;
  readonly leftLeg: Limb;
  readonly rightToe: Vec;
  readonly leftToe: Vec;
  readonly blade: Vec;
  readonly shaft: Vec;
  readonly bow: Vec;
  readonly shield: Vec;
  /** The whole body's own turn, upright unless it falls. */
  readonly whole: Turn;
}

/** A limb of two bones that reaches for a place, bent towards `hint`. */
function reach(root: Vec, target: Vec, upper: number, lower: number, hint: Vec): Limb {
  const way = minus(target, root);
  const far = Math.min(long(way), (upper + lower) * 0.999);
  const axis = unit(way);
  const along = (upper * upper - lower * lower + far * far) / (2 * far || 1e-6);
  const aside = Math.sqrt(Math.max(0, upper * upper - along * along));
  const bend = add(root, add(times(axis, along), times(squareTo(hint, axis), aside)));
  return { root, bend, end: add(root, times(axis, far)) };
}

/** Places all joints of a build in a pose. */
export function skeletonOf(build: Build, pose: Pose): Skeleton {
  const legs = (build.thigh + build.shin) / 25.5;
  const arms = (build.upperArm + build.forearm) / 18.5;
  const ground = turnOf(0, pose.fall, pose.tip);
  const at = (a: Vec): Vec => turned(ground, a);
  const hipsUpright = add([0, 0, build.hip], times(pose.hips, legs));
  const hips = at(hipsUpright);
  const hipTurn = within(ground, turnOf(pose.hipYaw, pose.hipPitch, 0));
  const chestTurn = within(hipTurn, turnOf(pose.twist, pose.lean, pose.sway));
  const chest = add(
    hips,
    add(turned(hipTurn, [0, 0, build.waist * 0.45]), turned(chestTurn, [0, 0, build.waist * 0.55])),
  );
  const shoulders = add(chest, turned(chestTurn, [0, 0, build.chest]));
  const headTurn = within(chestTurn, turnOf(pose.look, pose.nod - pose.lean * 0.7, -pose.sway * 0.5));
  const neck = add(shoulders, turned(chestTurn, [0, 0.2, 1.5]));
  const head = add(neck, turned(headTurn, [0, 0.8, build.neck]));
  const arm = (side: number, to: Vec): Limb => {
    const root = add(shoulders, turned(chestTurn, [side * build.shoulderHalf, 0, -0.8]));
    const target = add(root, turned(chestTurn, times(to, arms)));
    return reach(root, target, build.upperArm, build.forearm, turned(chestTurn, [side * 0.3, -0.9, -0.3]));
  };
  const leg = (side: number, to: Vec): Limb => {
    const root = add(hips, turned(hipTurn, [side * build.hipHalf, 0, 0]));
    const target = at([to[0] * (build.hipHalf / 3.2), to[1] * legs, to[2] * legs + 2]);
    return reach(root, target, build.thigh, build.shin, turned(hipTurn, [side * 0.22, 1, 0.05]));
  };
  const rightLeg = leg(1, pose.rightFoot);
  const leftLeg = leg(-1, pose.leftFoot);
  const toe = (side: number, { end }: Limb, up: number): Vec =>
    add(
      end,
      turned(ground, times([side * 0.22, Math.cos(up), Math.sin(up) - 0.22], 3.7 * (build.hipHalf / 3.2))),
    );
  return {
    pose,
    build,
    hips,
    hipTurn,
    chest,
    chestTurn,
    neck,
    head,
    headTurn,
    rightArm: arm(1, pose.rightHand),
    leftArm: arm(-1, pose.leftHand),
    rightLeg,
    leftLeg,
    rightToe: toe(1, rightLeg, pose.rightToe),
    leftToe: toe(-1, leftLeg, pose.leftToe),
    blade: unit(turned(chestTurn, pose.blade)),
    shaft: unit(turned(chestTurn, pose.shaft)),
    bow: unit(turned(chestTurn, pose.bow)),
    shield: unit(turned(chestTurn, pose.shield)),
    whole: ground,
  };
}

/** The pose between two. */
export function between(a: Pose, b: Pose, t: number): Pose {
  const result: Record<string, number | Vec> = {};
  for (const key of Object.keys(a) as (keyof Pose)[]) {
    const [from, to] = [a[key], b[key]];
    result[key] = typeof from === 'number' ? from + ((to as number) - from) * t : mix(from, to as Vec, t);
  }
  return result as unknown as Pose;
}
