import { Program } from './gl/program.ts';
import { ATTRIBUTES, quadVertex, stillFragment } from './gl/shaders.ts';
import { Quads } from './quads.ts';
import type { Rect } from './rect.ts';
import { StillPlan } from './still-plan.ts';

/**
 * What stands still, painted once and kept: a texture with its colours and lamps' light, and one with its depths. Walking paints
 * no more than what comes into view. Its pixels are those of the canvas.
 */
export class Still {
  readonly #gl: WebGL2RenderingContext;
  readonly #program: Program;
  readonly #quads: Quads;
  #plan = new StillPlan(64, 64);
  #colours: WebGLTexture | null = null;
  #depths: WebGLTexture | null = null;
  #frame: WebGLFramebuffer | null = null;
  #scale = 1;

  constructor(gl: WebGL2RenderingContext) {
    this.#gl = gl;
    this.#program = new Program(gl, quadVertex, stillFragment, ATTRIBUTES);
    this.#quads = new Quads(gl, true);
  }

  /** What to and with a pixel's coordinates are put together for its place on the textures. */
  get mask(): readonly [number, number] {
    return [this.#plan.width - 1, this.#plan.height - 1];
  }

  /** Has room for a view of so many pixels, of which one is `1 / scale` of the scene. */
  fit(width: number, height: number, scale: number): void {
    const [w, h] = [StillPlan.sideFor(width), StillPlan.sideFor(height)];
    if (scale !== this.#scale) this.#plan.spoilAll();
    this.#scale = scale;
    if (this.#plan.width !== w || this.#plan.height !== h) this.#make(w, h);
  }

  /** Paints what a part of the scene, in the canvas' pixels, still lacks; `paint` lays down the quads of parts of the scene. True if there was any. */
  show(part: Rect, paint: (part: Rect, quads: Quads) => void): boolean {
    const lacking = this.#plan.take(part);
    if (lacking.length === 0) return false;
    const gl = this.#gl;
    gl.bindFramebuffer(gl.FRAMEBUFFER, this.#frame);
    gl.enable(gl.DEPTH_TEST);
    gl.depthFunc(gl.GREATER);
    gl.enable(gl.SCISSOR_TEST);
    gl.clearColor(0, 0, 0, 0);
    gl.clearDepth(0);
    gl.viewport(0, 0, this.#plan.width, this.#plan.height);
    this.#program.use();
    gl.uniform1i(this.#program.at('uPages'), 0);
    gl.uniform1i(this.#program.at('uHues'), 1);
    const { height, width } = this.#plan;
    gl.uniform2f(this.#program.at('uScale'), (2 * this.#scale) / width, (2 * this.#scale) / height);
    for (const rect of lacking) {
      this.#quads.clear();
      paint(this.#inScene(rect), this.#quads);
      this.#quads.upload();
      for (const { part: piece, x, y } of this.#plan.piecesOf(rect)) {
        gl.scissor(x, y, piece.right - piece.left, piece.bottom - piece.top);
        gl.clear(gl.COLOR_BUFFER_BIT | gl.DEPTH_BUFFER_BIT);
        gl.uniform2f(
          this.#program.at('uOrigin'),
          (piece.left - x) / this.#scale,
          (piece.top - y) / this.#scale,
        );
        this.#quads.draw();
      }
    }
    gl.disable(gl.SCISSOR_TEST);
    gl.disable(gl.DEPTH_TEST);
    gl.bindFramebuffer(gl.FRAMEBUFFER, null);
    return true;
  }

  /** A part of the scene looks different from now on. */
  spoil({ bottom, left, right, top }: Rect): void {
    const s = this.#scale;
    this.#plan.spoil({ left: left * s, top: top * s, right: right * s, bottom: bottom * s });
  }

  spoilAll(): void {
    this.#plan.spoilAll();
  }

  bind(coloursUnit: number, depthsUnit: number): void {
    const gl = this.#gl;
    gl.activeTexture(gl.TEXTURE0 + coloursUnit);
    gl.bindTexture(gl.TEXTURE_2D, this.#colours);
    gl.activeTexture(gl.TEXTURE0 + depthsUnit);
    gl.bindTexture(gl.TEXTURE_2D, this.#depths);
  }

  #inScene({ bottom, left, right, top }: Rect): Rect {
    const s = this.#scale;
    return { left: left / s, top: top / s, right: right / s, bottom: bottom / s };
  }

  #make(width: number, height: number): void {
    const gl = this.#gl;
    this.#plan = new StillPlan(width, height);
    gl.deleteTexture(this.#colours);
    gl.deleteTexture(this.#depths);
    gl.activeTexture(gl.TEXTURE2);
    this.#colours = this.#texture(gl.RGBA8);
    this.#depths = this.#texture(gl.DEPTH_COMPONENT24);
    this.#frame ??= gl.createFramebuffer();
    gl.bindFramebuffer(gl.FRAMEBUFFER, this.#frame);
    gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, this.#colours, 0);
    gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.DEPTH_ATTACHMENT, gl.TEXTURE_2D, this.#depths, 0);
    gl.bindFramebuffer(gl.FRAMEBUFFER, null);
  }

  #texture(format: number): WebGLTexture {
    const gl = this.#gl;
    const texture = gl.createTexture();
    gl.bindTexture(gl.TEXTURE_2D, texture);
    gl.texStorage2D(gl.TEXTURE_2D, 1, format, this.#plan.width, this.#plan.height);
    for (const filter of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER])
      gl.texParameteri(gl.TEXTURE_2D, filter, gl.NEAREST);
    // A view goes on where the texture begins again.
    for (const along of [gl.TEXTURE_WRAP_S, gl.TEXTURE_WRAP_T])
      gl.texParameteri(gl.TEXTURE_2D, along, gl.REPEAT);
    return texture;
  }
}
