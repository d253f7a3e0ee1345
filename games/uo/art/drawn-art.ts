import type { StandIn } from '../files/body-definitions.ts';
import type { Hue } from '../files/hues.ts';
import { makeHues } from '../worldgen/hue-ramps.ts';
import type {
  ArtSource,
  Bitmap,
  BodyLook,
  Frame,
  Glyph,
  LightShape,
  Sound,
  StaticAnimation,
} from './art-source.ts';
import { CURSOR_IDS, drawCursor } from './cursors.ts';
import { BODY_IDS, BodyArtist } from './figures/bodies.ts';
import { asciiFont, unicodeFont } from './fonts/fonts.ts';
import { type Graphic, loadGraphics, loadTerrains } from './graphics.ts';
import { GUMP_IDS, GumpArtist } from './gumps/gumps.ts';
import { drawGraphic } from './item-art.ts';
import { LandArt } from './land/land-art.ts';
import { LIGHT_IDS, lightShape } from './lights/light-shapes.ts';
import { makeSound, SOUND_IDS } from './sounds/sounds.ts';
import { type MovingGraphic, movingGraphics } from './static-animations.ts';

/** Art that code draws: the same for everybody, on every machine, of everything that the world's tables name. */
export class DrawnArt implements ArtSource {
  readonly landIds: readonly number[];
  readonly textureIds: readonly number[];
  readonly staticIds: readonly number[];
  readonly gumpIds: readonly number[] = GUMP_IDS;
  readonly bodyIds: readonly number[] = BODY_IDS;
  readonly looks: ReadonlyMap<number, BodyLook> = new Map();
  readonly corpses: ReadonlyMap<number, StandIn> = new Map();
  readonly fittings: ReadonlyMap<string, StandIn> = new Map();
  readonly lightIds: readonly number[] = LIGHT_IDS;
  readonly soundIds: readonly number[] = SOUND_IDS;
  readonly hues: readonly Hue[] = makeHues();
  readonly #land: LandArt;
  readonly #gumps = new GumpArtist();
  readonly #bodies = new BodyArtist();
  readonly #graphics: ReadonlyMap<number, Graphic>;
  readonly #moving: ReadonlyMap<number, MovingGraphic>;
  readonly #frames = new Map<number, Graphic>();
  /** Land id of each texture number; 0 is none. */
  readonly #textures: readonly number[];
  readonly #textureOf: ReadonlyMap<number, number>;

  private constructor(graphics: ReadonlyMap<number, Graphic>, terrains: ReadonlyMap<number, string>) {
    this.#graphics = graphics;
    this.#land = new LandArt((id) => terrains.get(id) ?? null);
    this.landIds = [...new Set([...terrains.keys(), ...this.#land.tableIds])].sort((a, b) => a - b);
    const { order, of } = numberTextures(this.landIds, this.#land, terrains);
    this.#textures = order;
    this.#textureOf = of;
    this.textureIds = order.flatMap((_, id) => (id === 0 ? [] : [id]));
    this.#moving = movingGraphics(graphics);
    for (const [id, { extra }] of this.#moving) {
      for (const [number, frame] of extra) this.#frames.set(number, { ...graphics.get(id)!, frame });
    }
    this.staticIds = [...graphics.keys(), ...this.#frames.keys(), ...CURSOR_IDS].sort((a, b) => a - b);
  }

  /** Reads the tables that tell what there is to draw. */
  static async load(): Promise<DrawnArt> {
    return new DrawnArt(await loadGraphics(), await loadTerrains());
  }

  land(id: number): Bitmap | null {
    return this.#land.draw(id)?.toBitmap() ?? null;
  }

  /** The texture number that tile data should have for a land tile; 0 for those that lie level always, such as water. */
  textureOf(land: number): number {
    return this.#textureOf.get(land) ?? 0;
  }

  texture(id: number): Bitmap | null {
    const land = id === 0 ? undefined : this.#textures[id];
    return land === undefined ? null : (this.#land.drawTexture(land)?.toBitmap() ?? null);
  }

  static(graphic: number): Bitmap | null {
    const known = this.#graphics.get(graphic) ?? this.#frames.get(graphic);
    return (known === undefined ? drawCursor(graphic) : drawGraphic(known))?.toBitmap() ?? null;
  }

  staticAnimation(graphic: number): StaticAnimation | null {
    return this.#moving.get(graphic)?.animation ?? null;
  }

  gump(id: number): Bitmap | null {
    return this.#gumps.draw(id)?.toBitmap() ?? null;
  }

  frames(body: number, action: number, direction: number): readonly Frame[] | null {
    return this.#bodies.frames(body, action, direction);
  }

  font(number: number): readonly Glyph[] | null {
    return asciiFont(number);
  }

  unicodeFont(number: number): ReadonlyMap<number, Glyph> | null {
    return unicodeFont(number);
  }

  light(id: number): LightShape | null {
    return lightShape(id);
  }

  sound(id: number): Sound | null {
    return makeSound(id);
  }
}

const LEVEL = new Set(['water', 'blank', 'nodraw', 'void']);

/** Numbers the textures from 1: one for each land tile of the world's own tables, one for each variant of other terrains. */
function numberTextures(
  landIds: readonly number[],
  land: LandArt,
  terrains: ReadonlyMap<number, string>,
): { order: number[]; of: Map<number, number> } {
  const order = [-1];
  const of = new Map<number, number>();
  const shared = new Map<string, number>();
  const own = new Set(land.tableIds);
  for (const id of landIds) {
    const terrain = terrains.get(id) ?? '';
    if (LEVEL.has(terrain)) continue;
    const key = own.has(id) ? `${id}` : `${terrain} ${id % 4}`;
    let number = shared.get(key);
    if (number === undefined) {
      number = order.length;
      order.push(id);
      shared.set(key, number);
    }
    of.set(id, number);
  }
  return { order, of };
}
