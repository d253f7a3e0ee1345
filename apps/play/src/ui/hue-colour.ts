import type { HueTable } from '@gommog/uo/web';

/** How bright a colour of words is at least, so that it can be read on what is dark: 0 to 255. */
const READABLE = 150;

/** The colour of words of a hue, brightened until it can be read; null for the page's own. */
export function colourOfWords({ hues }: HueTable, hue: number): string | null {
  const ramp = hues[(hue & 0x3fff) - 1]?.colours;
  if (ramp === undefined) return null;
  const colour = ramp[24] ?? 0;
  const parts = [(colour >> 10) & 31, (colour >> 5) & 31, colour & 31].map((part) => (part * 255) / 31);
  const bright = 0.3 * parts[0]! + 0.6 * parts[1]! + 0.1 * parts[2]!;
  const lift = Math.max(0, READABLE - bright);
  return `rgb(${parts.map((part) => Math.min(255, Math.round(part + lift))).join(' ')})`;
}
