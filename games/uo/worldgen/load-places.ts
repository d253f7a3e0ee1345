import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { check } from '../content/explain.ts';
import { Problems } from '../content/problems.ts';
import { readSource } from '../content/source.ts';
import { type Decoration, decorationsSchema, type Region, regionsSchema } from './decoration.ts';

/** Files beside the client files of a world; both may be missing. */
export const DECORATION_FILE = 'decoration.yaml';
export const REGIONS_FILE = 'regions.yaml';

/**
 * Things to place when a world is new, of the folder of a world. Throws ContentError with all that is wrong: file, line, and
 * what may have been meant.
 */
export function loadDecorations(dir: string): readonly Decoration[] {
  return loadList(join(dir, DECORATION_FILE), decorationsSchema);
}

/** Areas with rules of their own, of the folder of a world. Throws ContentError as `loadDecorations` does. */
export function loadRegions(dir: string): readonly Region[] {
  return loadList(join(dir, REGIONS_FILE), regionsSchema);
}

function loadList<S extends z.ZodType<readonly unknown[]>>(file: string, schema: S): z.output<S> | [] {
  if (!existsSync(file)) return [];
  const problems = new Problems();
  const source = readSource(file, problems);
  problems.throwIfAny();
  const list = check(schema, source.value, source.at, problems);
  problems.throwIfAny();
  return list!;
}
