import { basename, dirname, join } from 'node:path';
import type { EnumDef, Spec, TypeDef, UserType } from './model.ts';
import { type ParsedSpec, parseSpec } from './parse-spec.ts';
import { fail, type Place, suggestion } from './problem.ts';

/** Gives the text of a file, by its path. */
export type ReadText = (path: string) => string;

/** Loads a description and all that it imports, each once. The result is in order of first mention, the imports first. */
export function loadSpecs(paths: readonly string[], readText: ReadText): Spec[] {
  const loaded = new Map<string, Spec>();
  const order: Spec[] = [];
  const load = (path: string, from: Place | null): Spec => {
    const known = loaded.get(path);
    if (known !== undefined) return known;
    const { spec, importPaths } = parseFile(path, from, readText);
    loaded.set(path, spec);
    if (spec.id !== basename(path, '.ksy'))
      fail({ file: path, line: 1 }, `the id '${spec.id}' differs from the file name`);
    for (const item of importPaths) {
      if (item.path.startsWith('/')) fail(item.place, 'imports by absolute path are not supported');
      const imported = load(join(dirname(path), `${item.path}.ksy`), item.place);
      spec.imports.set(imported.id, imported);
    }
    order.push(spec);
    return spec;
  };
  for (const path of paths) load(path, null);
  return order;
}

function parseFile(path: string, from: Place | null, readText: ReadText): ParsedSpec {
  let text: string;
  try {
    text = readText(path);
  } catch (error) {
    return fail(from ?? { file: path, line: 1 }, `cannot read '${path}': ${(error as Error).message}`);
  }
  return parseSpec(path, text);
}

/** The type that a path means where `from` is described. */
export function resolveType(path: readonly string[], from: TypeDef, place: Place): TypeDef {
  const [first, ...rest] = path;
  let found = lookUp(first!, from);
  for (const name of rest) found = found?.types.get(name);
  return (
    found ??
    fail(
      place,
      `no type '${path.join('::')}'${suggestion(path.at(-1)!, [...visible(from), ...importedNames(path, from)])}`,
    )
  );
}

function importedNames(path: readonly string[], from: TypeDef): Iterable<string> {
  return (path.length > 1 ? lookUp(path[0]!, from)?.types.keys() : undefined) ?? [];
}

function lookUp(name: string, from: TypeDef): TypeDef | undefined {
  for (let scope: TypeDef | null = from; scope !== null; scope = scope.outer) {
    const found = scope.types.get(name) ?? (scope.outer === null && scope.name === name ? scope : undefined);
    if (found !== undefined) return found;
  }
  return from.spec.imports.get(name)?.root;
}

function* visible(from: TypeDef): Generator<string> {
  for (let scope: TypeDef | null = from; scope !== null; scope = scope.outer) yield* scope.types.keys();
  yield* from.spec.imports.keys();
}

/** The enum that a path means where `from` is described. */
export function resolveEnum(path: readonly string[], from: TypeDef, place: Place): EnumDef {
  const name = path.at(-1)!;
  const known: string[] = [];
  if (path.length > 1) {
    const owner = resolveType(path.slice(0, -1), from, place);
    known.push(...owner.enums.keys());
    const found = owner.enums.get(name);
    if (found !== undefined) return found;
  } else {
    for (let scope: TypeDef | null = from; scope !== null; scope = scope.outer) {
      known.push(...scope.enums.keys());
      const found = scope.enums.get(name);
      if (found !== undefined) return found;
    }
  }
  return fail(place, `no enum '${path.join('::')}'${suggestion(name, known)}`);
}

/** The type of an entry. */
export function targetOf(type: UserType, from: TypeDef, place: Place): TypeDef {
  const target = resolveType(type.path, from, place);
  if (target.params.length !== type.args.length) {
    fail(
      place,
      `type '${type.path.join('::')}' takes ${target.params.length} parameters, not ${type.args.length}`,
    );
  }
  return target;
}

/** A type and all that are described inside it. */
export function* typesOf(def: TypeDef): Generator<TypeDef> {
  yield def;
  for (const inner of def.types.values()) yield* typesOf(inner);
}
