/** A picture in an atlas: which page, and where on it, in pixels. */
export interface Picture {
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One picture of a moving body; the centre stands on the middle of its tile. */
export interface FramePicture extends Picture {
  readonly centreX: number;
  readonly centreY: number;
}

/** All pictures that the scene draws. What there is none of is null. */
export interface ArtBook {
  land(graphic: number): Picture | null;
  static(graphic: number): Picture | null;
  /** Pictures that follow each other, as offsets to the graphic, with the time between them in milliseconds. */
  animation(graphic: number): { readonly offsets: readonly number[]; readonly intervalMs: number } | null;
  /** Frames of an action in a direction of the files, 0 to 4; null while they are on their way, or when there are none. */
  frames(body: number, action: number, direction: number): readonly FramePicture[] | null;
  gump(id: number): Picture | null;
  /** Pages that have come, by number; those that are still to come are null. */
  readonly pages: readonly (ImageBitmap | null)[];
  /** Is the pixel of a picture there, or seen through? For clicks. */
  isSolid(picture: Picture, x: number, y: number): boolean;
  /** Told when a page has come. */
  onPage: (page: number) => void;
}
