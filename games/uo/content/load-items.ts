import { join } from 'node:path';
import { z } from 'zod';
import { Layer } from '../rules/things/item.ts';
import { check } from './explain.ts';
import { yamlFiles } from './folders.ts';
import { behaviourParams, commonParams, idSchema, itemSchema, type WrittenItem } from './item-schema.ts';
import { ItemTable, type ItemTemplate } from './item-table.ts';
import { hint, type Problems } from './problems.ts';
import { type Path, readSource, type Source } from './source.ts';
import { TemplateNumbers } from './template-numbers.ts';

/** What the files say about one template: an operator's fields over the built-in ones. */
interface Entry {
  fields: Readonly<Record<string, unknown>>;
  /** The files that speak of it, the latest first. */
  readonly sources: Source[];
  readonly builtIn: boolean;
}

export interface LoadedItems {
  readonly table: ItemTable;
  /** Ids of all templates, those too that are not in the table because something is wrong with them. */
  readonly ids: ReadonlySet<string>;
}

/**
 * Reads `items/*.yaml` of the folders; a later folder adds templates, or changes fields of those of an earlier one. What is
 * wrong goes to `problems`.
 */
export function loadItems(
  folders: readonly string[],
  behaviours: ReadonlySet<string>,
  problems: Problems,
): LoadedItems {
  const entries = new Map<string, Entry>();
  const numbers = new TemplateNumbers(problems);
  folders.forEach((folder, index) => {
    numbers.read(folder, index === 0);
    for (const file of yamlFiles(join(folder, 'items'))) {
      collect(readSource(file, problems), index === 0, entries, problems);
    }
  });
  const ids = new Set(entries.keys());
  const templates: ItemTemplate[] = [];
  for (const [id, entry] of entries) {
    const at = (path: Path) => locate(id, entry, path);
    const number = numbers.numberOf(id, at([]), entry.builtIn);
    const written = check(itemSchema, entry.fields, at, problems);
    if (written === undefined) continue;
    checkUse(written, behaviours, ids, at, problems);
    templates.push(toTemplate(id, number, written));
  }
  numbers.refuseOrphans(ids);
  return { table: new ItemTable(templates), ids };
}

function collect(source: Source, builtIn: boolean, entries: Map<string, Entry>, problems: Problems): void {
  if (source.value === null) return;
  if (!isRecord(source.value)) {
    problems.add(source.at([]), 'must be templates by their id');
    return;
  }
  for (const [id, fields] of Object.entries(source.value)) {
    const known = entries.get(id);
    if (!idSchema.safeParse(id).success)
      problems.add(source.at([id]), `'${id}' must be small letters, digits and hyphens`);
    else if (!isRecord(fields)) problems.add(source.at([id]), `'${id}' must have fields`);
    else if (known === undefined) entries.set(id, { fields, sources: [source], builtIn });
    else if (builtIn === known.builtIn && builtIn) {
      const { file, line } = known.sources[0]!.at([id]);
      problems.add(source.at([id]), `template '${id}' is already at ${file}:${line}`);
    } else {
      known.fields = { ...known.fields, ...fields };
      known.sources.unshift(source);
    }
  }
}

/** Where a field stands: in the latest file that has it. */
function locate(id: string, { sources }: Entry, path: Path): { file: string; line: number } {
  const [field] = path;
  const source =
    sources.find(
      ({ value }) => field !== undefined && Object.hasOwn((value as Record<string, object>)[id]!, field),
    ) ?? sources[0]!;
  return source.at([id, ...path]);
}

function checkUse(
  item: WrittenItem,
  behaviours: ReadonlySet<string>,
  ids: ReadonlySet<string>,
  at: (path: Path) => { file: string; line: number },
  problems: Problems,
): void {
  const { use, params } = item;
  if (use !== undefined && !behaviours.has(use)) {
    problems.add(at(['use']), `there is no behaviour '${use}'${hint(use, behaviours)}`);
    return;
  }
  const shape = use === undefined ? {} : behaviourParams[use];
  if (shape === undefined) return;
  check(z.strictObject({ ...commonParams, ...shape }), params, (path) => at(['params', ...path]), problems);
  const { cutsInto } = params;
  if (typeof cutsInto === 'string' && !ids.has(cutsInto)) {
    problems.add(at(['params', 'cutsInto']), `there is no template '${cutsInto}'${hint(cutsInto, ids)}`);
  }
}

function toTemplate(id: string, number: number, { layer, name, ...fields }: WrittenItem): ItemTemplate {
  const article = name.article ?? (/^[aeiou]/i.test(name.one) ? 'an' : 'a');
  return deepFreeze({
    id,
    number,
    ...fields,
    name: { ...name, article },
    ...(layer === undefined ? {} : { layer: Layer[layer] }),
  });
}

export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) deepFreeze(inner);
  }
  return value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
