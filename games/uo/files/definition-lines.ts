/** A line of a client's table in text: numbers, and lists of them in braces. */
export interface DefinitionLine {
  /** Byte at which it begins. */
  readonly offset: number;
  /** Its words before a comment; those of a list are separate from each other. */
  readonly words: readonly (string | readonly string[])[];
}

const WORDS = /\{([^{}]*)\}|[^\s{}]+/g;

/** Lines of a table that say something: `#` begins a comment. Bytes are taken for letters one by one, so that places stay true. */
export function readDefinitionLines(bytes: Uint8Array): DefinitionLine[] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const lines: DefinitionLine[] = [];
  let offset = 0;
  for (const line of text.split('\n')) {
    const [said = ''] = line.split('#', 1);
    const words = [...said.matchAll(WORDS)].map(([word, list]) =>
      list === undefined ? word : list.split(/[\s,]+/).filter((each) => each !== ''),
    );
    if (words.length > 0) lines.push({ offset, words });
    offset += line.length + 1;
  }
  return lines;
}

/** A whole number in decimal or after 0x; null for anything else. */
export function numberOf(word: string | readonly string[] | undefined): number | null {
  if (typeof word !== 'string' || !/^-?(?:\d{1,9}|0x[0-9a-f]{1,8})$/i.test(word)) return null;
  return Number(word);
}
