/** A 32-bit number that depends on all of its inputs, the same on every machine. */
export function hash(seed: number, x: number, y: number, z: number): number {
  let h = seed ^ Math.imul(x, 0x27d4eb2d) ^ Math.imul(y, 0x165667b1) ^ Math.imul(z, 0x9e3779b1);
  h = Math.imul(h ^ (h >>> 15), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** As `hash`, from 0 to 1. */
export function chance(seed: number, x: number, y: number, z: number): number {
  return hash(seed, x, y, z) / 0x1_0000_0000;
}

function smooth(t: number): number {
  return t * t * (3 - 2 * t);
}

function mix(a: number, b: number, t: number): number {
  return a + (b - a) * t;
}

function corner(seed: number, x: number, y: number, z: number): number {
  return hash(seed, x, y, z) / 0x8000_0000 - 1;
}

/** Smooth chance over the plane, -1 to 1; one hill or dale a unit. */
export function noise2(seed: number, x: number, z: number): number {
  const left = Math.floor(x);
  const top = Math.floor(z);
  const u = smooth(x - left);
  const near = mix(corner(seed, left, 0, top), corner(seed, left + 1, 0, top), u);
  const far = mix(corner(seed, left, 0, top + 1), corner(seed, left + 1, 0, top + 1), u);
  return mix(near, far, smooth(z - top));
}

/** Smooth chance in space, -1 to 1. */
export function noise3(seed: number, x: number, y: number, z: number): number {
  const bottom = Math.floor(y);
  const left = Math.floor(x);
  const top = Math.floor(z);
  const u = smooth(x - left);
  const w = smooth(z - top);
  const layer = (at: number): number =>
    mix(
      mix(corner(seed, left, at, top), corner(seed, left + 1, at, top), u),
      mix(corner(seed, left, at, top + 1), corner(seed, left + 1, at, top + 1), u),
      w,
    );
  return mix(layer(bottom), layer(bottom + 1), smooth(y - bottom));
}

/** Noise with finer noise upon it, -1 to 1. */
export function layered(seed: number, x: number, z: number, octaves: number): number {
  let sum = 0;
  let range = 0;
  for (let i = 0, size = 1, weight = 1; i < octaves; i++, size *= 2, weight *= 0.5) {
    sum += weight * noise2(seed + i * 101, x * size, z * size);
    range += weight;
  }
  return sum / range;
}
