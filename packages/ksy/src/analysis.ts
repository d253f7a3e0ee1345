import { type Derivation, derivationsOf } from './derivation.ts';
import { emitExpression } from './emit-expression.ts';
import { type Expression, parts } from './expression.ts';
import { resolveEnum, targetOf, typesOf } from './load.ts';
import type { Attr, EnumDef, Instance, PlainType, Spec, TypeDef, UserType } from './model.ts';
import { pascal, typeName } from './names.ts';
import { fail, type Place } from './problem.ts';
import { CodeScope } from './scope.ts';
import { COUNT, integerValue, type ValueType } from './value-type.ts';

/** A value that a type uses of those around it: it becomes a parameter of the functions for the type. */
export interface Outside {
  /** Types outwards, or the root. */
  readonly from: number | 'root';
  readonly name: string;
}

/** What the emitters need to know about a type beyond its description. */
export interface Facts {
  readonly derivations: ReadonlyMap<Attr, Derivation>;
  /** The field whose value ends a list of this type, for types that only stand in such lists. */
  readonly sentinel: { readonly attr: Attr; readonly value: bigint } | null;
  /** Fields that every value has, since only the element that ends a list lacks them. */
  readonly always: ReadonlySet<Attr>;
  /** Least bytes that it takes. */
  readonly least: number;
  /** It may contain itself. */
  readonly recursive: boolean;
  /** Something in it can be read only. */
  readonly readOnly: boolean;
}

export class Analysis {
  readonly specs: readonly Spec[];
  /** Every type that has code, in the order of their files. */
  readonly defs: readonly TypeDef[];
  readonly #names = new Map<TypeDef | EnumDef, string>();
  readonly #facts = new Map<TypeDef, Facts>();
  readonly #outside = new Map<TypeDef, Map<string, Outside>>();
  readonly #parents = new Map<TypeDef, Set<TypeDef>>();

  constructor(specs: readonly Spec[]) {
    this.specs = specs;
    this.defs = specs.flatMap((spec) => [...typesOf(spec.root)].filter((def) => hasCode(def)));
    this.#nameAll();
    for (const def of this.defs) {
      for (const [attr] of attrsOf(def)) {
        for (const type of this.uses(attr)) {
          const target = this.target(type, def, attr.place);
          const parents = this.#parents.get(target) ?? new Set();
          this.#parents.set(target, parents.add(def));
        }
      }
    }
    for (const def of this.defs) this.#outside.set(def, outsideNames(this.#allExpressions(def)));
    this.#spreadOutside();
  }

  /** Names are unique over all files, so that one index can export everything: what is described within a type gets its name in front. */
  #nameAll(): void {
    const taken = new Map<string, string>();
    const claim = (item: TypeDef | EnumDef, kind: string, plain: string): void => {
      let name = plain;
      for (let outer = item.outer; taken.has(kind + name) && outer !== null; outer = outer.outer) {
        name = pascal(outer.name) + name;
      }
      const other = taken.get(kind + name);
      if (other !== undefined) fail(item.place, `'${item.name}' has the same name in TypeScript as ${other}`);
      taken.set(kind + name, `'${item.name}' at ${item.place.file}:${item.place.line}`);
      this.#names.set(item, name);
    };
    for (const def of this.defs) claim(def, 'type ', typeName(def.name));
    for (const spec of this.specs) {
      for (const def of typesOf(spec.root)) {
        for (const item of def.enums.values()) claim(item, 'enum ', typeName(item.name));
      }
    }
  }

  name(item: TypeDef | EnumDef): string {
    return this.#names.get(item) ?? fail(item.place, `'${item.name}' has no fields`);
  }

  target(type: UserType, from: TypeDef, place: Place): TypeDef {
    return targetOf(type, from, place);
  }

  parents(def: TypeDef): ReadonlySet<TypeDef> {
    return this.#parents.get(def) ?? new Set();
  }

  outside(def: TypeDef): readonly Outside[] {
    return [...(this.#outside.get(def)?.values() ?? [])];
  }

  /** What a type uses from two types outwards, the type around it uses from one. */
  #spreadOutside(): void {
    for (let changed = true; changed; ) {
      changed = false;
      for (const [def, names] of this.#outside) {
        for (const { from, name } of names.values()) {
          if (from === 1 || (from === 'root' && def.outer === null)) continue;
          for (const parent of this.parents(def)) {
            if (from === 'root' && parent.spec !== def.spec)
              fail(def.place, `'_root' of a type that another file uses is not supported`);
            if (from === 'root' && parent.outer === null) continue;
            const wanted = this.#outside.get(parent)!;
            const outer: Outside = { from: from === 'root' ? 'root' : from - 1, name };
            const key = outsideKey(outer);
            if (wanted.has(key)) continue;
            wanted.set(key, outer);
            changed = true;
          }
        }
      }
    }
  }

  /** Every expression in a type's own description, but for the parameters that it gives to others. */
  *expressions(def: TypeDef): Generator<[Expression, Place]> {
    for (const [attr, position] of attrsOf(def)) {
      if (position !== null) yield [position, attr.place];
      for (const expression of attrExpressions(attr)) yield [expression, attr.place];
    }
    for (const instance of def.instances.values()) {
      if (instance.kind !== 'value') continue;
      yield [instance.value, instance.place];
      if (instance.when !== null) yield [instance.when, instance.place];
    }
  }

  *#allExpressions(def: TypeDef): Generator<Expression> {
    for (const [expression] of this.expressions(def)) yield expression;
    for (const [attr] of attrsOf(def)) for (const { args } of this.uses(attr)) yield* args;
  }

  /** The described types that a field may have. */
  uses({ type }: Attr): UserType[] {
    const all: readonly PlainType[] = type.kind === 'switch' ? type.cases.map((one) => one.type) : [type];
    return all.filter((one) => one.kind === 'user');
  }

  facts(def: TypeDef): Facts {
    let facts = this.#facts.get(def);
    if (facts === undefined) {
      const sentinel = this.#sentinelOf(def);
      facts = {
        derivations: derivationsOf(def, this),
        sentinel,
        always: new Set(sentinel === null ? [] : def.seq.filter(({ when }) => saysNot(when, sentinel))),
        least: this.#least(def, new Set()),
        recursive: this.#reaches(def, (other) => other === def),
        readOnly: isReadOnly(def) || this.#reaches(def, isReadOnly),
      };
      this.#facts.set(def, facts);
    }
    return facts;
  }

  /** Is there such a type among those within `def`? */
  #reaches(def: TypeDef, wanted: (def: TypeDef) => boolean): boolean {
    const seen = new Set<TypeDef>();
    const visit = (from: TypeDef): boolean =>
      [...attrsOf(from)].some(([attr]) =>
        this.uses(attr).some((type) => {
          const target = this.target(type, from, attr.place);
          if (wanted(target)) return true;
          if (seen.has(target)) return false;
          seen.add(target);
          return visit(target);
        }),
      );
    return visit(def);
  }

  #sentinelOf(def: TypeDef): Facts['sentinel'] {
    let found: Facts['sentinel'] = null;
    let others = 0;
    for (const parent of this.parents(def)) {
      for (const attr of parent.seq) {
        if (!this.uses(attr).some((type) => this.target(type, parent, attr.place) === def)) continue;
        const { sentinel } = attr.notes;
        if (sentinel === null) {
          others++;
          continue;
        }
        const field = def.seq.find(({ id }) => id === sentinel.field);
        if (field === undefined)
          fail(attr.place, `'-sentinel' names '${sentinel.field}', which '${def.name}' lacks`);
        if (found !== null && (found.attr !== field || found.value !== sentinel.value)) {
          fail(attr.place, `'${def.name}' ends lists in different ways`);
        }
        found = { attr: field, value: sentinel.value };
      }
    }
    if (found !== null && others > 0)
      fail(def.place, `'${def.name}' stands in lists with '-sentinel' and elsewhere too`);
    return found;
  }

  /** Least bytes of one element of a field. */
  leastElement(attr: Attr, def: TypeDef, seen: ReadonlySet<TypeDef> = new Set()): number {
    const { type, size } = attr;
    if (attr.contents !== null) return attr.contents.length;
    if (type.kind === 'integer' || type.kind === 'float') return type.bytes;
    if (size !== null) return size.kind === 'integer' ? Number(size.value) : 0;
    if (attr.sizeEos) return 0;
    if (type.kind === 'user') return this.#least(this.target(type, def, attr.place), seen);
    const unit = attr.encoding.startsWith('UTF-16') ? 2 : 1;
    const ends = attr.terminator !== null || (type.kind === 'str' && type.zero);
    return ends && attr.eosError && attr.consume ? unit : 0;
  }

  #least(def: TypeDef, seen: ReadonlySet<TypeDef>): number {
    if (seen.has(def)) return 0;
    const within = new Set(seen).add(def);
    let bytes = 0;
    let bits = 0;
    for (const attr of def.seq) {
      if (attr.when !== null) continue;
      const { repeat } = attr;
      const times =
        repeat === null || repeat.kind === 'until'
          ? 1
          : repeat.kind === 'expr' && repeat.count.kind === 'integer'
            ? Number(repeat.count.value)
            : 0;
      if (attr.type.kind === 'bits') bits += attr.type.count * times;
      else bytes += this.leastElement(attr, def, within) * times;
    }
    return bytes + (bits >> 3);
  }

  /** The kind of value that one element of a field has. */
  elementValue(attr: Attr, def: TypeDef, form: 'out' | 'in', type = attr.type): ValueType {
    if (attr.enumPath !== null) return { kind: 'enum', def: resolveEnum(attr.enumPath, def, attr.place) };
    switch (type.kind) {
      case 'integer':
        return integerValue(type);
      case 'float':
        return { kind: 'float' };
      case 'bits':
        return isFlag(attr) ? { kind: 'bool' } : { kind: 'integer', min: 0, max: 2 ** type.count - 1 };
      case 'str':
      case 'bytes':
        return { kind: type.kind };
      case 'user':
        return { kind: 'object', def: this.target(type, def, attr.place), form };
      case 'switch':
        return this.#switchValue(attr, def, form);
    }
  }

  /** Cases that are all of one kind are that kind. */
  #switchValue(attr: Attr, def: TypeDef, form: 'out' | 'in'): ValueType {
    if (attr.type.kind !== 'switch') return { kind: 'mixed' };
    const [first, ...rest] = attr.type.cases.map((one) => this.elementValue(attr, def, form, one.type));
    if (first?.kind === 'integer' && rest.every(({ kind }) => kind === 'integer')) {
      return { ...COUNT, min: -Infinity, max: Infinity } as ValueType;
    }
    return { kind: 'mixed' };
  }

  enumValue(path: readonly string[], def: TypeDef, place: Place): ValueType {
    return { kind: 'enum', def: resolveEnum(path, def, place) };
  }

  instanceValue(instance: Instance, def: TypeDef): ValueType {
    if (instance.kind === 'position') return this.fieldValue(instance.attr, def, 'out');
    if (instance.enumPath !== null) return this.enumValue(instance.enumPath, def, instance.place);
    return emitExpression(instance.value, new CodeScope(this, def, 'read', instance.place)).type;
  }

  /** The kind of value that a type uses of its surroundings; all types around it must agree. */
  outsideValue(def: TypeDef, { from, name }: Outside): ValueType {
    if (from === 'root') return new CodeScope(this, def.spec.root, 'read', def.place).name(name).type;
    const parents = [...this.parents(def)];
    const found = parents.map((parent) =>
      from === 1
        ? new CodeScope(this, parent, 'read', def.place).name(name).type
        : this.outsideValue(parent, { from: from - 1, name }),
    );
    const [first] = found;
    if (first === undefined) fail(def.place, `'_parent' of '${def.name}', which nothing contains`);
    if (
      found.some(
        (other) =>
          other.kind !== first.kind ||
          (other.kind === 'object' && first.kind === 'object' && other.def !== first.def),
      )
    ) {
      fail(def.place, `'_parent.${name}' is of different kinds`);
    }
    return first.kind === 'integer' ? { ...first, min: -Infinity, max: Infinity } : first;
  }

  /** The kind of value that a field has, its list if it is repeated. */
  fieldValue(attr: Attr, def: TypeDef, form: 'out' | 'in'): ValueType {
    const of = this.elementValue(attr, def, form);
    return attr.repeat === null ? of : { kind: 'list', of };
  }
}

/** One bit that is true or false. */
export function isFlag({ type, enumPath }: Attr): boolean {
  return type.kind === 'bits' && type.count === 1 && enumPath === null;
}

/** Types that only hold others have no code of their own; neither has the root of a packet file. */
function hasCode(def: TypeDef): boolean {
  if (def.outer !== null) return true;
  return def.spec.frames === null && (def.seq.length > 0 || def.instances.size > 0);
}

function isReadOnly(def: TypeDef): boolean {
  return [...def.instances.values()].some(({ kind }) => kind === 'position');
}

/** Fields of a sequence and those at positions, with their positions. */
function* attrsOf(def: TypeDef): Generator<[Attr, Expression | null]> {
  for (const attr of def.seq) yield [attr, null];
  for (const instance of def.instances.values()) {
    if (instance.kind === 'position') yield [instance.attr, instance.position];
  }
}

function* attrExpressions(attr: Attr): Generator<Expression> {
  const { type, repeat, rule } = attr;
  if (attr.when !== null) yield attr.when;
  if (attr.size !== null) yield attr.size;
  if (repeat?.kind === 'expr') yield repeat.count;
  if (repeat?.kind === 'until') yield repeat.until;
  if (type.kind === 'switch') {
    yield type.on;
    for (const { key } of type.cases) if (key !== null) yield key;
  }
  if (rule?.kind === 'equal') yield rule.value;
  if (rule?.kind === 'any-of') yield* rule.values;
  if (rule?.kind === 'expression') yield rule.rule;
  if (rule?.kind === 'range') {
    if (rule.min !== null) yield rule.min;
    if (rule.max !== null) yield rule.max;
  }
}

function outsideKey({ from, name }: Outside): string {
  return `${from} ${name}`;
}

/** `_parent.x`, `_parent._parent.x` and `_root.x`. */
function outsideNames(expressions: Iterable<Expression>): Map<string, Outside> {
  const found = new Map<string, Outside>();
  for (const expression of expressions) {
    for (const part of parts(expression)) {
      const outside = outsideOf(part);
      if (outside !== null) found.set(outsideKey(outside), outside);
    }
  }
  return found;
}

function outsideOf(expression: Expression): Outside | null {
  if (expression.kind !== 'member' || expression.name === '_parent' || expression.name === '_io') return null;
  let levels = 1;
  let of = expression.of;
  for (; of.kind === 'member' && of.name === '_parent'; of = of.of) levels++;
  if (of.kind !== 'name') return null;
  if (of.name === '_root' && levels === 1) return { from: 'root', name: expression.name };
  return of.name === '_parent' ? { from: levels, name: expression.name } : null;
}

/** `field != value`, or no more than that and something else. */
function saysNot(when: Expression | null, sentinel: { attr: Attr; value: bigint }): boolean {
  if (when?.kind !== 'binary' || when.operator !== '!=') return false;
  const { left, right } = when;
  return (
    left.kind === 'name' &&
    left.name === sentinel.attr.id &&
    right.kind === 'integer' &&
    right.value === sentinel.value
  );
}
