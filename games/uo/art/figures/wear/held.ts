import type { Clay, Matter } from '../clay.ts';
import type { Skeleton } from '../people/skeleton.ts';
import { add, cross, minus, mix, squareTo, times, unit, type Vec } from '../vector.ts';
import { DARK_IRON, FLAME, GOLD, LEATHER, PALE_WOOD, STEEL, WOOD } from './matters.ts';
import type { Piece } from './pieces.ts';

/** Where a thing is held, the way it points, and the way its edge looks. */
interface Grip {
  readonly at: Vec;
  readonly way: Vec;
  readonly edge: Vec;
  readonly flat: Vec;
}

function gripOf(s: Skeleton, way: Vec, side: 'right' | 'left' = 'right'): Grip {
  const { bend, end } = side === 'right' ? s.rightArm : s.leftArm;
  const at = add(end, times(unit(minus(end, bend)), 1.2));
  // Edges look ahead and down, and a little outwards, so that they are seen from the front too.
  const out = times(s.chestTurn.right, side === 'right' ? 0.8 : -0.8);
  const edge = squareTo(add(add(s.chestTurn.forward, out), times(s.chestTurn.up, -0.6)), way);
  return { at, way, edge, flat: cross(way, edge) };
}

/** A place along the thing, and towards its edge. */
const on = ({ at, edge, way }: Grip, along: number, aside = 0): Vec =>
  add(at, add(times(way, along), times(edge, aside)));

const shaft = (clay: Clay, g: Grip, from: number, to: number, matter: Matter, radius = 0.75): void => {
  clay.rod(on(g, from), on(g, to), radius, matter);
};

interface Blade {
  readonly length: number;
  readonly width?: number;
  /** Towards the edge at the tip; negative away from it. */
  readonly curve?: number;
  readonly guard?: number;
  readonly matter?: Matter;
  readonly hilt?: Matter;
  /** The blade widens towards its tip. */
  readonly heavy?: boolean;
  readonly wavy?: boolean;
}

function drawBlade(
  clay: Clay,
  g: Grip,
  {
    curve = 0,
    guard = 2.2,
    heavy = false,
    hilt = GOLD,
    length,
    matter = STEEL,
    wavy = false,
    width = 1.2,
  }: Blade,
): void {
  clay.part();
  shaft(clay, g, -1.6, 1, LEATHER, 0.8);
  clay.ball(on(g, -2), 0.9, hilt);
  clay.part();
  const steps = 6;
  const bow = (t: number): number =>
    -curve * 0.5 * t + curve * 1.5 * t * t + (wavy ? Math.sin(t * 14) * 0.7 : 0);
  const half = (t: number): number =>
    (heavy ? width * (0.75 + 0.7 * t) : width) * (t > 0.85 ? (1 - t) / 0.15 : 1) + 0.05;
  const side = (sign: number): Vec[] =>
    Array.from({ length: steps + 1 }, (_, i) =>
      on(g, 1 + (length * i) / steps, bow(i / steps) + sign * half(i / steps)),
    );
  const [back, edge] = [side(-1), side(1)];
  const spine = back.map((a, i) => mix(a, edge[i]!, 0.5));
  clay.skin([back, spine], matter, false);
  clay.skin([spine, edge], { ...matter, bias: (matter.bias ?? 0) - 0.8 }, false);
  for (let i = 0; i < steps; i++) clay.rod(spine[i]!, spine[i + 1]!, 0.3, matter);
  if (guard > 0) {
    clay.part();
    clay.rod(on(g, 0.9, -guard), on(g, 0.9, guard), 0.7, hilt);
  }
}

export const sword =
  (blade: Blade): Piece =>
  (clay, { s }) =>
    drawBlade(clay, gripOf(s, s.blade), blade);

/** A blade in both hands. */
export const greatSword =
  (blade: Blade): Piece =>
  (clay, { s }) => {
    const g = gripOf(s, s.shaft);
    drawBlade(clay, { ...g, at: on(g, 3) }, blade);
    shaft(clay, g, -4, 3, LEATHER, 0.8);
  };

/** A second, lesser blade in the left hand with one in the right. */
export const pair =
  (blade: Blade): Piece =>
  (clay, { s }) => {
    drawBlade(clay, gripOf(s, s.blade), blade);
    drawBlade(clay, gripOf(s, s.blade, 'left'), blade);
  };

export type Head = 'mace' | 'spiked' | 'club' | 'hammer' | 'maul' | 'pick' | 'scepter' | 'wand' | 'sickle';

/** A short haft with a head, in the right hand. */
export const bludgeon =
  (head: Head, length = 13, metal: Matter = DARK_IRON, haft: Matter = WOOD): Piece =>
  (clay, { s }) => {
    const g = gripOf(s, s.blade);
    clay.part();
    if (head === 'club') {
      clay.rod(on(g, -1.6), on(g, length), 0.9, haft, 2.3);
      return;
    }
    shaft(clay, g, -2, length, haft);
    clay.part();
    drawHead(clay, g, head, length, metal);
  };

function drawHead(clay: Clay, g: Grip, head: Head, at: number, metal: Matter): void {
  const side = (along: number, edge: number, flat = 0): Vec => add(on(g, along, edge), times(g.flat, flat));
  switch (head) {
    case 'mace':
    case 'spiked':
      clay.ball(on(g, at), 2.3, metal);
      if (head === 'spiked') {
        for (const [e, f] of [
          [2.6, 0],
          [-2.6, 0],
          [0, 2.6],
          [0, -2.6],
        ] as const)
          clay.rod(on(g, at), side(at, e * 1.4, f * 1.4), 0.9, STEEL, 0.4);
        clay.rod(on(g, at), on(g, at + 4), 0.9, STEEL, 0.4);
      }
      return;
    case 'hammer':
      clay.rod(side(at, -2.2), side(at, 2.4), 1.6, metal);
      return;
    case 'maul':
      clay.rod(side(at, -2.6), side(at, 2.6), 2.4, metal);
      return;
    case 'pick':
      clay.rod(side(at, 0), side(at - 1.2, 5.6), 1.1, metal, 0.5);
      clay.rod(side(at, 0), side(at - 0.8, -5), 1.1, metal, 0.5);
      return;
    case 'scepter':
      clay.ball(on(g, at), 1.8, GOLD);
      clay.ball(on(g, at + 2), 1, metal);
      return;
    case 'sickle':
      for (let i = 0; i < 6; i++) {
        const [a, b] = [i, i + 1].map((k) => (k / 6) * 2.6);
        clay.rod(
          side(at + 3.4 - 3.4 * Math.cos(a!), 4 * Math.sin(a!)),
          side(at + 3.4 - 3.4 * Math.cos(b!), 4 * Math.sin(b!)),
          0.9,
          metal,
          0.7,
        );
      }
      return;
    default:
      clay.ball(on(g, at), 1.2, metal);
  }
}

export type PoleHead =
  | 'spear'
  | 'fork'
  | 'axe'
  | 'double'
  | 'executioner'
  | 'bardiche'
  | 'halberd'
  | 'scythe'
  | 'hammer'
  | 'crook'
  | 'knot'
  | 'none'
  | 'pole'
  | 'twin'
  | 'crescent'
  | 'lance'
  | 'hatchet'
  | 'war-axe';

/** A long haft; `at` is where along it the head is, `below` how far it goes on below the hand. */
export const pole =
  (
    head: PoleHead,
    at: number,
    below: number,
    haft: Matter = WOOD,
    metal: Matter = STEEL,
    oneHanded = false,
  ): Piece =>
  (clay, { s }) => {
    const g = gripOf(s, oneHanded ? s.blade : s.shaft);
    clay.part();
    const out = (along: number, edge: number): Vec => on(g, along, edge);
    if (head === 'lance') {
      clay.rod(on(g, -below), on(g, -2), 1.1, haft, 1.4);
      clay.part().rod(on(g, 1.4), on(g, 2.4), 3, metal, 2.2);
      clay.part().rod(on(g, 3), on(g, at), 1.7, haft, 0.5);
      return;
    }
    shaft(clay, g, -below, at, haft, head === 'knot' ? 0.9 : 0.75);
    clay.part();
    const fan = (sign: number, deep: number, high: number, low: number): void => {
      const edge = [
        out(at - low, sign * deep),
        out(at - low * 0.35, sign * deep * 1.2),
        out(at + high * 0.5, sign * deep * 1.15),
        out(at + high, sign * deep * 0.9),
      ];
      const back = [
        out(at - low * 0.45, sign * 0.5),
        out(at - low * 0.2, sign * 0.5),
        out(at + high * 0.2, sign * 0.5),
        out(at + high * 0.45, sign * 0.5),
      ];
      const middle = back.map((a, i) => mix(a, edge[i]!, 0.6));
      clay.skin([back, middle], { ...metal, bias: (metal.bias ?? 0) - 1.1 }, false);
      clay.skin([middle, edge], metal, false);
      clay.rod(middle[0]!, middle[3]!, 0.4, metal);
    };
    switch (head) {
      case 'spear':
        clay
          .rod(on(g, at - 1), on(g, at + 2), 1.3, metal, 1.3)
          .rod(on(g, at + 2), on(g, at + 6), 1.3, metal, 0.3);
        return;
      case 'twin':
        clay.rod(on(g, at), on(g, at + 6), 1.3, metal, 0.4);
        clay.rod(on(g, -below), on(g, -below - 6), 1.3, metal, 0.4);
        return;
      case 'fork':
        clay.rod(out(at, -2.6), out(at, 2.6), 0.7, metal);
        for (const e of [-2.6, 0, 2.6]) clay.rod(out(at, e), out(at + 6, e * 1.1), 0.7, metal, 0.4);
        return;
      case 'hatchet':
        fan(1, 3.6, 1.6, 2.4);
        return;
      case 'axe':
        fan(1, 5, 2.6, 3.4);
        return;
      case 'war-axe':
        fan(1, 4.2, 2, 3);
        clay.rod(out(at - 0.5, -0.5), out(at - 0.5, -3.6), 0.9, metal, 0.4);
        return;
      case 'double':
        fan(1, 4.8, 3, 3);
        fan(-1, 4.8, 3, 3);
        return;
      case 'executioner':
        fan(1, 5.6, 2, 5.4);
        return;
      case 'bardiche':
        fan(1, 3.6, 7, 5);
        return;
      case 'crescent':
        fan(1, 3.6, 6, 2);
        fan(1, 3, 1.5, 7);
        return;
      case 'halberd':
        fan(1, 4.8, 2.2, 3.4);
        clay.rod(on(g, at), on(g, at + 7), 1.1, metal, 0.3);
        clay.rod(out(at, -0.4), out(at - 0.6, -3.8), 0.9, metal, 0.4);
        return;
      case 'scythe':
        for (let i = 0; i < 5; i++) {
          const [a, b] = [i / 5, (i + 1) / 5];
          clay.rod(
            out(at + 2.4 * Math.sin(a * 3), a * 12),
            out(at + 2.4 * Math.sin(b * 3) - b * b * 2, b * 12),
            1.2 - a,
            metal,
            1 - a * 0.8,
          );
        }
        return;
      case 'hammer':
        clay.rod(out(at, -3), out(at, 3), 2, metal);
        return;
      case 'crook':
        for (let i = 0; i < 6; i++) {
          const [a, b] = [i, i + 1].map((k) => (k / 6) * 3.9);
          clay.rod(
            out(at + 3 * Math.sin(a!), 3 - 3 * Math.cos(a!)),
            out(at + 3 * Math.sin(b!), 3 - 3 * Math.cos(b!)),
            0.8,
            haft,
          );
        }
        return;
      case 'knot':
        clay.ball(on(g, at), 1.7, haft);
        clay
          .rod(out(at, 0), out(at + 2.4, 1.8), 1, haft, 0.6)
          .rod(out(at, 0), out(at + 2.2, -1.6), 1, haft, 0.6);
        return;
      case 'pole':
        clay.rod(on(g, at), on(g, at + 16), 0.6, haft, 0.4);
        clay.rod(on(g, at + 16), add(on(g, at + 15), [0, 0, -6]), 0.3, STEEL);
        return;
      default:
    }
  };

/** A bow in the left hand; its string follows the right one as it is drawn. */
export const bow =
  (matter: Matter, half = 13, curl = 0): Piece =>
  (clay, { s }) => {
    const at = add(s.leftArm.end, times(unit(minus(s.leftArm.end, s.leftArm.bend)), 1.2));
    const up = s.bow;
    const ahead = squareTo(
      s.pose.draw > 0 ? minus(at, s.leftArm.root) : minus(s.chestTurn.forward, times(s.chestTurn.right, 1.2)),
      up,
    );
    const bend = 3.4 + s.pose.draw * 2.4;
    const point = (t: number): Vec =>
      add(at, add(times(up, half * t), times(ahead, -bend * t * t + (Math.abs(t) > 0.85 ? curl : 0))));
    clay.part();
    for (let i = -5; i < 5; i++)
      clay.rod(point(i / 5), point((i + 1) / 5), 1.1 - Math.abs(i + 0.5) * 0.1, matter);
    clay.part();
    const nock = s.pose.draw > 0.05 ? s.rightArm.end : mix(point(-1), point(1), 0.5);
    clay.rod(point(1), nock, 0.25, STEEL).rod(nock, point(-1), 0.25, STEEL);
    if (s.pose.draw > 0.05) clay.part().rod(nock, add(at, times(unit(minus(at, nock)), 4)), 0.45, PALE_WOOD);
  };

/** A crossbow in the right hand. */
export const crossbow =
  (matter: Matter, half = 6.5, double = false): Piece =>
  (clay, { s }) => {
    const g = gripOf(s, s.pose.draw > 0 ? s.shaft : s.blade);
    const side = unit(cross(g.way, s.chestTurn.up));
    clay.part();
    clay.rod(on(g, -3.5), on(g, 8), 1.2, matter, 1);
    clay.part();
    for (const sign of [-1, 1]) {
      const mid = add(on(g, 7.6), times(side, sign * half * 0.6));
      clay
        .rod(on(g, 8), mid, 1, STEEL, 0.8)
        .rod(mid, add(on(g, 5), times(side, sign * half)), 0.8, STEEL, 0.5);
      clay.rod(add(on(g, 5), times(side, sign * half)), on(g, 2), 0.25, STEEL);
    }
    if (double) clay.part().egg(on(g, 4, -1.4), [1.5, 1.5, 1.5], s.chestTurn, WOOD);
  };

export type ShieldShape = 'round' | 'kite' | 'heater' | 'buckler';

/** A shield on the left forearm. */
export const shield =
  (shape: ShieldShape, matter: Matter, rim: Matter, sign?: Matter): Piece =>
  (clay, { s }) => {
    const { bend, end } = s.leftArm;
    const normal = s.shield;
    const at = add(mix(bend, end, 0.75), times(normal, 4));
    const up = squareTo(s.chestTurn.up, normal);
    const right = cross(up, normal);
    const place = (x: number, z: number, out = 0): Vec =>
      add(at, add(add(times(right, x), times(up, z)), times(normal, out)));
    const outline: (readonly [number, number])[] =
      shape === 'round' || shape === 'buckler'
        ? Array.from({ length: 14 }, (_, i) => {
            const r = shape === 'round' ? 7 : 5;
            return [Math.cos((i / 14) * 2 * Math.PI) * r, Math.sin((i / 14) * 2 * Math.PI) * r] as const;
          })
        : shape === 'kite'
          ? [
              [-4.6, 6],
              [-2.6, 8],
              [0, 8.6],
              [2.6, 8],
              [4.6, 6],
              [4.6, 1],
              [2.8, -5],
              [0, -10],
              [-2.8, -5],
              [-4.6, 1],
            ]
          : [
              [-5.6, 7],
              [0, 7.6],
              [5.6, 7],
              [5.6, 0],
              [3.6, -5],
              [0, -8.4],
              [-3.6, -5],
              [-5.6, 0],
            ];
    clay.part();
    const edge = outline.map(([x, z]) => place(x, z));
    const inner = outline.map(([x, z]) => place(x * 0.8, z * 0.8, 0.5));
    clay.skin([edge, inner], rim);
    clay.skin([inner, outline.map(() => place(0, 0, 1.6))], matter);
    clay.part();
    if (sign !== undefined) {
      clay
        .rod(place(0, 4.4, 1.3), place(0, -4.4, 1.3), 0.9, sign)
        .rod(place(-3, 1, 1.3), place(3, 1, 1.3), 0.9, sign);
    } else if (shape === 'round' || shape === 'buckler') clay.ball(place(0, 0, 1.4), 1.5, rim);
  };

export const book =
  (cover: Matter, clasp: Matter): Piece =>
  (clay, { s }) => {
    const g = gripOf(s, s.chestTurn.up);
    const side = s.chestTurn.right;
    const corner = (x: number, z: number, y: number): Vec =>
      add(on(g, z), add(times(side, y), times(s.chestTurn.forward, x)));
    clay.part();
    const page = (y: number): Vec[] => [
      corner(-2, -3, y),
      corner(3, -3, y),
      corner(3, 4, y),
      corner(-2, 4, y),
    ];
    clay.plate(page(1.4), cover).plate(page(-1), cover);
    clay.skin([page(1.4), page(-1)], { ...cover, bias: 1.4 });
    clay.part().ball(corner(0.5, 0.5, 1.8), 1, clasp);
  };

export const lightSource =
  (kind: 'torch' | 'candle' | 'lantern', lit: boolean): Piece =>
  (clay, { s }) => {
    const g = gripOf(s, unit(add(times(s.chestTurn.up, 1), times(s.chestTurn.forward, 0.3))), 'left');
    clay.part();
    if (kind === 'lantern') {
      clay.rod(on(g, 0), on(g, -2), 0.4, DARK_IRON);
      clay.part().rod(on(g, -3.4), on(g, -6), 1.7, lit ? FLAME : DARK_IRON);
      clay.part().ball(on(g, -7.4), 1.5, DARK_IRON).ball(on(g, -2.4), 1.2, DARK_IRON);
      return;
    }
    const tall = kind === 'torch' ? 8 : 4;
    clay.rod(
      on(g, -3),
      on(g, tall),
      kind === 'torch' ? 0.9 : 1,
      kind === 'torch' ? WOOD : { ...PALE_WOOD, bias: 1.4 },
    );
    clay.part();
    if (kind === 'torch') clay.ball(on(g, tall), 1.5, lit ? FLAME : DARK_IRON);
    if (lit) clay.rod(on(g, tall + 0.8), add(on(g, tall + 3.6), [0, 0, 1]), 1.3, FLAME, 0.4);
  };

/** A thing that is bent in the middle, or a fan. */
export const thrown =
  (shape: 'bent' | 'fan', matter: Matter): Piece =>
  (clay, { s }) => {
    const g = gripOf(s, s.blade);
    clay.part();
    if (shape === 'bent') {
      clay.rod(on(g, 0), on(g, 6, 0.5), 1, matter, 1.2).rod(on(g, 6, 0.5), on(g, 9, 6), 1.2, matter, 0.8);
      return;
    }
    const arc = [-0.7, -0.35, 0, 0.35, 0.7].map((a) => on(g, Math.cos(a) * 8, Math.sin(a) * 8));
    clay.skin([arc, arc.map(() => on(g, 0))], matter, false);
  };
