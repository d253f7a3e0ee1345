/** Lights that people carry which are drawn at once; more are left out, the farthest first. */
export const MOST_CARRIED = 8;
/** Depths are whole numbers below this: all that a depth buffer of 24 bits tells apart. */
export const DEPTHS = 0x1000000;

/** Attributes of a corner of a quad, in the order of their numbers. */
export const ATTRIBUTES = ['aPlace', 'aPixel', 'aPicture', 'aShade'] as const;

/**
 * Corners lie where the scene has them; depths, flat over a quad, say what hides what. `vStill` is the place on the textures of what
 * stands still.
 */
export const quadVertex = `#version 300 es
in vec3 aPlace;
in vec2 aPixel;
in vec2 aPicture;
in vec4 aShade;
uniform vec2 uOrigin;
uniform vec2 uScale;
uniform vec2 uStillFrom;
uniform vec2 uStillScale;
out vec2 vStill;
out vec2 vPixel;
flat out ivec2 vPicture;
flat out float vDepth;
out vec4 vShade;
void main() {
  gl_Position = vec4((aPlace.xy - uOrigin) * uScale - sign(uScale), aPlace.z * ${(2 / DEPTHS).toExponential()} - 1.0, 1.0);
  vStill = (aPlace.xy - uOrigin) * uStillScale + uStillFrom;
  vPixel = aPixel;
  vPicture = ivec2(aPicture);
  vDepth = aPlace.z * ${(1 / DEPTHS).toExponential()};
  vShade = aShade;
}`;

/** Pixels are taken as they are: this is pixel art. A hue replaces grey levels, of all pixels or of the grey ones alone. */
const pixelOfPicture = `
uniform highp sampler2DArray uPages;
uniform sampler2D uHues;
vec4 pixelOf(vec2 place, ivec2 picture) {
  vec4 colour = texelFetch(uPages, ivec3(ivec2(place), picture.x), 0);
  int hue = picture.y;
  if (hue != 0) {
    bool isGrey = abs(colour.r - colour.g) < 0.01 && abs(colour.g - colour.b) < 0.01;
    if (hue > 0 || isGrey)
      colour.rgb = texelFetch(uHues, ivec2(int(colour.r * 31.0 + 0.5), abs(hue) - 1), 0).rgb;
  }
  return colour;
}`;

/** Light at a place: the sky's, and the warm one of lamps, of which \`lamp\` says how much. */
const lightAt = `
uniform vec3 uSky;
uniform int uCarriedCount;
uniform vec3 uCarried[${MOST_CARRIED}];
const vec3 WARM = vec3(1.0, 0.92, 0.74);
vec3 lightAt(float lamp, vec2 place) {
  for (int i = 0; i < uCarriedCount; i++) {
    vec2 away = (place - uCarried[i].xy) * vec2(1.0, 1.4);
    lamp += max(0.0, 1.0 - length(away) * uCarried[i].z);
  }
  return max(uSky, mix(uSky, WARM, min(1.0, lamp)));
}`;

const head = `#version 300 es
precision highp float;
precision highp int;`;

/** What stands still, without light: its alpha is how much of the lamps' light is there. */
export const stillFragment = `${head}
in vec2 vPixel;
flat in ivec2 vPicture;
in vec4 vShade;
${pixelOfPicture}
out vec4 finalColor;
void main() {
  vec4 colour = pixelOf(vPixel, vPicture);
  if (colour.a < 0.5) discard;
  finalColor = vec4(colour.rgb * vShade.x, vShade.w);
}`;

/** Attributes of a corner of a part of the canvas, in the order of their numbers. */
export const PART_ATTRIBUTES = ['aCorner'] as const;

/** Corners are pixels of the canvas. Nothing has a depth yet there: the farthest is 0. */
export const behindVertex = `#version 300 es
in vec2 aCorner;
uniform vec2 uSize;
uniform ivec2 uFirst;
uniform ivec2 uMask;
uniform float uPerPixel;
out vec2 vStill;
out vec2 vPlace;
void main() {
  gl_Position = vec4(aCorner.x / uSize.x * 2.0 - 1.0, 1.0 - aCorner.y / uSize.y * 2.0, -1.0, 1.0);
  vStill = (aCorner + vec2(uFirst & uMask)) / vec2(uMask + 1);
  vPlace = aCorner * uPerPixel;
}`;

/** Brings what stands still onto the screen and lights it. */
export const behindFragment = (isDark: boolean): string => `${head}
in vec2 vStill;
in vec2 vPlace;
uniform sampler2D uStill;
${isDark ? lightAt : ''}
out vec4 finalColor;
void main() {
  // Pixels are told exactly; fetching them by whole numbers costs a graphics card in software more.
  vec4 colour = texture(uStill, vStill);
  ${isDark ? 'colour.rgb *= lightAt(colour.a, vPlace);' : ''}
  finalColor = vec4(colour.rgb, 1.0);
}`;

/** What moves or is seen through: behind what stands still where that is nearer. */
export const movingFragment = (isDark: boolean): string => `${head}
in vec2 vPixel;
in vec2 vStill;
flat in ivec2 vPicture;
flat in float vDepth;
in vec4 vShade;
uniform highp sampler2D uDepths;
uniform int uBottom;
uniform float uPerPixel;
${pixelOfPicture}
${isDark ? lightAt : ''}
const vec3 WINDOW = vec3(1.0, 0.78, 0.38);
out vec4 finalColor;
void main() {
  vec4 colour = pixelOf(vPixel, vPicture);
  if (colour.a < 0.5) discard;
  ivec2 at = ivec2(gl_FragCoord.xy);
  at.y = uBottom - at.y;
  if (texture(uDepths, vStill).r > vDepth + ${(0.5 / DEPTHS).toExponential()}) discard;
  ${isDark ? 'colour.rgb *= lightAt(vShade.w, vec2(at) * uPerPixel);' : ''}
  // Alpha, and how much is mixed in of white for what the pointer is on, or of a window's light.
  vec3 glow = vShade.z < 0.0 ? WINDOW : vec3(1.0);
  finalColor = vec4(mix(colour.rgb, glow, abs(vShade.z)) * vShade.y, vShade.y);
}`;
