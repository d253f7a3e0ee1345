import { type Analysis, isFlag } from './analysis.ts';
import { block, indented, mentions, parameters } from './code.ts';
import { callArguments, caseLabel } from './emit-call.ts';
import {
  type Emitted,
  emitCondition,
  emitCount,
  emitExpression,
  quote,
  value,
  wrap,
} from './emit-expression.ts';
import { elementTypeScript, fieldTypeScript, hasDefaultBytes, shownFields } from './emit-interfaces.ts';
import { ruleCode } from './emit-rule.ts';
import { type Expression, parts } from './expression.ts';
import { endsBits } from './layout.ts';
import type { Attr, Instance, PlainType, TypeDef, UserType } from './model.ts';
import { camel, local } from './names.ts';
import { fail } from './problem.ts';
import { CodeScope } from './scope.ts';

/** Unpacked bytes where the description says nothing. */
const MOST_UNPACKED = 1_048_576;
/** Elements that may take no byte at all, where the description says nothing. */
const MOST_EMPTY = 65_536;
/** Up to so many elements a fixed count needs no check of its own: each element is checked. */
const FEW = 4096;

/** The function that reads a type. */
export function emitReader(def: TypeDef, analysis: Analysis): string {
  return new ReaderEmitter(def, analysis).emit();
}

class ReaderEmitter {
  readonly #def: TypeDef;
  readonly #analysis: Analysis;
  readonly #known = new Set<string>();

  constructor(def: TypeDef, analysis: Analysis) {
    this.#def = def;
    this.#analysis = analysis;
  }

  #scope(at: { place: Attr['place'] }, element?: Emitted): CodeScope {
    const options = element === undefined ? {} : { element };
    return new CodeScope(this.#analysis, this.#def, 'read', at.place, { known: this.#known, ...options });
  }

  emit(): string {
    const def = this.#def;
    const { recursive, derivations } = this.#analysis.facts(def);
    const name = this.#analysis.name(def);
    const lines = this.#sequence();
    if ([...derivations.values()].some(({ kind }) => kind === 'frame'))
      lines.unshift('const start = r.position;');
    lines.push(...this.#positions());
    const members = [...shownFields(def).map((attr) => this.#member(attr)), ...this.#instances()];
    if (recursive) {
      lines.unshift('r.enter();');
      lines.push('r.leave();');
    }
    const result = members.length === 0 ? 'return {};' : `return { ${members.join(', ')} };`;
    const body = [...lines, result];
    const r = mentions(body, 'r') ? 'r' : '_r';
    const params = [`${r}: Reader`, ...parameters(def, 'out', this.#analysis, body)].join(', ');
    return `${block(`export function read${name}(${params}): ${name}`, body).join('\n')}\n`;
  }

  #member(attr: Attr): string {
    const name = camel(attr.id);
    const variable = local(attr.id);
    if (this.#analysis.facts(this.#def).always.has(attr)) return `${name}: ${variable}!`;
    return name === variable ? name : `${name}: ${variable}`;
  }

  /** The fields, those under the same condition together. */
  #sequence(): string[] {
    const lines: string[] = [];
    const { seq } = this.#def;
    for (let i = 0; i < seq.length; ) {
      const attr = seq[i]!;
      if (endsBits(seq, i)) lines.push('r.align();');
      if (attr.when === null) {
        lines.push(...this.#field(attr));
        i++;
        continue;
      }
      const condition = emitCondition(attr.when, this.#scope(attr));
      const group: string[] = [];
      // The stream changes while fields are read: a condition on it holds for one field only.
      const isStable = ![...parts(attr.when)].some((part) => part.kind === 'name' && part.name === '_io');
      let end = i;
      do {
        const each = seq[end]!;
        if (each.contents === null)
          lines.push(`let ${local(each.id)}: ${this.#variableType(each)} | undefined;`);
        group.push(...this.#field(each));
        end++;
      } while (isStable && !endsBits(seq, end) && this.#hasCondition(seq[end], condition));
      lines.push(
        ...(group.length === 1 ? [`if (${condition}) ${group[0]}`] : block(`if (${condition})`, group)),
      );
      i = end;
    }
    return lines;
  }

  #hasCondition(attr: Attr | undefined, condition: string): boolean {
    return (
      attr !== undefined && attr.when !== null && emitCondition(attr.when, this.#scope(attr)) === condition
    );
  }

  #variableType(attr: Attr): string {
    return fieldTypeScript(attr, this.#def, 'out', this.#analysis);
  }

  /** A field under no condition, or within that of its group. */
  #field(attr: Attr): string[] {
    if (attr.contents !== null) return [`r.expect([${attr.contents.join(', ')}]);`];
    const lines: string[] = [];
    const variable = local(attr.id);
    const isDeclared = attr.when !== null;
    if (attr.repeat !== null) lines.push(...this.#list(attr, variable, isDeclared));
    else lines.push(...this.#single(attr, variable, isDeclared));
    this.#known.add(attr.id);
    if (attr.repeat === null)
      lines.push(
        ...this.#checks(
          attr,
          value(attr.when === null ? variable : `${variable}!`, this.#elementValue(attr)),
        ),
      );
    return lines;
  }

  #elementValue(attr: Attr): Emitted['type'] {
    return this.#analysis.elementValue(attr, this.#def, 'out');
  }

  #single(attr: Attr, variable: string, isDeclared: boolean): string[] {
    const { type } = attr;
    if (type.kind !== 'switch') {
      return [`${isDeclared ? '' : 'const '}${variable} = ${this.#read(attr, type, this.#scope(attr))};`];
    }
    const lines = this.#switch(attr, (code) => `${variable} = ${code};`);
    return isDeclared
      ? lines
      : [`let ${variable}: ${elementTypeScript(attr, this.#def, 'out', this.#analysis)};`, ...lines];
  }

  #list(attr: Attr, variable: string, isDeclared: boolean): string[] {
    const repeat = attr.repeat!;
    const { max } = attr.notes;
    const least = this.#analysis.leastElement(attr, this.#def);
    const elementType = elementTypeScript(attr, this.#def, 'out', this.#analysis);
    const arrayType = this.#variableType(attr);
    const list = isDeclared ? `${variable}List` : variable;
    const lines = [`const ${list}: ${arrayType} = [];`];
    const body = [...this.#element(attr, elementType)];
    const isSimple = body.length === 1;
    const push = isSimple
      ? `${list}.push(${body[0]!.replace(/^const element = /, '').replace(/;$/, '')});`
      : `${list}.push(element);`;
    const isIndexed = mentions(body, 'i');
    const index = isIndexed ? [`const i = ${list}.length;`] : [];
    switch (repeat.kind) {
      case 'expr': {
        const count = emitExpression(repeat.count, this.#scope(attr));
        const code = emitCount(repeat.count, this.#scope(attr));
        const isFew = repeat.count.kind === 'integer' && repeat.count.value <= FEW;
        const most = max ?? (least === 0 && attr.type.kind !== 'bits' ? MOST_EMPTY : null);
        if (!isFew) lines.push(`r.checkCount(${code}, ${least}${most === null ? '' : `, ${most}`});`);
        const loop = `for (let i = 0; i < ${wrap({ ...count, code }, 11)}; i++)`;
        lines.push(...(isSimple ? [`${loop} ${push}`] : block(loop, [...body, push])));
        break;
      }
      case 'eos': {
        const cap = max === null ? [] : [`r.checkCount(${list}.length + 1, 0, ${max});`];
        lines.push(
          ...block('while (!r.eof)', [
            ...cap,
            ...index,
            ...this.#progress(attr, [...(isSimple ? [] : body), push]),
          ]),
        );
        break;
      }
      case 'until':
        lines.push(...this.#until(attr, repeat.until, list, body, index));
        break;
    }
    if (isDeclared) lines.push(`${variable} = ${list};`);
    return lines;
  }

  /** An element that takes no byte would be read for ever. */
  #progress(attr: Attr, body: readonly string[]): string[] {
    if (attr.type.kind === 'bits' || this.#analysis.leastElement(attr, this.#def) > 0) return [...body];
    return [
      'const from = r.position;',
      ...body,
      `check(r.position > from, ${quote(`${attr.id}: an element without bytes`)});`,
    ];
  }

  #until(
    attr: Attr,
    until: Expression,
    list: string,
    body: readonly string[],
    index: readonly string[],
  ): string[] {
    const element = value('element', this.#elementValue(attr));
    const condition = emitCondition(until, this.#scope(attr, element));
    const { max, sentinel } = attr.notes;
    const cap = max === null ? [] : [`r.checkCount(${list}.length, 0, ${max});`];
    const stop = `if (${condition}) break;`;
    const push = `${list}.push(element);`;
    const inner = this.#progress(attr, body);
    return block('for (;;)', [
      ...cap,
      ...index,
      ...inner,
      ...(sentinel === null ? [push, stop] : [stop, push]),
    ]);
  }

  /** The statements that read `element`. */
  #element(attr: Attr, elementType: string): string[] {
    const { type } = attr;
    const lines =
      type.kind === 'switch'
        ? [`let element: ${elementType};`, ...this.#switch(attr, (code) => `element = ${code};`)]
        : [`const element = ${this.#read(attr, type, this.#scope(attr))};`];
    return [...lines, ...this.#checks(attr, value('element', this.#elementValue(attr)))];
  }

  #switch(attr: Attr, assign: (code: string) => string): string[] {
    const { type } = attr;
    if (type.kind !== 'switch') return [];
    const scope = this.#scope(attr);
    const on = emitExpression(type.on, scope);
    const lines: string[] = [];
    let hasDefault = false;
    for (const { key, type: one, place } of type.cases) {
      if (key === null) hasDefault = true;
      const label =
        key === null ? 'default' : `case ${caseLabel(on, emitExpression(key, scope.at(place)), place)}`;
      lines.push(`${label}:`, `  ${assign(this.#read(attr, one, scope.at(place)))}`, '  break;');
    }
    if (hasDefaultBytes(attr))
      lines.push('default:', `  ${assign(this.#read(attr, { kind: 'bytes' }, scope))}`);
    else if (!hasDefault) lines.push('default:', `  ${assign('undefined')}`);
    return [`switch (${on.code}) {`, ...indented(lines), '}'];
  }

  /** Code that reads one value. */
  #read(attr: Attr, type: PlainType, scope: CodeScope): string {
    switch (type.kind) {
      case 'integer':
        return `r.${type.signed ? 's' : 'u'}${type.bytes}${type.endian}()`;
      case 'float':
        return `r.f${type.bytes}${type.endian}()`;
      case 'bits':
        return isFlag(attr) ? 'r.flag()' : `r.bits(${type.count})`;
      case 'str':
        return this.#text(attr, type.zero, scope);
      case 'bytes':
        return this.#bytes(attr, scope);
      case 'user':
        return this.#user(attr, type, scope);
    }
  }

  #most(attr: Attr): string {
    return attr.notes.max === null || attr.repeat !== null ? '' : `, ${attr.notes.max}`;
  }

  #text(attr: Attr, isZero: boolean, scope: CodeScope): string {
    const { include, consume, eosError, padRight } = attr;
    const most = this.#most(attr);
    const size = this.#size(attr, scope);
    const encoding = quote(attr.encoding);
    const terminator = attr.terminator ?? (isZero ? 0 : null);
    if (padRight !== null || include || (terminator ?? 0) !== 0 || (size === null && (!consume || !isZero))) {
      const isWide = attr.encoding.startsWith('UTF-16');
      if (isWide) fail(attr.place, 'padding and other terminators of UTF-16 text are not supported');
      return `textOf(${this.#bytes({ ...attr, terminator }, scope)}, ${encoding})`;
    }
    if (size === null) return `r.terminatedText(${encoding}, ${!eosError}${most})`;
    return `r.${terminator === null ? 'text' : 'paddedText'}(${size}, ${encoding}${most})`;
  }

  #bytes(attr: Attr, scope: CodeScope): string {
    const { terminator, include, consume, eosError, padRight, zlib, notes } = attr;
    const most = this.#most(attr);
    const size = this.#size(attr, scope);
    if (size === null) return `r.until(${terminator}, ${include}, ${consume}, ${!eosError}${most})`;
    if (terminator !== null || padRight !== null) {
      // Padding that looks like the terminator is not stripped: the first of them ends the bytes.
      const pad = padRight === null || padRight === terminator ? -1 : padRight;
      return `r.trimmed(${size}, ${terminator ?? -1}, ${include}, ${pad}${most})`;
    }
    if (zlib) return `inflate(r.raw(${size}), ${notes.max ?? MOST_UNPACKED})`;
    return `r.raw(${size}${most})`;
  }

  #size(attr: Attr, scope: CodeScope): string | null {
    if (attr.size !== null) return emitCount(attr.size, scope);
    return attr.sizeEos ? 'r.remaining' : null;
  }

  #user(attr: Attr, type: UserType, scope: CodeScope): string {
    const size = this.#size(attr, scope);
    const isTrimmed = attr.terminator !== null || attr.padRight !== null;
    const inner = isTrimmed
      ? `r.over(${this.#bytes(attr, scope)})`
      : attr.zlib
        ? `r.over(inflate(r.raw(${size}), ${attr.notes.max ?? MOST_UNPACKED}))`
        : size === null
          ? 'r'
          : `r.sub(${size})`;
    const target = this.#analysis.target(type, this.#def, attr.place);
    return `read${this.#analysis.name(target)}(${[inner, ...callArguments(type, target, this.#analysis, scope)].join(', ')})`;
  }

  /** What must hold of a value that was read. */
  #checks(attr: Attr, given: Emitted): string[] {
    const lines: string[] = [];
    const { notes, type } = attr;
    if (notes.derive?.kind === 'frame') {
      lines.push(
        `check(${given.code} === r.size - start + 1, ${quote(`${attr.id} is not the length of the packet`)});`,
      );
    }
    if (notes.max !== null && attr.repeat === null && (type.kind === 'integer' || type.kind === 'bits')) {
      lines.push(`check(${given.code} <= ${notes.max}, ${quote(`${attr.id} is more than ${notes.max}`)});`);
    }
    const rule = ruleCode(attr, given, this.#scope(attr, given), this.#analysis);
    if (rule !== null) lines.push(`check(${rule}, ${quote(`${attr.id} is not as described`)});`);
    return lines;
  }

  #positions(): string[] {
    const waiting = [...this.#def.instances.values()].filter((instance) => instance.kind === 'position');
    if (waiting.length === 0) return [];
    const lines = ['const resume = r.position;'];
    while (waiting.length > 0) {
      const next = waiting.findIndex((instance) =>
        waiting.every((other) => !this.#needs(instance, other.id)),
      );
      const [instance] = waiting.splice(Math.max(next, 0), 1);
      lines.push(...this.#position(instance!));
    }
    return [...lines, 'r.seek(resume);'];
  }

  #position(instance: Instance & { kind: 'position' }): string[] {
    const { attr, position, place } = instance;
    if (position === null) fail(place, `instance '${instance.id}' has neither 'value' nor 'pos'`);
    const lines = [`r.seek(${emitCount(position, this.#scope(attr))});`, ...this.#field(attr)];
    if (attr.when === null) return lines;
    const condition = emitCondition(attr.when, this.#scope(attr));
    return [
      `let ${local(attr.id)}: ${this.#variableType(attr)} | undefined;`,
      ...block(`if (${condition})`, lines),
    ];
  }

  /** Does an instance need another one, directly or through values? */
  #needs(instance: Instance & { kind: 'position' }, id: string): boolean {
    const seen = new Set<string>();
    const uses = (expression: Expression): boolean =>
      [...parts(expression)].some((part) => {
        if (part.kind !== 'name' || seen.has(part.name)) return false;
        seen.add(part.name);
        const inner = this.#def.instances.get(part.name);
        return part.name === id || (inner?.kind === 'value' && uses(inner.value));
      });
    const { attr, position } = instance;
    const { size, when, repeat } = attr;
    const all = [
      position,
      size,
      when,
      repeat?.kind === 'expr' ? repeat.count : null,
      ...this.#analysis.uses(attr).flatMap(({ args }) => args),
    ];
    return all.some((expression) => expression !== null && uses(expression));
  }

  /** Members of the result that are no fields. */
  #instances(): string[] {
    return [...this.#def.instances.values()].map((instance) => {
      const name = camel(instance.id);
      if (instance.kind === 'position')
        return name === local(instance.id) ? name : `${name}: ${local(instance.id)}`;
      const scope = this.#scope(instance);
      const emitted = scope.name(instance.id);
      if (instance.when === null) return `${name}: ${emitted.code}`;
      return `${name}: ${emitCondition(instance.when, scope)} ? ${wrap(emitted, 3)} : undefined`;
    });
  }
}
