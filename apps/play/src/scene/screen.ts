import type { HueTable } from '@gommog/uo/web';
import type { Carried } from './carried.ts';
import { ChangedCells } from './changed-cells.ts';
import { Behind } from './gl/behind.ts';
import { hueTexture } from './gl/hue-texture.ts';
import { PageArray } from './gl/page-array.ts';
import { Program } from './gl/program.ts';
import {
  ATTRIBUTES,
  behindFragment,
  behindVertex,
  movingFragment,
  PART_ATTRIBUTES,
  quadVertex,
} from './gl/shaders.ts';
import { Moving } from './moving.ts';
import type { Rect } from './rect.ts';
import { skyAt } from './sky.ts';
import { Still } from './still.ts';

/** Units that textures are bound to. */
const Unit = { pages: 0, hues: 1, still: 2, depths: 3 } as const;

/**
 * The canvas: what stands still, lit, and over it what moves. Only what is different from the frame before is drawn; all of it
 * when the view has moved or the light has changed.
 */
export class Screen {
  readonly pages: PageArray;
  readonly still: Still;
  readonly moving: Moving;
  readonly #gl: WebGL2RenderingContext;
  readonly #canvas: HTMLCanvasElement;
  readonly #hues: WebGLTexture;
  readonly #behind: Behind;
  readonly #cells = new ChangedCells();
  /** By day, and in the dark. */
  readonly #lit: readonly [Program, Program];
  readonly #movers: readonly [Program, Program];
  /** Pixels of the canvas for one of the scene. */
  #scale = 1;
  #shown = '';

  /** Throws Error when the browser has no WebGL 2. */
  constructor(canvas: HTMLCanvasElement, hues: HueTable) {
    // Opaque, and each pixel by itself: nothing that costs and does nothing for pixel art. Depths are for what moves. Both are kept
    // from frame to frame, which costs next to nothing: most of a frame is as the one before.
    const gl = canvas.getContext('webgl2', {
      alpha: false,
      antialias: false,
      depth: true,
      preserveDrawingBuffer: true,
      stencil: false,
      powerPreference: 'high-performance',
    });
    if (gl === null) throw new Error('this browser has no WebGL 2');
    this.#gl = gl;
    this.#canvas = canvas;
    this.pages = new PageArray(gl);
    this.#hues = hueTexture(gl, hues);
    this.still = new Still(gl);
    this.moving = new Moving(gl);
    this.#behind = new Behind(gl);
    const lit = (isDark: boolean) => new Program(gl, behindVertex, behindFragment(isDark), PART_ATTRIBUTES);
    const movers = (isDark: boolean) => new Program(gl, quadVertex, movingFragment(isDark), ATTRIBUTES);
    this.#lit = [lit(false), lit(true)];
    this.#movers = [movers(false), movers(true)];
  }

  /** Gives the canvas pixels for a view of the scene: `scale` for each of the scene's. */
  fit(sceneWidth: number, sceneHeight: number, scale: number): void {
    const [width, height] = [Math.ceil(sceneWidth * scale), Math.ceil(sceneHeight * scale)];
    if (this.#canvas.width !== width || this.#canvas.height !== height) {
      this.#canvas.width = width;
      this.#canvas.height = height;
      this.#cells.fit(width, height);
      this.#shown = '';
    }
    this.#scale = scale;
    this.still.fit(width, height, scale);
  }

  /** A part of the scene in pixels of the canvas: whole ones, from the same corner as they are shown. */
  inPixels({ left, top }: Rect): Rect {
    const [x, y] = [Math.round(left * this.#scale), Math.round(top * this.#scale)];
    return { left: x, top: y, right: x + this.#canvas.width, bottom: y + this.#canvas.height };
  }

  /** Draws the view, at a light of the shard. `isNew`: what stands still has changed. */
  show(view: Rect, light: number, carried: readonly Carried[], isNew: boolean): void {
    const { left, top } = this.inPixels(view);
    const s = this.#scale;
    const toCanvas = (part: Rect): Rect => ({
      left: part.left * s - left,
      top: part.top * s - top,
      right: part.right * s - left,
      bottom: part.bottom * s - top,
    });
    const shown = `${left}/${top}/${s}/${light}/${carried.join()}`;
    this.#cells.clear();
    this.moving.markChanges(this.#cells, toCanvas);
    if (isNew || shown !== this.#shown) this.#cells.markAll();
    this.#shown = shown;
    if (this.#cells.isEmpty) return;
    const gl = this.#gl;
    const { height, width } = this.#canvas;
    gl.viewport(0, 0, width, height);
    this.bindPictures();
    this.still.bind(Unit.still, Unit.depths);
    const isDark = light === 0 ? 0 : 1;
    const lit = this.#lit[isDark];
    lit.use();
    this.#tell(lit, left, top, light, carried);
    gl.uniform2f(lit.at('uSize'), width, height);
    this.#behind.draw(this.#cells.rects());
    const movers = this.#movers[isDark];
    movers.use();
    this.#tell(movers, left, top, light, carried);
    gl.uniform2f(movers.at('uScale'), (2 * s) / width, (-2 * s) / height);
    gl.uniform2f(movers.at('uOrigin'), left / s, top / s);
    const [right, bottom] = this.still.mask;
    gl.uniform2f(movers.at('uStillScale'), s / (right + 1), s / (bottom + 1));
    gl.uniform2f(movers.at('uStillFrom'), (left & right) / (right + 1), (top & bottom) / (bottom + 1));
    this.moving.draw(this.#cells, toCanvas);
  }

  /** Binds what painting what stands still takes from. */
  bindPictures(): void {
    const gl = this.#gl;
    this.pages.bind(Unit.pages);
    gl.activeTexture(gl.TEXTURE0 + Unit.hues);
    gl.bindTexture(gl.TEXTURE_2D, this.#hues);
  }

  #tell(program: Program, left: number, top: number, light: number, carried: readonly Carried[]): void {
    const gl = this.#gl;
    gl.uniform1i(program.at('uPages'), Unit.pages);
    gl.uniform1i(program.at('uHues'), Unit.hues);
    gl.uniform1i(program.at('uStill'), Unit.still);
    gl.uniform1i(program.at('uDepths'), Unit.depths);
    gl.uniform2i(program.at('uFirst'), left, top);
    gl.uniform2i(program.at('uMask'), ...this.still.mask);
    gl.uniform1i(program.at('uBottom'), this.#canvas.height - 1);
    // Lights are told from the view's corner: far from the world's, floats are coarse on some cards.
    gl.uniform1f(program.at('uPerPixel'), 1 / this.#scale);
    gl.uniform3f(program.at('uSky'), ...skyAt(light));
    gl.uniform1i(program.at('uCarriedCount'), carried.length);
    if (carried.length > 0) {
      const [x, y] = [left / this.#scale, top / this.#scale];
      gl.uniform3fv(
        program.at('uCarried[0]'),
        carried.flatMap(([cx, cy, perPixel]) => [cx - x, cy - y, perPixel]),
      );
    }
  }
}
