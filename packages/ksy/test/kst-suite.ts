import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Reader } from '@gommog/wire';
import { parse } from 'yaml';
import { type Expression, parseExpression } from '../src/expression.ts';
import { generateCode } from '../src/generate.ts';
import { loadSpecs, resolveEnum, typesOf } from '../src/load.ts';
import type { TypeDef } from '../src/model.ts';
import { camel, kebab, typeName } from '../src/names.ts';
import { KsyError } from '../src/problem.ts';

/** One test of the public suite: bytes, and what must be read from them. */
interface Kst {
  readonly id: string;
  readonly data: string;
  readonly exception?: string;
  readonly asserts?: readonly { readonly actual: string; readonly expected: unknown }[];
}

export type Outcome =
  | { readonly kind: 'passed' }
  /** The generator refuses the description, and says why. */
  | { readonly kind: 'rejected'; readonly why: string }
  | { readonly kind: 'wrong'; readonly why: string };

const FOLDER = fileURLToPath(new URL('kst', import.meta.url));
const WIRE = import.meta.resolve('@gommog/wire');
const ZLIB = import.meta.resolve('@gommog/wire/zlib');
const PLACE = { file: 'kst', line: 1 };

export function kstIds(): string[] {
  return readdirSync(join(FOLDER, 'spec'))
    .map((name) => name.replace(/\.kst$/, ''))
    .sort();
}

/** Runs tests of the suite, each description in a folder of its own. */
export async function runKst(ids: readonly string[]): Promise<Map<string, Outcome>> {
  const folder = mkdtempSync(join(tmpdir(), 'gommog-kst-'));
  try {
    const outcomes = new Map<string, Outcome>();
    for (const id of ids) outcomes.set(id, await runOne(id, join(folder, id)));
    return outcomes;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function runOne(id: string, stem: string): Promise<Outcome> {
  const kst = parse(readFileSync(join(FOLDER, 'spec', `${id}.kst`), 'utf8'), { intAsBigInt: true }) as Kst;
  let root: TypeDef;
  let file: string;
  try {
    const specs = loadSpecs([join(FOLDER, 'formats', `${id}.ksy`)], (path) => readFileSync(path, 'utf8'));
    root = specs.at(-1)!.root;
    for (const { path, text } of generateCode(specs, { wire: WIRE, zlib: ZLIB, writers: false })) {
      writeFileSync(
        `${stem}-${path}`,
        text.replaceAll(/ from '\.\/(.*?)'/g, (_, name) => ` from './${id}-${name}'`),
      );
    }
    file = `${stem}-${kebab(id)}.ts`;
  } catch (error) {
    if (!(error instanceof KsyError)) throw error;
    return { kind: 'rejected', why: error.message.replace(/^.*\/formats\/(.*?):\d+: /, '') };
  }
  if (root.seq.length === 0 && root.instances.size === 0) return compare(kst, root, () => ({}));
  const module = (await import(pathToFileURL(file).href)) as Record<string, (reader: Reader) => object>;
  const read = module[`read${typeName(root.name)}`];
  if (read === undefined) return { kind: 'wrong', why: 'no reader' };
  return compare(kst, root, read);
}

function compare(kst: Kst, root: TypeDef, read: (reader: Reader) => object): Outcome {
  let value: object;
  try {
    value = read(new Reader(readFileSync(join(FOLDER, 'src', kst.data))));
  } catch (error) {
    return kst.exception === undefined ? { kind: 'wrong', why: `${error}` } : { kind: 'passed' };
  }
  if (kst.exception !== undefined) return { kind: 'wrong', why: `no ${kst.exception}` };
  for (const { actual, expected } of kst.asserts ?? []) {
    if (asksForParam(actual, root))
      return { kind: 'rejected', why: 'the test asks for a parameter, which is no member of a value' };
    const got = evaluate(actual, value, root);
    const wanted = expectedValue(expected, root);
    if (!same(got, wanted)) return { kind: 'wrong', why: `${actual} is ${show(got)}, not ${show(wanted)}` };
  }
  return { kind: 'passed' };
}

function asksForParam(actual: string, root: TypeDef): boolean {
  const name = actual.split('.').at(-1);
  return [...typesOf(root)].some(({ params }) => params.some(({ id }) => id === name));
}

function show(value: unknown): string {
  const plain = (_: string, each: unknown): unknown => (typeof each === 'bigint' ? `${each}` : each);
  return JSON.stringify(value instanceof Uint8Array ? [...value] : value, plain) ?? 'nothing';
}

function same(a: unknown, b: unknown): boolean {
  if (typeof a === 'bigint' || typeof b === 'bigint')
    return a !== undefined && b !== undefined && BigInt(a as number) === BigInt(b as number);
  if (isList(a) && isList(b))
    return a.length === b.length && Array.from(a).every((each, i) => same(each, b[i]));
  if (typeof a === 'number' && typeof b === 'number') return a === b || Math.fround(a) === Math.fround(b);
  return a === b;
}

function isList(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || value instanceof Uint8Array;
}

function withoutCasts(text: string): string {
  return text.replaceAll(/\.as<[^>]*>/g, '');
}

function expectedValue(expected: unknown, root: TypeDef): unknown {
  if (typeof expected === 'bigint') return expected;
  if (typeof expected !== 'string') return expected === null ? undefined : expected;
  const text = withoutCasts(expected).trim();
  if (text === 'null') return undefined;
  if (text.startsWith('[')) {
    const inner = text.slice(1, text.lastIndexOf(']')).trim();
    return inner === ''
      ? []
      : inner.split(/,(?=(?:[^']*'[^']*')*[^']*$)/).map((each) => evaluate(each.trim(), {}, root));
  }
  return evaluate(text, {}, root);
}

function evaluate(text: string, value: object, root: TypeDef): unknown {
  return resultOf(parseExpression(withoutCasts(text), PLACE), value, root);
}

function resultOf(expression: Expression, value: object, root: TypeDef): unknown {
  const inner = (part: Expression): unknown => resultOf(part, value, root);
  switch (expression.kind) {
    case 'integer':
      return expression.value;
    case 'float':
      return Number(expression.text);
    case 'bool':
    case 'text':
      return expression.value;
    case 'name':
      return (value as Record<string, unknown>)[camel(expression.name)];
    case 'enum': {
      const def = resolveEnum(expression.path.slice(0, -1), root, PLACE);
      return def.values.find(({ name }) => name === expression.path.at(-1))!.value;
    }
    case 'unary': {
      const of = inner(expression.of);
      return expression.operator === '-' ? (typeof of === 'bigint' ? -of : -(of as number)) : !of;
    }
    case 'binary': {
      const [left, right] = [
        BigInt(inner(expression.left) as bigint),
        BigInt(inner(expression.right) as bigint),
      ];
      return expression.operator === '+' ? left + right : left - right;
    }
    case 'member':
      return memberOf(inner(expression.of), expression.name);
    case 'index':
      return (inner(expression.of) as ArrayLike<unknown>)[Number(inner(expression.index))];
    default:
      throw new Error(`cannot evaluate ${expression.kind}`);
  }
}

function memberOf(of: unknown, name: string): unknown {
  if (isList(of)) {
    if (name === 'size' || name === 'length') return of.length;
    if (name === 'first') return of[0];
    if (name === 'last') return of[of.length - 1];
  }
  if (name === 'to_s') return String(of);
  if (name === 'length') return (of as string).length;
  return (of as Record<string, unknown>)[camel(name)];
}
