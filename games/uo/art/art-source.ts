import type { StandIn } from '../files/body-definitions.ts';
import type { Hue } from '../files/hues.ts';

/** A picture in 16-bit colours: bit 15 says opaque, then 5 bits each of red, green and blue. 0 is transparent. */
export interface Bitmap {
  readonly width: number;
  readonly height: number;
  /** Row by row. */
  readonly pixels: Uint16Array;
}

/** One picture of a moving body. The centre is the pixel that stands on the middle of its tile, from the upper left corner. */
export interface Frame extends Bitmap {
  readonly centreX: number;
  /** Pixels from the ground line up to below the bottom row; negative when the picture reaches below it. Files keep it so. */
  readonly centreY: number;
}

/** How a graphic's pictures follow each other, as offsets from its own number. */
export interface StaticAnimation {
  readonly offsets: readonly number[];
  /** Between pictures, in steps of 50 ms. */
  readonly interval: number;
}

/** How a body is drawn, and which of its actions are those of going about. */
export interface BodyLook {
  /** The body whose frames are drawn; mostly itself. */
  readonly body: number;
  /** Hue of one who has none; 0 for none. */
  readonly hue: number;
  readonly walk: number;
  readonly run: number;
  readonly stand: number;
}

/** One glyph of a font. Colour 0 is transparent. */
export interface Glyph extends Bitmap {
  /** Pixels to the right before the glyph is drawn; only Unicode fonts have them. */
  readonly left: number;
  /** Pixels down from the top of the line; only Unicode fonts have them. */
  readonly top: number;
}

/** A light's shape: row by row, 0 (dark) to 31. */
export interface LightShape {
  readonly width: number;
  readonly height: number;
  readonly levels: Int8Array;
}

/** A sound as 16-bit mono samples at 22,050 Hz. */
export interface Sound {
  readonly name: string;
  readonly samples: Int16Array;
}

/**
 * Where pictures and sounds come from: drawn by code, or read from an operator's client files. What a source does not have
 * is null. The `…Ids` lists are in rising order.
 */
export interface ArtSource {
  readonly landIds: readonly number[];
  /** 44 x 44, of which clients show the diamond. */
  land(id: number): Bitmap | null;
  /** For slopes, seen from above: 64 x 64 or 128 x 128, by the texture number of tile data. */
  readonly textureIds: readonly number[];
  texture(id: number): Bitmap | null;
  /**
   * Statics and items. The middle of the bottom row stands on the lowest corner of the tile's diamond; a picture of a floor
   * tile is 44 x 44.
   */
  readonly staticIds: readonly number[];
  static(graphic: number): Bitmap | null;
  staticAnimation(graphic: number): StaticAnimation | null;
  readonly gumpIds: readonly number[];
  gump(id: number): Bitmap | null;
  readonly bodyIds: readonly number[];
  /** Frames of an action of a body in a direction of the files, 0 (south) to 4 (north); the other three are mirrored. */
  frames(body: number, action: number, direction: number): readonly Frame[] | null;
  /** Looks by body, of those that are not drawn by the rule of their number: see `plainLook`. */
  readonly looks: ReadonlyMap<number, BodyLook>;
  /** By body, what lies there when it has died, where that is another. */
  readonly corpses: ReadonlyMap<number, StandIn>;
  /** By body and what it wears, `400/434`, what is drawn in place of that. */
  readonly fittings: ReadonlyMap<string, StandIn>;
  /** Hue n is element n - 1. */
  readonly hues: readonly Hue[];
  /** Glyphs of font 0 to 9 from character 0x20 on. */
  font(number: number): readonly Glyph[] | null;
  /** Glyphs of Unicode font 0 to 12 by character. */
  unicodeFont(number: number): ReadonlyMap<number, Glyph> | null;
  readonly lightIds: readonly number[];
  light(id: number): LightShape | null;
  readonly soundIds: readonly number[];
  sound(id: number): Sound | null;
}
