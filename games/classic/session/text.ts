import { TEXT_LENGTH } from '../protocol/index.ts';

// On the wire a letter is a byte of code page 437. The generated code gives it as the letter of that number.

const LOW = '\0☺☻♥♦♣♠•◘○◙♂♀♪♫☼►◄↕‼¶§▬↨↑↓→←∟↔▲▼';
const HIGH =
  '⌂ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀' +
  'αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';
const FIRST_HIGH = 0x7f;

/** What a client wrote: letters as people know them, without padding. It writes & as %, which is how colours begin. */
export function fromWire(text: string): string {
  const letters = [...text].map((letter) => {
    const code = letter.charCodeAt(0);
    return code < LOW.length ? LOW[code]! : code < FIRST_HIGH ? letter : HIGH[code - FIRST_HIGH]!;
  });
  return letters
    .join('')
    .replaceAll('\0', ' ')
    .trim()
    .replaceAll(/%(?=[0-9a-f])/gi, '&');
}

/** What clients can show; those that know less than the whole code page get a question mark for the rest. */
export function toWire(text: string, knowsAll: boolean): string {
  return [...text]
    .map((letter) => {
      const code = letter.charCodeAt(0);
      if (code >= LOW.length && code < FIRST_HIGH) return letter;
      const high = HIGH.indexOf(letter);
      const number = high < 0 ? LOW.indexOf(letter, 1) : high + FIRST_HIGH;
      return knowsAll && number > 0 ? String.fromCharCode(number) : '?';
    })
    .join('');
}

/** No colour code that is none, and none at the end: old clients end when they get one. */
function safe(text: string): string {
  return text
    .replaceAll(/&(?![0-9a-f])/gi, '')
    .replaceAll(/(?:&[0-9a-f])+$/gi, '')
    .trimEnd();
}

/** Cuts a text into lines that fit into a packet, at spaces if it can; a colour goes on in the next line. */
export function linesOf(text: string): string[] {
  const lines: string[] = [];
  let rest = safe(text);
  let lead = '';
  while (lead.length + rest.length > TEXT_LENGTH) {
    const room = TEXT_LENGTH - lead.length;
    const space = rest.lastIndexOf(' ', room);
    let end = space > room / 2 ? space : room;
    // A colour code stays in one piece.
    if (rest[end - 1] === '&') end--;
    const line = lead + rest.slice(0, end);
    lines.push(safe(line));
    const colour = /.*&([0-9a-f])/is.exec(line)?.[1];
    lead = colour === undefined ? '> ' : `> &${colour}`;
    rest = rest.slice(end).trimStart();
  }
  if (rest !== '') lines.push(safe(lead + rest));
  return lines;
}

/** A text that has to fit into one field. */
export function oneLine(text: string): string {
  return safe(toWire(text, false).slice(0, TEXT_LENGTH));
}
