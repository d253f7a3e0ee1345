import { type Analysis, isFlag } from './analysis.ts';
import { block, hex, mentions, parameters } from './code.ts';
import { callArguments, caseLabel } from './emit-call.ts';
import { type Emitted, emitCondition, emitCount, emitExpression, value, wrap } from './emit-expression.ts';
import { hasDefaultBytes, shownFields } from './emit-interfaces.ts';
import { ruleCode } from './emit-rule.ts';
import { type Expression, parts } from './expression.ts';
import type { Attr, PlainType, TypeDef, UserType } from './model.ts';
import { camel, local } from './names.ts';
import { fail } from './problem.ts';
import { CodeScope } from './scope.ts';

/** Longest lists, and longest texts in letters, that are made up. */
const LIST = 3;
const TEXT = 12;
/** Numbers that are used as a size, but do not follow from one, stay below this. */
const SMALL = 5;

/** The function that makes a random value of a type, as its writer takes it. */
export function emitRandom(def: TypeDef, analysis: Analysis): string {
  return new RandomEmitter(def, analysis).emit();
}

class RandomEmitter {
  readonly #def: TypeDef;
  readonly #analysis: Analysis;
  readonly #known = new Set<string>();

  constructor(def: TypeDef, analysis: Analysis) {
    this.#def = def;
    this.#analysis = analysis;
  }

  #scope(attr: Attr, element?: Emitted): CodeScope {
    const options = element === undefined ? {} : { element };
    return new CodeScope(this.#analysis, this.#def, 'make', attr.place, { known: this.#known, ...options });
  }

  emit(): string {
    const def = this.#def;
    const facts = this.#analysis.facts(def);
    const lines: string[] = [];
    const members: string[] = [];
    for (const attr of shownFields(def)) {
      const derivation = facts.derivations.get(attr);
      const name = local(attr.id);
      if (derivation !== undefined) {
        if (derivation.kind === 'count')
          lines.push(`const ${name} = ${this.#count(attr, derivation.of[0]!.attr)};`);
        else if (derivation.kind === 'presence') lines.push(`const ${name} = rand.flag();`);
        else continue;
        this.#known.add(attr.id);
        continue;
      }
      const made = this.#field(attr);
      const when = attr.notes.presence
        ? 'rand.flag()'
        : attr.when === null
          ? null
          : wrapped(emitCondition(attr.when, this.#scope(attr)));
      lines.push(`const ${name} = ${when === null ? made : `${when} ? ${made} : undefined`};`);
      this.#known.add(attr.id);
      const variable = facts.always.has(attr) ? `${name}!` : name;
      members.push(camel(attr.id) === variable ? variable : `${camel(attr.id)}: ${variable}`);
    }
    const name = this.#analysis.name(def);
    const body = [...dropUnused(lines, members), `return { ${members.join(', ')} };`.replace('{  }', '{}')];
    const rand = mentions(body, 'rand') ? 'rand' : '_rand';
    const params = [`${rand}: Rand`, ...parameters(def, 'in', this.#analysis, body, 'types.')].join(', ');
    return `${block(`export function rand${name}(${params}): types.${name}In`, body).join('\n')}\n`;
  }

  #count(attr: Attr, of: Attr): string {
    if (attr.notes.rand !== null) return `rand.pick([${attr.notes.rand.join(', ')}])`;
    return `rand.below(${Math.min(LIST, of.notes.max ?? LIST) + 1})`;
  }

  #field(attr: Attr): string {
    const { repeat, notes } = attr;
    const element = this.#element(attr);
    const make = `${mentions([element], 'i') ? '(_, i)' : '()'} => ${element.startsWith('{') ? `(${element})` : element}`;
    switch (repeat?.kind) {
      case undefined:
        return element;
      case 'expr':
        return `Array.from({ length: ${emitCount(repeat.count, this.#scope(attr))} }, ${make})`;
      case 'eos':
        return `Array.from({ length: rand.below(${Math.min(LIST, notes.max ?? LIST) + 1}) }, ${make})`;
      case 'until':
        if (notes.sentinel !== null)
          return `Array.from({ length: rand.below(${Math.min(LIST, notes.max ?? LIST) + 1}) }, ${make})`;
        return this.#until(attr, repeat.until, make, element);
    }
  }

  /** A list whose last element, and no other, is as the list ends. */
  #until(attr: Attr, until: Expression, make: string, element: string): string {
    const given = value('element', this.#analysis.elementValue(attr, this.#def, 'in'));
    const ends = emitCondition(until, this.#scope(attr, given));
    const last = this.#ending(attr, until, element) ?? `rand.where(${make}, (element) => ${ends})`;
    const other = `rand.where(${make}, (element) => !(${ends}))`;
    return `[...Array.from({ length: rand.below(${LIST}) }, () => ${other}), ${last}]`;
  }

  /** An element that ends its list, when the end is told by equal numbers. */
  #ending(attr: Attr, until: Expression, element: string): string | null {
    if (
      until.kind === 'binary' &&
      until.operator === '==' &&
      until.left.kind === 'name' &&
      until.left.name === '_'
    ) {
      return emitExpression(until.right, this.#scope(attr)).code;
    }
    if (attr.type.kind !== 'user') return null;
    const target = this.#analysis.target(attr.type, this.#def, attr.place);
    const members: string[] = [];
    for (const equality of conjuncts(until)) {
      if (
        equality.kind !== 'binary' ||
        equality.operator !== '==' ||
        equality.left.kind !== 'member' ||
        equality.right.kind !== 'integer'
      )
        return null;
      const { name } = equality.left;
      const field = target.seq.find(({ id }) => id === name);
      if (field === undefined) return null;
      const derivation = this.#analysis.facts(target).derivations.get(field);
      if (derivation === undefined) members.push(`${camel(name)}: ${equality.right.text}`);
      else if (derivation.kind === 'count' && equality.right.value === 0n)
        members.push(`${camel(derivation.of[0]!.attr.id)}: []`);
      else return null;
    }
    return `{ ...${element}, ${members.join(', ')} }`;
  }

  #element(attr: Attr): string {
    const { rule, notes, type } = attr;
    const { sentinel } = this.#analysis.facts(this.#def);
    const isBig = type.kind === 'integer' && type.bytes === 8;
    if (notes.rand !== null)
      return `rand.pick([${notes.rand.map((each) => (isBig ? `${each}n` : String(each))).join(', ')}])`;
    if (sentinel?.attr === attr) return `rand.other(${this.#plain(attr)}, ${sentinel.value})`;
    if (rule === null) return this.#plain(attr);
    const scope = this.#scope(attr);
    switch (rule.kind) {
      case 'equal':
        return emitExpression(rule.value, scope).code;
      case 'any-of':
        return `rand.pick([${rule.values.map((each) => emitExpression(each, scope).code).join(', ')}])`;
      case 'range':
        if (rule.min?.kind === 'integer' && rule.max?.kind === 'integer' && !isBig) {
          return `${rule.min.text} + rand.below(${rule.max.value - rule.min.value + 1n})`;
        }
    }
    const given = value('value', this.#analysis.elementValue(attr, this.#def, 'in'));
    const holds = ruleCode(attr, given, this.#scope(attr, given), this.#analysis)!;
    return `rand.where(() => ${this.#plain(attr)}, (value) => ${holds.replaceAll(/\bObject\.values\((\w+)\)/g, 'Object.values(types.$1)')})`;
  }

  #plain(attr: Attr): string {
    const { type } = attr;
    const scope = this.#scope(attr);
    if (type.kind !== 'switch') return this.#make(attr, type, scope);
    const on = emitExpression(type.on, scope);
    let otherwise = hasDefaultBytes(attr) ? this.#make(attr, { kind: 'bytes' }, scope) : 'undefined';
    let code = '';
    for (const { key, type: one, place } of type.cases) {
      const made = this.#make(attr, one, scope.at(place));
      if (key === null) otherwise = made;
      else
        code += `${wrap(on, 10)} === ${caseLabel(on, emitExpression(key, scope.at(place)), place)} ? ${made} : `;
    }
    return `(${code}${otherwise})`;
  }

  #make(attr: Attr, type: PlainType, scope: CodeScope): string {
    switch (type.kind) {
      case 'integer':
      case 'bits':
        return this.#integer(attr, type);
      case 'float':
        return 'rand.signed(16) / 4';
      case 'bytes':
        return this.#bytes(attr, scope);
      case 'str':
        return this.#text(attr, type.zero, scope);
      case 'user':
        return this.#user(attr, type, scope);
    }
  }

  #integer(attr: Attr, type: PlainType & { kind: 'integer' | 'bits' }): string {
    const { max } = attr.notes;
    if (isFlag(attr)) return 'rand.flag()';
    if (type.kind === 'integer' && type.bytes === 8)
      return type.signed ? 'BigInt.asIntN(64, rand.big(64))' : 'rand.big(64)';
    const bits = type.kind === 'bits' ? type.count : type.bytes * 8;
    const any = type.kind === 'integer' && type.signed ? `rand.signed(${bits})` : `rand.unsigned(${bits})`;
    if (this.#isSize(attr)) return `rand.below(${SMALL})`;
    const cases = this.#casesOf(attr);
    if (cases.length > 0) return `(rand.below(8) === 0 ? ${any} : rand.pick([${cases.join(', ')}]))`;
    return max === null || attr.repeat !== null ? any : `rand.below(${max + 1})`;
  }

  /** Numbers that other fields are switched on. */
  #casesOf(attr: Attr): string[] {
    return this.#def.seq.flatMap(({ type }) => {
      if (type.kind !== 'switch' || type.on.kind !== 'name' || type.on.name !== attr.id) return [];
      return type.cases.flatMap(({ key }) => (key?.kind === 'integer' ? [hex(key.value)] : []));
    });
  }

  /** Is the number part of the size of something? */
  #isSize(attr: Attr): boolean {
    return this.#def.seq.some(({ size, repeat }) =>
      [size, repeat?.kind === 'expr' ? repeat.count : null].some(
        (expression) =>
          expression !== null &&
          [...parts(expression)].some((part) => part.kind === 'name' && part.name === attr.id),
      ),
    );
  }

  #isToldSize(attr: Attr): boolean {
    return [...this.#analysis.facts(this.#def).derivations.values()].some(
      (each) => each.kind === 'size' && each.of.some((sized) => sized.attr === attr),
    );
  }

  #bytes(attr: Attr, scope: CodeScope): string {
    const most = Math.min(TEXT, attr.repeat === null ? (attr.notes.max ?? TEXT) : TEXT);
    const isOpen = attr.size === null || this.#isToldSize(attr) || attr.zlib;
    const made = `rand.bytes(${isOpen ? `rand.below(${most + 1})` : emitCount(attr.size!, scope)})`;
    return attr.terminator === null || attr.size !== null
      ? made
      : `${made}.filter((byte) => byte !== ${attr.terminator})`;
  }

  #text(attr: Attr, isZero: boolean, scope: CodeScope): string {
    const { encoding, terminator } = attr;
    const unit = encoding.startsWith('UTF-16') ? 2 : encoding === 'UTF-8' ? 3 : 1;
    const isWide = unit > 1;
    const clean =
      terminator === null || terminator === 0 ? '' : `.replaceAll(String.fromCharCode(${terminator}), '')`;
    if (attr.size === null || this.#isToldSize(attr)) {
      const { max } = attr.notes;
      const most = max === null || attr.repeat !== null ? TEXT : Math.min(TEXT, Math.floor(max / unit));
      return `rand.text(${most}, ${isWide})${clean}`;
    }
    const size = emitExpression(attr.size, scope);
    const letters = unit === 1 ? size.code : `Math.floor(${wrap(size, 13)} / ${unit})`;
    if (isZero || terminator !== null || attr.padRight !== null)
      return `rand.text(${letters}, ${isWide})${clean}`;
    const exact = unit === 2 ? letters : size.code;
    return `rand.text(${exact}, ${unit === 2}).padEnd(${exact}, 'x')`;
  }

  #user(attr: Attr, type: UserType, scope: CodeScope): string {
    const target = this.#analysis.target(type, this.#def, attr.place);
    if (this.#analysis.facts(target).readOnly) fail(attr.place, `'${target.name}' can be read only`);
    return `rand${this.#analysis.name(target)}(${['rand', ...callArguments(type, target, this.#analysis, scope)].join(', ')})`;
  }
}

function conjuncts(expression: Expression): Expression[] {
  if (expression.kind !== 'binary' || expression.operator !== 'and') return [expression];
  return [...conjuncts(expression.left), ...conjuncts(expression.right)];
}

function wrapped(code: string): string {
  return code.includes('?') ? `(${code})` : code;
}

/** A flag or count that nothing depends on has no variable. */
function dropUnused(lines: readonly string[], members: readonly string[]): string[] {
  return lines.filter((line, i) => {
    const name = /^const (\w+) =/.exec(line)![1]!;
    return mentions([...lines.slice(i + 1), ...members.map((each) => `${each};`)], name);
  });
}
