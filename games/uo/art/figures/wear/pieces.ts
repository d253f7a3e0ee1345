import type { Clay, Matter } from '../clay.ts';
import type { Limb, Skeleton } from '../people/skeleton.ts';
import { add, minus, mix, type Turn, times, turned, unit, type Vec } from '../vector.ts';

/** Whose body a piece is worn on, and where its joints are. */
export interface Wearer {
  readonly s: Skeleton;
  readonly woman: boolean;
}

export type Piece = (clay: Clay, wearer: Wearer) => void;

/** Several pieces as one, each drawn over those before it where they meet. */
export const all =
  (...pieces: readonly Piece[]): Piece =>
  (clay, wearer) => {
    for (const piece of pieces) piece(clay, wearer);
  };

export const chestAt = (s: Skeleton, a: Vec): Vec => add(s.chest, turned(s.chestTurn, a));
export const hipsAt = (s: Skeleton, a: Vec): Vec => add(s.hips, turned(s.hipTurn, a));
export const headAt = (s: Skeleton, a: Vec): Vec => add(s.head, turned(s.headTurn, a));
const legs = (s: Skeleton): readonly [Limb, Vec, number][] => [
  [s.rightLeg, s.rightToe, 1],
  [s.leftLeg, s.leftToe, -1],
];
const arms = (s: Skeleton): readonly [Limb, number][] => [
  [s.rightArm, 1],
  [s.leftArm, -1],
];

/** What covers chest and belly. `loose` is how far it stands off the body. */
export const vest =
  (matter: Matter, loose = 0.8, toHips = true): Piece =>
  (clay, { s, woman }) => {
    clay.part();
    const w = loose;
    clay.egg(chestAt(s, [0, 0, 2.2]), [(woman ? 5.3 : 6) + w, 3.8 + w, 5.8 + w * 0.6], s.chestTurn, matter);
    clay.rod(
      chestAt(s, [-4.2, -0.2, 5.6]),
      chestAt(s, [4.2, -0.2, 5.6]),
      (woman ? 2.1 : 2.5) + w * 0.6,
      matter,
    );
    if (woman) {
      for (const side of [-1, 1])
        clay.egg(
          chestAt(s, [side * 2.3, 2.9, 1.9]),
          [2.3 + w * 0.5, 2 + w * 0.6, 2.3 + w * 0.3],
          s.chestTurn,
          matter,
        );
    }
    clay.egg(mix(s.hips, s.chest, 0.62), [(woman ? 4.1 : 4.8) + w, 3.4 + w, 5.4], s.chestTurn, matter);
    if (toHips) clay.egg(hipsAt(s, [0, -0.2, 1.2]), [(woman ? 5.5 : 5.1) + w, 4.1 + w, 4], s.hipTurn, matter);
  };

/** Only over the bust. */
export const bustier =
  (matter: Matter): Piece =>
  (clay, { s, woman }) => {
    clay.part();
    clay.egg(chestAt(s, [0, 0, 0.8]), [woman ? 5.7 : 6.4, 4.2, 3.6], s.chestTurn, matter);
    if (woman)
      for (const side of [-1, 1])
        clay.egg(chestAt(s, [side * 2.3, 3.1, 1.9]), [2.5, 2.2, 2.4], s.chestTurn, matter);
    clay.egg(mix(s.hips, s.chest, 0.7), [woman ? 4.6 : 5.3, 3.9, 3.6], s.chestTurn, matter);
  };

export const belt =
  (matter: Matter, buckle?: Matter, thick = 1): Piece =>
  (clay, { s, woman }) => {
    clay.part();
    const at = hipsAt(s, [0, -0.2, 3.4]);
    const wide = woman ? 5.5 : 5.7;
    const rings = [0, 1].map((k) =>
      Array.from({ length: 12 }, (_, i) => {
        const angle = (i / 12) * 2 * Math.PI;
        return add(
          at,
          turned(s.hipTurn, [Math.cos(angle) * wide, Math.sin(angle) * 4.8, thick - k * 2 * thick]),
        );
      }),
    );
    clay.skin(rings, matter);
    if (buckle !== undefined) {
      clay.part();
      clay.ball(hipsAt(s, [0, 4.7, 3.4]), 1, buckle);
    }
  };

/** Sleeves from the shoulder: 1 reaches the elbow, 2 the wrist. */
export const sleeves =
  (matter: Matter, reach = 2, loose = 0.7, flare = 0): Piece =>
  (clay, { s, woman }) => {
    const by = woman ? 0.85 : 1;
    for (const [arm, side] of arms(s)) {
      clay.part();
      const upper = Math.min(1, reach);
      clay.rod(
        add(arm.root, turned(s.chestTurn, [-side * 0.6, 0, 0])),
        mix(arm.root, arm.bend, 0.4 * upper),
        (2.5 + loose) * by,
        matter,
        (2.2 + loose) * by,
      );
      clay.rod(
        arm.root,
        mix(arm.root, arm.bend, upper),
        (2.3 + loose) * by,
        matter,
        (1.8 + loose) * by + (reach <= 1 ? flare : 0),
      );
      if (reach > 1)
        clay.rod(
          arm.bend,
          mix(arm.bend, arm.end, reach - 1),
          (1.9 + loose) * by,
          matter,
          (1.4 + loose) * by + flare,
        );
    }
  };

/** Round plates on the shoulders. */
export const shoulders =
  (matter: Matter, radius = 3.4): Piece =>
  (clay, { s }) => {
    for (const [arm, side] of arms(s)) {
      clay.part();
      clay.egg(
        add(arm.root, turned(s.chestTurn, [side * 0.5, 0, 0.7])),
        [radius, radius, radius * 0.8],
        s.chestTurn,
        matter,
      );
    }
  };

/** Legs from the hips: 1 reaches the knee, 2 the ankle. */
export const trousers =
  (matter: Matter, reach = 2, loose = 0.5): Piece =>
  (clay, { s, woman }) => {
    for (const [leg, , side] of legs(s)) {
      clay.part();
      const upper = Math.min(1, reach);
      clay.rod(
        hipsAt(s, [side * s.build.hipHalf * 0.92, -0.2, 0.6]),
        mix(leg.root, leg.bend, upper),
        3.6 + loose,
        matter,
        3.6 + loose - 1.1 * upper,
      );
      if (reach > 1) clay.rod(leg.bend, mix(leg.bend, leg.end, reach - 1), 2.5 + loose, matter, 1.7 + loose);
    }
    clay.egg(hipsAt(s, [0, -0.2, 1]), [(woman ? 5.5 : 5.1) + loose, 4 + loose, 4], s.hipTurn, matter);
  };

export const knees =
  (matter: Matter): Piece =>
  (clay, { s }) => {
    for (const [leg] of legs(s)) {
      clay.part();
      clay.ball(add(leg.bend, turned(s.hipTurn, [0, 0.8, 0])), 2.9, matter);
    }
  };

/** Footwear: 0 has no leg, 1 reaches the knee, more goes up the thigh. */
export const boots =
  (matter: Matter, reach: number, loose = 0.4, cuff?: Matter): Piece =>
  (clay, { s }) => {
    for (const [leg, toe] of legs(s)) {
      clay.part();
      clay.rod(add(leg.end, [0, 0, -0.3]), toe, 1.75 + loose * 0.5, matter, 1.5);
      clay.rod(
        leg.end,
        mix(leg.end, leg.bend, Math.min(1, reach)),
        1.7 + loose,
        matter,
        1.7 + loose + 0.8 * Math.min(1, reach),
      );
      if (reach > 1) clay.rod(leg.bend, mix(leg.bend, leg.root, reach - 1), 2.5 + loose, matter, 2.9 + loose);
      if (cuff !== undefined) {
        clay.part();
        const top = reach > 1 ? mix(leg.bend, leg.root, reach - 1) : mix(leg.end, leg.bend, reach);
        clay.ball(top, 2.9 + loose, cuff);
      }
    }
  };

/** Straps over bare feet. */
export const sandals =
  (matter: Matter): Piece =>
  (clay, { s }) => {
    for (const [leg, toe] of legs(s)) {
      clay.part();
      const down = turned(s.whole, [0, 0, -0.9]);
      clay.rod(add(leg.end, down), add(toe, down), 1.3, matter, 1.1);
      clay.part();
      clay.rod(mix(leg.end, leg.bend, 0.1), mix(leg.end, leg.bend, 0.16), 2, matter);
      clay.ball(mix(leg.end, toe, 0.6), 1.6, matter);
    }
  };

/** Gloves, with cuffs that reach a part of the forearm. */
export const gloves =
  (matter: Matter, reach = 0.35, loose = 0.4): Piece =>
  (clay, { s }) => {
    for (const [arm] of arms(s)) {
      clay.part();
      const way = unit(minus(arm.end, arm.bend));
      clay.rod(arm.end, add(arm.end, times(way, 1.5)), 1.6 + loose * 0.5, matter, 1.4 + loose * 0.3);
      clay.rod(arm.end, mix(arm.end, arm.bend, reach), 1.5 + loose, matter, 1.8 + loose);
    }
  };

export const collar =
  (matter: Matter, radius = 3): Piece =>
  (clay, { s }) => {
    clay.part();
    clay.egg(mix(s.neck, chestAt(s, [0, 0, 6.4]), 0.5), [radius + 0.6, radius, 2.2], s.chestTurn, matter);
  };

/** A fine chain around the neck, with something hanging from it. */
export const necklace =
  (matter: Matter, pendant: Matter = matter, beads = false): Piece =>
  (clay, { s }) => {
    clay.part();
    for (let i = 0; i <= 6; i++) {
      const angle = (i / 6) * Math.PI;
      const at = chestAt(s, [Math.cos(angle) * 3.1, 2.4 + Math.sin(angle) * 1.5, 6.6 - Math.sin(angle) * 3]);
      clay.ball(at, beads ? 0.7 : 0.5, matter);
    }
    clay.ball(chestAt(s, [0, 4.3, 3.2]), 0.95, pendant);
  };

/** A skirt's outline at some height: around both legs, and as far off them as `pad` says, in pleats. */
function around(a: Vec, b: Vec, pad: Vec, pleat: number, turn: Turn, points: number): Vec[] {
  const middle = mix(a, b, 0.5);
  const half = times(minus(a, b), 0.5);
  return Array.from({ length: points }, (_, i) => {
    const angle = (i / points) * 2 * Math.PI;
    const way = turned(turn, [Math.cos(angle), Math.sin(angle), 0]);
    const along = Math.abs(half[0] * way[0] + half[1] * way[1] + half[2] * way[2]);
    const size = pleat * (i % 2 === 0 ? 1 : -1);
    const off = add(
      middle,
      turned(turn, [Math.cos(angle) * (pad[0] + size), Math.sin(angle) * (pad[1] + size), pad[2]]),
    );
    return add(off, times(way, along));
  });
}

/** What hangs from the waist: `length` 0.5 ends above the knee, 1 below it, 2 at the ankle. */
export const skirt =
  (matter: Matter, length: number, flare = 1.6, pleat = 0.35, hem?: Matter): Piece =>
  (clay, { s, woman }) => {
    clay.part();
    const points = 16;
    const [right, left] = [s.rightLeg, s.leftLeg];
    const turn = s.hipTurn;
    const waist = hipsAt(s, [0, -0.2, 3.6]);
    const wide = woman ? 5 : 5.2;
    const legAt = (leg: Limb, t: number): Vec =>
      t <= 1 ? mix(leg.root, leg.bend, t) : mix(leg.bend, leg.end, t - 1);
    const rings: Vec[][] = [around(waist, waist, [wide, 4.2, 0], 0, turn, points)];
    const steps = Math.max(2, Math.round(length * 3));
    rings.push(around(right.root, left.root, [woman ? 3.2 : 2.6, 4.6, 0.4], 0, turn, points));
    for (let i = 1; i <= steps; i++) {
      const t = (length * i) / steps;
      const pad = 3 + flare * t;
      const last = i === steps;
      // The hem of a long skirt hangs down even where a foot is lifted.
      const drop = Math.max(0, t - 1.2) * 1.5;
      rings.push(
        around(
          add(legAt(right, t), [0, 0, -drop]),
          add(legAt(left, t), [0, 0, -drop]),
          [pad * 0.95, pad * 0.85, 0],
          pleat * (0.4 + t),
          turn,
          points,
        ),
      );
      if (last && hem !== undefined) {
        clay.skin(rings.slice(0, -1), matter);
        clay.skin(rings.slice(-2), hem);
        return;
      }
    }
    clay.skin(rings, matter);
  };

/** A flap before or behind the legs. */
export const apron =
  (matter: Matter, length: number, side: 1 | -1 = 1, half = 3.6): Piece =>
  (clay, { s }) => {
    clay.part();
    const right = s.rightLeg;
    const left = s.leftLeg;
    const knee = mix(right.bend, left.bend, 0.5);
    const front = (a: Vec, x: number, y: number): Vec => add(a, turned(s.hipTurn, [x, y * side, 0]));
    const far = Math.max(
      0,
      ...[right.bend, left.bend].map((k) => {
        const d = minus(k, knee);
        const f = s.hipTurn.forward;
        return (d[0] * f[0] + d[1] * f[1] + d[2] * f[2]) * side;
      }),
    );
    const top = hipsAt(s, [0, 0, 3.4]);
    const row = (a: Vec, w: number, y: number): Vec[] => [
      front(a, w, y - 0.8),
      front(a, w * 0.4, y),
      front(a, -w * 0.4, y),
      front(a, -w, y - 0.8),
    ];
    const rows = [
      row(top, half, 4.9),
      row(hipsAt(s, [0, 0, -1]), half + 0.4, 5.1),
      row(mix(s.hips, knee, Math.min(1, length)), half + 0.8, 4.6 + far),
    ];
    if (length > 1) {
      const foot = mix(right.end, left.end, 0.5);
      rows.push(row(mix(knee, foot, length - 1), half + 1.2, 4.8 + far));
    }
    clay.skin(rows, matter, false);
  };

/** Cloth over the back, from the shoulders down. */
export const cloak =
  (matter: Matter, lining: Matter, hood = false): Piece =>
  (clay, { s }) => {
    clay.part();
    const rings: Vec[][] = [];
    const foot = mix(s.rightLeg.end, s.leftLeg.end, 0.5);
    const knee = mix(s.rightLeg.bend, s.leftLeg.bend, 0.5);
    const low = Math.min(
      0,
      ...[s.rightLeg.end, s.leftLeg.end, s.rightLeg.bend, s.leftLeg.bend].map((a) => behind(s, a)),
    );
    const points = 9;
    const levels: [Vec, Turn, number, number][] = [
      [chestAt(s, [0, 0, 7.6]), s.chestTurn, 4.6, 2.6],
      [chestAt(s, [0, 0, 5.4]), s.chestTurn, 9.2, 4.2],
      [chestAt(s, [0, 0, -1]), s.chestTurn, 9.6, 5.2],
      [hipsAt(s, [0, 0, -1]), s.hipTurn, 9.2, 6 - low * 0.4],
      [add(knee, turned(s.hipTurn, [0, -0.6, 0])), s.hipTurn, 9.2, 6.6 - low * 0.8],
      [mix(knee, foot, 0.75), s.hipTurn, 9.4, 6.6 - low * 0.9],
    ];
    for (const [k, [at, turn, wide, deep]] of levels.entries()) {
      rings.push(
        Array.from({ length: points }, (_, i) => {
          const angle = Math.PI * (1 + i / (points - 1));
          const fold = k < 2 ? 0 : (i % 2 === 0 ? 0.5 : -0.5) * (k / 4);
          return add(
            at,
            turned(turn, [Math.cos(angle) * (wide + fold), Math.sin(angle) * (deep + fold) + 0.4, 0]),
          );
        }),
      );
    }
    clay.skin(rings, matter, false);
    clay.part();
    clay.rod(chestAt(s, [-4, 2.4, 6.6]), chestAt(s, [4, 2.4, 6.6]), 0.8, lining);
    if (hood) clay.egg(chestAt(s, [0, -2.6, 8]), [4, 2.6, 2.6], s.chestTurn, matter);
  };

/** How far in front of the hips (negative: behind them) a place is. */
function behind(s: Skeleton, a: Vec): number {
  const d = minus(a, s.hips);
  const f = s.hipTurn.forward;
  return d[0] * f[0] + d[1] * f[1] + d[2] * f[2];
}

/** A band from a shoulder to the other hip. */
export const sash =
  (matter: Matter): Piece =>
  (clay, { s, woman }) => {
    clay.part();
    const wide = woman ? 5.6 : 6.4;
    const rings: Vec[][] = [-1.3, 1.3].map((w) =>
      Array.from({ length: 14 }, (_, i) => {
        const angle = (i / 14) * 2 * Math.PI;
        const x = Math.cos(angle);
        return chestAt(s, [x * wide, Math.sin(angle) * 4.9, -0.6 + x * 6.4 + w]);
      }),
    );
    clay.skin(rings, matter);
  };

/** A pack between the shoulders, and its straps. */
export const pack =
  (matter: Matter, strap: Matter): Piece =>
  (clay, { s }) => {
    clay.part();
    clay.egg(chestAt(s, [0, -6.2, 0.4]), [4.6, 2.9, 5.6], s.chestTurn, matter);
    clay.part();
    clay.egg(chestAt(s, [0, -6.6, 4]), [4.2, 2.6, 2.4], s.chestTurn, strap);
    for (const side of [-1, 1]) {
      clay.part();
      clay.rod(chestAt(s, [side * 3.8, 2.6, 6.2]), chestAt(s, [side * 4.4, 3.4, -0.5]), 0.6, strap);
    }
  };

/** A ring of metal on the wrist, or a mere glint on the finger. */
export const wristband =
  (matter: Matter, finger = false): Piece =>
  (clay, { s }) => {
    clay.part();
    const { bend, end } = finger ? s.leftArm : s.rightArm;
    const way = unit(minus(end, bend));
    if (finger) clay.ball(add(end, add(times(way, 1.4), turned(s.chestTurn, [0, 1, 0]))), 0.7, matter);
    else clay.rod(mix(end, bend, 0.14), mix(end, bend, 0.2), 1.9, matter);
  };

export const earrings =
  (matter: Matter): Piece =>
  (clay, { s }) => {
    clay.part();
    for (const side of [-1, 1]) clay.ball(headAt(s, [side * 4.1, -0.1, -1.8]), 0.7, matter);
  };
