/** Where something stands in a source file. */
export interface Place {
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

/** A description that cannot be generated from. Its message begins with file and line. */
export class KsyError extends Error {
  override readonly name = 'KsyError';

  constructor(place: Place, problem: string) {
    super(`${place.file}:${place.line}: ${problem}`);
  }
}

export function fail(place: Place, problem: string): never {
  throw new KsyError(place, problem);
}

/** `: did you mean 'x'?` for the known word nearest to `word`, or nothing. */
export function suggestion(word: string, known: Iterable<string>): string {
  let best: string | undefined;
  let least = Math.max(2, Math.floor(word.length / 3)) + 1;
  for (const candidate of known) {
    const distance = editDistance(word, candidate);
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best === undefined ? '' : `: did you mean '${best}'?`;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}
