import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Rand, Reader, WireError, Writer } from '@gommog/wire';
import { Analysis } from '../analysis.ts';
import { type Packet, packetsOf } from '../emit-packets.ts';
import { generateCode, type Output } from '../generate.ts';
import { loadSpecs, typesOf } from '../load.ts';
import type { Spec, TypeDef } from '../model.ts';
import { camel, pascal } from '../names.ts';
import { difference, OfficialParser } from './official-parser.ts';

export interface OracleOptions {
  /** Random values of each type and set of parameters. */
  readonly samples: number;
  readonly seed?: number;
  /** Values that a parameter is tried with, by its name; true and false, and a few numbers, without. */
  readonly params?: Readonly<Record<string, readonly (number | boolean)[]>>;
  /** Changes the code before it is tried: the oracle must notice. */
  readonly change?: (outputs: readonly Output[]) => readonly Output[];
  /** Parsers made by an earlier call, since the official compiler is slow. */
  readonly official?: OfficialParsers;
}

export type OfficialParsers = ReadonlyMap<string, OfficialParser>;

export interface OracleReport {
  readonly types: number;
  readonly values: number;
}

/** Cuts and spoilt copies of each value. */
const CUTS = 16;
const SPOILT = 4;

/**
 * Tries the code of descriptions against the official parser. A random value is written; the official parser must read all of it
 * and see the same; so must our reader; written again it must be the same bytes; cut or spoilt bytes may fail with WireError
 * only, and what ours then reads, the official parser does too. Throws at the first difference, with the seed that shows it.
 */
export async function oracle(paths: readonly string[], options: OracleOptions): Promise<OracleReport> {
  const specs = loadSpecs(paths, (path) => readFileSync(path, 'utf8'));
  const official = options.official ?? (await officialParsers(paths));
  const outputs = generateCode(specs, {
    wire: import.meta.resolve('@gommog/wire'),
    zlib: import.meta.resolve('@gommog/wire/zlib'),
  });
  const folder = mkdtempSync(join(tmpdir(), 'gommog-oracle-'));
  try {
    for (const { path, text } of options.change?.(outputs) ?? outputs)
      writeFileSync(join(folder, path), text);
    const code = (await import(pathToFileURL(join(folder, 'index.ts')).href)) as Code;
    const makers = (await import(pathToFileURL(join(folder, 'rand.ts')).href)) as Code;
    return new Trial(specs, code, makers, official, options).run();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What the official compiler makes of each of the files, by the file's id. It throws on a file that is not legal. */
export async function officialParsers(paths: readonly string[]): Promise<OfficialParsers> {
  const parsers = new Map<string, OfficialParser>();
  for (const path of paths) {
    const id = basename(path, '.ksy');
    parsers.set(id, await OfficialParser.of(dirname(path), id));
  }
  return parsers;
}

type Code = Readonly<Record<string, ((...args: never[]) => unknown) | undefined>>;
type Param = number | boolean;

/** How one kind of thing is made, written and read. */
interface Subject {
  readonly name: string;
  readonly make: (rand: Rand) => unknown;
  readonly write: (writer: Writer, value: unknown) => void;
  readonly read: (bytes: Uint8Array) => unknown;
  readonly official: (bytes: Uint8Array) => unknown;
  /** Every cut of it must be refused. */
  readonly isWhole: boolean;
}

class Trial {
  readonly #specs: readonly Spec[];
  readonly #analysis: Analysis;
  readonly #code: Code;
  readonly #makers: Code;
  readonly #official: OfficialParsers;
  readonly #options: OracleOptions;

  constructor(
    specs: readonly Spec[],
    code: Code,
    makers: Code,
    official: OfficialParsers,
    options: OracleOptions,
  ) {
    this.#specs = specs;
    this.#analysis = new Analysis(specs);
    this.#code = code;
    this.#makers = makers;
    this.#official = official;
    this.#options = options;
  }

  run(): OracleReport {
    let values = 0;
    const types = new Set<string>();
    for (const subject of this.#subjects()) {
      types.add(subject.name.replace(/\(.*/, ''));
      for (let i = 0; i < this.#options.samples; i++) {
        const seed = (this.#options.seed ?? 1) + i * 7919;
        try {
          this.#try(subject, seed);
        } catch (error) {
          throw new Error(`${subject.name}, seed ${seed}: ${(error as Error).message}`, { cause: error });
        }
        values++;
      }
    }
    return { types: types.size, values };
  }

  *#subjects(): Generator<Subject> {
    for (const spec of this.#specs) {
      const official = this.#official.get(spec.id);
      if (official === undefined) continue;
      if (spec.frames !== null) yield* this.#packets(spec, official);
      for (const def of typesOf(spec.root)) {
        if (def.outer !== null || spec.frames === null) yield* this.#types(def, official);
      }
    }
  }

  *#packets(spec: Spec, official: OfficialParser): Generator<Subject> {
    const side = pascal(spec.id.replace(/_packet$/, ''));
    const packets = packetsOf(spec, this.#analysis);
    const length = this.#code[`${camel(spec.id)}Length`] as (id: number, ver: number) => number;
    const decode = this.#code[`decode${side}Packet`] as (
      bytes: Uint8Array,
      ver: number,
    ) => { kind: string; body: unknown };
    for (const packet of packets) {
      const name = this.#analysis.name(packet.def);
      const encode = this.#code[`encode${name}`] as (writer: Writer, value: unknown, ver: number) => void;
      for (const ver of versionsOf(packets)) {
        const params = packet.type.args.length === 0 ? [] : [ver];
        yield {
          name: `${packet.def.name}(version ${ver.toString(16)})`,
          make: (rand) => this.#maker(name)(rand, ...params),
          write(writer, value) {
            const start = writer.length;
            encode(writer, value, ver);
            const whole = length(packet.id, ver);
            if (whole > 0 && writer.length - start !== whole)
              throw new Error(`${writer.length - start} bytes, not ${whole}`);
          },
          read(bytes) {
            const { kind, body } = decode(bytes, ver);
            // Spoilt bytes may be another packet.
            return kind === packet.def.name ? body : undefined;
          },
          official: (bytes) =>
            official.parse(pascal(spec.id), bytes, ...(spec.root.params.length > 0 ? [ver] : []))['body'],
          isWhole: length(packet.id, ver) === 0,
        };
      }
    }
  }

  *#types(def: TypeDef, official: OfficialParser): Generator<Subject> {
    const isStandalone = def.outer === null || def.outer.outer === null;
    const facts = this.#analysis.facts(def);
    const hasFrame = [...facts.derivations.values()].some(({ kind }) => kind === 'frame');
    if (!isStandalone || facts.readOnly || hasFrame || this.#analysis.outside(def).length > 0) return;
    if (!this.#analysis.defs.includes(def)) return;
    const name = this.#analysis.name(def);
    const read = this.#code[`read${name}`] as (reader: Reader, ...params: Param[]) => unknown;
    const write = this.#code[`write${name}`] as (writer: Writer, value: unknown, ...params: Param[]) => void;
    for (const params of this.#paramSets(def)) {
      yield {
        name: `${def.name}(${params.join(', ')})`,
        make: (rand) => this.#maker(name)(rand, ...params),
        write: (writer, value) => write(writer, value, ...params),
        read(bytes) {
          const reader = new Reader(bytes);
          const value = read(reader, ...params);
          reader.finish();
          return value;
        },
        official: (bytes) => official.parse(pascal(def.name), bytes, ...params),
        isWhole: false,
      };
    }
  }

  #maker(name: string): (rand: Rand, ...params: Param[]) => unknown {
    return this.#makers[`rand${name}`] as (rand: Rand, ...params: Param[]) => unknown;
  }

  /** Sets of parameters, each value of each tried. */
  #paramSets(def: TypeDef): Param[][] {
    const choices = def.params.map(
      ({ id, type }) => this.#options.params?.[id] ?? (type.kind === 'bool' ? [false, true] : [0, 1, 3]),
    );
    const most = Math.max(1, ...choices.map((choice) => choice.length));
    return Array.from({ length: most }, (_, i) => choices.map((choice) => choice[i % choice.length]!));
  }

  #try({ make, write, read, official, isWhole }: Subject, seed: number): void {
    const rand = new Rand(seed);
    const value = make(rand);
    const bytes = written(write, value);
    const ours = read(bytes);
    if (ours === undefined) throw new Error('read as another packet');
    const theirs = official(bytes);
    const found = difference(ours, theirs);
    if (found !== null) throw new Error(found);
    const again = written(write, ours);
    if (Buffer.compare(bytes, again) !== 0)
      throw new Error(`other bytes when written again: ${hex(bytes)} and ${hex(again)}`);
    const step = Math.max(1, Math.floor(bytes.length / CUTS));
    for (let length = 0; length < bytes.length; length += step) {
      if (refuses(read, bytes.subarray(0, length)) || !isWhole) continue;
      throw new Error(`reads ${length} of its ${bytes.length} bytes`);
    }
    for (let i = 0; i < SPOILT && bytes.length > 0; i++) {
      const spoilt = bytes.slice();
      spoilt[rand.below(spoilt.length)] = rand.unsigned(8);
      // Ours may be stricter than the official parser, never more lenient.
      if (!refuses(read, spoilt)) official(spoilt);
    }
  }
}

/** Every version at which a packet changes, the one before each, and the oldest. */
function versionsOf(packets: readonly Packet[]): number[] {
  const changes = packets.flatMap(({ thresholds }) => thresholds.flatMap((each) => [each - 1, each]));
  return [...new Set(changes.length === 0 ? [0] : changes)].sort((a, b) => a - b);
}

function written(write: (writer: Writer, value: unknown) => void, value: unknown): Uint8Array {
  const writer = new Writer();
  // Not at the beginning, as in a buffer of many packets.
  writer.u1(0xaa);
  write(writer, value);
  return writer.copyFrom(1);
}

/** Does reading fail as it may? Any other error goes on. */
function refuses(read: (bytes: Uint8Array) => unknown, bytes: Uint8Array): boolean {
  try {
    read(bytes);
    return false;
  } catch (error) {
    if (error instanceof WireError) return true;
    throw new Error(`spoilt bytes ${hex(bytes)} lead to ${error}`, { cause: error });
  }
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
