import { INK, RAMPS, shade } from '../../palette.ts';
import type { Clay, Matter } from '../clay.ts';
import { add, minus, mix, times, turned, unit, type Vec } from '../vector.ts';
import type { Build, Skeleton } from './skeleton.ts';

export const MAN: Build = {
  hip: 26.5,
  hipHalf: 3.2,
  thigh: 13,
  shin: 12.5,
  waist: 8.5,
  chest: 7.5,
  neck: 5.4,
  shoulderHalf: 6.6,
  upperArm: 9.4,
  forearm: 9.1,
};

/** A woman's joints are a man's: what one wears fits the other. Her shoulders alone are narrower by a pixel. */
export const WOMAN: Build = { ...MAN, shoulderHalf: 6.1, hipHalf: 3.2 };

/** Skin is grey: clients colour it as each character's skin is. */
export const SKIN: Matter = { ramp: RAMPS.cloth, bias: 0.35, contrast: 0.9 };
const LOIN: Matter = { ramp: RAMPS.oak, bias: -0.6, contrast: 0.8 };

export interface Flesh {
  readonly woman?: boolean;
  readonly skin?: Matter;
  readonly loin?: Matter | null;
  /** Without eyes and mouth: for pictures a few pixels high they are left out. */
  readonly faceless?: boolean;
}

/** A naked person, but for a loincloth. */
export function drawPerson(
  clay: Clay,
  s: Skeleton,
  { faceless = false, loin = LOIN, skin = SKIN, woman = false }: Flesh = {},
): void {
  const { chestTurn, headTurn, hipTurn } = s;
  const chestAt = (a: Vec): Vec => add(s.chest, turned(chestTurn, a));
  const hipsAt = (a: Vec): Vec => add(s.hips, turned(hipTurn, a));
  for (const [leg, toe, side] of [
    [s.rightLeg, s.rightToe, 1],
    [s.leftLeg, s.leftToe, -1],
  ] as const) {
    clay.part();
    clay.rod(hipsAt([side * s.build.hipHalf * 0.92, -0.2, 0.6]), leg.bend, 3.5, skin, 2.55);
    clay.rod(leg.bend, mix(leg.bend, leg.end, 0.45), 2.45, skin, 2.3);
    clay.rod(mix(leg.bend, leg.end, 0.3), leg.end, 2.4, skin, 1.5);
    clay.rod(add(leg.end, [0, 0, -0.4]), toe, 1.55, skin, 1.2);
  }
  // Hips, belly and chest.
  clay.part();
  const wide = woman ? 5.6 : 5.2;
  clay.egg(hipsAt([0, -0.2, 0.8]), [wide, 4, 4.2], hipTurn, loin ?? skin);
  clay.egg(mix(s.hips, s.chest, 0.62), [woman ? 4.1 : 4.7, 3.3, 5.2], chestTurn, skin);
  clay.egg(chestAt([0, 0, 2.2]), [woman ? 5.3 : 6.1, 3.7, 5.6], chestTurn, skin);
  clay.rod(chestAt([-4.2, -0.2, 5.8]), chestAt([4.2, -0.2, 5.8]), woman ? 2.1 : 2.5, skin);
  if (woman) {
    for (const side of [-1, 1])
      clay.egg(chestAt([side * 2.35, 2.9, 1.9]), [2.2, 1.9, 2.2], chestTurn, loin ?? skin);
  } else {
    for (const side of [-1, 1]) clay.egg(chestAt([side * 2.6, 2, 3]), [2.9, 2, 2.4], chestTurn, skin);
  }
  for (const [arm, side] of [
    [s.rightArm, 1],
    [s.leftArm, -1],
  ] as const) {
    clay.part();
    const by = woman ? 0.82 : 1;
    clay.rod(
      add(arm.root, turned(chestTurn, [-side * 0.4, 0, 0])),
      mix(arm.root, arm.bend, 0.35),
      2.5 * by,
      skin,
      2.25 * by,
    );
    clay.rod(arm.root, arm.bend, 2.2 * by, skin, 1.8 * by);
    clay.rod(arm.bend, arm.end, 1.85 * by, skin, 1.35 * by);
    clay.part();
    const way = unit(minus(arm.end, arm.bend));
    clay.rod(arm.end, add(arm.end, times(way, 1.5)), 1.5, skin, 1.25);
  }
  clay.part();
  clay.rod(
    add(s.neck, turned(chestTurn, [0, -0.4, -2])),
    mix(s.neck, s.head, 0.6),
    woman ? 1.7 : 2.2,
    skin,
    woman ? 1.6 : 2,
  );
  clay.part();
  const headAt = (a: Vec): Vec => add(s.head, turned(headTurn, a));
  clay.egg(headAt([0, -0.3, 0.9]), [3.7, 4.2, 4.1], headTurn, skin);
  clay.egg(headAt([0, 0.7, -1.4]), [2.9, 3.2, 3.5], headTurn, skin);
  clay.ball(headAt([0, 4, -0.7]), 0.7, skin);
  for (const side of [-1, 1]) clay.ball(headAt([side * 3.6, -0.3, -0.4]), 0.9, skin);
  if (!faceless) drawFace(clay, headAt, shade(RAMPS.cloth, 1));
}

/** Two dark eyes, seen where the face is. */
export function drawFace(clay: Clay, headAt: (a: Vec) => Vec, eyes = INK): void {
  for (const side of [-1, 1]) clay.mark(headAt([side * 1.5, 4.3, 0.4]), eyes);
}
