import type { ArtBook, FramePicture, Picture } from './art-book.ts';

/** A place in an atlas: page, x, y, width, height. */
type Place = readonly [page: number, x: number, y: number, width: number, height: number];

/** The list of pictures, as the shard gives it. */
export interface Manifest {
  /** Addresses of the pages, relative to the list. */
  readonly pages: readonly string[];
  readonly land: Readonly<Record<string, Place>>;
  readonly statics: Readonly<Record<string, Place>>;
  readonly gumps: Readonly<Record<string, Place>>;
  /** Offsets and milliseconds between pictures. */
  readonly animations: Readonly<
    Record<string, { readonly offsets: readonly number[]; readonly intervalMs: number }>
  >;
  /** By `body/action/direction`: place, and the centre of each frame. */
  readonly frames: Readonly<
    Record<string, readonly (readonly [...Place, centreX: number, centreY: number])[]>
  >;
}

/** Fetches the list of pictures; the pages follow while the game begins. */
export async function fetchArt(url: string): Promise<ArtBook> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return new Atlases((await response.json()) as Manifest, new URL(url, document.baseURI));
}

/** All pictures of the shard in atlases. */
class Atlases implements ArtBook {
  readonly pages: (ImageBitmap | null)[];
  /** Opacity of each pixel of a page: what a click goes by. */
  readonly #alpha: (Uint8Array | null)[];
  readonly #manifest: Manifest;
  readonly #pictures = new Map<Place, Picture>();
  readonly #frames = new Map<string, readonly FramePicture[]>();
  onPage: (page: number) => void = () => {};

  constructor(manifest: Manifest, base: URL) {
    this.#manifest = manifest;
    this.pages = manifest.pages.map(() => null);
    this.#alpha = manifest.pages.map(() => null);
    manifest.pages.forEach((page, i) => void this.#load(new URL(page, base), i));
  }

  async #load(url: URL, page: number): Promise<void> {
    const response = await fetch(url);
    const bitmap = await createImageBitmap(await response.blob(), { premultiplyAlpha: 'none' });
    this.pages[page] = bitmap;
    this.onPage(page);
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d', { willReadFrequently: true })!;
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    const alpha = new Uint8Array(bitmap.width * bitmap.height);
    for (let i = 0; i < alpha.length; i++) alpha[i] = data[i * 4 + 3]!;
    this.#alpha[page] = alpha;
  }

  #picture(place: Place | undefined): Picture | null {
    if (place === undefined) return null;
    let picture = this.#pictures.get(place);
    if (picture === undefined) {
      const [page, x, y, width, height] = place;
      picture = { page, x, y, width, height };
      this.#pictures.set(place, picture);
    }
    return picture;
  }

  land(graphic: number): Picture | null {
    return this.#picture(this.#manifest.land[graphic]);
  }

  static(graphic: number): Picture | null {
    return this.#picture(this.#manifest.statics[graphic]);
  }

  gump(id: number): Picture | null {
    return this.#picture(this.#manifest.gumps[id]);
  }

  animation(graphic: number): { readonly offsets: readonly number[]; readonly intervalMs: number } | null {
    return this.#manifest.animations[graphic] ?? null;
  }

  frames(body: number, action: number, direction: number): readonly FramePicture[] | null {
    const key = `${body}/${action}/${direction}`;
    let frames = this.#frames.get(key);
    if (frames === undefined) {
      const places = this.#manifest.frames[key];
      if (places === undefined) return null;
      frames = places.map(([page, x, y, width, height, centreX, centreY]) => ({
        page,
        x,
        y,
        width,
        height,
        centreX,
        centreY,
      }));
      this.#frames.set(key, frames);
    }
    return frames;
  }

  isSolid({ page, x: left, y: top }: Picture, x: number, y: number): boolean {
    const alpha = this.#alpha[page];
    const width = this.pages[page]?.width ?? 0;
    return (alpha?.[(top + y) * width + left + x] ?? 0) > 127;
  }
}
