import type { HueTable } from '@gommog/uo/web';
import type { Client } from '../client.ts';
import type { FacetLand } from '../land/facet-land.ts';
import { shownAt } from '../model/mobile-model.ts';
import type { ArtBook } from './art-book.ts';
import { Camera } from './camera.ts';
import { Painter } from './painter.ts';
import { type Resolution, ResolutionChoice } from './resolution.ts';
import { Screen } from './screen.ts';
import type { Pickable } from './standing.ts';

/** Frames over which the rate is averaged. */
const RATE_FRAMES = 30;

/** The world on the page's canvas. */
export class WorldView {
  readonly camera = new Camera();
  readonly #canvas: HTMLCanvasElement;
  readonly #client: Client;
  readonly #screen: Screen;
  readonly #painter: Painter;
  readonly #resolution = new ResolutionChoice();
  readonly #now: () => number;
  #land: FacetLand | null = null;
  #frames = 0;
  #since = 0;
  /** Frames in a second, lately. */
  rate = 0;
  /** Called before each frame: steps are taken here. */
  onFrame: (nowMs: number) => void = () => {};

  /** Throws Error when the browser has no WebGL 2. */
  constructor(canvas: HTMLCanvasElement, client: Client, art: ArtBook, hues: HueTable, now: () => number) {
    this.#canvas = canvas;
    this.#client = client;
    this.#now = now;
    this.#screen = new Screen(canvas, hues);
    this.#painter = new Painter(art, this.#screen);
    for (const [page, pixels] of art.pages.entries()) this.#screen.pages.upload(page, 0, 0, pixels);
    art.onSheet = (page, x, y, sheet) => this.#screen.pages.upload(page, x, y, sheet);
    // All that was on the graphics card is gone. The page comes back to the same place by itself.
    canvas.addEventListener('webglcontextlost', () => location.reload());
    const frame = (): void => {
      this.#frame();
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  }

  set resolution(chosen: Resolution) {
    this.#resolution.choose(chosen);
  }

  #frame(): void {
    const nowMs = this.#now();
    this.onFrame(nowMs);
    const { camera } = this;
    const { ground, world } = this.#client;
    this.#count(nowMs);
    this.#canvas.hidden = world.me === undefined;
    if (world.me === undefined) return;
    this.#fit();
    camera.follow(shownAt(world.me, nowMs));
    this.#watch(ground.land);
    this.#painter.paint(world, ground.here, camera, nowMs);
  }

  /** A pixel of the canvas is one of the scene, and the page makes it larger: more of them would show nothing more. */
  #fit(): void {
    const { camera } = this;
    camera.width = window.innerWidth;
    camera.height = window.innerHeight;
    const scale = Math.min(1, camera.zoom) * this.#resolution.scale;
    this.#screen.fit(camera.sceneWidth, camera.sceneHeight, scale);
    const { height, style, width } = this.#canvas;
    style.width = `${(width / scale) * camera.zoom}px`;
    style.height = `${(height / scale) * camera.zoom}px`;
  }

  #watch(land: FacetLand): void {
    if (land === this.#land) return;
    this.#land = land;
    land.onBlock = () => this.#painter.spoilAll();
  }

  #count(nowMs: number): void {
    this.#resolution.frame(nowMs);
    if (++this.#frames < RATE_FRAMES) return;
    this.rate = (this.#frames * 1000) / (nowMs - this.#since);
    this.#frames = 0;
    this.#since = nowMs;
  }

  /** What is at a point of the page; null for nothing. It glows until another one is. */
  at(pageX: number, pageY: number): Pickable | null {
    const { ground, world } = this.#client;
    const { x, y } = this.camera.toScene(pageX, pageY);
    const found = this.#painter.at(world, ground.here, x, y, this.#now());
    this.#painter.hovered = found?.serial ?? 0;
    return found;
  }
}
