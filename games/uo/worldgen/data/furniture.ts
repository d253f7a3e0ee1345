/** A piece of furniture: its parts as graphic, x and y from its first tile. */
export type Piece = readonly (readonly [graphic: number, x: number, y: number])[];

/** Pieces that stand with their back to the wall on the north, and to the wall on the west. */
export interface Furnishing {
  readonly north: readonly Piece[];
  readonly west: readonly Piece[];
  /** Tables and counters in the middle of the room. */
  readonly middle: readonly Piece[];
}

const single = (graphic: number): Piece => [[graphic, 0, 0]];

const bedSouth: Piece = [
  [0x0a63, 0, 0],
  [0x0a5c, 0, 1],
];
const bedEast: Piece = [
  [0x0a5d, 0, 0],
  [0x0a62, 1, 0],
];
const wideBedSouth: Piece = [
  [0x0a83, 0, 0],
  [0x0a82, 1, 0],
  [0x0a7f, 0, 1],
  [0x0a7e, 1, 1],
];
const bookcaseSouth = single(0x0a97);
const bookcaseEast = single(0x0a99);
const drawersSouth = single(0x0a2c);
const drawersEast = single(0x0a34);
const armoireSouth = single(0x0a4f);
const armoireEast = single(0x0a53);
const barrel = single(0x0e77);
const crate = single(0x0e3e);
const keg = single(0x1ad7);
const table = single(0x0b34);
const counterRun: Piece = [
  [0x0b3f, 0, 0],
  [0x0b3f, 1, 0],
  [0x0b3f, 2, 0],
];
const longTable: Piece = [
  [0x0b35, 0, 0],
  [0x0b35, 1, 0],
];
const loom: Piece = [
  [0x1061, 0, 0],
  [0x1062, 1, 0],
];
const ovenSouth: Piece = [
  [0x0931, 0, 0],
  [0x0930, 1, 0],
];
const fireplaceSouth: Piece = [
  [0x0967, 0, 0],
  [0x0961, 1, 0],
];

export const BEDROOM: Furnishing = {
  north: [bedSouth, drawersSouth, wideBedSouth, armoireSouth],
  west: [bedEast, drawersEast, armoireEast],
  middle: [],
};

const home: Furnishing = {
  north: [fireplaceSouth, bookcaseSouth, armoireSouth, barrel],
  west: [drawersEast, bookcaseEast, crate],
  middle: [table],
};

const shop = (north: readonly Piece[], west: readonly Piece[]): Furnishing => ({
  north,
  west,
  middle: [counterRun],
});

/** What stands on the ground floor of a house, by the trade of who lives there. */
export const FURNISHINGS = {
  home,
  bank: shop([single(0x0e41), single(0x0e41), bookcaseSouth, bookcaseSouth], [single(0x0e40), crate]),
  inn: {
    north: [fireplaceSouth, barrel, keg, keg],
    west: [bookcaseEast, barrel],
    middle: [longTable, longTable, table],
  },
  tavern: { north: [keg, keg, barrel, fireplaceSouth], west: [keg, crate], middle: [longTable, table] },
  smith: {
    north: [single(0x0fb1), single(0x0fb0), crate, barrel],
    west: [single(0x0faf), crate],
    middle: [table],
  },
  tailor: shop([loom, single(0x1015), bookcaseSouth], [armoireEast, crate]),
  provisioner: shop([crate, barrel, single(0x0e3f), single(0x0e3c)], [crate, barrel]),
  healer: shop([bedSouth, bedSouth, bookcaseSouth], [drawersEast, bookcaseEast]),
  bakery: shop([ovenSouth, barrel, crate], [single(0x0e3c), barrel]),
  mage: shop([bookcaseSouth, bookcaseSouth, bookcaseSouth, drawersSouth], [bookcaseEast, bookcaseEast]),
  carpenter: shop([crate, single(0x0e3d), barrel], [armoireEast, crate]),
  shipwright: shop([crate, barrel, crate, barrel], [crate, barrel]),
  bowyer: shop([crate, bookcaseSouth, barrel], [crate]),
  tinker: shop([single(0x0fb0), crate, drawersSouth], [drawersEast]),
  stable: { north: [single(0x0f36), single(0x100c), barrel], west: [single(0x100d), crate], middle: [] },
} as const satisfies Record<string, Furnishing>;

export type Trade = keyof typeof FURNISHINGS;

/** Chairs by the way the sitter looks. */
export const CHAIRS = { south: 0x0b4f, east: 0x0b4e, north: 0x0b50, west: 0x0b51 } as const;
export const CANDLE = 0x0a28;
