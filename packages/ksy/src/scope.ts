import { type Analysis, isFlag, type Outside } from './analysis.ts';
import { type Counted, solved } from './derivation.ts';
import { type Emitted, emitExpression, quote, type Scope, value } from './emit-expression.ts';
import type { Attr, Instance, TypeDef } from './model.ts';
import { camel, local, pascal } from './names.ts';
import { fail, type Place, suggestion } from './problem.ts';
import { COUNT, paramValue, type ValueType } from './value-type.ts';

/** `read`: fields are variables already read. `write`: they are members of a value. `make`: they are variables made up. */
export type Mode = 'read' | 'write' | 'make';

interface Options {
  /** The object whose members are meant, when it is not the value of the emitted function itself. */
  readonly self?: string;
  /** What `_` is. */
  readonly element?: Emitted;
  /** Names of fields that are known so far; without it all are. */
  readonly known?: ReadonlySet<string>;
}

/** What names mean in the code for one type. */
export class CodeScope implements Scope {
  readonly analysis: Analysis;
  readonly def: TypeDef;
  readonly mode: Mode;
  readonly place: Place;
  readonly #options: Options;
  readonly #expanding: ReadonlySet<string>;

  constructor(
    analysis: Analysis,
    def: TypeDef,
    mode: Mode,
    place: Place = def.place,
    options: Options = {},
    expanding: ReadonlySet<string> = new Set(),
  ) {
    this.analysis = analysis;
    this.def = def;
    this.mode = mode;
    this.place = place;
    this.#options = options;
    this.#expanding = expanding;
  }

  /** The same names, for an expression at `place`. */
  at(place: Place, options: Options = {}): CodeScope {
    return new CodeScope(
      this.analysis,
      this.def,
      this.mode,
      place,
      { ...this.#options, ...options },
      this.#expanding,
    );
  }

  name(name: string): Emitted {
    switch (name) {
      case '_':
        return this.#options.element ?? fail(this.place, `'_' has no meaning here`);
      case '_index':
        return value('i', COUNT);
      case '_io':
        return value('r', { kind: 'io' });
      case '_parent':
        return value('', { kind: 'parent', levels: 1 });
      case '_root':
        return value('', { kind: 'root' });
    }
    const param = this.def.params.find(({ id }) => id === name);
    if (param !== undefined) {
      if (this.#options.self !== undefined)
        fail(this.place, `parameter '${name}' is not known outside of '${this.def.name}'`);
      return value(local(name), paramValue(param));
    }
    const attr = this.def.seq.find(({ id }) => id === name);
    if (attr !== undefined) return this.attr(attr);
    const instance = this.def.instances.get(name);
    if (instance !== undefined) return this.#instance(instance);
    const names = [...this.def.params, ...this.def.seq].map(({ id }) => id);
    return fail(
      this.place,
      `'${this.def.name}' has no '${name}'${suggestion(name, [...names, ...this.def.instances.keys()])}`,
    );
  }

  attr(attr: Attr): Emitted {
    const isMaybe = attr.when !== null && !this.analysis.facts(this.def).always.has(attr);
    if (attr.contents !== null) fail(this.place, `'${attr.id}' is always the same`);
    if (this.mode !== 'write' && this.#options.self === undefined) {
      const { known } = this.#options;
      if (known !== undefined && !known.has(attr.id)) fail(this.place, `'${attr.id}' is not known yet`);
      const form = this.mode === 'read' ? 'out' : 'in';
      return value(
        attr.when === null ? local(attr.id) : `${local(attr.id)}!`,
        this.analysis.fieldValue(attr, this.def, form),
      );
    }
    const type = this.analysis.fieldValue(attr, this.def, 'in');
    if (this.analysis.facts(this.def).derivations.has(attr)) return value(derivedCode(this, attr), type, 0);
    const code = `${this.self}.${camel(attr.id)}`;
    if (attr.notes.preset !== null) return value(`${code} ?? ${presetCode(attr)}`, type, 0);
    return value(isMaybe ? `${code}!` : code, type);
  }

  /** The value that is written. */
  get self(): string {
    return this.#options.self ?? 'v';
  }

  #instance(instance: Instance): Emitted {
    if (instance.kind === 'position') {
      const { known } = this.#options;
      if (this.mode !== 'read' || known?.has(instance.id) === false) {
        fail(this.place, `'${instance.id}', which is at a position, is not known here`);
      }
      const isMaybe = instance.attr.when !== null;
      return value(
        isMaybe ? `${local(instance.id)}!` : local(instance.id),
        this.analysis.fieldValue(instance.attr, this.def, 'out'),
      );
    }
    if (this.#expanding.has(instance.id)) fail(instance.place, `instance '${instance.id}' needs itself`);
    const inner = new CodeScope(
      this.analysis,
      this.def,
      this.mode,
      instance.place,
      this.#options,
      new Set(this.#expanding).add(instance.id),
    );
    const emitted = emitExpression(instance.value, inner);
    if (instance.enumPath === null) return emitted;
    return { ...emitted, type: this.analysis.enumValue(instance.enumPath, this.def, instance.place) };
  }

  member(object: Emitted, name: string): Emitted {
    const { type, code } = object;
    switch (type.kind) {
      case 'object':
        return type.form === 'out'
          ? this.#outMember(code, type.def, name)
          : this.#inMember(code, type.def, name);
      case 'io':
        return this.#streamMember(name);
      case 'parent':
        if (name === '_parent') return value('', { kind: 'parent', levels: type.levels + 1 });
        return this.#outside({ from: type.levels, name });
      case 'root':
        if (this.def.outer === null && this.analysis.parents(this.def).size > 0) {
          fail(this.place, `'_root' in a type that contains itself is not supported`);
        }
        return this.def.outer === null ? this.name(name) : this.#outside({ from: 'root', name });
      default:
        return fail(this.place, `'.${name}' is not supported here`);
    }
  }

  #streamMember(name: string): Emitted {
    if (this.mode !== 'read')
      fail(
        this.place,
        `'_io.${name}' is not known when writing${name === 'eof' ? `: give '-presence'` : ''}`,
      );
    if (name === 'eof') return value('r.eof', { kind: 'bool' });
    if (name === 'pos') return value('r.position', COUNT);
    if (name === 'size') return value('r.size', COUNT);
    return fail(this.place, `'_io.${name}' is not supported`);
  }

  #outMember(code: string, def: TypeDef, name: string): Emitted {
    const attr = def.seq.find(({ id }) => id === name);
    const isMaybe = attr !== undefined && attr.when !== null && !this.analysis.facts(def).always.has(attr);
    const member = `${code}.${camel(name)}`;
    if (attr !== undefined) {
      if (attr.contents !== null) fail(this.place, `'${name}' is always the same`);
      return value(isMaybe ? `${member}!` : member, this.analysis.fieldValue(attr, def, 'out'));
    }
    const instance = def.instances.get(name);
    if (instance === undefined) return this.#noMember(def, name);
    const { when } = instance.kind === 'value' ? instance : instance.attr;
    return value(when === null ? member : `${member}!`, this.analysis.instanceValue(instance, def));
  }

  #inMember(code: string, def: TypeDef, name: string): Emitted {
    if (!def.seq.some(({ id }) => id === name) && !def.instances.has(name)) return this.#noMember(def, name);
    return new CodeScope(this.analysis, def, 'write', this.place, { self: code }).name(name);
  }

  #noMember(def: TypeDef, name: string): never {
    const names = [...def.seq.map(({ id }) => id), ...def.instances.keys()];
    return fail(this.place, `'${def.name}' has no '${name}'${suggestion(name, names)}`);
  }

  #outside(outside: Outside): Emitted {
    if (this.#options.self !== undefined)
      fail(this.place, `'${outside.name}' of an outer type is not known here`);
    const type = this.analysis.outsideValue(this.def, outside);
    const formed = this.mode === 'read' ? type : inForm(type);
    return value(outsideLocal(outside), formed);
  }

  /** What a type within this one gets for a value that it uses of its surroundings. */
  given({ from, name }: Outside): string {
    if (from === 1) return this.name(name).code;
    if (from === 'root') return this.def.outer === null ? this.name(name).code : outsideLocal({ from, name });
    return outsideLocal({ from: from - 1, name });
  }
}

export function outsideLocal({ from, name }: Outside): string {
  return from === 'root' ? `root${pascal(name)}` : `outer${from === 1 ? '' : from}${pascal(name)}`;
}

function inForm(type: ValueType): ValueType {
  if (type.kind === 'object') return { ...type, form: 'in' };
  return type.kind === 'list' ? { kind: 'list', of: inForm(type.of) } : type;
}

/** `-default` as code. */
export function presetCode(attr: Attr): string {
  const { preset } = attr.notes;
  if (typeof preset === 'string') return quote(preset);
  if (isFlag(attr)) return preset === 0n ? 'false' : 'true';
  if (attr.type.kind === 'integer' && attr.type.bytes === 8) return `${preset}n`;
  return preset! > 255n ? `0x${preset!.toString(16)}` : String(preset);
}

/** A derived field as code, from what it is derived of. Only the size of a described type is not known before it is written. */
export function derivedCode(scope: CodeScope, attr: Attr): string {
  const derivation = scope.analysis.facts(scope.def).derivations.get(attr)!;
  const member = (of: Attr): string => `${scope.self}.${camel(of.id)}`;
  switch (derivation.kind) {
    case 'count':
      return firstGiven(
        derivation.of.map((counted) => countCode(member(counted.attr), counted)),
        derivation.of.map((counted) => counted.attr.when !== null),
      );
    case 'presence': {
      const [first] = derivation.of;
      return `${member(first!.attr)} ${first!.not ? '=' : '!'}== undefined`;
    }
    case 'size':
      if (!derivation.of.every((sized) => isPlainSize(sized.attr))) break;
      return derivation.of
        .map(({ attr: of, line }) => {
          // Under the same condition as what it describes, the latter must be there.
          const isAlone = derivation.of.length === 1 && (of.when === null || attr.when !== null);
          const given =
            isAlone && of.when !== null ? `need(${member(of)}, ${quote(camel(of.id))})` : member(of);
          const size = solved(sizeCode(of, given), line);
          return isAlone ? size : `${member(of)} !== undefined ? ${size} : `;
        })
        .join('')
        .replace(/: $/, ': 0');
  }
  return fail(
    scope.place,
    `'${attr.id}' is known only when '${scope.def.name}' was written: it cannot be used here`,
  );
}

function countCode(list: string, { inner, line, attr }: Counted): string {
  const isMaybe = attr.when !== null;
  const [first, ...rest] = [...inner.map(({ id }) => camel(id)), 'length'];
  return solved(`${list}${isMaybe ? '?.' : '.'}${[first, ...rest].join('.')}`, line);
}

/** The first of several that is there, or 0. */
function firstGiven(codes: readonly string[], maybes: readonly boolean[]): string {
  const end = maybes.indexOf(false);
  const code = codes.slice(0, end < 0 ? codes.length : end + 1).join(' ?? ');
  return end < 0 ? `(${code} ?? 0)` : codes.length === 1 ? code : `(${code})`;
}

/** Is the size of a field known without writing it? */
export function isPlainSize({ type, zlib }: Attr): boolean {
  return (type.kind === 'str' || type.kind === 'bytes') && !zlib;
}

/** Bytes that a text or a run of bytes takes, its end mark counted. */
function sizeCode(attr: Attr, code: string): string {
  const { type, encoding, terminator, include } = attr;
  if (type.kind === 'bytes') {
    if (attr.notes.preset !== null) return `(${code}?.length ?? 0)`;
    return terminator === null || include ? `${code}.length` : `${code}.length + 1`;
  }
  const text = attr.notes.preset === null ? code : `${code} ?? ${presetCode(attr)}`;
  const zero = type.kind === 'str' && type.zero;
  const length = `encodedLength(${zero ? `beforeZero(${text})` : text}, '${encoding}')`;
  if (zero) return `${length} + ${encoding.startsWith('UTF-16') ? 2 : 1}`;
  return terminator === null || include ? length : `${length} + 1`;
}
