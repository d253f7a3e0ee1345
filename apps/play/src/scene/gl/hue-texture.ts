import type { HueTable } from '@gommog/uo/web';

/** A texture with a row for each hue, from dark to bright. */
export function hueTexture(gl: WebGL2RenderingContext, { hues }: HueTable): WebGLTexture {
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
  const texture = gl.createTexture();
  gl.bindTexture(gl.TEXTURE_2D, texture);
  gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, false);
  gl.texStorage2D(gl.TEXTURE_2D, 1, gl.RGBA8, 32, height);
  gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, 0, 32, height, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
  for (const filter of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER])
    gl.texParameteri(gl.TEXTURE_2D, filter, gl.NEAREST);
  return texture;
}
