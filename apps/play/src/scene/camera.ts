import type { Spot } from '../model/mobile-model.ts';
import { HALF, screenX, screenY, tileAt } from './projection.ts';

/** Zoom steps: whole numbers and their halves keep pixels even. */
const ZOOMS = [0.5, 0.75, 1, 1.5, 2, 3] as const;

/** From places in tiles to pixels of the page and back: the person is in the middle. */
export class Camera {
  /** Size of the view in CSS pixels. */
  width = 1;
  height = 1;
  #zoom = 2;
  #x = 0;
  #y = 0;

  get zoom(): number {
    return ZOOMS[this.#zoom]!;
  }

  zoomBy(steps: number): void {
    this.#zoom = Math.min(ZOOMS.length - 1, Math.max(0, this.#zoom + steps));
  }

  follow({ x, y, z }: Spot): void {
    // Whole pixels: everything else would blur.
    this.#x = Math.round(screenX(x, y) * this.zoom) / this.zoom;
    this.#y = Math.round((screenY(x, y, z) + HALF) * this.zoom) / this.zoom;
  }

  /** Pixels of the scene that are at the left and upper edge of the view. */
  get left(): number {
    return this.#x - this.width / 2 / this.zoom;
  }

  get top(): number {
    return this.#y - this.height / 2 / this.zoom;
  }

  get sceneWidth(): number {
    return this.width / this.zoom;
  }

  get sceneHeight(): number {
    return this.height / this.zoom;
  }

  /** A point of the page in pixels of the scene. */
  toScene(pageX: number, pageY: number): { x: number; y: number } {
    return { x: this.left + pageX / this.zoom, y: this.top + pageY / this.zoom };
  }

  toPage(sceneX: number, sceneY: number): { x: number; y: number } {
    return { x: (sceneX - this.left) * this.zoom, y: (sceneY - this.top) * this.zoom };
  }

  /** The tile under a point of the page, for land at a height. */
  tileUnder(pageX: number, pageY: number, z: number): { x: number; y: number } {
    const { x, y } = this.toScene(pageX, pageY);
    return tileAt(x, y, z);
  }
}
