import 'pixi.js/unsafe-eval';
import type { HueTable } from '@gommog/uo/web';
import { Application, BufferImageSource, CanvasSource, type WebGLRenderer } from 'pixi.js';
import type { Client } from '../client.ts';
import { shownAt } from '../model/mobile-model.ts';
import type { ArtBook } from './art-book.ts';
import { Camera } from './camera.ts';
import { Painter, type Pickable } from './painter.ts';
import { pick } from './pick.ts';
import { MAX_PAGES, Quads } from './quads.ts';

/** Frames over which the rate is averaged. */
const RATE_FRAMES = 30;

/** The world on the page's canvas. */
export class WorldView {
  readonly camera = new Camera();
  readonly #client: Client;
  readonly #art: ArtBook;
  readonly #app: Application;
  readonly #quads: Quads;
  readonly #painter: Painter;
  readonly #sources: CanvasSource[] = [];
  readonly #now: () => number;
  #frames = 0;
  #since = 0;
  /** Frames in a second, lately. */
  rate = 0;
  /** Called before each frame: steps are taken here. */
  onFrame: (nowMs: number) => void = () => {};

  static async open(
    canvas: HTMLCanvasElement,
    client: Client,
    art: ArtBook,
    hues: HueTable,
    now: () => number,
  ): Promise<WorldView> {
    const app = new Application();
    await app.init({
      canvas,
      resizeTo: window,
      preference: 'webgl',
      background: 0x0b0a08,
      antialias: false,
      autoDensity: true,
      resolution: Math.min(2, window.devicePixelRatio),
    });
    return new WorldView(app, client, art, hues, now);
  }

  private constructor(app: Application, client: Client, art: ArtBook, hues: HueTable, now: () => number) {
    this.#app = app;
    this.#client = client;
    this.#art = art;
    this.#now = now;
    this.#quads = new Quads(hueTexture(hues));
    this.#painter = new Painter(art, this.#quads);
    app.stage.addChild(this.#quads.mesh);
    for (const page of art.pages.keys()) this.#sourceOf(page);
    art.onSheet = (page, x, y, sheet) => this.#upload(page, x, y, sheet);
    app.ticker.add(() => this.#frame());
  }

  #sourceOf(page: number): CanvasSource {
    const known = this.#sources[page];
    if (known !== undefined) return known;
    if (page >= MAX_PAGES) throw new RangeError(`page ${page}: at most ${MAX_PAGES} can be drawn from`);
    const source = new CanvasSource({
      resource: this.#art.pages[page]!,
      scaleMode: 'nearest',
      alphaMode: 'no-premultiply-alpha',
    });
    this.#sources[page] = source;
    this.#quads.setPage(page, source);
    return source;
  }

  /** Puts what is new on a page onto the graphics card: the whole page, 16 MB, would stop the picture for a moment. */
  #upload(page: number, x: number, y: number, sheet: ImageBitmap): void {
    const { gl, texture } = this.#app.renderer as WebGLRenderer;
    texture.bind(this.#sourceOf(page), 0);
    // No source here is multiplied with its alpha, so this is how the renderer left it, too.
    gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, false);
    gl.texSubImage2D(gl.TEXTURE_2D, 0, x, y, gl.RGBA, gl.UNSIGNED_BYTE, sheet);
  }

  #frame(): void {
    const nowMs = this.#now();
    this.onFrame(nowMs);
    const { camera } = this;
    const { world } = this.#client;
    camera.width = this.#app.screen.width;
    camera.height = this.#app.screen.height;
    if (world.me !== undefined) {
      camera.follow(shownAt(world.me, nowMs));
      this.#painter.paint(world, this.#client.ground.here, camera, nowMs);
    }
    const { mesh } = this.#quads;
    mesh.scale.set(camera.zoom);
    mesh.position.set(-camera.left * camera.zoom, -camera.top * camera.zoom);
    mesh.visible = world.me !== undefined;
    this.#count(nowMs);
  }

  #count(nowMs: number): void {
    if (++this.#frames < RATE_FRAMES) return;
    this.rate = (this.#frames * 1000) / (nowMs - this.#since);
    this.#frames = 0;
    this.#since = nowMs;
  }

  /** What is at a point of the page; null for nothing. It glows until another one is. */
  at(pageX: number, pageY: number): Pickable | null {
    const found = pick(this.#art, this.#painter.pickables, this.camera, pageX, pageY);
    this.#painter.hovered = found?.serial ?? 0;
    return found;
  }
}

/** A row for each hue, from dark to bright. */
function hueTexture({ hues }: HueTable): BufferImageSource {
  const height = Math.max(1, hues.length);
  const pixels = new Uint8Array(32 * height * 4);
  hues.forEach(({ colours }, row) => {
    colours.forEach((colour, level) => {
      const at = (row * 32 + level) * 4;
      pixels[at] = (((colour >> 10) & 31) * 255) / 31;
      pixels[at + 1] = (((colour >> 5) & 31) * 255) / 31;
      pixels[at + 2] = ((colour & 31) * 255) / 31;
      pixels[at + 3] = 255;
    });
  });
  return new BufferImageSource({
    resource: pixels,
    width: 32,
    height,
    scaleMode: 'nearest',
    alphaMode: 'no-premultiply-alpha',
  });
}
