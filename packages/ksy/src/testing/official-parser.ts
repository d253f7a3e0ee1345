import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parse } from 'yaml';
import { pascal } from '../names.ts';

/** A parsed object of the official runtime: fields by their names in camel case. */
export type OfficialObject = Readonly<Record<string, unknown>>;

type OfficialClass = new (
  stream: OfficialStream,
  parent: null,
  root: null,
  ...params: unknown[]
) => OfficialObject;

interface OfficialStream {
  readonly pos: number;
  isEof(): boolean;
}

interface Compiler {
  compile(
    language: 'javascript',
    description: unknown,
    importer: { importYaml(name: string): Promise<unknown> },
    debug: boolean,
  ): Promise<Record<string, string>>;
}

const require = createRequire(import.meta.url);
const compiler = require('kaitai-struct-compiler') as Compiler;
const Stream = require('kaitai-struct/KaitaiStream') as new (buffer: ArrayBuffer) => OfficialStream;

/** What the official compiler makes of one description and of those that it imports. */
export class OfficialParser {
  readonly #classes: Readonly<Record<string, OfficialClass>>;

  private constructor(classes: Readonly<Record<string, OfficialClass>>) {
    this.#classes = classes;
  }

  /** `name` is the name of a `.ksy` file without its ending. Throws when the description is not legal. */
  static async of(folder: string, name: string): Promise<OfficialParser> {
    const load = (file: string): unknown =>
      parse(readFileSync(join(folder, `${file}.ksy`), 'utf8'), { schema: 'core' });
    const importer = { importYaml: async (file: string) => load(file) };
    const files = await compiler.compile('javascript', load(name), importer, false);
    const modules = new Map<string, Record<string, unknown>>();
    const moduleOf = (path: string): unknown => {
      if (!path.startsWith('./')) return require(path);
      const file = `${path.slice(2)}.js`;
      const known = modules.get(file);
      if (known !== undefined) return known;
      const exports: Record<string, unknown> = {};
      modules.set(file, exports);
      // The compiler gives text of the UMD form, meant to be a file of a build.
      new Function('exports', 'require', files[file]!)(exports, moduleOf);
      return exports;
    };
    const root = pascal(name);
    const rootClass = (moduleOf(`./${root}`) as Record<string, unknown>)[root] as OfficialClass;
    const nested = rootClass as unknown as Readonly<Record<string, OfficialClass>>;
    return new OfficialParser({ ...nested, [root]: rootClass });
  }

  has(type: string): boolean {
    return this.#classes[type] !== undefined;
  }

  /** All of `bytes` as one value of `type` (in Pascal case). Throws what the official runtime throws, and on bytes left over. */
  parse(type: string, bytes: Uint8Array, ...params: unknown[]): OfficialObject {
    const stream = new Stream(Uint8Array.from(bytes).buffer);
    const value = new this.#classes[type]!(stream, null, null, ...params);
    if (!stream.isEof()) throw new Error(`the official parser leaves ${bytes.length - stream.pos} bytes`);
    return value;
  }
}

/** Where a value of ours and one of the official parser differ; `null` when they agree. */
export function difference(ours: unknown, official: unknown, path = ''): string | null {
  if (ours instanceof Uint8Array) {
    const same = official instanceof Uint8Array && Buffer.compare(ours, official) === 0;
    return same ? null : `${path}: other bytes`;
  }
  if (Array.isArray(ours)) return listDifference(ours, official, path);
  if (typeof ours === 'object' && ours !== null) {
    if (typeof official !== 'object' || official === null) return `${path}: missing`;
    for (const [key, value] of Object.entries(ours)) {
      const found = difference(value, (official as OfficialObject)[key], `${path}.${key}`);
      if (found !== null) return found;
    }
    return null;
  }
  if (typeof ours === 'bigint') {
    // The official runtime has no whole 64-bit numbers, and of negative ones it misses a carry between the halves.
    const isClose = typeof official === 'number' && Math.abs(Number(ours) - official) <= 2 ** 33;
    return isClose ? null : `${path}: ${ours}, official ${String(official)}`;
  }
  const isSame = ours === official || (Number.isNaN(ours) && Number.isNaN(official));
  return isSame ? null : `${path}: ${String(ours)}, official ${String(official)}`;
}

function listDifference(ours: readonly unknown[], official: unknown, path: string): string | null {
  // The official parser keeps the element that ends a list.
  const least = ours.length;
  if (!Array.isArray(official) || official.length < least || official.length > least + 1) {
    return `${path}: not ${least} elements`;
  }
  for (const [index, value] of ours.entries()) {
    const found = difference(value, official[index], `${path}[${index}]`);
    if (found !== null) return found;
  }
  return null;
}
