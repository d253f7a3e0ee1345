import { Ground } from '../facet-draft.ts';

/** Land graphics that fill an area of each ground. */
export const LAND_FILLS: Readonly<Record<number, readonly number[]>> = {
  [Ground.water]: [0x00a8, 0x00a9, 0x00aa, 0x00ab],
  [Ground.sand]: [0x0016, 0x0017, 0x0018, 0x0019],
  [Ground.grass]: [0x0003, 0x0004, 0x0005, 0x0006],
  [Ground.forest]: [0x00c4, 0x00c5, 0x00c6, 0x00c7],
  [Ground.dirt]: [0x0071, 0x0072, 0x0073, 0x0074, 0x0075, 0x0076, 0x0077, 0x0078],
  [Ground.cobble]: [0x03e9, 0x03ea, 0x03eb, 0x03ec],
  [Ground.rock]: [0x022c, 0x022d, 0x022e, 0x022f],
  [Ground.furrow]: [0x0009],
  [Ground.cave]: [0x0245, 0x0246, 0x0247, 0x0248, 0x0249],
  [Ground.black]: [0x0244],
};

/**
 * Graphics by shape, where two grounds meet: the other ground lies to the north, east, south, west; only at the corner
 * north-west, north-east, south-east, south-west; on the two sides that meet at those corners.
 */
export type EdgeSet = readonly (readonly number[])[];

interface Transition {
  /** The ground that is drawn with an edge, and the one next to it, which keeps its own tiles. */
  readonly of: number;
  readonly to: number;
  readonly edges: EdgeSet;
}

const singles = (...graphics: number[]): EdgeSet => graphics.map((graphic) => [graphic]);

/** In order of importance: a tile that meets several grounds takes the first. */
export const TRANSITIONS: readonly Transition[] = [
  {
    of: Ground.grass,
    to: Ground.cobble,
    edges: singles(
      ...[0x0680, 0x067e, 0x067d, 0x067f],
      ...[0x0681, 0x0683, 0x0682, 0x0684],
      ...[0x0686, 0x0688, 0x0689, 0x0687],
    ),
  },
  {
    of: Ground.dirt,
    to: Ground.cobble,
    edges: singles(
      ...[0x03ff, 0x0400, 0x0401, 0x03fe],
      ...[0x0403, 0x0404, 0x0405, 0x0402],
      ...[0x03fd, 0x03fa, 0x03fb, 0x03fc],
    ),
  },
  {
    of: Ground.grass,
    to: Ground.dirt,
    edges: singles(
      ...[0x0085, 0x0089, 0x008b, 0x0087],
      ...[0x007e, 0x0083, 0x007d, 0x0082],
      ...[0x0079, 0x007b, 0x007a, 0x007c],
    ),
  },
  {
    of: Ground.forest,
    to: Ground.dirt,
    edges: singles(
      ...[0x0165, 0x0167, 0x0168, 0x0166],
      ...[0x0163, 0x0162, 0x0164, 0x0161],
      ...[0x016c, 0x0169, 0x016b, 0x016a],
    ),
  },
  {
    of: Ground.sand,
    to: Ground.dirt,
    edges: singles(
      ...[0x0338, 0x0336, 0x0335, 0x0337],
      ...[0x0339, 0x033b, 0x033a, 0x033c],
      ...[0x033e, 0x0340, 0x033d, 0x033f],
    ),
  },
  {
    of: Ground.grass,
    to: Ground.furrow,
    edges: singles(
      ...[0x000b, 0x000c, 0x000d, 0x000a],
      ...[0x0010, 0x000f, 0x0011, 0x0012],
      ...[0x000e, 0x0015, 0x0013, 0x0014],
    ),
  },
  {
    of: Ground.grass,
    to: Ground.sand,
    edges: singles(
      ...[0x0039, 0x0038, 0x003a, 0x0037],
      ...[0x003e, 0x003b, 0x003d, 0x003c],
      ...[0x0033, 0x0034, 0x0035, 0x0036],
    ),
  },
  {
    of: Ground.sand,
    to: Ground.forest,
    edges: singles(
      ...[0x064e, 0x064c, 0x064b, 0x064d],
      ...[0x064f, 0x0651, 0x0650, 0x0652],
      ...[0x0654, 0x0656, 0x0653, 0x0655],
    ),
  },
  {
    of: Ground.grass,
    to: Ground.forest,
    edges: [
      [0x00c8, 0x06b1],
      [0x00ce, 0x00cf, 0x06b3],
      [0x00d1, 0x06b2],
      [0x00cb, 0x00cc, 0x06b4],
      [0x00d8],
      [0x00da],
      [0x00d9],
      [0x00db],
      [0x00d4],
      [0x00d7],
      [0x00d0],
      [0x00d6],
    ],
  },
  {
    of: Ground.rock,
    to: Ground.grass,
    edges: singles(
      ...[0x0239, 0x023a, 0x023b, 0x023c],
      ...[0x0237, 0x0238, 0x0235, 0x0236],
      ...[0x0231, 0x0232, 0x0233, 0x0234],
    ),
  },
  {
    of: Ground.rock,
    to: Ground.forest,
    edges: singles(
      ...[0x00ee, 0x00ef, 0x00ec, 0x00ed],
      ...[0x00f6, 0x00f7, 0x00f4, 0x00f5],
      ...[0x00f1, 0x00f2, 0x00f3, 0x00f0],
    ),
  },
  {
    of: Ground.rock,
    to: Ground.dirt,
    edges: singles(
      ...[0x00dd, 0x00de, 0x00df, 0x00dc],
      ...[0x00e6, 0x00e7, 0x00e4, 0x00e5],
      ...[0x00e1, 0x00e2, 0x00e3, 0x00e0],
    ),
  },
  {
    of: Ground.rock,
    to: Ground.sand,
    edges: singles(
      ...[0x0127, 0x0128, 0x0129, 0x0126],
      ...[0x0124, 0x0125, 0x0122, 0x0123],
      ...[0x07be, 0x07c0, 0x07bd, 0x07bf],
    ),
  },
];

/** Statics, level with the water, that draw the wave line on a shore tile; nobody walks on them. */
export const SHORE_EDGES: EdgeSet = [
  [0x17a1, 0x17a2],
  [0x17a3, 0x17a4],
  [0x179f, 0x17a0],
  [0x179d, 0x179e],
  [0x17a7],
  [0x17a8, 0x17b0],
  [0x17a6, 0x17af],
  [0x17a5, 0x17b2],
  [0x17aa],
  [0x17ab],
  [0x17ac],
  [0x17a9],
];
