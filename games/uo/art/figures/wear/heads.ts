import { INK } from '../../palette.ts';
import type { Clay, Matter } from '../clay.ts';
import type { Skeleton } from '../people/skeleton.ts';
import { add, turned, type Vec } from '../vector.ts';
import { headAt, type Piece } from './pieces.ts';

/** A cap over the skull. `low` is how far down its edge is, 0 at the ears' upper end. */
const skull = (clay: Clay, s: Skeleton, matter: Matter, loose = 0.6, up = 0): void => {
  clay.egg(headAt(s, [0, -0.5, 1.7 + up]), [3.8 + loose, 4.2 + loose, 3.6 + loose], s.headTurn, matter);
};

const brim = (
  clay: Clay,
  s: Skeleton,
  matter: Matter,
  wide: number,
  at = 1.9,
  curl: Vec = [0, 0, 0],
): void => {
  clay.part();
  const rings = [3.4, wide].map((r, k) =>
    Array.from({ length: 16 }, (_, i) => {
      const angle = (i / 16) * 2 * Math.PI;
      const [x, y] = [Math.cos(angle), Math.sin(angle)];
      const rise =
        k === 0 ? 0.6 : Math.abs(x) * curl[0] + Math.max(0, y) * curl[1] + Math.max(0, -y) * curl[2];
      return headAt(s, [x * r, y * r * 1.02, at + rise]);
    }),
  );
  clay.skin(rings, matter);
};

/** A cone or a drum, from its lowest ring up; heights and radii in pixels above the head's middle. */
const crown = (
  clay: Clay,
  s: Skeleton,
  matter: Matter,
  rings: readonly (readonly [number, number, number?])[],
): void => {
  clay.part();
  const made = rings.map(([up, r, back = 0]) =>
    Array.from({ length: 12 }, (_, i) => {
      const angle = (i / 12) * 2 * Math.PI;
      return headAt(s, [Math.cos(angle) * r, Math.sin(angle) * r * 1.06 - back, up]);
    }),
  );
  clay.skin(made, matter);
  const [up, r, back = 0] = rings.at(-1)!;
  if (r > 0.8)
    clay.plate(
      Array.from({ length: 10 }, (_, i) =>
        headAt(s, [Math.cos((i / 10) * 2 * Math.PI) * r, Math.sin((i / 10) * 2 * Math.PI) * r - back, up]),
      ),
      matter,
    );
};

export const cap =
  (matter: Matter, peak = false): Piece =>
  (clay, { s }) => {
    clay.part();
    skull(clay, s, matter);
    if (peak) clay.part().egg(headAt(s, [0, 4.4, 1.4]), [3, 2.6, 0.8], s.headTurn, matter);
  };

export const bandana =
  (matter: Matter): Piece =>
  (clay, { s }) => {
    clay.part();
    skull(clay, s, matter, 0.4, 0.5);
    clay.part();
    clay.rod(headAt(s, [1, -4.4, 0.6]), headAt(s, [2, -6, -2.6]), 0.9, matter, 0.6);
  };

/** A helmet; some leave the face free, some have a bar before it, some hide it. */
export const helm =
  (matter: Matter, face: 'open' | 'nasal' | 'slit' | 'visor', crest?: Matter): Piece =>
  (clay, { s }) => {
    clay.part();
    skull(clay, s, matter, 0.9);
    if (face !== 'open') {
      if (face === 'nasal') {
        clay.part();
        clay.rod(headAt(s, [0, 4.5, 2]), headAt(s, [0, 4.9, -1]), 0.7, matter);
        clay.egg(headAt(s, [0, -1.8, -0.8]), [4.5, 3.4, 4], s.headTurn, matter);
      } else {
        clay.egg(headAt(s, [0, 0.2, -0.6]), [4.4, 4.7, 4.9], s.headTurn, matter);
        for (const x of [-2.1, -1.2, 1.2, 2.1]) clay.mark(headAt(s, [x, 4.9, 0.4]), INK);
        if (face === 'visor') {
          clay.part();
          clay.egg(headAt(s, [0, 2.6, -2]), [2.9, 3.4, 2.3], s.headTurn, matter);
        }
      }
    }
    if (crest !== undefined) {
      clay.part();
      for (let i = 0; i <= 6; i++) {
        const angle = 0.5 + (i / 6) * 2;
        clay.ball(headAt(s, [0, Math.cos(angle) * 5.4 - 0.6, 2 + Math.sin(angle) * 5]), 1.2, crest);
      }
    }
  };

/** A hood of mail or cloth that leaves the face free. */
export const hood =
  (matter: Matter, shadow?: Matter): Piece =>
  (clay, { s }) => {
    clay.part();
    skull(clay, s, matter, 1, 0.2);
    clay.egg(headAt(s, [0, -1.7, -1.2]), [4.6, 3.7, 5], s.headTurn, matter);
    clay.egg(add(s.neck, turned(s.chestTurn, [0, -0.4, -0.6])), [5, 3.9, 2.4], s.chestTurn, matter);
    if (shadow !== undefined) {
      clay.part();
      clay.egg(headAt(s, [0, 2.2, -0.6]), [3.1, 2.9, 4], s.headTurn, shadow);
    }
  };

export const horns =
  (matter: Matter, out = 3.4, up = 3.6, forward = 0): Piece =>
  (clay, { s }) => {
    for (const side of [-1, 1]) {
      clay.part();
      const root = headAt(s, [side * 3.8, 0, 2.6]);
      const bend = headAt(s, [side * (3.8 + out), forward * 0.5, 3.4]);
      clay.rod(root, bend, 1.3, matter, 1);
      clay.rod(bend, headAt(s, [side * (4 + out), forward, 3.4 + up]), 1, matter, 0.5);
    }
  };

export const antlers =
  (matter: Matter): Piece =>
  (clay, { s }) => {
    for (const side of [-1, 1]) {
      clay.part();
      const mid = headAt(s, [side * 5, -0.6, 8]);
      clay.rod(headAt(s, [side * 2.4, 0, 4.4]), mid, 0.8, matter, 0.7);
      clay.rod(mid, headAt(s, [side * 8, -0.2, 11.5]), 0.7, matter, 0.5);
      clay.rod(mid, headAt(s, [side * 5, 2.6, 11]), 0.7, matter, 0.5);
      clay.rod(headAt(s, [side * 3.8, 0, 6.2]), headAt(s, [side * 3.4, 2.8, 8]), 0.7, matter, 0.5);
    }
  };

/** A mask over the whole head: snout and ears of a beast. */
export const beastMask =
  (matter: Matter, snout: Matter, ear: number): Piece =>
  (clay, { s }) => {
    clay.part();
    skull(clay, s, matter, 1);
    clay.egg(headAt(s, [0, 0.2, -0.8]), [4.2, 4.4, 4.4], s.headTurn, matter);
    clay.part();
    clay.egg(headAt(s, [0, 4.6, -1.4]), [2, 3, 1.9], s.headTurn, snout);
    clay.mark(headAt(s, [0, 7.6, -0.8]), INK);
    for (const side of [-1, 1]) {
      clay.mark(headAt(s, [side * 1.8, 4.5, 1]), INK);
      clay.part();
      clay.egg(headAt(s, [side * 3.2, -0.6, 5.2]), [1.5, 0.9, ear], s.headTurn, matter);
    }
  };

/** A painted board before the face. */
export const tribalMask =
  (matter: Matter, paint: Matter): Piece =>
  (clay, { s }) => {
    clay.part();
    const at = (x: number, z: number): Vec => headAt(s, [x, 5.3 - Math.abs(x) * 0.35, z]);
    clay.skin(
      [
        [at(-4, 6), at(0, 7.4), at(4, 6)],
        [at(-4.6, 1), at(0, 1), at(4.6, 1)],
        [at(-2.4, -6), at(0, -7), at(2.4, -6)],
      ],
      matter,
      false,
    );
    clay.part();
    clay.rod(at(0, 5.6), at(0, -1), 0.7, paint);
    clay.rod(at(-1.8, -3.6), at(1.8, -3.6), 0.7, paint);
    for (const side of [-1, 1]) clay.mark(at(side * 1.8, 1), INK, 1);
  };

export const hat =
  (
    matter: Matter,
    band: Matter,
    shape:
      | 'floppy'
      | 'wide'
      | 'straw'
      | 'tall'
      | 'wizard'
      | 'bonnet'
      | 'feather'
      | 'tricorne'
      | 'jester'
      | 'cone',
  ): Piece =>
  (clay, { s }) => {
    const bandRound = (r: number, at = 2.6): void =>
      crown(clay, s, band, [
        [at, r],
        [at + 1.2, r],
      ]);
    switch (shape) {
      case 'floppy':
        brim(clay, s, matter, 7, 2, [-0.8, -0.6, -1.4]);
        clay.part().egg(headAt(s, [0.4, -0.4, 4]), [4.4, 4.6, 2.8], s.headTurn, matter);
        bandRound(4.5, 2);
        return;
      case 'wide':
        brim(clay, s, matter, 8.6, 2, [0.2, -0.4, -0.4]);
        crown(clay, s, matter, [
          [2, 4.2],
          [5.6, 3.6],
        ]);
        bandRound(4.4, 2);
        return;
      case 'straw':
        brim(clay, s, matter, 7.6, 2.2, [-1, -1, -1]);
        crown(clay, s, matter, [
          [2.4, 4.1],
          [4.6, 3.2],
          [5.2, 1],
        ]);
        bandRound(4.2, 2.2);
        return;
      case 'tall':
        brim(clay, s, matter, 7, 2.2, [-0.8, -0.8, -0.8]);
        crown(clay, s, matter, [
          [2.4, 4],
          [8.6, 3],
          [9.2, 1],
        ]);
        bandRound(4.1, 2.4);
        return;
      case 'wizard':
        brim(clay, s, matter, 7.6, 2, [0.6, -0.6, -0.6]);
        crown(clay, s, matter, [
          [2, 4.2],
          [6, 3, 0.2],
          [10, 1.8, 1],
          [13.4, 0.5, 2.6],
        ]);
        bandRound(4.3, 2.2);
        return;
      case 'bonnet':
        clay.part();
        skull(clay, s, matter, 0.8, 0.6);
        clay.egg(headAt(s, [0, -2, -0.6]), [4.5, 3.4, 4], s.headTurn, matter);
        brim(clay, s, band, 5.6, 3, [-2, 1.4, -4]);
        return;
      case 'feather':
        brim(clay, s, matter, 7.4, 2, [1.8, -0.2, -0.4]);
        clay.part().egg(headAt(s, [0, -0.4, 3.8]), [4.2, 4.4, 2.6], s.headTurn, matter);
        bandRound(4.4, 2);
        clay.part();
        clay.rod(headAt(s, [3.8, -0.5, 3.4]), headAt(s, [4.6, -4, 8]), 1, band, 1.2);
        clay.rod(headAt(s, [4.6, -4, 8]), headAt(s, [4, -7.4, 7.4]), 1.2, band, 0.6);
        return;
      case 'tricorne':
        brim(clay, s, matter, 6.8, 2, [2.4, -0.6, 2.6]);
        clay.part().egg(headAt(s, [0, -0.2, 3.4]), [4.2, 4.4, 2.6], s.headTurn, matter);
        brim(clay, s, band, 3.9, 1.7);
        return;
      case 'jester':
        clay.part();
        skull(clay, s, matter, 0.7, 0.3);
        for (const side of [-1, 1]) {
          clay.part();
          const bend = headAt(s, [side * 6, 0, 7]);
          const tip = headAt(s, [side * 8.6, 0.6, 3]);
          clay.rod(headAt(s, [side * 2, 0, 4]), bend, 2, side < 0 ? matter : band, 1.5);
          clay.rod(bend, tip, 1.5, side < 0 ? matter : band, 0.8);
          clay.part().ball(tip, 1.1, { ...band, bias: 1.6 });
        }
        return;
      case 'cone':
        crown(clay, s, matter, [
          [1, 8],
          [4, 4],
          [6.2, 0.4],
        ]);
    }
  };

export const garland =
  (leaf: Matter, flower: Matter): Piece =>
  (clay, { s }) => {
    clay.part();
    for (let i = 0; i < 12; i++) {
      const angle = (i / 12) * 2 * Math.PI;
      clay.ball(
        headAt(s, [Math.cos(angle) * 4.2, Math.sin(angle) * 4.5 - 0.4, 2.4]),
        i % 3 === 0 ? 1.3 : 1,
        i % 3 === 0 ? flower : leaf,
      );
    }
  };

export type HairCut =
  | 'short'
  | 'long'
  | 'tail'
  | 'mohawk'
  | 'page'
  | 'buns'
  | 'curly'
  | 'receding'
  | 'tails'
  | 'topknot'
  | 'wild'
  | 'braid';

/** Hair, grey to be coloured. */
export const hair =
  (matter: Matter, cut: HairCut): Piece =>
  (clay, { s }) => {
    const tuft = (a: Vec, r: Vec): void => {
      clay.egg(headAt(s, a), r, s.headTurn, matter);
    };
    clay.part();
    if (cut === 'mohawk') {
      for (let i = 0; i <= 6; i++) {
        const angle = 0.7 + (i / 6) * 2.2;
        tuft([0, Math.cos(angle) * 3.9 - 0.4, 1.4 + Math.sin(angle) * 4.6], [0.9, 1.5, 1.8]);
      }
      return;
    }
    if (cut === 'receding') {
      tuft([0, -2, 0.3], [4.3, 3.2, 3.6]);
      return;
    }
    if (cut === 'topknot') {
      tuft([0, -0.8, 2], [3.9, 4.2, 3.6]);
      clay.part();
      tuft([0, -1.6, 6.2], [1.7, 1.7, 1.9]);
      return;
    }
    // A cap of hair, its fringe, and the sides before the ears.
    tuft([0, -0.9, 1.9], [4.3, 4.5, 3.9]);
    tuft([0.9, 2.4, 3.8], [3, 1.9, 1.3]);
    tuft([0, -2.6, -0.6], [4.2, 2.7, 3.4]);
    switch (cut) {
      case 'long':
        tuft([0, -3, -4], [4.5, 2.4, 6]);
        for (const side of [-1, 1]) tuft([side * 3.8, -0.4, -2.6], [1.3, 2.2, 5]);
        return;
      case 'page':
        tuft([0, -2.2, -1.6], [4.7, 3.2, 3.8]);
        for (const side of [-1, 1]) tuft([side * 4, 0.4, -1.4], [1.2, 2.4, 3.2]);
        return;
      case 'tail':
        clay.part();
        clay.rod(headAt(s, [0, -4.6, 2]), headAt(s, [0, -6.8, -1]), 1.5, matter, 1.7);
        clay.rod(headAt(s, [0, -6.8, -1]), headAt(s, [0.4, -5.8, -7]), 1.7, matter, 0.7);
        return;
      case 'braid':
        for (let i = 0; i < 5; i++) {
          clay.part();
          clay.ball(
            headAt(s, [i % 2 ? 0.4 : -0.4, -5 - Math.sin(i) * 0.6, 0.6 - i * 2.2]),
            1.7 - i * 0.15,
            matter,
          );
        }
        return;
      case 'tails':
        for (const side of [-1, 1]) {
          clay.part();
          clay.rod(headAt(s, [side * 4.2, -1, 1.4]), headAt(s, [side * 6.4, -1.4, -1]), 1.4, matter, 1.6);
          clay.rod(headAt(s, [side * 6.4, -1.4, -1]), headAt(s, [side * 6, -0.8, -6.4]), 1.6, matter, 0.7);
        }
        return;
      case 'buns':
        for (const side of [-1, 1]) {
          clay.part();
          tuft([side * 4, -1.6, 3.6], [2, 2, 2]);
        }
        return;
      case 'curly':
        for (let i = 0; i < 9; i++) {
          const angle = Math.PI * (0.9 + (i / 8) * 1.2);
          clay.part();
          tuft([Math.cos(angle) * 4.2, Math.sin(angle) * 3.6 - 0.4, i % 2 ? -1.4 : 1.2], [1.7, 1.7, 1.9]);
        }
        tuft([0, -0.6, 3.6], [4.2, 4.2, 2.8]);
        return;
      case 'wild':
        for (let i = 0; i < 7; i++) {
          const angle = Math.PI * (0.95 + (i / 6) * 1.1);
          clay.rod(
            headAt(s, [Math.cos(angle) * 3, Math.sin(angle) * 3, 3]),
            headAt(s, [Math.cos(angle) * 6.2, Math.sin(angle) * 6 - 0.6, i % 2 ? 4.6 : 2.2]),
            1.8,
            matter,
            0.5,
          );
        }
        return;
      default:
    }
  };

export const beard =
  (
    matter: Matter,
    shape: { readonly long?: number; readonly full?: boolean; readonly moustache?: boolean },
  ): Piece =>
  (clay, { s }) => {
    clay.part();
    if (shape.full === true) {
      for (const side of [-1, 1])
        clay.egg(headAt(s, [side * 2.4, 1.8, -2.6]), [1.2, 2.2, 2], s.headTurn, matter);
      clay.egg(headAt(s, [0, 3.1, -3.8]), [2.4, 1.4, 1.6], s.headTurn, matter);
    }
    if (shape.long !== undefined)
      clay.egg(
        headAt(s, [0, 3.4, -3.6 - shape.long * 0.6]),
        [shape.full === true ? 2.3 : 1.3, 1.3, 1.2 + shape.long],
        s.headTurn,
        matter,
      );
    if (shape.moustache === true)
      for (const side of [-1, 1])
        clay.rod(headAt(s, [side * 0.4, 4.2, -1.9]), headAt(s, [side * 2, 3.7, -2.5]), 0.7, matter, 0.5);
  };
