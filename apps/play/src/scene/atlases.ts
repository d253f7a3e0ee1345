import type { ArtBook, BodyLook, Picture, StandIn } from './art-book.ts';
import { Pages } from './pages.ts';

/** As the shard describes a picture: sheet, x, y, width, height, right and down of its anchor. */
type Sprite = readonly [number, number, number, number, number, number, number];

/** As the shard describes an atlas. */
interface Atlas {
  readonly sheets: readonly string[];
  readonly sprites: Readonly<Record<string, Sprite>>;
  /** Graphics whose pictures follow each other: interval in units of 50 ms, then the offsets. */
  readonly moving?: Readonly<Record<string, readonly [number, ...number[]]>>;
}

interface AtlasIndex {
  /** Graphics or gumps in one atlas. */
  readonly range: number;
  /** Bodies, each of whose actions is an atlas of its own. */
  readonly bodies: readonly number[];
  /** Bodies that are not drawn by the rule of their number: the body whose frames are drawn, a hue or 0, and three actions. */
  readonly looks: Readonly<
    Record<string, readonly [number, number, walk: number, run: number, stand: number]>
  >;
  /** By `body/worn`, the body that is drawn in place of what is worn, and a hue or 0. */
  readonly fittings: Readonly<Record<string, readonly [number, number]>>;
}

const MOVING_UNIT_MS = 50;
/** The wait before an atlas that did not come is asked for again, in milliseconds: longer each time, up to the last. */
const RETRY_MS = 2_000;
const LONGEST_RETRY_MS = 10_000;

/** An atlas that has come: where its pictures are, and which pixels of them are there. */
interface Loaded {
  readonly pictures: ReadonlyMap<string, Picture>;
  readonly moving: NonNullable<Atlas['moving']>;
}

/** Fetches the list of atlases. What nobody gets by without is fetched at once, the rest when it is first looked at. */
export async function fetchArt(url: string): Promise<ArtBook> {
  const base = new URL(url, location.href);
  const response = await fetch(base, { cache: 'no-cache' });
  if (!response.ok) throw new Error(`${base.href}: ${response.status}`);
  const book = new Atlases((await response.json()) as AtlasIndex, base);
  await book.need('land', 'world');
  return book;
}

/** All pictures of the shard. */
class Atlases implements ArtBook {
  readonly #index: AtlasIndex;
  readonly #base: URL;
  readonly #bodies: ReadonlySet<number>;
  readonly #pages = new Pages();
  readonly #loaded = new Map<string, Loaded>();
  readonly #coming = new Map<string, Promise<void>>();
  /** Opacity of the pixels of a page, for clicks. */
  readonly #alpha: Uint8Array[] = [];
  readonly #frames = new Map<string, readonly Picture[]>();
  version = 0;
  onSheet: ArtBook['onSheet'] = () => {};

  constructor(index: AtlasIndex, base: URL) {
    this.#index = index;
    this.#base = base;
    this.#bodies = new Set(index.bodies);
  }

  get pages(): readonly OffscreenCanvas[] {
    return this.#pages.canvases;
  }

  /** Waits for atlases. */
  async need(...names: readonly string[]): Promise<void> {
    await Promise.all(names.map((name) => this.#fetch(name)));
  }

  land(graphic: number): Picture | null {
    return this.#picture('land', String(graphic));
  }

  static(graphic: number): Picture | null {
    const key = String(graphic);
    const inWorld = this.#loaded.get('world')?.pictures.get(key);
    return inWorld ?? this.#picture(this.#rangeOf('items', graphic), key);
  }

  gump(id: number): Picture | null {
    return this.#picture(this.#rangeOf('gumps', id), String(id));
  }

  animation(graphic: number): { readonly offsets: readonly number[]; readonly intervalMs: number } | null {
    for (const name of ['world', this.#rangeOf('items', graphic)]) {
      const found = this.#loaded.get(name)?.moving[graphic];
      if (found === undefined) continue;
      const [interval, ...offsets] = found;
      return { offsets, intervalMs: Math.max(1, interval) * MOVING_UNIT_MS };
    }
    return null;
  }

  look(body: number): BodyLook | null {
    const look = this.#index.looks[body];
    if (look === undefined) return null;
    const [, hue, walk, run, stand] = look;
    return { hue, walk, run, stand };
  }

  fitting(body: number, worn: number): StandIn | null {
    const fitting = this.#index.fittings[`${body}/${worn}`];
    return fitting === undefined ? null : { body: fitting[0], hue: fitting[1] };
  }

  frames(of: number, action: number, direction: number): readonly Picture[] | null {
    const body = this.#index.looks[of]?.[0] ?? of;
    const key = `${body}/${action}/${direction}`;
    const known = this.#frames.get(key);
    if (known !== undefined) return known;
    if (!this.#bodies.has(body)) return null;
    const atlas = this.#atlas(`body-${body}-${action}`);
    if (atlas === null) return null;
    const frames: Picture[] = [];
    for (let i = 0; ; i++) {
      const picture = atlas.pictures.get(`${direction}/${i}`);
      if (picture === undefined) break;
      frames.push(picture);
    }
    this.#frames.set(key, frames);
    return frames;
  }

  isSolid({ page, x: left, y: top }: Picture, x: number, y: number): boolean {
    const width = this.pages[page]?.width ?? 0;
    return (this.#alpha[page]?.[(top + y) * width + left + x] ?? 0) > 127;
  }

  #rangeOf(kind: 'items' | 'gumps', id: number): string {
    return `${kind}-${Math.floor(id / this.#index.range)}`;
  }

  #picture(atlas: string, key: string): Picture | null {
    return this.#atlas(atlas)?.pictures.get(key) ?? null;
  }

  /** An atlas, which is asked for when it is not there. */
  #atlas(name: string): Loaded | null {
    const loaded = this.#loaded.get(name);
    if (loaded !== undefined) return loaded;
    void this.#fetch(name);
    return null;
  }

  #fetch(name: string): Promise<void> {
    let coming = this.#coming.get(name);
    if (coming === undefined) {
      coming = this.#tryFetch(name, `${name}.json`);
      this.#coming.set(name, coming);
    }
    return coming;
  }

  /** Until it has come: a shard may be away for long, and the page stays open meanwhile. */
  async #tryFetch(name: string, file: string): Promise<void> {
    for (let waitMs = RETRY_MS; ; waitMs = Math.min(LONGEST_RETRY_MS, waitMs + RETRY_MS)) {
      try {
        return await this.#load(name, file);
      } catch (error) {
        console.warn(`the pictures of ${name} have not come yet`, error);
        await new Promise((resolve) => setTimeout(resolve, waitMs));
      }
    }
  }

  async #load(name: string, file: string): Promise<void> {
    const answer = await fetch(new URL(file, this.#base));
    // A body that has no such action: nothing is drawn, and nothing is asked for again.
    if (answer.status === 404) {
      this.#loaded.set(name, { pictures: new Map(), moving: {} });
      return;
    }
    if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
    const atlas = (await answer.json()) as Atlas;
    const sheets = await Promise.all(
      atlas.sheets.map(async (sheet) => {
        const blob = await (await fetched(new URL(sheet, this.#base))).blob();
        return createImageBitmap(blob, { premultiplyAlpha: 'none', colorSpaceConversion: 'none' });
      }),
    );
    const spots = sheets.map((sheet) => {
      const spot = this.#pages.add(sheet);
      this.#learnAlpha(sheet, spot);
      this.onSheet(spot.page, spot.x, spot.y, sheet);
      sheet.close();
      return spot;
    });
    const pictures = new Map<string, Picture>();
    for (const [key, [sheet, x, y, width, height, right, down]] of Object.entries(atlas.sprites)) {
      const spot = spots[sheet]!;
      pictures.set(key, { page: spot.page, x: spot.x + x, y: spot.y + y, width, height, right, down });
    }
    this.#loaded.set(name, { pictures, moving: atlas.moving ?? {} });
    this.version++;
  }

  #learnAlpha({ height, width }: ImageBitmap, { page, x, y }: { page: number; x: number; y: number }): void {
    const canvas = this.#pages.canvases[page]!;
    this.#alpha[page] ??= new Uint8Array(canvas.width * canvas.height);
    const { data } = canvas.getContext('2d')!.getImageData(x, y, width, height);
    for (let row = 0; row < height; row++) {
      for (let column = 0; column < width; column++) {
        this.#alpha[page]![(y + row) * canvas.width + x + column] = data[(row * width + column) * 4 + 3]!;
      }
    }
  }
}

async function fetched(url: URL): Promise<Response> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url.href}: ${response.status}`);
  return response;
}
