/** Something worn on the figure of the window in which characters are made: worn body, and on whom. */
interface Shown {
  readonly worn: number;
  readonly woman: boolean;
}

const PLAIN_SHIRT = 434;
const FANCY_SHIRT = 435;
const LONG_PANTS = 431;
const SKIRT = 449;
const SHOES = 480;

type Rows = readonly (readonly [gump: number, worn: number])[];

const MEN: Rows = [
  // Clothes; the winged people's last.
  ...([
    [0x0739, PLAIN_SHIRT],
    [0x0738, LONG_PANTS],
    [0x0762, SHOES],
    [0x0778, PLAIN_SHIRT],
  ] as const),
  // Hair of humans, then of elves.
  ...([
    [0x0753, 700],
    [0x0754, 701],
    [0x0757, 702],
    [0x0755, 703],
    [0x074f, 704],
  ] as const),
  ...([
    [0x0752, 709],
    [0x0751, 706],
    [0x0758, 707],
    [0x074e, 708],
  ] as const),
  ...([
    [0x06f8, 701],
    [0x06f9, 711],
    [0x06fa, 710],
    [0x06fb, 702],
  ] as const),
  ...([
    [0x06fd, 700],
    [0x06fe, 709],
    [0x06ff, 704],
    [0x0701, 705],
  ] as const),
  // Beards.
  ...([
    [0x0759, 800],
    [0x075b, 801],
    [0x075d, 802],
    [0x075c, 803],
  ] as const),
  ...([
    [0x075e, 804],
    [0x075a, 805],
    [0x075f, 806],
  ] as const),
  // Horns, and horns of the face.
  ...([
    [0x076c, 720],
    [0x076d, 720],
    [0x0773, 720],
    [0x076e, 720],
  ] as const),
  ...([
    [0x0774, 721],
    [0x0775, 721],
    [0x0776, 722],
    [0x0777, 722],
  ] as const),
  ...([
    [0x076f, 800],
    [0x0770, 800],
    [0x0771, 800],
    [0x0772, 800],
  ] as const),
];

const WOMEN: Rows = [
  ...([
    [0x0714, FANCY_SHIRT],
    [0x0764, SKIRT],
    [0x0763, SHOES],
    [0x07a7, FANCY_SHIRT],
  ] as const),
  ...([
    [0x0737, 700],
    [0x0732, 701],
    [0x0735, 702],
    [0x0733, 703],
    [0x0734, 704],
  ] as const),
  ...([
    [0x0730, 709],
    [0x072f, 706],
    [0x0736, 707],
    [0x072c, 708],
    [0x0731, 705],
  ] as const),
  ...([
    [0x06ef, 711],
    [0x06f0, 710],
    [0x06f1, 702],
    [0x06f2, 706],
  ] as const),
  ...([
    [0x06f4, 709],
    [0x06f5, 704],
    [0x06f6, 708],
    [0x06f7, 705],
  ] as const),
  ...([
    [0x07a0, 723],
    [0x07a1, 723],
    [0x079e, 720],
    [0x07a2, 720],
  ] as const),
  ...([
    [0x077b, 720],
    [0x077c, 721],
    [0x077d, 721],
    [0x077e, 722],
  ] as const),
];

/** By gump. Source: classic client rule; what is worn is what tile data names for the same style. */
export const CREATION: ReadonlyMap<number, Shown> = new Map([
  ...MEN.map(([gump, worn]): [number, Shown] => [gump, { worn, woman: false }]),
  ...WOMEN.map(([gump, worn]): [number, Shown] => [gump, { worn, woman: true }]),
]);
