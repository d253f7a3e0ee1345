import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { check } from './explain.ts';
import { idSchema } from './item-schema.ts';
import { hint, type Problems } from './problems.ts';
import { readSource, type Source } from './source.ts';

export const NUMBERS_FILE = 'template-numbers.yaml';
/** Numbers from here on belong to operators' folders, so that the built-in list can grow without meeting theirs. */
const FIRST_OF_OPERATORS = 0x8000;
const LAST = 0xffff;

const numbersSchema = z.strictObject({
  numbers: z.record(idSchema, z.int().min(1).max(LAST)).default({}),
  retired: z.record(idSchema, z.int().min(1).max(LAST)).default({}),
});

/** Who has which number. */
export class TemplateNumbers {
  readonly #numbers = new Map<string, { number: number; source: Source }>();
  readonly #taken = new Map<number, string>();
  readonly #problems: Problems;

  constructor(problems: Problems) {
    this.#problems = problems;
  }

  /** Reads the numbers of one content folder. A number that was ever given is never given again. */
  read(folder: string, builtIn: boolean): void {
    const file = join(folder, NUMBERS_FILE);
    if (!existsSync(file)) return;
    const source = readSource(file, this.#problems);
    const lists = check(numbersSchema, source.value ?? {}, source.at, this.#problems);
    if (lists === undefined) return;
    for (const key of ['numbers', 'retired'] as const) {
      for (const [id, number] of Object.entries(lists[key])) {
        this.#take(id, number, source, key);
        const inRange = builtIn ? number < FIRST_OF_OPERATORS : number >= FIRST_OF_OPERATORS;
        const range = builtIn ? `1 to ${FIRST_OF_OPERATORS - 1}` : `${FIRST_OF_OPERATORS} to ${LAST}`;
        if (!inRange) this.#problems.add(source.at([key, id]), `the number of '${id}' must be from ${range}`);
      }
    }
  }

  #take(id: string, number: number, source: Source, key: 'numbers' | 'retired'): void {
    const other = this.#taken.get(number);
    if (other !== undefined) {
      const free = this.#nextFree(number < FIRST_OF_OPERATORS);
      this.#problems.add(
        source.at([key, id]),
        `number ${number} is already that of '${other}'; ${free} is free`,
      );
      return;
    }
    if (this.#numbers.has(id)) {
      this.#problems.add(
        source.at([key, id]),
        `'${id}' has a number already: ${this.#numbers.get(id)?.number}`,
      );
      return;
    }
    this.#taken.set(number, id);
    if (key === 'numbers') this.#numbers.set(id, { number, source });
  }

  #nextFree(builtIn: boolean): number {
    let free = builtIn ? 1 : FIRST_OF_OPERATORS;
    while (this.#taken.has(free)) free++;
    return free;
  }

  /** The number of a template that stands at `at`; 0, and a problem, if it has none. */
  numberOf(id: string, at: { file: string; line: number }, builtIn: boolean): number {
    const entry = this.#numbers.get(id);
    if (entry !== undefined) return entry.number;
    const free = this.#nextFree(builtIn);
    this.#problems.add(at, `template '${id}' has no number; add '${id}: ${free}' to ${NUMBERS_FILE}`);
    return 0;
  }

  /** Complains of numbers whose template is gone: they must be kept, so that no other template gets them. */
  refuseOrphans(ids: ReadonlySet<string>): void {
    for (const [id, { source }] of this.#numbers) {
      if (ids.has(id)) continue;
      const meant = hint(
        id,
        [...ids].filter((other) => !this.#numbers.has(other)),
      );
      this.#problems.add(
        source.at(['numbers', id]),
        `there is no template '${id}'${meant || "; move it to 'retired'"}`,
      );
    }
  }
}
