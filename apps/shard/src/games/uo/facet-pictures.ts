import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Facet } from '@gommog/uo';
import { type ClientFiles, renderFacet } from '@gommog/uo/files';
import { packPng } from './pack-png.ts';

/** Pixels along a picture's side. */
const SIDE = 256;
/** Tiles that one pixel of a zoom stands for, from afar to near. */
const TILES_PER_PIXEL = [8, 4, 2, 1] as const;
/** Tiles that are drawn before others have a turn: part of a millisecond. */
const TILES_AT_ONCE = 1_024;
const KEPT = 512;
const MOST_WAITING = 64;

type Files = Pick<ClientFiles, 'radarColours' | 'tileData'>;

/** Square pictures of the land for a map, drawn in small pieces between the simulation's steps, one picture at a time. */
export class FacetPictures {
  readonly #facets: ReadonlyMap<number, Facet>;
  readonly #files: Files;
  readonly #pictures = new Map<string, Promise<Buffer>>();
  #waiting = 0;
  #last: Promise<unknown> = Promise.resolve();

  constructor(facets: readonly Facet[], files: Files) {
    this.#facets = new Map(facets.map((facet) => [facet.id, facet]));
    this.#files = files;
  }

  /** A PNG of at most 256 x 256 pixels; `absent` outside of the land, `busy` when too many are waited for. */
  async picture(facet: number, zoom: number, x: number, y: number): Promise<Buffer | 'absent' | 'busy'> {
    const terrain = this.#facets.get(facet)?.terrain;
    const tilesPerPixel = TILES_PER_PIXEL[zoom];
    if (terrain === undefined || tilesPerPixel === undefined) return 'absent';
    const span = SIDE * tilesPerPixel;
    const width = Math.min(SIDE, Math.floor((terrain.width - x * span) / tilesPerPixel));
    const height = Math.min(SIDE, Math.floor((terrain.height - y * span) / tilesPerPixel));
    if (x < 0 || y < 0 || width < 1 || height < 1) return 'absent';
    const key = `${facet}/${zoom}/${x}/${y}`;
    const known = this.#pictures.get(key);
    if (known !== undefined) return known;
    if (this.#waiting >= MOST_WAITING) return 'busy';
    this.#waiting++;
    const drawn = this.#last
      .then(() => this.#draw(terrain, tilesPerPixel, x * span, y * span, width, height))
      .finally(() => this.#waiting--);
    this.#last = drawn.catch(() => this.#pictures.delete(key));
    this.#pictures.set(key, drawn);
    if (this.#pictures.size > KEPT) this.#pictures.delete(this.#pictures.keys().next().value!);
    return drawn;
  }

  async #draw(
    terrain: Facet['terrain'],
    tilesPerPixel: number,
    left: number,
    top: number,
    width: number,
    height: number,
  ): Promise<Buffer> {
    const rgb = Buffer.alloc(width * height * 3);
    const across = Math.max(1, Math.min(width, Math.floor(TILES_AT_ONCE / tilesPerPixel ** 2)));
    const down = Math.max(1, Math.floor(TILES_AT_ONCE / (across * tilesPerPixel ** 2)));
    const { radarColours, tileData } = this.#files;
    for (let y = 0; y < height; y += down) {
      for (let x = 0; x < width; x += across) {
        const piece = renderFacet(terrain, tileData, radarColours, {
          x: left + x * tilesPerPixel,
          y: top + y * tilesPerPixel,
          width: Math.min(across, width - x) * tilesPerPixel,
          height: Math.min(down, height - y) * tilesPerPixel,
          scale: 1 / tilesPerPixel,
          hillshade: true,
        });
        const bytes = piece.width * 3;
        for (let row = 0; row < piece.height; row++)
          rgb.set(piece.rgb.subarray(row * bytes, (row + 1) * bytes), ((y + row) * width + x) * 3);
        await nextTurn();
      }
    }
    return packPng(rgb, width, height);
  }
}
