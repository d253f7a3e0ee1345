import { nearestWord } from './suggest.ts';

/** One thing that is wrong with the content, and where. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** Content that cannot be used; the message has a line for each problem: file, line, what, and what may have been meant. */
export class ContentError extends Error {
  override readonly name = 'ContentError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(({ file, line, message }) => `${file}:${line}: ${message}`).join('\n'));
    this.problems = problems;
  }
}

/** Collects problems, so that an operator sees all of them at once. */
export class Problems {
  readonly #found: Problem[] = [];

  add(at: { readonly file: string; readonly line: number }, message: string): void {
    this.#found.push({ file: at.file, line: at.line, message });
  }

  /** Throws ContentError if there was any problem. */
  throwIfAny(): void {
    if (this.#found.length === 0) return;
    throw new ContentError(this.#found.toSorted((a, b) => compare(a.file, b.file) || a.line - b.line));
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** What to do about an unknown word: the nearest known one, or all of a short list. */
export function hint(word: string, known: Iterable<string>): string {
  const words = [...known];
  const meant = nearestWord(word, words);
  if (meant !== undefined) return `; did you mean '${meant}'?`;
  return words.length > 0 && words.length <= 30 ? `; known: ${words.join(', ')}` : '';
}
