import type { Glyph } from '../art-source.ts';
import { Canvas } from '../canvas.ts';
import { CLEAR, PALETTE, RAMPS, type Ramp, shade } from '../palette.ts';
import { CHARACTERS, type Letter, letterOf } from './glyphs.ts';

/** How a font writes the letters. */
interface Hand {
  readonly ramp: Ramp;
  /** Shade of the upper rows; by default light. Clients write on paper with some fonts, and give them no hue. */
  readonly level?: number;
  /** Each dot as so many pixels. */
  readonly size?: number;
  readonly bold?: boolean;
  readonly outline?: boolean;
  /** Leaning to the right. */
  readonly italic?: boolean;
  /** Two rows taller. */
  readonly tall?: boolean;
  /** Rows left free above, for a font that clients write upon taller fields. */
  readonly drop?: number;
  readonly capitals?: boolean;
  readonly runes?: boolean;
}

/** Rows above capitals for marks, and below the line for tails. */
const ABOVE = 4;
const ROWS = ABOVE + 7 + 3;
const FIRST = 0x20;
/** Characters of a font of the old file, from the first on. */
export const ASCII_GLYPHS = 224;
const BLANK: Letter = { width: 3, top: 0, rows: [] };

/** A letter grown taller in its stems, so that it keeps its shape. */
function grown(letter: Letter): Letter {
  const rows: (readonly boolean[])[] = [];
  letter.rows.forEach((row, i) => {
    rows.push(row);
    const place = letter.top + i;
    if (place === 1 || place === 4) rows.push(row);
  });
  return { ...letter, rows, top: letter.top > 1 ? letter.top + (letter.top > 4 ? 2 : 1) : letter.top };
}

/** A rune for a letter: strokes to both sides of a staff, of the bits of its code. */
function rune(code: number): Letter {
  const bits = (code * 0x9e37) ^ (code << 3);
  const rows = Array.from({ length: 7 }, () => [false, false, true, false, false]);
  for (let i = 0; i < 3; i++) {
    const kind = (bits >> (i * 3 + 2)) & 7;
    const y = i * 2;
    if (kind & 1) {
      rows[y]![0] = true;
      rows[y + 1]![1] = true;
    }
    if (kind & 2) {
      rows[y]![4] = true;
      rows[y + 1]![3] = true;
    }
    if (kind === 4) {
      rows[y]![1] = true;
      rows[y]![3] = true;
    }
  }
  return { width: 5, top: 0, rows };
}

function written(character: string, hand: Hand): Canvas {
  const shown = hand.capitals === true ? character.toUpperCase() : character;
  const upper = shown.toUpperCase();
  let letter = letterOf(shown) ?? BLANK;
  if (hand.runes === true && upper >= 'A' && upper <= 'Z') letter = rune(upper.charCodeAt(0));
  if (hand.tall === true) letter = grown(letter);
  const above = ABOVE + (hand.drop ?? 0);
  const rows = ROWS + (hand.drop ?? 0) + (hand.tall === true ? 2 : 0);
  const lean = hand.italic === true ? 2 : 0;
  const more = hand.bold === true ? 1 : 0;
  const pad = hand.outline === true ? 1 : 0;
  const size = hand.size ?? 1;
  const canvas = new Canvas((letter.width + more + lean) * size + 1 + pad * 2, rows * size + pad * 2);
  letter.rows.forEach((row, y) => {
    const place = letter.top + y + above;
    const shift = lean === 0 ? 0 : Math.max(0, Math.min(lean, Math.floor((above + 7 - place) / 3)));
    row.forEach((dot, x) => {
      if (!dot) return;
      // Lighter above, as everything that the sun shines on.
      const level = (hand.level ?? 4.4) - (letter.top + y) * 0.16;
      canvas.rect(
        (x + shift) * size + pad,
        place * size + pad,
        (1 + more) * size,
        size,
        shade(hand.ramp, level),
      );
    });
  });
  return pad === 0 ? canvas : canvas.outline(RAMPS.ink);
}

const HANDS: readonly Hand[] = [
  { ramp: RAMPS.gold, tall: true, bold: true, outline: true },
  { ramp: RAMPS.cloth },
  { ramp: RAMPS.cloth, tall: true, bold: true },
  { ramp: RAMPS.cloth, outline: true },
  { ramp: RAMPS.cloth, runes: true },
  { ramp: RAMPS.cloth, italic: true, tall: true, drop: 7 },
  { ramp: RAMPS.cloth, italic: true, tall: true, level: 1.4 },
  { ramp: RAMPS.gold, capitals: true, bold: true },
  { ramp: RAMPS.cloth, runes: true, tall: true },
  { ramp: RAMPS.cloth, tall: true },
];

/** Fonts of which clients write some characters lower than capitals. Source: classic client rule. */
const LOWERED: ReadonlySet<number> = new Set([0, 2, 3, 6, 7]);

/** Rows by which a client moves a character of a lowered font down. Source: classic client rule. */
function loweredBy(code: number): number {
  if ((code >= 0x41 && code <= 0x5a) || (code >= 0xc0 && code <= 0xdf) || code === 0xa8) return 0;
  return code >= 0x61 && code <= 0x7a ? 2 : 1;
}

/** A glyph without as many of its free rows above as the client adds, so that all letters stand on one line. */
function raised(canvas: Canvas, rows: number): Canvas {
  const free = canvas.isEmpty() ? rows : Math.min(rows, canvas.bounds().top);
  return canvas.crop(0, free, canvas.width, canvas.height - free);
}

/** Fonts of the old file: characters of Latin-1 from 0x20 on, in colours. */
export function asciiFont(number: number): readonly Glyph[] | null {
  const hand = HANDS[number];
  if (hand === undefined) return null;
  return Array.from({ length: ASCII_GLYPHS }, (_, i) => {
    const code = FIRST + i;
    const canvas = written(String.fromCharCode(code), hand);
    const glyph = LOWERED.has(number) ? raised(canvas, loweredBy(code)) : canvas;
    return { ...glyph.toBitmap(), left: 0, top: 0 };
  });
}

/** Unicode fonts have dots of one kind only; clients colour and outline them. */
const UNICODE_HANDS: readonly Hand[] = [
  { ramp: RAMPS.cloth, tall: true },
  { ramp: RAMPS.cloth },
  { ramp: RAMPS.cloth, tall: true, bold: true },
  { ramp: RAMPS.cloth, bold: true },
  { ramp: RAMPS.cloth, italic: true },
  { ramp: RAMPS.cloth, runes: true },
  { ramp: RAMPS.cloth, size: 2 },
];

/** Glyphs of a Unicode font by character, each cut to its ink and placed within the line. */
export function unicodeFont(number: number): ReadonlyMap<number, Glyph> | null {
  const hand = UNICODE_HANDS[number];
  if (hand === undefined) return null;
  const ink = PALETTE[shade(RAMPS.cloth, 5)]!;
  const glyphs = new Map<number, Glyph>();
  for (const character of CHARACTERS) {
    const canvas = written(character, hand);
    const { bottom, left, right, top } = canvas.bounds();
    const cut = canvas.crop(left, top, right - left, bottom - top);
    glyphs.set(character.codePointAt(0)!, {
      width: cut.width,
      height: cut.height,
      pixels: Uint16Array.from(cut.pixels, (index) => (index === CLEAR ? 0 : ink)),
      left,
      top: top - 1,
    });
  }
  return glyphs;
}

/** Writes a line of text in one colour, for the words that belong to a picture. */
export function writeText(canvas: Canvas, x: number, y: number, text: string, colour: number): void {
  let at = x;
  for (const character of text) {
    const letter = letterOf(character) ?? BLANK;
    letter.rows.forEach((row, j) => {
      row.forEach((dot, i) => {
        if (dot) canvas.set(at + i, y + letter.top + j, colour);
      });
    });
    at += letter.width + 1;
  }
}

/** Width in pixels of a line that `writeText` writes. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += (letterOf(character) ?? BLANK).width + 1;
  return Math.max(0, width - 1);
}
