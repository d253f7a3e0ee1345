import type { Vec } from '../vector.ts';
import { type Change, put } from './poses.ts';
import type { Pose } from './skeleton.ts';

const TAU = 2 * Math.PI;

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

/** The pose of somebody who walks, at a moment of two steps. */
export function walking(gait: Gait, change: (t: number) => Change = () => ({})): (t: number) => Pose {
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

export const WALK: Gait = { stride: 10.5, lift: 3, bob: 0.6, lean: 0.06, swing: 5, carry: 0.8, crouch: 0 };
export const RUN: Gait = { stride: 17, lift: 8, bob: 1.4, lean: 0.3, swing: 8, carry: 6, crouch: 0.8 };
export const STALK: Gait = { stride: 9, lift: 2.6, bob: 0.5, lean: 0.16, swing: 1.5, carry: 5, crouch: 1.6 };
