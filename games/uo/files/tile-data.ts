/** Bits of a tile's flags; items and land have the same ones. Those above bit 31 matter to nothing but drawing. */
export const TileFlag = {
  background: 0x00000001,
  weapon: 0x00000002,
  transparent: 0x00000004,
  translucent: 0x00000008,
  wall: 0x00000010,
  damaging: 0x00000020,
  impassable: 0x00000040,
  wet: 0x00000080,
  surface: 0x00000200,
  bridge: 0x00000400,
  generic: 0x00000800,
  window: 0x00001000,
  noShoot: 0x00002000,
  articleA: 0x00004000,
  articleAn: 0x00008000,
  internal: 0x00010000,
  foliage: 0x00020000,
  partialHue: 0x00040000,
  noHouse: 0x00080000,
  map: 0x00100000,
  container: 0x00200000,
  wearable: 0x00400000,
  lightSource: 0x00800000,
  animated: 0x01000000,
  hoverOver: 0x02000000,
  armour: 0x08000000,
  roof: 0x10000000,
  door: 0x20000000,
  stairBack: 0x40000000,
  stairRight: 0x80000000,
} as const;

/** What the client files say of each graphic. Flags are the low 32 bits, unsigned. */
export interface TileData {
  landFlags(graphic: number): number;
  landName(graphic: number): string;
  itemFlags(graphic: number): number;
  itemHeight(graphic: number): number;
  /** Stones; 255 is what nobody can move. */
  itemWeight(graphic: number): number;
  itemLayer(graphic: number): number;
  itemName(graphic: number): string;
  itemAnimation(graphic: number): number;
}
