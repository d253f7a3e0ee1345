import { ALIKE, LETTERS, MARKS } from './letters.ts';

/** A letter as dots of ink. Row 0 is the top of capitals, row 6 the line they stand on; marks may lie above it. */
export interface Letter {
  readonly width: number;
  readonly top: number;
  readonly rows: readonly (readonly boolean[])[];
}

const ENTRY = /^(.)@(-?\d+) (.+)$/u;

function read(text: string): Map<string, Letter> {
  const letters = new Map<string, Letter>();
  for (const line of text.split('\n')) {
    const found = ENTRY.exec(line);
    if (found === null) continue;
    const rows = found[3]!.split(' ').map((row) => [...row].map((dot) => dot === '#'));
    letters.set(found[1]!, {
      width: Math.max(...rows.map((row) => row.length)),
      top: Number(found[2]),
      rows,
    });
  }
  return letters;
}

const MARKED = read(MARKS);
const BASE = read(LETTERS);
for (const pair of ALIKE.split(' ')) {
  const [as, from] = [...pair];
  BASE.set(as!, BASE.get(from!)!);
}

/** Lays a mark over or under a letter, in its middle; over small ones it comes down as far as it can. */
function marked(letter: Letter, mark: Letter, height: number): Letter {
  const down = mark.top < 0 ? Math.max(0, letter.top) : 0;
  const markTop = mark.top + down;
  const top = Math.min(letter.top, markTop);
  const bottom = Math.max(letter.top + letter.rows.length, markTop + mark.rows.length, height);
  const width = Math.max(letter.width, mark.width);
  const rows = Array.from({ length: bottom - top }, (_, y) => {
    const row = Array.from({ length: width }, () => false);
    const put = (each: Letter, at: number): void => {
      const left = Math.round((width - each.width) / 2);
      each.rows[y + top - at]?.forEach((dot, x) => {
        if (dot) row[x + left] = true;
      });
    };
    put(letter, letter.top);
    put(mark, markTop);
    return row;
  });
  return { width, top, rows };
}

/** The letter of a character, or null. What Unicode takes apart into a letter and its marks is put together here. */
export function letterOf(character: string): Letter | null {
  const known = BASE.get(character);
  if (known !== undefined) return known;
  const [first, ...marks] = [...character.normalize('NFD')];
  if (marks.length === 0) return null;
  // Over an i or a j its dot gives way.
  let letter = first === 'i' && !marks.includes('\u0328') ? BASE.get('ı')! : (BASE.get(first!) ?? null);
  for (const each of marks) {
    const mark = MARKED.get(each);
    if (letter === null || mark === undefined) return null;
    letter = marked(letter, mark, 0);
  }
  return letter;
}

/** Every character that is drawn: Latin with its marks, Greek, Cyrillic, and the signs in between. */
export const CHARACTERS: readonly string[] = [
  ...new Set([
    ...BASE.keys(),
    ...span(0xc0, 0x17f),
    ...span(0x218, 0x21b),
    ...span(0x370, 0x3ff),
    ...span(0x400, 0x45f),
    ...span(0x1e80, 0x1e85),
  ]),
].filter((each) => letterOf(each) !== null);

function span(first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i));
}
