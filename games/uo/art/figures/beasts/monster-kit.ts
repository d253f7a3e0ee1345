import { INK, RAMPS } from '../../palette.ts';
import type { Clay, Matter } from '../clay.ts';
import { drawPerson, MAN } from '../people/people.ts';
import { type Build, type Pose, type Skeleton, skeletonOf } from '../people/skeleton.ts';
import { add, mix, times, turned, type Vec } from '../vector.ts';
import * as m from '../wear/matters.ts';
import { headAt, type Piece } from '../wear/pieces.ts';
import { drawWings } from './quadruped.ts';

/** What goes on two legs and is no person. */
export interface Monster {
  readonly size: number;
  readonly build?: Build;
  readonly draw: (clay: Clay, s: Skeleton, moment: number) => void;
  /** How it stoops: added to every pose. */
  readonly stoop?: Partial<Pose>;
}

export const of = (ramp: number, bias = 0): Matter => ({ ramp, bias });

type Face = 'tusks' | 'brute' | 'lizard' | 'rat' | 'skull' | 'eye' | 'plain' | 'beak' | 'none' | 'bark';

/** A head that is not a person's, around the head's joint and its turn. */
export function drawFace(clay: Clay, s: Skeleton, face: Face, skin: Matter, eyes: number): void {
  const at = (a: Vec): Vec => headAt(s, a);
  const egg = (a: Vec, r: Vec, matter = skin): void => {
    clay.egg(at(a), r, s.headTurn, matter);
  };
  const look = (x: number, y: number, z: number): void => {
    for (const side of [-1, 1]) clay.mark(at([side * x, y, z]), eyes);
  };
  if (face === 'none') return;
  clay.part();
  switch (face) {
    case 'tusks':
      egg([0, -0.2, 0.6], [4, 4.2, 3.8]);
      egg([0, 1.6, -1.8], [3.4, 3.2, 2.6]);
      look(1.6, 4.2, 0.8);
      for (const side of [-1, 1]) {
        clay.part();
        clay.rod(at([side * 3.6, -0.4, 0.4]), at([side * 6, -1, 1.6]), 1.2, skin, 0.4);
        clay.rod(at([side * 1.7, 4.6, -2.6]), at([side * 2, 4.9, -0.8]), 0.6, m.BONE, 0.4);
      }
      return;
    case 'brute':
      egg([0, 0, 0], [4, 4.1, 3.9]);
      egg([0, 1.9, -2.2], [3.6, 3, 2.5]);
      clay.ball(at([0, 4.6, -0.6]), 1.2, skin);
      look(1.5, 4, 0.7);
      clay.part();
      clay.rod(at([-1.7, 4.6, -2.8]), at([1.7, 4.6, -2.8]), 0.5, { ...skin, bias: -2 });
      return;
    case 'lizard':
      egg([0, 0, 0.6], [3.2, 4, 3]);
      clay.rod(at([0, 2, -0.4]), at([0, 7.6, -1]), 2.4, skin, 1.4);
      look(1.9, 3.1, 1.8);
      clay.part();
      for (let i = 0; i < 3; i++)
        clay.rod(
          at([0, -i * 1.8, 3.4 - i * 0.5]),
          at([0, -1.8 - i * 2, 5.4 - i * 0.9]),
          0.9,
          { ...skin, bias: -1.2 },
          0.4,
        );
      return;
    case 'rat':
      egg([0, 0, 0.5], [3.3, 4, 3.2]);
      clay.rod(at([0, 2, -0.6]), at([0, 7, -1.4]), 2.2, skin, 1);
      clay.ball(at([0, 7.2, -1.3]), 0.9, of(RAMPS.skin, 0.6));
      look(1.5, 3.6, 1.2);
      for (const side of [-1, 1])
        clay.part().egg(at([side * 3.4, -0.8, 3.4]), [1.9, 0.8, 2.1], s.headTurn, of(RAMPS.skin, 0));
      return;
    case 'skull':
      egg([0, -0.4, 1], [3.6, 4, 3.8]);
      egg([0, 1.6, -2], [2.2, 2.2, 2.2]);
      for (const side of [-1, 1]) clay.mark(at([side * 1.5, 3.9, 0.4]), INK, clay.scale > 1.2 ? 2 : 1);
      if (eyes !== INK) look(1.5, 4.2, 0.2);
      return;
    case 'eye':
      egg([0, 0, 0], [4.2, 4.2, 4]);
      clay.part();
      clay.ball(at([0, 3.4, 0.8]), 1.9, of(RAMPS.snow, 1));
      clay.mark(at([0, 5.4, 0.8]), INK, clay.scale > 1.2 ? 2 : 1);
      return;
    case 'beak':
      egg([0, 0, 0.6], [3.4, 3.8, 3.6]);
      clay.part().rod(at([0, 3, -0.6]), at([0, 6, -1.8]), 1.5, m.GOLD, 0.5);
      look(1.6, 3.4, 1);
      return;
    case 'bark':
      clay.rod(at([0, 0, -4]), at([0, 0, 6]), 3.6, skin, 2.6);
      look(1.3, 3.6, 0.6);
      clay.part();
      for (const [x, y, z] of [
        [-5, 0, 11],
        [4, 1, 12],
        [0, -3, 13],
        [7, -1, 8],
        [-8, 0, 6],
      ] as const)
        clay.rod(at([x * 0.2, y * 0.2, 4]), at([x, y, z]), 1.2, skin, 0.5);
      return;
    default:
      egg([0, -0.3, 0.9], [3.7, 4.2, 4.1]);
      egg([0, 0.7, -1.4], [2.9, 3.2, 3.4]);
      look(1.5, 4.2, 0.4);
  }
}

interface Hulk {
  readonly size?: number;
  readonly skin: Matter;
  readonly bulk?: number;
  readonly face: Face;
  readonly heads?: 2;
  readonly loin?: Matter | null;
  readonly eyes?: number;
  readonly pieces?: Piece;
  readonly wings?: Matter;
  readonly wingSize?: number;
  readonly tail?: Matter;
  readonly belly?: number;
  readonly stoop?: Partial<Pose>;
  readonly build?: Partial<Build>;
  readonly woman?: boolean;
}

/** Somebody of flesh, of any size and face. */
export function hulk(h: Hulk): Monster {
  const { bulk = 1, eyes = INK, face, loin = m.DARK_LEATHER, size = 1, skin, woman = false } = h;
  return {
    size,
    ...(h.stoop ? { stoop: h.stoop } : {}),
    ...(h.build ? { build: { ...MAN, ...h.build } } : {}),
    draw: (clay, s, moment) => {
      drawPerson(clay, s, { skin, bulk, loin, woman, headless: true });
      if (h.belly !== undefined)
        clay
          .part()
          .egg(
            add(mix(s.hips, s.chest, 0.4), turned(s.chestTurn, [0, 1.8, 0])),
            [5.4 * h.belly, 4.4 * h.belly, 5.2 * h.belly],
            s.chestTurn,
            skin,
          );
      if (face !== 'none') {
        clay.part();
        clay.rod(add(s.neck, turned(s.chestTurn, [0, -0.4, -2])), mix(s.neck, s.head, 0.5), 2.2 * bulk, skin);
      }
      if (h.heads === 2) {
        for (const side of [-1, 1]) {
          const off = turned(s.chestTurn, [side * 4.6, 0, -0.6]);
          drawFace(clay, { ...s, head: add(s.head, off) }, face, skin, eyes);
        }
      } else drawFace(clay, s, face, skin, eyes);
      if (h.tail !== undefined) {
        const root = add(s.hips, turned(s.hipTurn, [0, -3.4, 0]));
        const sway = Math.sin(moment * 2 * Math.PI) * 3;
        const middle = add(root, turned(s.hipTurn, [sway, -8, -6]));
        clay
          .part()
          .rod(root, middle, 1.9, h.tail, 1.4)
          .rod(middle, add(middle, turned(s.hipTurn, [sway, -7, 0])), 1.4, h.tail, 0.5);
      }
      h.pieces?.(clay, { s, woman });
      if (h.wings !== undefined) {
        const beat = Math.sin(moment * 2 * Math.PI);
        drawWings(
          clay,
          add(s.chest, turned(s.chestTurn, [0, -3.4, 3])),
          s.chestTurn,
          h.wingSize ?? 20,
          { beat, spread: 0.75 },
          h.wings,
        );
      }
    },
  };
}

/** Bones without flesh. */
export function bones(size: number, matter: Matter, eyes: number, pieces?: Piece): Monster {
  return {
    size,
    draw: (clay, s) => {
      const at = (a: Vec): Vec => add(s.chest, turned(s.chestTurn, a));
      for (const limb of [s.rightLeg, s.leftLeg, s.rightArm, s.leftArm]) {
        clay.part();
        clay.rod(limb.root, limb.bend, 0.9, matter, 0.8).ball(limb.bend, 1.25, matter);
        clay.rod(limb.bend, limb.end, 0.85, matter, 0.7).ball(limb.end, 1.2, matter);
      }
      for (const [foot, toe] of [
        [s.rightLeg.end, s.rightToe],
        [s.leftLeg.end, s.leftToe],
      ] as const)
        clay.rod(foot, toe, 1, matter, 0.7);
      clay.part();
      clay.rod(s.hips, s.neck, 0.9, matter);
      clay.egg(s.hips, [3.8, 2, 1.7], s.hipTurn, matter);
      for (let i = 0; i < 4; i++) {
        clay.part();
        const z = 5.4 - i * 2.3;
        const half = 4.8 - Math.abs(i - 1) * 0.6;
        for (const side of [-1, 1])
          clay
            .rod(at([side * half, 0, z]), at([side * 0.7, 2.9, z - 0.9]), 0.55, matter)
            .rod(at([0, -1.2, z + 0.4]), at([side * half, 0, z]), 0.55, matter);
      }
      clay.part();
      clay.rod(at([-5.6, -0.3, 6.4]), at([5.6, -0.3, 6.4]), 0.8, matter);
      drawFace(clay, s, 'skull', matter, eyes);
      pieces?.(clay, { s, woman: false });
    },
  };
}

/** A body of one element, its legs lost in a whirl. */
export function elemental(size: number, matter: Matter, eyes: number, whirl: Matter, bulk = 1.25): Monster {
  return {
    size,
    draw: (clay, s, moment) => {
      drawPerson(clay, s, { skin: matter, bulk, loin: null, headless: true });
      drawFace(clay, s, 'plain', matter, eyes);
      clay.part();
      for (let i = 0; i < 7; i++) {
        const angle = (i / 7 + moment) * 2 * Math.PI;
        clay.ball(
          add(s.hips, [Math.cos(angle) * (7 - i * 0.3), Math.sin(angle) * (7 - i * 0.3), -22 + i * 3.4]),
          3.4,
          whirl,
        );
      }
    },
  };
}

/** Actions of people that monsters' 22 actions look like. */
export const AS_PEOPLE: readonly number[] = [
  0, 4, 21, 22, 9, 31, 12, 7, 30, 5, 20, 12, 17, 20, 5, 20, 20, 5, 6, 0, 4, 21,
];

/** The skeleton of a monster in a pose of people, stooped as it is. */
export function monsterSkeleton({ build = MAN, stoop = {} }: Monster, pose: Pose): Skeleton {
  const by = Math.cos(Math.min(1.57, Math.abs(pose.fall)));
  const stooped: Pose = {
    ...pose,
    lean: pose.lean + (stoop.lean ?? 0) * by,
    sway: pose.sway + (stoop.sway ?? 0) * by,
    nod: pose.nod + (stoop.nod ?? 0) * by,
    hips: add(pose.hips, times(stoop.hips ?? [0, 0, 0], by)),
    rightHand:
      stoop.rightHand && pose.fall === 0 ? mix(pose.rightHand, stoop.rightHand, 0.6) : pose.rightHand,
  };
  return skeletonOf(build, stooped);
}
