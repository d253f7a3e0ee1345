import { Canvas } from './canvas.ts';
import { RAMPS, shade } from './palette.ts';

const GAP = 4;
/** Digits of three by five pixels, a row in each octal digit. */
const DIGITS: Readonly<Record<string, string>> = {
  '0': '75557',
  '1': '26227',
  '2': '71747',
  '3': '71717',
  '4': '55711',
  '5': '74717',
  '6': '74757',
  '7': '71111',
  '8': '75757',
  '9': '75717',
  a: '25755',
  b: '65656',
  c: '34443',
  d: '65556',
  e: '74647',
  f: '74644',
};

export interface SheetEntry {
  /** A number shown in hexadecimal under the picture. */
  readonly id: number;
  readonly picture: Canvas;
}

/** All pictures in rows on one sheet, each with its number, enlarged by a whole number. */
export function contactSheet(entries: readonly SheetEntry[], width = 900, scale = 1): Canvas {
  const places: { x: number; y: number; entry: SheetEntry }[] = [];
  let x = GAP;
  let y = GAP;
  let rowHeight = 0;
  let row: typeof places = [];
  const endRow = (): void => {
    for (const place of row) place.y = y + rowHeight - place.entry.picture.height;
    y += rowHeight + 10;
    x = GAP;
    rowHeight = 0;
    row = [];
  };
  for (const entry of entries) {
    const wide = Math.max(18, entry.picture.width);
    if (x + wide + GAP > width) endRow();
    const place = { x, y, entry };
    places.push(place);
    row.push(place);
    x += wide + GAP;
    rowHeight = Math.max(rowHeight, entry.picture.height);
  }
  endRow();
  const sheet = new Canvas(width, y);
  sheet.pixels.fill(shade(RAMPS.ink, 3));
  for (const { entry, x: left, y: top } of places) {
    sheet.blit(entry.picture, left, top);
    writeNumber(sheet, entry.id, left, top + entry.picture.height + 2);
  }
  return enlarged(sheet, scale);
}

function writeNumber(sheet: Canvas, value: number, x: number, y: number): void {
  [...value.toString(16).padStart(4, '0')].forEach((digit, place) => {
    [...DIGITS[digit]!].forEach((bits, row) => {
      for (let column = 0; column < 3; column++) {
        if ((Number(bits) >> (2 - column)) & 1)
          sheet.set(x + place * 4 + column, y + row, shade(RAMPS.plaster, 4));
      }
    });
  });
}

/** Each pixel as a square of `scale` pixels. */
export function enlarged(canvas: Canvas, scale: number): Canvas {
  const result = new Canvas(canvas.width * scale, canvas.height * scale);
  return result.map((_, x, y) => canvas.get(Math.floor(x / scale), Math.floor(y / scale)));
}
