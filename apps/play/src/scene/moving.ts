import { Quads } from './quads.ts';

/**
 * What moves or is seen through, laid down anew for each frame, the farthest first. What is solid is drawn the nearest first and keeps
 * its depth, so that neither what a crowd hides nor a body below its clothes is shaded; what is seen through comes after it.
 */
export class Moving {
  readonly #gl: WebGL2RenderingContext;
  readonly #solid: Quads;
  readonly #seenThrough: Quads;
  readonly #shown = [new Float32Array(0), new Float32Array(0)];

  constructor(gl: WebGL2RenderingContext) {
    this.#gl = gl;
    this.#solid = new Quads(gl, true);
    this.#seenThrough = new Quads(gl, false);
  }

  get isEmpty(): boolean {
    return this.#solid.count + this.#seenThrough.count === 0;
  }

  clear(): void {
    this.#solid.clear();
    this.#seenThrough.clear();
  }

  /** Where something of this alpha is laid down, 1 for what is solid. */
  quadsFor(alpha: number): Quads {
    return alpha < 1 ? this.#seenThrough : this.#solid;
  }

  /** Is it other than when this was asked before? */
  hasChanged(): boolean {
    const now = [this.#solid.floats, this.#seenThrough.floats];
    if (now.every((floats, i) => isSame(floats, this.#shown[i]!))) return false;
    for (const [i, floats] of now.entries()) {
      if (this.#shown[i]!.length !== floats.length) this.#shown[i] = new Float32Array(floats.length);
      this.#shown[i]!.set(floats);
    }
    return true;
  }

  /** Draws all of it with the program in use, onto what has no depths yet. */
  draw(): void {
    const gl = this.#gl;
    gl.clearDepth(0);
    gl.clear(gl.DEPTH_BUFFER_BIT);
    gl.enable(gl.DEPTH_TEST);
    // Of what has one depth, what was laid down last comes first and stays.
    gl.depthFunc(gl.GREATER);
    this.#solid.upload();
    this.#solid.draw();
    if (this.#seenThrough.count > 0) {
      gl.depthFunc(gl.GEQUAL);
      gl.depthMask(false);
      gl.enable(gl.BLEND);
      gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
      this.#seenThrough.upload();
      this.#seenThrough.draw();
      gl.disable(gl.BLEND);
      gl.depthMask(true);
    }
    gl.disable(gl.DEPTH_TEST);
  }
}

function isSame(a: Float32Array, b: Float32Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
