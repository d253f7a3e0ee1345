/** A place or direction of a figure: to its right, forward, up; in pixels at the size that it is drawn in the world. */
export type Vec = readonly [right: number, forward: number, up: number];

export const add = (a: Vec, b: Vec): Vec => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
export const minus = (a: Vec, b: Vec): Vec => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
export const times = (a: Vec, by: number): Vec => [a[0] * by, a[1] * by, a[2] * by];
export const dot = (a: Vec, b: Vec): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
export const long = (a: Vec): number => Math.hypot(a[0], a[1], a[2]);
export const cross = (a: Vec, b: Vec): Vec => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
export const mix = (a: Vec, b: Vec, t: number): Vec => [
  a[0] + (b[0] - a[0]) * t,
  a[1] + (b[1] - a[1]) * t,
  a[2] + (b[2] - a[2]) * t,
];
/** Length 1; straight up when there is no direction. */
export function unit(a: Vec): Vec {
  const length = long(a);
  return length < 1e-6 ? [0, 0, 1] : times(a, 1 / length);
}
/** The part of a direction that is square to another, as a unit. */
export function squareTo(a: Vec, axis: Vec): Vec {
  return unit(minus(a, times(axis, dot(a, axis))));
}

/** Three directions that are square to each other: a turned body's own right, forward and up. */
export interface Turn {
  readonly right: Vec;
  readonly forward: Vec;
  readonly up: Vec;
}

export const UPRIGHT: Turn = { right: [1, 0, 0], forward: [0, 1, 0], up: [0, 0, 1] };

/** A direction of a turned body in the space around it. */
export function turned({ right, forward, up }: Turn, a: Vec): Vec {
  return [
    right[0] * a[0] + forward[0] * a[1] + up[0] * a[2],
    right[1] * a[0] + forward[1] * a[1] + up[1] * a[2],
    right[2] * a[0] + forward[2] * a[1] + up[2] * a[2],
  ];
}

/**
 * Turned by three angles in radians, in this order: `yaw` to its left, `pitch` bowing forward, `roll` leaning to its right.
 */
export function turnOf(yaw: number, pitch = 0, roll = 0): Turn {
  const of = (a: Vec): Vec => {
    const [x, y, z] = a;
    // Roll about forward, then pitch about right, then yaw about up.
    const x1 = x * Math.cos(roll) + z * Math.sin(roll);
    const z1 = -x * Math.sin(roll) + z * Math.cos(roll);
    const y2 = y * Math.cos(pitch) + z1 * Math.sin(pitch);
    const z2 = -y * Math.sin(pitch) + z1 * Math.cos(pitch);
    return [x1 * Math.cos(yaw) - y2 * Math.sin(yaw), x1 * Math.sin(yaw) + y2 * Math.cos(yaw), z2];
  };
  return { right: of([1, 0, 0]), forward: of([0, 1, 0]), up: of([0, 0, 1]) };
}

/** One turn within another. */
export function within(outer: Turn, inner: Turn): Turn {
  return {
    right: turned(outer, inner.right),
    forward: turned(outer, inner.forward),
    up: turned(outer, inner.up),
  };
}
