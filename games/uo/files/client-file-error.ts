/** What is wrong with a file of a UO client, as an operator needs to know it. */
export interface ClientFileProblem {
  /** Path of the file, or of the folder. */
  readonly file: string;
  /** Byte at which it goes wrong; null when the whole file is meant. */
  readonly offset: number | null;
  readonly problem: string;
  /** What should have been there. */
  readonly expected: string;
  /** What to do about it. */
  readonly suggestion: string;
}

/** A UO client file that cannot be used. The message says all that its fields say, in one line. */
export class ClientFileError extends Error {
  override readonly name = 'ClientFileError';
  readonly file: string;
  readonly offset: number | null;
  readonly problem: string;
  readonly expected: string;
  readonly suggestion: string;

  constructor({ file, offset, problem, expected, suggestion }: ClientFileProblem) {
    const place = offset === null ? file : `${file} at byte ${offset}`;
    super(`${place}: ${problem}; expected ${expected}; ${suggestion}`);
    this.file = file;
    this.offset = offset;
    this.problem = problem;
    this.expected = expected;
    this.suggestion = suggestion;
  }
}

/** The usual thing to do about damage. */
export const COPY_AGAIN = 'copy the file again from a working client';

/** Told of what is damaged and left out, so that whoever runs the shard learns why something is not to be seen. */
export type OnDamage = (problem: ClientFileError) => void;

/** What `read` gives; null when the file is damaged there, which is told. */
export function unlessDamaged<T>(onDamage: OnDamage, read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ClientFileError)) throw error;
    onDamage(error);
    return null;
  }
}
