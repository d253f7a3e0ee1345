import { Ground } from '../facet-draft.ts';

/** Things that grow or lie in one place, from its tile: graphic, x, y. The weight is relative to the others' there. */
export interface Growth {
  readonly weight: number;
  readonly parts: readonly (readonly [graphic: number, x: number, y: number])[];
}

const at = (weight: number, ...graphics: number[]): Growth => ({
  weight,
  parts: graphics.map((graphic) => [graphic, 0, 0] as const),
});

/** Trunk and leaves. */
const TREES: readonly Growth[] = [
  at(8, 0x0ccd, 0x0cce),
  at(8, 0x0cd0, 0x0cd1),
  at(8, 0x0cd3, 0x0cd4),
  at(30, 0x0cda, 0x0cdb),
  at(30, 0x0cdd, 0x0cde),
  at(24, 0x0ce0, 0x0ce1),
  at(24, 0x0ce3, 0x0ce4),
  at(16, 0x0ce6, 0x0ce7),
];
const CEDARS: readonly Growth[] = [at(26, 0x0cd6, 0x0cd7), at(26, 0x0cd8, 0x0cd9)];
const FRUIT_TREES: readonly Growth[] = [
  at(5, 0x0d94, 0x0d96),
  at(5, 0x0d98, 0x0d9a),
  at(4, 0x0d9c, 0x0d9e),
  at(4, 0x0da4, 0x0da6),
];
const MUSHROOMS: readonly Growth[] = [0x0d0c, 0x0d0d, 0x0d0f, 0x0d11, 0x0d14, 0x0d16, 0x0d18].map((g) =>
  at(3, g),
);
const FLOWERS: readonly Growth[] = [
  ...[0x0c84, 0x0c85, 0x0c87, 0x0c88, 0x0c8a, 0x0c8b, 0x0c8c, 0x0cbe, 0x0cbf],
  ...[0x0c37, 0x0c38, 0x0c45, 0x0c46, 0x0c47, 0x0c49, 0x0c4b, 0x0c4e],
].map((graphic) => at(4, graphic));
const GRASSES: readonly Growth[] = [0x0cac, 0x0cad, 0x0cb0, 0x0cb1, 0x0cb2, 0x0cb5].map((graphic) =>
  at(9, graphic),
);
const FERNS: readonly Growth[] = [0x0c9f, 0x0ca0, 0x0ca1, 0x0ca3].map((graphic) => at(7, graphic));
const STONES: readonly Growth[] = [0x1773, 0x1774, 0x1777, 0x1778, 0x177b, 0x177c].map((graphic) =>
  at(2, graphic),
);
const PALMS: readonly Growth[] = [0x0c95, 0x0c96, 0x0c99, 0x0c9a, 0x0c9c].map((graphic) => at(5, graphic));
const SHELLS: readonly Growth[] = [0x0fc4, 0x0fc6, 0x0fc7, 0x0fc8, 0x0fcc].map((graphic) => at(4, graphic));
const LOGS: readonly Growth[] = [
  {
    weight: 4,
    parts: [
      [0x0cf3, 0, 0],
      [0x0cf4, 0, 1],
    ],
  },
  {
    weight: 4,
    parts: [
      [0x0cf5, -1, 0],
      [0x0cf6, 0, 0],
      [0x0cf7, 1, 0],
    ],
  },
];

/** What grows on each ground. */
export const GROWTHS: Readonly<Record<number, readonly Growth[]>> = {
  [Ground.grass]: [...GRASSES, ...FLOWERS, ...STONES],
  [Ground.forest]: [
    ...TREES,
    ...CEDARS,
    ...FRUIT_TREES,
    ...FERNS,
    ...MUSHROOMS,
    ...FLOWERS,
    ...LOGS,
    ...STONES,
  ],
  [Ground.sand]: [...PALMS, ...SHELLS, ...STONES],
};

/** Single trees of the open land and of gardens. */
export const LONE_TREES: readonly Growth[] = [...TREES, ...FRUIT_TREES];
export const GARDEN: readonly Growth[] = [
  ...FLOWERS,
  ...FLOWERS,
  ...FRUIT_TREES,
  at(12, 0x0c8f),
  at(12, 0x0c90),
];
export const REEDS: readonly Growth[] = [at(6, 0x0d05), at(4, 0x0cb7), at(4, 0x0cb8)];
/** Wheat, corn, cabbage and turnips, one kind to a field. */
export const CROPS: readonly (readonly number[])[] = [
  [0x0c55, 0x0c56, 0x0c58, 0x0c5a],
  [0x0c7d, 0x0c7e],
  [0x0c61, 0x0c62, 0x0c63],
  [0x0c6f],
  [0x0c76],
];
