/** A picture on a page, in pixels, and how far its upper left pixel is to the right of and below its anchor. */
export interface Picture {
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /**
   * The anchor of land, statics and items is the lowest corner of the tile; of bodies the middle of the tile's ground; of
   * gumps the upper left corner.
   */
  readonly right: number;
  readonly down: number;
}

/** How a body is drawn of which more is said than its number: actions of going about. */
export interface BodyLook {
  readonly walk: number;
  readonly run: number;
  readonly stand: number;
  /** Hue of one who has none; 0 for none. */
  readonly hue: number;
}

/** A body that is drawn in place of another. */
export interface StandIn {
  readonly body: number;
  /** Hue of what has none; 0 for none. */
  readonly hue: number;
}

/** All pictures that are drawn. Null: there is none, or it is still on its way. */
export interface ArtBook {
  land(graphic: number): Picture | null;
  static(graphic: number): Picture | null;
  /** Pictures that follow each other, as offsets to the graphic, with the time between them in milliseconds. */
  animation(graphic: number): { readonly offsets: readonly number[]; readonly intervalMs: number } | null;
  /** Frames of an action in a direction of the files, 0 to 4. */
  frames(body: number, action: number, direction: number): readonly Picture[] | null;
  /** Null for a body that is drawn by the rule of its number. */
  look(body: number): BodyLook | null;
  /** Null where what is worn is drawn as itself. */
  fitting(body: number, worn: number): StandIn | null;
  gump(id: number): Picture | null;
  /** What a picture is copied from, among the elements of the page. */
  readonly pages: readonly OffscreenCanvas[];
  /** Is the pixel of a picture there, or seen through? For clicks. */
  isSolid(picture: Picture, x: number, y: number): boolean;
  /** Grows when pictures have come that were not there. */
  readonly version: number;
  /** Told when something new is on a page: only that has to go to the graphics card. It is good until the call returns. */
  onSheet: (page: number, x: number, y: number, sheet: ImageBitmap) => void;
}
