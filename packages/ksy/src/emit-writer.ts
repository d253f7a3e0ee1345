import { type Analysis, isFlag } from './analysis.ts';
import { block, indented, mentions, parameters } from './code.ts';
import { type Derivation, solved } from './derivation.ts';
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
import { caseTypeScript, hasDefaultBytes, isOptional } from './emit-interfaces.ts';
import { ruleCode } from './emit-rule.ts';
import type { Expression } from './expression.ts';
import { endsBits } from './layout.ts';
import type { Attr, PlainType, TypeDef, UserType } from './model.ts';
import { camel, local } from './names.ts';
import { fail } from './problem.ts';
import { CodeScope, derivedCode, isPlainSize, presetCode } from './scope.ts';

/** The function that writes a type: lengths, counts and flags of presence come from the value. */
export function emitWriter(def: TypeDef, analysis: Analysis): string {
  return new WriterEmitter(def, analysis).emit();
}

class WriterEmitter {
  readonly #def: TypeDef;
  readonly #analysis: Analysis;
  readonly #derivations: ReadonlyMap<Attr, Derivation>;

  constructor(def: TypeDef, analysis: Analysis) {
    this.#def = def;
    this.#analysis = analysis;
    this.#derivations = analysis.facts(def).derivations;
  }

  #scope(attr: Attr, element?: Emitted): CodeScope {
    const options = element === undefined ? {} : { element };
    return new CodeScope(this.#analysis, this.#def, 'write', attr.place, options);
  }

  emit(): string {
    const def = this.#def;
    const name = this.#analysis.name(def);
    const lines: string[] = [];
    const frames = [...this.#derivations].filter(([, { kind }]) => kind === 'frame').map(([attr]) => attr);
    if (frames.length > 0) lines.push('const start = w.length;');
    for (const attr of def.seq)
      if (this.#isPatched(attr) && attr.when !== null) lines.push(`let ${local(attr.id)}At = 0;`);
    lines.push(...this.#sequence());
    for (const attr of frames) {
      const patch = this.#patch(attr, 'w.length - start + 1');
      lines.push(attr.when === null ? patch : `if (${emitCondition(attr.when, this.#scope(attr))}) ${patch}`);
    }
    const w = mentions(lines, 'w') ? 'w' : '_w';
    const v = mentions(lines, 'v') ? 'v' : '_v';
    const params = [`${w}: Writer`, `${v}: ${name}In`, ...parameters(def, 'in', this.#analysis, lines)].join(
      ', ',
    );
    return `${block(`export function write${name}(${params}): void`, lines).join('\n')}\n`;
  }

  /** The fields, those under the same condition together. */
  #sequence(): string[] {
    const lines: string[] = [];
    const { seq } = this.#def;
    for (let i = 0; i < seq.length; ) {
      const condition = this.#condition(seq[i]!);
      if (endsBits(seq, i)) lines.push('w.align();');
      if (condition === null) {
        lines.push(...this.#field(seq[i]!));
        i++;
        continue;
      }
      const group: string[] = [];
      do {
        group.push(...this.#field(seq[i]!));
        i++;
      } while (i < seq.length && !endsBits(seq, i) && this.#condition(seq[i]!) === condition);
      lines.push(
        ...(group.length === 1 ? [`if (${condition}) ${group[0]}`] : block(`if (${condition})`, group)),
      );
    }
    return lines;
  }

  #condition(attr: Attr): string | null {
    if (attr.notes.presence) return `v.${camel(attr.id)} !== undefined`;
    return attr.when === null ? null : emitCondition(attr.when, this.#scope(attr));
  }

  /** Is the value of a field put in after what it describes was written? */
  #isPatched(attr: Attr): boolean {
    const derivation = this.#derivations.get(attr);
    if (derivation === undefined || derivation.kind === 'count' || derivation.kind === 'presence')
      return false;
    return derivation.kind !== 'size' || !derivation.of.every(({ attr: of }) => isPlainSize(of));
  }

  #patch(attr: Attr, number: string): string {
    const { type } = attr;
    if (type.kind !== 'integer' || type.bytes === 8 || type.signed) {
      return fail(attr.place, `'${attr.id}' is put in after what it describes: it must be u1, u2 or u4`);
    }
    return `w.patchU${type.bytes}${type.endian}(${local(attr.id)}At, fits(${number}, ${mostOf(attr)}));`;
  }

  #field(attr: Attr): string[] {
    const { type } = attr;
    if (attr.contents !== null) return [`w.raw([${attr.contents.join(', ')}]);`];
    if (this.#isPatched(attr)) {
      const zero = this.#put(attr, type as PlainType, '0', this.#scope(attr));
      return [`${attr.when === null ? 'const ' : ''}${local(attr.id)}At = w.length;`, ...zero];
    }
    if (this.#derivations.has(attr)) return this.#derived(attr);
    const lines = this.#agreements(attr);
    if (attr.repeat !== null) return [...lines, ...this.#list(attr)];
    const given = this.#given(attr);
    return [
      ...lines,
      ...this.#checks(attr, value(given, this.#analysis.elementValue(attr, this.#def, 'in'))),
      ...this.#sized(attr, given),
    ];
  }

  #derived(attr: Attr): string[] {
    const derivation = this.#derivations.get(attr)!;
    const scope = this.#scope(attr);
    const code = derivedCode(scope, attr);
    if (derivation.kind === 'presence') {
      const others = derivation.of.slice(1).map((one) => {
        const is = `(v.${camel(one.attr.id)} ${one.not ? '=' : '!'}== undefined)`;
        return `ensure(${is} === (${code}), ${quote(`${one.attr.id} does not go with ${derivation.of[0]!.attr.id}`)});`;
      });
      return [...others, `w.flag(${code});`];
    }
    const { type } = attr;
    if (type.kind === 'integer' && type.bytes === 8)
      return [`w.${type.signed ? 's' : 'u'}8${type.endian}(BigInt(${code}));`];
    return this.#put(attr, type as PlainType, `fits(${code}, ${mostOf(attr)})`, scope);
  }

  /** Lengths that the caller gives twice must be the same. */
  #agreements(attr: Attr): string[] {
    if (attr.repeat?.kind !== 'expr') return [];
    // A single list decides its count; of several, each must have the count that is written.
    const isSource = [...this.#derivations.values()].some(
      (each) => each.kind === 'count' && each.of.length === 1 && each.of[0]!.attr === attr,
    );
    if (isSource || this.#isCountedOutside(attr.repeat.count)) return [];
    const count = emitCount(attr.repeat.count, this.#scope(attr));
    return [`agree(${this.#given(attr)}.length, ${count}, ${quote(`length of ${camel(attr.id)}`)});`];
  }

  /** A count that comes as a parameter was derived of this very list by whoever gives it. */
  #isCountedOutside(count: Expression): boolean {
    if (count.kind !== 'name') return false;
    const index = this.#def.params.findIndex(({ id }) => id === count.name);
    if (index < 0) return false;
    const parents = [...this.#analysis.parents(this.#def)];
    return (
      parents.length > 0 &&
      parents.every((parent) =>
        parent.seq.every((attr) => {
          const use = this.#analysis
            .uses(attr)
            .find((type) => this.#analysis.target(type, parent, attr.place) === this.#def);
          const arg = use?.args[index];
          if (use === undefined) return true;
          const source = arg?.kind === 'name' ? parent.seq.find(({ id }) => id === arg.name) : undefined;
          const derivation =
            source === undefined ? undefined : this.#analysis.facts(parent).derivations.get(source);
          return (
            derivation?.kind === 'count' && derivation.of.length === 1 && derivation.of[0]!.attr === attr
          );
        }),
      )
    );
  }

  /** The value of a field, as its caller gives it or as it is without. */
  #given(attr: Attr): string {
    const name = camel(attr.id);
    const { preset } = attr.notes;
    if (preset !== null) return attr.type.kind === 'bytes' ? `v.${name}` : `v.${name} ?? ${presetCode(attr)}`;
    if (attr.notes.presence || !isOptional(attr, this.#def, this.#analysis)) return `v.${name}`;
    return attr.when !== null && this.#condition(attr) === `v.${name} !== undefined`
      ? `v.${name}`
      : `need(v.${name}, ${quote(name)})`;
  }

  #list(attr: Attr): string[] {
    const list = this.#given(attr);
    const element = value('element', this.#analysis.elementValue(attr, this.#def, 'in'));
    const body = [...this.#checks(attr, element), ...this.#sized(attr, 'element')];
    const { repeat, notes } = attr;
    const lines: string[] = [];
    if (repeat?.kind === 'until' && notes.sentinel === null) {
      const end = emitCondition(repeat.until, this.#scope(attr, element));
      const name = camel(attr.id);
      body.push(
        `ensure((${end}) === (i === ${list}.length - 1), ${quote(`${name}: only the last element is as the list ends`)});`,
      );
      lines.push(`ensure(${list}.length > 0, ${quote(`${name} has an element at least`)});`);
    }
    if (mentions(body, 'i')) {
      lines.push(
        ...block(`for (const [i, element] of ${list.startsWith('v.') ? list : `(${list})`}.entries())`, body),
      );
    } else {
      const head = `for (const element of ${list})`;
      lines.push(...(body.length === 1 ? [`${head} ${body[0]}`] : block(head, body)));
    }
    if (notes.sentinel !== null) lines.push(this.#sentinel(attr));
    return lines;
  }

  /** The element that ends a list has a value of its own and lacks what every other element has. */
  #sentinel(attr: Attr): string {
    const { type } = attr;
    if (type.kind !== 'user') return fail(attr.place, `'-sentinel' is for lists of described types`);
    const target = this.#analysis.target(type, this.#def, attr.place);
    const { sentinel } = this.#analysis.facts(target);
    const name = this.#analysis.name(target);
    const args = [
      'w',
      `{ ${camel(sentinel!.attr.id)}: ${sentinel!.value} } as ${name}In`,
      ...callArguments(type, target, this.#analysis, this.#scope(attr)),
    ];
    return `write${name}(${args.join(', ')});`;
  }

  /** Writes one value, in its own number of bytes if it has one, and puts that into the fields that tell it. */
  #sized(attr: Attr, given: string): string[] {
    const scope = this.#scope(attr);
    const { type } = attr;
    if (type.kind === 'user' && (attr.terminator !== null || attr.padRight !== null)) {
      const isSimple =
        attr.terminator !== null && attr.size === null && !attr.sizeEos && !attr.include && attr.consume;
      if (!isSimple)
        fail(
          attr.place,
          `'${attr.id}': a described type with padding, or with a terminator within its size, can be read only`,
        );
      return [...this.#value(attr, given, scope), `w.u1(${attr.terminator});`];
    }
    const isOpen = type.kind === 'user' || type.kind === 'switch' || attr.zlib;
    if (!isOpen || (attr.size === null && !attr.zlib)) return this.#value(attr, given, scope);
    const name = local(attr.id);
    const from = `${name}From`;
    const lines = [`const ${from} = w.length;`, ...this.#value(attr, given, scope)];
    if (attr.zlib) {
      lines.push(
        `const ${name}Plain = w.copyFrom(${from});`,
        `w.truncate(${from});`,
        `w.raw(deflate(${name}Plain));`,
      );
    }
    let isTold = false;
    for (const [source, derivation] of this.#derivations) {
      if (derivation.kind === 'unpacked' && derivation.of === attr)
        lines.push(this.#patch(source, `${name}Plain.length`));
      const sized = derivation.kind === 'size' ? derivation.of.find((each) => each.attr === attr) : undefined;
      if (sized === undefined) continue;
      isTold = true;
      if (this.#isPatched(source)) lines.push(this.#patch(source, solved(`w.length - ${from}`, sized.line)));
    }
    if (attr.size !== null && !isTold) lines.push(`w.fill(${from}, ${emitCount(attr.size, scope)});`);
    return lines;
  }

  #value(attr: Attr, given: string, scope: CodeScope): string[] {
    return attr.type.kind === 'switch'
      ? this.#switch(attr, given, scope)
      : this.#put(attr, attr.type, given, scope);
  }

  #switch(attr: Attr, given: string, scope: CodeScope): string[] {
    const { type } = attr;
    if (type.kind !== 'switch') return [];
    const on = emitExpression(type.on, scope);
    const lines: string[] = [];
    const cast = (one: PlainType): string =>
      `${given} as ${caseTypeScript(attr, this.#def, one, 'in', this.#analysis)}`;
    let hasDefault = false;
    for (const { key, type: one, place } of type.cases) {
      hasDefault ||= key === null;
      const label =
        key === null ? 'default' : `case ${caseLabel(on, emitExpression(key, scope.at(place)), place)}`;
      lines.push(`${label}:`, ...indented(this.#put(attr, one, cast(one), scope.at(place))), '  break;');
    }
    if (hasDefaultBytes(attr))
      lines.push('default:', ...indented(this.#put(attr, { kind: 'bytes' }, cast({ kind: 'bytes' }), scope)));
    else if (!hasDefault)
      lines.push(
        'default:',
        `  ensure(${given} === undefined, ${quote(`${camel(attr.id)} of a kind that is not described`)});`,
      );
    return [`switch (${on.code}) {`, ...indented(lines), '}'];
  }

  #put(attr: Attr, type: PlainType, given: string, scope: CodeScope): string[] {
    switch (type.kind) {
      case 'integer':
        return [`w.${type.signed ? 's' : 'u'}${type.bytes}${type.endian}(${given});`];
      case 'float':
        return [`w.f${type.bytes}${type.endian}(${given});`];
      case 'bits':
        return [isFlag(attr) ? `w.flag(${given});` : `w.bits(${type.count}, ${given});`];
      case 'str':
        return this.#text(attr, type.zero, given, scope);
      case 'bytes':
        return this.#bytes(attr, given, scope);
      case 'user':
        return [this.#user(attr, type, given, scope)];
    }
  }

  #isToldSize(attr: Attr): boolean {
    return [...this.#derivations.values()].some(
      (each) => each.kind === 'size' && each.of.some((sized) => sized.attr === attr),
    );
  }

  #text(attr: Attr, isZero: boolean, given: string, scope: CodeScope): string[] {
    const encoding = quote(attr.encoding);
    const { terminator, include, padRight } = attr;
    if (attr.size !== null && !this.#isToldSize(attr)) {
      const text = isZero ? `beforeZero(${given})` : given;
      const pad = padRight === null ? '' : `, ${padRight}`;
      return [`w.paddedText(${text}, ${emitCount(attr.size, scope)}, ${encoding}${pad});`];
    }
    if (isZero && (terminator ?? 0) === 0) return [`w.terminatedText(${given}, ${encoding});`];
    const lines = [`w.text(${given}, ${encoding});`];
    if (terminator !== null && !include) lines.push(`w.u1(${terminator});`);
    return lines;
  }

  #bytes(attr: Attr, given: string, scope: CodeScope): string[] {
    const { terminator, include, size, notes, padRight, consume } = attr;
    if (attr.zlib) return [`w.raw(${given});`];
    if (size !== null && !this.#isToldSize(attr)) {
      const pad = padRight === null ? '' : `, ${padRight}`;
      return [`w.padded(${given}, ${emitCount(size, scope)}${pad});`];
    }
    const lines = [notes.preset === null ? `w.raw(${given});` : `w.raw(${given} ?? []);`];
    if (terminator !== null && !include && consume) lines.push(`w.u1(${terminator});`);
    return lines;
  }

  #user(attr: Attr, type: UserType, given: string, scope: CodeScope): string {
    const target = this.#analysis.target(type, this.#def, attr.place);
    if (this.#analysis.facts(target).readOnly) fail(attr.place, `'${target.name}' can be read only`);
    return `write${this.#analysis.name(target)}(${['w', given, ...callArguments(type, target, this.#analysis, scope)].join(', ')});`;
  }

  #checks(attr: Attr, given: Emitted): string[] {
    const rule = ruleCode(
      attr,
      { ...given, code: wrap({ ...given, strength: given.code.includes(' ') ? 0 : 20 }, 20) },
      this.#scope(attr, given),
      this.#analysis,
    );
    return rule === null ? [] : [`ensure(${rule}, ${quote(`${camel(attr.id)} is not as described`)});`];
  }
}

/** The greatest number that a field holds. */
function mostOf({ type }: Attr): number {
  const bits =
    type.kind === 'bits' ? type.count : type.kind === 'integer' ? type.bytes * 8 - (type.signed ? 1 : 0) : 0;
  return 2 ** Math.min(bits, 53) - 1;
}
