/** Pixels along a picture's side. */
export const PICTURE_SIDE = 256;
/** Tiles that a pixel stands for, by zoom: from afar to near. */
export const TILES_PER_PIXEL = [8, 4, 2, 1] as const;
/** Pictures that are kept; those that came first go first. */
const KEPT = 96;
/** A picture that could not be had is asked for again after this, in milliseconds. */
const AGAIN_MS = 3_000;

/** Pictures of the land from above, fetched as they are looked at. */
export class MapPictures {
  readonly #base: string;
  readonly #pictures = new Map<string, HTMLImageElement | null>();
  /** Told when a picture has come. */
  readonly #listeners = new Set<() => void>();

  /** `base`: address of the world's version, without a slash at its end. */
  constructor(base: string) {
    this.#base = base;
  }

  /** Calls back whenever a picture has come, until the returned function is called. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Draws the land of a facet onto a canvas whose unit is a tile, within an area in tiles. `width`, `height`: of the facet. */
  draw(
    context: CanvasRenderingContext2D,
    { facet, height, width }: { readonly facet: number; readonly width: number; readonly height: number },
    zoom: number,
    area: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number },
  ): void {
    const span = PICTURE_SIDE * TILES_PER_PIXEL[zoom]!;
    for (let y = Math.max(0, Math.floor(area.top / span)); y * span < Math.min(height, area.bottom); y++) {
      for (let x = Math.max(0, Math.floor(area.left / span)); x * span < Math.min(width, area.right); x++) {
        const picture = this.#picture(`${facet}/${zoom}/${x}.${y}`);
        if (picture === null) continue;
        const { naturalHeight, naturalWidth } = picture;
        const scale = TILES_PER_PIXEL[zoom]!;
        context.drawImage(picture, x * span, y * span, naturalWidth * scale, naturalHeight * scale);
      }
    }
  }

  #picture(key: string): HTMLImageElement | null {
    const known = this.#pictures.get(key);
    if (known !== undefined) return known;
    this.#pictures.set(key, null);
    const image = new Image();
    image.onload = () => {
      this.#pictures.set(key, image);
      if (this.#pictures.size > KEPT) this.#pictures.delete(this.#pictures.keys().next().value!);
      for (const listener of this.#listeners) listener();
    };
    image.onerror = () => setTimeout(() => this.#pictures.delete(key), AGAIN_MS);
    image.src = `${this.#base}/${key}.png`;
    return null;
  }
}
