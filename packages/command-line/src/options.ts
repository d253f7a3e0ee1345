import { InvalidArgumentError } from 'commander';

/** An option of a command line: what it is for, and how what is given for it becomes a value. */
export interface OptionKind<T> {
  readonly about: string;
  /** What the usage calls the value; null: it takes none. */
  readonly value: string | null;
  /** Without the option. */
  readonly initial: T;
  /** Throws InvalidArgumentError. `before`: what was given earlier; undefined for the first. */
  read(text: string, before: T | undefined): T;
}

/** A whole number, from 0. */
export function whole<N extends number | null>(initial: N, about: string): OptionKind<N | number> {
  const read = (text: string): number => {
    if (!/^\d{1,15}$/.test(text)) throw new InvalidArgumentError('It has to be a whole number.');
    return Number(text);
  };
  return { about, value: 'n', initial, read };
}

/** A text; null for none. */
export function words<S extends string | null>(
  initial: S,
  about: string,
  value = 'text',
): OptionKind<S | string> {
  return { about, value, initial, read: (text) => text };
}

/** There or not. */
export function flag(about: string): OptionKind<boolean> {
  return { about, value: null, initial: false, read: () => true };
}

/** Whole numbers, one each time that the option is given. */
export function list(initial: readonly number[], about: string): OptionKind<readonly number[]> {
  const { read } = whole(0, about);
  return { about, value: 'n', initial, read: (text, before) => [...(before ?? []), read(text, undefined)] };
}
