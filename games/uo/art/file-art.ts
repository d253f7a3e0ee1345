import { WireError } from '@gommog/wire';
import { ClientFolder } from '../files/client-folder.ts';
import { type Hue, loadHues } from '../files/hues.ts';
import { decodeAnimation, decodeAnimationData } from '../files/read-animations.ts';
import { decodeFonts, decodeLight, decodeSound, decodeUnicodeFont } from '../files/read-fonts-and-sounds.ts';
import { decodeGump, decodeItemArt, decodeLandArt, decodeTexture } from '../files/read-pictures.ts';
import { RecordFile } from '../files/record-file.ts';
import { animationRecord } from '../files/write-animations.ts';
import type { ArtSource, Bitmap, Frame, Glyph, LightShape, Sound, StaticAnimation } from './art-source.ts';
import { bodyActions } from './body-actions.ts';

/** Land tiles and, from here on, items share the index of art. */
const ITEMS_FROM = 0x4000;
const ART_RECORDS = 0x14000;
const GUMP_RECORDS = 0x10000;
const SOUND_RECORDS = 0x1000;
/** Bodies that the first file of animations has room for. */
const BODIES = 2_048;
const DIRECTIONS = 5;
const UNICODE_FONTS = 13;

interface Tables {
  readonly art: RecordFile;
  readonly textures: RecordFile;
  readonly gumps: RecordFile;
  readonly bodies: RecordFile;
  readonly lights: RecordFile;
  readonly sounds: RecordFile;
  readonly moving: ReadonlyMap<number, StaticAnimation>;
  readonly hues: readonly Hue[];
  readonly fonts: readonly (readonly Glyph[])[];
  readonly unicodeFonts: readonly (ReadonlyMap<number, Glyph> | null)[];
}

/**
 * Art of an operator's own client files, of the older kind or in archives. Pictures are read when they are asked for, while the caller
 * waits: it is for a thread of its own. Bodies are those of anim.mul alone. What is damaged is as if it were not there.
 */
export class FileArt implements ArtSource {
  readonly landIds: readonly number[];
  readonly textureIds: readonly number[];
  readonly staticIds: readonly number[];
  readonly gumpIds: readonly number[];
  readonly bodyIds: readonly number[];
  readonly lightIds: readonly number[];
  readonly soundIds: readonly number[];
  readonly hues: readonly Hue[];
  readonly #tables: Tables;

  /** Opens the files of a folder; those that it lacks have no art. Throws ClientFileError when a table of them is damaged. */
  static async open(dir: string): Promise<FileArt> {
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
      bodies: await RecordFile.open(folder, { index: 'anim.idx', records: 'anim.mul' }, 0),
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
    return new FileArt(tables);
  }

  private constructor(tables: Tables) {
    this.#tables = tables;
    const { art, bodies, gumps, hues, lights, sounds, textures } = tables;
    this.landIds = art.ids.filter((id) => id < ITEMS_FROM);
    this.staticIds = art.ids.flatMap((id) => (id < ITEMS_FROM ? [] : [id - ITEMS_FROM]));
    this.textureIds = textures.ids;
    this.gumpIds = gumps.ids;
    this.lightIds = lights.ids;
    this.soundIds = sounds.ids;
    this.hues = hues;
    this.bodyIds = Array.from({ length: BODIES }, (_, body) => body).filter((body) => hasBody(bodies, body));
  }

  land(id: number): Bitmap | null {
    return id < ITEMS_FROM ? decoded(this.#tables.art, id, decodeLandArt) : null;
  }

  texture(id: number): Bitmap | null {
    return decoded(this.#tables.textures, id, decodeTexture);
  }

  static(graphic: number): Bitmap | null {
    return decoded(this.#tables.art, ITEMS_FROM + graphic, decodeItemArt);
  }

  staticAnimation(graphic: number): StaticAnimation | null {
    return this.#tables.moving.get(graphic) ?? null;
  }

  gump(id: number): Bitmap | null {
    return decoded(this.#tables.gumps, id, (bytes, extra) => {
      if (extra !== 0) return decodeGump(bytes, extra >>> 16, extra & 0xffff);
      // In an archive there is no index: the size stands before the picture.
      if (bytes.length < 8) return null;
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      return decodeGump(bytes.subarray(8), view.getUint32(0, true), view.getUint32(4, true));
    });
  }

  frames(body: number, action: number, direction: number): readonly Frame[] | null {
    if (action < 0 || action >= bodyActions(body) || direction < 0 || direction >= DIRECTIONS) return null;
    return decoded(this.#tables.bodies, animationRecord(body, action, direction), decodeAnimation);
  }

  font(number: number): readonly Glyph[] | null {
    return this.#tables.fonts[number] ?? null;
  }

  unicodeFont(number: number): ReadonlyMap<number, Glyph> | null {
    return this.#tables.unicodeFonts[number] ?? null;
  }

  light(id: number): LightShape | null {
    return decoded(this.#tables.lights, id, (bytes, extra) =>
      decodeLight(bytes, extra >>> 16, extra & 0xffff),
    );
  }

  sound(id: number): Sound | null {
    return decoded(this.#tables.sounds, id, decodeSound);
  }

  close(): void {
    const { art, bodies, gumps, lights, sounds, textures } = this.#tables;
    for (const file of [art, textures, gumps, bodies, lights, sounds]) file.close();
  }
}

function decoded<T>(
  file: RecordFile,
  number: number,
  decode: (bytes: Uint8Array, extra: number) => T | null,
): T | null {
  const record = file.read(number);
  if (record === null) return null;
  try {
    return decode(record.bytes, record.extra);
  } catch (error) {
    if (error instanceof WireError) return null;
    throw error;
  }
}

function hasBody(bodies: RecordFile, body: number): boolean {
  for (let action = 0; action < bodyActions(body); action++)
    if (bodies.has(animationRecord(body, action, 0))) return true;
  return false;
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
