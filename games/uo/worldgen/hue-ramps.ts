import type { Hue } from '../files/hues.ts';
import { packColour } from './tile-tables.ts';

const HUES = 3000;
const SHADES = 32;

/** A ramp of 32 shades for every hue number, from dark to light: hues go round the circle, dull and bright in turn. */
export function makeHues(): Hue[] {
  return Array.from({ length: HUES }, (_, index) => makeHue(index + 1));
}

function makeHue(number: number): Hue {
  // Every fifth of a hundred is duller than the one before; the last hundreds are greys and skins.
  const angle = (number % 100) / 100;
  const saturation = 0.2 + 0.75 * (1 - ((Math.floor(number / 100) % 5) + 0.5) / 5);
  const brightness = 0.45 + 0.55 * ((Math.floor(number / 500) % 6) / 5);
  const colours = new Uint16Array(SHADES);
  for (let shade = 0; shade < SHADES; shade++) {
    const light = ((shade + 1) / SHADES) * brightness;
    const channel = (offset: number): number => {
      const turn = (angle + offset) % 1;
      const wave = Math.min(1, Math.max(0, Math.abs(turn * 6 - 3) - 1));
      return Math.round(255 * light * (1 - saturation + saturation * wave));
    };
    colours[shade] = packColour([channel(0), channel(2 / 3), channel(1 / 3)]);
  }
  return { colours, first: colours[0]!, last: colours[SHADES - 1]!, name: `hue ${number}` };
}
