import { Buffer, BufferUsage, Geometry, Mesh, Shader, Texture, type TextureSource } from 'pixi.js';
import type { Picture } from './art-book.ts';

/** Pages that can be drawn from: what every WebGL 2 can bind at once, less one for the hues. */
export const MAX_PAGES = 15;
/** Each page costs every pixel a little where there is no graphics card, so the shader knows few until there are more. */
const FIRST_PAGES = 2;
const FLOATS_PER_VERTEX = 9;
const FLOATS_PER_QUAD = FLOATS_PER_VERTEX * 4;

const vertex = `#version 300 es
in vec2 aPosition;
in vec2 aPixel;
in vec2 aPageAndHue;
in vec3 aShade;
uniform mat3 uProjectionMatrix;
uniform mat3 uWorldTransformMatrix;
uniform mat3 uTransformMatrix;
out vec2 vPixel;
flat out ivec2 vPageAndHue;
out vec3 vShade;
void main() {
  mat3 view = uProjectionMatrix * uWorldTransformMatrix * uTransformMatrix;
  gl_Position = vec4((view * vec3(aPosition, 1.0)).xy, 0.0, 1.0);
  vPixel = aPixel;
  vPageAndHue = ivec2(aPageAndHue);
  vShade = aShade;
}`;

/**
 * Paints from so many pages. Pixels are taken as they are: this is pixel art. A hue replaces grey levels, of all pixels or of
 * the grey ones alone.
 */
function fragmentFor(pages: number): string {
  const each = (line: (page: number) => string): string =>
    Array.from({ length: pages }, (_, i) => line(i)).join('\n');
  return `#version 300 es
precision highp float;
precision highp int;
in vec2 vPixel;
flat in ivec2 vPageAndHue;
in vec3 vShade;
uniform sampler2D uHues;
${each((page) => `uniform sampler2D uPage${page};`)}
out vec4 finalColor;
vec4 pixel() {
  ivec2 at = ivec2(vPixel);
  switch (vPageAndHue.x) {
${each((page) => `    case ${page}: return texelFetch(uPage${page}, at, 0);`)}
  }
  return vec4(0.0);
}
void main() {
  vec4 colour = pixel();
  if (colour.a < 0.5) discard;
  int hue = vPageAndHue.y;
  if (hue != 0) {
    bool greyOnly = hue < 0;
    bool isGrey = abs(colour.r - colour.g) < 0.01 && abs(colour.g - colour.b) < 0.01;
    if (!greyOnly || isGrey) {
      int level = int(colour.r * 31.0 + 0.5);
      colour.rgb = texelFetch(uHues, ivec2(level, abs(hue) - 1), 0).rgb;
    }
  }
  // Light, alpha, and how much of white is mixed in for what the pointer is on.
  vec3 lit = mix(colour.rgb * vShade.x, vec3(1.0), vShade.z);
  finalColor = vec4(lit * vShade.y, vShade.y);
}`;
}

/** How a quad is coloured. */
export interface Shade {
  /** 0 for the picture's own colours; n for hue n; -n for hue n on grey pixels alone. */
  readonly hue: number;
  /** 0 dark, 1 as drawn. */
  readonly light: number;
  readonly alpha: number;
  /** 0 not at all, 1 white. */
  readonly glow: number;
}

/**
 * All quads of the scene in the order in which they are painted: one buffer, one draw call. It is filled anew in each
 * frame, which costs less than to find out what has changed.
 */
export class Quads {
  readonly mesh: Mesh<Geometry, Shader>;
  readonly #hues: TextureSource;
  readonly #pages: TextureSource[] = [];
  #shader: Shader;
  #shaderPages = FIRST_PAGES;
  #buffer: Buffer;
  #floats: Float32Array<ArrayBuffer>;
  #capacity = 0;
  #count = 0;
  #drawn = 0;

  constructor(hues: TextureSource) {
    this.#hues = hues;
    this.#shader = this.#makeShader();
    this.#floats = new Float32Array(0);
    this.#buffer = this.#grow(4_096);
    this.mesh = new Mesh({ geometry: this.#geometry(), shader: this.#shader });
  }

  setPage(page: number, source: TextureSource): void {
    this.#pages[page] = source;
    if (page < this.#shaderPages) {
      this.#shader.resources[`uPage${page}`] = source;
      return;
    }
    while (this.#shaderPages <= page) this.#shaderPages = Math.min(MAX_PAGES, this.#shaderPages * 2);
    this.#shader = this.#makeShader();
    this.mesh.shader = this.#shader;
  }

  #makeShader(): Shader {
    const none = Texture.EMPTY.source;
    const pages = Array.from({ length: this.#shaderPages }, (_, i) => [`uPage${i}`, this.#pages[i] ?? none]);
    return Shader.from({
      gl: { vertex, fragment: fragmentFor(this.#shaderPages) },
      resources: { uHues: this.#hues, ...Object.fromEntries(pages) },
    });
  }

  /** How many quads were painted last. */
  get drawn(): number {
    return this.#drawn;
  }

  begin(): void {
    this.#count = 0;
  }

  /** An upright picture with its upper left corner at a point. */
  picture(picture: Picture, x: number, y: number, mirrored: boolean, shade: Shade): void {
    const { height, width } = picture;
    const left = mirrored ? picture.x + width : picture.x;
    const right = mirrored ? picture.x : picture.x + width;
    const at = this.#next();
    const { page, y: top } = picture;
    const bottom = top + height;
    this.#vertex(at, x, y, left, top, page, shade);
    this.#vertex(at + FLOATS_PER_VERTEX, x + width, y, right, top, page, shade);
    this.#vertex(at + FLOATS_PER_VERTEX * 2, x + width, y + height, right, bottom, page, shade);
    this.#vertex(at + FLOATS_PER_VERTEX * 3, x, y + height, left, bottom, page, shade);
  }

  /** A tile of land: its diamond, with the height of each corner in pixels that it is lifted. */
  diamond(
    picture: Picture,
    x: number,
    y: number,
    lift: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number },
    shade: Shade,
  ): void {
    const at = this.#next();
    const { page, x: px, y: py } = picture;
    // A pixel more on each side hides the seams that the rounding of neighbours would leave.
    const half = picture.width / 2;
    this.#vertex(at, x, y - lift.top - 1, px + half, py + 0.5, page, shade);
    this.#vertex(
      at + FLOATS_PER_VERTEX,
      x + half + 1,
      y + half - lift.right,
      px + picture.width - 0.5,
      py + half,
      page,
      shade,
    );
    this.#vertex(
      at + FLOATS_PER_VERTEX * 2,
      x,
      y + half * 2 - lift.bottom + 1,
      px + half,
      py + picture.height - 0.5,
      page,
      shade,
    );
    this.#vertex(
      at + FLOATS_PER_VERTEX * 3,
      x - half - 1,
      y + half - lift.left,
      px + 0.5,
      py + half,
      page,
      shade,
    );
  }

  /** Hands what was painted to the graphics card. */
  end(): void {
    // What is left of the frame before would be painted again.
    if (this.#drawn > this.#count)
      this.#floats.fill(0, this.#count * FLOATS_PER_QUAD, this.#drawn * FLOATS_PER_QUAD);
    this.#buffer.update(Math.max(this.#count, this.#drawn) * FLOATS_PER_QUAD * 4);
    this.#drawn = this.#count;
  }

  #next(): number {
    if (this.#count === this.#capacity) {
      this.#buffer = this.#grow(this.#capacity * 2);
      this.mesh.geometry = this.#geometry();
    }
    return this.#count++ * FLOATS_PER_QUAD;
  }

  #vertex(at: number, x: number, y: number, u: number, v: number, page: number, shade: Shade): void {
    const floats = this.#floats;
    floats[at] = x;
    floats[at + 1] = y;
    floats[at + 2] = u;
    floats[at + 3] = v;
    floats[at + 4] = page;
    floats[at + 5] = shade.hue;
    floats[at + 6] = shade.light;
    floats[at + 7] = shade.alpha;
    floats[at + 8] = shade.glow;
  }

  #grow(capacity: number): Buffer {
    const floats = new Float32Array(capacity * FLOATS_PER_QUAD);
    floats.set(this.#floats);
    this.#floats = floats;
    this.#capacity = capacity;
    return new Buffer({ data: floats, usage: BufferUsage.VERTEX | BufferUsage.COPY_DST });
  }

  #geometry(): Geometry {
    const indices = new Uint32Array(this.#capacity * 6);
    for (let quad = 0; quad < this.#capacity; quad++) {
      indices.set(
        [0, 1, 2, 0, 2, 3].map((corner) => quad * 4 + corner),
        quad * 6,
      );
    }
    const stride = FLOATS_PER_VERTEX * 4;
    const buffer = this.#buffer;
    return new Geometry({
      attributes: {
        aPosition: { buffer, format: 'float32x2', stride, offset: 0 },
        aPixel: { buffer, format: 'float32x2', stride, offset: 8 },
        aPageAndHue: { buffer, format: 'float32x2', stride, offset: 16 },
        aShade: { buffer, format: 'float32x3', stride, offset: 24 },
      },
      indexBuffer: indices,
    });
  }
}
