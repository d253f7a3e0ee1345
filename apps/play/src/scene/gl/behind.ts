import type { Rect } from '../rect.ts';

const FLOATS_PER_RECT = 12;

/** Rectangles of the canvas as triangles: where what stands still is brought onto it. */
export class Behind {
  readonly #gl: WebGL2RenderingContext;
  readonly #array: WebGLVertexArrayObject;
  readonly #corners: WebGLBuffer;
  #floats = new Float32Array(0);

  constructor(gl: WebGL2RenderingContext) {
    this.#gl = gl;
    this.#array = gl.createVertexArray();
    this.#corners = gl.createBuffer();
    gl.bindVertexArray(this.#array);
    gl.bindBuffer(gl.ARRAY_BUFFER, this.#corners);
    gl.enableVertexAttribArray(0);
    gl.vertexAttribPointer(0, 2, gl.FLOAT, false, 0, 0);
  }

  /** Draws them with the program in use, and forgets the depths of what was there. */
  draw(rects: readonly Rect[]): void {
    const gl = this.#gl;
    gl.bindVertexArray(this.#array);
    gl.bindBuffer(gl.ARRAY_BUFFER, this.#corners);
    if (this.#floats.length < rects.length * FLOATS_PER_RECT) {
      this.#floats = new Float32Array(rects.length * 2 * FLOATS_PER_RECT);
      gl.bufferData(gl.ARRAY_BUFFER, this.#floats.byteLength, gl.DYNAMIC_DRAW);
    }
    for (const [i, { bottom, left, right, top }] of rects.entries())
      this.#floats.set(
        [left, top, right, top, right, bottom, left, top, right, bottom, left, bottom],
        i * FLOATS_PER_RECT,
      );
    gl.bufferSubData(gl.ARRAY_BUFFER, 0, this.#floats, 0, rects.length * FLOATS_PER_RECT);
    gl.enable(gl.DEPTH_TEST);
    gl.depthFunc(gl.ALWAYS);
    gl.drawArrays(gl.TRIANGLES, 0, rects.length * 6);
    gl.disable(gl.DEPTH_TEST);
  }
}
