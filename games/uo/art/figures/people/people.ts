import { INK, RAMPS, shade } from '../../palette.ts';
import type { Clay, Matter } from '../clay.ts';
import { add, minus, mix, squareTo, type Turn, times, turned, UPRIGHT, unit, type Vec } from '../vector.ts';
import type { Build, Limb, Skeleton } from './skeleton.ts';

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
const LOIN: Matter = { ramp: RAMPS.sand, bias: -0.9, contrast: 0.8 };

export interface Flesh {
  readonly woman?: boolean;
  readonly skin?: Matter;
  readonly loin?: Matter | null;
  /** Without eyes and mouth: for pictures a few pixels high they are left out. */
  readonly faceless?: boolean;
  /** How thick its limbs and trunk are, 1 being a person's. */
  readonly bulk?: number;
  readonly headless?: boolean;
}

const sides = (s: Skeleton): readonly (readonly [Limb, Limb, Vec, number])[] => [
  [s.rightArm, s.rightLeg, s.rightToe, 1],
  [s.leftArm, s.leftLeg, s.leftToe, -1],
];

/** A naked person, but for a loincloth. */
export function drawPerson(clay: Clay, s: Skeleton, flesh: Flesh = {}): void {
  drawLegs(clay, s, flesh);
  drawTrunk(clay, s, flesh);
  drawArms(clay, s, flesh);
  if (flesh.headless !== true) drawHead(clay, s, flesh);
}

function drawLegs(clay: Clay, s: Skeleton, { bulk = 1, loin = LOIN, skin = SKIN }: Flesh): void {
  for (const [, leg, toe, side] of sides(s)) {
    clay.part();
    const hip = add(s.hips, turned(s.hipTurn, [side * s.build.hipHalf * 0.92, -0.2, 0.6]));
    clay.rod(hip, leg.bend, 3.5 * bulk, skin, 2.55 * bulk);
    if (loin !== null) clay.rod(hip, mix(hip, leg.bend, 0.22), 3.62 * bulk, loin, 3.42 * bulk);
    clay.rod(leg.bend, mix(leg.bend, leg.end, 0.45), 2.45 * bulk, skin, 2.3 * bulk);
    clay.rod(mix(leg.bend, leg.end, 0.3), leg.end, 2.4 * bulk, skin, 1.5 * bulk);
    clay.rod(add(leg.end, [0, 0, -0.4]), toe, 1.55 * bulk, skin, 1.2 * bulk);
  }
}

function drawTrunk(
  clay: Clay,
  s: Skeleton,
  { bulk = 1, loin = LOIN, skin = SKIN, woman = false }: Flesh,
): void {
  const { chestTurn, hipTurn } = s;
  const chestAt = (a: Vec): Vec => add(s.chest, turned(chestTurn, a));
  const egg = (at: Vec, radii: Vec, turn: Turn, matter: Matter): void => {
    clay.egg(at, times(radii, bulk), turn, matter);
  };
  clay.part();
  egg(mix(s.hips, s.chest, 0.62), [woman ? 4.1 : 4.7, 3.3, 5.2], chestTurn, skin);
  egg(chestAt([0, 0, 2.2]), [woman ? 5.3 : 6.1, 3.7, 5.6], chestTurn, skin);
  clay.rod(chestAt([-4.2, -0.2, 5.8]), chestAt([4.2, -0.2, 5.8]), (woman ? 2.1 : 2.5) * bulk, skin);
  if (!woman)
    for (const side of [-1, 1]) egg(chestAt([side * 2.6, 2 * bulk, 3]), [2.9, 2, 2.4], chestTurn, skin);
  clay.part();
  egg(add(s.hips, turned(hipTurn, [0, -0.2, 0.8])), [woman ? 5.6 : 5.2, 4, 4.2], hipTurn, loin ?? skin);
  if (woman) {
    egg(chestAt([0, 0.1, 1.2]), [5.45, 3.9, 2], chestTurn, loin ?? skin);
    for (const side of [-1, 1])
      egg(chestAt([side * 2.35, 2.9, 1.9]), [2.2, 1.9, 2.2], chestTurn, loin ?? skin);
  }
}

function drawArms(clay: Clay, s: Skeleton, { bulk = 1, skin = SKIN, woman = false }: Flesh): void {
  const by = bulk * (woman ? 0.82 : 1);
  for (const [arm, , , side] of sides(s)) {
    clay.part();
    const shoulder = add(arm.root, turned(s.chestTurn, [-side * 0.4, 0, 0]));
    clay.rod(shoulder, mix(arm.root, arm.bend, 0.35), 2.5 * by, skin, 2.25 * by);
    clay.rod(arm.root, arm.bend, 2.2 * by, skin, 1.8 * by);
    clay.rod(arm.bend, arm.end, 1.85 * by, skin, 1.35 * by);
    clay.part();
    drawHand(clay, s, arm, side, skin, Math.max(1, by));
  }
}

function drawHand(
  clay: Clay,
  s: Skeleton,
  { bend, end }: Limb,
  side: number,
  skin: Matter,
  by: number,
): void {
  const way = unit(minus(end, bend));
  if (clay.scale < 2) {
    clay.rod(end, add(end, times(way, 1.5)), 1.5 * by, skin, 1.25 * by);
    return;
  }
  // Near by, hands have fingers: a loose fist, its thumb ahead.
  const ahead = squareTo(s.chestTurn.forward, way);
  const palm = add(end, times(way, 1.2));
  clay.rod(end, palm, 1.15, skin, 1.3);
  for (let i = 0; i < 4; i++) {
    const knuckle = add(palm, add(times(way, 0.7), times(ahead, 1.1 - i * 0.75)));
    clay.part().rod(knuckle, add(knuckle, times(way, 1.9 - Math.abs(i - 1.2) * 0.25)), 0.5, skin, 0.42);
  }
  const thumb = add(palm, add(times(ahead, 1), turned(s.chestTurn, [-side * 0.8, 0, 0])));
  clay.part().rod(thumb, add(thumb, add(times(way, 1.3), times(ahead, 0.4))), 0.55, skin, 0.45);
}

function drawHead(
  clay: Clay,
  s: Skeleton,
  { bulk = 1, faceless = false, skin = SKIN, woman = false }: Flesh,
): void {
  const { headTurn } = s;
  const headAt = (a: Vec): Vec => add(s.head, turned(headTurn, a));
  const throat = (woman ? 1.7 : 2.2) * bulk;
  clay.part();
  clay.rod(
    add(s.neck, turned(s.chestTurn, [0, -0.4, -2])),
    mix(s.neck, s.head, 0.6),
    throat,
    skin,
    throat * 0.92,
  );
  clay.part();
  clay.egg(headAt([0, -0.3, 0.9]), [3.7, 4.2, 4.1], headTurn, skin);
  clay.egg(headAt([0, 0.7, -1.4]), [woman ? 2.7 : 2.95, 3.2, 3.5], headTurn, skin);
  for (const side of [-1, 1]) clay.egg(headAt([side * 3.6, -0.3, -0.4]), [0.6, 0.9, 1.2], headTurn, skin);
  if (faceless) return;
  if (clay.scale < 2) {
    clay.ball(headAt([0, 4, -0.7]), 0.7, skin);
    drawEyes(clay, headAt, shade(RAMPS.cloth, 0));
  } else drawFace(clay, headAt, skin, woman);
}

/** Two dots, seen where the face is. */
export function drawEyes(clay: Clay, headAt: (a: Vec) => Vec, eyes = INK): void {
  for (const side of [-1, 1]) clay.mark(headAt([side * 1.5, 4.3, 0.4]), eyes);
}

/** Brows, eyes, nose and mouth, as they are seen from near by. */
function drawFace(clay: Clay, headAt: (a: Vec) => Vec, skin: Matter, woman: boolean): void {
  const turn = UPRIGHT;
  const dark: Matter = { ...skin, bias: (skin.bias ?? 0) - 2.4, contrast: 0.4 };
  const shadow: Matter = { ...skin, bias: (skin.bias ?? 0) - 1.1, contrast: 0.5 };
  const white: Matter = { ramp: RAMPS.snow, bias: 1.4, contrast: 0.3 };
  clay.egg(headAt([0, 3.9, -0.9]), [0.62, 0.7, 1.3], turn, skin);
  clay.egg(headAt([0, 4.1, -1.6]), [0.75, 0.75, 0.45], turn, skin);
  clay.part();
  clay.egg(headAt([0, 4.05, -2.15]), [0.6, 0.4, 0.15], turn, shadow);
  for (const side of [-1, 1]) {
    clay.egg(headAt([side * 1.45, 3.45, 0.1]), [0.8, 0.5, 0.42], turn, white);
    clay.egg(headAt([side * 1.4, 3.85, 0.1]), [0.36, 0.3, 0.42], turn, dark);
    clay.rod(
      headAt([side * 0.75, 4, woman ? 0.95 : 0.8]),
      headAt([side * 2.15, 3.35, woman ? 0.9 : 0.85]),
      woman ? 0.14 : 0.22,
      dark,
    );
  }
  clay.rod(headAt([-0.75, 3.75, -3]), headAt([0.75, 3.75, -3]), 0.2, dark);
  clay.egg(headAt([0, 3.6, -3.5]), [0.7, 0.4, 0.28], turn, woman ? shadow : skin);
}
