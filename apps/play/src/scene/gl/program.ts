/** A program of the graphics card, with the numbers of its uniforms. */
export class Program {
  readonly #gl: WebGL2RenderingContext;
  readonly #program: WebGLProgram;
  readonly #uniforms = new Map<string, WebGLUniformLocation | null>();

  /** `attributes` get the numbers in which they are listed. Throws Error, with the compiler's words, when a shader is not right. */
  constructor(
    gl: WebGL2RenderingContext,
    vertex: string,
    fragment: string,
    attributes: readonly string[] = [],
  ) {
    this.#gl = gl;
    this.#program = gl.createProgram();
    for (const [kind, source] of [
      [gl.VERTEX_SHADER, vertex],
      [gl.FRAGMENT_SHADER, fragment],
    ] as const) {
      const shader = gl.createShader(kind)!;
      gl.shaderSource(shader, source);
      gl.compileShader(shader);
      gl.attachShader(this.#program, shader);
      if (!gl.getShaderParameter(shader, gl.COMPILE_STATUS) && !gl.isContextLost())
        throw new Error(`a shader: ${gl.getShaderInfoLog(shader)}`);
    }
    for (const [number, name] of attributes.entries()) gl.bindAttribLocation(this.#program, number, name);
    gl.linkProgram(this.#program);
    if (!gl.getProgramParameter(this.#program, gl.LINK_STATUS) && !gl.isContextLost())
      throw new Error(`a program: ${gl.getProgramInfoLog(this.#program)}`);
  }

  use(): void {
    this.#gl.useProgram(this.#program);
  }

  /** Place of a uniform; null for one that the shaders do not use. */
  at(name: string): WebGLUniformLocation | null {
    let place = this.#uniforms.get(name);
    if (place === undefined) {
      place = this.#gl.getUniformLocation(this.#program, name);
      this.#uniforms.set(name, place);
    }
    return place;
  }
}
