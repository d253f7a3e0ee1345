import { join } from 'node:path';
import type { z } from 'zod';
import type { Creation } from './creation.ts';
import { check } from './explain.ts';
import { lastWith } from './folders.ts';
import type { ItemTable } from './item-table.ts';
import { deepFreeze, loadItems } from './load-items.ts';
import { hint, Problems } from './problems.ts';
import { type Path, readSource, type Source } from './source.ts';
import {
  type Bodies,
  bodiesSchema,
  type KitItem,
  looksSchema,
  nameRulesSchema,
  type Skill,
  type SpeechKeywords,
  skillsSchema,
  speechSchema,
  startKitsSchema,
} from './tables.ts';

/** All that a shard's owner can tune in YAML, checked and frozen. */
export interface Content {
  readonly items: ItemTable;
  readonly creation: Creation;
  readonly bodies: Bodies;
  /** By number. */
  readonly skills: readonly Skill[];
  readonly speechKeywords: SpeechKeywords;
}

export interface ContentOptions {
  /** Names that templates may give under `use`. */
  readonly behaviours: ReadonlySet<string>;
  /** Folder of the whole content; the built-in one by default. */
  readonly dir?: string;
  /** Operators' folders. `items/*.yaml` add templates or change fields of them; any other file replaces the built-in one. */
  readonly overlayDirs?: readonly string[];
}

/** Reads and checks all content. Throws ContentError with every problem found: file, line, and what may have been meant. */
export function loadContent(options: ContentOptions): Content {
  const problems = new Problems();
  const folders = [options.dir ?? import.meta.dirname, ...(options.overlayDirs ?? [])];
  const { table: items, ids } = loadItems(folders, options.behaviours, problems);
  const table = <S extends z.ZodType>(name: string, schema: S) => readTable(folders, name, schema, problems);
  const skills = table('skills.yaml', skillsSchema);
  const bodies = table('bodies.yaml', bodiesSchema);
  const speech = table('speech-keywords.yaml', speechSchema);
  const looks = table('creation/looks.yaml', looksSchema);
  const kits = table('creation/start-kits.yaml', startKitsSchema);
  const names = table('creation/names.yaml', nameRulesSchema);
  if (kits !== undefined && skills !== undefined) checkKits(kits, ids, skills.value, problems);
  problems.throwIfAny();
  return deepFreeze({
    items,
    creation: { looks: looks!.value, kits: kits!.value, names: names!.value },
    bodies: bodies!.value,
    skills: skills!.value,
    speechKeywords: speech!.value,
  });
}

interface Table<T> {
  readonly value: T;
  readonly source: Source;
}

function readTable<S extends z.ZodType>(
  folders: readonly string[],
  name: string,
  schema: S,
  problems: Problems,
): Table<z.output<S>> | undefined {
  const file = lastWith(folders, name);
  if (file === undefined) {
    problems.add({ file: join(folders[0]!, name), line: 1 }, 'is missing');
    return undefined;
  }
  const source = readSource(file, problems);
  if (source.value === null) return undefined;
  const value = check(schema, source.value, source.at, problems);
  return value === undefined ? undefined : { value, source };
}

function checkKits(
  { value: kits, source }: Table<z.output<typeof startKitsSchema>>,
  ids: ReadonlySet<string>,
  skills: readonly Skill[],
  problems: Problems,
): void {
  const known = (id: string, path: Path): void => {
    if (!ids.has(id)) problems.add(source.at(path), `there is no template '${id}'${hint(id, ids)}`);
  };
  const knownAll = (kit: readonly KitItem[], path: Path): void => {
    for (const [index, { template }] of kit.entries()) known(template, [...path, index, 'template']);
  };
  known(kits.backpack, ['backpack']);
  knownAll(kits.everyone, ['everyone']);
  for (const [race, { male, female }] of Object.entries(kits.clothes)) {
    knownAll(male, ['clothes', race, 'male']);
    knownAll(female, ['clothes', race, 'female']);
  }
  for (const [index, { items }] of kits.professions.entries()) {
    knownAll(items, ['professions', index, 'items']);
  }
  const skillIds = new Set(skills.map(({ id }) => id));
  for (const [skill, kit] of Object.entries(kits.skills)) {
    knownAll(kit, ['skills', skill]);
    if (!skillIds.has(skill)) {
      problems.add(source.at(['skills', skill]), `there is no skill '${skill}'${hint(skill, skillIds)}`);
    }
  }
}
