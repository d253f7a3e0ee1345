import { PAGE_SIDE } from '../page-plan.ts';

/** Pages that there is room for at first: a first visit to a town needs as many. */
const FIRST_PAGES = 2;

/**
 * All pages of pictures as the layers of one texture, so that one shader without a choice draws from them all. It grows as pages
 * come.
 */
export class PageArray {
  readonly #gl: WebGL2RenderingContext;
  #texture: WebGLTexture;
  #pages = FIRST_PAGES;

  constructor(gl: WebGL2RenderingContext) {
    this.#gl = gl;
    this.#texture = this.#make(FIRST_PAGES);
  }

  /** Puts a sheet onto a page: 16 MB for the whole page would stop the picture for a moment. */
  upload(
    page: number,
    x: number,
    y: number,
    sheet: TexImageSource & { width: number; height: number },
  ): void {
    const gl = this.#gl;
    while (page >= this.#pages) this.#grow();
    gl.bindTexture(gl.TEXTURE_2D_ARRAY, this.#texture);
    gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, false);
    gl.texSubImage3D(
      gl.TEXTURE_2D_ARRAY,
      0,
      x,
      y,
      page,
      sheet.width,
      sheet.height,
      1,
      gl.RGBA,
      gl.UNSIGNED_BYTE,
      sheet,
    );
  }

  bind(unit: number): void {
    const gl = this.#gl;
    gl.activeTexture(gl.TEXTURE0 + unit);
    gl.bindTexture(gl.TEXTURE_2D_ARRAY, this.#texture);
  }

  #make(pages: number): WebGLTexture {
    const gl = this.#gl;
    const texture = gl.createTexture();
    gl.bindTexture(gl.TEXTURE_2D_ARRAY, texture);
    gl.texStorage3D(gl.TEXTURE_2D_ARRAY, 1, gl.RGBA8, PAGE_SIDE, PAGE_SIDE, pages);
    for (const filter of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER])
      gl.texParameteri(gl.TEXTURE_2D_ARRAY, filter, gl.NEAREST);
    return texture;
  }

  /** Twice as many pages, with what is on them. */
  #grow(): void {
    const gl = this.#gl;
    const old = this.#texture;
    this.#texture = this.#make(this.#pages * 2);
    const from = gl.createFramebuffer();
    gl.bindFramebuffer(gl.READ_FRAMEBUFFER, from);
    for (let page = 0; page < this.#pages; page++) {
      gl.framebufferTextureLayer(gl.READ_FRAMEBUFFER, gl.COLOR_ATTACHMENT0, old, 0, page);
      gl.copyTexSubImage3D(gl.TEXTURE_2D_ARRAY, 0, 0, 0, page, 0, 0, PAGE_SIDE, PAGE_SIDE);
    }
    gl.bindFramebuffer(gl.READ_FRAMEBUFFER, null);
    gl.deleteFramebuffer(from);
    gl.deleteTexture(old);
    this.#pages *= 2;
  }
}
