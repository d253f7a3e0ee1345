import type { StandIn } from '../files/body-definitions.ts';
import { type OnDamage, unlessDamaged } from '../files/client-file-error.ts';
import { ClientFolder } from '../files/client-folder.ts';
import { type Hue, loadHues } from '../files/hues.ts';
import { decodeAnimationData } from '../files/read-animations.ts';
import { decodeFonts, decodeLight, decodeSound, decodeUnicodeFont } from '../files/read-fonts-and-sounds.ts';
import { decodeGump, decodeItemArt, decodeLandArt, decodeTexture } from '../files/read-pictures.ts';
import { RecordFile } from '../files/record-file.ts';
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
import { FileBodies } from './file-bodies.ts';

/** Land tiles and, from here on, items share the index of art. */
const ITEMS_FROM = 0x4000;
const ART_RECORDS = 0x14000;
const GUMP_RECORDS = 0x10000;
const SOUND_RECORDS = 0x1000;
const UNICODE_FONTS = 13;

interface Tables {
  readonly art: RecordFile;
  readonly textures: RecordFile;
  readonly gumps: RecordFile;
  readonly bodies: FileBodies;
  readonly lights: RecordFile;
  readonly sounds: RecordFile;
  readonly moving: ReadonlyMap<number, StaticAnimation>;
  readonly hues: readonly Hue[];
  readonly fonts: readonly (readonly Glyph[])[];
  readonly unicodeFonts: readonly (ReadonlyMap<number, Glyph> | null)[];
}

/**
 * Art of an operator's own client files, of the older kind or in archives. Pictures are read when they are asked for, while the caller
 * waits: it is for a thread of its own. What is damaged is as if it were not there, and is told.
 */
export class FileArt implements ArtSource {
  readonly landIds: readonly number[];
  readonly textureIds: readonly number[];
  readonly staticIds: readonly number[];
  readonly gumpIds: readonly number[];
  readonly bodyIds: readonly number[];
  readonly looks: ReadonlyMap<number, BodyLook>;
  readonly corpses: ReadonlyMap<number, StandIn>;
  readonly fittings: ReadonlyMap<string, StandIn>;
  readonly lightIds: readonly number[];
  readonly soundIds: readonly number[];
  readonly hues: readonly Hue[];
  readonly #tables: Tables;
  readonly #onDamage: OnDamage;

  /** Opens the files of a folder; those that it lacks have no art. Throws ClientFileError when a table of them is damaged. */
  static async open(dir: string, onDamage: OnDamage = () => {}): Promise<FileArt> {
    const folder = await ClientFolder.open(dir);
    const tables: Tables = {
      art: await RecordFile.open(
        folder,
        {
          index: 'artidx.mul',
          records: 'art.mul',
          archive: { file: 'artLegacyMUL.uop', path: 'artlegacymul', ending: 'tga' },
        },
        ART_RECORDS,
      ),
      textures: await RecordFile.open(folder, { index: 'texidx.mul', records: 'texmaps.mul' }, 0),
      gumps: await RecordFile.open(
        folder,
        {
          index: 'gumpidx.mul',
          records: 'gumpart.mul',
          archive: { file: 'gumpartLegacyMUL.uop', path: 'gumpartlegacymul', ending: 'tga' },
        },
        GUMP_RECORDS,
      ),
      bodies: await FileBodies.open(folder, onDamage),
      lights: await RecordFile.open(folder, { index: 'lightidx.mul', records: 'light.mul' }, 0),
      sounds: await RecordFile.open(
        folder,
        {
          index: 'soundidx.mul',
          records: 'sound.mul',
          archive: { file: 'soundLegacyMUL.uop', path: 'soundlegacymul', ending: 'dat' },
        },
        SOUND_RECORDS,
      ),
      moving: decodeAnimationData(await whole(folder, 'animdata.mul')),
      hues: folder.has('hues.mul') ? await loadHues(folder) : [],
      fonts: decodeFonts(await whole(folder, 'fonts.mul')),
      unicodeFonts: await unicodeFontsOf(folder),
    };
    return new FileArt(tables, onDamage);
  }

  private constructor(tables: Tables, onDamage: OnDamage) {
    this.#tables = tables;
    this.#onDamage = onDamage;
    const { art, bodies, gumps, hues, lights, sounds, textures } = tables;
    this.landIds = art.ids.filter((id) => id < ITEMS_FROM);
    this.staticIds = art.ids.flatMap((id) => (id < ITEMS_FROM ? [] : [id - ITEMS_FROM]));
    this.textureIds = textures.ids;
    this.gumpIds = gumps.ids;
    this.lightIds = lights.ids;
    this.soundIds = sounds.ids;
    this.hues = hues;
    this.bodyIds = bodies.ids;
    this.looks = bodies.looks;
    this.corpses = bodies.corpses;
    this.fittings = bodies.fittings;
  }

  land(id: number): Bitmap | null {
    return id < ITEMS_FROM ? this.#decoded(this.#tables.art, id, decodeLandArt) : null;
  }

  texture(id: number): Bitmap | null {
    return this.#decoded(this.#tables.textures, id, decodeTexture);
  }

  static(graphic: number): Bitmap | null {
    return this.#decoded(this.#tables.art, ITEMS_FROM + graphic, decodeItemArt);
  }

  staticAnimation(graphic: number): StaticAnimation | null {
    return this.#tables.moving.get(graphic) ?? null;
  }

  gump(id: number): Bitmap | null {
    return this.#decoded(this.#tables.gumps, id, (bytes, extra) => {
      if (extra !== 0) return decodeGump(bytes, extra >>> 16, extra & 0xffff);
      // In an archive there is no index: the size stands before the picture.
      if (bytes.length < 8) return null;
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      return decodeGump(bytes.subarray(8), view.getUint32(0, true), view.getUint32(4, true));
    });
  }

  frames(body: number, action: number, direction: number): readonly Frame[] | null {
    return this.#tables.bodies.frames(body, action, direction);
  }

  font(number: number): readonly Glyph[] | null {
    return this.#tables.fonts[number] ?? null;
  }

  unicodeFont(number: number): ReadonlyMap<number, Glyph> | null {
    return this.#tables.unicodeFonts[number] ?? null;
  }

  light(id: number): LightShape | null {
    return this.#decoded(this.#tables.lights, id, (bytes, extra) =>
      decodeLight(bytes, extra >>> 16, extra & 0xffff),
    );
  }

  sound(id: number): Sound | null {
    return this.#decoded(this.#tables.sounds, id, decodeSound);
  }

  #decoded<T>(
    file: RecordFile,
    number: number,
    decode: (bytes: Uint8Array, extra: number) => T | null,
  ): T | null {
    return unlessDamaged(this.#onDamage, () => file.decoded(number, decode));
  }

  close(): void {
    const { art, bodies, gumps, lights, sounds, textures } = this.#tables;
    for (const file of [art, textures, gumps, bodies, lights, sounds]) file.close();
  }
}

async function whole(folder: ClientFolder, name: string): Promise<Uint8Array> {
  return folder.has(name) ? await folder.readAll(name) : new Uint8Array(0);
}

async function unicodeFontsOf(folder: ClientFolder): Promise<(ReadonlyMap<number, Glyph> | null)[]> {
  const fonts: (ReadonlyMap<number, Glyph> | null)[] = [];
  for (let number = 0; number < UNICODE_FONTS; number++) {
    const name = `unifont${number === 0 ? '' : number}.mul`;
    fonts.push(folder.has(name) ? decodeUnicodeFont(await folder.readAll(name)) : null);
  }
  return fonts;
}
