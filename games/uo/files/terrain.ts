/** A piece of scenery that never moves. */
export interface StaticTile {
  readonly graphic: number;
  readonly z: number;
  readonly hue: number;
}

/** The land of one facet with its statics. Coordinates outside it are the caller's mistake. */
export interface Terrain {
  readonly width: number;
  readonly height: number;
  /** Graphic of the land at a tile. */
  land(x: number, y: number): number;
  landZ(x: number, y: number): number;
  /** By height, lowest first; one shared empty list where there are none. */
  statics(x: number, y: number): readonly StaticTile[];
}
