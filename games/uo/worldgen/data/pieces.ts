/** One of the three pieces of a run of wall stands at its west (or south) end, in its middle, at its east (or north) end. */
type Run = readonly [first: number, middle: number, last: number];

/**
 * Pieces of one kind of wall, 20 high. A piece stands on the south edge (`ew`), the east edge (`ns`) or both (`se`) of its
 * tile; `nw` is the post in that corner of the tile where two other tiles' walls meet.
 */
export interface WallKit {
  readonly ew: Run;
  readonly ns: Run;
  readonly se: number;
  readonly nw: number;
  readonly windowEw: number;
  readonly windowNs: number;
  /** Low pieces, 3 high, that fill the gable under a roof. */
  readonly gableEw: number;
  readonly gableNs: number;
}

export const WALLS = {
  darkWood: {
    ew: [0x000a, 0x0007, 0x000c],
    ns: [0x000d, 0x0008, 0x000b],
    se: 0x0006,
    nw: 0x0009,
    windowEw: 0x000e,
    windowNs: 0x000f,
    gableEw: 0x0018,
    gableNs: 0x0019,
  },
  lightWood: {
    ew: [0x00b2, 0x00af, 0x00b5],
    ns: [0x00b4, 0x00b0, 0x00b3],
    se: 0x00ae,
    nw: 0x00b1,
    windowEw: 0x00bc,
    windowNs: 0x00bb,
    gableEw: 0x00c1,
    gableNs: 0x00c2,
  },
  log: {
    ew: [0x0095, 0x0092, 0x0097],
    ns: [0x0096, 0x0091, 0x0094],
    se: 0x0090,
    nw: 0x0093,
    windowEw: 0x0098,
    windowNs: 0x0099,
    gableEw: 0x00a2,
    gableNs: 0x00a3,
  },
  fieldstone: {
    ew: [0x001e, 0x001c, 0x0021],
    ns: [0x0020, 0x001b, 0x001f],
    se: 0x001a,
    nw: 0x001d,
    windowEw: 0x0022,
    windowNs: 0x0023,
    gableEw: 0x0031,
    gableNs: 0x0032,
  },
  greyBrick: {
    ew: [0x0037, 0x0034, 0x0039],
    ns: [0x003a, 0x0035, 0x0038],
    se: 0x0033,
    nw: 0x0036,
    windowEw: 0x003b,
    windowNs: 0x003c,
    gableEw: 0x0055,
    gableNs: 0x0056,
  },
  plaster: {
    ew: [0x0138, 0x0136, 0x0133],
    ns: [0x0134, 0x0137, 0x0139],
    se: 0x0135,
    nw: 0x012a,
    windowEw: 0x013a,
    windowNs: 0x013b,
    gableEw: 0x014a,
    gableNs: 0x014b,
  },
  timberedPlaster: {
    ew: [0x012e, 0x0136, 0x0128],
    ns: [0x0129, 0x0137, 0x012f],
    se: 0x0127,
    nw: 0x012a,
    windowEw: 0x013a,
    windowNs: 0x013b,
    gableEw: 0x014a,
    gableNs: 0x014b,
  },
  sandstone: {
    ew: [0x0160, 0x0160, 0x0160],
    ns: [0x015f, 0x015f, 0x015f],
    se: 0x015e,
    nw: 0x0161,
    windowEw: 0x0163,
    windowNs: 0x0162,
    gableEw: 0x0197,
    gableNs: 0x0198,
  },
  marble: {
    ew: [0x0292, 0x0292, 0x0292],
    ns: [0x0293, 0x0293, 0x0293],
    se: 0x0291,
    nw: 0x0294,
    windowEw: 0x0295,
    windowNs: 0x0296,
    gableEw: 0x0125,
    gableNs: 0x0126,
  },
  weatheredStone: {
    ew: [0x01d0, 0x01d0, 0x01d0],
    ns: [0x01d1, 0x01d1, 0x01d1],
    se: 0x01cf,
    nw: 0x01d2,
    windowEw: 0x01d3,
    windowNs: 0x01d4,
    gableEw: 0x01e9,
    gableNs: 0x01ea,
  },
  granite: {
    ew: [0x00c8, 0x00c8, 0x00c8],
    ns: [0x00c9, 0x00c9, 0x00c9],
    se: 0x00c7,
    nw: 0x00cc,
    windowEw: 0x00ca,
    windowNs: 0x00cb,
    gableEw: 0x00de,
    gableNs: 0x00dd,
  },
  darkSandstone: {
    ew: [0x03c8, 0x03c8, 0x03c8],
    ns: [0x03c9, 0x03c9, 0x03c9],
    se: 0x03c7,
    nw: 0x03ca,
    windowEw: 0x03de,
    windowNs: 0x03df,
    gableEw: 0x01e9,
    gableNs: 0x01ea,
  },
} as const satisfies Record<string, WallKit>;

/** A parapet, 3 high, by the same edges as a wall. */
export interface ParapetKit {
  readonly ew: number;
  readonly ns: number;
  readonly se: number;
  readonly nw: number;
}

export const PARAPETS = {
  weatheredStone: { ew: 0x01e9, ns: 0x01ea, se: 0x01e8, nw: 0x01eb },
  granite: { ew: 0x00de, ns: 0x00dd, se: 0x00dc, nw: 0x00df },
  marble: { ew: 0x02b6, ns: 0x02b7, se: 0x02b5, nw: 0x02b8 },
} as const satisfies Record<string, ParapetKit>;

/** Roof pieces named for the way they rise; each is 3 high. */
export interface RoofKit {
  readonly north: number;
  readonly east: number;
  readonly south: number;
  readonly west: number;
  /** The ridge of a roof whose slopes rise to the east and west, and of one whose slopes rise to the north and south. */
  readonly ridgeNs: number;
  readonly ridgeEw: number;
}

export const ROOFS = {
  shingle: { north: 0x05cf, east: 0x05c4, south: 0x05d0, west: 0x05c3, ridgeNs: 0x05c2, ridgeEw: 0x05ce },
  tile: { north: 0x05c0, east: 0x05b5, south: 0x05c1, west: 0x05b4, ridgeNs: 0x05b3, ridgeEw: 0x05bf },
  log: { north: 0x05fd, east: 0x05f2, south: 0x05fe, west: 0x05f1, ridgeNs: 0x05f0, ridgeEw: 0x05fc },
} as const satisfies Record<string, RoofKit>;

/** A stair tile rises 5 towards the side it is named for; `block` fills the space below a higher one. */
export interface StairKit {
  readonly block: number;
  readonly north: number;
  readonly east: number;
  readonly south: number;
  readonly west: number;
}

export const STAIRS = {
  darkWood: { block: 0x0738, north: 0x0739, east: 0x073c, south: 0x073b, west: 0x073a },
  lightWood: { block: 0x0721, north: 0x0722, east: 0x0725, south: 0x0724, west: 0x0723 },
  weatheredStone: { block: 0x0788, north: 0x0789, east: 0x078c, south: 0x078b, west: 0x078a },
  granite: { block: 0x071e, north: 0x071f, east: 0x0749, south: 0x0737, west: 0x0736 },
} as const satisfies Record<string, StairKit>;

export const FLOORS = {
  darkWood: [0x04b4, 0x04b0, 0x04b3, 0x04af, 0x04b1, 0x04ae, 0x04b2, 0x04ad],
  lightWood: [0x04d1, 0x04cc, 0x04d3, 0x04ce, 0x04d2, 0x04cd, 0x04d0, 0x04cf],
  flagstone: [0x0519, 0x051a, 0x051b, 0x051c, 0x051d, 0x051e, 0x051f, 0x0520],
  marble: [0x0495, 0x0496, 0x0497, 0x0498],
  flatRoof: [0x057d, 0x057e],
} as const satisfies Record<string, readonly number[]>;

/** First graphic of a run of eight facings, closed and open in turn. */
export const DOORS = {
  darkWood: 0x06a5,
  mediumWood: 0x06b5,
  strongWood: 0x06e5,
  metal: 0x0675,
} as const;

export const BRIDGE = {
  deck: [0x04a5, 0x04a6, 0x04a9, 0x04ab],
  stair: STAIRS.darkWood,
  railEastWest: 0x0860,
  railNorthSouth: 0x0861,
} as const;

/** What a town puts on its square and along its streets. */
export const TOWN_PIECES = {
  lampPost: 0x0b20,
  /** A stone fountain, four by four, around the tile at its offset 0, 0. */
  fountain: [
    [0x1731, -2, 1],
    [0x1732, -1, 1],
    [0x1733, 0, 1],
    [0x1734, 1, 1],
    [0x1735, 1, 0],
    [0x1736, 1, -1],
    [0x1737, 1, -2],
    [0x1738, 0, -2],
    [0x1739, 0, -1],
    [0x173a, 0, 0],
    [0x173b, -1, 0],
    [0x173c, -2, 0],
  ],
  bench: 0x045c,
  barrels: [0x0e77, 0x0fae],
  crates: [0x0e3c, 0x0e3d, 0x0e3e, 0x0e3f],
  stallTable: 0x0b34,
} as const;

/** Shop signs on a post; the second graphic hangs out from a wall that faces east. */
export const SIGNS = {
  bakery: [0x0ba3, 0x0ba4],
  tailor: [0x0ba5, 0x0ba6],
  tinker: [0x0ba7, 0x0ba8],
  healer: [0x0bab, 0x0bac],
  mage: [0x0bad, 0x0bae],
  carpenter: [0x0baf, 0x0bb0],
  inn: [0x0bb3, 0x0bb4],
  shipwright: [0x0bb5, 0x0bb6],
  stable: [0x0bb7, 0x0bb8],
  tavern: [0x0bc3, 0x0bc4],
  smith: [0x0bc7, 0x0bc8],
  provisioner: [0x0bcb, 0x0bcc],
  bowyer: [0x0bcd, 0x0bce],
  brass: [0x0bd1, 0x0bd2],
} as const;
