import type { Analysis } from './analysis.ts';
import type { Expression } from './expression.ts';
import type { Attr, TypeDef } from './model.ts';
import { fail } from './problem.ts';

/** How a writer comes by a field that its caller does not give. */
export type Derivation =
  /** Length of the whole packet: the bytes of the type and the id before it. */
  | { readonly kind: 'frame' }
  /** Length of the first of these lists that is given. */
  | { readonly kind: 'count'; readonly of: readonly Counted[] }
  /** Bytes that the first of these that is given takes. */
  | { readonly kind: 'size'; readonly of: readonly Sized[] }
  /** Bytes of `of` before it is packed. */
  | { readonly kind: 'unpacked'; readonly of: Attr }
  /** Is the first of these given? `not`: it is there without the flag. */
  | { readonly kind: 'presence'; readonly of: readonly { readonly attr: Attr; readonly not: boolean }[] };

/** A list in `attr`, or in a list within it, down `inner`. */
export interface Counted {
  readonly attr: Attr;
  readonly inner: readonly Attr[];
  readonly line: Line;
}

interface Sized {
  readonly attr: Attr;
  readonly line: Line;
}

/** `field * times + plus`: what an expression makes of a field. */
export interface Line {
  readonly times: number;
  readonly plus: number;
}

/** Every field of a type that follows from others. */
export function derivationsOf(def: TypeDef, analysis: Analysis): ReadonlyMap<Attr, Derivation> {
  const found = new Map<Attr, Derivation>();
  for (const attr of def.seq) {
    const derivation = noted(attr, def) ?? (isNumber(attr) ? inferred(attr, def, analysis) : null);
    if (derivation !== null) found.set(attr, derivation);
  }
  return found;
}

function isNumber({ type, repeat }: Attr): boolean {
  return repeat === null && (type.kind === 'integer' || type.kind === 'bits');
}

function noted(attr: Attr, def: TypeDef): Derivation | null {
  const { derive } = attr.notes;
  if (derive === null) return null;
  if (!isNumber(attr)) fail(attr.place, `'-derive' is for whole numbers`);
  if (derive.kind === 'frame') return derive;
  const of = def.seq.find((other) => other.id === derive.of);
  if (of === undefined || !of.zlib)
    fail(attr.place, `'-derive: unpacked ${derive.of}' names no packed field`);
  return { kind: 'unpacked', of };
}

function inferred(attr: Attr, def: TypeDef, analysis: Analysis): Derivation | null {
  const later = def.seq.slice(def.seq.indexOf(attr) + 1);
  const counted = later.flatMap((of) => {
    const found = countOf(attr.id, of, def, analysis);
    return found === null ? [] : [{ attr: of, ...found }];
  });
  if (counted.length > 0) return { kind: 'count', of: counted };
  const sized = later.flatMap((of) => {
    const line = of.size === null || of.repeat !== null ? null : linear(of.size, attr.id);
    return line === null ? [] : [{ attr: of, line }];
  });
  if (sized.length > 0) return { kind: 'size', of: sized };
  return attr.type.kind === 'bits' && attr.type.count === 1 ? presenceOf(attr, later) : null;
}

/** The list that `id` counts: `attr` itself, or one in its type that gets `id` as a parameter. */
function countOf(
  id: string,
  attr: Attr,
  def: TypeDef,
  analysis: Analysis,
): { inner: readonly Attr[]; line: Line } | null {
  if (attr.repeat !== null) {
    const line = attr.repeat.kind === 'expr' ? linear(attr.repeat.count, id) : null;
    return line === null ? null : { inner: [], line };
  }
  if (attr.type.kind !== 'user') return null;
  const target = analysis.target(attr.type, def, attr.place);
  for (const [i, arg] of attr.type.args.entries()) {
    if (arg.kind !== 'name' || arg.name !== id) continue;
    for (const inner of target.seq) {
      const found = countOf(target.params[i]!.id, inner, target, analysis);
      if (found !== null && inner.when === null) return { inner: [inner, ...found.inner], line: found.line };
    }
  }
  return null;
}

/** A one-bit field that other fields name as their whole condition. */
function presenceOf(attr: Attr, later: readonly Attr[]): Derivation | null {
  const of = later.flatMap((other) => {
    const { when } = other;
    const not = when?.kind === 'unary' && when.operator === 'not';
    const named = not ? when.of : when;
    return named?.kind === 'name' && named.name === attr.id ? [{ attr: other, not }] : [];
  });
  return of.length === 0 ? null : { kind: 'presence', of };
}

/** `id * times + plus`, if the expression is no more than that. */
function linear(expression: Expression, id: string): Line | null {
  if (expression.kind === 'name') return expression.name === id ? { times: 1, plus: 0 } : null;
  if (expression.kind !== 'binary') return null;
  const { operator, left, right } = expression;
  const [inner, constant] =
    right.kind === 'integer'
      ? [left, right]
      : left.kind === 'integer' && operator !== '-'
        ? [right, left]
        : [null, null];
  if (inner === null || constant === null) return null;
  const line = linear(inner, id);
  if (line === null) return null;
  const number = Number(constant.value);
  switch (operator) {
    case '*':
      return number === 0 ? null : { times: line.times * number, plus: line.plus * number };
    case '+':
      return { times: line.times, plus: line.plus + number };
    case '-':
      return { times: line.times, plus: line.plus - number };
    default:
      return null;
  }
}

/** Code of the number that makes an expression equal to `size`. */
export function solved(size: string, { times, plus }: Line): string {
  const shifted = plus === 0 ? size : `${size} ${plus < 0 ? '+' : '-'} ${Math.abs(plus)}`;
  if (times === 1) return shifted;
  return plus === 0 ? `${size} / ${times}` : `(${shifted}) / ${times}`;
}
